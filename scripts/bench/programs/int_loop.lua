-- Integer arithmetic in plain loops: Collatz chains, a linear generator, greatest divisors.

local function collatz(limit)
  local best, best_start = 0, 0
  for start = 1, limit - 1 do
    local n, steps = start, 0
    while n ~= 1 do
      if n & 1 == 1 then
        n = 3 * n + 1
      else
        n = n >> 1
      end
      steps = steps + 1
    end
    if steps > best then
      best, best_start = steps, start
    end
  end
  return best, best_start
end

local function mix(count)
  local state, total = 1, 0
  for i = 0, count - 1 do
    state = (state * 1103515245 + 12345) % 2147483648
    total = total + ((state >> 16) ~ (i & 255))
  end
  return total
end

local function gcd_sum(limit)
  local total = 0
  for a = 1, limit - 1 do
    for b = 1, limit - 1 do
      local x, y = a, b
      while y ~= 0 do
        x, y = y, x % y
      end
      total = total + x
    end
  end
  return total
end

local function main()
  local best, start = collatz(60000)
  print(string.format("collatz %d %d", best, start))
  print(string.format("mix %d", mix(1500000)))
  print(string.format("gcd %d", gcd_sum(400)))
end

main()
