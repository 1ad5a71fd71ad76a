import CaseStore
import Casework
import TerminalKit

/// What is told when another record took the place of the one before, over everything else.
struct ReplacementView {
    let context: ViewContext
    let note: ReplacementNote

    func draw(in buffer: inout CellBuffer, region: Region) {
        let base = context.style(.card, on: context.ground)
        context.overlay(.backup(.replacedTitle), hint: .backup(.acknowledgeHint))
            .draw(lines(base, width: Self.width(in: region)), top: note.top, in: &buffer, region: region)
    }

    /// The furthest that it can be scrolled.
    static func lastTop(_ state: DeskState) -> Int {
        guard let note = state.replacement else { return 0 }
        let look = Theme(name: "", styles: [:])
        let view = ReplacementView(
            context: ViewContext(state: state, theme: look, glyphs: Glyphs(.unicode)), note: note)
        let body = state.layout.body
        return Overlay.lastTop(of: view.lines(.plain, width: width(in: body)).count, in: body)
    }

    private static func width(in region: Region) -> Int { min(region.width - 10, 84) }

    private func lines(_ base: Style, width: Int) -> [[StyledText]] {
        let warning = context.style(.warning, on: base)
        func wrapped(_ message: BackupMessage, _ style: Style) -> [[StyledText]] {
            TextWrap.lines(context.text(.backup(message)), width: width).map { [StyledText($0, style)] }
        }
        switch note.answer {
        case nil: return wrapped(.lookingAtReplacement, base)
        case .failure(let error):
            return wrapped(.replacedUnknown, warning)
                + TextWrap.lines(context.text(.storeProblem(error)), width: width).map { [StyledText($0, base)] }
        case .success(let answer):
            return how(answer).flatMap { wrapped($0, base) } + own(warning, base, wrapped)
                + [[]]
                + wrapped(
                    answer.restore?.word.isSalvaged == true ? .salvagedClosed : .replacedClosed,
                    context.style(.muted, on: base))
                + (answer.knowsPerson ? [] : [[]] + wrapped(.unknownThere, warning))
        }
    }

    private func how(_ answer: RecordReplacement) -> [BackupMessage] {
        guard let restore = answer.restore else { return [.replacedByHand] }
        let word = restore.word
        if word.isSalvaged == true {
            let who = restore.person ?? context.text(.office)
            return [.salvagedBy(who, account: word.account, at: context.civil(restore.at))]
                + (word.kept.map { [.oldRecordKept($0)] } ?? [])
        }
        var lines: [BackupMessage] = [
            .restoredBy(
                restore.person ?? context.text(.office), account: word.account, at: context.civil(restore.at),
                file: word.file)
        ]
        if let until = answer.contentUntil {
            lines.append(.contentUntil(context.civil(until), lost: word.lost))
        }
        if let kept = word.kept { lines.append(.oldRecordKept(kept)) }
        return lines
    }

    private func own(
        _ warning: Style, _ base: Style, _ wrapped: (BackupMessage, Style) -> [[StyledText]]
    ) -> [[StyledText]] {
        guard note.hasOwn else { return [] }
        guard !note.missing.isEmpty else { return [[]] + wrapped(.ownActionsThere, base) }
        return [[]] + wrapped(.ownActionsMissing(note.missing.count), warning)
            + note.missing.map { own in
                let action = own.action
                let what = [action.number, context.text(own.words), context.civil(action.at)].compactMap(\.self)
                return [StyledText("  " + what.joined(separator: "  "), base.bold())]
            }
    }
}
