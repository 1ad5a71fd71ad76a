import ArgumentParser
import CaseStore
import Casework
import Dashboard
import Foundation
import TerminalKit
import TownSimulator

/// The exit codes of every command, as the README lists them.
enum ExitStatus: Int32 {
    case done = 0
    /// Disk, lock, damaged file, terminal.
    case failed = 1
    /// The rules do not allow it.
    case refused = 2
    /// Somebody else was faster; nothing was written.
    case conflict = 3
    /// No such case or person.
    case notFound = 4
    /// `verify` found something.
    case unsound = 5
    /// `import` left rows out; they are in the rejects file.
    case partly = 6
    /// Wrong options.
    case usage = 64
    /// A mistake in a configuration, theme or mapping file.
    case configuration = 78
}

/// An end with words and a code.
struct Failure: Error {
    var words: Words
    var exit: ExitStatus

    init(_ words: Words, exit: ExitStatus) {
        self.words = words
        self.exit = exit
    }
}

/// Turns every error of the layers below into words on standard error and an exit code.
enum ErrorReport {
    static func make(_ error: any Error, _ language: Language) -> (words: String, exit: ExitStatus)? {
        switch error {
        case let failure as Failure:
            (failure.words.text(language), failure.exit)
        case let error as StoreError:
            (Message.storeProblem(error).text(language), .failed)
        case let error as ConfigurationError:
            (Words.configuration(error).text(language), .configuration)
        case let error as ImportError:
            (Words.importProblem(error).text(language), error.exitStatus)
        case let error as TerminalError:
            (Words.terminal(error).text(language), .failed)
        case let error as ActionError:
            explain(error, language)
        default:
            nil
        }
    }

    private static func explain(_ error: ActionError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .refused(let refusal): (Message.refusal(refusal).text(language), .refused)
        case .conflict(let conflict): (Words.conflict(conflict).text(language), .conflict)
        case .missing: (Message.caseMissing.text(language), .notFound)
        case .store(let error): (Message.storeProblem(error).text(language), .failed)
        }
    }

    private static func words(for error: RecordError, _ language: Language) -> (words: String, exit: ExitStatus) {
        switch error {
        case .caseNumberTaken(let number): (Words.numberTaken(number).text(language), .refused)
        case .staffNumberTaken(let number): (Words.numberTaken(number).text(language), .refused)
        case .noSuchStaff(let id): (Words.personUnknown(String(id.value)).text(language), .notFound)
        case .store(let error): (Message.storeProblem(error).text(language), .failed)
        }
    }
}

/// Writing to the two standard outputs.
enum Console {
    static func out(_ text: String) {
        write(text + "\n", to: 1)
    }

    static func error(_ text: String) {
        write(text + "\n", to: 2)
    }

    /// Progress on one line that overwrites itself; nothing when standard error is no terminal.
    static func progress(_ text: String) {
        guard isatty(2) == 1 else { return }
        write("\r\u{1B}[K" + text, to: 2)
    }

    static func endProgress() {
        progress("")
    }

    private static func write(_ text: String, to descriptor: Int32) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { Foundation.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno != EINTR { return }
            bytes = bytes.dropFirst(max(0, count))
        }
    }
}
