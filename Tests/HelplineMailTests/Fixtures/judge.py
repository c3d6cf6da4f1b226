"""Reads composed mails with Python's email package and reports what is wrong with them.

usage: judge.py FOLDER

FOLDER holds pairs of NAME.eml and NAME.json, the latter with what must be read back. One line is printed for every fault,
and at last the number of mails.
"""

import base64
import email
import email.policy
import json
import pathlib
import re
import sys

ALLOWED = {
    "From", "To", "Reply-To", "Subject", "Date", "Message-ID", "Content-Language", "X-Helpline-Ref",
    "X-Helpline-Intent", "X-Helpline-Version", "MIME-Version", "Content-Type", "Content-Transfer-Encoding",
}  # fmt: skip
ENCODED_WORD = re.compile(rb"=\?UTF-8\?B\?([^?]*)\?=")


def without_blanks(text):
    """Python puts spaces of its own into decoded phrases, around parentheses for one."""
    return re.sub(r"\s", "", text)


def lines(text):
    return text.replace("\r\n", "\n")


def check_bytes(raw):
    head = raw.split(b"\r\n\r\n", 1)[0]
    if any(byte > 127 for byte in raw):
        yield "a byte above 127"
    if b"\0" in raw or re.search(rb"[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]", raw):
        yield "a control character"
    rest = raw.replace(b"\r\n", b"")
    if b"\r" in rest or b"\n" in rest:
        yield "a CR or LF alone"
    longest = max(raw.split(b"\r\n"), key=len)
    if len(longest) > 78:
        yield f"a line of {len(longest)} octets: {longest!r}"
    for line in head.split(b"\r\n"):
        words = list(ENCODED_WORD.finditer(line))
        if words and len(line) > 76:
            yield f"a line of {len(line)} octets with an encoded-word"
        if line.strip() == b"":
            yield "a header line of blanks"
        for word in words:
            if len(word.group()) > 75:
                yield f"an encoded-word of {len(word.group())} octets"
            try:
                base64.b64decode(word.group(1), validate=True).decode("utf-8")
            except ValueError as error:
                yield f"an encoded-word that is not whole: {error}"


def check_defects(message):
    for part in message.walk():
        for defect in part.defects:
            yield f"{part.get_content_type()}: {defect!r}"
        for name, value in part.items():
            for defect in getattr(value, "defects", ()):
                yield f"{name}: {defect!r}"


def check_header(message, want):
    names = message.keys()
    if set(names) - ALLOWED:
        yield f"fields {set(names) - ALLOWED}"
    if len(names) != len(set(names)):
        yield f"a field twice: {names}"
    if str(message["Subject"]) != want["subject"]:
        yield f"subject {str(message['Subject'])!r}"
    if [mailbox.addr_spec for mailbox in message["To"].addresses] != [want["to"]]:
        yield f"to {message['To']}"
    if message["Date"].datetime.timestamp() != want["date"]:
        yield f"date {message['Date']}"
    if message["Message-ID"] != want["messageID"]:
        yield f"message id {message['Message-ID']}"
    if message["Content-Language"] != want["language"]:
        yield f"language {message['Content-Language']}"


def check_reply_to(message, want):
    field = message["Reply-To"]
    if want["replyTo"] is None:
        if field is not None:
            yield f"reply-to {field}"
        return
    if field is None or len(field.addresses) != 1:
        yield f"reply-to {field}"
        return
    mailbox = field.addresses[0]
    if mailbox.addr_spec != want["replyTo"]:
        yield f"reply address {mailbox.addr_spec!r}"
    if without_blanks(mailbox.display_name) != without_blanks(want["name"]):
        yield f"name {mailbox.display_name!r}"


def attached(part):
    """A file: its name with its text, or with its bytes in base64 and their type."""
    content = part.get_content()
    if isinstance(content, str):
        return part.get_filename(), lines(content)
    return part.get_filename(), base64.b64encode(content).decode(), part.get_content_type()


def check_content(message, want):
    parts = [part for part in message.walk() if not part.is_multipart()]
    for part in parts:
        if part["Content-Transfer-Encoding"] not in ("7bit", "base64"):
            yield f"encoding {part['Content-Transfer-Encoding']}"
    text = lines(message.get_body().get_content())
    if text != want["text"]:
        yield f"text {text!r}"
    files = [attached(part) for part in message.iter_attachments()]
    if files != [tuple(file) for file in want["files"]]:
        yield f"files {files!r}"


def faults(raw, want):
    yield from check_bytes(raw)
    message = email.message_from_bytes(raw, policy=email.policy.default)
    yield from check_defects(message)
    yield from check_header(message, want)
    yield from check_reply_to(message, want)
    yield from check_content(message, want)


def main():
    paths = sorted(pathlib.Path(sys.argv[1]).glob("*.eml"))
    for path in paths:
        want = json.loads(path.with_suffix(".json").read_text("utf-8"))
        try:
            for fault in faults(path.read_bytes(), want):
                print(f"{path.stem}: {fault}; wanted {want}")
        except Exception as error:
            print(f"{path.stem}: {error!r}; wanted {want}")
    print(len(paths))


main()
