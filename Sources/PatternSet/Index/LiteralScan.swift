/// A place of a text that the filter has let through.
struct ScanHit: BitwiseCopyable {
    var key: LiteralKey
    var position: UInt32
    var character: UInt32

    /// The most hits of one character: one for each width of a key.
    static let perCharacter = 4
}

/// The first walk over a text, which finds the places worth looking at.
///
/// Everything in its loop is a local value: what it writes could otherwise be what it reads.
enum LiteralScan {
    /// Walks over a text and gives the number of hits.
    ///
    /// There MUST be room for ``ScanHit/perCharacter`` hits a character and one more. Also notes where every character
    /// starts, and which kinds of ASCII characters occur.
    static func run(
        _ scanner: LiteralScanner, over text: borrowing FoldedText, into hits: UnsafeMutablePointer<ScanHit>,
        starts: UnsafeMutablePointer<UInt32>, _ seen: inout CharacterMask
    ) -> Int {
        let filter = scanner.filter.reader
        let prefixes = scanner.prefixes.reader
        let shortLeads = scanner.shortLeads
        let hasShort = scanner.asciiWidths & (1 << 1 | 1 << 2) != 0
        let base = UnsafeRawPointer(text.base)
        let end = text.count
        var mask = CharacterMask()
        var hit = hits
        var position = 0
        var character: UInt32 = 0
        while position < end {
            let word = base.loadUnaligned(fromByteOffset: position, as: UInt64.self)
            let place = Place(position: UInt32(truncatingIfNeeded: position), character: character)
            starts[Int(character)] = place.position
            character &+= 1
            let first = word & 0xFF
            if first < 0x80 {
                position &+= 1
                note(first, in: &mask)
                if hasShort {
                    offer(LiteralKey(word, width: 2), place, filter, &hit)
                    offer(LiteralKey(word, width: 1), place, filter, &hit)
                }
                guard prefixes.mayHave(LiteralKey(word, width: 3)) else { continue }
                offer(LiteralKey(word, width: 6), place, filter, &hit)
                offer(LiteralKey(word, width: 3), place, filter, &hit)
            } else {
                // Nearly always three bytes: a guess of the processor, and no wait for the byte.
                if first & 0xF0 == 0xE0 { position &+= 3 } else { position &+= first < 0xE0 ? 2 : 4 }
                offer(LiteralKey(word, width: 6), place, filter, &hit)
                guard shortLeads &>> (first & 63) & 1 != 0 else { continue }
                offer(LiteralKey(word, width: 3), place, filter, &hit)
                offer(LiteralKey(word, width: 2), place, filter, &hit)
            }
        }
        seen = mask
        return hit - hits
    }

    private struct Place {
        var position: UInt32
        var character: UInt32
    }

    /// Notes an ASCII character, without a branch: letters and spaces come in no order that could be guessed.
    @inline(__always)
    private static func note(_ first: UInt64, in mask: inout CharacterMask) {
        let bit: UInt64 = 1 &<< (first & 63)
        let isHigh = 0 &- first &>> 6
        mask.low |= bit & ~isHigh
        mask.high |= bit & isHigh
    }

    /// Keeps a hit if the filter lets it through; without a branch too.
    @inline(__always)
    private static func offer(
        _ key: LiteralKey, _ place: Place, _ filter: KeyFilter.Reader, _ hit: inout UnsafeMutablePointer<ScanHit>
    ) {
        hit.pointee = ScanHit(key: key, position: place.position, character: place.character)
        hit += filter.mayHave(key) ? 1 : 0
    }
}
