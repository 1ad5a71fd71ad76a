import Casework
import GRDB
import Testing

@testable import CaseStore

@Suite("Searching through all cases") struct SearchTests {
    private static let names = [
        "张三", "张三丰", "单雄信", "曾国", "尉迟恭", "欧阳修远", "王杰", "李100%", "Anna Berg", "阿卜杜拉·买买提", "Zsolt", "重阳", "a_b\"c",
        "x' OR 1", "赵赵赵", "𬬭铁",
    ]

    private func office() throws -> Office {
        let office = try Office()
        for (index, name) in Self.names.enumerated() {
            try office.register(
                name, item: index % 2 == 0 ? "城乡居民养老保险" : "社保卡申领", village: ["石门垭", "两河口", "Old_Mill"][index % 3])
        }
        return office
    }

    private func found(_ text: String, in office: Office) throws -> [String] {
        try office.store.search(text, limit: 1_000).rows.map(\.number).reversed().map { number in
            Self.names[Int(number.suffix(4))! - 1]
        }
    }

    private static let expectations: [(typed: String, names: [String])] = [
        ("张三", ["张三", "张三丰"]), ("zs", ["张三", "张三丰", "Zsolt"]), ("zsf", ["张三丰"]), ("sxx", ["单雄信"]),
        ("cg", ["曾国", "尉迟恭"]), ("ycg", ["尉迟恭"]), ("oy", ["欧阳修远"]), ("张s", ["张三", "张三丰"]),
        ("zs ylbx", ["张三", "Zsolt"]), ("zs sbk", ["张三丰"]), ("王杰", ["王杰"]), ("杰", ["王杰"]), ("anna", ["Anna Berg"]),
        ("berg ANNA", ["Anna Berg"]), ("买买提", ["阿卜杜拉·买买提"]), ("·", ["阿卜杜拉·买买提"]), ("cy", ["重阳"]), ("zy", ["重阳"]),
        ("100%", ["李100%"]), ("%", ["李100%"]), ("_", ["单雄信", "欧阳修远", "Anna Berg", "重阳", "a_b\"c", "赵赵赵"]),
        ("\"", ["a_b\"c"]), ("'", ["x' OR 1"]), ("0003", ["单雄信"]), ("16", ["𬬭铁"]), ("yx261120-0007", ["王杰"]),
        ("zs 0002", ["张三丰"]), ("石门垭 zs", ["张三"]), ("hyt 三", ["张三丰"]), ("何有田 王", []), ("赵赵", ["赵赵赵"]), ("赵赵赵赵", []),
        ("ltie", []), ("lt", ["Zsolt", "𬬭铁"]), ("", []), ("   ", []),
    ]

    @Test("Words find cases by name, initials, item, village, agent and number")
    func finds() throws {
        let office = try office()
        for (typed, names) in Self.expectations { #expect(try found(typed, in: office) == names, "\(typed)") }
    }

    private static let hostile = [
        "\" OR \"", "zs OR 1", "zs*", "NEAR(zs 王)", "words:zs", "-zs", "^zs", "(zs", "zs)", "\u{0}", "zs\u{0}",
        "\u{80}0031",
        "\u{83}1", "{zs}", "zs AND", "NOT zs", "+", "\\", "''", "\u{E025}", "\u{E022} OR \u{E022}", "；;--", "😀",
    ]

    @Test("Nothing that is typed is understood as anything but itself")
    func hostile() throws {
        let office = try office()
        for typed in Self.hostile {
            let expected = try bruteForce(typed, in: office)
            #expect(try found(typed, in: office) == expected, "\(typed)")
            let page = try office.desk(.pending, QueueRequest(filter: typed, limit: 99))
            #expect(page.total == expected.count, "\(typed)")
        }
    }

    /// What the words mean, told over the rows.
    private func bruteForce(_ text: String, in office: Office) throws -> [String] {
        let words = SearchWord.words(text)
        return try office.store.read { database in
            try Row.fetchAll(
                database,
                sql: """
                    SELECT cases.applicant, cases.number, cases.item, cases.village, staff.name FROM cases \
                    LEFT JOIN staff ON staff.id = holder ORDER BY cases.id
                    """)
        }.filter { row in
            words.allSatisfy { word in
                let number = SearchedText(row[1] as String).characters
                if SearchedText(row[0] as String, isPerson: true).contains(word) { return true }
                if let agent = row[4] as String?, SearchedText(agent, isPerson: true).contains(word) { return true }
                if NumberSearch.matches(number, word) { return true }
                return !word.isLoneLetter
                    && [row[2] as String, row[3] as String].contains { SearchedText($0).contains(word) }
            }
        }.map { $0[0] }
    }

    @Test("Random words find what looking at every case finds, in the list, the filter and the search")
    func randomWords() throws {
        let office = try office()
        var chance = Chance(11)
        let pieces =
            Array("张三丰单雄信曾国王杰李1003%anbergzsyolwxcjq·_养老保卡石门何有").map(String.init) + [" ", "26", "00", "-", "yx"]
        for _ in 0..<200 {
            let typed = (0..<chance.below(4) + 1).map { _ in pieces[chance.below(pieces.count)] }.joined()
            let expected = try bruteForce(typed, in: office)
            if SearchWord.words(typed).isEmpty { continue }
            #expect(try found(typed, in: office) == expected, "\(typed)")
            let page = try office.desk(.pending, QueueRequest(filter: typed, limit: 99))
            #expect(page.total == expected.count && page.rows.count == expected.count, "\(typed)")
            #expect(try office.store.list(CaseListQuery(filter: typed)).count == expected.count, "\(typed)")
        }
    }

    @Test("The newest come first, as many as are wanted, and no more are counted than anybody reads")
    func bounds() throws {
        let office = try Office()
        try office.store.batch { writer in
            for _ in 0..<520 {
                try writer.register(
                    office.intake("张三"), number: nil, history: nil, source: nil, acceptance: office.deadline(90),
                    at: Office.morning, by: office.wang.id)
            }
        }
        let found = try office.store.search("z", limit: 3)
        #expect(found.rows.map(\.id.value) == [520, 519, 518])
        #expect(found.total == CaseStore.searchBound && found.hasMore)
        #expect(try office.desk(.pending, QueueRequest(filter: "z", limit: 9)).total == 520)
        #expect(found.rows[0].applicant == "张*")
    }

    @Test("A word that is missing, one too many, and another are found and named")
    func tampering() throws {
        for (sql, id, make) in [
            ("INSERT INTO case_search (rowid, words) VALUES (3, '王')", 3, DerivedDifference.caseMisplaced),
            ("INSERT INTO case_search (rowid, words) VALUES (99, '王')", 99, DerivedDifference.caseExtra),
            (
                "DELETE FROM cases WHERE id > 3; INSERT INTO case_search (case_search) VALUES ('delete-all')", 3,
                DerivedDifference.caseMissing
            ),
            ("UPDATE cases SET applicant = '别人' WHERE id = 3", 3, DerivedDifference.caseMisplaced),
        ] as [(String, Int64, (DerivedDifference.CaseNamed) -> DerivedDifference)] {
            let office = try office()
            // People know a case by its number; one without a row has none.
            let number = try office.store.read { try CaseProjection.number(of: CaseID(id), in: $0) }
            try office.tamper("PRAGMA foreign_keys = OFF; \(sql)")
            let found = try office.store.read { try CaseSearchTable.differences(in: $0, step: {}) }
            #expect(found.last == make(DerivedDifference.CaseNamed(id: CaseID(id), number: number)), "\(found)")
            try office.store.write { try CaseSearchTable.rebuild(in: $0.database, step: {}) }
            let mended = try office.store.read { try CaseSearchTable.differences(in: $0, step: {}) }
            #expect(mended.isEmpty)
        }
    }

    @Test("Making anew and comparing can be stopped")
    func stopping() throws {
        struct Stop: Error {}
        let office = try Office()
        try office.store.batch { writer in
            for _ in 0..<1_100 {
                try writer.register(
                    office.intake("张三"), number: nil, history: nil, source: nil, acceptance: office.deadline(90),
                    at: Office.morning, by: office.wang.id)
            }
        }
        #expect(throws: Stop.self) {
            try office.store.write { try CaseSearchTable.rebuild(in: $0.database) { throw Stop() } }
        }
        let kept = try office.store.read { try CaseSearchTable.differences(in: $0, step: {}) }
        #expect(kept.isEmpty)
    }
}
