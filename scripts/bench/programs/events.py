"""An event log worked through by a script at module level: parse, total, rank, draw."""

import sys
import time

started = time.time()
kinds = ["open", "read", "write", "close", "error"]
users = ["ann", "bob", "cid", "dee", "eve", "fay", "gus"]

lines = []
state = 31337
clock = 0
for i in range(260000):
    state = (state * 1103515245 + 12345) % 2147483648
    clock += (state >> 10) % 7
    user = users[(state >> 14) % 7]
    kind = kinds[(state >> 20) % 5]
    size = (state >> 8) % 4096
    lines.append(f"{clock} {user} {kind} size={size} tag={i % 13}")

totals = {}
opened = {}
errors = []
longest = 0
for line in lines:
    when, user, kind, *fields = line.split()
    when = int(when)
    values = {}
    for field in fields:
        key, _, value = field.partition("=")
        values[key] = int(value)
    if kind == "error":
        errors.append((when, user, values["tag"]))
        continue
    totals[user, kind] = totals.get((user, kind), 0) + values["size"]
    if kind == "open":
        opened[user] = when
    elif kind == "close" and user in opened:
        duration = when - opened.pop(user)
        if duration > longest:
            longest = duration

for user in sorted(users):
    row = [totals.get((user, kind), 0) for kind in kinds[:4]]
    bar = "#" * (sum(row) * 40 // max(totals.values()) // 4)
    print(f"{user:5}{'/'.join(map(str, row)):>44} {bar}")

gaps = 0
previous = 0
for when, user, tag in errors:
    if when - previous > 60:
        gaps += 1
    previous = when
print(len(errors), gaps, longest, errors[-1])

by_tag = {}
for _, user, tag in errors:
    by_tag.setdefault(tag, set()).add(user)
print(sorted((tag, len(names)) for tag, names in by_tag.items())[:4])

if time.time() < started:
    sys.exit("the clock ran backwards")
