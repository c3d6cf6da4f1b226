import Foundation

// What leaks and what is masked for nothing: secrets made at random and lines of everyday, through the redactor.
//
//     cd Benchmarks/Redaction && swift run -c release redaction-tables [COUNT [SEED]]
//
// Prints two tables in Markdown. A phrase has leaked where two of its words can be read in a row, or three beside a
// sentence of list words, or four of its Chinese characters; any other secret where it can be read at all. Ends with
// code 1 where one has leaked, or where an ordinary line has lost anything.

let arguments = CommandLine.arguments.dropFirst().compactMap { UInt64($0) }
let count = Int(arguments.first ?? 1_000)
let seed = arguments.count > 1 ? arguments[1] : 1
let isTight = SecretTable(count: count, seed: seed).report()
let isQuiet = HarmlessTable(count: count, seed: seed).report()
exit(isTight && isQuiet ? 0 : 1)
