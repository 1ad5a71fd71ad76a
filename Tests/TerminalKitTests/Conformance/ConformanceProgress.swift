// How long a conformance test goes on, and how a person sees it go on. Usually it is a matter of seconds and always the same;
// `DAIBAN_NIGHTLY=1` makes it a million operations over all terminals, from the seed `DAIBAN_SEED` on.

#if canImport(Darwin)
    import Darwin
#else
    import Glibc
#endif

struct ConformanceProgress {
    static let isNightly = variable("DAIBAN_NIGHTLY") == "1"

    private let name: String
    private let limit: Int
    private let start: UInt64
    private var cases: UInt64 = 0
    private var done = 0
    private var told = 0
    private let began = ContinuousClock.now

    init(_ name: String, usually: Int, nightly: Int) {
        self.name = name
        limit = Self.isNightly ? nightly : usually
        start = Self.variable("DAIBAN_SEED").flatMap(UInt64.init) ?? 1
    }

    /// The next case's seed; nil when enough has been done, or the test is cancelled.
    mutating func next(operations: Int) -> UInt64? {
        let seed = start + cases
        if Self.isNightly, done >= told + limit / 20 || done >= limit {
            told = done
            let seconds = (ContinuousClock.now - began).components.seconds
            say("\(done) of \(limit) operations in \(seconds) s, next seed \(seed)")
        }
        guard done < limit, !Task.isCancelled else { return nil }
        cases += 1
        done += operations
        return seed
    }

    /// Tells at the end of a night what was tried.
    func tell(_ work: ConformanceWork) {
        if Self.isNightly { say("\(work)") }
    }

    private func say(_ words: String) {
        let line = "conformance, \(name): \(words)\n"
        _ = line.withCString { write(STDERR_FILENO, $0, strlen($0)) }
    }

    private static func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
}
