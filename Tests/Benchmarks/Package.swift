// swift-tools-version: 6.1
import PackageDescription

// The benchmarks are a package of their own, so that whoever builds or uses Daiban never resolves what only they need.
let package = Package(
    name: "daiban-benchmarks",
    platforms: [.macOS(.v15)],
    dependencies: [
        // Named, because a path is otherwise known by its last folder, which a clone may call anything.
        .package(name: "daiban", path: "../.."),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    ],
    targets: [
        // A dashboard of four tables that is drawn in several languages, so that their frames can be compared.
        .target(name: "DashboardScene", dependencies: [.product(name: "TerminalKit", package: "daiban")]),
        .executableTarget(
            name: "scene",
            dependencies: [
                "DashboardScene",
                .product(name: "SystemPackage", package: "swift-system"),
                .product(name: "TerminalKit", package: "daiban"),
            ]
        ),
        .target(name: "AllocationCounter"),
        .executableTarget(
            name: "allocations",
            dependencies: [
                "AllocationCounter", "DashboardScene", .product(name: "TerminalKit", package: "daiban"),
            ]
        ),
        .executableTarget(
            name: "benchmark",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "DaibanModules", package: "daiban"),
                // SQLite as C gives it, as the reference.
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
                .product(name: "PseudoTerminal", package: "daiban"),
                // The program under measurement, built beside.
                .product(name: "daiban", package: "daiban"),
            ]
        ),
    ],
    swiftLanguageModes: [.v6]
)
