import CaseStore
import Casework
import TerminalKit

/// Everything that can be done with a case: the list, and the form of the command that was chosen there.
extension DeskState {
    // MARK: The list

    mutating func openLifeMenu(_ effects: inout [DeskEffect]) {
        if settling?.isUnder(at: now) == true {
            notice = Notice(message: .justChanged, tone: .warning)
            return
        }
        guard let subject else { return }
        if case .detail(let detail) = screen {
            overlay = .life(LifeMenu(subject: subject, current: detail.detail?.case))
        } else {
            // A row does not know what belongs to its case.
            overlay = .life(LifeMenu(subject: subject, current: nil))
            effects.append(.loadDetail(subject.id))
        }
    }

    /// The case of the open list, as the store tells it.
    mutating func tellLifeMenu(_ fresh: CaseDetail) {
        guard case .life(var menu) = overlay, menu.subject.id == fresh.case.id else { return }
        menu.current = fresh.case
        overlay = .life(menu)
    }

    mutating func lifeMenuKey(_ press: KeyPress, _ menu: LifeMenu, _ effects: inout [DeskEffect]) {
        var menu = menu
        let entries = menu.shown(by: Actor(person), language)
        switch press.key {
        case .escape:
            overlay = nil
            return
        case .enter:
            guard menu.current != nil else {
                notice = Notice(message: .loading, tone: .warning)
                return
            }
            let index = menu.index(in: entries)
            guard entries.indices.contains(index) else { return }
            if let refusal = entries[index].refusal {
                notice = Notice(message: .refusal(refusal), tone: .warning)
                return
            }
            overlay = nil
            notice = nil
            open(entries[index].kind, of: menu, &effects)
            return
        case .up: menu.move(by: -1, in: entries)
        case .down: menu.move(by: 1, in: entries)
        case .pageUp: menu.move(by: -8, in: entries)
        case .pageDown: menu.move(by: 8, in: entries)
        default:
            if menu.field.handle(press) { menu.settle() }
        }
        overlay = .life(menu)
    }

    // MARK: The form

    private mutating func open(_ kind: CaseCommand.Kind, of menu: LifeMenu, _ effects: inout [DeskEffect]) {
        openForm(of: card(kind, menu.subject, .confirm), subject: menu.current, &effects)
    }

    /// Asks for what a command takes, with what was typed for the same case before.
    mutating func openForm(of card: ActionCard, subject: Case?, _ effects: inout [DeskEffect]) {
        let (form, purpose) = CaseCommandForm.make(card, subject: subject, now: now, language: language)
        open(form, for: .life(purpose))
        markOutdatedForm()
        if purpose.checks[CaseCommandForm.person] != nil { effects.append(.loadHelpers(except: subject?.holder)) }
    }

    /// The same form, empty.
    mutating func clear(_ life: CaseCommandForm) {
        guard var empty = form?.form else { return }
        empty.restore(blankForm)
        empty.show([:])
        empty.problem = nil
        open(empty, for: .life(life))
    }

    /// From the card of a decline to its form: the office that is right, what is missing.
    mutating func openDeclineForm(_ open: ActionCard, _ effects: inout [DeskEffect]) {
        guard case .reason(let field) = open.question else { return }
        var plain = open
        plain.question = .confirm
        plain.problem = nil
        card = nil
        openForm(of: plain, subject: nil, &effects)
        if !field.text.isEmpty {
            form?.form.change(CaseCommandForm.reason) { $0.restore(.text(field.text)) }
            keepFormDraft()
        }
    }

    mutating func take(_ result: Result<[StaffMember], StoreError>, except holder: StaffID?) {
        guard var open = form, case .life(var life) = open.purpose else { return }
        switch result {
        case .success(let staff):
            life.take(staff, holder: holder, into: &open.form)
            open.purpose = .life(life)
            form = open
        case .failure(let error):
            form?.form.problem = .storeProblem(error)
        }
    }

    mutating func send(_ life: CaseCommandForm, _ effects: inout [DeskEffect]) {
        guard let open = form, let command = life.command(in: open.form, at: now, offset: centre.offset) else { return }
        form?.form.isRecording = true
        form?.form.problem = nil
        notice = nil
        effects.append(.perform(command, life.card))
    }

    /// Whether a form, and no card, waits for this answer.
    func formAwaits(_ sent: ActionCard) -> Bool {
        guard let form, form.form.isRecording, case .life(let life) = form.purpose else { return false }
        return life.card == sent
    }

    /// The form was recorded.
    mutating func closeSentForm() {
        guard let open = form else { return }
        formDrafts[open.purpose.draftName] = nil
        form = nil
    }

    /// The form was not recorded: what the rules refuse can be put right, with everything else it is closed and kept.
    mutating func refuseForm(_ error: ActionError, _ message: Message) {
        form?.form.isRecording = false
        if case .refused = error {
            form?.form.problem = message
        } else {
            keepFormDraft()
            form = nil
            notice = Notice(message: message, tone: .warning)
        }
    }

    /// Says on the form that its case has moved on since the key was pressed.
    mutating func markOutdatedForm() {
        guard let open = form, case .life(let life) = open.purpose, !open.form.isRecording else { return }
        let warnings: [Message] = isOutdated(life.card.reference) ? [.changedMeanwhile] : []
        form?.form.warnings = warnings
    }
}
