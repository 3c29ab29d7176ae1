# Names of an imported module die when the module goes.
import _shutdown_helper
class D:
    def __del__(self): print('del of main')
d = D()
print(_shutdown_helper.d.name)
