-- Closures: counters with upvalues, composed functions, memoised functions.

local function make_counter(step)
  local count = 0
  return function()
    count = count + step
    return count
  end
end

local function compose(f, g)
  return function(x) return (f(g(x))) end
end

local function make_adder(n)
  return function(x) return x + n end
end

local function memoise(fn)
  local cache = {}
  return function(n)
    if cache[n] == nil then
      cache[n] = fn(n)
    end
    return cache[n]
  end
end

local function count_many(rounds)
  local counters = {}
  for step = 1, 5 do
    counters[step] = make_counter(step)
  end
  local total = 0
  for _ = 1, rounds do
    for _, counter in ipairs(counters) do
      total = total + counter()
    end
  end
  return total
end

local function pipeline(rounds)
  local fn = make_adder(1)
  for n = 2, 7 do
    fn = compose(fn, make_adder(n))
  end
  local total = 0
  for i = 0, rounds - 1 do
    total = total + fn(i)
  end
  return total
end

local function make_and_drop(rounds)
  local total = 0
  for i = 0, rounds - 1 do
    total = total + make_adder(i)(1)
  end
  return total
end

local function paths(size)
  local count
  count = memoise(function(cell)
    local row, column = cell // size, cell % size
    if row == 0 or column == 0 then
      return 1
    end
    return (count(cell - 1) + count(cell - size)) % 1000003
  end)
  return count(size * size - 1)
end

print(count_many(300000))
print(pipeline(130000))
print(make_and_drop(700000))
local total = 0
for size = 3, 89 do
  total = total + paths(size)
end
print(total)
