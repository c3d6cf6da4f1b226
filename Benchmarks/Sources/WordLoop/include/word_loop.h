#ifndef WORD_LOOP_H
#define WORD_LOOP_H
#include <stddef.h>
#include <stdint.h>

/* Patterns, each behind a set of words of which every match has to hold one. */
typedef struct word_loop word_loop;

/* Compiles the patterns to machine code and indexes their words; NULL where one is not a pattern. */
word_loop *word_loop_create(const char *const *patterns, size_t count);
void word_loop_free(word_loop *loop);

/* Answers one line: the line in small letters, the patterns whose words it holds, PCRE2 on each of them, and for the
   first that matches its number in a reply. Gives the length of the reply, and adds to the number of matches. */
size_t word_loop_answer(word_loop *loop, const char *line, size_t length, char *reply, size_t room, size_t *matches);

#endif
