// Writing to a terminal without ever being stuck in it. A terminal that nobody reads (a frozen emulator, Ctrl-S, a dead link)
// makes an ordinary write sleep for ever, and no signal handled on another thread ends that sleep. So the terminal is opened a
// second time, for non-blocking writes; the shell's own descriptor keeps its flags, because it shares them with every other
// program that has it.

import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct TerminalOutput: Sendable {
    /// Where the bytes go.
    let descriptor: Int32
    /// Whether `descriptor` is an opening of our own, and never waits.
    let isOwn: Bool

    /// The most bytes of one write where the terminal could not be opened again: `poll` then only says that some fit.
    private static let cautiousPortion = 64

    /// Once the end is asked for, a write still waits so many milliseconds for a slow terminal.
    private static let lastPatience: Int64 = 500

    init(_ terminal: Int32) {
        if let own = Self.reopen(terminal) {
            descriptor = own
            isOwn = true
        } else {
            descriptor = terminal
            isOwn = false
        }
    }

    func close() {
        if isOwn { closeDescriptor(descriptor) }
    }

    /// Whether the terminal takes a byte right now, or a write fails at once.
    var isReady: Bool {
        var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
        return poll(&request, 1, 0) == 1
    }

    /// Writes all bytes and waits as long as the terminal is slow; gives up when the end is asked for meanwhile.
    ///
    /// - Throws: `system` with `EIO` when the terminal is gone, or stuck at the end.
    func write(_ bytes: [UInt8]) throws(TerminalError) {
        var rest = bytes[...]
        var deadline: Int64?
        while !rest.isEmpty {
            if try writeNow(&rest) { continue }
            var requests = [
                pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0),
                // Once it is known, only the terminal and the time count.
                pollfd(fd: deadline == nil ? StopMark.descriptor : -1, events: Int16(POLLIN), revents: 0),
            ]
            var patience: Int32 = -1
            if let deadline { patience = Int32(clamping: max(0, deadline - Glue.milliseconds())) }
            let ready = poll(&requests, 2, patience)
            if ready == 0 { throw .system(operation: "write", .ioError) }
            if ready > 0, requests[1].revents != 0 { deadline = Glue.milliseconds() + Self.lastPatience }
        }
    }

    /// Writes what the terminal takes until a time (``Glue/milliseconds()``), and gives up the rest.
    ///
    /// - Returns: whether it took all.
    @discardableResult
    func write(_ bytes: [UInt8], until deadline: Int64) -> Bool {
        var rest = bytes[...]
        while !rest.isEmpty {
            do {
                if try writeNow(&rest) { continue }
            } catch {
                return false
            }
            let left = deadline - Glue.milliseconds()
            guard left > 0 else { return false }
            var request = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            _ = poll(&request, 1, Int32(clamping: left))
        }
        return true
    }

    /// One write that does not wait; false when nothing fits. What comes after a handler has given the terminal back is
    /// dropped: the process is about to end.
    private func writeNow(_ rest: inout ArraySlice<UInt8>) throws(TerminalError) -> Bool {
        if !isOwn, !isReady { return false }
        let portion = isOwn ? rest : rest.prefix(Self.cautiousPortion)
        let written = TerminalRestorer.unlessGivenBack { portion.withUnsafeBytes { systemWrite(descriptor, $0) } }
        guard let count = written else {
            rest = []
            return true
        }
        if count >= 0 {
            rest = rest.dropFirst(count)
            return count > 0
        }
        let error = Errno(rawValue: Glue.lastErrno)
        switch error {
        case .interrupted: return true
        case .wouldBlock, .resourceTemporarilyUnavailable: return false
        default: throw .system(operation: "write", error)
        }
    }

    /// The same terminal, opened anew; `nil` where its name leads nowhere (another mount namespace) or elsewhere.
    private static func reopen(_ terminal: Int32) -> Int32? {
        var names: [String] = []
        var name = [CChar](repeating: 0, count: 256)
        if ttyname_r(terminal, &name, name.count) == 0 {
            names.append(String(decoding: name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self))
        }
        #if os(Linux)
            names.append("/proc/self/fd/\(terminal)")
        #endif
        for name in names {
            let opened = open(name, O_WRONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC)
            guard opened >= 0 else { continue }
            if Glue.isSameDevice(opened, terminal) { return opened }
            closeDescriptor(opened)
        }
        return nil
    }
}

// `write(2)` and `close(2)`, outside of the type, whose methods of those names hide them.
private func systemWrite(_ descriptor: Int32, _ bytes: UnsafeRawBufferPointer) -> Int {
    write(descriptor, bytes.baseAddress, bytes.count)
}
private func closeDescriptor(_ descriptor: Int32) { _ = close(descriptor) }
