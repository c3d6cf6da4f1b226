import Foundation
import Testing

@Suite("The bot on a real IRC network")
struct IRCTests {
    private static let haveTools =
        ProcessInfo.processInfo.environment["CI"] != nil
        || (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { folder in
                ["ngircd", "ii"].allSatisfy { FileManager.default.isExecutableFile(atPath: "\(folder)/\($0)") }
            }

    /// Two people on ngircd: one asks in the channel and in a query, the other only reads along.
    private static let script = """
        import os, re, socket, subprocess, sys, time
        folder, binary, state, pack = sys.argv[1:]
        probe = socket.create_server(("127.0.0.1", 0)); port = probe.getsockname()[1]; probe.close()
        with open(folder + "/ngircd.conf", "w") as file:
            file.write(f"[Global]\\nName = irc.test.example\\nInfo = test\\nListen = 127.0.0.1\\nPorts = {port}\\n"
                       "[Limits]\\nMaxConnectionsIP = 0\\n[Options]\\nDNS = no\\nIdent = no\\nPAM = no\\n")
        network = subprocess.Popen(["ngircd", "-n", "-f", folder + "/ngircd.conf"],
                                   stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        bot = subprocess.Popen([binary, "irc", f"127.0.0.1:{port}", "--nick", "helper", "--join", "#help",
                                "--intents", pack, "--state", state], stderr=open(folder + "/bot", "w"))
        class Person:
            def __init__(self, nick):
                for _ in range(200):
                    try: self.socket = socket.create_connection(("127.0.0.1", port)); break
                    except OSError: time.sleep(0.05)
                self.socket.settimeout(60)
                self.file = self.socket.makefile(encoding="utf-8", errors="replace")
                self.say(f"NICK {nick}"); self.say(f"USER {nick} 0 * :x"); self.until(" 001 ")
                self.say("JOIN #help"); self.until(" 366 ")
            def say(self, line): self.socket.sendall((line + "\\r\\n").encode())
            def until(self, words):
                for line in self.file:
                    if line.startswith("PING"): self.say("PONG " + line.split()[1])
                    if words in line: return line
        lin, wang = Person("lin"), Person("wang")
        for _ in range(600):
            if "on 127.0.0.1" in open(folder + "/bot").read(): break
            time.sleep(0.1)
        lin.say("NAMES #help")
        for _ in range(100):
            if "helper" in lin.until(" 353 "): break
            time.sleep(0.1); lin.say("NAMES #help")
        try:
            lin.say("NOTICE helper :账号被盗了")
            lin.say("PRIVMSG #help :账号被盗了")
            lin.say("PRIVMSG #help :helper: 账号被盗了")
            print("channel", wang.until("PRIVMSG #help :lin: ").strip())
            lin.say("PRIVMSG helper :账号被盗了")
            print("query", lin.until("PRIVMSG lin :").strip())
            lin.say("PRIVMSG helper :转人工")
            print("form", lin.until("邮件").strip())
            bot.terminate()
            print("left", wang.until(" QUIT ").strip())
            print("code", bot.wait(20))
        finally:
            for process in (bot, network): process.kill()
        """

    @Test(
        "It answers in the channel where it is named, carries the form in a query, ignores a NOTICE, and takes leave",
        .enabled(if: haveTools, "ngircd is needed"))
    func network() throws {
        let lines = try run(Self.script)
        try #require(lines.count == 5, "\(lines)")
        #expect(lines[0].hasPrefix("channel :helper!"))
        #expect(lines[1].hasPrefix("query :helper!"))
        #expect(lines[2].hasPrefix("form :helper!"))
        #expect(lines[3].contains("helper"))
        #expect(lines[4] == "code 0")
    }

    /// Two people with the client ii, which is files: what is written to `in` is said, and `out` is what was heard.
    private static let clients = """
        import os, socket, subprocess, sys, time
        folder, binary, state, pack = sys.argv[1:]
        probe = socket.create_server(("127.0.0.1", 0)); port = probe.getsockname()[1]; probe.close()
        with open(folder + "/ngircd.conf", "w") as file:
            file.write(f"[Global]\\nName = irc.test.example\\nInfo = test\\nListen = 127.0.0.1\\nPorts = {port}\\n"
                       "[Limits]\\nMaxConnectionsIP = 0\\n[Options]\\nDNS = no\\nIdent = no\\nPAM = no\\n")
        quiet = dict(stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        network = subprocess.Popen(["ngircd", "-n", "-f", folder + "/ngircd.conf"], **quiet)
        bot = subprocess.Popen([binary, "irc", f"127.0.0.1:{port}", "--nick", "helper", "--join", "#help",
                                "--intents", pack, "--state", state], stderr=open(folder + "/bot", "w"))
        def wait(path, words=""):
            for _ in range(1200):
                if os.path.exists(path) and words in (open(path, errors="replace").read() if words else ""):
                    return True
                time.sleep(0.1)
            sys.exit(f"{path} never said {words}")
        def say(place, line):
            wait(place + "/in")
            with open(place + "/in", "w") as file: file.write(line + "\\n")
        wait(folder + "/bot", "on 127.0.0.1")
        people = {}
        for nick in ("lin", "wang"):
            people[nick] = subprocess.Popen(
                ["ii", "-s", "127.0.0.1", "-p", str(port), "-n", nick, "-i", folder + "/" + nick], **quiet)
            home = f"{folder}/{nick}/127.0.0.1"
            wait(home + "/out", "MOTD")
            say(home, "/j #help")
            wait(home + "/#help/in")
        lin, wang = (f"{folder}/{nick}/127.0.0.1" for nick in ("lin", "wang"))
        def heard(path, words):
            wait(path, words)
            return next(line for line in open(path, errors="replace") if words in line).strip()
        try:
            wait(lin + "/#help/out")
            say(lin + "/#help", "helper: 账号被盗了")
            print("channel", heard(wang + "/#help/out", "<helper> lin: "))
            say(lin, "/j helper 账号被盗了")
            print("query", heard(lin + "/helper/out", "<helper> "))
            say(wang, "/j helper 转人工")
            print("form", heard(wang + "/helper/out", "邮件"))
            bot.terminate()
            print("code", bot.wait(20))
        finally:
            for process in (bot, network, *people.values()): process.kill()
        """

    @Test(
        "Two people with a real client read it in the channel, and each has a query of its own",
        .enabled(if: haveTools, "ngircd and ii are needed"))
    func clients() throws {
        let lines = try run(Self.clients)
        try #require(lines.count == 4, "\(lines)")
        #expect(lines[0].hasPrefix("channel ") && lines[0].contains("<helper> lin: "))
        #expect(lines[1].hasPrefix("query ") && lines[1].contains("<helper> "))
        #expect(lines[2].hasPrefix("form ") && lines[2].contains("邮件"))
        #expect(lines[3] == "code 0")
    }

    /// What a script prints that is told a folder, the program, its state and its pack.
    private func run(_ script: String) throws -> [Substring] {
        let room = try Room()
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c", script, room.folder.path, RunningProgram.path, room.state, SamplePack.small,
        ]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        return text.split(separator: "\n")
    }
}
