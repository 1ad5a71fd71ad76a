import Casework
import Foundation
import Testing

/// The table of a case's life, and its page in the documentation. Record the page anew with
/// `DAIBAN_RECORD=1 swift test --filter LifeTable` and look at the difference before committing.
@Suite struct LifeTableTests {
    @Test func thePageOfTheDocumentationIsTheCodes() throws {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()
        let file = root.appendingPathComponent("Sources/Casework/Casework.docc/CaseLife.md")
        if ProcessInfo.processInfo.environment["DAIBAN_RECORD"] != nil {
            try Data(LifeTable.page.utf8).write(to: file)
            return
        }
        let page = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(page == LifeTable.page, "record it anew")
    }

    @Test func everyCommandStandsInTheTableWithItsStatesAndRoles() {
        #expect(Set(LifeTable.rows.compactMap(\.command)) == Set(CaseCommand.Kind.allCases))
        for row in LifeTable.rows {
            #expect(!row.states.isEmpty && !row.roles.isEmpty, "\(row.name)")
            guard let command = row.command else { continue }
            #expect(Set(row.states) == Case.states(for: command))
            #expect(Role.allCases.allSatisfy { $0.may(command) == row.roles.contains($0) })
        }
    }

    @Test("S6: only what is settled is done again, once, by somebody who may register, and with its error named")
    func redo() throws {
        let registrar = Fixture.reviewer
        func refusal(_ subject: Case, _ actor: Actor, because error: String = "金额写错") -> Refusal? {
            do throws(Refusal) {
                _ = try subject.redo(because: error, listedItem: nil, by: actor, at: Fixture.submitted)
                return nil
            } catch {
                return error
            }
        }
        #expect(refusal(try Fixture.inReview(), registrar) == .cannotBeRedone)
        var approved = try Fixture.pending(then: [
            (.accept(.confirmed), Actor(Fixture.agent)), (.complete(note: nil), Actor(Fixture.agent)),
            (.approve(note: nil), Fixture.reviewer),
        ])
        #expect(refusal(approved, Actor(id: StaffID(9), role: .supervisor)) == .mayNotRedo(.supervisor))
        #expect(refusal(approved, registrar, because: " ") == .reasonMissing)
        let (again, reason) = try approved.redo(
            because: "金额写错", listedItem: nil, by: registrar, at: Fixture.at("2026-12-01 10:00"))
        #expect(again.redoOf == approved.id && again.submittedAt == Fixture.at("2026-12-01 10:00"))
        #expect(again.applicant == approved.intake.applicant && again.item == approved.intake.item)
        approved.apply(.redone(Redone(by: CaseID(2), reason: reason)), at: Fixture.submitted, by: registrar.id)
        #expect(refusal(approved, registrar) == .redoneAlready(CaseID(2)))
    }

    @Test(
        "J18: a fee is written in yuan, and counted in fen",
        arguments: [
            ("12", 1_200), ("12.5", 1_250), ("0.05", 5), (" 3.00 ", 300), ("", nil), ("12.", nil), ("1.234", nil),
            ("-1", nil), ("１２", nil), ("1,000", nil), ("9999999999", nil),
        ] as [(String, Int?)])
    func fees(_ text: String, _ fen: Int?) {
        #expect(Yuan.fen(text) == fen)
    }
}
