import Foundation
import Glibc

/// The program on a terminal of its own, with somebody who types.
final class TerminalProgram {
    /// The terminal did not show in time what was waited for.
    struct Late: Error, CustomStringConvertible {
        var description: String
    }

    private let process = Process()
    private let controller: Int32
    private var screen: [UInt8] = []
    /// How much of the screen was waited for already.
    private var seen = 0

    /// Starts the program on a terminal of 24 lines, with something typed before it reads.
    init(_ arguments: [String], in room: Room, columns: UInt16 = 80, typedAhead: String = "") throws {
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        var (lock, number) = (Int32(0), Int32(0))
        // Requests of ioctl_tty(2) that the C library's header does not show to Swift: TIOCSPTLCK and TIOCGPTN.
        guard controller >= 0, ioctl(controller, 0x4004_5431, &lock) == 0, ioctl(controller, 0x8004_5430, &number) == 0
        else { throw Late(description: "there is no terminal to be had: \(errno)") }
        var size = winsize(ws_row: 24, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
        let descriptor = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
        let terminal = FileHandle(fileDescriptor: descriptor, closeOnDealloc: true)
        process.executableURL = URL(fileURLWithPath: RunningProgram.path)
        process.arguments = arguments
        process.currentDirectoryURL = room.folder.appendingPathComponent("work")
        process.environment = RunningProgram.environment(home: room.path("home")).merging(["TERM": "xterm"]) { $1 }
        process.standardInput = terminal
        process.standardOutput = terminal
        process.standardError = terminal
        type(typedAhead)
        try process.run()
    }

    deinit {
        if process.isRunning { kill(process.processIdentifier, SIGKILL) }
        close(controller)
    }

    /// Types, or pastes where the text holds the marks of a paste.
    func type(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
            guard count > 0 else { return }
            bytes = bytes.dropFirst(count)
        }
    }

    /// Waits until the prompt stands, and gives what was shown since the last one.
    ///
    /// The prompt is told by the mark behind which a terminal marks pastes.
    func reply(within seconds: Double = 60) throws -> String {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while true {
            let fresh = String(decoding: screen[seen...], as: UTF8.self)
            if let end = fresh.range(of: "\u{1B}[?2004h> ") {
                seen += fresh[..<end.upperBound].utf8.count
                waitUntilItReads()
                return String(fresh[..<end.lowerBound]).replacingOccurrences(of: "\r\n", with: "\n")
            }
            guard Date() < deadline, read() else { throw Late(description: "no prompt came; \(fresh.suffix(2000))") }
        }
    }

    /// Waits until the program waits for a key.
    ///
    /// A signal or a Ctrl-D between its prompt and that is lost; nobody is as fast as that but a test.
    private func waitUntilItReads() {
        let call = "/proc/\(process.processIdentifier)/syscall"
        for _ in 0..<500 {
            // read(2) of standard input has the number 0 on x86-64; elsewhere half a second is waited.
            guard let words = try? String(contentsOfFile: call, encoding: .utf8), process.isRunning else { return }
            if words.hasPrefix("0 0x0 ") { return }
            usleep(1000)
        }
    }

    /// Asks the program to end by Ctrl-D, until it does, and gives its code.
    ///
    /// In the moment in which the program switches its terminal over the key is lost, so it is typed again.
    func end(within seconds: Double = 60) -> Int32 {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while read() {
            type("\u{4}")
            if Date() > deadline { kill(process.processIdentifier, SIGKILL) }
        }
        process.waitUntilExit()
        return process.terminationStatus
    }

    /// Sends what Ctrl-C sends; the terminal is not the one that controls the program, so its key would send nothing.
    func interrupt() { kill(process.processIdentifier, SIGINT) }

    /// Waits for the end that what was typed has asked for; its code, and what was shown since the last prompt.
    func leave(within seconds: Double = 60) -> (code: Int32, shown: String) {
        let deadline = Date(timeIntervalSinceNow: seconds)
        while read() {
            if Date() > deadline { kill(process.processIdentifier, SIGKILL) }
        }
        process.waitUntilExit()
        let shown = String(decoding: screen[seen...], as: UTF8.self).replacingOccurrences(of: "\r\n", with: "\n")
        return (process.terminationStatus, shown)
    }

    /// Reads what is there, and waits a second for it; false where nothing will come any more.
    private func read() -> Bool {
        var waiting = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        guard poll(&waiting, 1, 1000) > 0 else { return process.isRunning }
        var buffer = [UInt8](repeating: 0, count: 65_536)
        let count = Glibc.read(controller, &buffer, buffer.count)
        guard count > 0 else { return false }
        screen += buffer[..<count]
        return true
    }
}
