import Foundation
import PseudoTerminal
import Testing

/// Texts that would steer a terminal, hide something or shift a column come in by import, by the command line, by typing
/// and by paste, and are looked at on every screen. Beside each desk with such texts stands a twin with harmless ones: what
/// does not belong to a text must be the same on both.
@Suite("Hostile text on the real screen")
struct HostileTextJourneys {
    private static let numbers = (1...8).map { "HT250106-000\($0)" }

    /// What stands in the cells of the import, written in ASCII so that it is safe to read. Classes after ECMA-48, xterm's
    /// ctlseqs, UAX #9 and Trojan Source (Boucher and Anderson 2021).
    private static let texts = [
        "\u{1B}]0;PWNED\u{7}", "\u{1B}[2J\u{1B}[H", "\u{1B}[?1049l\u{1B}[?25l\u{1B}[?1003h", "\u{1B}[1;2r\u{1B}[?6h",
        "\u{1B}]52;c;ZXZpbA==\u{7}", "\u{1B}P$qm\u{1B}\\", "\u{1B}(0lqqk\u{E}", "\u{1B}c\u{1B}#8\u{1B}[!p",
        "\u{9B}2J\u{9D}0;PWNED\u{9C}", "\u{1B}]8;;http://evil.example/\u{1B}\\", "\u{8}\u{8}\u{8}\u{D}x\u{B}y\u{C}z",
        "\u{1B}[6n\u{5}\u{1B}[c", "a\tb\nc\u{85}d\u{2028}e", "\u{202E}\u{2066}gpj.exe\u{200F}",
        "\u{5F20}\u{200B}\u{2060}\u{FEFF}\u{4E09}",
        "x" + String(repeating: "\u{301}", count: 200), "\u{301}\u{20DD}\u{FE0F}\u{200D}",
        "\u{1F468}\u{200D}\u{1F469}\u{200D}\u{1F467}\u{1F1E8}\u{1F1F3}\u{1F1E8}",
        "\u{260E}\u{FE0F}1\u{FE0F}\u{20E3}\u{1F44D}\u{1F3FD}\u{1F3FD}",
        "\u{1100}\u{1161}\u{11A8}\u{1100}\u{3164}\u{FFA0}\u{2800}", "\u{5D0}\u{5D1} 12 \u{627}\u{644}\u{FDFD}",
        "\u{E000}\u{F0000}\u{378}\u{1FAE0}\u{4DC0}\u{17000}\u{30EDD}",
        "\u{915}\u{94D}\u{937}\u{93E}\u{E01}\u{E33}\u{FF76}\u{FF9E}",
        "\u{845B}\u{E0100}\u{E0101}a\u{E0041}\u{E007F}\u{AD}",
    ]

    private static let mapping = """
        name = "hostile"
        encoding = "utf-8"
        delimiter = ","
        [columns]
        number = "number"
        submitted = "submitted"
        item = "item"
        village = "village"
        applicant = "applicant"
        note = ["note"]
        [time]
        formats = ["yyyy-MM-dd HH:mm:ss"]
        zone = "+08:00"
        [blank]
        applicant = "?"
        item = "?"
        village = "?"
        [state]
        default = "pending"
        [origin]
        default = "online"
        [kind]
        default = "window"

        """

    /// A centre with eight imported cases; `text` says what stands in each of their fields.
    private func township(_ text: (Int) -> String) throws -> Township {
        let town = try Township(centre: "\u{4E91}\u{6EAA}\u{9547}", prefix: "HT")
        var table = "number,submitted,item,village,applicant,note\r\n"
        for (index, number) in Self.numbers.enumerated() {
            // In the item and the note between two letters, in the village and the name as it is.
            let fields = [
                "\u{4E8B}\(text(index))\u{9879}", text(index + 8), text(index + 16),
                "\u{8BF4}\(text(index + 12))\u{660E}",
            ]
            let quoted = fields.map { "\"" + $0.replacing("\"", with: "\"\"") + "\"" }
            table += "\(number),2025-01-06 09:0\(index):00,\(quoted.joined(separator: ","))\r\n"
        }
        let outcome = try town.run([
            "import", town.folder.write(table, to: "cases.csv"), "--mapping",
            town.folder.write(Self.mapping, to: "mapping.toml"), "--json",
        ])
        try outcome.require()
        #expect(try outcome.decoded(ImportSummary.self).imported == Self.numbers.count)
        return town
    }

    private func hostileTownship() throws -> Township { try township { Self.texts[$0 % Self.texts.count] } }

    private func harmlessTownship() throws -> Township { try township { _ in "\u{5BFB}\u{5E38}" } }

    // MARK: What must hold

    /// Nothing was obeyed, nothing is hidden, and the lines of all boxes stand where they stand on the twin.
    private func expectUntouched(
        _ desk: Desk, like twin: Desk, sourceLocation: SourceLocation = #_sourceLocation
    ) {
        let screen = desk.screen
        #expect(screen.unknownSequences.isEmpty, "\(screen.unknownSequences)", sourceLocation: sourceLocation)
        #expect(screen.title == "", sourceLocation: sourceLocation)
        #expect(screen.bellCount == twin.screen.bellCount, sourceLocation: sourceLocation)
        #expect(screen.modes == twin.screen.modes, sourceLocation: sourceLocation)
        #expect(screen.isDesk, sourceLocation: sourceLocation)
        #expect(boxes(on: screen) == boxes(on: twin.screen), "\(screen.picture)", sourceLocation: sourceLocation)
        expectVisible(screen.text, sourceLocation: sourceLocation)
    }

    /// The lines of boxes, each row as text with blanks for everything else.
    private func boxes(on screen: TerminalModel) -> [String] {
        (0..<screen.rows).map { row in
            (0..<screen.columns).map { column in
                let text = screen.cell(column: column, row: row).text
                return ["\u{2502}", "\u{250C}", "\u{2510}", "\u{2514}", "\u{2518}"].contains(text) ? text : " "
            }.joined()
        }
    }

    /// No control, no mark of direction, nothing without a width but what belongs to an emoji.
    private func expectVisible(_ text: String, sourceLocation: SourceLocation = #_sourceLocation) {
        let hidden = text.unicodeScalars.filter { scalar in
            switch scalar.value {
            case 0x0A, 0x200D, 0xFE0F: false
            case 0..<0x20, 0x7F..<0xA0, 0xAD, 0x61C, 0x115F, 0x1160, 0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F,
                0x2800, 0x3164, 0xFEFF, 0xFFA0, 0xE0000..<0xE0080:
                true
            default: false
            }
        }
        #expect(hidden.isEmpty, "\(hidden)", sourceLocation: sourceLocation)
    }

    private func open(_ town: Township) throws -> Desk {
        let desk = try Desk(town)
        try desk.terminal.waitUntil("all rows") { $0.numbers(in: .pending) == Self.numbers }
        return desk
    }

    // MARK: Journeys

    @Test("Imported hostile texts change nothing on panes, details and cards but their own cells")
    func imported() throws {
        let desk = try open(hostileTownship())
        let twin = try open(harmlessTownship())
        expectUntouched(desk, like: twin)
        #expect(desk.screen.find("\u{241B}") != nil, "what was refused is to be seen: \(desk.screen.picture)")

        for (index, number) in Self.numbers.enumerated() {
            for side in [desk, twin] {
                try side.waitUntilSelected(number)
                try side.terminal.press(.enter)
                try side.terminal.waitUntil("\u{75D5}\u{8FF9}\u{FF08}")  // the heading of the trace
            }
            expectUntouched(desk, like: twin)
            #expect(desk.screen.find(number) != nil)
            for side in [desk, twin] {
                try side.terminal.press(.escape)
                try side.terminal.waitUntil("the panes") { $0.numbers(in: .pending) == Self.numbers }
                if index + 1 < Self.numbers.count { try side.terminal.press(.down) }
            }
        }
        expectUntouched(desk, like: twin)

        try desk.openCard("t", title: Words.acceptCard)
        expectVisible(desk.screen.text)
        #expect(desk.screen.unknownSequences.isEmpty, "\(desk.screen.unknownSequences)")
        try desk.terminal.press(.escape)
        try desk.terminal.waitUntil(absent: Words.acceptCard)
        try desk.terminal.waitUntil("the panes") { $0.numbers(in: .pending) == Self.numbers }
        #expect(boxes(on: desk.screen) == boxes(on: twin.screen), "\(desk.screen.picture)")

        try desk.leave()
        #expect(desk.screen.isGivenBack)
        #expect(desk.screen.title == "")
    }

    @Test("Hostile texts typed and pasted into the filter change nothing but their own cells")
    func typed() throws {
        let desk = try open(hostileTownship())
        let twin = try open(harmlessTownship())
        let everything = Self.texts.joined(separator: " ")
        // What a keyboard can send as text; controls are keys.
        let typeable = everything.unicodeScalars.filter { $0.value >= 0xA0 || (0x20..<0x7F).contains($0.value) }
        for side in [desk, twin] {
            try side.terminal.press(.character("/"))
            try side.terminal.waitUntil(Words.filterHint)
        }
        try desk.terminal.type(String(String.UnicodeScalarView(typeable)))
        try desk.terminal.paste(everything)
        try desk.terminal.type("\u{9F98}")
        try desk.waitUntil(.pending, counts: "0/\(Self.numbers.count)")
        try desk.terminal.waitUntil("\u{9F98}")
        #expect(desk.screen.unknownSequences.isEmpty, "\(desk.screen.unknownSequences)")
        #expect(desk.screen.title == "")
        #expect(desk.screen.modes == twin.screen.modes)
        expectVisible(desk.screen.text)
        for side in [desk, twin] {
            try side.terminal.press(.escape)
            try side.terminal.waitUntil(absent: Words.filterHint)
            try side.terminal.waitUntil("all rows") { $0.numbers(in: .pending) == Self.numbers }
        }
        expectUntouched(desk, like: twin)
    }

    @Test("A reason is kept without the invisible characters that came along with it")
    func reason() throws {
        let town = try Township()
        let desk = try Desk(town)
        try desk.focus(.inReview)
        let number = try desk.selected()
        try desk.openCard("r", title: Words.rejectCard)
        try desk.terminal.type("\u{8865}\u{202E}\u{200B}\u{9F50}\u{E0041}")
        try desk.terminal.paste("\u{1B}]0;PWNED\u{7}\u{9B}2J\u{1F1E8}\u{301}\u{6750}\u{6599}")
        try desk.terminal.waitUntil("\u{8865}\u{9F50}")
        try desk.terminal.waitUntil("\u{6750}\u{6599}")
        expectVisible(desk.screen.text)
        try desk.terminal.press(.enter)
        try desk.terminal.waitUntil("\u{5DF2}\u{9000}\u{56DE}\u{FF1A}\(number)")
        let shown = try town.run(["case", "show", number])
        try shown.require()
        #expect(shown.output.contains("\u{8865}\u{9F50}"), "\(shown.output)")
        expectVisible(shown.output)
        #expect(desk.screen.unknownSequences.isEmpty, "\(desk.screen.unknownSequences)")
        #expect(desk.screen.title == "")
        #expect(try town.isSound())
    }

    @Test("The command line shows such cases without obeying them, and refuses controls at the counter")
    func commandLine() throws {
        let town = try hostileTownship()
        for arguments in [["case", "list"], ["case", "list", "--json"]] {
            let listed = try town.run(arguments)
            try listed.require()
            expectVisible(listed.output)
        }
        for number in Self.numbers {
            for options in [[], ["--json"]] {
                let shown = try town.run(["case", "show", number] + options)
                try shown.require()
                expectVisible(shown.output)
            }
        }
        for text in Self.texts {
            let made = try town.run([
                "case", "new", "--item", "\u{4E8B}\(text)\u{9879}", "--village", "\u{6751}\(text)", "--applicant",
                "\u{5F20}\(text)", "--note", "\u{8BF4}\(text)", "--as", "R01", "--receipt",
            ])
            expectVisible(made.output)
            expectVisible(made.errors)
            let holdsControls = text.unicodeScalars.contains { $0.value < 0x20 || (0x7F..<0xA0).contains($0.value) }
            if holdsControls { #expect(made.status != .exited(0), "\(text.debugDescription)") }
        }
        #expect(try town.isSound())
    }
}
