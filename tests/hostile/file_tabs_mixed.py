if 1:
	if 1:
	    print("mixed")
	print("tab")
