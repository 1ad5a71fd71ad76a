#if os(Linux)
    #if canImport(Glibc)
        import Glibc
    #else
        import Musl
    #endif

    /// The kernel's word on the files of one database (inotify(7)): the log, which every commit writes to; the database
    /// itself; and the folder, in which both may come, go or be replaced.
    struct FileEvents {
        let descriptor: Int32
        private let path: String
        /// The database's names in their folders: the link's, where it is one, and the file's. Those of the log and the
        /// index begin with it.
        private var names: [[UInt8]] = []
        private var buffer = [UInt8](repeating: 0, count: 4_096)

        /// `nil` when the user has no more watches: then only the time tells.
        init?(path: String) {
            descriptor = inotify_init1(Int32(IN_NONBLOCK) | Int32(IN_CLOEXEC))
            guard descriptor >= 0 else { return nil }
            self.path = path
        }

        /// Puts up every watch that can stand now; one that stands already is left as it is.
        mutating func arm() {
            let content = UInt32(IN_MODIFY | IN_ATTRIB | IN_DELETE_SELF | IN_MOVE_SELF)
            let folder = UInt32(IN_CREATE | IN_DELETE | IN_MOVED_FROM | IN_MOVED_TO | IN_DELETE_SELF | IN_MOVE_SELF)
            // A symbolic link may lead elsewhere by now; it, too, can be replaced.
            let resolved = FileFacts.resolved(path)
            names = [path, resolved].map(Self.name)
            for place in [path, resolved] { inotify_add_watch(descriptor, FileFacts.folder(of: place), folder) }
            inotify_add_watch(descriptor, resolved, content)
            inotify_add_watch(descriptor, resolved + "-wal", content)
        }

        /// Takes what the kernel has told; whether any of it was about this database.
        mutating func drain() -> Bool {
            var concerns = false
            var changesFiles = false
            while true {
                let count = read(descriptor, &buffer, buffer.count)
                guard count > 0 else { break }
                buffer.withUnsafeBytes { bytes in
                    let headSize = MemoryLayout<inotify_event>.size
                    var start = 0
                    // The kernel hands out whole events only: a head, then `len` bytes of name padded with zeros.
                    while start + headSize <= count {
                        let mask = bytes.loadUnaligned(fromByteOffset: start + 4, as: UInt32.self)
                        let length = Int(bytes.loadUnaligned(fromByteOffset: start + 12, as: UInt32.self))
                        let end = min(start + headSize + length, count)
                        if length == 0 {
                            concerns = true
                            if mask & ~UInt32(IN_MODIFY) != 0 { changesFiles = true }
                        } else if names.contains(where: { bytes[(start + headSize)..<end].starts(with: $0) }) {
                            concerns = true
                            changesFiles = true
                        }
                        start = end
                    }
                }
            }
            if changesFiles { arm() }
            return concerns
        }

        func close() {
            closeDescriptor(descriptor)
        }

        private static func name(_ path: String) -> [UInt8] {
            let start = path.utf8.lastIndex(of: UInt8(ascii: "/")).map(path.utf8.index(after:)) ?? path.startIndex
            return Array(path.utf8[start...])
        }
    }

    /// `close(2)`, outside of the type, whose method of that name hides it.
    private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
#endif
