ª = 1
µ = 2
print(a, μ)
ﬁ = 3
print(fi)
𝐱 = 4
print(x)
