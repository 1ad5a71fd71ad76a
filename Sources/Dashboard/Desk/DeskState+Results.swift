import CaseStore
import Casework
import TerminalKit

/// What the store answered to an action: done, refused, or another desk was faster.
extension DeskState {
    mutating func take(_ result: Result<Case, ActionError>, of sent: ActionCard, _ effects: inout [DeskEffect]) {
        // A card that is being recorded stays until this answer.
        switch result {
        case .success(let changed):
            if formAwaits(sent) { closeSentForm() } else { card = nil }
            drafts[DraftKey(sent)] = nil
            actedOn.insert(sent.reference)
            remember(sent, changed)
            // Showing what is masked changes nothing of the case.
            if sent.kind != .reveal { acknowledge(changed, .action(sent.kind), &effects) }
            notice = Notice(message: doneMessage(sent), tone: .good)
            if sent.kind == .undo { queuePanes[focus]?.seek(changed.id) }
            if sent.kind == .reveal, case .detail(var detail) = screen, detail.id == changed.id {
                (detail.isRevealed, detail.top) = (true, 0)
                screen = .detail(detail)
            }
        case .failure(let error):
            card?.isRecording = false
            let message = words(for: error, sent)
            if formAwaits(sent) {
                refuseForm(error, message)
            } else if case .refused = error, case .reason = sent.question {
                card?.problem = message
            } else {
                close(keepingDraft: true)
                notice = Notice(message: message, tone: .warning)
            }
            // What cannot be taken back now never can: something came after it.
            if sent.kind == .undo, !error.mayPass { lastDone = nil }
        }
        load(&effects)
        if case .detail(let detail) = screen, detail.id == sent.reference.id {
            effects.append(.loadDetail(detail.id))
        }
        if case .agentCases(let list) = screen { effects.append(.loadAgentCases(list.agent.id)) }
    }

    private mutating func remember(_ sent: ActionCard, _ changed: Case) {
        guard let action = changed.lastAction, sent.kind != .undo, sent.kind != .reveal else {
            if sent.kind == .undo { lastDone = nil }
            return
        }
        lastDone = DoneAction(
            kind: action.kind, reference: changed.reference, number: sent.number, applicant: sent.applicant,
            item: sent.item, village: sent.village, holderName: chosenAgent(sent)?.name ?? sent.holderName)
    }

    private func doneMessage(_ sent: ActionCard) -> Message {
        if sent.kind == .reveal { return .revealed(number: sent.number) }
        if sent.kind == .undo, let undoes = sent.undoes { return .doneUndo(undoes, number: sent.number) }
        if let agent = chosenAgent(sent) {
            return .reassignedTo(number: sent.number, agent: agent.name)
        }
        return sent.kind.canBeUndone
            ? .done(sent.kind, number: sent.number) : .life(.done(sent.kind, number: sent.number))
    }

    /// The agent that a reassignment was to.
    private func chosenAgent(_ sent: ActionCard) -> StaffMember? {
        guard case .agent(let picker) = sent.question else { return nil }
        return picker.choice
    }

    private func words(for error: ActionError, _ sent: ActionCard) -> Message {
        switch error {
        case .refused(.urgedRecently(let instant)):
            .urgedRecently(whenText(instant))
        case .refused(.undoOfAnother(let id)):
            .undoOfAnother(agentsPane.agents.first { $0.member.id == id }?.member.name ?? text(.unknownPerson))
        case .refused(let refusal):
            .refusal(refusal)
        case .conflict(let conflict):
            if let last = conflict.entries.last {
                .conflict(
                    number: sent.number, who: last.actorName ?? text(.office), what: last.event.kind,
                    when: whenText(last.at))
            } else {
                .conflictUnknown(number: sent.number)
            }
        case .missing:
            .caseMissing
        case .store(let error):
            .storeProblem(error)
        }
    }

    /// What somebody else did with a case that is on the screen.
    func changeMessage(_ entry: TraceEntry, number: String) -> Message {
        .changedBy(
            number: number, who: entry.actorName ?? text(.office), what: entry.event.kind, when: whenText(entry.at))
    }

    /// The clock time of today, date and time of any other day.
    func whenText(_ instant: Instant) -> String {
        let isToday = centre.offset.civil(instant).date == centre.offset.civil(now).date
        return isToday ? instant.clockText(centre.offset) : instant.shortCivilText(centre.offset)
    }
}

extension ActionError {
    /// Whether the same may succeed a moment later.
    fileprivate var mayPass: Bool {
        if case .store = self { return true }
        return false
    }
}
