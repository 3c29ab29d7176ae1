for n in (18, 19, 20, 21):
    src = ''.join('    ' * i + 'for i%d in range(1):\n' % i for i in range(n)) + '    ' * n + 'print("inner", %d)\n' % n
    try: exec(src)
    except SyntaxError as e: print(n, e.msg)
print('end')
