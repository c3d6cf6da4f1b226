// What a C program does that knows how authors write patterns: of each pattern the rarest group of plain words, a table of
// these words by their first six or three bytes, one walk over the line, and PCRE2's machine code for the patterns whose
// words it holds.
// No normalising but small letters of ASCII, no redaction, no conversation.
#include "word_loop.h"
#include "naive_loop.h"
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { short_key = 3, long_key = 6, slot_bits = 18, slot_count = 1 << slot_bits, line_limit = 4096 };

struct word { const char *text; uint32_t length, next, first_use; };
struct use { uint32_t pattern, next; };
struct group { const char *start, *end; };

struct word_loop {
    size_t count, word_count, word_room, use_count, use_room, always_count;
    naive_loop *all;
    struct word *words;
    struct use *uses;
    uint32_t *always, *tried, now;
    uint32_t slots[2][slot_count];
};

static bool is_optional(const char *behind) { return *behind == '?' || *behind == '*' || !strncmp(behind, "{0", 2); }

static bool is_plain(const char *start, const char *end) {
    for (; start < end; start++) if (strchr("\\^$.[]()*+?{}", *start)) return false;
    return true;
}

// Whether a group has branches of its own, outside the groups in it.
static bool has_branches(const char *start, const char *end) {
    int depth = 0;
    for (; start < end; start++) {
        if (*start == '\\') start++;
        else if (*start == '(') depth++;
        else if (*start == ')') depth--;
        else if (*start == '|' && depth == 0) return true;
    }
    return false;
}

static const char *closing(const char *open) {
    int depth = 0;
    for (const char *at = open; *at; at++) {
        if (*at == '\\' && at[1]) at++;
        else if (*at == '[') { while (*at && *at != ']') at += *at == '\\' ? 2 : 1; }
        else if (*at == '(') depth++;
        else if (*at == ')' && --depth == 0) return at;
    }
    return NULL;
}

// Reports every group of plain words that no match can do without.
static void each_group(const char *start, const char *end, void (*found)(void *, struct group), void *context) {
    for (const char *at = start; at < end; at++) {
        if (*at == '\\') at++;
        else if (*at == '[') { while (at < end && *at != ']') at += *at == '\\' ? 2 : 1; }
        else if (*at == '(') {
            const char *close = closing(at);
            if (!close) return;
            const char *inner = at + 1;
            if (!strncmp(inner, "?:", 2) || !strncmp(inner, "?=", 2)) inner += 2;
            else if (!strncmp(inner, "?<", 2) && inner[2] != '!' && inner[2] != '=') inner = strchr(inner, '>') + 1;
            if (!is_optional(close + 1) && *inner != '?') {
                struct group group = {inner, close};
                if (is_plain(inner, close)) found(context, group);
                else if (!has_branches(inner, close)) each_group(inner, close, found, context);
            }
            at = close;
        }
    }
}

// The head of the chain of words that begin like a text: those of six bytes or more, or the shorter ones.
static uint32_t *chain_of(word_loop *loop, const char *text, bool is_long) {
    uint64_t key = 0;
    memcpy(&key, text, is_long ? long_key : short_key);
    return &loop->slots[is_long][key * 0x9E3779B97F4A7C15u >> (64 - slot_bits)];
}

static struct word *find_word(word_loop *loop, const char *text, uint32_t length, bool add) {
    uint32_t *chain = chain_of(loop, text, length >= long_key);
    for (uint32_t number = *chain; number; number = loop->words[number].next)
        if (loop->words[number].length == length && !memcmp(loop->words[number].text, text, length))
            return &loop->words[number];
    if (!add) return NULL;
    if (loop->word_count + 1 >= loop->word_room) {
        loop->word_room = 2 * loop->word_room + 1024;
        loop->words = realloc(loop->words, loop->word_room * sizeof *loop->words);
    }
    uint32_t number = (uint32_t)++loop->word_count;
    loop->words[number] = (struct word){text, length, *chain, 0};
    *chain = number;
    return &loop->words[number];
}

// Passes each word of a group; false where one is too short for a key.
static bool each_word(struct group group, void (*found)(void *, const char *, uint32_t), void *context) {
    for (const char *word = group.start; word <= group.end;) {
        const char *end = memchr(word, '|', (size_t)(group.end - word));
        if (!end) end = group.end;
        if (end - word < short_key) return false;
        if (found) found(context, word, (uint32_t)(end - word));
        word = end + 1;
    }
    return true;
}

struct weighing { word_loop *loop; const size_t *weights; struct group best; double cost; double sum; };

static void add_weight(void *context, const char *text, uint32_t length) {
    struct weighing *weighing = context;
    struct word *word = find_word(weighing->loop, text, length, false);
    weighing->sum += 1 + (word ? (double)weighing->weights[word - weighing->loop->words] : 0);
}

static void weigh_group(void *context, struct group group) {
    struct weighing *weighing = context;
    weighing->sum = 0;
    if (!each_word(group, NULL, NULL)) return;
    each_word(group, add_weight, weighing);
    if (!weighing->best.start || weighing->sum < weighing->cost) {
        weighing->best = group;
        weighing->cost = weighing->sum;
    }
}

static void count_word(void *context, const char *text, uint32_t length) { find_word(context, text, length, true); }
static void count_group(void *context, struct group group) {
    if (each_word(group, NULL, NULL)) each_word(group, count_word, context);
}

struct counting { word_loop *loop; size_t *weights; };
static void add_count(void *context, const char *text, uint32_t length) {
    struct counting *counting = context;
    counting->weights[find_word(counting->loop, text, length, false) - counting->loop->words]++;
}
static void add_counts(void *context, struct group group) {
    if (each_word(group, NULL, NULL)) each_word(group, add_count, context);
}

struct using { word_loop *loop; uint32_t pattern; };
static void add_use(void *context, const char *text, uint32_t length) {
    struct using *using = context;
    word_loop *loop = using->loop;
    struct word *word = find_word(loop, text, length, true);
    if (loop->use_count + 1 >= loop->use_room) {
        loop->use_room = 2 * loop->use_room + 1024;
        loop->uses = realloc(loop->uses, loop->use_room * sizeof *loop->uses);
    }
    loop->uses[++loop->use_count] = (struct use){using->pattern, word->first_use};
    word->first_use = (uint32_t)loop->use_count;
}

static void index_words(word_loop *loop, const char *const *patterns) {
    for (size_t i = 0; i < loop->count; i++)
        each_group(patterns[i], patterns[i] + strlen(patterns[i]), count_group, loop);
    struct counting counting = {loop, calloc(loop->word_count + 1, sizeof(size_t))};
    for (size_t i = 0; i < loop->count; i++)
        each_group(patterns[i], patterns[i] + strlen(patterns[i]), add_counts, &counting);
    for (size_t i = 0; i < loop->count; i++) {
        struct weighing weighing = {loop, counting.weights, {NULL, NULL}, 0, 0};
        each_group(patterns[i], patterns[i] + strlen(patterns[i]), weigh_group, &weighing);
        struct using using = {loop, (uint32_t)i};
        if (weighing.best.start) each_word(weighing.best, add_use, &using);
        else loop->always[loop->always_count++] = (uint32_t)i;
    }
    free(counting.weights);
}

word_loop *word_loop_create(const char *const *patterns, size_t count) {
    naive_loop *all = naive_loop_create(patterns, count);
    if (!all) return NULL;
    word_loop *loop = calloc(1, sizeof *loop);
    loop->all = all;
    loop->count = count;
    loop->always = calloc(count, sizeof *loop->always);
    loop->tried = calloc(count, sizeof *loop->tried);
    index_words(loop, patterns);
    return loop;
}

void word_loop_free(word_loop *loop) {
    naive_loop_free(loop->all);
    free(loop->always);
    free(loop->tried);
    free(loop->words);
    free(loop->uses);
    free(loop);
}

struct answer { const char *line; size_t length, matches; uint32_t first; };

static void try_pattern(word_loop *loop, uint32_t number, struct answer *answer) {
    if (loop->tried[number] == loop->now) return;
    loop->tried[number] = loop->now;
    if (!naive_loop_match_one(loop->all, number, (const uint8_t *)answer->line, answer->length)) return;
    if (!answer->matches++ || number < answer->first) answer->first = number;
}

static void try_words(word_loop *loop, uint32_t chain, const char *text, size_t length, struct answer *answer) {
    for (uint32_t number = chain; number; number = loop->words[number].next) {
        const struct word *word = &loop->words[number];
        if (word->length > length || memcmp(word->text, text, word->length)) continue;
        for (uint32_t use = word->first_use; use; use = loop->uses[use].next)
            try_pattern(loop, loop->uses[use].pattern, answer);
    }
}

size_t word_loop_answer(word_loop *loop, const char *line, size_t length, char *reply, size_t room, size_t *matches) {
    char small[line_limit];
    if (length > line_limit) length = line_limit;
    for (size_t i = 0; i < length; i++) small[i] = line[i] >= 'A' && line[i] <= 'Z' ? line[i] | 0x20 : line[i];
    struct answer answer = {line, length, 0, 0};
    loop->now++;
    for (size_t at = 0; at + short_key <= length; at++) {
        try_words(loop, *chain_of(loop, small + at, false), small + at, length - at, &answer);
        if (at + long_key <= length)
            try_words(loop, *chain_of(loop, small + at, true), small + at, length - at, &answer);
    }
    for (size_t i = 0; i < loop->always_count; i++) try_pattern(loop, loop->always[i], &answer);
    *matches += answer.matches;
    int written = answer.matches ? snprintf(reply, room, "This is the answer to question %u.\n\n", answer.first / 8)
                                 : snprintf(reply, room, "I have not understood that.\n\n");
    return written < 0 ? 0 : (size_t)written;
}
