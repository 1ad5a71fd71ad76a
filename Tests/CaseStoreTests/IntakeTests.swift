import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite struct IntakeTests {
    private static let number = "99999919500101000X"

    private func intake(
        _ office: Office, _ name: String = "张三", number: String? = nil, item: String = "城乡居民养老参保",
        village: String = "石门垭"
    ) -> Intake {
        var intake = office.intake(name, item: item, village: village)
        intake.applicant.identityNumber = number
        return intake
    }

    @Test("S3: a registered request has a number, its village's agent and an acceptance limit")
    func registering() throws {
        let office = try Office()
        let made = try office.store.register(intake(office), seen: [], by: office.reviewer, rules: office.rules)
        #expect(made.number == "YX261120-0001")
        #expect(made.state == .pending)
        #expect(made.holder == office.zhou.id)
        let rule = office.rules.rulebook.acceptance
        #expect(made.acceptance == rule.deadline(from: Office.morning, calendar: .national, offset: .china))
        #expect(try office.store.detail(of: made.id)?.trace.map(\.actor) == [office.wang.id])
    }

    @Test("J15: a question is registered like a request, and says that it is one")
    func consultation() throws {
        let office = try Office()
        var question = intake(office)
        question.matter = .consultation
        let made = try office.store.register(question, seen: [], by: office.reviewer, rules: office.rules)
        #expect(try office.store.detail(of: made.id)?.case.intake.matter == .consultation)
    }

    @Test func anOpenCaseOfTheSameNumberAndItemIsFoundWhateverNameAndVillage() throws {
        let office = try Office()
        let first = try office.store.register(
            intake(office, "张三", number: Self.number), seen: [], by: office.reviewer, rules: office.rules)
        let same = ApplicantMatter(intake(office, "张山", number: Self.number.lowercased(), village: "两河口"))
        #expect(try office.store.openCases(about: same).map(\.number) == [first.number])
        #expect(try office.store.openCases(about: same).first?.holderName == "周桂兰")
        // Another item, and the same name with another number, are other matters.
        let others = [
            intake(office, number: Self.number, item: "老年人优待证"), intake(office, number: "999999199003070012"),
            intake(office, "李四"),
        ]
        for other in others { #expect(try office.store.openCases(about: ApplicantMatter(other)).isEmpty) }
    }

    @Test func withoutANumberTheSameNameInTheSameVillageIsTheSamePerson() throws {
        let office = try Office()
        let first = try office.register("张三")
        let asked = [intake(office, "张三"), intake(office, "张三", number: Self.number)]
        for intake in asked {
            #expect(try office.store.openCases(about: ApplicantMatter(intake)).map(\.id) == [first.id])
        }
        let elsewhere = ApplicantMatter(intake(office, "张三", village: "两河口"))
        #expect(try office.store.openCases(about: elsewhere).isEmpty)
    }

    @Test func aNumberInSomebodysNoteIsNotTheirNumber() throws {
        let office = try Office()
        var other = intake(office, "李四", number: "999999199003070012")
        other.note = "替 \(Self.number) 代问"
        _ = try office.store.register(other, seen: [], by: office.reviewer, rules: office.rules)
        #expect(try office.store.openCases(about: ApplicantMatter(intake(office, number: Self.number))).isEmpty)
    }

    @Test func aClosedCaseIsNoDuplicate() throws {
        let office = try Office()
        let first = try office.register("张三")
        _ = try office.store.perform(
            .decline(Decline(reason: "应到县里办理")), on: first.reference, by: office.reviewer, at: Office.morning,
            rules: office.rules)
        #expect(try office.store.openCases(about: ApplicantMatter(intake(office))).isEmpty)
    }

    @Test func nothingIsWrittenUntilTheOpenCaseHasBeenSeen() throws {
        let office = try Office()
        let first = try office.register("张三")
        let entries = try office.entries()
        let rows = try office.store.openCases(about: ApplicantMatter(intake(office)))
        #expect(throws: IntakeError.alreadyOpen(rows)) {
            try office.store.register(intake(office), seen: [], by: office.reviewer, rules: office.rules)
        }
        #expect(try office.entries() == entries)
        let second = try office.store.register(
            intake(office), seen: [first.id], by: office.reviewer, rules: office.rules)
        #expect(second.id != first.id)
        // Both are open now; who has seen only one of them is told again.
        #expect(throws: IntakeError.self) {
            try office.store.register(intake(office), seen: [first.id], by: office.reviewer, rules: office.rules)
        }
        // A caller that does not ask is not stopped.
        _ = try office.store.register(intake(office), seen: nil, by: office.reviewer, rules: office.rules)
    }

    @Test func whoMayNotRegisterOrIsUnknownIsRefusedByTheRecord() throws {
        let office = try Office()
        let supervisor = try office.store.batch { writer in
            try writer.enrol(number: "D01", name: "孙", role: .supervisor, at: Office.morning, by: .office)
        }
        // The role that the caller believes in does not count.
        let claimed = Actor(id: supervisor.id, role: .reviewer)
        #expect(throws: IntakeError.mayNotRegister(.supervisor)) {
            try office.store.register(intake(office), seen: [], by: claimed, rules: office.rules)
        }
        #expect(throws: IntakeError.notOnStaff) {
            try office.store.register(
                intake(office), seen: [], by: Actor(id: StaffID(99), role: .reviewer), rules: office.rules)
        }
    }

    @Test func identityNumbersStandInTheJournalAndTheBodiesOnly() throws {
        let office = try Office()
        _ = try office.store.register(
            intake(office, number: Self.number), seen: [], by: office.reviewer, rules: office.rules)
        let holders = try office.store.read { database in
            try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table' AND substr(name, 1, 7) <> 'sqlite_' \
                    AND sql NOT LIKE 'CREATE VIRTUAL%'
                    """
            ).filter { table in
                // The indexes of words hold theirs as bytes.
                try Row.fetchAll(database, sql: "SELECT * FROM \(table)").contains { row in
                    row.databaseValues.contains { value in
                        Data.fromDatabaseValue(value).map { String(decoding: $0, as: UTF8.self) }?
                            .contains(Self.number) == true
                    }
                }
            }
        }
        #expect(Set(holders) == ["journal"])
    }

    @Test func aFileOfTheFirstVersionIsSearchedTooOnceItIsOpened() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/old.db"
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: SchemaStep.foundation.sql)
            try database.execute(sql: "PRAGMA application_id = \(Schema.applicationID)")
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        try queue.close()
        let store = try CaseStore.open(at: path)
        #expect(try store.openCases(about: ApplicantMatter(item: "参保", village: "石门垭", applicant: "张三")).isEmpty)
        #expect(try store.read { try Schema.found(in: $0) } == Schema.version)
    }
}
