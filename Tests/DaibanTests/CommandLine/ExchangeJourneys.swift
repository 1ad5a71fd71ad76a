import Foundation
import PseudoTerminal
import Testing

@Suite("Export, import again, and event logs, by the command line")
struct ExchangeJourneys {
    /// What `daiban import --json` prints for an event log.
    private struct LogSummary: Decodable {
        var rows: Int
        var cases: Int
        var events: Int
        var alreadyThere: Int
        var casesRejected: Int
        var rejectsFile: String?
    }

    /// What `daiban export --json` prints.
    private struct Exported: Decodable {
        var rows: Int
        var masked: Bool
    }

    private static let mapping = """
        name = "permits"
        format = "csv"
        delimiter = ","
        [events]
        case = "case"
        activity = "activity"
        time = "time"
        [activities]
        "Submit" = "registered"
        "Take" = "accepted"
        "Done" = "completed"
        "Yes" = "approved"
        [columns]
        item = "item"
        [blank]
        applicant = "(anonymous)"
        village = "石门村"
        [time]
        formats = ["yyyy-MM-dd HH:mm"]
        zone = "+08:00"
        [origin]
        default = "online"
        [kind]
        default = "window"
        """

    @Test("A masked export shows no applicant whole, is its owner's only, and is never written over another file")
    func masked() throws {
        let town = try Township()
        let path = town.folder.file("cases.csv")
        try town.run(["export", "cases", "--format", "xlsx-safe-csv", "--out", path]).require()
        let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
        #expect(bytes.starts(with: [0xEF, 0xBB, 0xBF]))
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
        #expect(String(decoding: bytes, as: UTF8.self).contains("*"))
        let again = try town.run(["export", "cases", "--format", "csv", "--out", path])
        #expect(again.status == .exited(1), "\(again)")
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
        try town.run(["export", "cases", "--format", "csv", "--out", path, "--replace"]).require()
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) != bytes)
        let refused = try town.run(["import", path, "--format", "csv"])
        #expect(refused.status == .exited(2), "\(refused)")
        let journal = try town.run(["export", "journal", "--format", "jsonl"])
        try journal.require()
        #expect(journal.output.split(separator: "\n").allSatisfy { $0.hasPrefix("{\"seq\":") })
        #expect(!journal.errors.isEmpty)
    }

    @Test("Unmasked needs a director and a reason; the cases go into an empty centre and come out as the same bytes")
    func roundTrip() throws {
        let town = try Township()
        let path = town.folder.file("cases.csv")
        let unmasked = ["export", "cases", "--format", "csv", "--unmasked"]
        #expect(try town.run(unmasked + ["--as", "R01", "--reason", "交接", "--out", path]).status == .exited(2))
        #expect(try town.run(unmasked + ["--as", "R01", "--out", path]).status == .exited(64))
        #expect(!FileManager.default.fileExists(atPath: path))
        // The made-up township has a director.
        let exported: Exported = try town.run(
            unmasked + ["--as", "D01", "--reason", "交接", "--out", path, "--json"]
        ).decoded()
        #expect(!exported.masked)
        let people = town.folder.file("staff.jsonl")
        let staff = ["export", "staff", "--format", "jsonl", "--unmasked", "--as", "D01", "--reason", "交接"]
        try town.run(staff + ["--out", people]).require()

        let other = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        #expect(try other.run(["import", people, "--format", "jsonl"]).status == .exited(64))
        // R01 is there already, by another name: that one row is left out, and the exit code says so.
        #expect(try other.run(["import", people, "--format", "jsonl", "--as", "R01"]).status == .exited(6))
        let summary: ImportSummary = try other.run(["import", path, "--format", "csv", "--json"]).decoded()
        #expect(summary.imported == exported.rows)
        #expect(try other.isSound())
        let back = other.folder.file("back.csv")
        try other.run(unmasked + ["--as", "D01", "--reason", "核对", "--out", back]).require()
        #expect(try Data(contentsOf: URL(fileURLWithPath: back)) == Data(contentsOf: URL(fileURLWithPath: path)))
        #expect(try town.isSound())
    }

    @Test("An event log becomes whole histories; a history that cannot have been is set aside with its case")
    func eventLog() throws {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        let log = try town.folder.write(
            """
            case,activity,time,item
            P-2,Submit,2026-03-02 09:00,办证
            P-1,Yes,2026-03-05 09:00,办证
            P-1,Done,2026-03-04 09:00,办证
            P-1,Take,2026-03-03 09:00,办证
            P-1,Submit,2026-03-02 09:00,办证
            P-3,Yes,2026-03-02 09:00,办证

            """, to: "log.csv")
        let mapping = try town.folder.write(Self.mapping, to: "map.toml")
        let outcome = try town.run(["import", log, "--mapping", mapping, "--as", "R01", "--json"])
        #expect(outcome.status == .exited(6), "\(outcome)")
        let summary: LogSummary = try outcome.decoded()
        #expect(summary.rows == 6)
        #expect(summary.cases == 2)
        #expect(summary.events == 5)
        #expect(summary.casesRejected == 1)
        #expect(try town.show("P-1").events.reversed() == ["registered", "accepted", "completed", "approved"])
        #expect(try town.show("P-2").state == "pending")
        #expect(try town.isSound())
        let again: LogSummary = try town.run(["import", log, "--mapping", mapping, "--as", "R01", "--json"]).decoded()
        #expect(again.alreadyThere == 2)
        #expect(again.cases == 0)
        let both = try town.run(["import", log, "--mapping", mapping, "--format", "csv"])
        #expect(both.status == .exited(64), "\(both)")
    }

    @Test(
        "W10, J9: approvals of an event log stand in the sheets of their months, and --explain lists them with their case"
    )
    func eventLogExplained() throws {
        let town = try Township(centre: "某某镇便民服务中心", prefix: "MM")
        try town.run([
            "staff", "add", "--as", "R01", "--number", "A01", "--name", "周桂兰", "--role", "agent", "--village", "石门村",
        ]).require()
        let log = try town.folder.write(
            """
            case,activity,time,item
            P-1,Submit,2026-03-02 09:00,办证
            P-1,Take,2026-03-03 09:00,办证
            P-1,Done,2026-03-04 09:00,办证
            P-1,Yes,2026-03-05 09:00,办证
            P-2,Submit,2026-03-06 09:00,办证
            P-2,Take,2026-03-07 09:00,办证
            P-2,Done,2026-03-08 09:00,办证
            P-2,Yes,2026-04-02 09:00,办证

            """, to: "log.csv")
        let mapping = try town.folder.write(Self.mapping, to: "map.toml")
        try town.run(["import", log, "--mapping", mapping, "--as", "R01"]).require()
        func explained(_ kind: String, _ period: String, _ address: String) throws -> String {
            let outcome = try town.run(["report", kind, "--period", period, "--explain", address])
            try outcome.require()
            return outcome.output
        }
        for (kind, address) in [("summary", "石门村/approved"), ("performance", "A01/办证/approved")] {
            let march = try explained(kind, "2026-03", address)
            #expect(march.contains("2026-03-05 09:00  P-1  办证") && !march.contains("P-2"), "\(march)")
            let april = try explained(kind, "2026-04", address)
            #expect(april.contains("2026-04-02 09:00  P-2  办证") && !april.contains("P-1"), "\(april)")
        }
        let appraised = try town.run(["appraisal", "--person", "A01", "--period", "2026-03", "--explain", "approved"])
        #expect(appraised.output.contains("P-1") && !appraised.output.contains("P-2"), "\(appraised)")
        #expect(try town.isSound())
    }
}
