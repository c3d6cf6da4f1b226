import Foundation
import Testing

@Suite("The bot on a real IRC network")
struct IRCTests {
    private static let haveTools =
        ProcessInfo.processInfo.environment["CI"] != nil
        || (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
            .contains { FileManager.default.isExecutableFile(atPath: "\($0)/ngircd") }

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
        let room = try Room()
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [
            "python3", "-c", Self.script, room.folder.path, RunningProgram.path, room.state, SamplePack.small,
        ]
        process.standardOutput = output
        try process.run()
        let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
        process.waitUntilExit()
        let lines = text.split(separator: "\n")
        try #require(lines.count == 5, "\(text)")
        #expect(lines[0].hasPrefix("channel :helper!"))
        #expect(lines[1].hasPrefix("query :helper!"))
        #expect(lines[2].hasPrefix("form :helper!"))
        #expect(lines[3].contains("helper"))
        #expect(lines[4] == "code 0")
    }
}
