import Casework
import Dashboard
import Foundation
import TerminalKit
import Testing

/// Every page of the wall as a text file that a person can read; see ``GoldenScreenTests``.
@Suite("Golden: the wall of the hall") struct WallGoldenTests {
    static let sizes = [(80, 24), (120, 36), (238, 64)]

    @Test("every page, at three sizes, in both languages", arguments: WallPage.allCases, Language.allCases)
    func pages(_ page: WallPage, _ language: Language) throws {
        for (columns, rows) in Self.sizes {
            var wall = Self.wall(columns, rows, language)
            wall.show(page)
            try Golden.compare(wall.screen, "Wall/\(page.rawValue)-\(columns)x\(rows)-\(language.rawValue)")
        }
    }

    @Test("two pages side by side, dark hours, no record, help, plain ASCII", arguments: Language.allCases)
    func others(_ language: Language) throws {
        let name = language.rawValue
        try Golden.compare(WallHarness(columns: 238, rows: 64, language: language).screen, "Wall/split-238x64-\(name)")
        var night = WallPlan()
        night.night = .init(from: 0, to: 1_440)
        try Golden.compare(
            WallHarness(columns: 120, rows: 36, language: language, plan: night).screen, "Wall/night-120x36-\(name)")
        var away = WallHarness(columns: 120, rows: 36, language: language, board: nil)
        away.send(.read(.failure(.notFound(path: "x.sqlite"))))
        try Golden.compare(away.screen, "Wall/away-120x36-\(name)")
        var help = Self.wall(120, 36, language)
        help.press(.character("?"))
        try Golden.compare(help.screen, "Wall/help-120x36-\(name)")
        var plain = WallHarness(
            columns: 120, rows: 36, language: language, plan: Self.plan, glyphs: Glyphs(.ascii))
        plain.show(.deadlines)
        try Golden.compare(plain.screen, "Wall/ascii-120x36-\(name)")
    }

    /// One page at a time on every screen.
    static var plan: WallPlan {
        var plan = WallPlan()
        plan.split = .never
        return plan
    }

    static func wall(_ columns: Int, _ rows: Int, _ language: Language) -> WallHarness {
        WallHarness(columns: columns, rows: rows, language: language, plan: plan)
    }
}

/// A recorded screen.
enum Golden {
    static func compare(_ screen: String, _ name: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .appendingPathComponent("Golden")
        let file = folder.appendingPathComponent(name + ".txt")
        if ProcessInfo.processInfo.environment["DAIBAN_RECORD"] != nil {
            try FileManager.default.createDirectory(
                at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
            try Data((screen + "\n").utf8).write(to: file)
            return
        }
        let recorded = String(decoding: try Data(contentsOf: file), as: UTF8.self)
        #expect(screen + "\n" == recorded, "\(name)")
    }
}
