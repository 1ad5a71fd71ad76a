import CaseStore
import Casework

/// What is said on sheets and about them: a part of the message catalogue, with a file for each language.
public enum SheetMessage: Hashable, Sendable {
    case kind(SheetKind)
    /// What the sheet is for, in a line.
    case about(SheetKind)
    case column(SheetColumn)
    case term(SheetTerm)
    case period(ReportPeriod)
    case unitYuan
    case fixed
    case running(at: String)
    case page(Int, of: Int)
    case empty
    case listSeparator
    case signature(String, who: String, on: String)

    // Refused
    case refusal(PayRefusal)
    case problem(SheetError)

    // At the desk
    case title
    case hint
    case loading
    /// Sent to the printer's command, or put into that file.
    case printed(String), saved(String)
    case notConfigured(SheetKind, ReportPeriod)
    case notIssued(String, detail: String)
}
