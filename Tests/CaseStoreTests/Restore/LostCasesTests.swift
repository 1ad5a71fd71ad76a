import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Cases that a restore loses")
struct LostCasesTests {
    private func backup(_ office: Office, _ name: String) throws -> String {
        let path = office.folder + "/" + name
        _ = try RecordBackup(database: office.path).write(to: path)
        return path
    }

    private func restore(_ backup: String, over office: Office, minutes: Int = 600) throws -> RestoreReport {
        try RecordRestore(from: backup, over: office.path).place(
            at: Office.morning.advanced(minutes: minutes), by: .office, account: "zhou")
    }

    @Test("They are told beforehand and listed in a file of the owner's beside the old record, without any applicant")
    func listed() throws {
        let office = try Office()
        try office.register("张三")
        let backup = try backup(office, "copy.sqlite")
        try office.register("李四", item: "=为李四代办 999999196203070019")
        try office.register("王五", village: "Old_Mill")
        let wanted = try #require(try RecordRestore(from: backup, over: office.path).lostCases)
        #expect(wanted.cases.map(\.number) == ["YX261120-0002", "YX261120-0003"])
        #expect(wanted.cases.map(\.agent) == ["A01 周桂兰", nil])

        let report = try restore(backup, over: office)
        #expect(report.lostCases == wanted)
        let kept = try #require(report.kept)
        let list = try #require(report.list)
        #expect(list == kept + "-lost-cases.csv")
        let mode = try FileManager.default.attributesOfItem(atPath: list)[.posixPermissions] as? Int
        #expect(mode == 0o600)
        let lines = try String(contentsOfFile: list, encoding: .utf8).split(whereSeparator: \.isNewline)
        #expect(lines.count == 3)
        #expect(lines[1].hasPrefix("YX261120-0002,'=为") && lines[1].contains("A01 周桂兰"), "\(lines)")
        #expect(lines[2].hasPrefix("YX261120-0003,城乡居民养老参保,,2026-11-20"), "\(lines)")
        for secret in ["李四", "王五", "196203070019"] {
            #expect(!lines.joined().contains(secret), "\(lines)")
        }
    }

    @Test("Neither their numbers nor their ids are given to any other case, by whichever process, and after a rebuild")
    func neverAgain() throws {
        let office = try Office()
        try office.register("张三")
        let backup = try backup(office, "copy.sqlite")
        try office.register("李四")
        try office.register("别处", number: "BOS-1017")
        let last = try office.register("王五")
        _ = try restore(backup, over: office)
        let store = try CaseStore.open(at: office.path)
        func register(_ store: CaseStore, _ day: Int = 0) throws -> Case {
            try store.batch { writer in
                try writer.register(
                    office.intake("赵六"), acceptance: nil, at: Office.morning.advanced(minutes: day * 1_440),
                    by: .office)
            }
        }
        let next = try register(store)
        #expect(next.number == "YX261120-0004" && next.id.value == last.id.value + 1)
        _ = try store.rebuild(RebuildRequest(person: "R01", reason: "检查"), at: Office.morning)
        #expect(try register(try CaseStore.open(at: office.path)).number == "YX261120-0005")
        #expect(try register(store, 1).number == "YX261121-0001", "another day is another series")
        #expect(try store.verify(VerificationOptions(isFull: true)).isSound)
    }

    @Test("Also after a second restore that goes back behind the first one")
    func twice() throws {
        let office = try Office()
        try office.register("张三")
        let (first, second) = (try backup(office, "first.sqlite"), try backup(office, "second.sqlite"))
        for name in ["李四", "王五", "赵六"] { try office.register(name) }
        _ = try restore(first, over: office)
        // What was restored last has lost nothing of its own, and knows what was lost before.
        _ = try restore(second, over: office, minutes: 700)
        let store = try CaseStore.open(at: office.path)
        let made = try store.batch { writer in
            try writer.register(office.intake("孙七"), acceptance: nil, at: Office.morning, by: .office)
        }
        #expect(made.number == "YX261120-0005")
    }

    @Test("No list is written where no case is lost, and none is left of a restore that could not be done")
    func none() throws {
        let office = try Office()
        try office.register("张三")
        let backup = try backup(office, "copy.sqlite")
        #expect(try restore(backup, over: office).list == nil)
        _ = try CaseStore.open(at: office.path).batch { writer in
            try writer.register(office.intake("李四"), acceptance: nil, at: Office.morning, by: .office)
        }
        let again = try RecordRestore(from: backup, over: office.path)
        #expect(throws: RestoreError.self) {
            try again.place(at: Office.morning, by: .office, account: "zhou") {
                if $0 == .logPutAside { throw StoreError.full(path: office.path) }
            }
        }
        let names = try FileManager.default.contentsOfDirectory(atPath: office.folder)
        #expect(!names.contains { $0.hasSuffix(".csv") }, "\(names)")
    }

    @Test("Older cases that lose their later steps are listed too")
    func shortened() throws {
        let office = try Office()
        let value = try office.register("张三")
        let backup = try backup(office, "copy.sqlite")
        _ = try office.store.perform(
            .accept(.confirmed), on: value.reference, by: office.reviewer, at: Office.morning.advanced(minutes: 5),
            rules: office.rules)
        let report = try restore(backup, over: office)
        #expect(report.lostCases?.cases == [] && report.lostCases?.shortened.map(\.number) == [value.number])
        let list = try String(contentsOfFile: try #require(report.list), encoding: .utf8)
        #expect(list.contains(value.number) && list.contains("later steps"))
    }

    @Test(
        "What only the tables have, since the journal's end was cut off, is lost as well, and its number given to nobody"
    )
    func beyondEnd() throws {
        let office = try Office()
        try office.register("张三")
        let backup = try backup(office, "copy.sqlite")
        let last = try office.entries()
        let cut = try office.register("李四")
        try office.forge("DELETE FROM journal WHERE seq > \(last)")
        let report = try restore(backup, over: office)
        #expect(report.loss.count == 0 && report.lostCases?.cases.map(\.number) == [cut.number])
        let next = try CaseStore.open(at: office.path).batch { writer in
            try writer.register(office.intake("王五"), acceptance: nil, at: Office.morning, by: .office)
        }
        #expect(next.number == "YX261120-0003" && next.id.value == cut.id.value + 1)
    }

    @Test("Nobody gets the id of a person whom the restored record does not know any more")
    func people() throws {
        let office = try Office()
        let backup = try backup(office, "copy.sqlite")
        func enrol(_ store: CaseStore, _ number: String, _ name: String) throws -> StaffMember {
            try store.batch { writer in
                try writer.enrol(
                    StaffMember(id: StaffID(0), number: number, name: name, role: .reviewer), at: Office.morning,
                    by: office.wang.id)
            }
        }
        let lost = try enrol(office.store, "R77", "赵六")
        _ = try restore(backup, over: office)
        let store = try CaseStore.open(at: office.path)
        #expect(try !store.replacement(since: Office.morning, own: [], by: lost).knowsPerson)
        #expect(try store.replacement(since: Office.morning, own: [], by: office.wang).knowsPerson)
        #expect(try enrol(store, "R78", "孙七").id.value > lost.id.value)
    }

    @Test("Numbers of other makes set no floor; of each series the greatest one does")
    func greatest() {
        let numbers = [
            "YX261120-0002", "YX261120-0012", "YX261120-B0003", "YX261121-0001", "BOS-1017", "YX-0005", "YX26112-0001",
            "QS261120-0009", "YX261120-007", "YX261120-12345678901",
        ]
        #expect(
            NumberFloors.greatest(of: numbers, prefix: "YX") == ["YX261120-0012", "YX261120-B0003", "YX261121-0001"])
    }
}
