import Foundation

/// A temporary folder of one test; it goes with its last reference.
final class Folder: Sendable {
    let path: String

    init() throws {
        let url = FileManager.default.temporaryDirectory.appendingPathComponent("daiban-journey-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
        path = url.path
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// The names of what is in it, in order.
    var contents: [String] {
        get throws { try FileManager.default.contentsOfDirectory(atPath: path).sorted() }
    }

    /// Where a file of that name would be.
    func file(_ name: String) -> String { path + "/" + name }

    /// Writes a text file and gives its path.
    @discardableResult
    func write(_ text: String, to name: String) throws -> String {
        try text.write(toFile: file(name), atomically: false, encoding: .utf8)
        return file(name)
    }
}

extension Folder {
    /// Changes the bytes of a file wherever they stand for `text`, as a fault of a disk or a person would.
    func replaceBytes(of path: String, _ text: String, with other: String) throws {
        precondition(text.utf8.count == other.utf8.count)
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        let wanted = Data(text.utf8)
        var start = data.startIndex
        while let range = data.range(of: wanted, in: start..<data.endIndex) {
            data.replaceSubrange(range, with: Data(other.utf8))
            start = range.upperBound
        }
        try data.write(to: URL(fileURLWithPath: path))
    }

    /// Puts a big-endian number into the header of a SQLite file.
    ///
    /// - Parameter offset: 60 is `user_version`, 68 is `application_id` (SQLite file format, § 1.3).
    func setHeader(of path: String, at offset: Int, to number: UInt32) throws {
        var data = try Data(contentsOf: URL(fileURLWithPath: path))
        for (place, shift) in zip(offset..<offset + 4, [24, 16, 8, 0]) {
            data[place] = UInt8(truncatingIfNeeded: number >> UInt32(shift))
        }
        try data.write(to: URL(fileURLWithPath: path))
    }
}
