import Foundation
import PseudoTerminal
import Testing

@Suite("Sheets and allowances, from the command line")
struct ReportTests {
    /// A centre with an agent, two reviewers and a director.
    private func office(_ folder: Folder) throws -> [String] {
        let database = ["--database", folder.path + "/centre.sqlite"]
        try Daiban.run(
            ["init", "--centre", "云溪镇便民服务中心", "--prefix", "YX", "--agent", "A01:周桂兰:石门村"] + database
        ).require()
        for (number, role) in [("R02", "reviewer"), ("D01", "director")] {
            try Daiban.run(
                ["staff", "add", "--as", "R01", "--number", number, "--name", "王\(number)", "--role", role] + database
            ).require()
        }
        return database
    }

    @Test("J9: a sheet goes through three hands; the same hand twice is refused, and a signed one stays")
    func threeHands() throws {
        let folder = try Folder()
        let database = try office(folder)
        func allowance(_ step: String, _ who: String, _ more: [String] = []) throws -> Child.Outcome {
            try Daiban.run(["allowance", step, "--quarter", "2020Q1", "--as", who] + more + database)
        }
        try allowance("prepare", "A01").require(exit: 2)
        try allowance("prepare", "R01").require()
        try allowance("review", "R01").require(exit: 2)
        try allowance("sign", "D01").require(exit: 2)
        try allowance("review", "R02").require()
        try allowance("return", "D01", ["--reason", "漏了一人"]).require()
        try allowance("prepare", "R02").require()
        try allowance("review", "R01").require()
        try allowance("sign", "D01").require()
        let again = try allowance("prepare", "R01")
        try again.require(exit: 2)
        #expect(again.errors.contains("2020Q1 已签发"))
        let shown = try Daiban.run(["report", "allowance", "--period", "2020Q1"] + database)
        try shown.require()
        #expect(shown.output.contains("已定") && shown.output.contains("签发：王D01"))
        #expect(try Daiban.run(["report", "allowance", "--period", "2020q1"] + database).output == shown.output)
        try Daiban.run(["verify", "--full"] + database).require()
    }

    @Test("J5: a summary is handed in once; the sheets come in four forms, and what cannot be made says why")
    func forms() throws {
        let folder = try Folder()
        let database = try office(folder)
        let handIn = ["report", "hand-in", "--village", "石门村", "--month", "2020-01", "--as", "A01"] + database
        try Daiban.run(handIn).require()
        #expect(try Daiban.run(handIn).output.contains("早已登记"))
        let report = ["report", "summary", "--period", "2020-01"] + database
        let csv = try Daiban.run(report + ["--format", "csv"])
        try csv.require()
        #expect(csv.output.unicodeScalars.first == "\u{FEFF}" && csv.output.contains("石门村"))
        struct Shown: Decodable {
            struct Row: Decodable { var key: String }
            var kind: String
            var isFixed: Bool
            var rows: [Row]
        }
        let json: Shown = try Daiban.run(report + ["--format", "json"]).decoded()
        #expect(json.kind == "summary" && json.isFixed && json.rows.map(\.key) == ["石门村"])
        let file = folder.path + "/summary.html"
        try Daiban.run(report + ["--format", "html", "--output", file]).require()
        #expect(try String(contentsOfFile: file, encoding: .utf8).hasPrefix("<!DOCTYPE html>"))
        let explained = try Daiban.run(report + ["--explain", "石门村/received"])
        try explained.require()
        #expect(explained.output.contains("收件  0"))
        try Daiban.run(report + ["--explain", "别处/received"]).require(exit: 4)
        try Daiban.run(report + ["--village", "别处"]).require(exit: 4)
        try Daiban.run(["report", "circular", "--period", "2020-01"] + database).require(exit: 2)
        try Daiban.run(["report", "summary", "--period", "2020-13"] + database).require(exit: 64)
        try Daiban.run(["report", "list"]).require()
    }

    @Test("J3, P6, P8: attendance, training and stars are made of what was written down, and say what of")
    func conduct() throws {
        let folder = try Folder()
        let database = try office(folder)
        let before = try Daiban.run(["report", "stars", "--period", "2020"] + database)
        try before.require()
        #expect(before.output.contains("没有评过点的村：石门村"))
        let training = try Daiban.run(["report", "training", "--period", "2020"] + database)
        try training.require()
        #expect(training.output.contains("全年至今已办／应办：县 0/"))
        try Daiban.run(
            [
                "checklist", "mark", "云溪镇便民服务中心", "--as", "R01", "--kind", "centre", "--hall", "12",
            ] + database
        ).require()
        struct Year: Decodable { var year: Int }
        let year: Year = try Daiban.run(["training", "list", "--json"] + database).decoded()
        let stars = ["report", "stars", "--period", "\(year.year)"] + database
        let made = try Daiban.run(stars)
        try made.require()
        #expect(made.output.contains("大厅12平方米"))
        let open = try Daiban.run(stars + ["--explain", "云溪镇便民服务中心/open"])
        try open.require()
        #expect(open.output.contains("没有看过"))
        let attendance = ["report", "attendance", "--period", "\(year.year)"] + database
        let sheet = try Daiban.run(attendance)
        try sheet.require()
        #expect(sheet.output.contains("周桂兰") && sheet.output.contains("未定，截至"))
        try Daiban.run(attendance + ["--explain", "A01/outside"]).require()
        try Daiban.run(attendance + ["--explain", "A01/duty-days"]).require(exit: 4)
    }

    @Test("W19: what is paid is set by who may, from a month on, and listed")
    func rates() throws {
        let folder = try Folder()
        let database = try office(folder)
        let set = [
            "allowance", "set", "--kind", "piece", "--name", "养老参保", "--amount", "3.5", "--from", "2026-01", "--ground",
            "计酬办法",
        ]
        try Daiban.run(set + ["--as", "R01"] + database).require(exit: 2)
        try Daiban.run(set + ["--as", "D01"] + database).require()
        let listed = try Daiban.run(["allowance", "rates"] + database)
        #expect(listed.output.contains("养老参保") && listed.output.contains("3.50"))
        let wrong = set.map { $0 == "3.5" ? "三块" : $0 }
        try Daiban.run(wrong + ["--as", "D01"] + database).require(exit: 64)
    }

    @Test("S13: support money is shown by village first, and entered by who sets what is paid")
    func support() throws {
        let folder = try Folder()
        let database = try office(folder)
        let share = ["allowance", "share", "--amount", "1000.01", "--from", "2026-12"]
        let early = try Daiban.run(share + database)
        try early.require(exit: 2)
        #expect(early.errors.contains("石门村") && early.errors.contains("daiban allowance village"))
        let village = ["allowance", "village", "石门村", "--residents", "1200", "--kilometres", "8"]
        try Daiban.run(village + ["--as", "R01"] + database).require(exit: 2)
        try Daiban.run(village + ["--as", "D01"] + database).require()
        let shown = try Daiban.run(share + database)
        try shown.require()
        #expect(shown.output.contains("1000.01") && shown.output.contains("只是看看"), "\(shown.output)")
        #expect(try Daiban.run(["allowance", "rates"] + database).output.isEmpty)
        let bare = try Daiban.run(share + ["--enter", "--as", "D01"] + database)
        #expect(bare.status == .exited(64) && bare.errors.contains("--ground"), "\(bare)")
        let enter = share + ["--enter", "--ground", "镇办 7 号"]
        try Daiban.run(enter + ["--as", "R01"] + database).require(exit: 2)
        try Daiban.run(enter + ["--as", "D01"] + database).require()
        let rates = try Daiban.run(["allowance", "rates"] + database).output
        #expect(rates.contains("石门村") && rates.contains("1000.01") && rates.contains("镇办 7 号"), "\(rates)")
        try Daiban.run(["verify", "--full"] + database).require()
    }
}
