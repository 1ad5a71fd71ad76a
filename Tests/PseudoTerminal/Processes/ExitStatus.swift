// How a process ended, as wait(2) tells it.

/// How a process ended.
public enum ExitStatus: Hashable, Sendable, CustomStringConvertible {
    /// It called exit with this code, 0–255.
    case exited(Int32)
    /// A signal ended it.
    case signalled(Int32)

    /// Takes apart the number that waitpid(2) gives: the signal is in the low seven bits, the code in the next eight.
    init(waitStatus: Int32) {
        let signal = waitStatus & 0x7F
        self = signal == 0 ? .exited(waitStatus >> 8 & 0xFF) : .signalled(signal)
    }

    public var description: String {
        switch self {
        case .exited(let code): "exited with \(code)"
        case .signalled(let signal): "ended by signal \(signal)"
        }
    }
}
