import CaseStore
import Casework
import TerminalKit

/// What the store answered to an action: done, refused, or another desk was faster.
extension DeskState {
    mutating func take(_ result: Result<Case, ActionError>, of sent: ActionCard, _ effects: inout [DeskEffect]) {
        // The card that was answered closes; another one, opened since, stays.
        let isOpen = card?.reference == sent.reference && card?.kind == sent.kind && card?.isRecording == true
        switch result {
        case .success(let changed):
            if isOpen { card = nil }
            drafts[DraftKey(id: sent.reference.id, kind: sent.kind)] = nil
            actedOn.insert(sent.reference)
            remember(sent, changed)
            notice = Notice(message: doneMessage(sent), tone: .good)
            if sent.kind == .reveal, case .detail(var detail) = screen, detail.id == changed.id {
                detail.isRevealed = true
                screen = .detail(detail)
            }
        case .failure(let error):
            if isOpen { card?.isRecording = false }
            let message = words(for: error, sent)
            if case .refused = error, isOpen, case .reason = sent.question {
                card?.problem = message
            } else {
                if isOpen { close(keepingDraft: true) }
                notice = Notice(message: message, tone: .warning)
            }
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
            item: sent.item, village: sent.village, holderName: sent.holderName)
    }

    private func doneMessage(_ sent: ActionCard) -> Message {
        if sent.kind == .undo, let undoes = sent.undoes { return .doneUndo(undoes, number: sent.number) }
        if sent.kind == .reassign, case .agent(let picker) = sent.question, let agent = picker.choice {
            return .reassignedTo(number: sent.number, agent: agent.name)
        }
        return .done(sent.kind, number: sent.number)
    }

    private func words(for error: ActionError, _ sent: ActionCard) -> Message {
        switch error {
        case .refused(.urgedRecently(let instant)):
            .urgedRecently(instant.clockText(centre.offset))
        case .refused(.undoOfAnother(let id)):
            .undoOfAnother(agentsPane.agents.first { $0.member.id == id }?.member.name ?? text(.unknownPerson))
        case .refused(let refusal):
            .refusal(refusal)
        case .conflict(let conflict):
            if let last = conflict.entries.last {
                .conflict(
                    number: sent.number, who: last.actorName ?? text(.office), what: last.event.kind,
                    when: last.at.clockText(centre.offset))
            } else {
                .conflictUnknown(number: sent.number)
            }
        case .missing:
            .caseMissing
        case .store(let error):
            .storeProblem(error)
        }
    }
}
