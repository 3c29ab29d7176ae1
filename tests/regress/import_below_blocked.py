# Below a module that is None in sys.modules the error named the parent.
import sys
sys.modules['blocked'] = None
for text in 'import blocked', 'import blocked.sub', 'from blocked import x', 'from blocked.sub import x':
    try: exec(text)
    except ModuleNotFoundError as e: print(e, '|', e.name)
