import Dispatch
import Synchronization

/// The program's first thread, as the place where its tasks run.
///
/// A task that runs in the global pool instead, be it once, starts a timer of libdispatch on Linux that wakes up every
/// second for ever (`_dispatch_workq_monitor_pools`): as much as all the rest of an idle desk. Here a job costs one
/// wake-up, and waiting for the next one nothing.
final class FirstThread: TaskExecutor {
    private let jobs = Mutex<[UnownedJob]>([])
    /// Signalled once for each job, and once for the end.
    private let arrivals = DispatchSemaphore(value: 0)

    /// Runs `body`, and all that it awaits without asking for another place, on the calling thread.
    static func run(_ body: @escaping @Sendable () async -> Void) {
        let thread = FirstThread()
        Task(executorPreference: thread) {
            await body()
            thread.arrivals.signal()
        }
        thread.work()
    }

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        jobs.withLock { $0.append(job) }
        arrivals.signal()
    }

    private func work() {
        while true {
            arrivals.wait()
            guard let job = jobs.withLock({ $0.isEmpty ? nil : $0.removeFirst() }) else { return }
            job.runSynchronously(on: asUnownedTaskExecutor())
        }
    }
}
