#if os(Linux)
    #if canImport(Glibc)
        import Glibc
    #else
        import Musl
    #endif

    /// Asks which file a path leads to, and for no times.
    ///
    /// From Linux 6.13 on, who asks a file when it was written to makes the next write note its time exactly, and
    /// fdatasync(2) then has the inode to write as well. stat(2) always asks; the log of the record is looked at before
    /// each commit, which would wait for the disk once more. statx(2) asks for what it is told to. Swift's modules do not
    /// have it, so it is sought by its name.
    struct TimelessStatus: Sendable {
        /// `nil` where the C library does not have it, or it is not allowed.
        static let shared = TimelessStatus()

        private typealias Function =
            @convention(c) (
                Int32, UnsafePointer<CChar>, Int32, UInt32, UnsafeMutableRawPointer
            ) -> Int32

        private let statx: Function

        private init?() {
            guard let symbol = dlsym(nil, "statx") else { return nil }
            statx = unsafeBitCast(symbol, to: Function.self)
            guard identity("/") != nil else { return nil }
        }

        /// What the kernel fills in, the same on every machine (linux/stat.h).
        private enum Layout {
            static let size = 256
            static let inode = 32
            static let deviceMajor = 136
            static let deviceMinor = 140
            /// STATX_INO
            static let mask: UInt32 = 0x100
        }

        func identity(_ path: String) -> FileFacts.Identity? {
            withUnsafeTemporaryAllocation(byteCount: Layout.size, alignment: 8) { facts in
                guard let start = facts.baseAddress, statx(AT_FDCWD, path, 0, Layout.mask, start) == 0 else {
                    return nil
                }
                let major = start.load(fromByteOffset: Layout.deviceMajor, as: UInt32.self)
                let minor = start.load(fromByteOffset: Layout.deviceMinor, as: UInt32.self)
                return FileFacts.Identity(
                    device: UInt64(major) << 32 | UInt64(minor),
                    inode: start.load(fromByteOffset: Layout.inode, as: UInt64.self))
            }
        }
    }
#endif
