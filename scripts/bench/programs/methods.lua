-- Method calls: a class hierarchy of shapes and counters, called in a loop.

local Counter = {}
Counter.__index = Counter

function Counter.new(start)
  return setmetatable({ value = start }, Counter)
end

function Counter:increment()
  self.value = self.value + 1
end

function Counter:add(amount)
  self.value = self.value + amount
  return self
end

function Counter:get()
  return self.value
end

local Shape = {}
Shape.__index = Shape

function Shape:area()
  error("not implemented")
end

function Shape:scaled_area(factor)
  return self:area() * factor
end

local Square = setmetatable({}, { __index = Shape })
Square.__index = Square

function Square.new(side)
  return setmetatable({ name = "square", side = side }, Square)
end

function Square:area()
  return self.side * self.side
end

local Rectangle = setmetatable({}, { __index = Shape })
Rectangle.__index = Rectangle

function Rectangle.new(width, height)
  return setmetatable({ name = "rectangle", width = width, height = height }, Rectangle)
end

function Rectangle:area()
  return self.width * self.height
end

function Rectangle.unit()
  return 1
end

local Cube = setmetatable({}, { __index = Square })
Cube.__index = Cube

function Cube.new(side)
  return setmetatable({ name = "square", side = side }, Cube)
end

function Cube:area()
  return 6 * Square.area(self)
end

local function count_to(limit)
  local counter = Counter.new(0)
  while counter:get() < limit do
    counter:increment()
    counter:add(2):add(1)
  end
  return counter:get()
end

local function sum_areas(rounds)
  local shapes = { Square.new(3), Rectangle.new(2, 5), Cube.new(2), Rectangle.new(4, 5),
                   Square.new(7) }
  local total = 0
  for i = 0, rounds - 1 do
    for _, shape in ipairs(shapes) do
      total = total + shape:scaled_area(i & 3)
    end
    total = total + Rectangle.unit()
  end
  return total
end

print(count_to(4000000))
print(sum_areas(350000))
