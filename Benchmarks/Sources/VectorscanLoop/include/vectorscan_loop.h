#ifndef VECTORSCAN_LOOP_H
#define VECTORSCAN_LOOP_H
#include <stddef.h>
#include <stdint.h>

/* Vectorscan before PCRE2: which patterns may match, each of them once. */
typedef struct vectorscan_loop vectorscan_loop;

/* Compiles the patterns as a filter that lets through all that matches; NULL where the library is not installed, or
   cannot compile them. */
vectorscan_loop *vectorscan_loop_create(const char *const *patterns, size_t count);
void vectorscan_loop_free(vectorscan_loop *loop);

/* The size of what was compiled, in bytes. */
size_t vectorscan_loop_size(const vectorscan_loop *loop);

/* Writes the numbers of the patterns that may match, up to a limit, and gives how many they are. */
size_t vectorscan_loop_scan(vectorscan_loop *loop, const uint8_t *text, size_t length, uint32_t *found, size_t limit);

#endif
