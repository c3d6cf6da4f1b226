/// A row of the table of case classes: scalars at equal steps that are equally far from their representatives.
package struct CaseRun: Hashable, Sendable {
    let first: UInt32
    let last: UInt32
    let step: UInt32
    let distance: Int32

    init(_ first: UInt32, _ last: UInt32, _ step: UInt32, _ distance: Int32) {
        self.first = first
        self.last = last
        self.step = step
        self.distance = distance
    }

    /// The representative of a scalar that is not behind this row.
    func representative(of scalar: UInt32) -> UInt32 {
        guard scalar >= first, (scalar - first) % step == 0 else { return scalar }
        return UInt32(bitPattern: Int32(bitPattern: scalar) &+ distance)
    }

    /// The row with one more scalar behind it, nil where that does not continue it.
    func extended(to scalar: UInt32, _ distance: Int32) -> CaseRun? {
        let next = scalar - last
        guard self.distance == distance, next <= 2, first == last || next == step else { return nil }
        return CaseRun(first, scalar, next, distance)
    }
}

extension CaseRun: CustomStringConvertible {
    /// The row as it stands in the table.
    package var description: String {
        "CaseRun(0x\(String(first, radix: 16)), 0x\(String(last, radix: 16)), \(step), \(distance))"
    }
}
