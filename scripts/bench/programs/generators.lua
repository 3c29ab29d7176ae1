-- Coroutines as generators: pipelines, values sent in, a merge of streams.

local yield, wrap = coroutine.yield, coroutine.wrap

local function numbers(limit)
  return wrap(function()
    local n = 0
    while n < limit do
      yield(n)
      n = n + 1
    end
  end)
end

local function multiples_dropped(source, divisor)
  return wrap(function()
    for n in source do
      if n % divisor ~= 0 then
        yield(n)
      end
    end
  end)
end

local function pairs_of(source)
  return wrap(function()
    local previous
    for n in source do
      if previous then
        yield(previous, n)
      end
      previous = n
    end
  end)
end

local function running_mean()
  return wrap(function()
    local total, count, mean = 0, 0, 0
    while true do
      local value = yield(mean)
      total = total + value
      count = count + 1
      mean = total // count
    end
  end)
end

local function merge(left, right)
  return wrap(function()
    local a, b = left(), right()
    while a and b do
      if a <= b then
        yield(a)
        a = left()
      else
        yield(b)
        b = right()
      end
    end
    while a do
      yield(a)
      a = left()
    end
    while b do
      yield(b)
      b = right()
    end
  end)
end

local function scaled(limit, factor)
  return wrap(function()
    for n = 0, limit - 1 do
      yield(n * factor)
    end
  end)
end

local function squares(limit)
  return wrap(function()
    for n = 0, limit - 1 do
      yield(n * n)
    end
  end)
end

local function chain(...)
  local sources = { ... }
  return wrap(function()
    for _, source in ipairs(sources) do
      for n in source do
        yield(n)
      end
    end
  end)
end

local stream = numbers(600000)
for _, divisor in ipairs({ 2, 3, 5, 7 }) do
  stream = multiples_dropped(stream, divisor)
end
local sum = 0
for a, b in pairs_of(stream) do
  sum = sum + b - a
end
print(sum)

local mean = running_mean()
mean()
local checksum = 0
for i = 0, 1200000 - 1 do
  checksum = checksum ~ mean(i)
end
print(checksum)

checksum = 0
local position = 0
for n in merge(scaled(300000, 3), scaled(300000, 5)) do
  checksum = (checksum * 31 + n + position) & 0xFFFFFFF
  position = position + 1
end
print(checksum)

sum = 0
for n in chain(numbers(500000), squares(500000), numbers(500000)) do
  sum = sum + n
end
print(sum)
