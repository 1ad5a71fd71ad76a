import CaseStore
import Casework
import Foundation

/// A display beside the desks, in a process of its own: reads its panes without a pause, and at times the whole record.
///
///     soak read RECORD
struct SoakReader {
    private let store: CaseStore
    private let parent = getppid()

    init(_ words: [String]) throws {
        guard words.count == 1 else { throw POSIXError(.EINVAL) }
        store = try CaseStore.open(at: words[0], access: .readOnly)
    }

    func run() throws {
        var round = 0
        while getppid() == parent {
            round += 1
            let queues: [Queue: QueueRequest] = [.pending: QueueRequest(limit: 50)]
            _ = try store.desk(DeskRequest(now: SoakTown.begin, queues: queues))
            usleep(20_000)
            if round % 200 == 0 {
                let report = try store.verify { _ in getppid() == parent }
                if !report.isSound && !report.wasStopped {
                    print("a reader found: \(report.findings.prefix(3))")
                    exit(1)
                }
            }
        }
    }
}
