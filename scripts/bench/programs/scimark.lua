-- Numeric kernels: FFT, successive over-relaxation, LU with pivoting, Monte Carlo, sparse
-- matrix by vector.

local sin, sqrt, log, abs, floor = math.sin, math.sqrt, math.log, math.abs, math.floor

local Random = {}
Random.__index = Random

function Random.new(seed)
  return setmetatable({ state = seed }, Random)
end

function Random:next()
  self.state = (self.state * 1103515245 + 12345) % 2147483648
  return self.state / 2147483648.0
end

local function random_list(random, count)
  local list = {}
  for i = 1, count do
    list[i] = random:next()
  end
  return list
end

local function fft(data, direction)
  local n = #data // 2
  local j = 0
  for i = 0, n - 2 do
    if i < j then
      data[2 * i + 1], data[2 * j + 1] = data[2 * j + 1], data[2 * i + 1]
      data[2 * i + 2], data[2 * j + 2] = data[2 * j + 2], data[2 * i + 2]
    end
    local k = n >> 1
    while k <= j do
      j = j - k
      k = k >> 1
    end
    j = j + k
  end
  local dual = 1
  while dual < n do
    local theta = direction * math.pi / dual
    local w_real, w_imag = 1.0, 0.0
    local s, s2 = sin(theta), 2.0 * sin(theta / 2.0) ^ 2
    for a = 0, dual - 1 do
      if a ~= 0 then
        w_real, w_imag = w_real - s * w_imag - s2 * w_real, w_imag + s * w_real - s2 * w_imag
      end
      for b = a, n - 1, 2 * dual do
        local i, k = 2 * b + 1, 2 * (b + dual) + 1
        local x, y = data[k], data[k + 1]
        local wd_real = w_real * x - w_imag * y
        local wd_imag = w_real * y + w_imag * x
        data[k] = data[i] - wd_real
        data[k + 1] = data[i + 1] - wd_imag
        data[i] = data[i] + wd_real
        data[i + 1] = data[i + 1] + wd_imag
      end
    end
    dual = dual * 2
  end
end

local function run_fft(n, rounds)
  local original = random_list(Random.new(7), 2 * n)
  local data = table.move(original, 1, #original, 1, {})
  for _ = 1, rounds do
    fft(data, -1.0)
    fft(data, 1.0)
    for i = 1, #data do
      data[i] = data[i] / n
    end
  end
  local err, sum = 0.0, 0.0
  for i = 1, #data do
    local difference = data[i] - original[i]
    err = err + difference * difference
    sum = sum + data[i]
  end
  return sqrt(err / (2 * n)) < 1e-10, sum
end

local function run_sor(n, rounds)
  local random = Random.new(11)
  local grid = {}
  for i = 1, n do
    grid[i] = random_list(random, n)
  end
  local omega = 1.25
  local quarter, rest = omega * 0.25, 1.0 - omega
  for _ = 1, rounds do
    for i = 2, n - 1 do
      local above, row, below = grid[i - 1], grid[i], grid[i + 1]
      for j = 2, n - 1 do
        row[j] = quarter * (above[j] + below[j] + row[j - 1] + row[j + 1]) + rest * row[j]
      end
    end
  end
  local sum = 0.0
  for i = 1, n do
    local part = 0.0
    for j = 1, n do
      part = part + grid[i][j]
    end
    sum = sum + part
  end
  return sum
end

local function run_lu(n)
  local random = Random.new(13)
  local matrix = {}
  for i = 1, n do
    matrix[i] = random_list(random, n)
  end
  local sign = 1
  for j = 1, n do
    local pivot = j
    for i = j + 1, n do
      if abs(matrix[i][j]) > abs(matrix[pivot][j]) then
        pivot = i
      end
    end
    if pivot ~= j then
      matrix[pivot], matrix[j] = matrix[j], matrix[pivot]
      sign = -sign
    end
    local row = matrix[j]
    for i = j + 1, n do
      local other = matrix[i]
      local factor = other[j] / row[j]
      other[j] = factor
      for k = j + 1, n do
        other[k] = other[k] - factor * row[k]
      end
    end
  end
  local logarithm = 0.0
  for i = 1, n do
    logarithm = logarithm + log(abs(matrix[i][i]))
    if matrix[i][i] < 0 then
      sign = -sign
    end
  end
  return sign, logarithm
end

local function run_monte_carlo(count)
  local random = Random.new(113)
  local inside = 0
  for _ = 1, count do
    local x, y = random:next(), random:next()
    if x * x + y * y <= 1.0 then
      inside = inside + 1
    end
  end
  return inside
end

local function run_sparse(n, per_row, rounds)
  local random = Random.new(17)
  local values = random_list(random, n * per_row)
  local columns, starts = {}, {}
  for i = 1, n * per_row do
    columns[i] = floor(random:next() * n) + 1
  end
  for i = 1, n + 1 do
    starts[i] = (i - 1) * per_row + 1
  end
  local x = random_list(random, n)
  local y = {}
  for _ = 1, rounds do
    for i = 1, n do
      local total = 0.0
      for k = starts[i], starts[i + 1] - 1 do
        total = total + x[columns[k]] * values[k]
      end
      y[i] = total
    end
    for i = 1, n do
      y[i] = y[i] * 2.0 / per_row
    end
    x, y = y, x
  end
  local sum = 0.0
  for i = 1, n do
    sum = sum + x[i]
  end
  return sum
end

local good, total = run_fft(1024, 10)
print(string.format("fft %s %.6f", good and "True" or "False", total))
print(string.format("sor %.6f", run_sor(80, 130)))
print(string.format("lu %d %.6f", run_lu(130)))
print("monte carlo " .. run_monte_carlo(700000))
print(string.format("sparse %.6f", run_sparse(800, 8, 150)))
