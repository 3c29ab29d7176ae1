print('fails starts')
early = 1
1 / 0
