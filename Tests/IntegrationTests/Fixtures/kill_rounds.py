"""Kills programs that accept and deliver mail at random moments, and looks at what is left.

Usage: kill_rounds.py PROGRAM PACK ROUNDS SEED

Each round two processes of PROGRAM (chat --json) share one state folder; users confirm mails with both, both deliver to a
real SMTP server on loopback, and both are ended with SIGKILL at a random moment. At the end what is left is delivered in
peace. Ends with code 1 where one of these does not hold:

 a  every reference that was shown has a row          b  every row ends in one final state, here: sent
 c  of every mail that is sent the server has a copy  d  all copies of a mail have the same bytes and Message-ID
 e  copies beyond the first are fewer than kills      f  no copy is a part of a mail
 g  the database is whole                             h  the count of tries of a mail never falls
 i  no mail is handed over by two processes at once   j  no mail is there twice under two references
 k  the file that was attached is in its mail, whole
"""

import asyncio
import base64
import collections
import email
import email.policy
import json
import logging
import os
import pathlib
import random
import sqlite3
import ssl
import subprocess
import sys
import tempfile
import threading
import time

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword

program, pack, rounds, seed = sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
folder = pathlib.Path(tempfile.mkdtemp(prefix="helpline-kill-"))
state = folder / "state"
chance = random.Random(seed)
copies = collections.defaultdict(list)
busy = {}
last_kill = 0.0
# Connections that break in the middle are what this is about.
logging.getLogger("mail.log").setLevel(logging.CRITICAL + 1)
faults = []


class Handler:
    async def handle_DATA(self, server, session, envelope):
        mail = envelope.original_content
        name = email.message_from_bytes(mail, policy=email.policy.default)["Message-ID"]
        # Of a sender that was killed meanwhile the server may not know yet: it comes from nobody any more.
        if busy.get(name, 0) > last_kill:
            faults.append(f"i: {name} came from two processes at once")
        busy[name] = begun = time.monotonic()
        try:
            await asyncio.sleep(chance.random() * 0.03)
            copies[name].append(mail)
            await asyncio.sleep(chance.random() * 0.03)
        finally:
            # Where the sender was killed, its connection ends here.
            if busy.get(name) == begun:
                del busy[name]
        return "250 2.0.0 taken"


def log_in(server, session, envelope, mechanism, data):
    good = isinstance(data, LoginPassword) and data.password == b"s3cret"
    return AuthResult(success=good, handled=False)


def start_server():
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
         folder / "key.pem", "-out", folder / "cert.pem", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost,IP:127.0.0.1"], check=True, capture_output=True)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")

    def make():
        return SMTP(Handler(), tls_context=context, require_starttls=True, auth_required=True, authenticator=log_in,
                    hostname="loopback.test")

    loop = asyncio.new_event_loop()
    server = loop.run_until_complete(loop.create_server(make, "127.0.0.1", 0))
    threading.Thread(target=loop.run_forever, daemon=True).start()
    return server.sockets[0].getsockname()[1]


def environment(port):
    settings = {
        "MAIL_TRANSPORT": "smtp", "MAIL_FROM": "helpline@bot.example", "MAIL_RECIPIENT": "support@team.example",
        "MAIL_PER_HOUR": "100000", "MAIL_SMTP_HOST": "localhost", "MAIL_SMTP_PORT": str(port),
        "MAIL_SMTP_USER": "bot", "MAIL_SMTP_PASSWORD": "s3cret", "MAIL_SMTP_CA": str(folder / "cert.pem"),
        "STATE": str(state), "LOG_LEVEL": "critical",
    }
    return os.environ | {f"HELPLINE_{name}": value for name, value in settings.items()}


def conversation(name):
    """The lines by which a user confirms a mail, after those that skip what is asked."""
    words = ["转人工", "好", f"问题 {name} 我的转账一直没有到账"] + ["跳过"] * 6
    for number, text in enumerate(words):
        yield json.dumps({"id": f"{name}-{number}", "conversation": name, "text": text}) + "\n"
    yield json.dumps({"id": f"{name}-file", "conversation": name, "type": "attachment", "name": "shot.png",
                      "data": base64.b64encode(picture(name)).decode()}) + "\n"
    yield json.dumps({"id": f"{name}-send", "conversation": name, "text": "发送"}) + "\n"


def picture(name):
    """Bytes that are told for a picture, different for each conversation."""
    header = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"
    return header + b"\0\0\0\x01IDAT" + name.encode() * 500


class Worker:
    """One process that accepts and delivers mails, and what it said."""

    def __init__(self, name, variables):
        self.references = []
        self.process = subprocess.Popen(
            [program, "chat", "--json", "--intents", pack], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL, text=True, env=variables)
        self.threads = [threading.Thread(target=self.talk, args=(name,)), threading.Thread(target=self.listen)]
        for thread in self.threads:
            thread.start()

    def talk(self, name):
        try:
            for number in range(1000):
                for line in conversation(f"{name}-{number}"):
                    self.process.stdin.write(line)
                self.process.stdin.flush()
        except (BrokenPipeError, ValueError):
            pass

    def listen(self):
        for line in self.process.stdout:
            try:
                reply = json.loads(line)
            except ValueError:
                continue
            if reply.get("kind") == "receipt":
                self.references.append(reply["email"]["reference"])

    def kill(self):
        global last_kill
        last_kill = time.monotonic()
        self.process.kill()
        self.process.wait()
        for thread in self.threads:
            thread.join()
        return self.references


def rows(columns):
    database = sqlite3.connect(state / "helpline.db")
    try:
        return database.execute(f"SELECT {columns} FROM mails").fetchall()
    finally:
        database.close()


def main():
    port = start_server()
    variables = environment(port)
    # What proving the pack costs at the first start is not what this is about.
    subprocess.run([program, "chat", "--intents", pack], input="谢谢\n", text=True, env=variables,
                   stdout=subprocess.DEVNULL, check=True)
    shown, tries = [], {}
    for number in range(rounds):
        workers = [Worker(f"r{number}{side}", variables) for side in "ab"]
        # However slow the machine is, something was accepted before the first kill.
        end = time.monotonic() + 60
        while not any(worker.references for worker in workers) and time.monotonic() < end:
            time.sleep(0.005)
        time.sleep(chance.random() * 0.4)
        chance.shuffle(workers)
        shown += workers[0].kill()
        time.sleep(chance.random() * 0.1)
        shown += workers[1].kill()
        for reference, attempts in rows("reference, attempts"):
            if attempts < tries.get(reference, 0):
                faults.append(f"h: {reference} had {tries[reference]} tries and has {attempts}")
            tries[reference] = attempts
    for _ in range(20):
        subprocess.run([program, "outbox", "deliver"], env=variables, stdout=subprocess.DEVNULL,
                       stderr=subprocess.DEVNULL)
        if all(state == "sent" for (state,) in rows("state")):
            break
        time.sleep(0.2)
    report(shown)


def report(shown):
    database = sqlite3.connect(state / "helpline.db")
    if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        faults.append("g: the database is damaged")
    kept = {row[0]: row[1:] for row in rows("reference, state, message_id, bytes, name")}
    names = collections.Counter(row[3] for row in kept.values())
    for reference in shown:
        if reference not in kept:
            faults.append(f"a: {reference} was shown and is not kept")
    for reference, (mail_state, name, mail, conversation_name) in kept.items():
        if mail_state != "sent":
            faults.append(f"b: {reference} ended as {mail_state}")
        if not copies[name]:
            faults.append(f"c: the server has no copy of {reference}")
        if any(copy != mail for copy in copies[name]):
            faults.append(f"d, f: a copy of {reference} is not the mail")
        attached = [part.get_payload(decode=True) for part in
                    email.message_from_bytes(mail, policy=email.policy.default).iter_attachments()]
        if picture(conversation_name) not in attached:
            faults.append(f"k: the file of {reference} is not in it")
        if names[conversation_name] > 1:
            faults.append(f"j: {conversation_name} has {names[conversation_name]} mails")
    twice = sum(len(mails) - 1 for mails in copies.values() if mails)
    most = max((len(mails) for mails in copies.values()), default=0)
    kills = 2 * rounds
    if twice > kills:
        faults.append(f"e: {twice} copies too many with {kills} kills")
    lost = sum(reference not in kept or not copies[kept[reference][1]] for reference in shown)
    print(f"kills {kills}, acknowledged {len(shown)}, accepted {len(kept)}, lost {lost}, sent twice {twice} "
          f"(same bytes and Message-ID, at most {most} copies), faults {len(faults)}")
    for fault in faults[:20]:
        print(fault)


main()
sys.exit(1 if faults else 0)
