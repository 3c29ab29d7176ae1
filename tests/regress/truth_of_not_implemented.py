# The truth of NotImplemented is asked with a warning.
class Answers:
    def __contains__(self, item):
        return NotImplemented

    def __bool__(self):
        return True


def ask(value):
    if value:
        return "true"
    return "false"


print(ask(NotImplemented))
print(not NotImplemented)
print(1 in Answers())
