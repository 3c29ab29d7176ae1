# input() without sys.stdin named an attribute of None.
import io
import sys

out = sys.stdout
for name in "stdin", "stdout", "stderr":
    old = getattr(sys, name)
    for lose in lambda: setattr(sys, name, None), lambda: delattr(sys, name):
        lose()
        try:
            input("prompt")
        except RuntimeError as e:
            print(e, file=out)
        setattr(sys, name, old)
sys.stdin = io.StringIO("a line\n")
print(input())
