// swift-tools-version: 6.2
import PackageDescription

/// The rules every target of ours is compiled with.
let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .treatAllWarnings(as: .error),
]

let nio: [Target.Dependency] = [
    .product(name: "NIOCore", package: "swift-nio"),
    .product(name: "NIOPosix", package: "swift-nio"),
]

/// What other packages may import.
let modules = [
    "PCRE2", "PatternSet", "HelplineCore", "HelplinePack", "HelplineWire", "HelplineServer", "HelplineMail",
    "HelplineStore", "HelplineTerminal",
]

let package = Package(
    name: "helpline",
    products: [
        .executable(name: "helpline", targets: ["helpline"]),
        .executable(name: "helpline-smtp", targets: ["helpline-smtp"]),
    ] + modules.map { Product.`library`(name: $0, targets: [$0]) },
    traits: [
        .trait(name: "TLS", description: "Lines over TLS, by swift-nio-ssl; the first build then takes minutes more.")
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
    ],
    targets: [
        .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
        .systemLibrary(name: "CEdit", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .systemLibrary(name: "CMalloc"),
        .systemLibrary(name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"])]),
        .target(name: "PCRE2", dependencies: ["CPCRE2"], swiftSettings: settings),
        .target(name: "PatternSet", dependencies: ["PCRE2"], swiftSettings: settings),
        .target(name: "HelplineCore", dependencies: ["PatternSet", "PCRE2"], swiftSettings: settings),
        .target(
            name: "HelplinePack",
            dependencies: ["HelplineCore", "PatternSet", "PCRE2", .product(name: "Yams", package: "Yams")],
            swiftSettings: settings
        ),
        .target(name: "HelplineWire", dependencies: ["HelplineCore"], swiftSettings: settings),
        .target(
            name: "HelplineServer",
            dependencies: [
                "HelplineCore", "HelplineWire", "PatternSet",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "NIOTLS", package: "swift-nio"),
                .product(name: "NIOSSL", package: "swift-nio-ssl", condition: .when(traits: ["TLS"])),
            ] + nio,
            swiftSettings: settings
        ),
        .target(
            name: "HelplineMail",
            dependencies: [
                "HelplineCore",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .target(
            name: "HelplineStore",
            dependencies: ["HelplineCore", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings
        ),
        .target(name: "HelplineTerminal", dependencies: ["CEdit"], swiftSettings: settings),
        .executableTarget(
            name: "helpline",
            dependencies: [
                "HelplineCore", "HelplinePack", "HelplineWire", "HelplineServer", "HelplineMail", "HelplineStore",
                "HelplineTerminal", "PatternSet", "PCRE2", "CMalloc",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: settings
        ),
        .executableTarget(name: "helpline-smtp", dependencies: ["CCurl"], swiftSettings: settings),
        .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
        .testTarget(name: "PCRE2Tests", dependencies: ["PCRE2"], swiftSettings: settings),
        .target(
            name: "PatternFuzz", dependencies: ["PatternSet", "PCRE2", "TestSupport"], path: "Tests/PatternFuzz",
            swiftSettings: settings),
        .testTarget(
            name: "PatternSetTests", dependencies: ["PatternFuzz", "PatternSet", "PCRE2", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "HelplineCoreTests", dependencies: ["HelplineCore", "PatternSet", "PCRE2", "TestSupport"],
            swiftSettings: settings),
        .testTarget(
            name: "HelplinePackTests",
            dependencies: ["HelplinePack", "HelplineCore", "PatternSet", "PCRE2", "TestSupport"],
            exclude: ["Fixtures"], swiftSettings: settings),
        .target(name: "WireFuzz", dependencies: ["HelplineWire"], path: "Tests/WireFuzz", swiftSettings: settings),
        .testTarget(
            name: "HelplineWireTests", dependencies: ["HelplineWire", "HelplineCore", "TestSupport", "WireFuzz"],
            swiftSettings: settings),
        .testTarget(
            name: "HelplineServerTests",
            dependencies: [
                "HelplineServer", "HelplineCore", "HelplineWire", "PCRE2",
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Metrics", package: "swift-metrics"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ] + nio,
            swiftSettings: settings),
        .testTarget(
            name: "HelplineMailTests", dependencies: ["HelplineMail", "HelplineCore", "TestSupport", "helpline-smtp"],
            exclude: ["Fixtures"], swiftSettings: settings),
        .testTarget(
            name: "HelplineStoreTests",
            dependencies: ["HelplineStore", "HelplineCore", .product(name: "GRDB", package: "GRDB.swift")],
            swiftSettings: settings),
        .testTarget(name: "HelplineTerminalTests", dependencies: ["HelplineTerminal"], swiftSettings: settings),
        .testTarget(
            name: "IntegrationTests",
            dependencies: [
                "helpline", "helpline-smtp", "HelplinePack",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Fixtures", "Golden"], swiftSettings: settings),
    ],
    swiftLanguageModes: [.v6]
)
