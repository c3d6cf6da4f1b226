/// The parts of a long text that are matched one by one: byte ranges, the last part of the text first.
///
/// A text of at most 512 characters (Unicode scalars) is one window. A longer one is cut from its end, where people
/// put the question: behind a sentence end, else behind a space or comma, else in the middle of a word; each window is
/// as long as 512 characters allow, and after eight the rest is left out. Windows are matched as texts of their own;
/// what a pattern says about `^`, `$` or the neighbours of a word is said about the window.
///
/// ```swift
/// for window in MatchWindows(of: text.span) {
///     patterns.forEachMatch(in: text.span.extracting(window), using: &scratch, budget: &budget) { … }
/// }
/// ```
///
/// Costs one walk over at most 4,096 characters and no allocation.
public struct MatchWindows: Sequence, Sendable {
    /// The longest window, in Unicode scalars.
    public static let characterLimit = 512

    /// The most windows of one text.
    public static let countLimit = 8

    private var ranges: InlineArray<8, Range<Int>>

    /// How many windows there are; an empty text has one, which is empty.
    public private(set) var count = 0

    /// Whether the start of the text is in no window.
    public private(set) var isTruncated = false

    /// Cuts a text, which MUST be valid UTF-8.
    public init(of text: Span<UInt8>) {
        ranges = InlineArray(repeating: 0..<text.count)
        guard text.count > MatchWindows.characterLimit else {
            count = 1
            return
        }
        var end = text.count
        repeat {
            let start = MatchWindows.start(ofWindowEndingAt: end, in: text)
            ranges[count] = start..<end
            count += 1
            end = start
        } while end > 0 && count < MatchWindows.countLimit
        isTruncated = end > 0
    }

    /// Whether more than one window was needed.
    public var isCut: Bool { count > 1 || isTruncated }

    /// Walks the windows, the last part of the text first.
    public func makeIterator() -> Iterator { Iterator(windows: self) }

    /// A walk over the windows.
    public struct Iterator: IteratorProtocol {
        let windows: MatchWindows
        var index = 0

        /// The next window.
        public mutating func next() -> Range<Int>? {
            guard index < windows.count else { return nil }
            defer { index += 1 }
            return windows.ranges[index]
        }
    }
}

extension MatchWindows {
    /// Walks back as far as the limit allows and keeps the farthest place of each kind at which one may cut.
    private static func start(ofWindowEndingAt end: Int, in text: Span<UInt8>) -> Int {
        var position = end
        var sentence: Int?
        var pause: Int?
        for _ in 0..<characterLimit where position > 0 {
            position = text.scalarStart(before: position)
            switch Boundary(before: position, in: text) {
            case .sentence: sentence = position
            case .pause: pause = position
            case .none: break
            }
        }
        return position == 0 ? 0 : sentence ?? pause ?? position
    }

    /// What a cut at some place would fall on.
    private enum Boundary {
        case sentence, pause, none

        /// Looks at the character before the place, and at the one after it where a full stop may be part of a number
        /// or an address.
        init(before position: Int, in text: Span<UInt8>) {
            guard position > 0, position < text.count else {
                self = .none
                return
            }
            let start = text.scalarStart(before: position)
            switch text.scalar(at: start).value {
            case 0x0A, 0x3002, 0xFF01, 0xFF1F, 0xFF1B: self = .sentence  // line feed 。！？；
            case 0x2E, 0x21, 0x3F, 0x3B: self = Boundary.endsWord(at: position, in: text) ? .sentence : .none
            case 0x20, 0x2C, 0x3000, 0x3001, 0xFF0C: self = .pause  // space , 、，
            default: self = .none
            }
        }

        /// Whether the character after a `.`, `!`, `?` or `;` shows that it ended something.
        private static func endsWord(at position: Int, in text: Span<UInt8>) -> Bool {
            let next = text[position]
            return next == 0x20 || next == 0x0A || next >= 0x80
        }
    }
}
