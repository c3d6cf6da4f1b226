import Foundation
import HelplineServer
import Testing

@Suite("Unix sockets", .serialized, .timeLimit(.minutes(10))) struct UnixSocketTests {
    /// A folder of one test.
    private static func mode(_ path: String) -> mode_t? {
        var file = stat()
        return lstat(path, &file) == 0 ? file.st_mode & 0o777 : nil
    }

    @Test("A unix socket answers as TCP does, is closed to others, and is gone afterwards; a stale one is replaced")
    func answers() async throws {
        let folder = try Folder()
        let path = folder.path + "/sock"
        for _ in 0..<2 {
            try await withClients(change: { $0.places.append(.unix(path: path)) }) { _ in
                #expect(Self.mode(path) == 0o660)
                let client = try Client(path: path)
                client.send(#"{"text":"a"}"# + "\n")
                #expect(try client.readLine().contains("1 a"))
            }
            #expect(Self.mode(path) == nil)
            // As after a crash: the file is there and nobody listens.
            try Client.leaveSocket(at: path)
            #expect(Self.mode(path) != nil)
        }
    }

    @Test("A socket on which another server answers, a file that is no socket, and a path too long are left alone")
    func refused() async throws {
        let folder = try Folder()
        let path = folder.path + "/sock"
        try Data("mine".utf8).write(to: URL(fileURLWithPath: folder.path + "/file"))
        try await withServer(change: { $0.places.append(.unix(path: path)) }) { _ in
            let endless = "/" + String(repeating: "x", count: 200)
            for taken in [path, folder.path + "/file", folder.path + "/missing/sock", endless] {
                let server = LineServer(
                    ServerConfiguration([.unix(path: taken)]), responder: ScriptedResponder(), logger: quietLogger)
                let error = await #expect(throws: ServerError.self) { try await server.run() }
                #expect(error?.place == taken)
            }
            try await onThread {
                let client = try Client(path: path)
                client.send("a\n")
                #expect(try client.readReply() == "1 a")
            }
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/file")) == Data("mine".utf8))
    }

    @Test("A listening socket that was handed over is served, with whoever waits there already")
    func inherited() async throws {
        let folder = try Folder()
        let path = folder.path + "/sock"
        let descriptor = try Client.listen(at: path)
        let early = try Client(path: path)
        early.send("early\n")
        try await withServer(change: { $0.places = [.inherited(descriptor: descriptor)] }) { _ in
            try await onThread { () throws in
                #expect(try early.readReply() == "1 early")
            }
        }
    }

    @Test("A number that is no listening socket is refused and named")
    func notListening() async throws {
        for descriptor in [Int32(0), 9999] {
            let server = LineServer(
                ServerConfiguration([.inherited(descriptor: descriptor)]), responder: ScriptedResponder(),
                logger: quietLogger)
            let error = await #expect(throws: ServerError.self) { try await server.run() }
            #expect(error?.place == "descriptor \(descriptor)")
        }
    }
}
