// swift-tools-version: 6.1
import PackageDescription

// The modules stand on floors (lowest first): TerminalKit and Casework know nothing of each other;
// CaseStore records what Casework decides; Dashboard and TownSimulator use them; `daiban` wires all of it.
let package = Package(
    name: "daiban",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "daiban", targets: ["daiban"]),
        // For the nested package of benchmarks.
        .library(
            name: "DaibanModules", targets: ["CaseStore", "Casework", "Dashboard", "TerminalKit", "TownSimulator"]),
        .library(name: "PseudoTerminal", targets: ["PseudoTerminal"]),
        // For the nested package of fuzzing.
        .library(name: "TerminalKit", targets: ["TerminalKit"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
        .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
        .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    ],
    targets: [
        .target(
            name: "TerminalKit",
            dependencies: [
                .product(name: "SystemPackage", package: "swift-system")
            ]
        ),
        .target(
            name: "Casework",
            dependencies: [
                .product(name: "TOMLKit", package: "TOMLKit")
            ],
            resources: [
                .embedInCode("Rulebook/standard.toml"),
                .embedInCode("Rulebook/wuyi.toml"),
                .embedInCode("Rulebook/neixiang.toml"),
                .embedInCode("Rulebook/jianning.toml"),
                .embedInCode("Rulebook/pingli.toml"),
                .embedInCode("Rulebook/sichuan.toml"),
                .embedInCode("Clause/clauses.tsv"),
                .embedInCode("Calendar/national-days.toml"),
                .embedInCode("Item/start-items.csv"),
                .embedInCode("Text/pinyin-initials.txt"),
            ]
        ),
        .target(
            name: "CaseStore",
            dependencies: [
                "Casework",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]
        ),
        .target(
            name: "TownSimulator",
            dependencies: ["CaseStore", "Casework"]
        ),
        .target(
            name: "Dashboard",
            dependencies: ["CaseStore", "Casework", "TerminalKit"],
            resources: [.embedInCode("Theme/Embedded")]
        ),
        .executableTarget(
            name: "daiban",
            dependencies: [
                "CaseStore", "Casework", "Dashboard", "TerminalKit", "TownSimulator",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "TOMLKit", package: "TOMLKit"),
            ]
        ),
        .target(
            name: "PseudoTerminal",
            dependencies: [
                .product(name: "SystemPackage", package: "swift-system")
            ],
            path: "Tests/PseudoTerminal"
        ),
        .testTarget(name: "PseudoTerminalTests", dependencies: ["PseudoTerminal"]),
        // Ends in many ways in a terminal of the tests.
        .executableTarget(
            name: "terminal-fixture",
            dependencies: ["TerminalKit", .product(name: "SystemPackage", package: "swift-system")],
            path: "Tests/TerminalKitFixtures"),
        .testTarget(
            name: "TerminalKitTests", dependencies: ["PseudoTerminal", "TerminalKit", "terminal-fixture"],
            exclude: ["Golden"]),
        .testTarget(name: "CaseworkTests", dependencies: ["Casework"]),
        // Many processes over one record, killed at random; also run by hand for longer.
        .executableTarget(
            name: "soak",
            dependencies: [
                "CaseStore", "Casework", "Dashboard", "TerminalKit", .product(name: "GRDB", package: "GRDB.swift"),
            ],
            path: "Tests/Soak"),
        .target(
            name: "FaultInjection",
            dependencies: [.product(name: "GRDBSQLite", package: "GRDB.swift")],
            path: "Tests/FaultInjection"),
        .testTarget(name: "FaultTests", dependencies: ["CaseStore", "Casework", "FaultInjection"]),
        .testTarget(name: "SoakTests", dependencies: ["CaseStore", "Casework", "PseudoTerminal", "soak"]),
        .testTarget(name: "CaseStoreTests", dependencies: ["CaseStore", "Casework"], exclude: ["Samples"]),
        .testTarget(name: "TownSimulatorTests", dependencies: ["CaseStore", "Casework", "TownSimulator"]),
        .testTarget(
            name: "DashboardTests",
            dependencies: ["CaseStore", "Casework", "Dashboard", "TerminalKit"],
            exclude: ["Golden"]
        ),
        .testTarget(
            name: "DaibanTests",
            dependencies: ["CaseStore", "Casework", "PseudoTerminal", "daiban"],
            exclude: ["Import"]
        ),
    ],
    swiftLanguageModes: [.v6]
)
