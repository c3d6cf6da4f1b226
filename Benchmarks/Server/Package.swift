// swift-tools-version: 6.2
import PackageDescription

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
            dependencies: [
                .product(name: "HelplineCore", package: "helpline"),
                .product(name: "HelplineServer", package: "helpline"),
                .product(name: "HelplineWire", package: "helpline"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "NIOCore", package: "swift-nio"),
            ]),
        .target(name: "AllocationCounter"),
        .executableTarget(
            name: "Turns",
            dependencies: [
                "AllocationCounter",
                .product(name: "HelplineCore", package: "helpline"),
                .product(name: "HelplinePack", package: "helpline"),
                .product(name: "HelplineWire", package: "helpline"),
                .product(name: "PatternSet", package: "helpline"),
            ]),
        .executableTarget(
            name: "Typos",
            dependencies: [
                .product(name: "HelplineCore", package: "helpline"),
                .product(name: "HelplinePack", package: "helpline"),
                .product(name: "PatternSet", package: "helpline"),
            ]),
    ],
    swiftLanguageModes: [.v6]
)
