#ifndef HELPLINE_CCURL_SHIM_H
#define HELPLINE_CCURL_SHIM_H

#include <curl/curl.h>
#include <signal.h>
#include <stdio.h>
#include <sys/prctl.h>

/* Variadic functions cannot be called from Swift: one typed function for each kind of argument. */

static inline CURLcode helpline_curl_set_number(CURL *handle, CURLoption option, long value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode helpline_curl_set_size(CURL *handle, CURLoption option, curl_off_t value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode helpline_curl_set_text(CURL *handle, CURLoption option, const char *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode helpline_curl_set_list(CURL *handle, CURLoption option, struct curl_slist *value) {
    return curl_easy_setopt(handle, option, value);
}

/* libcurl reads from and writes to a FILE where no function is set, so no Swift closure has to cross into C. */
static inline CURLcode helpline_curl_set_file(CURL *handle, CURLoption option, FILE *value) {
    return curl_easy_setopt(handle, option, value);
}

static inline CURLcode helpline_curl_number(CURL *handle, CURLINFO info, long *value) {
    return curl_easy_getinfo(handle, info, value);
}

/* Whoever started this process reads what became of the mail; without them it must not go on alone. */
static inline int helpline_end_with_parent(void) {
    return prctl(PR_SET_PDEATHSIG, SIGKILL);
}

#endif
