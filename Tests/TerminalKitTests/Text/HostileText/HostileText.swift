// Texts that were made, or might have been made, to do more than to be read. They stand here in ASCII, so that looking at
// them is safe, and each says what it tries.

import Testing

/// One hostile text.
struct HostileText: Sendable, CustomTestStringConvertible {
    /// What it tries, and where it comes from when it was not made for this project.
    var name: String
    var text: String

    init(_ name: String, _ text: String) {
        self.name = name
        self.text = text
    }

    /// Bytes as they come from a file, put right by the standard library.
    init(_ name: String, bytes: [UInt8]) {
        self.init(name, String(decoding: bytes, as: UTF8.self))
    }

    var testDescription: String { name }

    static let all = controlSequences + invisible + layout + spelling
}
