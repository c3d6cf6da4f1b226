// What a program without an index does, written as fast as it can be: machine code for every pattern, compiled beforehand,
// one match block for all, no check of the text.
#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>
#include <stdlib.h>
#include <string.h>
#include "naive_loop.h"

struct naive_loop {
    size_t count;
    pcre2_code **codes;
    pcre2_match_data *data;
    pcre2_match_context *context;
};

naive_loop *naive_loop_create(const char *const *patterns, size_t count) {
    naive_loop *loop = calloc(1, sizeof *loop);
    loop->codes = calloc(count, sizeof *loop->codes);
    loop->data = pcre2_match_data_create(32, NULL);
    loop->context = pcre2_match_context_create(NULL);
    pcre2_set_match_limit(loop->context, 10000);
    for (size_t i = 0; i < count; i++, loop->count++) {
        int error;
        PCRE2_SIZE offset;
        loop->codes[i] = pcre2_compile((PCRE2_SPTR)patterns[i], strlen(patterns[i]),
            PCRE2_UTF | PCRE2_CASELESS | PCRE2_NEVER_BACKSLASH_C, &error, &offset, NULL);
        if (!loop->codes[i] || pcre2_jit_compile(loop->codes[i], PCRE2_JIT_COMPLETE) != 0) {
            naive_loop_free(loop);
            return NULL;
        }
    }
    return loop;
}

void naive_loop_free(naive_loop *loop) {
    for (size_t i = 0; i < loop->count; i++) pcre2_code_free(loop->codes[i]);
    pcre2_match_data_free(loop->data);
    pcre2_match_context_free(loop->context);
    free(loop->codes);
    free(loop);
}

int naive_loop_match_one(naive_loop *loop, size_t number, const uint8_t *text, size_t length) {
    return pcre2_jit_match(loop->codes[number], text, length, 0, 0, loop->data, loop->context) > 0;
}

size_t naive_loop_match(naive_loop *loop, const uint8_t *text, size_t length, uint32_t *found, size_t limit) {
    size_t matches = 0;
    for (size_t i = 0; i < loop->count; i++) {
        if (naive_loop_match_one(loop, i, text, length)) {
            if (matches < limit) found[matches] = (uint32_t)i;
            matches++;
        }
    }
    return matches;
}
