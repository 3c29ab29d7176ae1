name, n, f = 'Ann', 42, 3.14159
print(f'{name}', f'{n}', f'a{name}b{n}c', f'', f'{{}}', f'{{{n}}}', f'{n:>5}|{n:<5}|{n:^5}|')
print(f'{f:.2f} {f:10.3e} {f!r:>10} {name!r} {name!s} {name!a}')
print(f'{n:x} {n:#b} {n:,} {n:05d} {n:+}', f"{'nested'}", f'{n if n > 40 else 0}')
print(f'{n=} {n = } {name=} {name=!s} {f=:.1f} {n+1=}', f'{ n =}')
w, p = 10, 3
print(f'{f:{w}.{p}}|{name:{"*"}^{w}}|{n:{w}}')
print(f'{(lambda x: x * 2)(5)}', f'{[i for i in range(3)]}', f'{ {"a": 1}["a"] }', f'{ {1, 2} }')
print(f'{n}' 'plain' f'{name}' "{not}", rf'\d{n}\n', f'\n{n}\t'.encode())
print(f'''{
n
}''', f"""{name
}""")
print(f'{n!r:^{w}}', f'{"a" "b"}', f'{1,2}', f'{n:}', f'{*[1,2],}')
print(f'{name[0]}{name[1:]} {name.upper()} {len(name)}', f'{3 != 4}', f'{n:{"d"}}', f'{x}' if (x := 1) else 0)
print(f'{"{"}{"}"}', f'{n:%}', f'{True:d}', f'{None}', f'{name:10}|', f'{[1]!s:>5}')
