-- Matrix product: three nested loops, then against the transposed matrix; floats and integers.

local function make(size, seed)
  local m = {}
  for i = 1, size do
    local row = {}
    for j = 1, size do
      row[j] = ((i - 1) * seed + (j - 1) * 7) % 13 - 6
    end
    m[i] = row
  end
  return m
end

local function multiply(a, b)
  local size, inner, width = #a, #b, #b[1]
  local result = {}
  for i = 1, size do
    local row, out = a[i], {}
    for j = 1, width do
      local total = 0
      for k = 1, inner do
        total = total + row[k] * b[k][j]
      end
      out[j] = total
    end
    result[i] = out
  end
  return result
end

local function multiply_columns(a, b)
  local columns = {}
  for j = 1, #b[1] do
    local column = {}
    for i = 1, #b do
      column[i] = b[i][j]
    end
    columns[j] = column
  end
  local result = {}
  for i, row in ipairs(a) do
    local out = {}
    for j, column in ipairs(columns) do
      local total = 0
      for k, x in ipairs(row) do
        total = total + x * column[k]
      end
      out[j] = total
    end
    result[i] = out
  end
  return result
end

local function trace(m)
  local sum = 0
  for i = 1, #m do
    sum = sum + m[i][i]
  end
  return sum
end

local function map(m, fn)
  local result = {}
  for i, row in ipairs(m) do
    local out = {}
    for j, value in ipairs(row) do
      out[j] = fn(value)
    end
    result[i] = out
  end
  return result
end

local function remainder(value)
  return value % 1000003
end

local function power(m, exponent)
  local result = {}
  for i = 1, #m do
    result[i] = {}
    for j = 1, #m do
      result[i][j] = i == j and 1 or 0
    end
  end
  while exponent ~= 0 do
    if exponent & 1 == 1 then
      result = map(multiply(result, m), remainder)
    end
    m = map(multiply(m, m), remainder)
    exponent = exponent >> 1
  end
  return result
end

local function equal(a, b)
  for i, row in ipairs(a) do
    for j, value in ipairs(row) do
      if b[i][j] ~= value then
        return false
      end
    end
  end
  return true
end

local a, b = make(170, 3), make(170, 5)
local c = multiply(a, b)
print(string.format("%d %d", trace(c), c[18][43]))
print(equal(c, multiply_columns(a, b)) and "True" or "False")
local floats = map(a, function(value) return value / 4 end)
local e = multiply(floats, floats)
print(string.format("%.6f %.6f", trace(e), e[6][10]))
print(trace(power(make(20, 3), 123456789)))
