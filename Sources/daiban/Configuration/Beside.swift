import Foundation
import Synchronization

/// What is worked out on a thread of its own while the caller does something else.
final class Beside<Value: Sendable>: Sendable {
    private let made = Mutex<Result<Value, any Error>?>(nil)
    private let isMade = DispatchSemaphore(value: 0)

    init(_ make: @escaping @Sendable () throws -> Value) {
        let thread = Thread { [self] in
            let result = Result { try make() }
            made.withLock { $0 = result }
            isMade.signal()
        }
        thread.stackSize = 4 << 20
        thread.name = "beside"
        thread.start()
    }

    /// Waits for it; once.
    func value() throws -> Value {
        isMade.wait()
        guard let result = made.withLock({ $0 }) else { preconditionFailure("signalled before it was made") }
        return try result.get()
    }
}
