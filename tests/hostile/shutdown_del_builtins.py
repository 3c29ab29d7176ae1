
import builtins
class D:
    def __del__(self): print_('del without builtins')
print_ = print
d = D()
del builtins.len
print_('end')
