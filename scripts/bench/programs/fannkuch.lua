-- Fannkuch: flips of a pancake stack over all permutations.

local function fannkuch(n)
  local permutation, count, work = {}, {}, {}
  for i = 1, n do
    permutation[i] = i
    count[i] = 0
  end
  local checksum, most, index = 0, 0, 0
  local r = n
  while true do
    while r ~= 1 do
      count[r] = r
      r = r - 1
    end
    if permutation[1] ~= 1 then
      local flips = 0
      for i = 1, n do
        work[i] = permutation[i]
      end
      local first = work[1]
      while first ~= 1 do
        local i, j = 1, first
        while i < j do
          work[i], work[j] = work[j], work[i]
          i, j = i + 1, j - 1
        end
        flips = flips + 1
        first = work[1]
      end
      if flips > most then
        most = flips
      end
      checksum = checksum + (index % 2 == 0 and flips or -flips)
    end
    while true do
      if r == n then
        return checksum, most
      end
      table.insert(permutation, r + 1, table.remove(permutation, 1))
      count[r + 1] = count[r + 1] - 1
      if count[r + 1] > 0 then
        break
      end
      r = r + 1
    end
    index = index + 1
  end
end

for n = 7, 9 do
  local checksum, most = fannkuch(n)
  print(string.format("%d: %d %d", n, checksum, most))
end
