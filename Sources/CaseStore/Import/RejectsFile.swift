#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The rows that did not become cases, as a CSV file that can be mended and imported again with the same mapping.
///
/// Its first five columns say where and why (`reject.row`, `reject.line`, `reject.column`, `reject.reason`,
/// `reject.detail`), then come the columns of the original file. It is written beside its place under another name,
/// readable for its owner only, and moved there when all is said: whoever looks sees the whole file or none. A file that
/// is there already may be half mended: it stays, and the new one gets a number (`….rejects-2.csv`).
struct RejectsFile: ~Copyable {
    private static let ownColumns = ["reject.row", "reject.line", "reject.column", "reject.reason", "reject.detail"]

    private static let quote = UInt8(ascii: "\"")

    private let path: String
    private let partialPath: String
    private let delimiter: UInt8
    private let header: [String]
    private var descriptor: Int32 = -1
    private var pending: [UInt8] = []

    init(path: String, header: [String], delimiter: UInt8) {
        self.path = path
        self.header = header
        self.delimiter = delimiter
        partialPath = "\(path).\(getpid()).partial"
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(partialPath)
    }

    mutating func append(_ reject: ImportReject) throws(ImportError) {
        if descriptor < 0 {
            // A file of that name can only be the remains of a process that died.
            unlink(partialPath)
            descriptor = open(partialPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw .rejects(path: path, systemWords()) }
            // A file that was mended and is imported again already has the five columns.
            add(Self.ownColumns + header.filter { !Self.ownColumns.contains($0) })
        }
        let fields = zip(0..., reject.fields).filter { index, _ in
            !(header.indices.contains(index) && Self.ownColumns.contains(header[index]))
        }
        add(
            // People open it with a spreadsheet, which must find no formula in what is ours.
            [
                "\(reject.row)", "\(reject.line)", SpreadsheetCell.sealed(reject.column), reject.reason.rawValue,
                // The number of a row is one.
                UInt64(reject.detail) == nil ? SpreadsheetCell.sealed(reject.detail) : reject.detail,
            ]
                + fields.map { $1 })
        if pending.count > 1 << 16 { try flush() }
    }

    /// Moves the file to its place, or to the first numbered one that is free.
    ///
    /// - Returns: where it is, or `nil` when there was nothing to write.
    consuming func finish() throws(ImportError) -> String? {
        guard descriptor >= 0 else { return nil }
        try flush()
        guard fsync(descriptor) == 0 else { throw .rejects(path: path, systemWords()) }
        var number = 1
        while true {
            let place = number == 1 ? path : Self.numbered(path, number)
            if link(partialPath, place) == 0 { return place }
            if errno == EEXIST {
                number += 1
                continue
            }
            // File systems without hard links.
            if !FileFacts.exists(place), rename(partialPath, place) == 0 { return place }
            guard FileFacts.exists(place) else { throw .rejects(path: path, systemWords()) }
            number += 1
        }
    }

    /// `requests.rejects.csv` becomes `requests.rejects-2.csv`.
    static func numbered(_ path: String, _ number: Int) -> String {
        let name = path.utf8.lastIndex(of: UInt8(ascii: "/")).map { path.utf8.index(after: $0) } ?? path.startIndex
        guard let dot = path.utf8[name...].lastIndex(of: UInt8(ascii: ".")), dot != name else {
            return "\(path)-\(number)"
        }
        return "\(path[..<dot])-\(number)\(path[dot...])"
    }

    private mutating func add(_ fields: [String]) {
        for (index, field) in fields.enumerated() {
            if index > 0 { pending.append(delimiter) }
            let special: [UInt8] = [delimiter, Self.quote, 0x0A, 0x0D]
            guard field.utf8.contains(where: special.contains) else {
                pending.append(contentsOf: field.utf8)
                continue
            }
            pending.append(Self.quote)
            for byte in field.utf8 {
                if byte == Self.quote { pending.append(byte) }
                pending.append(byte)
            }
            pending.append(Self.quote)
        }
        pending.append(contentsOf: [0x0D, 0x0A])
    }

    private mutating func flush() throws(ImportError) {
        var rest = pending[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                throw .rejects(path: path, systemWords())
            }
        }
        pending.removeAll(keepingCapacity: true)
    }
}
