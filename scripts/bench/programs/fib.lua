-- Recursion: Fibonacci, Ackermann, Takeuchi.

local function fib(n)
  if n < 2 then
    return n
  end
  return fib(n - 1) + fib(n - 2)
end

-- Every call is kept a real call (in parentheses), as Python has no tail calls.
local function ackermann(m, n)
  if m == 0 then
    return n + 1
  end
  if n == 0 then
    return (ackermann(m - 1, 1))
  end
  return (ackermann(m - 1, ackermann(m, n - 1)))
end

local function tak(x, y, z)
  if y >= x then
    return z
  end
  return (tak(tak(x - 1, y, z), tak(y - 1, z, x), tak(z - 1, x, y)))
end

print(string.format("fib %d", fib(32)))
print(string.format("ackermann %d", ackermann(2, 300)))
print(string.format("tak %d", tak(20, 12, 6)))
