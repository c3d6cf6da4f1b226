#!/usr/bin/env python3
"""A relay over helpline/1 in sixty lines: many users on one connection, nothing lost when the connection is.

Reads `USER<TAB>TEXT` from standard input and writes `USER<TAB>REPLY`; a line break in a reply becomes ` / `. Put your
chat network in the place of the two. The secret stands in $HELPLINE_SECRET; without one, the conversations end with the
connection.

    printf 'lin\t账号被盗了\n' | Examples/relay.py 127.0.0.1:7777 my-relay
"""
import json, os, socket, sys, threading, time


class Relay:
    def __init__(self, address, name, secret):
        self.host, port = address.rsplit(":", 1)
        self.port, self.name, self.secret = int(port), name, secret
        self.unanswered = {}                              # id -> message, in the order in which they were said
        self.lock, self.socket, self.count = threading.Lock(), None, 0
        self.run = f"{os.getpid()}-{time.time_ns()}"      # ids must not come again after a restart of the relay

    def write(self, message):
        self.socket.sendall(json.dumps(message, ensure_ascii=False).encode() + b"\n")

    def say(self, user, text):
        with self.lock:
            self.count += 1
            message = {"type": "message", "id": f"{self.run}-{self.count}", "conversation": user, "text": text}
            self.unanswered[message["id"]] = message
            try:
                self.write(message)
            except (OSError, AttributeError):
                pass                                      # it is said again after the next hello

    def connect(self):
        with self.lock:
            self.socket = socket.create_connection((self.host, self.port), timeout=90)
            hello = {"type": "hello", "protocol": ["helpline/1"], "relay": self.name}
            self.write({**hello, "secret": self.secret} if self.secret else hello)
            for message in list(self.unanswered.values()):
                self.write(message)                       # the same id: the server never runs it twice

    def listen(self, deliver):
        while True:
            try:
                self.connect()
                for line in self.socket.makefile(encoding="utf-8"):
                    message = json.loads(line)
                    if message["type"] == "reply":
                        deliver(message["conversation"], message["text"])
                    if message["type"] == "ping":
                        with self.lock:
                            self.write({"type": "pong", "id": message.get("id")})
                    if message.get("last") or message["type"] == "error" and message.get("code") != "shutting_down":
                        self.unanswered.pop(message.get("to"), None)
            except OSError:
                pass
            time.sleep(1)


if __name__ == "__main__":
    relay = Relay(sys.argv[1], sys.argv[2], os.environ.get("HELPLINE_SECRET"))
    show = lambda user, text: print(user, text.replace("\n", " / "), sep="\t", flush=True)
    threading.Thread(target=relay.listen, args=(show,), daemon=True).start()
    for line in sys.stdin:
        relay.say(*line.rstrip("\n").split("\t", 1))
    while relay.unanswered:
        time.sleep(0.05)
