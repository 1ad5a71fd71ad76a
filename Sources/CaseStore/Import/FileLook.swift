/// What a file is by its first bytes: what people mix up when they say how it is to be read.
public enum FileLook: Hashable, Sendable {
    case empty
    /// Lines of some text, such as CSV.
    case text
    /// Begins with an object, as JSON Lines do.
    case jsonLines
    /// A workbook of a spreadsheet program, such as `.xlsx`: a ZIP archive.
    case workbook

    init(_ beginning: some Sequence<UInt8>) {
        let blanks: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D, 0xEF, 0xBB, 0xBF]
        let bytes = Array(beginning.drop { blanks.contains($0) }.prefix(4))
        if bytes.isEmpty {
            self = .empty
        } else if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) {
            self = .workbook
        } else if bytes[0] == UInt8(ascii: "{"), let next = bytes.dropFirst().first, [0x22, 0x7D, 0x20].contains(next) {
            self = .jsonLines
        } else {
            self = .text
        }
    }
}

extension ImportFile {
    /// Refuses a file that is not of the form in which it would be read.
    ///
    /// - Throws: ``ImportError/empty(path:)``, ``ImportError/otherForm(path:wanted:found:)``.
    func require(_ wanted: FileLook) throws(ImportError) {
        let look = FileLook(try beginning())
        if look == .empty { throw .empty(path: path) }
        guard look == wanted else { throw .otherForm(path: path, wanted: wanted, found: look) }
    }
}
