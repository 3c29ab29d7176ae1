-- Spectral norm of an infinite matrix, by power iteration.

local function cell(i, j)
  return 1.0 / ((i + j) * (i + j + 1) // 2 + i + 1)
end

local function times(vector)
  local result = {}
  for i = 0, #vector - 1 do
    local total = 0.0
    for j, value in ipairs(vector) do
      total = total + cell(i, j - 1) * value
    end
    result[i + 1] = total
  end
  return result
end

local function times_transposed(vector)
  local result = {}
  for i = 0, #vector - 1 do
    local total = 0.0
    for j, value in ipairs(vector) do
      total = total + cell(j - 1, i) * value
    end
    result[i + 1] = total
  end
  return result
end

local function times_both(vector)
  return times_transposed(times(vector))
end

local function main(size)
  local u, v = {}, nil
  for i = 1, size do
    u[i] = 1.0
  end
  for _ = 1, 6 do
    v = times_both(u)
    u = times_both(v)
  end
  local dot, norm = 0.0, 0.0
  for i = 1, size do
    dot = dot + u[i] * v[i]
    norm = norm + v[i] * v[i]
  end
  print(string.format("%.9f", math.sqrt(dot / norm)))
end

main(400)
