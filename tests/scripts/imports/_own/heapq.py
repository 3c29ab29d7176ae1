print('a file of the script:', __name__)
