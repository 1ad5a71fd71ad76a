// One child process, from its start to its burial. It is started with posix_spawn(3): fork is not Swift's, and
// Foundation's Process changes the signal state of the test. Its end is a fact one can poll for: a thread of its own
// sits in waitid(2) without reaping, and closes a pipe when the process has ended. The process is reaped by its owner
// alone, so its number stays its own, and no signal can reach a stranger.

import Foundation
import SystemPackage

/// What is done to the descriptors of a child before its program begins.
enum DescriptorAction {
    case open(descriptor: Int32, path: String, flags: Int32)
    case duplicate(Int32, onto: Int32)
}

/// What to start, and where.
struct Launch {
    var executable: String
    var arguments: [String]
    var environment: [String: String]
    var workingDirectory: String?
    var actions: [DescriptorAction]
    /// Whether the child begins a session, so that the first terminal it opens becomes its controlling one.
    var beginsSession: Bool
}

final class SpawnedProcess {
    let processID: pid_t
    /// A descriptor that hangs up (poll says so) when the process has ended.
    let endNotice: Int32
    private var status: ExitStatus?

    init(_ launch: Launch) throws(ProcessError) {
        var ends: [Int32] = [-1, -1]
        let failure = closeOnExecPipe(&ends)
        guard failure == 0 else {
            throw .cannotStart(program: launch.executable, step: "pipe", Errno(rawValue: failure))
        }
        do {
            processID = try spawn(launch)
        } catch {
            close(ends[0])
            close(ends[1])
            throw error
        }
        endNotice = ends[0]
        let (process, notice) = (processID, ends[1])
        Thread.detachNewThread {
            var information = siginfo_t()
            while waitid(P_PID, id_t(process), &information, WEXITED | WNOWAIT) < 0, errno == EINTR {}
            close(notice)
        }
    }

    deinit {
        if status == nil {
            kill(processID, SIGKILL)
            reap(options: 0)
        }
        close(endNotice)
    }

    /// How the process ended; nil while it runs.
    func currentStatus() -> ExitStatus? {
        if status == nil { reap(options: WNOHANG) }
        return status
    }

    /// Sends a signal; nothing happens if the process has ended.
    func send(signal: Int32) {
        if status == nil { kill(processID, signal) }
    }

    private func reap(options: Int32) {
        var waitStatus: Int32 = 0
        while true {
            let reaped = waitpid(processID, &waitStatus, options)
            if reaped < 0, errno == EINTR { continue }
            if reaped == processID { status = ExitStatus(waitStatus: waitStatus) }
            return
        }
    }
}
