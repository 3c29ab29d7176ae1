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
