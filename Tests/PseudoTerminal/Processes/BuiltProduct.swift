// Where a test finds the program it tests: SwiftPM builds products and test bundles into the same directory.

import Foundation

/// Finds the executables of this package.
public enum BuiltProduct {
    /// The product is not where it should be.
    public struct NotFound: Error, CustomStringConvertible {
        public var name: String
        public var places: [String]

        public var description: String {
            "no executable \(name) at \(places.joined(separator: " or ")); build it with `swift build --product \(name)`"
                + " or set \(BuiltProduct.variable(for: name)) to its path"
        }
    }

    /// The path of a product, such as `daiban`: what `DAIBAN_BINARY` says, else the file beside the test bundle.
    public static func path(_ name: String) throws(NotFound) -> String {
        let given = ProcessInfo.processInfo.environment[variable(for: name)]
        let places = given.map { [$0] } ?? directories.map { $0 + "/" + name }
        guard let path = places.first(where: FileManager.default.isExecutableFile(atPath:)) else {
            throw NotFound(name: name, places: places)
        }
        return path
    }

    static func variable(for name: String) -> String {
        name.uppercased().replacingOccurrences(of: "-", with: "_") + "_BINARY"
    }

    /// On Linux the test bundle is the running executable; on macOS a helper has loaded it.
    private static var directories: [String] {
        let bundles = Bundle.allBundles.map(\.bundlePath).filter { $0.hasSuffix(".xctest") }
        let executable =
            (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")).map { [$0] } ?? []
        let files = executable + bundles + [CommandLine.arguments.first ?? ""]
        return files.map { URL(fileURLWithPath: $0).deletingLastPathComponent().path }
    }
}
