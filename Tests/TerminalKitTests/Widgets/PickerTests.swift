import Testing

@testable import TerminalKit

@Suite("Picker")
struct PickerTests {
    private let options = [
        Picker.Option("城乡居民养老参保", keys: ["RS-001", "cxjm"]), Picker.Option("养老保险待遇申领", keys: ["RS-002"]),
        Picker.Option("养老", keys: ["MZ-007"]), Picker.Option("Crop Insurance"), Picker.Option("insurance card"),
    ]

    private func typed(_ text: String) -> Picker { Picker(options, text: text) }

    @Test(
        "every typed word must stand in the text or a key, in any case; what begins with it comes first, the shortest leading"
    )
    func matching() {
        #expect(typed("").matches == [0, 1, 2, 3, 4])
        #expect(typed("养老").matches == [2, 1, 0])
        #expect(typed("rs-00 养老").matches == [0, 1])
        #expect(typed("INSURANCE").matches == [4, 3])
        #expect(typed("CXJM").marked == 0)
        #expect(typed("zzz").matches.isEmpty && typed("zzz").marked == nil)
    }

    @Test("typing marks the first that fits again, arrows move the mark and stop at the ends")
    func keys() {
        var picker = Picker(options)
        let pressed = [Key.down, .down, .up, .down].map { picker.handle(KeyPress($0), visible: 3) }
        #expect(pressed.allSatisfy { $0 == .taken } && picker.selected == 2)
        for _ in 0..<9 { _ = picker.handle(KeyPress(.down), visible: 3) }
        #expect(picker.selected == 4 && picker.top == 2)
        _ = picker.handle(KeyPress(.pageUp), visible: 3)
        #expect(picker.selected == 2 && picker.top == 2)
        #expect(picker.handle(KeyPress(.character("c")), visible: 3) == .taken)
        #expect(picker.selected == 0 && picker.top == 0 && picker.marked == 3)
        for _ in 0..<9 { _ = picker.handle(KeyPress(.up), visible: 3) }
        #expect(picker.selected == 0)
    }

    @Test("Enter picks the marked one, Escape leaves, keys without a use are given back")
    func answers() {
        var picker = typed("养老")
        _ = picker.handle(KeyPress(.down), visible: 3)
        #expect(picker.handle(KeyPress(.enter), visible: 3) == .picked(1))
        #expect(picker.handle(KeyPress(.escape), visible: 3) == .left)
        #expect(picker.handle(KeyPress(.tab), visible: 3) == .unused)
        #expect(picker.handle(KeyPress(.left), visible: 3) == .taken && picker.selected == 1)
        var nothing = typed("zzz")
        #expect(nothing.handle(KeyPress(.enter), visible: 3) == .taken)
        #expect(nothing.handle(KeyPress(.down), visible: 3) == .taken && nothing.marked == nil)
    }

    @Test("a click finds the line under it")
    func mouse() {
        var picker = Picker(options)
        for _ in 0..<4 { _ = picker.handle(KeyPress(.down), visible: 3) }
        let region = Region(x: 2, y: 1, width: 20, height: 4)
        #expect(picker.place(column: 2, row: 1, in: region) == nil)
        #expect(picker.place(column: 2, row: 2, in: region) == 2)
        #expect(picker.place(column: 21, row: 4, in: region) == 4)
        #expect(picker.place(column: 22, row: 4, in: region) == nil)
        picker.select(3, visible: 3)
        #expect(picker.marked == 3)
        #expect(typed("zzz").place(column: 2, row: 2, in: region) == nil)
    }
}
