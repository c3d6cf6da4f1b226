#ifndef ALLOCATION_COUNTER_H
#define ALLOCATION_COUNTER_H
#include <stdbool.h>
#include <stdint.h>

/* How often this thread has asked for memory since it started. */
uint64_t allocation_count(void);

/* Whether anything is counted: not under a sanitizer, which brings an allocator of its own. */
bool allocations_are_counted(void);

#endif
