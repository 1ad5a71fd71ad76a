import Testing

@testable import TerminalKit

@Suite("Regions")
struct RegionTests {
    private let region = Region(x: 2, y: 3, width: 10, height: 6)

    @Test("a region is cut from the top, the left, and with negative numbers from the other end")
    func cutting() {
        let (top, bottom) = region.splitHorizontally(at: 2)
        #expect(top == Region(x: 2, y: 3, width: 10, height: 2) && bottom == Region(x: 2, y: 5, width: 10, height: 4))
        let (left, right) = region.splitVertically(at: -3)
        #expect(left == Region(x: 2, y: 3, width: 7, height: 6) && right == Region(x: 9, y: 3, width: 3, height: 6))
        #expect(region.splitHorizontally(at: 99).bottom.isEmpty)
        #expect(region.splitVertically(at: -99).left.isEmpty)
    }

    @Test("insets never turn a region inside out")
    func insets() {
        #expect(region.inset(by: 1) == Region(x: 3, y: 4, width: 8, height: 4))
        #expect(region.inset(by: 3).isEmpty)
        #expect(region.inset(by: 99).width == 0)
        #expect(Region(x: -1, y: 0, width: -5, height: 3).isEmpty)
    }

    @Test("rows, places and intersections")
    func parts() {
        #expect(region.row(5) == Region(x: 2, y: 8, width: 10, height: 1))
        #expect(region.row(6).isEmpty && region.row(-1).isEmpty)
        #expect(region.contains(column: 11, row: 8) && !region.contains(column: 12, row: 8))
        #expect(region.intersection(Region(x: 0, y: 0, width: 5, height: 5)) == Region(x: 2, y: 3, width: 3, height: 2))
        #expect(region.intersection(Region(x: 50, y: 0, width: 5, height: 5)).isEmpty)
        #expect(region.centred(width: 4, height: 2) == Region(x: 5, y: 5, width: 4, height: 2))
    }
}
