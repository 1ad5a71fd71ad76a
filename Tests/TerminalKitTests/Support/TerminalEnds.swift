// Both ends of a new pty inside of the test's own process, for tests in which the program and its terminal are the same process.

import SystemPackage
import Testing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#endif

#if os(Linux)
    struct TerminalEnds {
        /// What a terminal emulator would hold.
        let near: FileDescriptor
        /// What a program would hold.
        let far: FileDescriptor

        /// Opens a pty; it has the line settings of any new one. The requests are those of asm-generic/ioctls.h.
        init() throws {
            let near = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
            var lock: Int32 = 0
            var number: UInt32 = 0
            try #require(near >= 0 && ioctl(near, 0x4004_5431, &lock) == 0 && ioctl(near, 0x8004_5430, &number) == 0)
            let far = open("/dev/pts/\(number)", O_RDWR | O_NOCTTY | O_CLOEXEC)
            try #require(far >= 0)
            self.near = FileDescriptor(rawValue: near)
            self.far = FileDescriptor(rawValue: far)
        }
    }
#endif
