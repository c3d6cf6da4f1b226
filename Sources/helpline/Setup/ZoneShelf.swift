import HelplineCore
import Synchronization

/// The zones that relays have named, read once each.
final class ZoneShelf: Sendable {
    private let zones = Mutex<[String: ZoneTable]>([:])

    /// A zone by its IANA name, nil where this machine does not have it.
    ///
    /// The first use of a zone reads its file.
    func zone(_ name: String) -> ZoneTable? {
        if let known = zones.withLock({ $0[name] }) { return known }
        guard let zone = Zone.named(name) else { return nil }
        zones.withLock { if $0.count < 600 { $0[name] = zone } }
        return zone
    }
}
