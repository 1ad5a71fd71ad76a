// Clusters of several scalars (letters with combining marks, emoji sequences), each under a small number, so that a cell
// stays four bytes. Like the style numbers they are the process's and are never taken back. The pool is bounded because
// its keys come from outside; when it is full, new clusters show their first scalar alone.

import Synchronization

enum ClusterPool {
    /// The most clusters kept; about 4 MiB when each has four scalars.
    static let limit = 65_536

    private struct Entries: Sendable {
        var texts: [[UInt8]] = []
        var numbers: [[UInt8]: UInt32] = [:]
    }

    private static let shared = Mutex(Entries())

    /// The number of a cluster given as UTF-8, or nil when it is new and the pool is full.
    static func number(of text: [UInt8]) -> UInt32? {
        shared.withLock { entries in
            if let known = entries.numbers[text] { return known }
            guard entries.texts.count < limit else { return nil }
            let number = UInt32(entries.texts.count)
            entries.texts.append(text)
            entries.numbers[text] = number
            return number
        }
    }

    /// Calls `body` with the UTF-8 of a cluster; without any for a number that was never given.
    static func withText(_ number: UInt32, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
        text(number).withUnsafeBufferPointer(body)
    }

    /// The UTF-8 of a cluster; empty for a number that was never given.
    static func text(_ number: UInt32) -> [UInt8] {
        shared.withLock { entries in
            entries.texts.indices.contains(Int(number)) ? entries.texts[Int(number)] : []
        }
    }
}
