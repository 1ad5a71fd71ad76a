import Casework
import Testing

@Suite("What each rulebook settles") struct RulebookTableTests {
    private func check(_ row: RulebookTable.Row) throws {
        for (name, expected) in zip(RulebookTable.names, row.expected) {
            #expect(row.say(try Rulebook.embedded(name)) == expected, "\(name): \(row.path)")
        }
    }

    @Test(
        "W14, W15, N7, N11, J12, J13, J17, P9, S3, S5: the clocks of each document",
        arguments: RulebookTable.clocks)
    func clocks(row: RulebookTable.Row) throws { try check(row) }

    @Test(
        "W16: review, guards, urging and bad ratings of each document",
        arguments: RulebookTable.steps)
    func steps(row: RulebookTable.Row) throws { try check(row) }

    @Test("P5, J19: how many items and content areas each document names", arguments: RulebookTable.items)
    func items(row: RulebookTable.Row) throws { try check(row) }

    @Test(
        "W18, W20, W21, W22, N2, J1, J2, J3, J5, P6: the people of each document",
        arguments: RulebookTable.people)
    func people(row: RulebookTable.Row) throws { try check(row) }

    @Test("J6, J7, J8: allowance, deductions and dismissal of each document", arguments: RulebookTable.money)
    func money(row: RulebookTable.Row) throws { try check(row) }

    @Test("P1, P8, J20: stars and checklists of each document", arguments: RulebookTable.places)
    func places(row: RulebookTable.Row) throws { try check(row) }

    @Test("The table speaks of every setting: nothing differs that it does not show")
    func complete() throws {
        for entry in try Rulebook.embedded("standard").entries {
            #expect(
                RulebookTable.all.contains { entry.path.hasPrefix("\($0.path).") }, "no row for \(entry.path)")
        }
        for row in RulebookTable.all { #expect(row.expected.count == RulebookTable.names.count, "\(row.path)") }
    }

    // MARK: Entries

    @Test("All rulebooks are whole, and every setting has its clause", arguments: Rulebook.embeddedNames)
    func whole(name: String) throws {
        let rulebook = try Rulebook.embedded(name)
        #expect(rulebook.name == name)
        #expect(RulebookTable.names == Rulebook.embeddedNames)
        #expect(rulebook.entries.count > 100)
        #expect(Set(rulebook.entries.map(\.path)).count == rulebook.entries.count)
        let documents = ["武政管办〔2022〕36号 第", "内放办〔2022〕3号 ", "建政发〔2022〕33号 ", "平政办发〔2024〕14号 ", "指导意见（征求意见稿）》 "]
        for entry in rulebook.entries {
            #expect(documents.contains { entry.clause.contains($0) }, "\(entry.path): \(entry.clause)")
            #expect(!entry.isOverridden && !entry.value.isEmpty)
            if let decided = entry.decided {
                #expect(decided.english.unicodeScalars.first.map { $0.value < 0x80 } == true)
            }
        }
    }

    @Test("A setting that rests on another place's document says that standard's value was taken")
    func borrowed() throws {
        let own = ["wuyi": "武政管办", "neixiang": "内放办", "jianning": "建政发", "pingli": "平政办发", "sichuan": "指导意见"]
        var borrowed = 0
        for (name, document) in own {
            for entry in try Rulebook.embedded(name).entries where !entry.clause.contains(document) {
                borrowed += 1
                #expect(entry.decided != nil, "\(name): \(entry.path)")
            }
        }
        #expect(borrowed > 100)
    }

    @Test("Entries are found by setting and by heading, and differences are those of the values")
    func entries() throws {
        let standard = try Rulebook.embedded("standard")
        #expect(standard.entries(under: "clocks.acceptance.limit").map(\.value) == ["24"])
        #expect(
            standard.entries(under: "clocks.acceptance").map(\.key) == ["limit", "unit", "skip", "warn_before_minutes"])
        #expect(standard.entries(under: "clocks.accept").isEmpty)
        #expect(standard.differences(from: standard).isEmpty)
        let differences = standard.differences(from: try Rulebook.embedded("jianning"))
        #expect(differences.first?.path == "clocks.acceptance.limit")
        #expect(differences.first?.one?.value == "24" && differences.first?.other?.value == "0")
        let percent = try #require(differences.first { $0.path == "review.percent" })
        #expect(percent.one == nil && percent.other?.value == "20")
    }
}
