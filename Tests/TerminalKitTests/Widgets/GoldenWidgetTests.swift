import Testing

@testable import TerminalKit

/// Each widget as a picture, with texts in both languages; see `GoldenPicture.swift` for how to record them.
@Suite("Pictures of widgets")
struct GoldenWidgetTests {
    private let red = Style(foreground: .indexed(1))
    private let onBlue = Style(background: .indexed(4))
    private let bar = Style(foreground: .indexed(15), background: .indexed(4), attributes: .bold)

    private static func isASCII(_ screen: CellBuffer) -> Bool {
        screen.plainText().unicodeScalars.allSatisfy { $0.isASCII || DisplayWidth.of(String($0)) == 2 }
    }

    @Test("table: columns shrink before they are dropped, cells are cut between glyphs", arguments: [60, 34, 24, 16])
    func table(width: Int) throws {
        let columns = [
            TableColumn(title: "编号", minimum: 6, ideal: 8),
            TableColumn(title: "Applicant", minimum: 8, ideal: 10, weight: 1, priority: 1, floor: 4),
            TableColumn(title: "事项", minimum: 8, ideal: 16, weight: 2, priority: 2, floor: 3),
            TableColumn(title: "Left", minimum: 6, ideal: 6, priority: 0, alignment: .right),
        ]
        let rows = [
            Table.Row([StyledText("MZ-0001"), StyledText("欧阳娜娜"), StyledText("残疾人证换领"), StyledText("3h12m", red)]),
            Table.Row(
                [StyledText("MZ-0002"), StyledText("Marie-Ange"), StyledText("👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦👨‍👩‍👧‍👦 家庭"), StyledText("-1h")],
                style: .plain.reverse()),
            Table.Row([
                StyledText("MZ-0003"), StyledText("re\u{301}sume\u{301}s e\u{301}e\u{301}"),
                StyledText("e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}e\u{301}"),
            ]),
            Table.Row([StyledText("MZ-0004")], style: onBlue),
        ]
        try expectGolden("table", columns: width, rows: 6) { screen in
            Table(columns: columns, gap: 1, margin: 1).draw(in: &screen, region: screen.region, rows: rows)
            return nil
        }
    }

    @Test("list: the selected line, marks, what ends a line, the empty text", arguments: WidgetGlyphs.allCases)
    func list(glyphs: WidgetGlyphs) throws {
        let items = [
            List.Item("通过", mark: "+", trailing: "a"), List.Item("Reject and say why", mark: "+", trailing: "r"),
            List.Item("受理：这件现在是“待审核”，不能“受理”", mark: "-", style: .plain.dim()),
            List.Item("城乡居民养老参保", trailing: "RS-001"),
        ]
        let list = List(
            selectionStyle: bar, emptyText: StyledText("没有 nothing fits this", .plain.dim()), glyphs: glyphs)
        try expectGolden("list-\(glyphs)", columns: 30, rows: 11) { screen in
            let (first, rest) = screen.region.splitHorizontally(at: 5)
            list.draw(in: &screen, region: first, count: items.count, selected: 1) { items[$0] }
            let (second, last) = rest.splitHorizontally(at: 3)
            list.draw(in: &screen, region: second.inset(horizontal: 7, vertical: 0), top: 1, count: 4, selected: 3) {
                items[$0]
            }
            var plain = list
            plain.showsMarks = false
            plain.draw(in: &screen, region: last.row(1), count: 1, selected: nil) { items[$0] }
            list.draw(in: &screen, region: last.row(2).splitVertically(at: 16).left, count: 0, selected: nil) {
                items[$0]
            }
            return nil
        }
    }

    @Test("prompt: label, field and hint on one line")
    func prompt() throws {
        let prompt = Prompt(
            StyledText(" 查找 / ", .plain.bold()), hint: StyledText("  Enter 留下   Esc 清除 ", .plain.dim()),
            placeholder: "name or number", fieldStyle: .plain.underline())
        try expectGolden("prompt", columns: 60, rows: 3) { screen in
            _ = prompt.draw(TextField(), in: &screen, region: screen.region.row(1))
            _ = prompt.draw(
                TextField("a long text 石门垭 that is scrolled 周桂兰"), in: &screen, region: screen.region.row(2))
            return prompt.draw(TextField("石门垭"), in: &screen, region: screen.region.row(0))
        }
        try expectGolden("prompt", columns: 24, rows: 1) { screen in
            prompt.draw(TextField("石门垭 2026"), in: &screen, region: screen.region)
        }
    }

    private let question = Question(
        "这件已经被退回过两次，确定再次退回吗？The applicant will be told.",
        choices: [
            Question.Choice(key: KeyPress(.character("y")), keyName: "y", title: "退回"),
            Question.Choice(key: KeyPress(.character("n")), keyName: "n", title: "Keep it"),
            Question.Choice(key: KeyPress(.escape), keyName: "Esc", title: "Later"),
        ], style: Style(background: .indexed(4)))

    @Test("question: the text is wrapped, the answers are always seen", arguments: [(44, 4), (24, 6), (16, 3)])
    func question(columns: Int, rows: Int) throws {
        try expectGolden("question", columns: columns, rows: rows) { screen in
            question.draw(in: &screen, region: screen.region)
            return nil
        }
    }

    @Test("fields of a form: label, text, fault, and the cursor at the caret", arguments: WidgetGlyphs.allCases)
    func labelledField(glyphs: WidgetGlyphs) throws {
        let look = LabelledField.Look(fault: red)
        try expectGolden("field-\(glyphs)", columns: 40, rows: 6) { screen in
            let name = LabelledField("申请人", labelWidth: 12, look: look, glyphs: glyphs)
            let number = LabelledField(
                "Identity no. of the person", labelWidth: 12, fault: "校验码不对：最后一位应当是 2 而不是 1 (GB 11643)",
                isFocused: true,
                look: look, glyphs: glyphs)
            let phone = LabelledField("电话", labelWidth: 12, placeholder: "optional", look: look, glyphs: glyphs)
            _ = name.draw(TextField("欧阳娜娜"), in: &screen, region: screen.region)
            let rest = screen.region.splitHorizontally(at: name.height(width: 40)).bottom
            let below = rest.splitHorizontally(at: number.height(width: 40)).bottom
            _ = phone.draw(TextField(), in: &screen, region: below)
            var typed = TextField("999999195001010041")
            _ = typed.handle(KeyPress(.left))
            return number.draw(typed, in: &screen, region: rest)
        }
    }

    @Test("picker: the field, what fits, the mark of what is out of sight")
    func picker() throws {
        var picker = Picker([
            Picker.Option("城乡居民养老参保", trailing: "RS-001", keys: ["RS-001"]),
            Picker.Option("养老保险待遇申领", trailing: "RS-002", keys: ["RS-002"]),
            Picker.Option("养老", trailing: "MZ-007"), Picker.Option("Pension for 养老 staff"),
            Picker.Option("养老服务补贴"), Picker.Option("养老机构备案"), Picker.Option("临时救助申请"),
        ])
        picker.insert("养老")
        for _ in 0..<4 { _ = picker.handle(KeyPress(.down), visible: 4) }
        try expectGolden("picker", columns: 36, rows: 7) { screen in
            let inside = Box().draw(in: &screen, region: screen.region)
            return picker.draw(
                in: &screen, region: inside, look: Picker.Look(list: List(selectionStyle: bar)),
                track: Region(x: 35, y: 2, width: 1, height: 4))
        }
        picker.insert(" x")
        try expectGolden("picker-empty", columns: 36, rows: 3) { screen in
            let list = List(emptyText: StyledText("没有符合的 no match", .plain.dim()))
            return picker.draw(in: &screen, region: screen.region, look: Picker.Look(list: list))
        }
    }

    @Test("tabs: the chosen one is always seen")
    func tabs() throws {
        let titles = ["1 待受理 12", "2 Near deadline 5 !2", "3 待审核 23", "4 On duty 18/22"]
        try expectGolden("tabs", columns: 64, rows: 6) { screen in
            for chosen in 0..<4 {
                Tabs(titles, selected: chosen, ground: .plain.dim()).draw(
                    in: &screen, region: Region(x: 0, y: chosen, width: chosen == 0 ? 64 : 34, height: 1))
            }
            Tabs(titles, selected: 0, style: .plain.underline(), hasBrackets: false).draw(
                in: &screen, region: screen.region.row(4))
            Tabs(titles, selected: 1).draw(in: &screen, region: Region(x: 0, y: 5, width: 12, height: 1))
            return nil
        }
    }

    @Test("gauge: eighths of cells, and whole ones in ASCII", arguments: WidgetGlyphs.allCases)
    func gauge(glyphs: WidgetGlyphs) throws {
        try expectGolden("gauge-\(glyphs)", columns: 24, rows: 9) { screen in
            for (row, part) in [0, 1, 13, 50, 61, 99, 100].enumerated() {
                Gauge(part: part, whole: 100, label: "\(part)%", style: red, glyphs: glyphs).draw(
                    in: &screen, region: screen.region.row(row))
            }
            Gauge(part: 18, whole: 22, label: "在岗 18/22", style: red, trackStyle: onBlue, glyphs: glyphs).draw(
                in: &screen, region: screen.region.row(7))
            Gauge(part: 1, whole: 2, label: "too long a label", glyphs: glyphs).draw(
                in: &screen, region: screen.region.row(8))
            if glyphs == .ascii { #expect(Self.isASCII(screen)) }
            return nil
        }
    }

    @Test("sparkline: eight levels a row, gaps, a scale", arguments: WidgetGlyphs.allCases)
    func sparkline(glyphs: WidgetGlyphs) throws {
        try expectGolden("sparkline-\(glyphs)", columns: 20, rows: 6) { screen in
            let values: [Int?] = [9, 0, 1, 2, 3, 4, 5, 6, 7, nil, nil, 7, 3, 0]
            Sparkline(values, glyphs: glyphs).draw(in: &screen, region: screen.region.row(0))
            Sparkline(values, scale: 0...14, style: red, glyphs: glyphs).draw(
                in: &screen, region: Region(x: 0, y: 1, width: 10, height: 1))
            Sparkline(values, glyphs: glyphs).draw(in: &screen, region: Region(x: 0, y: 2, width: 20, height: 3))
            Sparkline([], glyphs: glyphs).draw(in: &screen, region: screen.region.row(5))
            if glyphs == .ascii { #expect(Self.isASCII(screen)) }
            return nil
        }
    }

    @Test("large digits, in two sizes", arguments: WidgetGlyphs.allCases)
    func bigDigits(glyphs: WidgetGlyphs) throws {
        try expectGolden("digits-\(glyphs)", columns: 70, rows: 24) { screen in
            func line(_ y: Int, _ height: Int) -> Region { Region(x: 0, y: y, width: 70, height: height) }
            BigDigits("0123456789", style: red, glyphs: glyphs).draw(in: &screen, region: line(0, 5))
            BigDigits("09:41", alignment: .centre, glyphs: glyphs).draw(in: &screen, region: line(6, 5))
            BigDigits("0123456789", size: .small, glyphs: glyphs).draw(in: &screen, region: line(12, 5))
            BigDigits("-18/22 .5%?", size: .small, alignment: .right, glyphs: glyphs).draw(
                in: &screen, region: line(18, 5))
            BigDigits("待受理 12", glyphs: glyphs).draw(in: &screen, region: Region(x: 0, y: 23, width: 9, height: 1))
            if glyphs == .ascii { #expect(Self.isASCII(screen)) }
            return nil
        }
    }

    @Test("toast: in each corner, wrapped, counted; and on a line", arguments: WidgetGlyphs.allCases)
    func toast(glyphs: WidgetGlyphs) throws {
        try expectGolden("toast-\(glyphs)", columns: 40, rows: 9) { screen in
            screen.fill(screen.region, glyph: "x", style: .plain.dim())
            let (area, line) = screen.region.splitHorizontally(at: 8)
            let first = Toast("已通过", style: bar, glyphs: glyphs).draw(inCorner: .topRight, of: area, in: &screen)
            Toast("The record cannot be read. 屏幕停在 09:41 的情况。", count: 3, glyphs: glyphs).draw(
                inCorner: .topRight, of: area.splitHorizontally(at: first.maxY).bottom, in: &screen, width: 20)
            Toast("左上 top left", glyphs: glyphs).draw(inCorner: .topLeft, of: area, in: &screen, width: 9)
            Toast("one two three four five", glyphs: glyphs).draw(
                inCorner: .bottomLeft, of: Region(x: 0, y: 0, width: 9, height: 8).splitHorizontally(at: -2).bottom,
                in: &screen)
            Toast("已退回：缺住院证明。Press u to undo within 60 s", count: 2, style: bar, glyphs: glyphs).draw(
                onLine: line, in: &screen)
            return nil
        }
    }

    @Test("overlay: centred over a dimmed ground, scrolled, with a hint", arguments: WidgetGlyphs.allCases)
    func overlay(glyphs: WidgetGlyphs) throws {
        let overlay = Overlay(
            title: [StyledText("为什么 23 日到期", .plain.bold())], hint: [StyledText("Esc close", .plain.dim())],
            style: onBlue, edgeStyle: red.over(onBlue), glyphs: glyphs, dimsGround: true)
        let lines = (1...9).map {
            [StyledText("第 \($0) 条 ", red), StyledText("clause \($0) of the rule, which is long")]
        }
        try expectGolden("overlay-\(glyphs)", columns: 44, rows: 9) { screen in
            screen.fill(screen.region, glyph: "·", style: .plain)
            overlay.draw(lines, top: 3, in: &screen, region: screen.region.inset(horizontal: 1, vertical: 1), least: 40)
            return nil
        }
        try expectGolden("overlay-short-\(glyphs)", columns: 44, rows: 7) { screen in
            overlay.draw([[StyledText("好")]], top: 9, in: &screen, region: screen.region, least: 30)
            return nil
        }
    }

    @Test("box: all kinds of lines, titles cut where they do not fit")
    func box() throws {
        try expectGolden("box", columns: 40, rows: 8) { screen in
            let kinds: [Box.Lines] = [.single, .heavy, .rounded, .double, .ascii]
            for (index, lines) in kinds.enumerated() {
                let place = Region(x: index % 2 * 20, y: index / 2 * 3, width: 20, height: index == 4 ? 2 : 3)
                Box(lines: lines, style: red, title: [StyledText("待受理 and more words", .plain.bold())]).draw(
                    in: &screen, region: place)
            }
            Box(title: [StyledText("待办")], trailingTitle: [StyledText("1/9")]).draw(
                in: &screen, region: Region(x: 20, y: 6, width: 20, height: 2))
            return nil
        }
    }

    @Test("scroll mark over the edge of a box", arguments: WidgetGlyphs.allCases)
    func scrollMark(glyphs: WidgetGlyphs) throws {
        try expectGolden("scroll-\(glyphs)", columns: 20, rows: 8) { screen in
            for (index, top) in [0, 7, 14].enumerated() {
                let place = Region(x: index * 7, y: 0, width: 6, height: 8)
                let inside = Box(lines: glyphs.lines).draw(in: &screen, region: place)
                ScrollWindow.drawMark(
                    in: &screen, track: Region(x: inside.maxX, y: inside.y, width: 1, height: 6), top: top, visible: 6,
                    count: 20, style: red, glyphs: glyphs)
            }
            if glyphs == .ascii { #expect(Self.isASCII(screen)) }
            return nil
        }
    }
}
