-- The Mandelbrot set, counted and drawn small.

local WIDTH, HEIGHT, LIMIT = 540, 360, 120

local inside = 0
local checksum = 0
local rows = {}
local shades = ".:-=+*#%@ "
for row = 0, HEIGHT - 1 do
  local cy = 2.4 * row / HEIGHT - 1.2
  local line = {}
  for column = 0, WIDTH - 1 do
    local cx = 3.2 * column / WIDTH - 2.2
    local x, y = 0.0, 0.0
    local steps = 0
    while steps < LIMIT do
      local xx = x * x
      local yy = y * y
      if xx + yy > 4.0 then
        break
      end
      y = 2.0 * x * y + cy
      x = xx - yy + cx
      steps = steps + 1
    end
    if steps == LIMIT then
      inside = inside + 1
    end
    checksum = (checksum * 33 + steps) % 1000000007
    local shade = steps % 10 + 1
    line[column + 1] = shades:sub(shade, shade)
  end
  if row % 30 == 0 then
    local thin = {}
    for column = 1, WIDTH, 9 do
      thin[#thin + 1] = line[column]
    end
    rows[#rows + 1] = table.concat(thin)
  end
end

for _, text in ipairs(rows) do
  print(text)
end
print(string.format("%d %d", inside, checksum))
