import CaseStore
import Casework
import TerminalKit

/// The question what becomes of somebody, on what the rules of a month bring up.
///
/// The card carries the person and the proposal as they stood on the screen when the key was pressed; whatever comes in while
/// it is open changes neither.
public struct TenureCard: Hashable, Sendable {
    public let member: StaffMember
    public let seen: TenureProposal
    public var outcome: TenureDecision.Outcome
    public var reason: TextField
    /// The first line of the ground that is shown, where it has more than there is room for.
    var top = 0
    /// All is filled in: the next Enter records it.
    public var isConfirming = false
    /// Sent to the store; the answer is awaited.
    public var isRecording = false
    public var problem: Message?

    /// Under which its reason is kept until it is sent.
    var draftKey: String { Self.draftKey(of: member, in: seen.month) }

    static func draftKey(of member: StaffMember, in month: CivilMonth) -> String {
        "\(member.number) \(member.name) \(month)"
    }

    init(_ member: StaffMember, _ seen: TenureProposal, reason: String) {
        self.member = member
        self.reason = TextField(reason, limit: EntryField.reason.limit)
        self.seen = seen
        outcome = seen.suggested
    }

    mutating func turn(by distance: Int) {
        let outcomes = TenureDecision.Outcome.allCases
        let place = (outcomes.firstIndex(of: outcome) ?? 0) + distance
        outcome = outcomes[(place + outcomes.count) % outcomes.count]
    }
}

extension DeskState {
    /// Whether the person at the desk has a say in who stays.
    var mayDecideTenure: Bool { person.role.may(.decideTenure) }

    mutating func openTenure(_ screen: AppraisalScreen, top: Int) {
        guard let appraisal = screen.appraisal else { return }
        do throws(StaffRefusal) {
            try appraisal.proposal.permit(
                about: screen.member.id, decided: Set(appraisal.decisions.keys), by: Actor(person),
                today: centre.offset.civil(now).date)
        } catch {
            var message = Message.people(.refusal(error))
            if case .tenureDecided(let month) = error, let decided = appraisal.decisions[month] {
                message = .appraisal(.decided(decided))
            }
            notice = Notice(message: message, tone: .warning)
            return
        }
        notice = nil
        var screen = screen
        let reason = tenureDrafts[TenureCard.draftKey(of: screen.member, in: appraisal.proposal.month)] ?? ""
        screen.card = TenureCard(screen.member, appraisal.proposal, reason: reason)
        overlay = .appraisal(screen, top: top)
    }

    mutating func tenureKey(_ press: KeyPress, _ screen: AppraisalScreen, top: Int, _ effects: inout [DeskEffect]) {
        guard var card = screen.card else { return }
        var screen = screen
        guard !card.isRecording else {
            notice = Notice(message: .stillRecording, tone: .warning)
            return
        }
        notice = nil
        if card.isConfirming {
            switch press.normalised.key {
            case .enter, .character("y"), .character("Y"):
                card.isRecording = true
                effects.append(.decideTenure(card))
            case .escape, .character("n"), .character("N"): card.isConfirming = false
            default: notice = Notice(message: .cardConfirm, tone: .warning)
            }
            screen.card = card
        } else {
            switch press.key {
            case .escape: screen.card = nil
            case .enter: confirm(&card, &screen)
            case .up, .down, .tab:
                card.turn(by: press.key == .up ? -1 : 1)
                screen.card = card
            case .pageUp, .pageDown:
                card.top = TenureCardView.top(self, card, pages: press.key == .pageUp ? -1 : 1)
                screen.card = card
            default:
                if card.reason.handle(press) { card.problem = nil }
                screen.card = card
            }
        }
        overlay = .appraisal(screen, top: top)
    }

    /// A reason that the record would not take is said before the question.
    private func confirm(_ card: inout TenureCard, _ screen: inout AppraisalScreen) {
        do {
            _ = try EntryField.reason.checked(card.reason.text)
            (card.isConfirming, card.problem) = (true, nil)
        } catch {
            card.problem = .refusal(error)
        }
        screen.card = card
    }

    /// A click chooses an outcome; it answers no question.
    mutating func clickTenure(_ screen: AppraisalScreen, top: Int, column: Int, row: Int) {
        guard var card = screen.card, !card.isRecording, !card.isConfirming,
            let outcome = TenureCardView.outcome(self, card, column: column, row: row)
        else {
            notice = Notice(message: .answerTheCard, tone: .warning)
            return
        }
        var screen = screen
        notice = nil
        card.outcome = outcome
        screen.card = card
        overlay = .appraisal(screen, top: top)
    }

    mutating func pasteIntoTenure(_ text: String, _ screen: AppraisalScreen, top: Int) {
        guard var card = screen.card, !card.isRecording, !card.isConfirming else { return }
        var screen = screen
        card.reason.insert(text)
        card.problem = nil
        screen.card = card
        overlay = .appraisal(screen, top: top)
    }

    /// What the store said to a card.
    mutating func take(
        _ result: Result<TenureDecision, RecordError>, of sent: TenureCard, _ effects: inout [DeskEffect]
    ) {
        let who = "\(sent.member.number) \(sent.member.name)"
        var isOpen = false
        var (screen, top) = (AppraisalScreen(member: sent.member, month: sent.seen.month), 0)
        if case .appraisal(let shown, let line) = overlay, shown.card == sent {
            (isOpen, screen, top) = (true, shown, line)
        }
        switch result {
        case .success(let decision):
            notice = Notice(message: .appraisal(.recorded(who, decision.outcome, decision.month)), tone: .good)
            screen.card = nil
            tenureDrafts[sent.draftKey] = nil
            acknowledge(
                AcknowledgedAction(tenureOf: sent.member, in: decision.month, at: now),
                .appraisal(.recorded(who, decision.outcome, decision.month)), &effects)
            effects.append(.loadAppraisal(sent.member.id, sent.seen.month))
        case .failure(let error):
            let message = Message(error)
            notice = Notice(message: message, tone: .warning)
            screen.card?.isRecording = false
            screen.card?.isConfirming = false
            screen.card?.problem = message
            // What the card rests on may be another by now.
            effects.append(.loadAppraisal(sent.member.id, sent.seen.month))
        }
        if isOpen { overlay = .appraisal(screen, top: top) }
    }
}

extension Message {
    /// Why a decision about somebody was not recorded.
    fileprivate init(_ error: RecordError) {
        switch error {
        case .refused(let refusal): self = .people(.refusal(refusal))
        case .store(let error): self = .storeProblem(error)
        case .noSuchStaff, .caseNumberTaken, .staffNumberTaken: self = .people(.refusal(.notOnStaff))
        }
    }
}
