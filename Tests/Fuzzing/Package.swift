// swift-tools-version: 6.1
import PackageDescription

// Fuzzing guided by coverage (libFuzzer, which comes with the toolchain): a package of its own, because it is built with
// instruments that nothing else needs.
//
//     swift run --package-path Tests/Fuzzing --sanitize fuzzer -c release input-fuzzer -max_total_time=600 -max_len=300
//
// It ends at the first input that breaks a promise and writes it to a file named crash-…; give that file as the argument to
// see it again. A folder given as the argument keeps what was found to lead to new paths.
let package = Package(
    name: "daiban-fuzzing",
    platforms: [.macOS(.v15)],
    dependencies: [.package(name: "daiban", path: "../..")],
    targets: [
        .executableTarget(
            name: "input-fuzzer",
            dependencies: [.product(name: "TerminalKit", package: "daiban")],
            // libFuzzer has the entry of the program.
            swiftSettings: [.unsafeFlags(["-parse-as-library"])]
        )
    ],
    swiftLanguageModes: [.v6]
)
