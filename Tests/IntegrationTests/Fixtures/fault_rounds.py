"""Makes every write, sync, truncation and rename of a program fail in turn, and looks at what its user was told.

Usage: fault_rounds.py PROGRAM PACK STEP

PROGRAM (chat --json) takes a mail with an attached file into a state folder that holds one mail already. Round n lets the
n-th call that changes a file fail: once alone, and once with all that follow, as on a disk that is full; only every STEP-th
round is played. Ends with code 1 where one of these does not hold:

 a  the program ends by itself, with code 0, or with 73 or 74 and a sentence where it could not begin
 b  every message is answered: by replies, or by the error “storage” with a sentence
 c  a mail whose reference was shown is kept, and written whole once the disk is well again
 d  a file that was said to be attached is in that mail
 e  where no reference was shown, the user was told that the mail was not accepted
 f  the mail that was there before is there still, and the database is whole
"""

import base64
import email
import email.policy
import json
import os
import pathlib
import shutil
import sqlite3
import subprocess
import sys
import tempfile

program, pack, step = sys.argv[1], sys.argv[2], int(sys.argv[3])
folder = pathlib.Path(tempfile.mkdtemp(prefix="helpline-faults-"))
# The header of a picture of one pixel, and more than a page of data.
picture = (b"\x89PNG\r\n\x1a\n" + b"\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0\x1f\x15\xc4\x89"
           + b"\0\0\0\x01IDAT" + bytes(range(256)) * 64)
faults = []


def lines(problem):
    """The lines by which a user confirms a mail with a picture."""
    words = ["转人工", "好", problem] + ["跳过"] * 6
    for number, text in enumerate(words):
        yield {"id": f"m{number}", "conversation": "u1", "text": text}
    yield {"id": "file", "conversation": "u1", "type": "attachment", "name": "shot.png",
           "data": base64.b64encode(picture).decode()}
    yield {"id": "send", "conversation": "u1", "text": "发送"}


def run(state, problem, **variables):
    return subprocess.run(
        [program, "chat", "--json", "--intents", pack, "--state", str(state)], text=True, capture_output=True,
        input="".join(json.dumps(line) + "\n" for line in lines(problem)), timeout=120,
        env=os.environ | variables)


def disk(state, **variables):
    return {"LD_PRELOAD": str(folder / "failing_disk.so"), "FAIL_FOLDER": str(state),
            "FAIL_COUNT": str(folder / "count")} | variables


def receipts(answers):
    return [answer["email"]["reference"] for answer in answers if answer.get("kind") == "receipt"]


def judge(name, state, first, outcome, tally):
    def fault(text):
        faults.append(f"{name}: {text}; {outcome.stderr.strip()[-300:]}")

    if outcome.returncode not in (0, 73, 74):
        return fault(f"a: it ended with {outcome.returncode}")
    answers = [json.loads(line) for line in outcome.stdout.splitlines()]
    if outcome.returncode != 0:
        tally["not begun"] += 1
        if not outcome.stderr.strip():
            fault("a: it could not begin and said nothing")
    else:
        answered = {answer["to"] for answer in answers}
        missing = [line["id"] for line in lines("") if line["id"] not in answered]
        if missing:
            fault(f"b: {missing} had no answer")
    for answer in answers:
        if answer["type"] == "error" and (answer["code"] != "storage" or not answer["text"]):
            fault(f"b: {answer}")
    shown = receipts(answers)
    sent = [answer for answer in answers if answer["to"] == "send"]
    if shown:
        tally["accepted"] += 1
    elif outcome.returncode == 0:
        tally["refused in words"] += 1
        if not any(part in answer["text"] for answer in sent for part in ("没有收下", "没有保存成功")):
            fault(f"e: the user was told {[answer['text'] for answer in sent]}")
    for reference in shown:
        # A file that could not be written waits for its next try.
        subprocess.run([program, "outbox", "retry", reference, "--state", str(state)], capture_output=True)
    deliver = subprocess.run([program, "outbox", "deliver", "--state", str(state)], capture_output=True, text=True)
    if deliver.returncode != 0:
        fault(f"c: nothing can be delivered afterwards: {deliver.stderr}")
    has_file = any(answer["to"] == "file" and "已附上" in answer.get("text", "") for answer in answers)
    for reference in [first] + shown:
        path = state / "outbox" / f"{reference}.eml"
        if not path.exists():
            fault(f"{'f' if reference == first else 'c'}: {reference} is lost")
            continue
        mail = email.message_from_bytes(path.read_bytes(), policy=email.policy.default)
        if any(part.defects for part in mail.walk()):
            fault(f"c: {reference} is not whole")
        names = {part.get_filename(): part.get_payload(decode=True) for part in mail.iter_attachments()}
        if (reference == first or has_file) and names.get("shot.png") != picture:
            fault(f"d: the file of {reference} is lost")
    database = sqlite3.connect(state / "helpline.db")
    if database.execute("PRAGMA integrity_check").fetchall() != [("ok",)]:
        fault("f: the database is damaged")
    states = dict(database.execute("SELECT reference, state FROM mails"))
    tally["kept without a receipt"] += len(set(states) - {first} - set(shown))
    database.close()


def main():
    source = pathlib.Path(__file__).with_name("failing_disk.c")
    subprocess.run(["clang", "-shared", "-fPIC", "-O1", "-o", folder / "failing_disk.so", source, "-ldl"], check=True)
    base = folder / "base"
    first = receipts([json.loads(line) for line in run(base, "第一封 转账没有到账").stdout.splitlines()])[0]
    state = folder / "state"
    shutil.copytree(base, state)
    run(state, "第二封 钱包打不开", **disk(state))
    calls = int((folder / "count").read_text())
    tally = {"accepted": 0, "refused in words": 0, "not begun": 0, "kept without a receipt": 0}
    rounds = 0
    for number in range(1, calls + 1, step):
        for stays in (False, True):
            shutil.rmtree(state)
            shutil.copytree(base, state)
            variables = disk(state, FAIL_AT=str(number), **({"FAIL_STAYS": "1"} if stays else {}))
            outcome = run(state, "第二封 钱包打不开", **variables)
            judge(f"call {number}{' and all after it' if stays else ''}", state, first, outcome, tally)
            rounds += 1
    figures = ", ".join(f"{name} {count}" for name, count in tally.items())
    print(f"calls {calls}, rounds {rounds}, {figures}, faults {len(faults)}")
    for fault in faults[:20]:
        print(fault)
    shutil.rmtree(folder)


main()
sys.exit(1 if faults else 0)
