-- A scheduler in the manner of the Richards benchmark: tasks, queues of packets, two devices.

local IDLE, WORKER, HANDLER_A, HANDLER_B, DEVICE_A, DEVICE_B = 0, 1, 2, 3, 4, 5
local KIND_DEVICE, KIND_WORK = 0, 1
local PACKET_SIZE = 4

local Packet = {}
Packet.__index = Packet

function Packet.new(link, ident, kind)
  return setmetatable({ link = link, ident = ident, kind = kind, datum = 0,
                        data = { 0, 0, 0, 0 } }, Packet)
end

function Packet:append_to(queue)
  self.link = nil
  if not queue then
    return self
  end
  local tail = queue
  while tail.link do
    tail = tail.link
  end
  tail.link = self
  return queue
end

local Task = {}
Task.__index = Task

function Task.init(self, scheduler, ident, priority, queue)
  self.scheduler = scheduler
  self.link = scheduler.tasks
  self.ident = ident
  self.priority = priority
  self.queue = queue
  self.packet_pending = queue ~= nil
  self.waiting = true
  self.holding = false
  scheduler.tasks = self
  scheduler.table[ident] = self
  return self
end

function Task:add_packet(packet, old)
  if not self.queue then
    self.queue = packet
    self.packet_pending = true
    if self.priority > old.priority then
      return self
    end
  else
    packet:append_to(self.queue)
  end
  return old
end

function Task:run_task()
  local packet
  if self.waiting and self.packet_pending then
    packet = self.queue
    self.queue = packet.link
    self.waiting = false
    self.packet_pending = self.queue ~= nil
  end
  return self:run(packet)
end

function Task:is_held_or_waiting()
  return self.holding or (not self.packet_pending and self.waiting)
end

function Task:wait()
  self.waiting = true
  return self
end

function Task:hold()
  self.scheduler.hold_count = self.scheduler.hold_count + 1
  self.holding = true
  return self.link
end

function Task:release(ident)
  local task = self.scheduler.table[ident]
  task.holding = false
  if task.priority > self.priority then
    return task
  end
  return self
end

function Task:send(packet)
  local task = self.scheduler.table[packet.ident]
  self.scheduler.send_count = self.scheduler.send_count + 1
  packet.link = nil
  packet.ident = self.ident
  return task:add_packet(packet, self)
end

local function subclass()
  local class = setmetatable({}, { __index = Task })
  class.__index = class
  return class
end

local IdleTask = subclass()

function IdleTask.new(scheduler, count)
  local self = Task.init(setmetatable({}, IdleTask), scheduler, IDLE, 0, nil)
  self.waiting = false
  self.control = 1
  self.count = count
  return self
end

function IdleTask:run(_)
  self.count = self.count - 1
  if self.count == 0 then
    return self:hold()
  end
  if self.control & 1 == 0 then
    self.control = self.control // 2
    return self:release(DEVICE_A)
  end
  self.control = self.control // 2 ~ 0xD008
  return self:release(DEVICE_B)
end

local WorkTask = subclass()

function WorkTask.new(scheduler, queue)
  local self = Task.init(setmetatable({}, WorkTask), scheduler, WORKER, 1000, queue)
  self.destination = HANDLER_A
  self.count = 0
  return self
end

function WorkTask:run(packet)
  if not packet then
    return self:wait()
  end
  self.destination = self.destination == HANDLER_A and HANDLER_B or HANDLER_A
  packet.ident = self.destination
  packet.datum = 0
  for i = 1, PACKET_SIZE do
    self.count = self.count + 1
    if self.count > 26 then
      self.count = 1
    end
    packet.data[i] = 64 + self.count
  end
  return self:send(packet)
end

local HandlerTask = subclass()

function HandlerTask.new(scheduler, ident, priority, queue)
  return Task.init(setmetatable({}, HandlerTask), scheduler, ident, priority, queue)
end

function HandlerTask:run(packet)
  if packet then
    if packet.kind == KIND_WORK then
      self.work_in = packet:append_to(self.work_in)
    else
      self.device_in = packet:append_to(self.device_in)
    end
  end
  local work = self.work_in
  if not work then
    return self:wait()
  end
  local count = work.datum
  if count >= PACKET_SIZE then
    self.work_in = work.link
    return self:send(work)
  end
  local device = self.device_in
  if not device then
    return self:wait()
  end
  self.device_in = device.link
  device.datum = work.data[count + 1]
  work.datum = count + 1
  return self:send(device)
end

local DeviceTask = subclass()

function DeviceTask.new(scheduler, ident, priority)
  local self = Task.init(setmetatable({}, DeviceTask), scheduler, ident, priority, nil)
  self.checksum = 0
  return self
end

function DeviceTask:run(packet)
  if not packet then
    packet = self.pending
    if not packet then
      return self:wait()
    end
    self.pending = nil
    return self:send(packet)
  end
  self.pending = packet
  self.checksum = (self.checksum * 31 + packet.datum) % 1000003
  return self:hold()
end

local function schedule(scheduler)
  local task = scheduler.tasks
  while task do
    if task:is_held_or_waiting() then
      task = task.link
    else
      task = task:run_task()
    end
  end
end

local function run_once(count)
  local scheduler = { tasks = nil, table = {}, send_count = 0, hold_count = 0 }
  IdleTask.new(scheduler, count)
  local queue = Packet.new(nil, 0, KIND_WORK)
  queue = Packet.new(queue, 0, KIND_WORK)
  WorkTask.new(scheduler, queue)
  for _, spec in ipairs({ { HANDLER_A, DEVICE_A, 2000 }, { HANDLER_B, DEVICE_B, 3000 } }) do
    queue = nil
    for _ = 1, 3 do
      queue = Packet.new(queue, spec[2], KIND_DEVICE)
    end
    HandlerTask.new(scheduler, spec[1], spec[3], queue)
  end
  local a = DeviceTask.new(scheduler, DEVICE_A, 4000)
  local b = DeviceTask.new(scheduler, DEVICE_B, 5000)
  schedule(scheduler)
  return scheduler.send_count, scheduler.hold_count, a.checksum, b.checksum
end

for _, count in ipairs({ 1000, 10000, 100000 }) do
  print(string.format("%d %d %d %d", run_once(count)))
end
