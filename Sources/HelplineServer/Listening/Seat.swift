/// What the connections of one event loop share; used on that loop only.
final class Seat {
    let desk: any Desk
    /// Collects the replies of one read, and keeps its room for the next.
    var output: [UInt8] = []

    private static let keptCapacity = 256 * 1024

    init(_ desk: any Desk) {
        self.desk = desk
    }

    /// Hands out the empty room.
    func takeOutput() -> [UInt8] {
        var room: [UInt8] = []
        swap(&room, &output)
        room.removeAll(keepingCapacity: room.capacity <= Self.keptCapacity)
        return room
    }
}
