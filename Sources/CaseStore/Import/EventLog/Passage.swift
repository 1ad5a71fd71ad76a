import Foundation

/// A way from one thread to another with room for a few things only: who brings waits while it is full, who fetches
/// waits while it is empty. So two threads work side by side in memory that does not grow.
final class Passage<Element: Sendable>: @unchecked Sendable {
    // All that changes is touched with the condition locked.
    private let condition = NSCondition()
    private let room: Int
    private var elements: [Element] = []
    private var isClosed = false
    private var failure: ImportError?

    init(room: Int) { self.room = room }

    /// Starts a thread that brings, and ends the passage when `body` is through.
    static func from(
        room: Int, _ body: @escaping @Sendable (Passage<Element>) throws(ImportError) -> Void
    ) -> Passage<Element> {
        let passage = Passage(room: room)
        let thread = Thread {
            do throws(ImportError) {
                try body(passage)
                passage.end(nil)
            } catch {
                passage.end(error)
            }
        }
        thread.stackSize = 8 << 20
        thread.start()
        return passage
    }

    /// - Returns: whether somebody still wants more.
    func put(_ element: Element) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        while elements.count >= room, !isClosed { condition.wait() }
        guard !isClosed else { return false }
        elements.append(element)
        condition.broadcast()
        return true
    }

    /// The next element; `nil` when the other thread is through.
    func take() throws(ImportError) -> Element? {
        condition.lock()
        defer { condition.unlock() }
        while elements.isEmpty, !isEnded { condition.wait() }
        if elements.isEmpty {
            if let failure { throw failure }
            return nil
        }
        let element = elements.removeFirst()
        condition.broadcast()
        return element
    }

    /// Nothing more is wanted. Returns when the other thread has ended, and what it had in its hands is free again.
    func close() {
        condition.lock()
        defer { condition.unlock() }
        isClosed = true
        elements = []
        condition.broadcast()
        while !isEnded { condition.wait() }
    }

    private var isEnded = false

    private func end(_ error: ImportError?) {
        condition.lock()
        defer { condition.unlock() }
        failure = error
        isEnded = true
        condition.broadcast()
    }
}
