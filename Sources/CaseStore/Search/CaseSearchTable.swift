import Casework
import GRDB

/// The words of all cases.
enum CaseSearchTable: DerivedTable {
    static let name = "case_search"
    static let tables = ["search_names", "case_search", "case_search_terms"]
    static let table = "case_search"

    static func rebuild(in database: Database, step: () throws -> Void) throws {
        try SearchIndex(table: table, condition: "", database: database).rebuild(step: step)
    }

    static func differences(in database: Database, step: () throws -> Void) throws -> [DerivedDifference] {
        try SearchIndex(table: table, condition: "", database: database).differences(step: step)
    }
}

/// The words of the open ones.
enum OpenCaseSearchTable: DerivedTable {
    static let name = "open_case_search"
    static let tables = ["open_case_search", "open_case_search_terms"]
    static let table = "open_case_search"

    static func rebuild(in database: Database, step: () throws -> Void) throws {
        try index(in: database).rebuild(step: step)
    }

    static func differences(in database: Database, step: () throws -> Void) throws -> [DerivedDifference] {
        try index(in: database).differences(step: step)
    }

    private static func index(in database: Database) -> SearchIndex {
        SearchIndex(table: table, condition: "INDEXED BY cases_open_by_due WHERE cases.is_open = 1", database: database)
    }
}

/// One index of words, made anew and compared.
struct SearchIndex {
    let table: String
    /// Which cases are in it.
    let condition: String
    let database: Database

    /// So many rows are read between two steps.
    private static let stride = 1_024
    /// Cases are compared in groups of so many first.
    private static let group: Int64 = 256
    /// Of so many groups the cases that differ are named.
    private static let namedGroups = 64

    func rebuild(step: () throws -> Void) throws {
        try database.execute(sql: "INSERT INTO \(table) (\(table)) VALUES ('delete-all')")
        let insertion = try RawStatement(database, sql: "INSERT INTO \(table) (rowid, words) VALUES (?, ?)")
        // In the order of ids, as the index wants it: any other makes it write what it has after each step back.
        try walk(step: step, addsNames: true) { id, words in
            insertion.bind(id, 1)
            insertion.bind(words.text, 2)
            try insertion.run()
        }
    }

    /// Sums of what should be and of what is, by groups of cases, whatever the order; then the cases of the groups that
    /// differ one by one.
    func differences(step: () throws -> Void) throws -> [DerivedDifference] {
        let expected = try sums(of: nil, by: Self.group, step: step, from: .rows)
        let found = try sums(of: nil, by: Self.group, step: step, from: .index)
        let groups = Set(expected.keys).union(found.keys).filter { expected[$0] != found[$0] }
        guard !groups.isEmpty else { return [] }
        let named = Set(groups.sorted().prefix(Self.namedGroups))
        let ones = try sums(of: named, by: 1, step: step, from: .rows)
        let others = try sums(of: named, by: 1, step: step, from: .index)
        let ids = Set(ones.keys).union(others.keys).filter { ones[$0] != others[$0] }.sorted()
        var differences = try ids.prefix(999).map { id -> DerivedDifference in
            let number = try CaseProjection.number(of: CaseID(id), in: database)
            let named = DerivedDifference.CaseNamed(id: CaseID(id), number: number)
            if ones[id] == nil { return .caseExtra(named) }
            return others[id] == nil ? .caseMissing(named) : .caseMisplaced(named)
        }
        if groups.count > named.count { differences.append(.moreGroups(groups.count - named.count)) }
        return differences
    }

    /// Where pairs of case and word come from.
    private enum Source {
        case rows
        case index
    }

    /// The wrapping sum of the hashes of all pairs of case and word, which no order changes.
    ///
    /// - Parameter groups: only of the cases in these; `nil` means of all.
    private func sums(
        of groups: Set<Int64>?, by group: Int64, step: () throws -> Void, from source: Source
    ) throws -> [Int64: UInt64] {
        var sums: [Int64: UInt64] = [:]
        func add(_ id: Int64, _ word: UInt64) {
            if let groups, !groups.contains(id / Self.group) { return }
            sums[id / group, default: 0] &+= Self.mixed(word ^ UInt64(bitPattern: id) &* 0x9E37_79B9_7F4A_7C15)
        }
        switch source {
        case .rows: try walkExpected(step: step, add)
        case .index: try walkStored(step: step, add)
        }
        return sums
    }

    private func walkExpected(step: () throws -> Void, _ body: (Int64, UInt64) throws -> Void) throws {
        // A word that comes twice stands in the index once.
        var seen: [UInt64] = []
        try walk(step: step, addsNames: false) { id, words in
            seen.removeAll(keepingCapacity: true)
            var hash = Self.noBytes
            for byte in words.bytes {
                guard byte == 0x20 else {
                    hash = Self.hash(hash, byte)
                    continue
                }
                if !seen.contains(hash) {
                    seen.append(hash)
                    try body(id, hash)
                }
                hash = Self.noBytes
            }
        }
    }

    private func walkStored(step: () throws -> Void, _ body: (Int64, UInt64) throws -> Void) throws {
        let rows = try RawStatement(database, sql: "SELECT term, doc FROM \(table)_terms")
        // The same term comes for all its cases, one after the other.
        var term: [UInt8] = []
        var hash = Self.noBytes
        var walked = 0
        while try rows.next() {
            if !rows.holds(term, 0) {
                term = Array(rows.bytes(0))
                hash = term.reduce(Self.noBytes, Self.hash)
            }
            try body(rows.integer(1), hash)
            walked += 1
            if walked % (16 * Self.stride) == 0 { try step() }
        }
    }

    /// The words of each case as its row gives them.
    private func walk(
        step: () throws -> Void, addsNames: Bool, _ body: (Int64, SearchTokens) throws -> Void
    ) throws {
        var items = try SearchNames.all(.item, in: database)
        var villages = try SearchNames.all(.village, in: database)
        func id(_ name: String, _ kind: SearchNames.Kind, _ known: inout [String: Int64]) throws -> Int64 {
            if let id = known[name] { return id }
            // 0 is no id: such a case differs from whatever the index has.
            let id = addsNames ? try SearchNames.id(of: name, kind, in: database) : 0
            known[name] = id
            return id
        }
        let rows = try RawStatement(
            database, sql: "SELECT id, number, applicant, item, village, holder FROM cases \(condition) ORDER BY id")
        var walked = 0
        while try rows.next() {
            let words = SearchTokens(
                number: rows.text(1), applicant: rows.text(2), item: try id(rows.text(3), .item, &items),
                village: try id(rows.text(4), .village, &villages), holder: rows.isNull(5) ? nil : rows.integer(5))
            try body(rows.integer(0), words)
            walked += 1
            if walked % Self.stride == 0 { try step() }
        }
    }

    /// FNV-1a: of no bytes, and of one more.
    private static let noBytes: UInt64 = 0xCBF2_9CE4_8422_2325

    private static func hash(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }

    /// The finaliser of SplitMix64: sums of it say little when two values are exchanged for two others.
    private static func mixed(_ value: UInt64) -> UInt64 {
        var value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return value ^ value >> 31
    }
}
