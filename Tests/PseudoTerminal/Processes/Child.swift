// A program without a terminal: run it to its end, with pipes, and see what it said. For the second process of a
// journey, such as a `daiban approve` that changes the store under a running dashboard.

import Foundation
import SystemPackage

/// Runs programs without a terminal.
public enum Child {
    /// What a program did.
    public struct Outcome: Hashable, Sendable {
        public var status: ExitStatus
        /// What it wrote to its standard output, as UTF-8.
        public var output: String
        /// What it wrote to its standard error, as UTF-8.
        public var errors: String
    }

    /// The environment a program gets before what the test adds: nothing of the person's own gets in but `PATH`, and
    /// `HOME` is a place that is not there, so that a test cannot write into the person's home by mistake.
    public static var plainEnvironment: [String: String] {
        [
            "PATH": ProcessInfo.processInfo.environment["PATH"] ?? "/usr/local/bin:/usr/bin:/bin",
            "HOME": "/nonexistent",
            "LANG": "C.UTF-8",
        ]
    }

    /// Runs a program to its end.
    ///
    ///     let outcome = try Child.run(daiban, ["approve", "A-17"], environment: ["HOME": home])
    ///     #expect(outcome.status == .exited(0))
    ///
    /// - Parameters:
    ///   - executable: a path, or a name to be found in the test's own `PATH`.
    ///   - environment: added to ``plainEnvironment``.
    ///   - input: its standard input, given as a file; /dev/null if nil.
    ///   - patience: after this time it is killed, and `ProcessError.timedOut` is thrown with its output so far.
    public static func run(
        _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:],
        workingDirectory: String? = nil, input: [UInt8]? = nil, patience: Duration = .seconds(20)
    ) throws(ProcessError) -> Outcome {
        var output = try Pipe(for: executable)
        var errors = try Pipe(for: executable)
        let inputFile = try input.map { bytes throws(ProcessError) in try InputFile(bytes, for: executable) }
        defer { inputFile?.close() }
        let standardInput = inputFile.map { DescriptorAction.duplicate($0.descriptor, onto: 0) }
        let process: SpawnedProcess
        do {
            defer {
                output.closeWriteEnd()
                errors.closeWriteEnd()
            }
            process = try SpawnedProcess(
                Launch(
                    executable: executable, arguments: arguments,
                    environment: plainEnvironment.merging(environment) { $1 }, workingDirectory: workingDirectory,
                    actions: [
                        standardInput ?? .open(descriptor: 0, path: "/dev/null", flags: O_RDONLY),
                        .duplicate(output.writeEnd, onto: 1), .duplicate(errors.writeEnd, onto: 2),
                    ],
                    beginsSession: true))
        }

        let deadline = Deadline(in: patience)
        while true {
            // Asked before reading: what was written before the end is then in the pipes, and is read.
            let status = process.currentStatus()
            output.readAll()
            errors.readAll()
            if let status { return Outcome(status: status, output: output.text, errors: errors.text) }
            guard !deadline.hasPassed else {
                throw .timedOut(
                    waitingFor: "the end of \(([executable] + arguments).joined(separator: " "))", patience: patience,
                    seen: "output:\n\(output.text)\nerrors:\n\(errors.text)")
            }
            let interests = [output.readEnd, errors.readEnd].compactMap { $0 } + [process.endNotice]
            _ = try Readiness.wait(
                for: interests.map { ($0, Readiness.readable) }, milliseconds: deadline.milliseconds())
        }
    }
}

/// One pipe from a child and what has come through it.
private struct Pipe: ~Copyable {
    /// Nil when the other end has been closed and all is read.
    private(set) var readEnd: Int32?
    private(set) var writeEnd: Int32
    private var bytes: [UInt8] = []

    init(for program: String) throws(ProcessError) {
        var ends: [Int32] = [-1, -1]
        let failure = closeOnExecPipe(&ends)
        guard failure == 0 else { throw .cannotStart(program: program, step: "pipe", Errno(rawValue: failure)) }
        (readEnd, writeEnd) = (ends[0], ends[1])
        makeNonBlocking(ends[0])
    }

    deinit {
        if let readEnd { close(readEnd) }
        if writeEnd >= 0 { close(writeEnd) }
    }

    var text: String { String(decoding: bytes, as: UTF8.self) }

    mutating func closeWriteEnd() {
        close(writeEnd)
        writeEnd = -1
    }

    mutating func readAll() {
        while let descriptor = readEnd {
            switch readOnce(descriptor) {
            case .bytes(let more): bytes += more
            case .nothing: return
            case .closed:
                close(descriptor)
                readEnd = nil
            }
        }
    }
}

/// Bytes in a file that has no name any more. A pipe would need a writer that a program which does not read can stop.
private struct InputFile {
    let descriptor: Int32

    init(_ bytes: [UInt8], for program: String) throws(ProcessError) {
        var name = Array("/tmp/child-input-XXXXXX".utf8CString)
        descriptor = mkstemp(&name)
        guard descriptor >= 0 else { throw .cannotStart(program: program, step: "input", Errno(rawValue: errno)) }
        unlink(name)
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        guard write(descriptor, bytes, bytes.count) == bytes.count, lseek(descriptor, 0, SEEK_SET) == 0 else {
            let reason = errno
            Foundation.close(descriptor)
            throw .cannotStart(program: program, step: "input", Errno(rawValue: reason))
        }
    }

    func close() {
        Foundation.close(descriptor)
    }
}
