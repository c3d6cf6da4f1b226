/* Makes one call that changes files fail, for LD_PRELOAD: the FAIL_AT-th write, sync, truncation or rename below
   FAIL_FOLDER, counted from 1; with FAIL_STAYS all that follow it as well, as on a disk that is full.

   At the end the number of calls is written to FAIL_COUNT. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static atomic_long calls;

static int is_below(const char *path) {
    const char *folder = getenv("FAIL_FOLDER");
    return folder && strncmp(path, folder, strlen(folder)) == 0;
}

static int is_watched(int fd) {
    char link[64], path[4096];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return 0;
    path[length] = 0;
    return is_below(path);
}

/* Whether this call is to fail. */
static int fails(int error) {
    long number = atomic_fetch_add(&calls, 1) + 1;
    const char *at = getenv("FAIL_AT");
    long first = at ? atol(at) : 0;
    if (first == 0 || number < first || (number > first && !getenv("FAIL_STAYS"))) return 0;
    errno = error;
    return 1;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

ssize_t write(int fd, const void *bytes, size_t count) {
    if (is_watched(fd) && fails(ENOSPC)) return -1;
    return REAL(write)(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t offset) {
    if (is_watched(fd) && fails(ENOSPC)) return -1;
    return REAL(pwrite)(fd, bytes, count, offset);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t offset) {
    if (is_watched(fd) && fails(ENOSPC)) return -1;
    return REAL(pwrite64)(fd, bytes, count, offset);
}

int fsync(int fd) {
    if (is_watched(fd) && fails(EIO)) return -1;
    return REAL(fsync)(fd);
}

int fdatasync(int fd) {
    if (is_watched(fd) && fails(EIO)) return -1;
    return REAL(fdatasync)(fd);
}

int ftruncate(int fd, off_t size) {
    if (is_watched(fd) && fails(EIO)) return -1;
    return REAL(ftruncate)(fd, size);
}

int ftruncate64(int fd, off64_t size) {
    if (is_watched(fd) && fails(EIO)) return -1;
    return REAL(ftruncate64)(fd, size);
}

int rename(const char *from, const char *to) {
    if (is_below(to) && fails(EACCES)) return -1;
    return REAL(rename)(from, to);
}

int renameat(int from_folder, const char *from, int to_folder, const char *to) {
    if ((is_below(to) || is_watched(to_folder)) && fails(EACCES)) return -1;
    return REAL(renameat)(from_folder, from, to_folder, to);
}

int renameat2(int from_folder, const char *from, int to_folder, const char *to, unsigned int flags) {
    if ((is_below(to) || is_watched(to_folder)) && fails(EACCES)) return -1;
    return REAL(renameat2)(from_folder, from, to_folder, to, flags);
}

int linkat(int from_folder, const char *from, int to_folder, const char *to, int flags) {
    if ((is_below(to) || is_watched(to_folder)) && fails(EACCES)) return -1;
    return REAL(linkat)(from_folder, from, to_folder, to, flags);
}

__attribute__((destructor)) static void tell(void) {
    const char *path = getenv("FAIL_COUNT");
    int fd = path ? open(path, O_WRONLY | O_CREAT | O_TRUNC, 0600) : -1;
    if (fd < 0) return;
    dprintf(fd, "%ld\n", atomic_load(&calls));
    close(fd);
}
