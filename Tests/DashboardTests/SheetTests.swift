import CaseStore
@testable import Casework
import Dashboard
import Foundation
import TerminalKit
import Testing

/// Sheets on paper, as files that a person can read. Recorded anew as the screens are.
@Suite struct SheetTests {
    @Test(
        "Every sheet is as recorded, on both papers, as table, as JSON and as page", arguments: SheetKind.allCases,
        Language.allCases)
    func goldenSheets(_ kind: SheetKind, _ language: Language) throws {
        let sheet = try SheetSamples.sheet(kind)
        let wording = SheetWording(language: language, offset: .china)
        let name = "\(kind.rawValue)-\(language.rawValue)"
        // What the smallest screen has between the borders.
        for line in SheetText(wording, width: 76).lines(sheet) { #expect(DisplayWidth.of(line) <= 76, "\(name) 76") }
        for width in SheetText.paper {
            let text = SheetText(wording, width: width).pages(sheet)
            #expect(text.split(separator: "\n").allSatisfy { DisplayWidth.of($0) <= width }, "\(name) \(width)")
            try compare(text, "\(name)-\(width).txt")
        }
        try compare(SheetCSV.text(sheet, wording), "\(name).csv")
        try compare(SheetJSON.text(sheet, wording) + "\n", "\(name).json")
        try compare(SheetHTML.text(sheet, wording), "\(name).html")
    }

    @Test(
        "Names of people and places are in one piece at 80 columns, on paper and at the desk",
        arguments: Language.allCases)
    func wholeNames(_ language: Language) throws {
        let wording = SheetWording(language: language, offset: .china)
        let month = SheetSamples.month("2026-10")
        let lines = ["石门垭村", "两河口社区", "云溪街"].map { village in
            SummarySheet.Line(
                summary: VillageSummary(
                    village: village, month: month, items: ["城乡居民养老参保": 12, "养老待遇资格认证": 9, "住院费用报销": 5]),
                agents: ["周桂兰", "何有田", "欧阳修远"], approved: 11, handedIn: SheetSamples.at("2026-10-30 09:00"))
        }
        let summary = SummarySheet(lines, rule: try Rulebook.embedded("standard").agents.summary).sheet(
            .month(month), centre: SheetSamples.centre, village: nil, standing: .fixed,
            now: SheetSamples.at("2026-11-05 09:00"))
        for sheet in try [summary] + SheetKind.allCases.map({ try SheetSamples.sheet($0) }) {
            for width in [76, 80] {
                let text = SheetText(wording, width: width).lines(sheet)
                #expect(text.allSatisfy { DisplayWidth.of($0) <= width })
                for row in sheet.rows {
                    for (column, cell) in zip(sheet.columns, row.cells) where column.isName {
                        for name in wording.text(cell.value).split(separator: " ")
                        where DisplayWidth.of(String(name)) <= 12 {
                            #expect(text.contains { $0.contains(name) }, "\(sheet.kind) \(width): \(name)")
                        }
                    }
                }
            }
        }
    }

    @Test(
        "A month and a day are no formula: they stand in a table as they are, and texts that begin with a digit are sealed"
    )
    func plainDates() throws {
        let wording = SheetWording(language: .chinese, offset: .china)
        let csv = SheetCSV.text(try SheetSamples.sheet(.summary), wording)
        #expect(csv.contains(",2026-10,") && !csv.contains("'2026-10"))
        for kind in SheetKind.allCases {
            #expect(!SheetCSV.text(try SheetSamples.sheet(kind), wording).contains("'20"))
        }
    }

    @Test("A long sheet has its heading on every page, a form feed between pages, and its signatures once at the end")
    func pages() throws {
        let lines = (1...150).map { number in
            AttendanceSheet.Line(
                member: SheetSamples.member(Int64(number), "员\(number)", "石门垭村"),
                months: [
                    AttendanceMonth(
                        member: SheetSamples.member(Int64(number), "员\(number)", "石门垭村"),
                        month: SheetSamples.month("2026-10"), days: [], acceptedOutside: 20, acceptedOnDuty: 0)
                ])
        }
        let sheet = AttendanceSheet(lines).sheet(
            .month(SheetSamples.month("2026-10")), centre: SheetSamples.centre, village: nil, standing: .fixed)
        let wording = SheetWording(language: .chinese, offset: .china)
        let pages = SheetText(wording, width: 80).pages(sheet).components(separatedBy: "\u{0C}")
        #expect(pages.count == 3)
        for page in pages {
            #expect(page.contains("签到表") && page.contains("应到"))
            #expect(page.split(separator: "\n", omittingEmptySubsequences: false).count <= SheetText.pageLength + 2)
        }
        #expect(pages.filter { $0.contains("制表：") }.count == 1)
        #expect(pages.last?.contains("制表：") == true && pages.last?.contains("3000") == true)
    }

    @Test("No page has the signatures alone: the end of the table stays with them, whatever the number of rows")
    func signatures() throws {
        let wording = SheetWording(language: .chinese, offset: .china)
        for count in 40...60 {
            let lines = (1...count).map { number in
                SummarySheet.Line(
                    summary: VillageSummary(
                        village: "村\(number)", month: SheetSamples.month("2026-10"), items: ["养老": number]),
                    agents: ["员\(number)"], approved: 1, handedIn: SheetSamples.at("2026-10-30 09:00"))
            }
            let sheet = SummarySheet(lines, rule: try Rulebook.embedded("standard").agents.summary).sheet(
                .month(SheetSamples.month("2026-10")), centre: SheetSamples.centre, village: nil, standing: .fixed,
                now: SheetSamples.at("2026-11-05 09:00"))
            let pages = SheetText(wording, width: 80).pages(sheet).components(separatedBy: "\u{0C}")
            let last = try #require(pages.last)
            #expect(last.contains("制表：") && last.contains("村\(count) ") && last.contains("合计"), "\(count)")
            for page in pages {
                #expect(
                    page.split(separator: "\n", omittingEmptySubsequences: false).count <= SheetText.pageLength + 2,
                    "\(count)")
            }
        }
    }

    @Test("No cell runs as a formula, breaks a table or a page")
    func hostileText() throws {
        let changes = [
            RosterChange(
                at: SheetSamples.at("2026-10-12 09:00"), actor: StaffID(9), number: "A04", name: "=HYPERLINK(\"x\")<b>",
                kind: .enrolled, before: "a,b\u{1B}[2J", after: "@SUM(1)")
        ]
        let sheet = RosterSheet.sheet(
            changes, .month(SheetSamples.month("2026-10")), centre: SheetSamples.centre, standing: .fixed, names: [:])
        let wording = SheetWording(language: .english, offset: .china)
        let csv = SheetCSV.text(sheet, wording)
        #expect(csv.unicodeScalars.first == "\u{FEFF}")
        #expect(csv.contains("\"'=HYPERLINK(\"\"x\"\")<b>\"") && csv.contains("'@SUM(1)"))
        let html = SheetHTML.text(sheet, wording)
        #expect(html.contains("=HYPERLINK(&quot;x&quot;)&lt;b&gt;") && !html.contains("<b>"))
        for text in [html, SheetText(wording, width: 80).pages(sheet)] { #expect(!text.contains("\u{1B}")) }
        for foreign in ["http:", "https:", "src=", "url(", "@import", "<script"] { #expect(!html.contains(foreign)) }
    }

    @Test("Every word of a sheet is there in both languages; English ones hold no Chinese of the program")
    func words() {
        for message in SheetKind.allCases.flatMap({ [SheetMessage.kind($0), .about($0)] })
            + SheetColumn.allCases.map({ SheetMessage.column($0) })
        {
            #expect(!Message.sheet(message).text(.chinese).isEmpty)
            #expect(Message.sheet(message).text(.english).unicodeScalars.allSatisfy { $0.value < 0x2E80 })
        }
    }

    private func compare(_ text: String, _ name: String) throws {
        let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("Golden/Sheets/\(name)")
        if ProcessInfo.processInfo.environment["DAIBAN_RECORD"] != nil {
            try Data(text.utf8).write(to: file)
            return
        }
        #expect(text == String(decoding: try Data(contentsOf: file), as: UTF8.self), "\(name)")
    }
}

/// Sheets at the desk.
@Suite struct SheetDeskTests {
    private func opened() throws -> DeskHarness {
        var desk = DeskHarness(columns: 80, rows: 24)
        desk.type("R")
        return desk
    }

    @Test("R asks for this month's summary, brackets go to other months, arrows to other sheets")
    func choosing() throws {
        var desk = try opened()
        #expect(
            desk.effects == [
                .loadSheet(
                    SheetRequest(kind: .summary, period: .month(SheetSamples.month("2026-11")), isExplained: false))
            ])
        desk.type("[")
        #expect(
            desk.effects == [
                .loadSheet(
                    SheetRequest(kind: .summary, period: .month(SheetSamples.month("2026-10")), isExplained: false))
            ])
        desk.press(.right)
        #expect(
            desk.effects == [
                .loadSheet(
                    SheetRequest(kind: .attendance, period: .month(SheetSamples.month("2026-10")), isExplained: false))
            ]
        )
        desk.press(.right)
        let quarter = ReportPeriod.quarter(CivilQuarter(of: SheetSamples.month("2026-10")))
        #expect(desk.effects == [.loadSheet(SheetRequest(kind: .allowance, period: quarter, isExplained: false))])
        // Every sheet has its turn, and behind the last stands the first.
        var kinds: [SheetKind] = []
        for _ in SheetKind.allCases {
            desk.press(.right)
            if case .loadSheet(let request)? = desk.effects.first { kinds.append(request.kind) }
        }
        #expect(Set(kinds) == Set(SheetKind.allCases) && kinds.last == .allowance)
        desk.press(.escape)
        #expect(desk.state.overlay == nil)
    }

    @Test("An answer that was asked for before another choice is not shown; a refusal is")
    func answers() throws {
        var desk = try opened()
        desk.press(.right)
        let summary = SheetRequest(kind: .summary, period: .month(SheetSamples.month("2026-11")), isExplained: false)
        desk.send(.sheet(summary, .success(try SheetSamples.sheet(.summary))))
        #expect(!desk.screen.contains("石门垭村便民"))
        guard case .sheets(let open) = desk.state.overlay else {
            Issue.record("closed")
            return
        }
        #expect(open.sheet == nil)
        desk.send(.sheet(open.request, .failure(.villageUnknown("别处"))))
        #expect(desk.screen.contains("没有“别处”这个村"))
    }

    @Test("p sends the sheet that is shown to the printer, and says where it went")
    func printing() throws {
        var desk = try opened()
        desk.type("p")
        #expect(desk.effects.isEmpty)
        let sheet = try SheetSamples.sheet(.summary)
        desk.send(
            .sheet(
                SheetRequest(kind: .summary, period: .month(SheetSamples.month("2026-11")), isExplained: false),
                .success(sheet)))
        desk.type("p")
        #expect(desk.effects == [.issueSheet(sheet)])
        desk.send(.sheetIssued(.success(.file("receipts/summary-2026-11.txt"))))
        #expect(desk.screen.contains("receipts/summary-2026-11.txt"))
    }

    @Test("Without an outlet p says with which command the sheet becomes a file", arguments: Language.allCases)
    func noOutlet(_ language: Language) throws {
        var desk = DeskHarness(columns: 80, rows: 24, language: language)
        desk.type("R")
        let period = ReportPeriod.month(SheetSamples.month("2026-11"))
        desk.send(
            .sheet(
                SheetRequest(kind: .summary, period: period, isExplained: false),
                .success(try SheetSamples.sheet(.summary))))
        desk.type("p")
        desk.send(.sheetIssued(.failure(.notConfigured)))
        #expect(desk.screen.contains("daiban report summary --period 2026-11 --output"), "\(desk.screen)")
    }
}
