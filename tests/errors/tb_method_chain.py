s = 'a,b'
s.split(',').pop().upper().nothing().more()
