// Styles as the terminal at hand shows them. Two styles that come out the same after their colours were reduced have one number
// here, and every style knows what a blank of it shows: so most changes of style need no more than the comparison of two
// small numbers.

/// How the cells of one style look on the terminal.
struct Look {
    /// The number, in ``StyleTable/shown``, of the style in the terminal's colours.
    var style: StyleID
    /// The number of what a blank of the style shows.
    var blank: StyleID
    /// Whether erasing makes the same as a blank of the style: the terminal's own background and nothing on it.
    var isErasable: Bool { blank == 0 }
}

/// The looks of all styles, by style number.
struct LookTable: ~Copyable, @unchecked Sendable {
    private let depth: ColourDepth
    // Room for every number that a cell can hold; the first `count` are made.
    private let looks = UnsafeMutablePointer<Look>.allocate(capacity: Cell.styleLimit)
    private var count = 0

    init(depth: ColourDepth) {
        self.depth = depth
        looks.initialize(repeating: Look(style: 0, blank: 0), count: Cell.styleLimit)
    }

    deinit { looks.deallocate() }

    /// Takes in the styles that were given numbers since the last time.
    mutating func refresh() {
        guard StyleTable.drawn.count > count else { return }
        let styles = StyleTable.drawn.all
        for number in count..<styles.count {
            let reduced = styles[number].reduced(to: depth)
            looks[number] = Look(
                style: StyleTable.shown.number(of: reduced), blank: StyleTable.shown.number(of: reduced.ofBlank))
        }
        count = styles.count
    }

    /// How a cell looks. The number has twelve bits, so it is always below the capacity.
    @inline(__always)
    subscript(cell: Cell) -> Look { looks[Int(cell.style)] }
}
