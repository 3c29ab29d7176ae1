print('inner', __name__, __package__)
thing = 'inner thing'
