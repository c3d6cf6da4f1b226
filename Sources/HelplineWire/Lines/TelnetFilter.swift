/// Takes telnet commands out of a stream of text and refuses every option that is offered or asked for.
///
/// A terminal program connected to a bare port may negotiate (RFC 854, RFC 855). All we want is its default: lines of
/// text. Each DO is answered by WONT and each WILL by DONT; WONT and DONT need no answer, so two refusing sides cannot
/// go round in a circle (RFC 1143). IAC IAC is the one byte 0xFF.
public struct TelnetFilter: Sendable {
    private enum State {
        case text
        case command
        case option(refusal: UInt8?)
        case subnegotiation
        case subnegotiationCommand
    }

    private enum Code {
        /// The lowest byte that is a command behind IAC (RFC 1184, section 2.5).
        static let first: UInt8 = 236
        static let subnegotiationEnd: UInt8 = 240
        static let subnegotiation: UInt8 = 250
        static let will: UInt8 = 251
        static let wont: UInt8 = 252
        static let `do`: UInt8 = 253
        static let dont: UInt8 = 254
        static let interpretAsCommand: UInt8 = 255
    }

    /// A subnegotiation longer than this is given up, so that no stray byte silences a connection for good.
    static let longestSubnegotiation = 1024
    /// Refusals that are sent on one connection; later requests are dropped in silence.
    static let mostRefusals = 64

    private var state = State.text
    private var subnegotiated = 0
    private var refused = 0
    private var refusals: [UInt8] = []

    /// A filter at the beginning of a stream.
    public init() {}

    /// Removes the commands from `buffer[start...]`, whatever part of one the last call ended in.
    ///
    /// Costs a scan for 0xFF where none comes.
    mutating func filter(_ buffer: inout [UInt8], from start: Int) {
        var read = start
        if case .text = state {
            guard let first = buffer.firstIndex(of: Code.interpretAsCommand, from: start) else { return }
            read = first
        }
        var write = read
        while read < buffer.count {
            if let byte = text(of: buffer[read]) {
                buffer[write] = byte
                write += 1
            }
            read += 1
        }
        buffer.removeLast(buffer.count - write)
    }

    /// The refusals to send now; they are handed out once.
    mutating func takeRefusals() -> [UInt8] {
        defer { refusals = [] }
        return refusals
    }

    /// One step: the byte of text that `byte` stands for, nil where it belongs to a command.
    private mutating func text(of byte: UInt8) -> UInt8? {
        switch state {
        case .text:
            guard byte == Code.interpretAsCommand else { return byte }
            state = .command
        case .command:
            return command(byte)
        case .option(let refusal):
            refuse(byte, with: refusal)
            state = .text
        case .subnegotiation:
            subnegotiated += 1
            if byte == Code.interpretAsCommand {
                state = .subnegotiationCommand
            } else if subnegotiated > Self.longestSubnegotiation {
                state = .text
            }
        case .subnegotiationCommand:
            state = byte == Code.subnegotiationEnd ? .text : .subnegotiation
        }
        return nil
    }

    /// The byte after IAC.
    private mutating func command(_ byte: UInt8) -> UInt8? {
        state = .text
        switch byte {
        case Code.interpretAsCommand: return byte
        case Code.do: state = .option(refusal: Code.wont)
        case Code.will: state = .option(refusal: Code.dont)
        case Code.wont, Code.dont: state = .option(refusal: nil)
        case Code.subnegotiation:
            state = .subnegotiation
            subnegotiated = 0
        // No command: the IAC was a stray byte, and what stands behind it, such as the end of a line, is text.
        default: if byte < Code.first { return byte }
        }
        return nil
    }

    private mutating func refuse(_ option: UInt8, with verb: UInt8?) {
        guard let verb, refused < Self.mostRefusals else { return }
        refused += 1
        refusals += [Code.interpretAsCommand, verb, option]
    }
}
