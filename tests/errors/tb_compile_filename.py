exec(compile('x = 1\nx.foo\n', 'made_up.py', 'exec'))
