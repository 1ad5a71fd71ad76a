import CaseStore
import Casework
import TerminalKit

/// Opening, typing into, sending and closing the card of an action.
extension DeskState {
    mutating func openCard(for command: CommandID) {
        guard let kind = command.caseCommand else { return }
        if kind == .undo {
            openUndoCard()
            return
        }
        if settling?.isUnder(at: now) == true {
            notice = Notice(message: .justChanged, tone: .warning)
            return
        }
        guard let subject else { return }
        let id = subject.reference.id
        let question: ActionCard.Question
        switch kind {
        case .decline, .reject, .reveal:
            let draft = drafts[DraftKey(id: id, number: subject.number, kind: kind)] ?? ""
            question = .reason(TextField(draft, limit: Case.reasonLimit))
        case .reassign:
            question = .agent(AgentPicker(agents: agentsPane.agents, holder: subject.holder))
        default:
            question = .confirm
        }
        card = card(kind, subject, question)
    }

    func card(_ kind: CaseCommand.Kind, _ subject: QueueRow, _ question: ActionCard.Question) -> ActionCard {
        ActionCard(
            kind: kind, reference: subject.reference, number: subject.number, applicant: subject.applicant,
            item: subject.item, village: subject.village, holderName: subject.holderName, undoes: nil,
            dueAt: subject.dueAt, returns: subject.returns, question: question)
    }

    private mutating func openUndoCard() {
        guard let done = lastDone else { return }
        card = ActionCard(
            kind: .undo, reference: done.reference, number: done.number, applicant: done.applicant, item: done.item,
            village: done.village, holderName: done.holderName, undoes: done.kind, dueAt: nil, returns: 0,
            question: .confirm)
    }

    /// The change of the selected case that has just come onto the screen.
    var settling: Settling? {
        switch screen {
        case .panes: queuePanes[focus]?.settling
        case .detail(let detail): detail.settling
        case .agentCases(let list): list.settling
        case .attendance: nil
        }
    }

    /// The case that an action would be about, as it is on the screen now.
    var subject: QueueRow? {
        if case .detail(let detail) = screen {
            guard let detail = detail.detail else { return nil }
            return QueueRow(detail)
        }
        return selectedRow
    }

    /// Whether the case of the open card has moved on since the card was opened.
    public var cardIsOutdated: Bool {
        guard let card, !card.isRecording else { return false }
        return isOutdated(card.reference)
    }

    /// Whether the screen knows a later version of that case, or knows that it went away.
    func isOutdated(_ reference: CaseReference) -> Bool {
        let id = reference.id
        if case .detail(let detail) = screen, let current = detail.detail?.case, current.id == id {
            return current.version != reference.version
        }
        return queuePanes.values.contains { pane in
            pane.page?.rows.contains { $0.reference.id == id && $0.reference.version != reference.version } == true
                || (pane.isGhost && pane.selected?.reference == reference)
        }
    }

    mutating func cardKey(_ press: KeyPress, _ effects: inout [DeskEffect]) {
        guard var open = card else { return }
        guard !open.isRecording else {
            notice = Notice(message: .stillRecording, tone: .warning)
            return
        }
        switch press.key {
        case .escape:
            close(keepingDraft: true)
            return
        case .enter:
            send(open, &effects)
            return
        case .tab where open.kind == .decline:
            openDeclineForm(open, &effects)
            return
        default: break
        }
        switch open.question {
        case .confirm:
            switch press.normalised.key {
            case .character("y"), .character("Y"): send(open, &effects)
            case .character("n"), .character("N"): close(keepingDraft: false)
            default: notice = Notice(message: .cardConfirm, tone: .warning)
            }
            return
        case .reason(var field):
            if field.handle(press) { open.problem = nil }
            open.question = .reason(field)
        case .agent(var picker):
            switch press.key {
            case .up: picker.move(by: -1)
            case .down: picker.move(by: 1)
            case .pageUp: picker.move(by: -8)
            case .pageDown: picker.move(by: 8)
            default:
                if picker.field.handle(press) { picker.settle() }
            }
            open.problem = nil
            open.question = .agent(picker)
        }
        card = open
        keepReasonDraft()
    }

    mutating func pasteIntoCard(_ text: String) {
        guard var open = card, !open.isRecording else { return }
        switch open.question {
        case .confirm:
            return
        case .reason(var field):
            field.insert(text)
            open.question = .reason(field)
        case .agent(var picker):
            picker.field.insert(text)
            picker.settle()
            open.question = .agent(picker)
        }
        card = open
        keepReasonDraft()
    }

    private mutating func send(_ open: ActionCard, _ effects: inout [DeskEffect]) {
        guard let command = command(of: open) else { return }
        // An agent who is missing at the post takes a second Enter.
        if case .agent(let picker) = open.question, let load = picker.choiceLoad, load.presence.isMissing {
            let warning = Message.agentNotOnDuty(load.member.name, load.presence)
            guard open.problem == warning else {
                card?.problem = warning
                return
            }
        }
        card?.isRecording = true
        card?.problem = nil
        notice = nil
        if let card { effects.append(.perform(command, card)) }
    }

    /// What the card asks for; `nil` (and the problem on the card) while something is missing.
    private mutating func command(of open: ActionCard) -> CaseCommand? {
        switch (open.kind, open.question) {
        case (.accept, _): return .accept(.confirmed)
        case (.approve, _): return .approve(note: nil)
        case (.complete, _): return .complete(note: nil)
        case (.urge, _): return .urge
        case (.undo, _): return .undo
        case (.decline, .reason(let field)): return .decline(Decline(reason: field.text))
        case (.reject, .reason(let field)): return .reject(reason: field.text)
        case (.reveal, .reason(let field)): return .reveal(reason: field.text)
        case (.reassign, .agent(let picker)):
            guard let agent = picker.choice else {
                card?.problem = picker.agents.isEmpty ? .emptyAgents : .noAgentMatches
                return nil
            }
            return .reassign(to: agent)
        default:
            return nil
        }
    }

    /// Closes the card; a typed reason is kept for the next time the same is asked of the same case.
    mutating func close(keepingDraft: Bool) {
        if keepingDraft, let open = card, case .reason(let field) = open.question {
            drafts[DraftKey(open)] = field.text.isEmpty ? nil : field.text
            if !field.text.isEmpty { notice = Notice(message: .draftKept, tone: .good) }
        }
        card = nil
    }
}

extension QueueRow {
    /// A case of the detail screen as a row.
    init(_ detail: CaseDetail) {
        let subject = detail.case
        self.init(
            reference: subject.reference, number: subject.number, state: subject.state,
            applicant: Masking.name(subject.intake.applicant.name), item: subject.maskedItem,
            village: subject.intake.village, holder: subject.holder, holderName: detail.holder?.name,
            submittedAt: subject.intake.submittedAt, completedAt: subject.completedAt,
            dueAt: subject.currentDeadline?.due, warnAt: subject.currentDeadline?.warnAt,
            clock: subject.currentClock?.kind,
            isProvisional: subject.currentDeadline?.isProvisional ?? false, isUrgent: subject.intake.isUrgent,
            returns: subject.returns, urgings: subject.urgings)
    }
}
