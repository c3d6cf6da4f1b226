// Asks one server the same question over many connections and measures: a single thread, epoll, no allocation a reply.
//
//   load HOST-PORT CONNECTIONS IN-FLIGHT SECONDS TERMINATOR QUESTION [HELLO WELCOME-TERMINATOR]
//
// TERMINATOR ends one reply; \n and \r are understood in it, and %d in QUESTION and HELLO is the connection's number.
// Prints one line: replies, seconds, p50, p99, p99.9 of the latency, the slowest first reply, in microseconds, and the
// mean length of a reply in bytes. With 0 IN-FLIGHT the connections are only kept open. With -1 each connection asks one
// question, reads the reply and ends, and another takes its place; the latency counts from the connecting. SECONDS of 0
// then means that none takes its place: all arrive at once.
#define _GNU_SOURCE
#include <arpa/inet.h>
#include <errno.h>
#include <netinet/tcp.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/epoll.h>
#include <sys/resource.h>
#include <time.h>
#include <unistd.h>

enum { most_in_flight = 64, buckets = 4096 };

typedef struct {
    int socket, matched, first, waiting;
    char question[512];
    int length, unsent;
    uint64_t asked[most_in_flight];
    unsigned head, tail;
} connection;

static uint64_t histogram[buckets], replies, slowest_first, received;

static uint64_t now(void) {
    struct timespec time;
    clock_gettime(CLOCK_MONOTONIC, &time);
    return (uint64_t)time.tv_sec * 1000000000u + (uint64_t)time.tv_nsec;
}

// 64 steps for each doubling: an error of at most 1.6 percent.
static void record(uint64_t nanoseconds) {
    uint64_t value = nanoseconds / 100 + 64;
    int high = 63 - __builtin_clzll(value);
    int place = (high - 6) * 64 + (int)((value >> (high - 6)) & 63);
    histogram[place < buckets ? place : buckets - 1]++;
}

static double quantile(double part) {
    uint64_t wanted = (uint64_t)((double)replies * part), seen = 0;
    for (int place = 0; place < buckets; place++) {
        seen += histogram[place];
        if (seen > wanted) return ((double)((64ull + (unsigned)place % 64) << (place / 64)) - 64) / 10.0;
    }
    return 0;
}

static void fail(const char *what) {
    perror(what);
    exit(1);
}

static void unescape(char *text) {
    char *out = text;
    for (char *in = text; *in; in++) {
        if (in[0] == '\\' && (in[1] == 'n' || in[1] == 'r')) *out++ = *++in == 'n' ? '\n' : '\r';
        else *out++ = *in;
    }
    *out = 0;
}

static void flush(connection *peer) {
    while (peer->unsent > 0) {
        // All questions of a connection are the same, so what is left of them is known by its number of bytes.
        char room[16384];
        int start = (peer->length - peer->unsent % peer->length) % peer->length, size = 0;
        while (size < peer->unsent && size < (int)sizeof room) {
            int part = peer->length - start;
            if (part > (int)sizeof room - size) part = (int)sizeof room - size;
            memcpy(room + size, peer->question + start, (size_t)part);
            size += part;
            start = 0;
        }
        if (size > peer->unsent) size = peer->unsent;
        ssize_t sent = send(peer->socket, room, (size_t)size, MSG_NOSIGNAL);
        if (sent < 0 && errno == EAGAIN) return;
        if (sent <= 0) fail("send");
        peer->unsent -= (int)sent;
    }
}

static void ask(connection *peer, int count) {
    uint64_t moment = now();
    for (int each = 0; each < count; each++) peer->asked[peer->tail++ % most_in_flight] = moment;
    peer->unsent += peer->length * count;
    flush(peer);
}

static int dial(const char *host, int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    inet_pton(AF_INET, host, &address.sin_addr);
    int peer = socket(AF_INET, SOCK_STREAM, 0), one = 1;
    if (peer < 0 || connect(peer, (struct sockaddr *)&address, sizeof address) != 0) fail("connect");
    setsockopt(peer, IPPROTO_TCP, TCP_NODELAY, &one, sizeof one);
    return peer;
}

// Begins to connect without waiting, so that all arrive at once.
static void arrive(connection *peer, int poll, const char *host, int port) {
    struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
    inet_pton(AF_INET, host, &address.sin_addr);
    peer->matched = 0;
    peer->asked[0] = now();
    peer->unsent = peer->length;
    peer->socket = socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK, 0);
    if (peer->socket < 0) fail("socket");
    if (connect(peer->socket, (struct sockaddr *)&address, sizeof address) != 0 && errno != EINPROGRESS) fail("connect");
    struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = peer};
    epoll_ctl(poll, EPOLL_CTL_ADD, peer->socket, &event);
}

static void print(double seconds) {
    printf("%llu %.3f %.1f %.1f %.1f %.1f %.1f\n", (unsigned long long)replies, seconds, quantile(0.5), quantile(0.99),
           quantile(0.999), (double)slowest_first / 1000, replies ? (double)received / (double)replies : 0);
}

// Whether a reply has ended in the bytes that are here.
static int reads_reply(connection *peer, const char *end, int end_length) {
    static char buffer[65536];
    for (;;) {
        ssize_t size = recv(peer->socket, buffer, sizeof buffer, MSG_DONTWAIT);
        if (size < 0 && errno == EAGAIN) return 0;
        if (size <= 0) fail("recv");
        received += (uint64_t)size;
        for (ssize_t place = 0; place < size; place++) {
            peer->matched = buffer[place] == end[peer->matched] ? peer->matched + 1 : buffer[place] == end[0];
            if (peer->matched == end_length) return 1;
        }
    }
}

// One question a connection.
static void churn(connection *peers, int connections, int poll, const char *host, int port, double seconds, const char *end) {
    int end_length = (int)strlen(end), open = connections;
    uint64_t begun = now(), stop = begun + (uint64_t)(seconds * 1e9);
    for (int number = 0; number < connections; number++) arrive(&peers[number], poll, host, port);
    struct epoll_event events[512];
    while (open > 0) {
        int ready = epoll_wait(poll, events, 512, 1000);
        for (int each = 0; each < ready; each++) {
            connection *peer = events[each].data.ptr;
            if (peer->unsent && events[each].events & EPOLLOUT) flush(peer);
            if (!reads_reply(peer, end, end_length)) continue;
            uint64_t moment = now(), latency = moment - peer->asked[0];
            record(latency);
            if (latency > slowest_first) slowest_first = latency;
            replies++;
            close(peer->socket);
            if (moment < stop) arrive(peer, poll, host, port);
            else open--;
        }
    }
    print((double)(now() - begun) / 1e9);
}

static void greet(int peer, const char *hello, const char *end, int number) {
    char text[512], answer[4096];
    int length = snprintf(text, sizeof text, hello, number, number), had = 0;
    if (send(peer, text, (size_t)length, 0) != length) fail("hello");
    do {
        ssize_t count = recv(peer, answer + had, sizeof answer - 1 - (size_t)had, 0);
        if (count <= 0) fail("welcome");
        had += (int)count;
        answer[had] = 0;
    } while (!strstr(answer, end));
}

int main(int count, char **words) {
    if (count < 7) return 64;
    char *colon = strrchr(words[1], ':');
    *colon = 0;
    int port = atoi(colon + 1), connections = atoi(words[2]), in_flight = atoi(words[3]);
    double seconds = atof(words[4]);
    char *end = words[5];
    unescape(end);
    unescape(words[6]);
    if (count > 8) unescape(words[7]), unescape(words[8]);
    int end_length = (int)strlen(end);
    struct rlimit files = {1048576, 1048576};
    setrlimit(RLIMIT_NOFILE, &files);
    int poll = epoll_create1(0);
    connection *peers = calloc((size_t)connections, sizeof *peers);
    for (int number = 0; number < connections; number++) {
        connection *peer = &peers[number];
        peer->length = snprintf(peer->question, sizeof peer->question, words[6], number, number);
        if (in_flight < 0) continue;
        peer->socket = dial(words[1], port);
        if (count > 8) greet(peer->socket, words[7], words[8], number);
        peer->first = 1;
        struct epoll_event event = {.events = EPOLLIN | EPOLLOUT | EPOLLET, .data.ptr = peer};
        epoll_ctl(poll, EPOLL_CTL_ADD, peer->socket, &event);
    }
    if (in_flight < 0) {
        churn(peers, connections, poll, words[1], port, seconds, end);
        return 0;
    }
    if (in_flight == 0) {  // only keep them open
        printf("open\n");
        fflush(stdout);
        sleep((unsigned)seconds);
        return 0;
    }
    static char buffer[65536];
    uint64_t begun = now(), stop = begun + (uint64_t)(seconds * 1e9), moment = begun;
    for (int number = 0; number < connections; number++) ask(&peers[number], in_flight);
    struct epoll_event events[512];
    while (moment < stop) {
        int ready = epoll_wait(poll, events, 512, 100);
        moment = now();
        for (int each = 0; each < ready; each++) {
            connection *peer = events[each].data.ptr;
            if (peer->unsent) flush(peer);
            int done = 0;
            for (;;) {
                ssize_t size = recv(peer->socket, buffer, sizeof buffer, MSG_DONTWAIT);
                if (size < 0 && errno == EAGAIN) break;
                if (size <= 0) fail("recv");
                received += (uint64_t)size;
                for (ssize_t place = 0; place < size; place++) {
                    peer->matched = buffer[place] == end[peer->matched] ? peer->matched + 1 : buffer[place] == end[0];
                    if (peer->matched < end_length) continue;
                    peer->matched = 0;
                    uint64_t latency = now() - peer->asked[peer->head++ % most_in_flight];
                    record(latency);
                    if (peer->first && latency > slowest_first) slowest_first = latency;
                    peer->first = 0;
                    replies++;
                    done++;
                }
            }
            if (done) ask(peer, done);
        }
    }
    print((double)(moment - begun) / 1e9);
    return 0;
}
