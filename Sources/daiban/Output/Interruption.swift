import Foundation
import Synchronization

/// Ctrl-C during a long job: the job ends after what it is doing, whole.
enum Interruption {
    private static let asked = Atomic<Bool>(false)

    static var wasAsked: Bool { asked.load(ordering: .relaxed) }

    /// From here on SIGINT only asks; a second one ends the program at once.
    static func watch() {
        signal(SIGINT) { _ in
            Interruption.asked.store(true, ordering: .relaxed)
            signal(SIGINT, SIG_DFL)
        }
    }
}
