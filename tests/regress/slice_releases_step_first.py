# A slice that ends lets go of its step before start and stop.
class Ending:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("end of", self.name)


class Items:
    def __getitem__(self, key):
        return "item"


print(Items()[Ending("start"):Ending("stop"):Ending("step")])
try:
    [][Ending("start"):Ending("stop"):Ending("step")]
except TypeError as error:
    print(error)


class Container(Ending):
    def __getitem__(self, key):
        return "item"

    def __setitem__(self, key, value):
        if self.name == "refusing":
            raise ValueError("refused")


print(Container("container")[Ending("start"):Ending("stop")])
for name in "willing", "refusing":
    try:
        Container(name)[Ending("start"):Ending("stop"):Ending("step")] = Ending("value")
    except ValueError as error:
        print(error)
kept = []
Items.__getitem__ = lambda self, key: kept.append(key)
Items()[Ending("start"):Ending("stop"):Ending("step")]
print("kept")
del kept[0]
