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
    dependencies: [.package(url: "https://github.com/jpsim/Yams", exact: "6.2.2")],
    targets: [
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .target(name: "PCRE2", dependencies: ["CPCRE2"], swiftSettings: settings),
        .target(name: "PatternSet", dependencies: ["PCRE2"], swiftSettings: settings),
        .target(name: "HelplineCore", dependencies: ["PatternSet", "PCRE2"], swiftSettings: settings),
        .target(name: "HelplineWire", dependencies: ["HelplineCore"], swiftSettings: settings),
        .target(
            name: "HelplinePack",
            dependencies: ["HelplineCore", "PatternSet", "PCRE2", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings),
        .target(name: "TestSupport", swiftSettings: settings),
        .target(name: "AllocationCounter"),
        .target(name: "NaiveLoop", linkerSettings: [.linkedLibrary("pcre2-8")]),
        .target(name: "WordLoop", dependencies: ["NaiveLoop"]),
        .target(name: "VectorscanLoop"),
        .executableTarget(
            name: "matching",
            dependencies: [
                "AllocationCounter", "NaiveLoop", "PCRE2", "PatternSet", "TestSupport", "VectorscanLoop",
            ],
            swiftSettings: settings),
        .executableTarget(
            name: "folder-cost", dependencies: ["HelplineCore", "HelplinePack"], swiftSettings: settings),
        .executableTarget(
            name: "whole-turns",
            dependencies: [
                "HelplineCore", "HelplinePack", "HelplineWire", "PCRE2", "PatternSet", "TestSupport", "WordLoop",
            ],
            swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
