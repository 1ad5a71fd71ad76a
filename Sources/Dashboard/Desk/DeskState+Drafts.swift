import CaseStore
import Casework

/// What was typed and not sent: kept in the state, and outside of it as soon as it changes.
extension DeskState {
    /// All of it, in a fixed order.
    var unsent: DeskDrafts {
        let reasons = drafts.filter { !$0.value.isEmpty }.map { key, text in
            DeskDrafts.Reason(caseID: key.id, number: key.number, kind: key.kind.rawValue, text: text)
        }
        return DeskDrafts(
            reasons: reasons.sorted { ($0.caseID, $0.kind) < ($1.caseID, $1.kind) }, forms: formDrafts,
            tenure: tenureDrafts)
    }

    /// What an earlier process left behind. What was typed since is newer.
    mutating func take(_ found: DeskDrafts) {
        for reason in found.reasons {
            guard let kind = CaseCommand.Kind(rawValue: reason.kind) else { continue }
            let key = DraftKey(id: reason.caseID, number: reason.number, kind: kind)
            if drafts[key] == nil { drafts[key] = reason.text }
        }
        formDrafts.merge(found.forms) { own, _ in own }
        tenureDrafts.merge(found.tenure ?? [:]) { own, _ in own }
        keptDrafts = unsent
    }

    /// The reason on the open card is the draft of its case.
    mutating func keepReasonDraft() {
        guard let open = card, case .reason(let field) = open.question else { return }
        drafts[DraftKey(open)] = field.text.isEmpty ? nil : field.text
    }

    /// The same on the card of a decision about somebody.
    private mutating func keepTenureDraft() {
        guard case .appraisal(let screen, _) = overlay, let card = screen.card else { return }
        tenureDrafts[card.draftKey] = card.reason.text.isEmpty ? nil : card.reason.text
    }

    /// Hands what has changed to whoever keeps it: at once when the person has gone on to something else, otherwise with
    /// the next keys together.
    mutating func keepDrafts(_ effects: inout [DeskEffect]) {
        keepTenureDraft()
        let place = DraftSpot(self)
        let hasMoved = place != draftSpot
        draftSpot = place
        let current = unsent
        let hasChanged = current != keptDrafts
        guard hasChanged || (hasMoved && draftsArePending) else { return }
        keptDrafts = current
        draftsArePending = !hasMoved
        effects.append(.keepDrafts(current, atOnce: hasMoved))
    }
}

/// Where the caret is: a card, a field of a form, or nowhere.
struct DraftSpot: Hashable, Sendable {
    private var card: CaseReference?
    private var isFormOpen: Bool
    private var field: FieldID?
    private var decidedOn: StaffID?

    init(_ state: DeskState) {
        card = state.card?.reference
        isFormOpen = state.form != nil
        field = state.form?.form.focus
        if case .appraisal(let screen, _) = state.overlay { decidedOn = screen.card?.member.id }
    }

    init() {
        isFormOpen = false
    }
}
