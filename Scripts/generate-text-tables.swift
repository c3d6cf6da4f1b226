// Writes Sources/HelplineCore/Text/ScalarData.swift: what normalising does with each Unicode scalar.
//
//     swift Scripts/generate-text-tables.swift > Sources/HelplineCore/Text/ScalarData.swift
//
// NFKC and the transform Hant-Hans come from the ICU inside Foundation, the classes from the standard library. Run it
// again when either moves to a newer Unicode; the tests compare the table with both.
import Foundation

/// The highest Unicode version whose characters are taken in, so that the output does not depend on the toolchain.
let version = Unicode.Version(major: 16, minor: 0)
/// The columns of data in a line.
let width = 104

func isUnifiedHan(_ value: UInt32) -> Bool {
    (0x3400...0x4DBF).contains(value) || (0x4E00...0x9FFF).contains(value) || (0x20000...0x2F7FF).contains(value)
        || (0x30000...0x323AF).contains(value)
}

func scalars(_ text: String) -> [UInt32] { text.unicodeScalars.map(\.value) }

func text(_ value: UInt32) -> String { Unicode.Scalar(value).map { String($0) } ?? "" }

func single(_ value: UInt32, _ transform: (String) -> String) -> UInt32 {
    let result = scalars(transform(text(value)))
    return result.count == 1 ? result[0] : value
}

/// NFC, NFKC, traditional to simplified, each where its form is one scalar, until nothing changes; a cycle ends at its
/// lowest member.
func folded(_ start: UInt32) -> UInt32 {
    var seen: [UInt32] = [start]
    while true {
        let canonical = single(seen[seen.count - 1]) { $0.precomposedStringWithCanonicalMapping }
        let compatible = single(canonical) { $0.precomposedStringWithCompatibilityMapping }
        let next = single(compatible) { $0.applyingTransform(StringTransform("Hant-Hans"), reverse: false) ?? $0 }
        if next == seen[seen.count - 1] { return next }
        if let loop = seen.firstIndex(of: next) { return seen[loop...].min() ?? next }
        seen.append(next)
    }
}

func hex(_ value: some BinaryInteger) -> String { String(value, radix: 16, uppercase: true) }

/// Sources with their targets, neighbours that run in step put together.
struct Runs {
    private var runs: [(source: UInt32, target: UInt32, length: UInt32)] = []

    mutating func add(_ source: UInt32, _ target: UInt32) {
        if let last = runs.last, last.source + last.length == source, last.target + last.length == target {
            runs[runs.count - 1].length += 1
        } else {
            runs.append((source, target, 1))
        }
    }

    var tokens: [String] {
        var position: UInt32 = 0
        return runs.flatMap { run in
            defer { position = run.source + run.length }
            let target = run.length > 1 ? "\(hex(run.target))*\(hex(run.length))" : hex(run.target)
            return run.source == position ? [target] : ["@\(hex(run.source))", target]
        }
    }
}

func literal(_ name: String, _ comment: [String], _ tokens: [String], separator: String) {
    print("")
    for line in comment { print(line.isEmpty ? "    ///" : "    /// \(line)") }
    print("    static let \(name) = \"\"\"")
    var line = ""
    for token in tokens {
        if line.count + token.count + separator.count > width {
            print("        \(line)")
            line = ""
        }
        line += line.isEmpty ? token : separator + token
    }
    print("        \(line)")
    print("        \"\"\"")
}

func ranges(where belongs: (Unicode.Scalar.Properties) -> Bool, in known: [Unicode.Scalar]) -> [String] {
    var found: [ClosedRange<UInt32>] = []
    for scalar in known where belongs(scalar.properties) {
        let last = found.last
        if let last, last.upperBound + 1 == scalar.value { found.removeLast() }
        let start = last.map { $0.upperBound + 1 == scalar.value ? $0.lowerBound : scalar.value } ?? scalar.value
        found.append(start...scalar.value)
    }
    return found.map { "@\(hex($0.lowerBound))*\(hex($0.count))" }
}

let all = (UInt32(0x80)...0x10FFFF).compactMap { Unicode.Scalar($0) }
let known = all.filter { scalar in
    guard let age = scalar.properties.age else { return false }
    return (age.major, age.minor) <= (version.major, version.minor)
}
let kept = known.filter { !$0.properties.isWhitespace && !$0.properties.isDefaultIgnorableCodePoint }
let changes = kept.map { ($0.value, folded($0.value)) }.filter { $0.0 != $0.1 }

let simplified = changes.filter { isUnifiedHan($0.0) }.map { text($0) + text($1) }
var singles = Runs()
for (source, target) in changes where !isUnifiedHan(source) { singles.add(source, target) }

var pairs: [UInt32: [(UInt32, UInt32)]] = [:]
for scalar in kept where !(0xAC00...0xD7A3).contains(scalar.value) {
    let whole = String(scalar)
    let parts = scalars(whole.decomposedStringWithCanonicalMapping)
    guard parts.count > 1, scalars(whole.precomposedStringWithCanonicalMapping) == [scalar.value] else { continue }
    let head = parts.dropLast().map(text).joined().precomposedStringWithCanonicalMapping
    let first = scalars(head)
    guard first.count == 1, first[0] <= 0xFFFF else { continue }
    pairs[parts[parts.count - 1], default: []].append((first[0], scalar.value))
}
let composites = pairs.sorted { $0.key < $1.key }.flatMap { second, heads in
    ["@\(hex(second))"] + heads.sorted { $0.0 < $1.0 }.flatMap { [hex($0.0), hex($0.1)] }
}

let ignorable = all.filter(\.properties.isDefaultIgnorableCodePoint)
print(
    """
    // Generated by Scripts/generate-text-tables.swift. Change the generator, not this file.
    // Unicode \(version.major).\(version.minor); NFKC and Hant-Hans as in ICU 76.

    /// What `ScalarTable` is made of: numbers are hexadecimal, `@` sets the position, `*` repeats.
    enum ScalarData {
    """, terminator: "")
literal(
    "space", ["The ranges with the property White_Space, without ASCII."],
    ranges(where: \.isWhitespace, in: known), separator: " ")
literal(
    "ignorable", ["The ranges with the property Default_Ignorable_Code_Point."],
    ranges(where: \.isDefaultIgnorableCodePoint, in: ignorable), separator: " ")
literal(
    "singles",
    [
        "What is written instead of scalars that are no unified Han characters.",
        "",
        "A number is the target of the position, which then moves on; `A*3` is A, B, C for three positions.",
    ], singles.tokens, separator: " ")
literal(
    "composites",
    ["Canonical pairs: after `@` the second scalar, then the first and what the two become, by turns."],
    composites, separator: " ")
literal("simplified", ["Han characters in pairs: as written, as matched."], simplified, separator: "")
print("}")
