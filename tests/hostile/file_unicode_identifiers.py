é = 1
μ = 2
print(é, μ)
变量 = 3
print(变量)
𐎠 = 4
print(𐎠)
class Ж:
    ñ = 5
print(Ж.ñ, Ж().__class__.__name__)
