-- Word count: text is made, split, cleaned, counted and ranked.

local SYLLABLES = { "ba", "ce", "di", "fo", "gu", "ha", "je", "ki", "lo", "mu", "na", "pe", "ri",
                    "so" }

local function make_text(count)
  local state, words = 99, {}
  for i = 0, count - 1 do
    state = (state * 1103515245 + 12345) % 2147483648
    local length = 1 + (state >> 12) % 3
    local word = ""
    for _ = 1, length do
      state = (state * 1103515245 + 12345) % 2147483648
      word = word .. SYLLABLES[(state >> 16) % 14 + 1]
    end
    if i % 11 == 0 then
      word = word:sub(1, 1):upper() .. word:sub(2) .. ","
    elseif i % 13 == 0 then
      word = word .. "."
    end
    words[#words + 1] = word
    if i % 12 == 11 then
      words[#words + 1] = "\n"
    end
  end
  return table.concat(words, " ")
end

local function count_words(text)
  local counts = {}
  for line in text:gmatch("[^\n]+") do
    for word in line:gmatch("%S+") do
      word = word:match("^[.,;]*(.-)[.,;]*$"):lower()
      if word ~= "" then
        counts[word] = (counts[word] or 0) + 1
      end
    end
  end
  return counts
end

local function count_letters(text)
  local counts = {}
  for letter in text:gmatch(".") do
    if letter:find("^%a") then
      counts[letter] = (counts[letter] or 0) + 1
    end
  end
  return counts
end

local function longest_line(text)
  local best = ""
  for line in text:gmatch("[^\n]+") do
    if #line > #best then
      best = line
    end
  end
  return best
end

local function sorted_keys(t)
  local keys = {}
  for key in pairs(t) do
    keys[#keys + 1] = key
  end
  table.sort(keys)
  return keys
end

local text = make_text(400000)
local counts = count_words(text)
local ranked, sum = {}, 0
for word, count in pairs(counts) do
  ranked[#ranked + 1] = { word, count }
  sum = sum + count
end
table.sort(ranked, function(a, b)
  if a[2] ~= b[2] then
    return a[2] > b[2]
  end
  return a[1] < b[1]
end)
for i = 1, 8 do
  print(string.format("%-8s %6d", ranked[i][1], ranked[i][2]))
end
print(string.format("%d %d", #ranked, sum))
local letters = count_letters(text)
local shown = {}
for i, letter in ipairs(sorted_keys(letters)) do
  if i <= 6 then
    shown[i] = letter .. letters[letter]
  end
end
print(table.concat(shown, " "))
print(longest_line(text):match("^%s*(.-)%s*$"))
local by_length = {}
for word in pairs(counts) do
  local members = by_length[#word]
  if not members then
    members = {}
    by_length[#word] = members
  end
  members[#members + 1] = word
end
for _, length in ipairs(sorted_keys(by_length)) do
  table.sort(by_length[length])
  local members = by_length[length]
  print(string.format("%d %d %s", length, #members, members[#members]))
end
