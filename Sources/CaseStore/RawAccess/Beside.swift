import Foundation

/// What is worked out on a thread of its own while the caller does something else.
final class Beside<Value: Sendable>: @unchecked Sendable {
    // Touched with the condition locked.
    private var made: Result<Value, any Error>?
    private let condition = NSCondition()

    init(_ make: @escaping @Sendable () throws -> Value) {
        let thread = Thread { [self] in
            let result = Result { try make() }
            condition.lock()
            made = result
            condition.broadcast()
            condition.unlock()
        }
        thread.stackSize = 4 << 20
        thread.name = "beside"
        thread.start()
    }

    /// Waits for it.
    func value() throws -> Value {
        condition.lock()
        defer { condition.unlock() }
        while true {
            if let made { return try made.get() }
            condition.wait()
        }
    }
}
