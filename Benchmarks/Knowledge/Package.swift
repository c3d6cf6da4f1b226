// swift-tools-version: 6.2
import PackageDescription

// What a pack costs to read and what a turn costs on it, in a package of its own, so that nothing of it reaches a user.
// The libraries under test are compiled from the same files, through links; the server and the store are not among
// them.

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let package = Package(
    name: "knowledge-benchmark",
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
        .target(name: "WordLoop", linkerSettings: [.linkedLibrary("pcre2-8")]),
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
