-- Binary trees: made and dropped by the thousand, one kept for long.

local Tree = {}
Tree.__index = Tree

function Tree:count()
  if not self.left then
    return 1
  end
  return 1 + self.left:count() + self.right:count()
end

local function make(depth)
  if depth == 0 then
    return setmetatable({ left = nil, right = nil }, Tree)
  end
  return setmetatable({ left = make(depth - 1), right = make(depth - 1) }, Tree)
end

local function main(largest)
  print(string.format("stretch %d %d", largest + 1, make(largest + 1):count()))
  local keep = make(largest)
  for depth = 4, largest, 4 do
    local rounds = 1 << (largest - depth + 4)
    local total = 0
    for _ = 1, rounds do
      total = total + make(depth):count()
    end
    print(string.format("%d %d %d", rounds, depth, total))
  end
  print(string.format("kept %d %d", largest, keep:count()))
end

main(15)
