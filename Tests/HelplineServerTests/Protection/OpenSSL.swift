#if TLS
    import Foundation

    /// OpenSSL as the other side of a handshake.
    enum OpenSSL {
        /// What a client reads that says these lines and waits for the server's end.
        static func client(_ version: String, port: Int, saying lines: String) throws -> String {
            try shell(
                "openssl s_client \(version) -quiet -ign_eof -connect 127.0.0.1:\(port) 2>/dev/null", input: lines)
        }

        /// What a client reads that says these lines, ends its side of TLS and of TCP, and reads on.
        static func halfClosing(port: Int, saying lines: String) throws -> String {
            try shell("python3 -c '\(halfClosing)' \(port)", input: lines)
        }

        private static let halfClosing = """
            import socket, ssl, sys
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
            context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
            peer = socket.create_connection(("127.0.0.1", int(sys.argv[1])), 10)
            into, out = ssl.MemoryBIO(), ssl.MemoryBIO()
            talk = context.wrap_bio(into, out)
            def drive(step):
                while True:
                    try:
                        value = step()
                        peer.sendall(out.read())
                        return value
                    except ssl.SSLWantReadError:
                        peer.sendall(out.read())
                        if step == talk.unwrap:
                            return None
                        into.write(peer.recv(65536))
            drive(talk.do_handshake)
            lines = sys.stdin.buffer.read()
            drive(lambda: talk.write(lines))
            drive(talk.unwrap)
            text = b""
            while True:
                try:
                    more = talk.read(65536)
                    if not more:
                        break
                    text += more
                except ssl.SSLWantReadError:
                    piece = peer.recv(65536)
                    if not piece:
                        break
                    into.write(piece)
                except ssl.SSLZeroReturnError:
                    break
            sys.stdout.buffer.write(text)
            """

        static func shell(_ words: String, input: String = "") throws -> String {
            let process = Process()
            let (input, said) = (input, Pipe())
            let output = Pipe()
            process.executableURL = URL(fileURLWithPath: "/bin/sh")
            process.arguments = ["-c", "timeout 20 " + words]
            process.standardInput = said
            process.standardOutput = output
            try process.run()
            try said.fileHandleForWriting.write(contentsOf: Data(input.utf8))
            try said.fileHandleForWriting.close()
            let text = output.fileHandleForReading.readDataToEndOfFile()
            process.waitUntilExit()
            return String(decoding: text, as: UTF8.self)
        }
    }
#endif
