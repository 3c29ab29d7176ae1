-- The sieve of Eratosthenes: plain loops over a table, twice.

local function sieve(limit)
  local is_prime = {}
  for n = 1, limit do
    is_prime[n] = true
  end
  is_prime[1] = false
  local i = 2
  while i * i <= limit do
    if is_prime[i] then
      for j = i * i, limit, i do
        is_prime[j] = false
      end
    end
    i = i + 1
  end
  local primes = {}
  for n = 1, limit do
    if is_prime[n] then
      primes[#primes + 1] = n
    end
  end
  return primes
end

local function main()
  local primes = sieve(5000000)
  local sum = 0
  for _, p in ipairs(primes) do
    sum = sum + p
  end
  print(string.format("%d %d %d", #primes, primes[#primes], sum))
  local best, where = 0, 0
  for i = 1, #primes - 1 do
    local gap = primes[i + 1] - primes[i]
    if gap > best then
      best, where = gap, i - 1
    end
  end
  print(string.format("%d %d", best, where))
  print(#sieve(5000000))
end

main()
