// swift-tools-version: 6.2
import PackageDescription

/// The store alone; the sources are those of the library.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "store-benchmark",
    dependencies: [.package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0")],
    targets: [
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .target(name: "PCRE2", dependencies: ["CPCRE2"], swiftSettings: settings),
        .target(name: "PatternSet", dependencies: ["PCRE2"], swiftSettings: settings),
        .target(name: "HelplineCore", dependencies: ["PatternSet", "PCRE2"], swiftSettings: settings),
        .target(
            name: "HelplineStore",
            dependencies: ["HelplineCore", .product(name: "GRDB", package: "GRDB.swift")], swiftSettings: settings),
        .executableTarget(
            name: "commit-cost", dependencies: ["HelplineStore", "HelplineCore"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
