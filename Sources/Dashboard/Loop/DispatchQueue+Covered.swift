import Dispatch
import TerminalKit

/// Work off the desk's actor.
extension DispatchQueue {
    /// Runs `work` on a thread that gives the terminal back even when its stack overflows.
    func asyncCovered(_ work: @escaping @Sendable () -> Void) {
        async {
            SignalStack.coverThread()
            work()
        }
    }
}
