#!/usr/bin/env python3
"""Lets random clients loose on a server for a while, and looks whether anything is left of them.

    Benchmarks/Server/soak.py --seconds 600 --clients 200

People with good lines and bad ones, relays that carry many users and lose their connection, drips, floods, clients that
never read, never speak or die. Whoever behaves must have every answer; in the end no connection is left, and as many files
are open as before. Memory is looked at when everybody has gone, after each part: the first parts warm the server up, and
from then on what it holds on its heap (`heap.c`) must stay as it is, and its resident memory nearly so, which is larger by
what its allocator keeps for the next flood.

A server makes much at its first use: the machine code of a pattern, the words of a topic, a reader of options. So what is
said comes from a fixed number of talks, chance only chooses among them; and each has been played on every loop of the
server before the first part begins. What grows then was not made for the first time.

A part lasts its share of the seconds; or with `--rounds` it is the same work each time, so that a short run finds what it
leaves. One line of JSON tells what happened; the status is 0 where all held.
"""

import argparse, asyncio, collections, json, os, random, re, shutil, socket, struct, subprocess, sys, tempfile, time

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
LINES = [
    "账号被盗了怎么办", "手续费怎么算", "how do I reset my password", "USDT", "昨天晚上8点", "好的", "yes", "no", "2", "取消",
    "转账一直没到账", "menu", "my seed phrase is gone", "qwertz uiop", "跳过", "转人工", "发送", "ok thanks", "返回", "哈哈哈",
    "谢谢", "x" * 3000, "长" * 1500, "\u202e反", "，。！", "0x" + "ab" * 32,
]
NONSENSE = [
    b"\xff\xfb\x01\xff\xfd\x03", b"\x00" * 50, b"\xc4\xe3\xba\xc3\n", b"GET / HTTP/1.1\r\n\r\n", b"{" * 300,
    b'{"type":"nope"}\n' * 20, b"\x16\x03\x01\x00\xff", b"\n" * 500, random.Random(0).randbytes(5000),
]


def talks(number):
    """What users say, from the first line to the last; one in ten says the same again and again, faster than they may."""
    for index in range(number):
        dice = random.Random(f"talk {index}")
        yield [dice.choice(LINES[:3])] * 44 if index % 10 == 9 else dice.choices(LINES, k=dice.randint(1, 20))


TALKS = list(talks(150))
MUMBLINGS = [random.Random(f"nonsense {index}").choices(NONSENSE, k=1 + index % 8) for index in range(60)]
counts = {}


def count(what, number=1):
    counts[what] = counts.get(what, 0) + number


def status(pid, what):
    return int(re.search(what + r":\s+(\d+)", open(f"/proc/{pid}/status").read()).group(1))


def descriptors(pid):
    """What a process has open: how often each file, and sockets and the like without their numbers."""
    names = collections.Counter()
    for number in os.listdir(f"/proc/{pid}/fd"):
        try:
            name = os.readlink(f"/proc/{pid}/fd/{number}")
            names[re.sub(r"\[\d+\]$|(?<=/helpline\.db).*", "", name)] += 1
        except OSError:
            pass
    return names


def left_over(before, after):
    """What is open that was not."""
    return dict(after - before)


def heap(folder):
    """What the process holds on its heap, in bytes, as the library beside it wrote it down last."""
    before = os.stat(folder + "/heap").st_mtime_ns
    while os.stat(folder + "/heap").st_mtime_ns == before:
        time.sleep(0.05)
    return int(open(folder + "/heap").read())


async def connect(port):
    return await asyncio.open_connection("127.0.0.1", port, limit=1 << 20)


async def reply(reader):
    """One reply of a plain connection."""
    return await asyncio.wait_for(reader.readuntil(b"\n\n"), 60)


async def person(port, dice):
    """Says something, reads, says something."""
    reader, writer = await connect(port)
    for line in dice.choice(TALKS):
        await say(line, reader, writer, dice.choice([b"\n", b"\r\n"]))
        await asyncio.sleep(dice.random() * 0.02)
    writer.close()


async def say(line, reader, writer, end=b"\n"):
    """One line, and the answer to it."""
    writer.write(line.encode() + end)
    await reply(reader)
    count("answered")


async def hasty(port, dice):
    """Says everything at once, ends its side, and reads to the end: no reply is missing."""
    reader, writer = await connect(port)
    lines = dice.choice(TALKS)
    writer.write("".join(line + "\n" for line in lines).encode())
    writer.write_eof()
    text = await asyncio.wait_for(reader.read(-1), 60)
    if text.count(b"\n\n") < len(lines):
        count("missing replies", len(lines) - text.count(b"\n\n"))
    count("answered", len(lines))
    writer.close()


async def relay(port, dice, name):
    """Carries users; sometimes its connection is cut in the middle, and what has no answer is sent again."""
    waiting, users, finished = {}, {}, []
    for _ in range(dice.randint(1, 3)):
        reader, writer = await connect(port)
        writer.write(hello(name))
        if b"welcome" not in await asyncio.wait_for(reader.readline(), 60):
            count("missing welcomes")
        for message in waiting.values():
            writer.write((json.dumps(message) + "\n").encode())
        if not waiting:
            writer.write("".join(json.dumps({"type": "end", "conversation": name}) + "\n" for name in finished).encode())
            finished.clear()
        for _ in range(dice.randint(1, 60)):
            message = spoken(users, finished, dice)
            waiting[message["id"]] = message
            writer.write((json.dumps(message) + "\n").encode())
        if dice.random() < 0.5:
            die(writer)
            await asyncio.sleep(0.05)
            continue
        await drain(reader, writer, waiting)
    if waiting:
        await carry(port, name, waiting)


def spoken(users, finished, dice):
    """The next line of one of twenty users; who has said everything gives way to a new one."""
    place = dice.randrange(20)
    if not users.get(place):
        users[place] = [(f"u{time.time_ns()}", line) for line in dice.choice(TALKS)]
    conversation, line = users[place].pop(0)
    if not users[place]:
        finished.append(conversation)
    return {"id": f"{conversation}-{len(users[place])}", "conversation": conversation, "text": line}


def hello(name):
    line = {"type": "hello", "protocol": ["helpline/1"], "relay": name, "secret": "a-long-secret"}
    return json.dumps(line).encode() + b"\n"


async def carry(port, name, waiting):
    """One connection of a relay for all that waits for an answer."""
    await carry_on(*await connect(port), name, waiting)


async def carry_on(reader, writer, name, waiting):
    """The same on a connection that stands."""
    writer.write(hello(name) + "".join(json.dumps(message) + "\n" for message in waiting.values()).encode())
    await drain(reader, writer, waiting)


async def fill(port, messages):
    """Many users of one relay, one after the other: the database grows beyond the pages that it keeps in memory."""
    for first in range(0, messages, 50):
        await carry(port, "r0", {
            f"f{number}": {"id": f"f{number}", "conversation": f"f{number % 500}", "text": LINES[number % len(LINES)]}
            for number in range(first, first + 50)})


async def drain(reader, writer, waiting):
    """Reads until every message has its answer; what the server was too busy for is sent again."""
    while waiting:
        line = json.loads(await asyncio.wait_for(reader.readline(), 60))
        if line["type"] == "reply" and line["last"]:
            waiting.pop(line["to"], None)
            count("answered")
        elif line["type"] == "error":
            count("error " + line["code"])
            if line["code"] in ("busy", "storage") and line["to"] in waiting:
                await asyncio.sleep(0.05)
                writer.write((json.dumps(waiting[line["to"]]) + "\n").encode())
            else:
                waiting.pop(line["to"], None)
        elif line["type"] == "ping":
            writer.write((json.dumps({"type": "pong", "id": line["id"]}) + "\n").encode())
    writer.close()


def die(writer):
    """Ends as a machine does that loses its power."""
    try:
        writer.get_extra_info("socket").setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
    except OSError:
        # The server was first, and has thrown it out.
        pass
    writer.transport.abort()


async def nonsense(port, dice):
    """Bytes that are no text, in pieces."""
    reader, writer = await connect(port)
    for piece in dice.choice(MUMBLINGS):
        writer.write(piece)
        await asyncio.sleep(dice.random() * 0.02)
    count("nonsense")
    if dice.random() < 0.5:
        die(writer)
    else:
        writer.close()


async def drip(port, dice):
    """A line letter by letter, and sometimes never its end."""
    reader, writer = await connect(port)
    for byte in dice.choice(LINES[:8]).encode():
        writer.write(bytes([byte]))
        await asyncio.sleep(0.002)
    if dice.random() < 0.7:
        writer.write(b"\n")
        await reply(reader)
        count("answered")
    writer.close()


async def deaf(port, dice):
    """Asks without pause and reads nothing."""
    reader, writer = await connect(port)
    writer.transport.pause_reading()
    writer.write("手续费怎么算\n".encode() * 5000)
    await asyncio.sleep(dice.random())
    count("deaf")
    die(writer)


async def silent(port, dice):
    reader, writer = await connect(port)
    await asyncio.sleep(dice.random() * 2)
    count("silent")
    writer.close()


async def client(port, number, seed, goes_on):
    dice = random.Random(f"{seed}-{number}")
    while next(goes_on):
        kind = dice.choice([person, person, person, hasty, relay, nonsense, drip, deaf, silent])
        try:
            await (relay(port, dice, f"r{number}") if kind == relay else kind(port, dice))
        except (ConnectionError, asyncio.IncompleteReadError):
            # The nonsensical are thrown out; nobody else may be.
            if kind in (person, hasty, relay, drip):
                count(f"thrown out: {kind.__name__}")
        except TimeoutError:
            count(f"not answered: {kind.__name__}")


def start(options, folder):
    secrets = os.path.join(folder, "relays")
    with open(os.open(secrets, os.O_CREAT | os.O_WRONLY, 0o600), "w") as file:
        file.write("".join(f"r{number} a-long-secret\n" for number in range(options.clients)))
    log = open(os.path.join(folder, "log"), "w")
    library = os.path.join(folder, "heap.so")
    source = os.path.join(ROOT, "Benchmarks/Server/heap.c")
    subprocess.run(["cc", "-O2", "-shared", "-fPIC", "-o", library, source, "-lpthread"], check=True)
    process = subprocess.Popen(
        [options.binary, "serve", "--no-greeting", "--intents", options.intents, "--state", folder + "/state",
         "--listen", "127.0.0.1:0"], stderr=log,
        env=dict(os.environ, HELPLINE_SERVE_RELAYS=secrets, LD_PRELOAD=library, HEAP_FILE=folder + "/heap",
                 HELPLINE_SERVE_LOOPS=str(options.loops)))
    while process.poll() is None:
        found = re.search(r"listening on 127\.0\.0\.1:(\d+)", open(log.name).read())
        if found:
            return process, int(found.group(1))
        time.sleep(0.05)
    sys.exit("the server did not start: " + open(log.name).read())


async def warm(options, port):
    """Everything that will be said, on each loop: the server gives connections that come one by one to them in turn."""
    await fill(port, 2000)
    for talk in TALKS + [[line] for line in LINES]:
        await everywhere(options, port, lambda reader, writer: converse(talk, reader, writer))
    for pieces in MUMBLINGS:
        await everywhere(options, port, lambda reader, writer: mumble(pieces, reader, writer))
    for index, talk in enumerate(TALKS):
        await everywhere(options, port, lambda reader, writer: carried(talk, index, reader, writer))


async def everywhere(options, port, play):
    """As many connections as the server has loops, opened one after the other."""
    for _ in range(options.loops):
        try:
            await play(*await connect(port))
        except (ConnectionError, asyncio.IncompleteReadError):
            # The nonsensical are thrown out.
            pass


async def converse(talk, reader, writer):
    for line in talk:
        await say(line, reader, writer)
    writer.close()


async def mumble(pieces, reader, writer):
    writer.write(b"".join(pieces))
    writer.write_eof()
    await asyncio.wait_for(reader.read(-1), 60)
    writer.close()


async def carried(talk, index, reader, writer):
    """A talk over helpline/1 whose conversation is kept: as much of it as may be said without a pause."""
    name = f"w{index}-{time.time_ns()}"
    waiting = {f"{name}-{place}": {"id": f"{name}-{place}", "conversation": name, "text": line}
               for place, line in enumerate(talk[:30])}
    await carry_on(reader, writer, "r0", waiting)


async def soak(options, process, port, folder):
    """What was open before, and after each part the heap and the resident memory in KB, once everybody has gone."""
    async def part(number):
        seed, until = f"{options.seed}-{0 if options.rounds else number}", time.time() + options.seconds / options.parts
        await asyncio.gather(*(client(port, number, seed, lasts(options.rounds, until))
                               for number in range(options.clients)))
        await settle(process.pid, before)
        return heap(folder) // 1024, status(process.pid, "VmRSS")
    before = descriptors(process.pid)
    await warm(options, port)
    return before, [await part(number) for number in range(options.parts)]


def lasts(rounds, until):
    """Whether a client goes on: for a number of rounds, or where there is none up to a moment."""
    while not rounds and time.time() < until:
        yield True
    yield from [True] * rounds
    yield False


async def settle(pid, before):
    """Waits for the server to notice that everybody has gone."""
    for _ in range(300):
        if not left_over(before, descriptors(pid)):
            return
        await asyncio.sleep(0.1)


def growths(options, memory):
    """Whether memory has grown since the parts that warm up: read topics, compile patterns, open readers."""
    heaps, resident = zip(*memory[options.warm_up - 1:])
    if heaps[-1] > heaps[0] * options.heap_growth:
        yield f"the heap grows: {heaps} KB"
    if resident[-1] > resident[(len(resident) - 1) // 2] * options.growth:
        yield f"resident memory grows: {resident} KB"


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--binary", default=os.path.join(ROOT, ".build/release/helpline"))
    parser.add_argument("--intents", default=os.path.join(ROOT, "Intents"))
    parser.add_argument("--seconds", type=float, default=60)
    parser.add_argument("--clients", type=int, default=50)
    parser.add_argument("--talks", type=int, default=len(TALKS), help="how many talks there are to choose from")
    parser.add_argument("--loops", type=int, default=2, help="how many event loops the server has")
    parser.add_argument("--rounds", type=int, default=0, help="what each client does in a part, instead of the seconds")
    parser.add_argument("--parts", type=int, default=6, help="memory is looked at after each")
    parser.add_argument("--warm-up", type=int, default=1, help="the first parts, whose memory is not judged")
    parser.add_argument("--heap-growth", type=float, default=1.03, help="what the heap may hold more since the warm-up")
    parser.add_argument("--growth", type=float, default=1.05, help="what may be resident more since the middle")
    parser.add_argument("--seed", type=int, default=random.randrange(1 << 32))
    options = parser.parse_args()
    del TALKS[options.talks:], MUMBLINGS[options.talks:]
    begun = time.time()
    folder = tempfile.mkdtemp(prefix="helpline-soak-")
    process, port = start(options, folder)
    try:
        before, memory = asyncio.run(soak(options, process, port, folder))
        after = descriptors(process.pid)
        faults = [f"{what}: {number}" for what, number in counts.items() if what.split(" ")[0] in ("missing", "thrown", "not")]
        if left := left_over(before, after):
            faults.append(f"descriptors are left: {left}")
        faults += growths(options, memory)
        process.terminate()
        if process.wait(30) != 0:
            faults.append(f"the server ended with {process.returncode}")
    finally:
        process.kill()
        shutil.rmtree(folder, ignore_errors=True)
    print(json.dumps({"seed": options.seed, "seconds": round(time.time() - begun), "clients": options.clients, "counts": counts,
                      "heap_kb": [heap for heap, _ in memory], "rss_kb": [resident for _, resident in memory],
                      "descriptors": [before.total(), after.total()], "faults": faults}, ensure_ascii=False))
    sys.exit(1 if faults else 0)


if __name__ == "__main__":
    main()
