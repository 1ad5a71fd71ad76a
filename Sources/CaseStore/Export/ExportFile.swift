#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

/// The file of an export: made beside its place under another name, readable for its owner only, and moved there when it
/// is whole. Whoever looks sees all of it or nothing, also after the plug was pulled.
public struct ExportFile: ~Copyable {
    private let path: String
    private let replaces: Bool
    private let partialPath: String
    private var descriptor: Int32

    /// - Parameter replaces: a file that is there already gives way at the end; else it is never touched.
    /// - Throws: ``ExportError/exists(path:)`` before anything is written.
    public init(path: String, replaces: Bool) throws(ExportError) {
        self.path = path
        self.replaces = replaces
        partialPath = "\(path).\(getpid()).partial"
        descriptor = -1
        var status = stat()
        if lstat(path, &status) == 0 {
            // A pipe or a folder is nothing to be replaced.
            guard status.st_mode & S_IFMT == S_IFREG else { throw .failed(path: path, "not a file") }
            guard replaces else { throw .exists(path: path) }
        }
        // A file of that name can only be the remains of a process that died.
        unlink(partialPath)
        descriptor = open(partialPath, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .failed(path: path, systemWords()) }
    }

    deinit {
        guard descriptor >= 0 else { return }
        close(descriptor)
        unlink(partialPath)
    }

    public func write(_ bytes: [UInt8]) throws(ExportError) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let written = rest.withUnsafeBytes { sysWrite(descriptor, $0.baseAddress, $0.count) }
            if written >= 0 {
                rest = rest.dropFirst(written)
            } else if errno != EINTR {
                throw .failed(path: path, systemWords())
            }
        }
    }

    /// Moves the whole file to its place.
    public consuming func finish() throws(ExportError) {
        guard fsync(descriptor) == 0 else { throw .failed(path: path, systemWords()) }
        if replaces {
            guard rename(partialPath, path) == 0 else { throw .failed(path: path, systemWords()) }
        } else if link(partialPath, path) != 0 {
            guard errno != EEXIST else { throw .exists(path: path) }
            // File systems without hard links.
            guard !FileFacts.exists(path) else { throw .exists(path: path) }
            guard rename(partialPath, path) == 0 else { throw .failed(path: path, systemWords()) }
        }
        // That the name is there has to survive a power cut, too.
        let folder = open(FileFacts.folder(of: path), O_RDONLY | O_CLOEXEC)
        if folder >= 0 {
            fsync(folder)
            close(folder)
        }
    }
}

/// The system's `write`, which a method of that name would hide.
private func sysWrite(_ descriptor: Int32, _ buffer: UnsafeRawPointer?, _ count: Int) -> Int {
    write(descriptor, buffer, count)
}
