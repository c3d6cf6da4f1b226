#!/usr/bin/env python3
"""Many users on one relay connection, each through the form to an e-mail, interleaved, while the server is killed.

Plays a relay: it repeats what was not answered, as the protocol asks for, and then looks at every mail. The end is one
line of JSON; the exit code is 1 where a mail is missing, double or somebody else's, or a repeated id had another answer.

    Benchmarks/Server/crowd.py --binary .build/release/helpline --users 1000 --kills 3
"""

import argparse, email, email.policy, json, os, random, re, signal, socket, subprocess, sys, tempfile, time

SECRET = "crowd-of-relay-tests"
# More mails than this become files only in the next hour.
FILES_AN_HOUR = 600


class Server:
    def __init__(self, options, folder):
        self.options, self.state, self.process, self.port = options, os.path.join(folder, "state"), None, None
        self.errors = os.path.join(folder, "errors")

    def start(self):
        errors = open(self.errors, "w+")
        environment = dict(os.environ, HELPLINE_RELAY_SECRET_CROWD=SECRET, HELPLINE_SERVE_MESSAGE_BURST="0")
        self.process = subprocess.Popen(
            [self.options.binary, "serve", "--intents", self.options.intents, "--state", self.state,
             "--listen", "127.0.0.1:0"], stderr=errors, env=environment)
        deadline = time.time() + 120
        while time.time() < deadline:
            found = re.search(r"listening on 127\.0\.0\.1:(\d+)", open(self.errors).read())
            if found:
                self.port = int(found.group(1))
                return
            if self.process.poll() is not None:
                break
            time.sleep(0.02)
        sys.exit("the server did not start: " + open(self.errors).read())

    def kill(self):
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()

    def stop(self):
        self.process.terminate()
        return self.process.wait(30)


class User:
    def __init__(self, number):
        self.name, self.address = f"user-{number}", f"user-{number}@example.com"
        self.sent, self.next, self.pending, self.reference = 0, "账号被盗了", None, None
        self.answers = {}

    def say(self):
        """The next message, or the same one again where it was not answered."""
        if self.pending is None:
            self.sent += 1
            self.pending = (f"{self.name}/{self.sent}", self.next)
        identifier, text = self.pending
        return {"type": "message", "id": identifier, "conversation": self.name, "text": text}

    def hear(self, lines):
        """Takes all replies to a message and decides what to say next."""
        identifier = self.pending[0]
        self.answers[identifier] = lines
        self.pending = None
        reply = json.loads(lines[-1])
        if reply.get("email") and reply["state"] == "sent":
            self.reference = reply["email"]["reference"]
        elif reply["state"] == "confirm":
            self.next = "发送"
        elif reply["state"] == "form":
            self.next = {"contact": self.address, "consent": "好"}.get(reply["slot"], "跳过")
        else:
            self.next = "转人工"


class Relay:
    def __init__(self, port):
        self.socket = socket.create_connection(("127.0.0.1", port))
        self.socket.settimeout(60)
        self.buffer, self.partial = b"", {}
        self.send({"type": "hello", "protocol": ["helpline/1"], "relay": "crowd", "secret": SECRET})
        welcome = json.loads(self.line())
        assert welcome["type"] == "welcome", welcome

    def send(self, message):
        self.socket.sendall(json.dumps(message, ensure_ascii=False).encode() + b"\n")

    def line(self):
        while b"\n" not in self.buffer:
            more = self.socket.recv(65536)
            if not more:
                raise ConnectionError("the server has gone")
            self.buffer += more
        line, self.buffer = self.buffer.split(b"\n", 1)
        return line.decode()

    def answer(self):
        """The next message that has its last reply: its id and the lines; None for an error to be tried again."""
        while True:
            line = self.line()
            reply = json.loads(line)
            if reply["type"] == "ping":
                self.send({"type": "pong", "id": reply["id"]})
            elif reply["type"] == "error":
                assert reply["code"] in ("storage", "busy", "shutting_down"), reply
                return reply["to"], None
            elif reply["type"] == "reply":
                lines = self.partial.setdefault(reply["to"], [])
                lines.append(line)
                if reply["last"]:
                    return reply["to"], self.partial.pop(reply["to"])


def run(options, folder):
    random.seed(options.seed)
    server = Server(options, folder)
    server.start()
    users = {f"user-{number}": User(number) for number in range(options.users)}
    open_users = list(users)
    kills, messages, repeats, faults = options.kills, 0, 0, []
    expected = options.users * 9
    begun = time.time()
    while open_users:
        relay = Relay(server.port)
        waiting = set()
        # What has its answer is asked again now and then: the line must be the same as before.
        asked_again = {}
        for name in random.sample(sorted(users), min(20, len(users))):
            if users[name].answers:
                identifier = random.choice(sorted(users[name].answers))
                asked_again[identifier] = users[name].answers[identifier]
        kill_at = messages + random.randint(expected // (options.kills + 2), expected // (options.kills + 1)) \
            if kills > 0 else None
        try:
            for identifier in asked_again:
                relay.send({"id": identifier, "conversation": identifier.split("/")[0], "text": "x"})
                answered, lines = relay.answer()
                repeats += 1
                if lines != asked_again[answered]:
                    faults.append(f"{answered} was answered otherwise when it was repeated: {lines}")
            while open_users or waiting:
                ready = [name for name in open_users if name not in waiting]
                for name in random.sample(ready, min(len(ready), options.window - len(waiting))):
                    relay.send(users[name].say())
                    waiting.add(name)
                if kill_at is not None and messages >= kill_at:
                    kills -= 1
                    server.kill()
                    raise ConnectionError("killed")
                identifier, lines = relay.answer()
                name = identifier.split("/")[0]
                waiting.discard(name)
                if lines is None:
                    continue
                messages += 1
                users[name].hear(lines)
                if users[name].reference or users[name].sent > 40:
                    open_users.remove(name)
        except (ConnectionError, OSError):
            if server.process.poll() is None:
                raise
            server.start()
    seconds = time.time() - begun
    wait_for_files(server.state, min(options.users, FILES_AN_HOUR))
    code = server.stop()
    faults += look_at_mails(exported(options, server.state), users) + differing(server.state)
    return {"users": options.users, "kills": options.kills, "messages": messages, "repeats": repeats,
            "seconds": round(seconds, 2), "messages_per_second": round(messages / seconds),
            "mails": len(mails(os.path.join(server.state, "exported"))), "delivered": len(mails(server.state + "/outbox")),
            "exit": code, "faults": faults[:10]}


def exported(options, state):
    """The folder of all mails that are kept, whether their file has been written or waits for the next hour."""
    folder = os.path.join(state, "exported")
    subprocess.run([options.binary, "outbox", "export", "--state", state, folder], check=True, capture_output=True)
    return folder


def mails(folder):
    return [name for name in os.listdir(folder) if name.endswith(".eml")]


def wait_for_files(state, count):
    folder, deadline = os.path.join(state, "outbox"), time.time() + 60
    while time.time() < deadline and (not os.path.isdir(folder) or len(mails(folder)) < count):
        time.sleep(0.1)


def differing(state):
    """What was delivered otherwise than it is kept."""
    def content(folder, name):
        with open(os.path.join(state, folder, name), "rb") as file:
            return file.read()
    names = mails(os.path.join(state, "outbox"))
    return [f"{name} was delivered otherwise than it is kept" for name in names
            if content("outbox", name) != content("exported", name)]


def look_at_mails(folder, users):
    faults, found = [], {}
    for name in mails(folder):
        with open(os.path.join(folder, name), "rb") as file:
            mail = email.message_from_binary_file(file, policy=email.policy.default)
        reference = re.search(r"HL-\w{4}-\w{4}", mail["Subject"]).group(0)
        found.setdefault(str(mail["Reply-To"]), []).append(reference)
        if name != reference + ".eml":
            faults.append(f"{name} holds the mail {reference}")
    for user in users.values():
        own = found.pop(user.address, [])
        if own != [user.reference]:
            faults.append(f"{user.name} was told {user.reference} and has the mails {own}")
    faults += [f"nobody's mail: {address} {references}" for address, references in found.items()]
    return faults


def main():
    here = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=os.path.join(here, ".build/release/helpline"))
    parser.add_argument("--intents", default=os.path.join(here, "Intents"))
    parser.add_argument("--users", type=int, default=1000)
    parser.add_argument("--kills", type=int, default=1)
    parser.add_argument("--window", type=int, default=64)
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="helpline-crowd-") as folder:
        result = run(options, folder)
    print(json.dumps(result, ensure_ascii=False))
    sys.exit(1 if result["faults"] or result["exit"] != 0 else 0)


if __name__ == "__main__":
    main()
