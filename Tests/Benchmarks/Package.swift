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
    ],
    targets: [
        .executableTarget(
            name: "benchmark",
            dependencies: [
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "DaibanModules", package: "daiban"),
                .product(name: "PseudoTerminal", package: "daiban"),
                // The program under measurement, built beside.
                .product(name: "daiban", package: "daiban"),
            ]
        )
    ],
    swiftLanguageModes: [.v6]
)
