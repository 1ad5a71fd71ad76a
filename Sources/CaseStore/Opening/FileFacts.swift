import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the file system says about a path, asked without opening the file: closing any descriptor of a database file
/// drops every lock that SQLite holds on it in this process (POSIX advisory locks).
enum FileFacts {
    /// Which file a path leads to now; another one after it was replaced.
    struct Identity: Hashable {
        var device: UInt64
        var inode: UInt64
    }

    static func exists(_ path: String) -> Bool {
        access(path, F_OK) == 0
    }

    static func isReadable(_ path: String) -> Bool {
        access(path, R_OK) == 0
    }

    static func isWritable(_ path: String) -> Bool {
        access(path, W_OK) == 0
    }

    static func isFolder(_ path: String) -> Bool {
        status(path).map { $0.st_mode & S_IFMT == S_IFDIR } ?? false
    }

    /// A file with content, not a pipe that would be waited for.
    static func isFile(_ path: String) -> Bool {
        status(path).map { $0.st_mode & S_IFMT == S_IFREG } ?? false
    }

    static func identity(_ path: String) -> Identity? {
        #if os(Linux)
            if let asks = TimelessStatus.shared { return asks.identity(path) }
        #endif
        return status(path).map { Identity(device: UInt64($0.st_dev), inode: UInt64($0.st_ino)) }
    }

    /// Who may do what with a file: its owner, its group and its mode; `nil` when there is none.
    static func owner(_ path: String) -> (user: uid_t, group: gid_t, mode: mode_t)? {
        status(path).map { ($0.st_uid, $0.st_gid, $0.st_mode & 0o777) }
    }

    /// In bytes; `nil` when there is no such file.
    static func size(_ path: String) -> Int64? {
        status(path).map { Int64($0.st_size) }
    }

    /// When the file was written to last, in nanoseconds; `nil` when there is no such file.
    static func written(_ path: String) -> Int64? {
        guard let status = status(path) else { return nil }
        #if canImport(Darwin)
            let time = status.st_mtimespec
        #else
            let time = status.st_mtim
        #endif
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }

    /// How much a person may still write to the file system that holds `folder`, in bytes; `nil` when it does not say.
    static func room(in folder: String) -> Int64? {
        var status = statvfs()
        guard statvfs(folder, &status) == 0 else { return nil }
        return Int64(clamping: UInt64(status.f_bavail) &* UInt64(status.f_frsize))
    }

    /// The folder that holds `path`; `.` for a bare name.
    static func folder(of path: String) -> String {
        guard let slash = path.utf8.lastIndex(of: UInt8(ascii: "/")) else { return "." }
        return slash == path.startIndex ? "/" : String(path[..<slash])
    }

    /// Whether the file system that holds `path` has no room left for this user.
    static func isDiskFull(_ path: String) -> Bool {
        var facts = statvfs()
        return statvfs(path, &facts) == 0 && facts.f_bavail == 0
    }

    /// Whether the file system that holds `path` is mounted, or was made, read-only.
    static func isOnReadOnlyDisk(_ path: String) -> Bool {
        var facts = statvfs()
        return statvfs(path, &facts) == 0 && UInt(facts.f_flag) & UInt(ST_RDONLY) != 0
    }

    /// The path behind symbolic links, which is where SQLite keeps the write-ahead log; `path` itself when there is
    /// nothing behind it.
    static func resolved(_ path: String) -> String {
        guard let real = realpath(path, nil) else { return path }
        defer { free(real) }
        return String(cString: real)
    }

    /// Makes the names in a folder survive a power cut. File systems that cannot do it for folders do it anyway.
    static func sync(folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return }
        _ = fsync(descriptor)
        close(descriptor)
    }

    /// The system's words for the last failed call.
    static func lastError() -> String {
        String(cString: strerror(errno))
    }

    /// The system's words for what Foundation could not do; its own name no reason on Linux.
    static func reason(_ error: any Error) -> String {
        let cause = (error as? CocoaError)?.underlying as? POSIXError
        return cause.map { String(cString: strerror($0.code.rawValue)) } ?? (error as NSError).localizedDescription
    }

    private static func status(_ path: String) -> stat? {
        var status = stat()
        return stat(path, &status) == 0 ? status : nil
    }
}
