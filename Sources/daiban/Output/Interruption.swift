import Foundation
import Synchronization

/// Ctrl-C, or a request to end, during a long job: the job ends after what it is doing, whole.
enum Interruption {
    /// The number of the signal that asked, 0 while none did.
    private static let asked = Atomic<Int32>(0)

    static var wasAsked: Bool { asked.load(ordering: .relaxed) != 0 }

    /// 128 and the signal, as shells tell it.
    static var exitCode: Int32 { 128 + asked.load(ordering: .relaxed) }

    /// From here on SIGINT and SIGTERM only ask; a second one ends the program at once.
    static func watch() {
        for number in [SIGINT, SIGTERM] {
            signal(number) { number in
                Interruption.asked.store(number, ordering: .relaxed)
                signal(number, SIG_DFL)
            }
        }
    }

    /// The long job is over: signals end the program again.
    static func unwatch() {
        for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
}
