#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Sleeps until something happens to the database's files, the time is over, or the feed is stopped.
///
/// On Linux the kernel tells (`FileWatch+Inotify.swift`). Elsewhere only the time passes: a kqueue source would take
/// the place of ``FileEvents``.
struct FileWatch {
    enum Wake {
        case event
        case timeout
        case stopped
    }

    private let stop: StopPipe
    private var events: FileEvents?

    init(path: String, stop: StopPipe) {
        self.stop = stop
        events = FileEvents(path: path)
        arm()
    }

    /// Puts the watches up again where files came or went.
    mutating func arm() {
        events?.arm()
    }

    func close() {
        events?.close()
        stop.closeReadEnd()
    }

    /// - Parameter microseconds: below a millisecond, which `poll` cannot count, the thread sleeps and then looks.
    mutating func wait(microseconds: Int) -> Wake {
        guard microseconds >= 1_000 else {
            usleep(UInt32(max(0, microseconds)))
            return next(milliseconds: 0) ?? .timeout
        }
        let end = Self.now() + Int64(microseconds) * 1_000
        while true {
            let left = end - Self.now()
            guard left > 0 else { return .timeout }
            if let wake = next(milliseconds: Int32((left + 999_999) / 1_000_000)) { return wake }
        }
    }

    /// `nil` when there was nothing, or nothing that concerns this database.
    private mutating func next(milliseconds: Int32) -> Wake? {
        var descriptors = [pollfd(fd: stop.readEnd, events: Int16(POLLIN), revents: 0)]
        if let events { descriptors.append(pollfd(fd: events.descriptor, events: Int16(POLLIN), revents: 0)) }
        guard poll(&descriptors, nfds_t(descriptors.count), milliseconds) > 0 else { return nil }
        if descriptors[0].revents != 0 { return .stopped }
        return events?.drain() == true ? .event : nil
    }

    private static func now() -> Int64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}

#if !os(Linux)
    /// There is no source of events here.
    struct FileEvents {
        let descriptor: Int32 = -1

        init?(path: String) { return nil }
        mutating func arm() {}
        mutating func drain() -> Bool { false }
        func close() {}
    }
#endif
