// swift-tools-version: 6.2
import PackageDescription

/// The redactor alone, so that it builds in seconds; the sources are those of the library.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
    name: "redaction-benchmark",
    targets: [
        .target(name: "HelplineCore", swiftSettings: settings),
        .executableTarget(name: "redaction-cost", dependencies: ["HelplineCore"], swiftSettings: settings),
        .executableTarget(name: "redaction-tables", dependencies: ["HelplineCore"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
