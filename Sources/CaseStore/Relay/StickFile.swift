import Foundation

/// A file for its owner only that is there whole or not at all.
public enum StickFile {
    /// Writes beside the name first, waits for the disk, and puts it in its place.
    public static func write(_ data: Data, to path: String, replacing: Bool) throws(RelayError) {
        if !replacing, FileFacts.exists(path) { throw .fileExists(path: path) }
        let draft = "\(path).new-\(getpid())"
        unlink(draft)
        let descriptor = open(draft, O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw .file(path: path, detail: FileFacts.lastError()) }
        defer { unlink(draft) }
        var rest = data[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count > 0 {
                rest = rest.dropFirst(count)
            } else if errno != EINTR {
                let detail = FileFacts.lastError()
                close(descriptor)
                throw .file(path: path, detail: detail)
            }
        }
        guard fsync(descriptor) == 0 else {
            let detail = FileFacts.lastError()
            close(descriptor)
            throw .file(path: path, detail: detail)
        }
        close(descriptor)
        if replacing {
            guard rename(draft, path) == 0 else { throw .file(path: path, detail: FileFacts.lastError()) }
        } else if link(draft, path) != 0 {
            if errno == EEXIST { throw .fileExists(path: path) }
            // USB sticks know no hard links.
            guard !FileFacts.exists(path), rename(draft, path) == 0 else {
                throw .file(path: path, detail: FileFacts.lastError())
            }
        }
        FileFacts.sync(folder: FileFacts.folder(of: path))
    }
}
