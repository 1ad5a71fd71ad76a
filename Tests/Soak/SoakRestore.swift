import CaseStore
import Casework
import Foundation

/// A restore, in a process of its own, that is killed at a moment of it.
///
///     soak restore RECORD BACKUP MOMENT
///
/// The process kills itself, so that it dies at that very moment and not near it: SIGKILL leaves nothing a chance to tidy
/// up, whoever sends it.
enum SoakRestore {
    static func run(_ words: [String]) throws {
        guard words.count == 3, let moment = ExchangeMoment(rawValue: words[2]) else {
            throw POSIXError(.EINVAL)
        }
        let restore = try RecordRestore(from: words[1], over: words[0])
        _ = try restore.place(at: SoakTown.begin, by: .office, account: "soak") {
            if $0 == moment { kill(getpid(), SIGKILL) }
        }
    }
}
