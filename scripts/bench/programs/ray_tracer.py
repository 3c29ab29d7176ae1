"""A ray tracer: spheres and a chequered floor, shadows and reflections, with a vector class."""

import math


class Vector:
    def __init__(self, x, y, z):
        self.x = x
        self.y = y
        self.z = z

    def __add__(self, other):
        return Vector(self.x + other.x, self.y + other.y, self.z + other.z)

    def __sub__(self, other):
        return Vector(self.x - other.x, self.y - other.y, self.z - other.z)

    def __mul__(self, factor):
        return Vector(self.x * factor, self.y * factor, self.z * factor)

    def __neg__(self):
        return Vector(-self.x, -self.y, -self.z)

    def dot(self, other):
        return self.x * other.x + self.y * other.y + self.z * other.z

    def unit(self):
        return self * (1.0 / math.sqrt(self.dot(self)))

    def reflected(self, normal):
        return self - normal * (2.0 * self.dot(normal))


class Ray:
    def __init__(self, origin, direction):
        self.origin = origin
        self.direction = direction

    def point_at(self, distance):
        return self.origin + self.direction * distance


class Sphere:
    def __init__(self, centre, radius, colour, mirror):
        self.centre = centre
        self.radius = radius
        self.colour = colour
        self.mirror = mirror

    def hit(self, ray):
        to_centre = self.centre - ray.origin
        along = to_centre.dot(ray.direction)
        squared = self.radius * self.radius - to_centre.dot(to_centre) + along * along
        if squared < 0.0:
            return None
        distance = along - math.sqrt(squared)
        return distance if distance > 1e-6 else None

    def normal_at(self, point):
        return (point - self.centre).unit()

    def colour_at(self, point):
        return self.colour


class Floor:
    mirror = 0.2

    def hit(self, ray):
        if ray.direction.y >= -1e-6:
            return None
        distance = -ray.origin.y / ray.direction.y
        return distance if distance > 1e-6 else None

    def normal_at(self, point):
        return Vector(0.0, 1.0, 0.0)

    def colour_at(self, point):
        if (math.floor(point.x) + math.floor(point.z)) % 2 == 0:
            return Vector(0.9, 0.9, 0.9)
        return Vector(0.1, 0.2, 0.1)


class Scene:
    def __init__(self, things, lamp):
        self.things = things
        self.lamp = lamp

    def nearest(self, ray):
        best, best_distance = None, 1e9
        for thing in self.things:
            distance = thing.hit(ray)
            if distance is not None and distance < best_distance:
                best, best_distance = thing, distance
        return best, best_distance

    def is_lit(self, point):
        ray = Ray(point, (self.lamp - point).unit())
        for thing in self.things:
            if thing.hit(ray) is not None:
                return False
        return True

    def trace(self, ray, depth):
        thing, distance = self.nearest(ray)
        if thing is None:
            sky = 0.5 + 0.5 * ray.direction.y
            return Vector(0.3 * sky, 0.5 * sky, sky)
        point = ray.point_at(distance)
        normal = thing.normal_at(point)
        light = 0.15
        if self.is_lit(point):
            light += 0.85 * max(0.0, normal.dot((self.lamp - point).unit()))
        colour = thing.colour_at(point) * light
        if thing.mirror > 0.0 and depth > 0:
            bounced = Ray(point, ray.direction.reflected(normal).unit())
            colour = colour * (1.0 - thing.mirror)
            colour = colour + self.trace(bounced, depth - 1) * thing.mirror
        return colour


def main(width, height):
    things = [Floor()]
    for i in range(6):
        angle = i * math.pi / 3
        things.append(Sphere(Vector(2.0 * math.cos(angle), 0.7, 6.0 + 2.0 * math.sin(angle)), 0.7,
                             Vector(0.2 + 0.1 * i, 0.9 - 0.1 * i, 0.5), 0.3))
    things.append(Sphere(Vector(0.0, 1.3, 6.0), 1.1, Vector(0.9, 0.9, 0.9), 0.7))
    scene = Scene(things, Vector(-4.0, 7.0, 0.0))
    eye = Vector(0.0, 2.0, -1.0)
    red = green = blue = 0.0
    for row in range(height):
        for column in range(width):
            direction = Vector((column - width / 2) / width, (height / 2 - row) / width - 0.1, 1.0)
            colour = scene.trace(Ray(eye, direction.unit()), 3)
            red += colour.x
            green += colour.y
            blue += colour.z
    print("%.6f %.6f %.6f" % (red, green, blue))


main(220, 160)
