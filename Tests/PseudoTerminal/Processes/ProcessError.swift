// What goes wrong when a test runs a program. The descriptions are what a failed test prints, so they hold all there is
// to see: what was waited for, and the screen or the output at that time.

import SystemPackage

/// Why a program could not be run, or did not do what was waited for.
public enum ProcessError: Error, CustomStringConvertible {
    /// The program could not be started.
    case cannotStart(program: String, step: String, Errno)
    /// What was waited for did not come in time. `seen` is the screen, or the output so far.
    case timedOut(waitingFor: String, patience: Duration, seen: String)
    /// The program ended before what was waited for came.
    case ended(waitingFor: String, ExitStatus?, seen: String)
    /// `hangUp()` has closed the line, so nothing can be typed or read.
    case lineIsClosed(operation: String)
    /// A system call on the terminal failed.
    case system(call: String, Errno)

    public var description: String {
        switch self {
        case .cannotStart(let program, let step, let error):
            "cannot start \(program): \(step): \(error)"
        case .timedOut(let wanted, let patience, let seen):
            "waited \(patience) for \(wanted); it did not come. What is there:\n\(seen)"
        case .ended(let wanted, let status, let seen):
            "waited for \(wanted); the program \(status?.description ?? "closed its terminal"). What is there:\n\(seen)"
        case .lineIsClosed(let operation):
            "cannot \(operation): the line has been hung up"
        case .system(let call, let error):
            "\(call): \(error)"
        }
    }
}
