import Testing

@testable import TerminalKit

@Suite("Tabs and questions")
struct TabsTests {
    private let titles = ["待受理 1", "Near 22", "待审核"]

    @Test("a click finds the title that is drawn at its column, however narrow the line")
    func hits() {
        for chosen in 0..<3 {
            for width in 1...40 {
                let line = Region(x: 3, y: 0, width: width, height: 1)
                let tabs = Tabs(titles, selected: chosen)
                var screen = CellBuffer(size: TerminalSize(columns: 50, rows: 1))
                tabs.draw(in: &screen, region: line)
                #expect(tabs.index(at: 2, in: line) == nil && tabs.index(at: line.maxX, in: line) == nil)
                for (index, title) in titles.enumerated() {
                    guard let mark = title.last.map(String.init) else { continue }
                    for x in line.x..<line.maxX where screen.cell(x: x, y: 0).text == mark {
                        let found = tabs.index(at: x, in: line)
                        #expect(found == index || titles[found ?? 0].contains(mark), "\(width): \(screen.text(row: 0))")
                    }
                }
            }
        }
    }

    @Test("the chosen title is whole wherever it fits")
    func chosen() {
        for chosen in 0..<3 {
            for width in 13...40 {
                var screen = CellBuffer(size: TerminalSize(columns: width, rows: 1))
                Tabs(titles, selected: chosen).draw(in: &screen, region: screen.region)
                #expect(screen.text(row: 0).contains("[\(titles[chosen])]"), "\(width): \(screen.text(row: 0))")
            }
        }
    }

    @Test("an answer is given by its key or by a click on it")
    func answers() {
        let question = Question(
            "好吗？",
            choices: [
                Question.Choice(key: KeyPress(.character("y")), keyName: "y", title: "好"),
                Question.Choice(key: KeyPress(.escape), keyName: "Esc", title: "no"),
            ])
        #expect(question.answer(to: KeyPress(.character("y"))) == 0)
        #expect(question.answer(to: KeyPress(.escape)) == 1)
        #expect(question.answer(to: KeyPress(.enter)) == nil)
        let region = Region(x: 1, y: 1, width: 20, height: 4)
        #expect(question.answer(column: 1, row: 2, in: region) == 0)
        #expect(question.answer(column: 6, row: 2, in: region) == 0)
        #expect(question.answer(column: 7, row: 2, in: region) == nil)
        #expect(question.answer(column: 9, row: 2, in: region) == 1)
        #expect(question.answer(column: 9, row: 1, in: region) == nil)
        #expect(question.height(width: 20) == 2 && question.height(width: 8) == 3)
    }
}
