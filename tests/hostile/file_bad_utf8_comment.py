# é latin
print("ok")
