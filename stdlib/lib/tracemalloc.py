# Traces of memory blocks: snapshots and their statistics.
