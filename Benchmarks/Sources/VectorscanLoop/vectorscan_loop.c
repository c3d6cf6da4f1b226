// Vectorscan is asked for at run time, so that the benchmark is built where it is not installed; the few declarations are
// those of its interface (hs_compile.h, hs_runtime.h).
#include "vectorscan_loop.h"
#include <dlfcn.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>

enum { caseless = 1, dotall = 2, single_match = 8, allow_empty = 16, utf8 = 32, prefilter = 128, mode_block = 1 };

typedef int on_match(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context);
struct compile_error { char *message; int expression; };

static struct {
    int (*compile)(const char *const *, const unsigned *, const unsigned *, unsigned, unsigned, const void *, void **,
        struct compile_error **);
    int (*alloc_scratch)(const void *, void **);
    int (*scan)(const void *, const char *, unsigned, unsigned, void *, on_match *, void *);
    int (*size)(const void *, size_t *);
    int (*free_scratch)(void *);
    int (*free_database)(void *);
} library;

struct vectorscan_loop { void *database; void *scratch; };

static bool open_library(void) {
    if (library.compile) return true;
    void *handle = dlopen("libhs.so.5", RTLD_NOW);
    if (!handle) handle = dlopen("libhs.so", RTLD_NOW);
    if (!handle) return false;
    *(void **)&library.alloc_scratch = dlsym(handle, "hs_alloc_scratch");
    *(void **)&library.scan = dlsym(handle, "hs_scan");
    *(void **)&library.size = dlsym(handle, "hs_database_size");
    *(void **)&library.free_scratch = dlsym(handle, "hs_free_scratch");
    *(void **)&library.free_database = dlsym(handle, "hs_free_database");
    *(void **)&library.compile = dlsym(handle, "hs_compile_multi");
    return library.compile && library.alloc_scratch && library.scan && library.size && library.free_scratch
        && library.free_database;
}

vectorscan_loop *vectorscan_loop_create(const char *const *patterns, size_t count) {
    if (!open_library()) return NULL;
    unsigned *flags = calloc(count, sizeof *flags), *ids = calloc(count, sizeof *ids);
    for (size_t i = 0; i < count; i++) {
        flags[i] = caseless | dotall | single_match | allow_empty | utf8 | prefilter;
        ids[i] = (unsigned)i;
    }
    vectorscan_loop *loop = calloc(1, sizeof *loop);
    struct compile_error *error = NULL;
    int status = library.compile(patterns, flags, ids, (unsigned)count, mode_block, NULL, &loop->database, &error);
    free(flags);
    free(ids);
    if (status != 0 || library.alloc_scratch(loop->database, &loop->scratch) != 0) {
        if (error) fprintf(stderr, "Vectorscan: %s (pattern %d)\n", error->message, error->expression);
        vectorscan_loop_free(loop);
        return NULL;
    }
    return loop;
}

void vectorscan_loop_free(vectorscan_loop *loop) {
    if (loop->scratch) library.free_scratch(loop->scratch);
    if (loop->database) library.free_database(loop->database);
    free(loop);
}

size_t vectorscan_loop_size(const vectorscan_loop *loop) {
    size_t size = 0;
    return library.size(loop->database, &size) == 0 ? size : 0;
}

struct list { uint32_t *numbers; size_t count, limit; };

static int note(unsigned id, unsigned long long from, unsigned long long to, unsigned flags, void *context) {
    struct list *list = context;
    if (list->count < list->limit) list->numbers[list->count++] = id;
    return 0;
}

size_t vectorscan_loop_scan(vectorscan_loop *loop, const uint8_t *text, size_t length, uint32_t *found, size_t limit) {
    struct list list = {found, 0, limit};
    library.scan(loop->database, (const char *)text, (unsigned)length, 0, loop->scratch, note, &list);
    return list.count;
}
