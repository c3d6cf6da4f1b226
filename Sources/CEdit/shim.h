#ifndef HELPLINE_CEDIT_SHIM_H
#define HELPLINE_CEDIT_SHIM_H

#include <histedit.h>
#include <stdint.h>
#include <stdio.h>

// el_set(3) and history(3) take a variable number of arguments, which Swift cannot call: one typed function for each use.

// The three streams are variables, which Swift 6 takes for shared mutable state.
static inline EditLine *helpline_el_init(const char *program) {
    return el_init(program, stdin, stdout, stderr);
}

static inline int helpline_el_set_prompt(EditLine *editor, char *(*prompt)(EditLine *)) {
    return el_set(editor, EL_PROMPT, prompt);
}

static inline int helpline_el_set_editor(EditLine *editor, const char *name) {
    return el_set(editor, EL_EDITOR, name);
}

static inline int helpline_el_set_history(EditLine *editor, History *past) {
    return el_set(editor, EL_HIST, history, past);
}

static inline int helpline_el_bind(EditLine *editor, const char *key, const char *command) {
    return el_set(editor, EL_BIND, key, command, (char *)0);
}

static inline int helpline_el_add(
    EditLine *editor, const char *name, const char *help, unsigned char (*function)(EditLine *, int)) {
    return el_set(editor, EL_ADDFN, name, help, function);
}

// The next character that is typed: its code point, -1 at the end. Swift takes wchar_t for a valid scalar, which it need
// not be.
static inline int32_t helpline_el_next(EditLine *editor) {
    wchar_t character = 0;
    return el_wgetc(editor, &character) == 1 ? (int32_t)character : -1;
}

static inline int helpline_history_limit(History *past, int count) {
    HistEvent event;
    return history(past, &event, H_SETSIZE, count);
}

static inline int helpline_history_unique(History *past) {
    HistEvent event;
    return history(past, &event, H_SETUNIQUE, 1);
}

static inline int helpline_history_clear(History *past) {
    HistEvent event;
    return history(past, &event, H_CLEAR);
}

static inline int helpline_history_enter(History *past, const char *line) {
    HistEvent event;
    return history(past, &event, H_ENTER, line);
}

static inline int helpline_history_load(History *past, const char *file) {
    HistEvent event;
    return history(past, &event, H_LOAD, file);
}

static inline int helpline_history_save(History *past, const char *file) {
    HistEvent event;
    return history(past, &event, H_SAVE, file);
}

#endif
