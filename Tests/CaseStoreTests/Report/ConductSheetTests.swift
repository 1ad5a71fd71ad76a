import Casework
import Testing

@testable import CaseStore

@Suite("Sheets of attendance, training and points")
struct ConductSheetTests {
    @Test("J3, J4, J9: a month of attendance counts sessions by how they went, and says why")
    func attendance() throws {
        let year = try TownshipYear()
        try year.live()
        let july = try year.sheet(.attendance, "2026-07")
        func counts(_ sheet: Sheet, _ row: String) throws -> [String: Int] {
            var counts: [String: Int] = [:]
            for column in sheet.columns where column.isNumber {
                let cell = try #require(sheet.cell(row, column.rawValue))
                guard case .count(let count) = cell.value else { continue }
                counts[column.rawValue] = count
                // A sum is what it is made of.
                let parts = cell.parts.reduce(0) { sum, part in
                    if case .count(let count) = part.amount { return sum + count }
                    return sum
                }
                #expect(parts == count, "\(row) \(column)")
            }
            return counts
        }
        // July 2026 has 23 weekdays and no holiday. A03 was on leave for two of them, came two minutes late to the
        // afternoon of the 15th and in time to the morning of the 16th, and never checked out.
        #expect(
            try counts(july, "A03") == [
                "due": 46, "present": 2, "on-time": 1, "late": 1, "left-early": 0, "missed": 40, "leave": 4,
                "stood-in-for": 0, "exempt": 0, "forgotten": 2, "minutes": 2, "outside": 0,
            ])
        #expect(july.rows.map(\.key) == ["A04", "A03", "A01"])
        // What was entered late may still change it.
        #expect(july.standing == .running(TownshipYear.at("2027-03-01 08:00")))
        let late = try #require(july.cell("A03", "late")?.parts.first)
        #expect(late.what.first == .date(TownshipYear.day("2026-07-15")) && late.what.last == .text("[J3]"))
        let entry = late.what.contains { value in
            guard case .list(let grounds) = value else { return false }
            return grounds.contains { ground in
                guard case .list(let terms) = ground, case .term(.ground(.cameIn(let mark), _))? = terms.first else {
                    return false
                }
                return mark.value.at == TownshipYear.at("2026-07-15 15:02") && mark.entry > 0
            }
        }
        #expect(entry)
        // A02 served until the day of the change, A04 from then on.
        let may = try year.sheet(.attendance, "2026-05")
        let (before, after) = (try counts(may, "A02")["due"] ?? 0, try counts(may, "A04")["due"] ?? 0)
        // The handover is at nine on the 18th, when the morning session begins: that one is A04's.
        let whole = try counts(may, "A01")["due"]
        #expect(before > 0 && after > 0 && before + after == whole)
        // Three months are the sum of the three.
        let quarter = try counts(year.sheet(.attendance, "2026Q3"), "A03")
        let months = try ["2026-07", "2026-08", "2026-09"].map { try counts(year.sheet(.attendance, $0), "A03") }
        for (column, count) in quarter { #expect(months.reduce(0) { $0 + ($1[column] ?? 0) } == count, "\(column)") }
        // Accepted at ten at night, and the case that it was.
        let night = try year.request("石门村", on: "2027-02-03", at: "22:00", by: "A01")
        try year.request("石门村", on: "2027-02-04", by: "A01")
        #expect(try counts(year.sheet(.attendance, "2027-02"), "A01")["outside"] == 1)
        let february = ReportPeriod.month(CivilMonth(of: TownshipYear.day("2027-02-01")))
        let accepted = try year.store.acceptancesOutsideDuty(
            of: year.person("A01"), in: february, rules: year.rules, at: TownshipYear.at("2027-03-01 08:00"), limit: 10)
        #expect(accepted.map(\.number) == [night.number])
    }

    @Test("P6: the training sheet has who had to come and who came, and the year against the rulebook")
    func training() throws {
        let year = try TownshipYear()
        func train(_ day: String, _ holder: TrainingYear.Holder, _ came: [String], excused: [String] = []) throws {
            let ids = { (numbers: [String]) in Set(numbers.map { year.person($0).id }) }
            let date = TownshipYear.day(day)
            try year.store.batch { writer in
                _ = try writer.train(at: TownshipYear.at("\(day) 17:00"), by: year.actor("R01")) {
                    number throws(StaffRefusal) in
                    var excuses: [TrainingHeld.Excuse] = []
                    for id in ids(excused) { excuses.append(try TrainingHeld.Excuse(staff: id, reason: "住院")) }
                    return try TrainingHeld(
                        number: number, on: date, holder: holder, topic: "养老参保", invited: ids(["A01", "A02", "A03"]),
                        attended: ids(came), excused: excuses, today: date)
                }
            }
        }
        try train("2026-03-10", .county, ["A01", "A02"], excused: ["A03"])
        try train("2026-06-10", .township, ["A01"])
        let first = try year.sheet(.training, "2026Q1")
        #expect(first.rows.map(\.key) == ["1"])
        #expect(first.cell("1", "invited")?.value == .count(3) && first.cell("1", "attended")?.value == .count(2))
        #expect(first.cell("1", "excused")?.parts.map(\.what) == [[.text("A03 李四"), .text("住院")]])
        #expect(first.cell("1", "absent")?.value == .count(0))
        let rule = year.rules.rulebook.agents.training
        func held(_ county: Int, _ township: Int) -> SheetNote {
            SheetNote(
                .noteTrainingHeld,
                [
                    .list([
                        .list([.term(.holder(.county)), .text("\(county)/\(rule.byCounty)")]),
                        .list([.term(.holder(.township)), .text("\(township)/\(rule.byTownship)")]),
                    ])
                ])
        }
        #expect(first.notes.first == held(1, 0))
        let whole = try year.sheet(.training, "2026")
        #expect(whole.rows.map(\.key) == ["1", "2"] && whole.notes.first == held(1, 1))
        #expect(
            whole.notes.last
                == SheetNote(
                    .noteTrainingAbsences,
                    [.list([.list([.text("A02 何有田"), .count(1)]), .list([.text("A03 李四"), .count(1)])])]))
        let own = try year.store.sheet(
            SheetRequest(kind: .training, period: .year(2026), village: "两河村"),
            at: TownshipYear.at("2027-03-01 08:00"), rules: year.rules)
        #expect(own.cell("2", "absent")?.parts.map(\.what) == [[.text("A02 何有田")]])
        #expect(try year.sheet(.training, "2025", now: "2026-01-05").rows.isEmpty)
    }

    @Test("P1, P8: the stars are those of the checklists at the period's end, each mark with what shows it")
    func stars() throws {
        let year = try TownshipYear()
        let rules = year.rules.rulebook.agents
        let items = rules.checklists.centre
        func assess(_ name: String, _ kind: ServicePoint.Kind, _ village: String?, _ there: [String], on day: String)
            throws
        {
            let marks = try rules.checklists.items(for: kind).map {
                try PointAssessment.Mark(item: $0, isThere: there.contains($0), evidence: "照片")
            }
            let assessment = try PointAssessment(
                point: name, kind: kind, village: village, hall: kind == .centre ? 1 : nil, marks: marks,
                rules: rules.checklists)
            try year.store.batch { writer in
                try writer.assess(assessment, at: TownshipYear.at("\(day) 10:00"), by: year.actor("R01"))
            }
        }
        let own = Array(rules.checklists.villagePoint.dropLast())
        try assess("石门村便民服务点", .village, "石门村", own, on: "2026-02-10")
        try assess("云溪镇便民服务中心", .centre, nil, [], on: "2026-03-10")
        let first = try year.sheet(.stars, "2026Q1")
        try assess("云溪镇便民服务中心", .centre, nil, items, on: "2026-05-10")
        // What is found later does not change what was.
        #expect(try year.sheet(.stars, "2026Q1") == first)
        #expect(first.standing == .fixed)
        #expect(first.rows.map(\.key) == ["云溪镇便民服务中心", "石门村便民服务点"])
        #expect(first.cell("云溪镇便民服务中心", "score")?.value == .text("0/\(items.count)"))
        #expect(first.notes == [SheetNote(.noteNotAssessed, [.list([.text("两河村"), .text("云台村")])])])
        let whole = try year.sheet(.stars, "2026")
        #expect(whole.cell("云溪镇便民服务中心", "fulfilled")?.value == .count(items.count))
        let proof = try #require(whole.cell("云溪镇便民服务中心", "fulfilled")?.parts.first)
        #expect(
            proof.what == [
                .text(items[0]), .text("照片"), .date(TownshipYear.day("2026-05-10")), .text("王敏"),
            ])
        if let stars = rules.stars, let best = stars.levels.last {
            #expect(whole.cell("云溪镇便民服务中心", "level")?.value == .text(best))
        }
        let lacking = try #require(whole.cell("石门村便民服务点", "open"))
        #expect(lacking.value == .list([.list([.text(rules.checklists.villagePoint.last ?? "")])]))
        #expect(whole.cell("石门村便民服务点", "level")?.value == SheetValue.none)
        // The hall has one square metre.
        let hall = try #require(whole.cell("云溪镇便民服务中心", "open"))
        #expect(hall.value == .list([.list([.term(.hall(.tooSmall(1, least: rules.checklists.hall)))])]))
    }
}
