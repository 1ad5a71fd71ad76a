/// How a receipt leaves the program: as a file or through a print command. Given by the program; it may block, so it is
/// called on a queue of its own.
public struct ReceiptOutlet: Sendable {
    /// Where it went.
    public enum Place: Hashable, Sendable {
        case file(String)
        /// To the command that the configuration names.
        case command(String)
    }

    public enum Failure: Error, Hashable, Sendable {
        /// The configuration names neither a folder nor a command.
        case notConfigured
        /// What was tried, and the system's or the command's words.
        case failed(String, detail: String)
    }

    /// Takes the number of the case and the text of its receipt.
    public var issue: @Sendable (String, String) -> Result<Place, Failure>

    public init(issue: @escaping @Sendable (String, String) -> Result<Place, Failure>) {
        self.issue = issue
    }
}
