// swift-tools-version: 6.2
import PackageDescription

// A package of its own, so that what only benchmarks need never reaches a user. The libraries under test are compiled
// from the same files, through links.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "benchmarks",
    targets: [
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .target(name: "PCRE2", dependencies: ["CPCRE2"], swiftSettings: settings),
        .target(name: "PatternSet", dependencies: ["PCRE2"], swiftSettings: settings),
        .target(name: "TestSupport", swiftSettings: settings),
        .target(name: "AllocationCounter"),
        .target(name: "NaiveLoop", linkerSettings: [.linkedLibrary("pcre2-8")]),
        .target(name: "VectorscanLoop"),
        .executableTarget(
            name: "matching",
            dependencies: [
                "AllocationCounter", "NaiveLoop", "PCRE2", "PatternSet", "TestSupport", "VectorscanLoop",
            ],
            swiftSettings: settings
        ),
    ],
    swiftLanguageModes: [.v6]
)
