import Synchronization

/// Which connection speaks for a relay: one at a time, and the newest that proves itself wins.
///
/// The one before is told to leave and is waited for until the turns that run in it have ended, so that no conversation
/// is written by two.
final class RelayRegistry: Sendable {
    /// A connection that wants to speak for a relay; its calls may come on any thread.
    struct Claim: Sendable {
        /// The connection.
        var number: UInt64
        /// It speaks for the relay now.
        var granted: @Sendable () -> Void
        /// Another one wants to; it finishes what runs and releases.
        var displaced: @Sendable () -> Void
    }

    private struct Place: Sendable {
        var holder: Claim
        var next: Claim?
    }

    private let places = Mutex<[String: Place]>([:])

    /// Whether a relay has a connection.
    func isHeld(_ relay: String) -> Bool { places.withLock { $0[relay] != nil } }

    /// Makes a connection the one that speaks for the relay, now or when the present one has let go.
    func claim(_ relay: String, _ claim: Claim) {
        let call = places.withLock { places -> @Sendable () -> Void in
            guard let place = places[relay] else {
                places[relay] = Place(holder: claim)
                return claim.granted
            }
            places[relay]?.next = claim
            // The holder is asked once; one that waited in vain goes for good.
            return place.next?.displaced ?? place.holder.displaced
        }
        call()
    }

    /// Gives a relay up, for the next connection if there is one; without effect for whoever has no claim.
    func release(_ relay: String, by number: UInt64) {
        let granted = places.withLock { places -> (@Sendable () -> Void)? in
            guard let place = places[relay] else { return nil }
            if place.next?.number == number { places[relay]?.next = nil }
            guard place.holder.number == number else { return nil }
            places[relay] = place.next.map { Place(holder: $0) }
            return place.next?.granted
        }
        granted?()
    }
}
