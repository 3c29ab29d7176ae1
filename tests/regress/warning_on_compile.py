# SyntaxWarning was never shown, and DeprecationWarning must show in __main__.py alone.
import sys
compile('x = 1\nx is 5', 'other.py', 'exec')
compile("'\\d'", 'other.py', 'exec')
compile("'\\d'", '__main__.py', 'exec')
compile('1 in 5 is ()\n[1] [2, 3]', 'other.py', 'exec')
sys.stderr = sys.stdout
compile('x is "a"', '<text>', 'exec')
sys.stderr = None
compile('x is "a"', '<text>', 'exec')
