/// A time zone as a table of its changes, read once at the rim, so that Core can do civil-date arithmetic alone.
public struct ZoneTable: Sendable, Equatable {
    /// From a moment on, the distance from UTC.
    public struct Transition: Sendable, Equatable {
        /// Seconds since the epoch at which the offset begins.
        public var start: Int64
        /// Seconds east of UTC.
        public var offset: Int32

        /// Describes a change.
        public init(start: Int64, offset: Int32) {
            self.start = start
            self.offset = offset
        }
    }

    /// The IANA name, such as `Asia/Shanghai`.
    public var name: String
    /// The changes, ascending.
    public var transitions: [Transition]
    /// The offset before the first change, in seconds east of UTC.
    public var firstOffset: Int32

    /// Describes a zone.
    public init(name: String, firstOffset: Int32, transitions: [Transition] = []) {
        self.name = name
        self.firstOffset = firstOffset
        self.transitions = transitions
    }

    /// Coordinated universal time.
    public static let utc = ZoneTable(name: "UTC", firstOffset: 0)

    /// Seconds east of UTC at a moment; logarithmic in the number of changes.
    public func offset(at moment: Timestamp) -> Int32 {
        var low = 0
        var high = transitions.count
        while low < high {
            let middle = (low + high) / 2
            if transitions[middle].start <= moment.seconds { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? firstOffset : transitions[low - 1].offset
    }
}
