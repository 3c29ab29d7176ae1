"""Floats with a fixed number of digits: ties, denormals, large values, negative zeros; round()."""
import random
random.seed(5)
vals=[0.0,-0.0,0.5,1.5,2.5,0.125,0.375,1e22,1e15+0.5,4503599627370497.5,9007199254740993.0,5e-324,1e-300,0.05,0.15,0.25,0.35,999.9999999,0.995,1.005,2.675,9.5,10.5,-0.5,-1.5,-0.001,2**52+0.5,2**51+0.25]
for i in range(3000):
    e=random.randrange(-40,60)
    v=random.random()*10.0**(e/3)
    vals.append(v if random.random()<.5 else -v)
    vals.append(random.randrange(1<<20)/(1<<random.randrange(20)))
h=0
for v in vals:
    for p in (0,1,2,3,6,10,17):
        for s in ("%%.%df"%p % v, format(v,"+.%df"%p), format(v,"z#.%df"%p)):
            h=(h*31+hash(s))&0xffffffffffff
    h=(h*31+hash(str(round(v,2))+str(round(v,5))))&0xffffffffffff
print(h, [("%.2f" % v) for v in vals[:28]], [("%.0f" % v) for v in vals[:28]])
