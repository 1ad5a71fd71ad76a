import Dashboard
import Foundation
import Subprocess
import Synchronization
import SystemPackage

/// Hands receipts out as the configuration says: to a print command, or into a folder.
///
/// The command is the configuration's own words, run without a shell; the receipt goes to its standard input, so nothing
/// that an applicant said can become a part of it.
struct ReceiptPrinter: Sendable {
    let settings: ReceiptSettings

    var outlet: ReceiptOutlet { ReceiptOutlet(issue: issue) }

    @Sendable private func issue(_ number: String, _ text: String) -> Result<ReceiptOutlet.Place, ReceiptOutlet.Failure>
    {
        if !settings.command.isEmpty { return pipe(text) }
        guard let folder = settings.folder else { return .failure(.notConfigured) }
        // The numbers of imported cases are other people's: none of them leads out of the folder.
        let name = String(number.map { $0 == "/" || $0 == "\0" ? "_" : $0 })
        let path = "\(folder)/\(name).txt"
        if let detail = PrivateFile.write(Data(text.utf8), to: path) {
            return .failure(.failed(path, detail: detail))
        }
        return .success(.file(path))
    }

    private func pipe(_ text: String) -> Result<ReceiptOutlet.Place, ReceiptOutlet.Failure> {
        let words = settings.command
        let answer = Mutex<Result<ReceiptOutlet.Place, ReceiptOutlet.Failure>?>(nil)
        // On this thread, not in the global pool of tasks (see FirstThread).
        FirstThread.run {
            let outcome = await run(words, text)
            answer.withLock { $0 = outcome }
        }
        return answer.withLock { $0 } ?? .failure(.failed(words[0], detail: "?"))
    }

    private func run(
        _ words: [String], _ text: String
    ) async -> Result<ReceiptOutlet.Place, ReceiptOutlet.Failure> {
        let (program, arguments) = (words[0], Array(words.dropFirst()))
        // A file and not a pipe: a command that ends before it has read everything would end this program, too, by a
        // failed precondition of swift-subprocess (1.0.2).
        guard let input = NamelessFile.holding(Data(text.utf8)) else {
            return .failure(.failed(program, detail: String(cString: strerror(errno))))
        }
        do {
            let outcome = try await Subprocess.run(
                program.contains("/") ? .path(.init(program)) : .name(program), arguments: Arguments(arguments),
                input: .fileDescriptor(input, closeAfterSpawningProcess: true), output: .discarded,
                error: .string(limit: 65_536))
            guard outcome.terminationStatus.isSuccess else {
                let words = outcome.standardError.split(separator: "\n").last.map(String.init)
                return .failure(.failed(program, detail: words ?? "\(outcome.terminationStatus)"))
            }
            return .success(.command(program))
        } catch {
            return .failure(.failed(program, detail: "\(error)"))
        }
    }
}

/// A file without a name, which goes with its descriptor.
private enum NamelessFile {
    /// - Returns: a descriptor at the beginning of the file; `nil` (and `errno`) when there is no room for it.
    static func holding(_ data: Data) -> FileDescriptor? {
        var name = Array("\(NSTemporaryDirectory())/daiban-receipt-XXXXXX".utf8CString)
        // Of mode 0600 (mkstemp(3)), and gone from the folder before anything is in it.
        let descriptor = mkstemp(&name)
        guard descriptor >= 0 else { return nil }
        _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)
        unlink(name)
        do {
            try FileHandle(fileDescriptor: descriptor, closeOnDealloc: false).write(contentsOf: data)
            guard lseek(descriptor, 0, SEEK_SET) == 0 else { throw CocoaError(.fileWriteUnknown) }
        } catch {
            close(descriptor)
            return nil
        }
        return FileDescriptor(rawValue: descriptor)
    }
}
