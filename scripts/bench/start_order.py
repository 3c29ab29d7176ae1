#!/usr/bin/python3.11
"""Write vm/cli/start_order.ld: the functions that a start runs, for the linker to put side by side.

The kernel maps a file by 64 KB around what is touched. Spread over the whole text, the functions of
a start make nearly all of it resident; side by side, a third. Run it (with valgrind installed) when
`start.py` shows that the binary's resident size has grown; a name that is gone does no harm.
"""

import argparse
import os
import re
import subprocess
import sys
import tempfile

sys.dont_write_bytecode = True

import measure  # noqa: E402

TARGET = os.path.join(measure.ROOT, "vm", "cli", "start_order.ld")
# Where the dispatch loop begins within a line of the cache is worth 18 % of the time of script_loops.py and
# 7 % of go_playout.py, with the same code; without this line chance decides.
LOOP_PLACE = "    . = ALIGN(64);\n"
HEAD = """/* The functions that a start, one print and a stop run, side by side: fewer pages of the text are
 * resident. Written by scripts/bench/start_order.py. */
SECTIONS
{
  .text.start :
  {
"""
TAIL = """  }
}
INSERT BEFORE .text;
"""


def executed_functions(binary):
    """Names of the functions of the binary that callgrind saw, without the compiler's suffixes."""
    with tempfile.NamedTemporaryFile(mode="r") as profile:
        subprocess.run(["valgrind", "--tool=callgrind", "--callgrind-out-file=" + profile.name, binary,
                        "-c", "print('hello')"], check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        lines = profile.read().splitlines()
    texts, found, is_ours = {}, set(), False
    for line in lines:
        match = re.match(r"(c?ob|c?fn)=(\(\d+\))(?: (.*))?$", line)
        if not match:
            continue
        key = match[1].removeprefix("c"), match[2]
        if match[3]:
            texts[key] = match[3]
        if match[1] == "ob":
            is_ours = ".so" not in os.path.basename(texts[key])  # callgrind loses track of .text.start
        elif match[1] == "fn" and is_ours:
            found.add(texts[key].split(".")[0].split("'")[0])
    return sorted(name for name in found if name.isidentifier())


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--adder", default=measure.DEFAULT_ADDER, metavar="PATH")
    names = executed_functions(parser.parse_args().adder)
    with open(TARGET, "w") as file:
        file.write(HEAD)
        for name in names:
            sections = (".text.startup.",) if name == "main" else (".text.", ".text.hot.") # hot: by the profile
            if name == "eval_run":
                file.write(LOOP_PLACE)
            file.write("    *(%s)\n" % " ".join("%s%s %s%s.*" % (each, name, each, name) for each in sections))
        file.write(TAIL)
    print("%d functions" % len(names))


if __name__ == "__main__":
    main()
