// swift-tools-version: 6.2
import PackageDescription

// A package of its own: long runs of what the tests run for some seconds, in release, and the targets of libFuzzer. The
// libraries under test are compiled from the same files, through links.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

/// libFuzzer comes with the toolchain and brings its own main function.
let underFuzzer: [SwiftSetting] = [.unsafeFlags(["-parse-as-library", "-sanitize=fuzzer"])]

/// Code of whose branches libFuzzer is told, so that it can look for inputs that take others.
let watched: [SwiftSetting] = [.unsafeFlags(["-sanitize=fuzzer"])]

/// The same for the code that “fuzz” runs too, which is built without libFuzzer: only where this is asked for.
let watchedForBytes = Context.environment["HELPLINE_FUZZ_BYTES"] == nil ? [] : watched

let package = Package(
    name: "fuzz",
    targets: [
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .target(name: "PCRE2", dependencies: ["CPCRE2"], swiftSettings: settings),
        .target(name: "PatternSet", dependencies: ["PCRE2"], swiftSettings: settings + watchedForBytes),
        .target(name: "TestSupport", swiftSettings: settings),
        .target(
            name: "PatternFuzz", dependencies: ["PatternSet", "PCRE2", "TestSupport"],
            swiftSettings: settings + watchedForBytes),
        .executableTarget(name: "fuzz", dependencies: ["PatternFuzz", "PatternSet"], swiftSettings: settings),
        .target(name: "LibFuzzer", swiftSettings: settings),
        .executableTarget(
            name: "bytes", dependencies: ["LibFuzzer", "PatternFuzz"], swiftSettings: settings + underFuzzer,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
        .target(name: "HelplineCore", dependencies: ["PatternSet", "PCRE2"], swiftSettings: settings),
        .target(name: "HelplineWire", dependencies: ["HelplineCore"], swiftSettings: settings + watched),
        .target(name: "WireFuzz", dependencies: ["HelplineWire"], swiftSettings: settings + watched),
        .executableTarget(
            name: "lines", dependencies: ["LibFuzzer", "WireFuzz"], swiftSettings: settings + underFuzzer,
            linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])]),
    ],
    swiftLanguageModes: [.v6]
)
