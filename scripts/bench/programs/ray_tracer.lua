-- A ray tracer: spheres and a chequered floor, shadows and reflections, with a vector class.

local sqrt, floor, max = math.sqrt, math.floor, math.max

local Vector = {}
Vector.__index = Vector

local function vector(x, y, z)
  return setmetatable({ x = x, y = y, z = z }, Vector)
end

function Vector.__add(a, b)
  return vector(a.x + b.x, a.y + b.y, a.z + b.z)
end

function Vector.__sub(a, b)
  return vector(a.x - b.x, a.y - b.y, a.z - b.z)
end

function Vector.__mul(a, factor)
  return vector(a.x * factor, a.y * factor, a.z * factor)
end

function Vector:dot(other)
  return self.x * other.x + self.y * other.y + self.z * other.z
end

function Vector:unit()
  return self * (1.0 / sqrt(self:dot(self)))
end

function Vector:reflected(normal)
  return self - normal * (2.0 * self:dot(normal))
end

local Ray = {}
Ray.__index = Ray

local function new_ray(origin, direction)
  return setmetatable({ origin = origin, direction = direction }, Ray)
end

function Ray:point_at(distance)
  return self.origin + self.direction * distance
end

local Sphere = {}
Sphere.__index = Sphere

function Sphere.new(centre, radius, colour, mirror)
  return setmetatable({ centre = centre, radius = radius, colour = colour, mirror = mirror },
                      Sphere)
end

function Sphere:hit(ray)
  local to_centre = self.centre - ray.origin
  local along = to_centre:dot(ray.direction)
  local squared = self.radius * self.radius - to_centre:dot(to_centre) + along * along
  if squared < 0.0 then
    return nil
  end
  local distance = along - sqrt(squared)
  return distance > 1e-6 and distance or nil
end

function Sphere:normal_at(point)
  return (point - self.centre):unit()
end

function Sphere:colour_at(_)
  return self.colour
end

local Floor = { mirror = 0.2 }
Floor.__index = Floor

function Floor.new()
  return setmetatable({}, Floor)
end

function Floor:hit(ray)
  if ray.direction.y >= -1e-6 then
    return nil
  end
  local distance = -ray.origin.y / ray.direction.y
  return distance > 1e-6 and distance or nil
end

function Floor:normal_at(_)
  return vector(0.0, 1.0, 0.0)
end

function Floor:colour_at(point)
  if (floor(point.x) + floor(point.z)) % 2 == 0 then
    return vector(0.9, 0.9, 0.9)
  end
  return vector(0.1, 0.2, 0.1)
end

local Scene = {}
Scene.__index = Scene

function Scene.new(things, lamp)
  return setmetatable({ things = things, lamp = lamp }, Scene)
end

function Scene:nearest(ray)
  local best, best_distance = nil, 1e9
  for _, thing in ipairs(self.things) do
    local distance = thing:hit(ray)
    if distance and distance < best_distance then
      best, best_distance = thing, distance
    end
  end
  return best, best_distance
end

function Scene:is_lit(point)
  local ray = new_ray(point, (self.lamp - point):unit())
  for _, thing in ipairs(self.things) do
    if thing:hit(ray) then
      return false
    end
  end
  return true
end

function Scene:trace(ray, depth)
  local thing, distance = self:nearest(ray)
  if not thing then
    local sky = 0.5 + 0.5 * ray.direction.y
    return vector(0.3 * sky, 0.5 * sky, sky)
  end
  local point = ray:point_at(distance)
  local normal = thing:normal_at(point)
  local light = 0.15
  if self:is_lit(point) then
    light = light + 0.85 * max(0.0, normal:dot((self.lamp - point):unit()))
  end
  local colour = thing:colour_at(point) * light
  if thing.mirror > 0.0 and depth > 0 then
    local bounced = new_ray(point, ray.direction:reflected(normal):unit())
    colour = colour * (1.0 - thing.mirror)
    colour = colour + self:trace(bounced, depth - 1) * thing.mirror
  end
  return colour
end

local function main(width, height)
  local things = { Floor.new() }
  for i = 0, 5 do
    local angle = i * math.pi / 3
    things[#things + 1] = Sphere.new(
      vector(2.0 * math.cos(angle), 0.7, 6.0 + 2.0 * math.sin(angle)), 0.7,
      vector(0.2 + 0.1 * i, 0.9 - 0.1 * i, 0.5), 0.3)
  end
  things[#things + 1] = Sphere.new(vector(0.0, 1.3, 6.0), 1.1, vector(0.9, 0.9, 0.9), 0.7)
  local scene = Scene.new(things, vector(-4.0, 7.0, 0.0))
  local eye = vector(0.0, 2.0, -1.0)
  local red, green, blue = 0.0, 0.0, 0.0
  for row = 0, height - 1 do
    for column = 0, width - 1 do
      local direction = vector((column - width / 2) / width, (height / 2 - row) / width - 0.1, 1.0)
      local colour = scene:trace(new_ray(eye, direction:unit()), 3)
      red = red + colour.x
      green = green + colour.y
      blue = blue + colour.z
    end
  end
  print(string.format("%.6f %.6f %.6f", red, green, blue))
end

main(220, 160)
