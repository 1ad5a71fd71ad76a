import CaseStore
import Casework
import TerminalKit

@testable import Dashboard

/// Steps of intake at a desk without terminal and store.
extension DeskHarness {
    static let lists = IntakeLists(
        items: [
            ItemChoice(
                name: "城乡居民养老参保", listed: Intake.ListedItem(code: "RS-001", version: 1, kind: .promised)),
            ItemChoice(
                name: "养老保险待遇申领", listed: Intake.ListedItem(code: "RS-002", version: 1, kind: .promised)),
            ItemChoice(
                name: "残疾人证换领", listed: Intake.ListedItem(code: "CL-001", version: 1, kind: .promised)),
            ItemChoice(name: "危房改造申请"),
        ], villages: Township.agents.compactMap(\.member.village))

    /// Presses `n`; the store answers.
    mutating func openIntake() {
        type("n")
        send(.intakeLists(.success(Self.lists)))
    }

    /// From the item to the phone, leaving each field with Enter.
    mutating func fillIn(
        item: String = "养老保险", village: String = "石门", name: String = "张三丰", identityNumber: String = "",
        phone: String = "139 1234 5678"
    ) {
        for text in [item, village, name, identityNumber, phone] {
            type(text)
            press(.enter)
        }
        press(.enter)
    }

    /// What the store was asked last about other open cases, answered.
    mutating func answerDuplicates(_ rows: [QueueRow]) {
        guard let matter = askedAbout else { return }
        send(.duplicates(matter, .success(rows)))
    }

    /// The question about other open cases that stands open now.
    var askedAbout: ApplicantMatter? {
        guard case .intake(let intake) = state.form?.purpose else { return nil }
        return intake.asked
    }

    /// The request that the last key sent to the store.
    var registering: IntakeRequest? {
        for case .register(let request) in effects { return request }
        return nil
    }

    /// The store registers what was sent.
    @discardableResult
    mutating func answerRegistration(id: Int64 = 40) throws -> Case? {
        guard let request = registering else { return nil }
        let rule = try Rulebook.embedded("standard").acceptance
        let holder = Township.agents.first { $0.member.village == request.intake.village }?.member.id
        let registration = Registration(
            number: "YX261120-00\(id)", intake: request.intake, holder: holder,
            acceptance: rule.deadline(from: request.intake.submittedAt, calendar: .national, offset: .china))
        let made = Case(id: CaseID(id), registration: registration, at: request.intake.submittedAt)
        send(.registered(request, .success(made)))
        return made
    }

    /// What was last handed out to be kept, and how urgently.
    var kept: (drafts: DeskDrafts, atOnce: Bool)? {
        for case .keepDrafts(let drafts, let atOnce) in effects { return (drafts, atOnce) }
        return nil
    }
}
