#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file that is being imported, read from the front in pieces of 64 KiB and closed when nobody needs it any more.
final class ImportFile {
    let path: String
    /// In bytes, as it was when the file was opened; 0 for what has no size, such as a pipe.
    let size: Int64
    private(set) var bytesRead: Int64 = 0
    private let descriptor: Int32
    /// What was looked at and not read yet.
    private var ahead: [UInt8]?

    private static let chunkSize = 1 << 16

    init(path: String) throws(ImportError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .unreadable(path: path, systemWords()) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else {
            let words = systemWords()
            close(descriptor)
            throw .unreadable(path: path, words)
        }
        self.path = path
        self.descriptor = descriptor
        size = Int64(status.st_size)
    }

    deinit { close(descriptor) }

    /// The first bytes, which are read all the same afterwards.
    func beginning() throws(ImportError) -> [UInt8] {
        if let ahead { return ahead }
        let bytes = try fetch()
        ahead = bytes
        return bytes
    }

    /// The next bytes; none at the end.
    func read() throws(ImportError) -> [UInt8] {
        let bytes: [UInt8]
        if let ahead { bytes = ahead } else { bytes = try fetch() }
        ahead = nil
        bytesRead += Int64(bytes.count)
        return bytes
    }

    private func fetch() throws(ImportError) -> [UInt8] {
        while true {
            var count = 0
            let bytes = [UInt8](unsafeUninitializedCapacity: Self.chunkSize) { buffer, initialized in
                count = sysRead(descriptor, buffer.baseAddress, buffer.count)
                initialized = max(0, count)
            }
            if count >= 0 { return bytes }
            // A signal arrived while waiting: read again.
            guard errno == EINTR else { throw .unreadable(path: path, systemWords()) }
        }
    }

    /// Whether `other` names the same file, by whatever path.
    func isSame(as other: String) -> Bool {
        var mine = stat()
        var theirs = stat()
        guard fstat(descriptor, &mine) == 0, stat(other, &theirs) == 0 else { return false }
        return mine.st_dev == theirs.st_dev && mine.st_ino == theirs.st_ino
    }
}

/// The system's `read`, which a method of that name would hide.
private func sysRead(_ descriptor: Int32, _ buffer: UnsafeMutableRawPointer?, _ count: Int) -> Int {
    read(descriptor, buffer, count)
}

/// What the system says about the last failure.
func systemWords() -> String {
    String(cString: strerror(errno))
}
