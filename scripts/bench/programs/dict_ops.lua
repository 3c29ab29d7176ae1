-- Tables as dictionaries: counting, lookup by string and integer, deletion, grouping.
-- (A pair as a key becomes one integer, as a Lua program would have it.)

local function count_values(rounds)
  local counts = {}
  local state = 7
  for _ = 1, rounds do
    state = (state * 1103515245 + 12345) % 2147483648
    local key = (state >> 16) % 5003
    counts[key] = (counts[key] or 0) + 1
  end
  local total, size = 0, 0
  for key, count in pairs(counts) do
    total = total + key * count % 17
    size = size + 1
  end
  return size, total
end

local function lookup_strings(rounds)
  local tbl, names = {}, {}
  for i = 0, 999 do
    local name = "name" .. i
    tbl[name] = i
    names[i + 1] = name
  end
  local total = 0
  for i = 0, rounds - 1 do
    local name = names[i * 7 % 1000 + 1]
    if tbl[name] then
      total = total + tbl[name]
    end
    tbl[name] = i & 255
  end
  return total
end

local function insert_and_delete(rounds)
  local tbl = {}
  for i = 0, rounds - 1 do
    tbl[i] = i
    if i >= 100 then
      tbl[i - 100] = nil
    end
  end
  local size, sum = 0, 0
  for _, value in pairs(tbl) do
    size = size + 1
    sum = sum + value
  end
  return size, sum
end

local function grid(size)
  local cells = {}
  for x = 0, size - 1 do
    for y = 0, size - 1 do
      cells[x * 65536 + y] = x * y
    end
  end
  local total = 0
  for x = 1, size - 2 do
    for y = 1, size - 2 do
      total = total + cells[(x - 1) * 65536 + y] + cells[(x + 1) * 65536 + y]
        - cells[x * 65536 + y - 1]
    end
  end
  return total
end

local function group(rounds)
  local groups = {}
  for i = 0, rounds - 1 do
    local key = i * i % 97
    local members = groups[key]
    if not members then
      members = {}
      groups[key] = members
    end
    members[#members + 1] = i
  end
  local sum = 0
  for key, members in pairs(groups) do
    sum = sum + key * #members
  end
  return sum
end

local function merge(rounds)
  local left, right = {}, {}
  for i = 0, 19 do
    left[i] = i
  end
  for i = 10, 29 do
    right[i] = -i
  end
  local total = 0
  for i = 0, rounds - 1 do
    local both = {}
    for k, v in pairs(left) do both[k] = v end
    for k, v in pairs(right) do both[k] = v end
    for k, v in pairs(left) do both[k] = v end
    both[i % 30] = nil
    for _ in pairs(both) do
      total = total + 1
    end
  end
  return total
end

print(string.format("count %d %d", count_values(900000)))
print("lookup " .. lookup_strings(1000000))
print(string.format("delete %d %d", insert_and_delete(700000)))
print("grid " .. grid(250))
print("group " .. group(700000))
print("merge " .. merge(60000))
