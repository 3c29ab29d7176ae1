code = '''
def inner():
    return undefined
inner()
'''
exec(code)
