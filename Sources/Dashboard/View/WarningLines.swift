import CaseStore
import Casework
import TerminalKit

/// The warnings that were raised about a case, oldest first: which mark of which clock, and when.
///
/// The office says a mark again while the case stays where it is; here each stands once, as it was raised first.
struct WarningLines {
    let context: ViewContext
    let detail: CaseDetail

    var lines: [[StyledText]] {
        var known: Set<WarningMark> = []
        return detail.trace.reversed().compactMap { entry in
            guard case .warned(let warning) = entry.event else { return nil }
            var mark = warning.mark
            // Its end may have been computed anew meanwhile.
            mark.due = mark.start
            guard known.insert(mark).inserted else { return nil }
            let text = context.text(
                .warning(.raised(mark.clock, mark.mark, at: context.civil(entry.at))))
            let role: Theme.Role = mark.mark == .overdue ? .overdue : .near
            return [StyledText(text, context.style(role, on: context.ground))]
        }
    }
}
