{'a': 1}['it\'s "quoted"']
