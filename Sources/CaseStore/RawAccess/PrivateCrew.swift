import Foundation
import GRDB
import Synchronization

/// A few threads of its own that work through numbered pieces, and hand what they made to the caller in the order of
/// the numbers.
///
/// The global pool of Swift is not used: on Linux it wakes the process up once a second for ever. Whoever calls waits
/// here, tells how far it is, and may stop the whole.
enum PrivateCrew {
    /// Thrown when the caller of the work wants no more of it.
    struct Stopped: Error {}

    /// What the threads count and look at while they work.
    final class Watch: Sendable {
        private let counted = Atomic<Int>(0)
        private let stop = Atomic<Bool>(false)

        var count: Int { counted.load(ordering: .relaxed) }
        var isStopped: Bool { stop.load(ordering: .relaxed) }

        /// Counts `entries` more.
        ///
        /// - Throws: ``Stopped`` when no more is wanted.
        func count(_ entries: Int) throws {
            counted.add(entries, ordering: .relaxed)
            if isStopped { throw Stopped() }
        }

        func end() { stop.store(true, ordering: .relaxed) }
    }

    /// As many threads as help: one for each core, four at most. People work beside it.
    static var usualSize: Int { min(4, max(1, ProcessInfo.processInfo.activeProcessorCount)) }

    /// Works through the pieces.
    ///
    /// - Parameters:
    ///   - ahead: so many pieces may be made before the first of them is taken: what bounds the memory.
    ///   - tick: called now and then on the calling thread; throws to stop.
    ///   - make: on one of the threads.
    ///   - take: on the calling thread, in order.
    ///   - meanwhile: on the calling thread, once the others are at work and before the first is taken.
    static func work<Product: Sendable>(
        pieces: Int, threads: Int = usualSize, ahead: Int = .max, watch: Watch, tick: () throws -> Void,
        make: @escaping @Sendable (Int) throws -> Product, take: (Product) throws -> Void,
        meanwhile: () throws -> Void = {}
    ) throws {
        let desk = Desk<Product>(pieces: pieces, ahead: ahead, watch: watch)
        let count = max(1, min(threads, pieces))
        let ended = DispatchSemaphore(value: 0)
        for _ in 0..<count {
            let thread = Thread {
                while let piece = desk.draw() {
                    desk.put(Result { try make(piece) }, of: piece)
                }
                ended.signal()
            }
            // Values are decoded by recursion.
            thread.stackSize = 4 << 20
            thread.name = "record"
            thread.start()
        }
        // Nobody goes on in our back, however this ends.
        defer {
            desk.close()
            for _ in 0..<count { ended.wait() }
        }
        do {
            try meanwhile()
            for _ in 0..<pieces {
                while !desk.waitForNext() {
                    // Nobody draws pieces any more.
                    if watch.isStopped { throw Stopped() }
                    try tick()
                }
                try take(try desk.takeNext())
                try tick()
            }
        } catch {
            watch.end()
            throw error
        }
    }

    /// Where pieces are drawn and products laid down.
    private final class Desk<Product: Sendable>: @unchecked Sendable {
        // Guarded by `condition`.
        private var next = 0
        private var taken = 0
        private var done: [Int: Result<Product, any Error>] = [:]
        private var isClosed = false
        private let condition = NSCondition()
        private let pieces: Int
        private let ahead: Int
        private let watch: Watch

        init(pieces: Int, ahead: Int, watch: Watch) {
            self.pieces = pieces
            self.ahead = ahead
            self.watch = watch
        }

        /// The number of a piece to work on; waits while enough is laid down; `nil` when there is no more to do.
        func draw() -> Int? {
            condition.lock()
            defer { condition.unlock() }
            while !isClosed, next < pieces, next - taken >= ahead { condition.wait() }
            guard !isClosed, !watch.isStopped, next < pieces else { return nil }
            defer { next += 1 }
            return next
        }

        func put(_ product: Result<Product, any Error>, of piece: Int) {
            condition.lock()
            done[piece] = product
            condition.broadcast()
            condition.unlock()
        }

        /// Waits a tenth of a second at most.
        ///
        /// - Returns: whether the next product lies there.
        func waitForNext() -> Bool {
            condition.lock()
            defer { condition.unlock() }
            if done[taken] == nil { _ = condition.wait(until: Date(timeIntervalSinceNow: 0.1)) }
            return done[taken] != nil
        }

        func takeNext() throws -> Product {
            condition.lock()
            let product = done.removeValue(forKey: taken)
            taken += 1
            condition.broadcast()
            condition.unlock()
            guard let product else { throw Stopped() }
            return try product.get()
        }

        func close() {
            condition.lock()
            isClosed = true
            condition.broadcast()
            condition.unlock()
        }
    }
}
