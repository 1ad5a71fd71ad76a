import Foundation

/// What the kernel has counted for one process so far, over all its threads (proc(5)).
struct ProcessFacts {
    /// Nanoseconds on a core.
    var cpu: Int64 = 0
    /// How often a thread went to sleep by itself, so how often it was woken.
    var wakeUps: Int64 = 0
    var threads = 0

    /// Threads that have ended are not in it: the kernel forgets their counts.
    init(of process: pid_t) throws(BenchmarkError) {
        let tasks = "/proc/\(process)/task"
        guard let threads = try? FileManager.default.contentsOfDirectory(atPath: tasks) else {
            throw .unreadable(tasks)
        }
        for thread in threads {
            let scheduled = try Self.text("\(tasks)/\(thread)/schedstat").split(separator: " ").first
            cpu += scheduled.flatMap { Int64($0) } ?? 0
            wakeUps += Self.number("voluntary_ctxt_switches", in: try Self.text("\(tasks)/\(thread)/status"))
            self.threads += 1
        }
    }

    /// Kilobytes of a process's memory by where they come from.
    struct Memory {
        /// All pages in memory, those of shared files too.
        var resident: Int64
        /// The process's share: a page of n processes counts as 1/n.
        var proportional: Int64
        /// Heap, stacks and written-to data.
        var anonymous: Int64
    }

    static func memory(of process: pid_t) throws(BenchmarkError) -> Memory {
        let rollup = try text("/proc/\(process)/smaps_rollup")
        return Memory(
            resident: number("Rss", in: rollup), proportional: number("Pss", in: rollup),
            anonymous: number("Anonymous", in: rollup))
    }

    /// The load of the machine over the last minute.
    static func load() -> String {
        (try? text("/proc/loadavg"))?.split(separator: " ").first.map(String.init) ?? "?"
    }

    private static func text(_ path: String) throws(BenchmarkError) -> String {
        guard let file = fopen(path, "r") else { throw .unreadable(path) }
        defer { fclose(file) }
        var bytes = [UInt8](repeating: 0, count: 16_384)
        let count = fread(&bytes, 1, bytes.count, file)
        return String(decoding: bytes[..<count], as: UTF8.self)
    }

    /// The number of a line such as `Rss:   1234 kB`; 0 when there is none.
    private static func number(_ key: String, in text: String) -> Int64 {
        let line = text.split(separator: "\n").first { $0.hasPrefix(key + ":") }
        let words = line?.dropFirst(key.count + 1).split { $0 == " " || $0 == "\t" }
        return words?.first.flatMap { Int64($0) } ?? 0
    }
}
