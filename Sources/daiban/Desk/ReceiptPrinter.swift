import Dashboard
import Foundation
import TerminalKit

/// Hands receipts out as the configuration says: to a print command, or into a folder.
///
/// The command is the configuration's own words, run without a shell; the receipt goes to its standard input, so nothing
/// that an applicant said can become a part of it.
struct ReceiptPrinter: Sendable {
    let settings: ReceiptSettings

    var outlet: ReceiptOutlet { ReceiptOutlet(issue: issue) }

    @Sendable private func issue(_ number: String, _ text: String) -> Result<ReceiptOutlet.Place, ReceiptOutlet.Failure>
    {
        if let program = settings.command.first {
            let failure = PrintCommand(words: settings.command).run(reading: text)
            return failure.map { .failure(.failed(program, detail: $0)) } ?? .success(.command(program))
        }
        guard let folder = settings.folder else { return .failure(.notConfigured) }
        // The numbers of imported cases are other people's: none of them leads out of the folder or hides in a listing.
        let name = String(Sanitiser.clean(number).map { $0 == "/" ? "_" : $0 })
        let path = "\(folder)/\(name).txt"
        // Made when the first receipt comes, for its owner only, as the files in it are.
        if mkdir(folder, 0o700) != 0, errno != EEXIST {
            return .failure(.failed(folder, detail: String(cString: strerror(errno))))
        }
        if let detail = PrivateFile.write(Data(text.utf8), to: path) {
            return .failure(.failed(path, detail: detail))
        }
        return .success(.file(path))
    }
}
