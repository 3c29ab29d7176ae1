// Module mem: the reports that the command line and the prompt print too.
#ifndef ADDER_STDLIB_MACHINE_MOD_MEM_H
#define ADDER_STDLIB_MACHINE_MOD_MEM_H

#include <stdbool.h>
#include <stdio.h>

// Writes "stats", "arenas" or "pins" as text. False: no such report, or no memory for it.
bool mem_write_report(const char *name, FILE *stream);

#endif
