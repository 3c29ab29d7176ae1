-- N queens: backtracking with tables, with bits, and by permutations from a coroutine.

local function filled(count)
  local t = {}
  for i = 1, count do
    t[i] = false
  end
  return t
end

local function place(size, row, columns, up, down)
  if row > size then
    return 1
  end
  local count = 0
  for column = 1, size do
    local u, d = row + column - 1, row - column + size
    if not columns[column] and not up[u] and not down[d] then
      columns[column], up[u], down[d] = true, true, true
      count = count + place(size, row + 1, columns, up, down)
      columns[column], up[u], down[d] = false, false, false
    end
  end
  return count
end

local function bits(full, columns, left, right)
  if columns == full then
    return 1
  end
  local count = 0
  local free = full & ~(columns | left | right)
  while free ~= 0 do
    local bit = free & -free
    free = free - bit
    count = count + bits(full, columns | bit, (left | bit) << 1, (right | bit) >> 1)
  end
  return count
end

local function permutations(items)
  return coroutine.wrap(function()
    if #items <= 1 then
      coroutine.yield({ items[1] })
      return
    end
    for i, first in ipairs(items) do
      local others = {}
      for j, item in ipairs(items) do
        if j ~= i then
          others[#others + 1] = item
        end
      end
      for rest in permutations(others) do
        coroutine.yield(table.move(rest, 1, #rest, 2, { first }))
      end
    end
  end)
end

local function all_differ(rows, sign)
  local seen, n = {}, 0
  for i, row in ipairs(rows) do
    local key = row + sign * i
    if not seen[key] then
      seen[key] = true
      n = n + 1
    end
  end
  return n == #rows
end

local function by_permutations(size)
  local items = {}
  for i = 1, size do
    items[i] = i
  end
  local count = 0
  for rows in permutations(items) do
    if all_differ(rows, 1) and all_differ(rows, -1) then
      count = count + 1
    end
  end
  return count
end

print(place(10, 1, filled(10), filled(19), filled(19)))
print(place(9, 1, filled(9), filled(17), filled(17)))
print(bits((1 << 13) - 1, 0, 0, 0))
print(by_permutations(8))
