"""A real SMTP server on loopback for one test: STARTTLS and AUTH, with faults chosen by the recipient's local part.

Usage: smtp_server.py FOLDER MODE

Prints its port and serves until its standard input ends. FOLDER holds cert.pem and key.pem; each mail that was received
becomes FOLDER/N.eml with FOLDER/N.json beside it. MODE is `starttls`, `implicit`, or `clear`: a server that knows no TLS
and writes every byte it gets to FOLDER/clear.
"""

import asyncio
import json
import pathlib
import ssl
import sys

folder = pathlib.Path(sys.argv[1])
mode = sys.argv[2]
count = 0


def keep(envelope, session):
    global count
    count += 1
    (folder / f"{count}.eml").write_bytes(envelope.original_content)
    facts = {"from": envelope.mail_from, "to": envelope.rcpt_tos, "tls": session.ssl is not None,
             "user": bool(session.authenticated)}
    (folder / f"{count}.json").write_text(json.dumps(facts))


class Handler:
    async def handle_RCPT(self, server, session, envelope, address, options):
        replies = {"defer": "451 4.7.1 greylisted", "reject": "550 5.1.1 no such user", "full": "452 4.3.1 no room"}
        reply = replies.get(address.split("@")[0])
        if reply:
            return reply
        envelope.rcpt_tos.append(address)
        return "250 2.1.5 ok"

    async def handle_DATA(self, server, session, envelope):
        keep(envelope, session)
        recipient = envelope.rcpt_tos[0].split("@")[0]
        if recipient == "slow":
            await asyncio.sleep(3)
        if recipient == "cut" and count == 1:
            server.transport.abort()
        if recipient == "spam":
            return "554 5.7.1 refused after the text"
        return f"250 2.0.0 accepted as {count}"


def log_in(server, session, envelope, mechanism, data):
    from aiosmtpd.smtp import AuthResult, LoginPassword

    good = isinstance(data, LoginPassword) and (data.login, data.password) == (b"bot", b"s3cret")
    return AuthResult(success=good, handled=False)


def real_server():
    from aiosmtpd.smtp import SMTP

    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(folder / "cert.pem", folder / "key.pem")
    begins_clear = mode == "starttls"

    def make():
        return SMTP(Handler(), hostname="loopback.test", authenticator=log_in, auth_required=True,
                    auth_require_tls=begins_clear, require_starttls=begins_clear, timeout=20,
                    tls_context=context if begins_clear else None)

    return make, None if begins_clear else context


class Clear(asyncio.Protocol):
    def connection_made(self, transport):
        self.transport = transport
        transport.write(b"220 loopback.test\r\n")

    def data_received(self, data):
        with (folder / "clear").open("ab") as log:
            log.write(data)
        greets = data[:4].upper() == b"EHLO"
        self.transport.write(b"250-loopback.test\r\n250 AUTH PLAIN LOGIN\r\n" if greets else b"250 ok\r\n")


async def main():
    make, context = (Clear, None) if mode == "clear" else real_server()
    loop = asyncio.get_running_loop()
    server = await loop.create_server(make, "127.0.0.1", 0, ssl=context)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)


asyncio.run(main())
