// Whether the rows of a region have all moved up or down, as those of a list do when it is scrolled. Three rows on the terminal
// are looked for in the next picture; where one is found, all rows are compared at that distance. A picture in which
// nothing moved costs next to nothing: its three rows have changed little, or are found nowhere.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

struct ListMove {
    private let region: Region
    private let columns: Int
    private let shown: UnsafePointer<Cell>
    private let next: UnsafePointer<Cell>

    /// The fewest rows that must be right after a move, and are not now, for it to be worth its bytes.
    private static let leastGain = 3

    /// - Parameters:
    ///   - shown: What the terminal shows, in rows of `columns` cells; the region lies within.
    ///   - next: What it is to show.
    init(of region: Region, columns: Int, from shown: UnsafePointer<Cell>, to next: UnsafePointer<Cell>) {
        self.region = region
        self.columns = columns
        self.shown = shown
        self.next = next
    }

    /// How far up the rows went, negative for down; nil where no move is worth it.
    func distance() -> Int? {
        for quarter in 1...3 {
            let pivot = region.height * quarter / 4
            guard isChangedMuch(pivot) else { continue }
            for row in 0..<region.height where row != pivot && isSame(row, pivot) {
                let distance = pivot - row
                if gain(distance) >= Self.leastGain { return distance }
            }
        }
        return nil
    }

    /// Whether a row has lost more than a number or two.
    private func isChangedMuch(_ row: Int) -> Bool {
        let offset = offset(row)
        var changed = 0
        for index in 0..<region.width where shown[offset + index] != next[offset + index] { changed += 1 }
        return changed > region.width / 8
    }

    /// Whether a row of the next picture is another one of the terminal's.
    private func isSame(_ row: Int, _ other: Int) -> Bool {
        memcmp(next + offset(row), shown + offset(other), region.width * MemoryLayout<Cell>.stride) == 0
    }

    /// How many more rows would be right after a move than are now.
    private func gain(_ distance: Int) -> Int {
        var gain = 0
        for row in max(0, -distance)..<min(region.height, region.height - distance) {
            let (isRightThen, isRightNow) = (isSame(row, row + distance), isSame(row, row))
            if isRightThen != isRightNow { gain += isRightThen ? 1 : -1 }
        }
        return gain
    }

    private func offset(_ row: Int) -> Int { (region.y + row) * columns + region.x }
}
