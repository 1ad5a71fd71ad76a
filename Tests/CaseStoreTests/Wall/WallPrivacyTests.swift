import Casework
import Foundation
import GRDB
import Testing

@testable import CaseStore

@Suite("Nothing personal reaches the wall")
struct WallPrivacyTests {
    private static let identity = "999999199003070012"
    private static let phone = "14000001234"
    private static let name = "欧阳修远"
    private static let plant = "\(name)\(identity)，电话\(phone)"

    /// An office with something of everything, and of what the wall shows a little more.
    private func office(at path: String) throws -> (rules: Rules, now: Instant) {
        try SampleOffice.make(at: path)
        let store = try CaseStore.open(at: path)
        let rules = Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china)
        let now = Office.morning.advanced(minutes: 60)
        let today = CivilDate("2026-11-20")!
        let zhou = try #require(try store.staff(number: "A01"))
        let he = try #require(try store.staff(number: "A02"))
        let reviewer = Actor(try #require(try store.staff(number: "R01")))
        _ = try store.attend(
            AttendanceCall(zhou.id, at: now, source: AttendanceSource(.kiosk, host: "大厅")), rules: rules, now: now)
        try store.batch { writer in
            try writer.change(zhou.id, at: now, by: reviewer) { $0.phone = "0377-66001234" }
            let request = try writer.askLeave(
                try DutySpan(from: today, to: today), of: he.id, reason: "陪父亲看病", rules: rules, at: now,
                by: Actor(he))
            try writer.decideLeave(
                request.id, of: he.id, isGranted: true, note: "同意", standIn: zhou, rules: rules, at: now, by: reviewer)
            let exception = try DutyException(
                village: "Old_Mill", from: today, to: today, kind: .hours, hours: [.init(from: 540, to: 600)],
                reason: "停水")
            try writer.record(.dutyExcepted(exception), at: now, by: reviewer.id)
            let correction = try SessionCorrection(
                session: DutySessionID(day: today, number: 1), state: .late, reason: "门没开")
            try writer.record(.sessionCorrected(correction), about: zhou.id, at: now, by: reviewer.id)
        }
        for text in ["周六照常值班", "今日停电"] {
            let draft = NoticeDraft(text: text, from: today, to: today.advanced(days: 9))
            _ = try store.post(draft, by: reviewer, at: now)
        }
        try store.removeNotice(2, reason: "已来电", by: reviewer, at: now)
        return (rules, now)
    }

    @Test(
        "Identity numbers, phones and full names that stand in every text of the record are in no text of the board")
    func planted() throws {
        let folder = try temporaryFolder()
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let path = folder + "/office.db"
        let (rules, now) = try office(at: path)
        let before = try WallRecord(path: path, rules: rules).board(at: now)

        let places = try Planting(plant: Self.plant).plant(in: path)
        let queue = try DatabaseQueue(path: path)
        try queue.writeWithoutTransaction {
            try $0.execute(sql: "UPDATE cases SET applicant = ?", arguments: [Self.name])
        }
        try queue.close()
        // What is looked for has to be there.
        for place in [
            "cases.item", "campaigns.body", "staff.body", "notice_removals.reason", "journal.body", "outbox.detail",
            "calendar_changes.body", "items.name", "attendance.kind",
        ] {
            #expect(places.contains(place) != (place == "attendance.kind"), "\(place)")
        }

        let board = try WallRecord(path: path, rules: rules).board(at: now)
        var text = ""
        dump(board, to: &text)
        for secret in [
            Self.identity, Self.phone, Self.name, "修远", "19900307", "张三", "李四", "王五", "赵六", "周八", "钱一", "陪父亲",
            "停水", "门没开", "已来电", "不属本镇", "户口簿",
        ] {
            #expect(!text.contains(secret), "\(secret)")
        }
        // The board was read, and is the same but for the masked names.
        #expect(board.ready.map(\.name) == ["欧阳**"])
        #expect(board.agents == before.agents && board.agents.map(\.presence).contains(.onLeave))
        #expect(board.today == before.today && board.villages == before.villages)
        #expect(board.notices.map(\.text) == ["周六照常值班"])
        #expect(!board.items.isEmpty && !board.hours.next.isEmpty)
        for shown in ["周桂兰", "0377-66001234", "石门垭", "高龄津贴申领"] { #expect(text.contains(shown), "\(shown)") }
    }
}

/// Writes a text behind every text that a file holds, and into every text column that is empty: what somebody typed, not the
/// words that the program itself keeps, and not what a centre publishes: the names of the centre, of its villages, of days off
/// and of the staff with their contacts, the catalogue and the notices.
private struct Planting {
    let plant: String

    private static let published: Set<String> = [
        "centre.name", "centre.prefix", "villages.name", "cases.village", "cases.number", "staff.name", "staff.village",
        "staff.number", "duty_exceptions.village", "village_summaries.village", "notices.text", "service_items.name",
        "service_item_versions.body",
    ]
    private static let publishedKeys: Set<String> = ["name", "phone", "village", "number", "off"]

    /// - Returns: the columns that hold the text now.
    func plant(in path: String) throws -> Set<String> {
        let queue = try DatabaseQueue(path: path)
        defer { try? queue.close() }
        return try queue.writeWithoutTransaction { database in
            try database.execute(sql: "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON")
            for trigger in SchemaStep.guards { try database.execute(sql: "DROP TRIGGER \(trigger)") }
            var places: Set<String> = []
            let tables = try String.fetchAll(
                database,
                sql: """
                    SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%' \
                    AND name NOT LIKE '%case_search%'
                    """)
            for table in tables {
                let hasRows = try Row.fetchOne(database, sql: "SELECT 1 FROM \(table)") != nil
                for column in try database.columns(in: table) where column.type == "TEXT" && hasRows {
                    let place = "\(table).\(column.name)"
                    guard !Self.published.contains(place) else { continue }
                    if try plant(table, column.name, database) { places.insert(place) }
                }
            }
            return places
        }
    }

    private func plant(_ table: String, _ column: String, _ database: Database) throws -> Bool {
        var isPlanted = false
        let key = try database.primaryKey(table)
        let identity = key.rowIDColumn.map { [$0] } ?? key.columns
        for row in try Row.fetchAll(
            database, sql: "SELECT \((identity + [column]).joined(separator: ", ")) FROM \(table)")
        {
            let text: String? = row[identity.count]
            let fresh: String?
            if column == "body" {
                fresh = try text.map { try planted(inJSON: $0, table) }
            } else if let text {
                fresh = Self.isTyped(text) ? text + plant : nil
            } else {
                // Of these the program keeps one of its own words, or none.
                fresh = ["clock", "campaign", "site", "channel", "mark"].contains(column) ? nil : plant
            }
            guard let fresh, fresh != text else { continue }
            isPlanted = true
            try database.execute(
                sql: """
                    UPDATE \(table) SET \(column) = ? \
                    WHERE \(identity.map { "\($0) IS ?" }.joined(separator: " AND "))
                    """,
                arguments: StatementArguments([fresh.databaseValue] + identity.indices.map { row[$0] as DatabaseValue })
            )
        }
        return isPlanted
    }

    private func planted(inJSON text: String, _ table: String) throws -> String {
        let value = try JSONSerialization.jsonObject(with: Data(text.utf8), options: [.fragmentsAllowed])
        // Of these the wall may show the names.
        let keepsNames = ["staff", "calendar_changes"].contains(table)
        let data = try JSONSerialization.data(
            withJSONObject: planted(value, keepsNames), options: [.sortedKeys, .fragmentsAllowed])
        return String(decoding: data, as: UTF8.self)
    }

    private func planted(_ value: Any, _ keepsNames: Bool) -> Any {
        switch value {
        case let text as String: return Self.isTyped(text) ? text + plant : text
        case let list as [Any]: return list.map { planted($0, keepsNames) }
        case let object as [String: Any]:
            return Dictionary(
                uniqueKeysWithValues: object.map { key, value in
                    (key, keepsNames && Self.publishedKeys.contains(key) ? value : planted(value, keepsNames))
                })
        default: return value
        }
    }

    /// The program's own words, dates, numbers and codes are ASCII; what people type in such an office is not.
    private static func isTyped(_ text: String) -> Bool { text.unicodeScalars.contains { $0.value >= 0x2E80 } }
}
