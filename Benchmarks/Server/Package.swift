// swift-tools-version: 6.2
import PackageDescription

/// Modules of helpline's own.
func own(_ modules: String...) -> [Target.Dependency] {
    modules.map { .product(name: $0, package: "helpline") }
}

/// A package of its own, so that nothing of it reaches a user of helpline.
let package = Package(
    name: "server-benchmark",
    dependencies: [
        .package(name: "helpline", path: "../.."),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    ],
    targets: [
        .executableTarget(
            name: "EchoServer",
            dependencies: own("HelplineCore", "HelplineServer", "HelplineWire") + [
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .target(name: "AllocationCounter"),
        .executableTarget(
            name: "Turns",
            dependencies: ["AllocationCounter"]
                + own("HelplineCore", "HelplinePack", "HelplineWire", "PatternSet")),
        .executableTarget(
            name: "Typos",
            dependencies: own("HelplineCore", "HelplinePack", "PatternSet")),
    ],
    swiftLanguageModes: [.v6]
)
