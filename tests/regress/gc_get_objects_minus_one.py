# gc.get_objects(-1) was refused; it means all generations.
import gc
print(any(o is globals() for o in gc.get_objects(-1)))
for wrong in (-2, 3, 'a'):
    try: gc.get_objects(wrong)
    except (ValueError, TypeError) as e: print(e)
