-- Attributes: fields read and written, defaults from the class, access by computed name.

local Particle = { mass = 2 }
Particle.__index = Particle

function Particle.new(x, y)
  return setmetatable({ x = x, y = y, dx = 1, dy = 2, hits = 0 }, Particle)
end

function Particle:momentum()
  return self.mass * (self.dx + self.dy)
end

local function move(particle, steps, width)
  for _ = 1, steps do
    particle.x = particle.x + particle.dx
    particle.y = particle.y + particle.dy
    if particle.x < 0 or particle.x >= width then
      particle.dx = -particle.dx
      particle.hits = particle.hits + 1
    end
    if particle.y < 0 or particle.y >= width then
      particle.dy = -particle.dy
      particle.hits = particle.hits + 1
    end
  end
end

local function swap_chain(count)
  local pair = { left = { left = 1, right = 2 }, right = { left = 3, right = 4 } }
  local total = 0
  for i = 0, count - 1 do
    pair.left, pair.right = pair.right, pair.left
    pair.left.right = pair.right.left + (i & 1)
    total = total + pair.left.left * 3 + pair.right.right
    pair.right.left = total & 7
  end
  return total
end

local function by_name(count)
  local particle = Particle.new(0, 0)
  local names = { "x", "y", "dx", "dy", "hits" }
  particle.dx, particle.dy = 1, 2
  for i = 0, count - 1 do
    local name = names[i % 5 + 1]
    particle[name] = particle[name] + i
    if particle["missing"] == nil then
      particle.hits = particle.hits + 1
    end
  end
  return particle.x + particle.y + particle.dx + particle.dy + particle.hits
end

local particle = Particle.new(10, 20)
move(particle, 2000000, 500)
print(string.format("%d %d %d", particle.x, particle.y, particle.hits))
print(swap_chain(1000000))
print(by_name(500000))
local total = 0
for i = 0, 600000 - 1 do
  particle.dx = i & 15
  total = total + particle:momentum()
end
print(total)
