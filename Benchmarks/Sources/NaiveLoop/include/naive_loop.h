#ifndef NAIVE_LOOP_H
#define NAIVE_LOOP_H
#include <stddef.h>
#include <stdint.h>

/* All patterns compiled to machine code, to be tried one after the other. */
typedef struct naive_loop naive_loop;

/* Compiles the patterns as helpline does; NULL where one is not a pattern. */
naive_loop *naive_loop_create(const char *const *patterns, size_t count);
void naive_loop_free(naive_loop *loop);

/* Tries every pattern; gives how many match, and writes the lowest of their numbers, up to a limit. */
size_t naive_loop_match(naive_loop *loop, const uint8_t *text, size_t length, uint32_t *found, size_t limit);

/* Tries one pattern; not zero where it matches. */
int naive_loop_match_one(naive_loop *loop, size_t number, const uint8_t *text, size_t length);

#endif
