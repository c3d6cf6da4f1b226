"""How many mails an hour go through exim on one core.

Usage: mail_rate.py PROGRAM PACK COUNT

COUNT users confirm a mail each (chat --json), nothing is delivered meanwhile; then `helpline outbox deliver` hands them
over by SMTP with STARTTLS and AUTH, a process and a connection each, to an exim on loopback that writes a Maildir. Both run
on one core. exim is the one of the tests: unpacked into .tools by Scripts/test, or installed.
"""

import json
import os
import pathlib
import re
import shutil
import socket
import sqlite3
import subprocess
import sys
import tempfile
import time

program, pack, count = sys.argv[1], sys.argv[2], int(sys.argv[3])
folder = pathlib.Path(tempfile.mkdtemp(prefix="helpline-rate-"))
fixtures = pathlib.Path(__file__).resolve().parents[2] / "Tests/HelplineMailTests/Fixtures"


def free_port():
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return listener.getsockname()[1]


def start_exim(port):
    """exim as the tests start it: nss_wrapper tells it of the user that it wants."""
    found = pathlib.Path(shutil.which("exim4") or "/usr/sbin/exim4").absolute()
    root = found.parent.parent / "root"
    unpacked = root / "usr/sbin/exim4"
    variables = dict(os.environ)
    for name in ("spool", "log", "mail"):
        (folder / name).mkdir()
        (folder / name).chmod(0o777)
    folder.chmod(0o755)
    shutil.copy(unpacked if unpacked.exists() else found.resolve(), folder / "exim4")
    # Without the bit that makes it root's: the loader would then ignore where the libraries are.
    (folder / "exim4").chmod(0o755)
    user = (65534, 65534) if os.geteuid() == 0 else (os.geteuid(), os.getegid())
    (folder / "passwd").write_text(f"root:x:0:0::/:/bin/sh\nDebian-exim:x:{user[0]}:{user[1]}::/:/bin/sh\n")
    (folder / "group").write_text(f"root:x:0:\nmail:x:8:\nDebian-exim:x:{user[1]}:\n")
    wrapper = ""
    if unpacked.exists():
        library = next((root / "usr/lib").rglob("libnss_wrapper.so")).parent
        wrapper = (f"export LD_PRELOAD='{library}/libnss_wrapper.so' LD_LIBRARY_PATH='{library}'\n"
                   f"export NSS_WRAPPER_PASSWD='{folder}/passwd' NSS_WRAPPER_GROUP='{folder}/group'\n")
    (folder / "exim").write_text(f"#!/bin/sh\n{wrapper}exec '{folder}/exim4' \"$@\"\n")
    (folder / "exim").chmod(0o755)
    text = (fixtures / "exim.conf").read_text()
    (folder / "exim.conf").write_text(text.replace("@FOLDER@", str(folder)).replace("@PORT@", str(port)))
    subprocess.run(
        ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-keyout",
         folder / "key.pem", "-out", folder / "cert.pem", "-days", "2", "-subj", "/CN=localhost", "-addext",
         "subjectAltName=DNS:localhost"], check=True, capture_output=True)
    (folder / "key.pem").chmod(0o644)
    exim = subprocess.Popen([folder / "exim", "-C", folder / "exim.conf", "-bdf", "-q1h"], env=variables,
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    for _ in range(500):
        try:
            socket.create_connection(("127.0.0.1", port), timeout=1).close()
            return exim
        except OSError:
            time.sleep(0.02)
    raise SystemExit("exim does not answer: " + (folder / "log/mainlog").read_text())


def settings(port):
    values = {
        "MAIL_TRANSPORT": "smtp", "MAIL_FROM": "helpline@bot.example", "MAIL_RECIPIENT": "support@team.example",
        "MAIL_PER_HOUR": "100000", "MAIL_SMTP_HOST": "localhost", "MAIL_SMTP_PORT": str(port),
        "MAIL_SMTP_USER": "bot", "MAIL_SMTP_PASSWORD": "s3cret", "MAIL_SMTP_CA": str(folder / "cert.pem"),
        "STATE": str(folder / "state"), "LOG_LEVEL": "critical",
    }
    return os.environ | {f"HELPLINE_{name}": value for name, value in values.items()}


def accept(variables):
    """Confirms mails while no server can be reached, so that they all wait."""
    variables = variables | {"HELPLINE_MAIL_SMTP_PORT": str(free_port())}
    lines = ""
    for number in range(count):
        words = ["转人工", "好", f"第 {number} 位用户的转账一直没有到账"] + ["跳过"] * 6 + ["发送"]
        for place, text in enumerate(words):
            lines += json.dumps({"id": f"{number}-{place}", "conversation": f"u{number}", "text": text}) + "\n"
    start = time.monotonic()
    subprocess.run([program, "chat", "--json", "--intents", pack], input=lines, text=True, env=variables,
                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True)
    return time.monotonic() - start


def make_due():
    database = sqlite3.connect(folder / "state/helpline.db")
    database.execute("UPDATE mails SET state = 'ready', due = 0, released = 0, lease_owner = NULL")
    database.commit()
    database.close()


def main():
    os.sched_setaffinity(0, {min(os.sched_getaffinity(0))})
    port = free_port()
    exim = start_exim(port)
    try:
        variables = settings(port)
        accepting = accept(variables)
        make_due()
        start = time.monotonic()
        subprocess.run([program, "outbox", "deliver"], env=variables, check=True, stdout=subprocess.DEVNULL)
        handing = time.monotonic() - start
        while len(list((folder / "mail/new").glob("*"))) < count and time.monotonic() - start < 30 + count:
            time.sleep(0.05)
        arriving = time.monotonic() - start
        arrived = len(list((folder / "mail/new").glob("*")))
    finally:
        # exim's process group is ours; its master ends its children.
        exim.terminate()
        exim.wait()
        pids = re.findall(r"\d+", (folder / "pid").read_text()) if (folder / "pid").exists() else []
        if pids:
            subprocess.run(["kill", pids[0]], stderr=subprocess.DEVNULL)
    print(f"{count} mails confirmed in {accepting:.1f} s, handed over in {handing:.1f} s "
          f"({3600 * count / handing:,.0f} an hour, {1000 * handing / count:.0f} ms each), "
          f"{arrived} in the Maildir after {arriving:.1f} s ({3600 * arrived / arriving:,.0f} an hour)")
    shutil.rmtree(folder)
    sys.exit(0 if arrived == count else 1)


main()
