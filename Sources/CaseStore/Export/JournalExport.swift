import Casework
import Foundation
import GRDB

/// The journal as it is: unmasked, everything that the hashes are made of is in it, so that anybody can verify the chain
/// without this program. Masked, the bodies are others, and the hashes are only names of entries.
struct JournalExport: ExportTable {
    let context: ExportContext

    let columns = [
        "seq", "at", "actor", "actor_number", "subject_kind", "subject", "subject_number", "kind", "body", "prev",
        "hash",
        "masked",
    ]

    func count(in database: Database) throws -> Int {
        try Int.fetchOne(database, sql: "SELECT count(*) FROM journal") ?? 0
    }

    func rows(in database: Database, _ body: ([ExportValue]) throws -> Void) throws {
        let cursor = try Row.fetchCursor(
            database,
            sql: """
                SELECT seq, at, actor, subject_kind, subject, kind, body, prev, hash, cases.number, cases.applicant \
                FROM journal LEFT JOIN cases ON subject_kind = 'case' AND cases.id = subject ORDER BY seq
                """)
        while let row = try cursor.next() {
            let kind: String = try row.value(3)
            let subject: Int64 = try row.value(4)
            let member = kind == "staff" ? context.staff[StaffID(subject)] : nil
            let text: String = try row.value(6)
            let name = try row.value(10) as String? ?? member?.name ?? ""
            let shown =
                context.isMasked ? MaskedBody.text(text, kind: try row.value(5), about: kind, hiding: name) : text
            try body([
                .number((try row.value(0) as Int64)), .instant(Instant(milliseconds: try row.value(1))),
                .number((try row.value(2) as Int64)),
                .text(context.number(StaffID(try row.value(2)))), .text(kind), .number(subject),
                .text((try row.value(9) as String?) ?? member?.number), .text((try row.value(5) as String)),
                .json(shown),
                .text(Self.hex(try row.value(7))), .text(Self.hex(try row.value(8))), .flag(context.isMasked),
            ])
        }
    }

    private static func hex(_ bytes: Data) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// The body of an entry without what names a person.
enum MaskedBody {
    /// - Parameter name: of the person whom the entry is about, where the record knows one.
    static func text(_ body: String, kind: String, about subject: String, hiding name: String) -> String {
        if subject == "case" {
            // What cannot be read cannot be masked, and says nothing.
            guard let event = try? CaseEvent(kind: kind, body: body).masked(hiding: name), let text = try? event.body()
            else { return "{}" }
            return text
        }
        guard let value = try? JSONSerialization.jsonObject(with: Data(body.utf8)),
            let data = try? JSONSerialization.data(
                withJSONObject: masked(value, key: "", hiding: name), options: [.sortedKeys, .withoutEscapingSlashes])
        else { return "{}" }
        return String(decoding: data, as: UTF8.self)
    }

    /// What people typed stands in texts: phones and numbers in them are masked wherever they are. What is said about a
    /// member of the staff has fields of its own for phone and birthday.
    private static func masked(_ value: Any, key: String, hiding name: String) -> Any {
        switch value {
        case let object as [String: Any]:
            return object.reduce(into: [String: Any]()) { result, member in
                guard member.key != "birthday" else { return }
                result[member.key] = masked(member.value, key: member.key, hiding: name)
            }
        case let list as [Any]: return list.map { masked($0, key: key, hiding: name) }
        case let text as String:
            switch key {
            case "phone": return Masking.phone(text)
            // A body within a body, of an exchange by file: it cannot be masked piece by piece, so it says nothing.
            case "body", "content": return "{}"
            // Whom it is about is on the notice board; codes and names of places are nobody's.
            case "name", "number", "code", "village": return text
            default: return Masking.freeText(text, hiding: name)
            }
        default: return value
        }
    }
}
