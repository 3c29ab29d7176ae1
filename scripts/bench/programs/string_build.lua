-- Building strings: appending through a buffer, concat, slices, find and replace.

local function add_up(rounds)
  local parts, n = {}, 0
  for i = 0, rounds - 1 do
    n = n + 1
    parts[n] = "ab"
    if i % 100 == 99 then
      n = n + 1
      parts[n] = tostring(i)
    end
  end
  local text = table.concat(parts)
  return #text, text:sub(-6)
end

local function join_up(rounds)
  local parts, n = {}, 0
  for i = 0, rounds - 1 do
    parts[n + 1] = "item"
    parts[n + 2] = tostring(i)
    parts[n + 3] = ","
    n = n + 3
  end
  return #table.concat(parts)
end

local function caesar(text, shift)
  local result = {}
  for i = 1, #text do
    local code = text:byte(i)
    if 97 <= code and code <= 122 then
      result[i] = string.char((code - 97 + shift) % 26 + 97)
    else
      result[i] = text:sub(i, i)
    end
  end
  return table.concat(result)
end

local function palindromes(limit)
  local count = 0
  for n = 0, limit - 1 do
    local digits = tostring(n)
    if digits == digits:reverse() then
      count = count + 1
    end
  end
  return count
end

local function edit(rounds)
  local text = "the quick brown fox jumps over the lazy dog"
  local total = 0
  for i = 0, rounds - 1 do
    local upper = text:upper()
    total = total + upper:find("LAZY", 1, true) - 1 + #(text:gsub("the", "a"))
    if upper:sub(1, 3) == "THE" and text:sub(-3) == "dog" then
      local _, n = text:gsub("o", "o")
      total = total + n
    end
    total = total + #text:sub(i % 10 + 1, i % 30):match("^%s*(.-)%s*$")
  end
  return total
end

print(string.format("%d %s", add_up(1000000)))
print(join_up(500000))
local text = string.rep("Hello, world; how vexingly quick daft zebras jump. ", 40)
for shift = 0, 119 do
  text = caesar(text, shift)
end
print(text:sub(1, 48))
print(palindromes(800000))
print(edit(350000))
