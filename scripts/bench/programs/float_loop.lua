-- Float arithmetic in plain loops: an integral, a logistic map, a damped spring.

local sin = math.sin

local function integrate(steps)
  local width = math.pi / steps
  local total = 0.0
  for i = 0, steps - 1 do
    local x = (i + 0.5) * width
    total = total + sin(x) * x * width
  end
  return total
end

local function logistic(steps)
  local x, total = 0.3, 0.0
  for _ = 1, steps do
    x = 3.7 * x * (1.0 - x)
    total = total + x
  end
  return total / steps
end

local function spring(steps)
  local position, speed, dt = 1.0, 0.0, 0.0001
  local i = 0
  while i < steps do
    speed = speed + (-4.0 * position - 0.1 * speed) * dt
    position = position + speed * dt
    i = i + 1
  end
  return position, speed
end

local function main()
  print(string.format("%.9f", integrate(2000000)))
  print(string.format("%.6f", logistic(2500000)))
  local position, speed = spring(2000000)
  print(string.format("%.9f %.9f", position, speed))
end

main()
