// Finding what changed: rows that are the same are passed over as a whole; in the others the changed cells are gathered into
// runs. Unchanged cells between two runs belong to the run where sending them again is no dearer than moving over them.

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#elseif canImport(Darwin)
    import Darwin
#endif

extension FrameMemory {
    /// Lists the runs by which `next` differs from what the terminal shows.
    mutating func compare(with next: UnsafePointer<Cell>, looks: borrowing LookTable, _ counters: inout FrameCounters) {
        removeRuns()
        let columns = size.columns
        for row in 0..<size.rows {
            firstRuns[row] = runCount
            let offset = row * columns
            if memcmp(next + offset, shown + offset, columns * MemoryLayout<Cell>.stride) != 0 {
                compareRow(row, next + offset, shown + offset, looks, &counters)
            }
        }
        firstRuns[size.rows] = runCount
        counters.cellsLookedAt += columns * size.rows
    }

    private mutating func compareRow(
        _ row: Int, _ next: UnsafePointer<Cell>, _ shown: UnsafeMutablePointer<Cell>, _ looks: borrowing LookTable,
        _ counters: inout FrameCounters
    ) {
        let columns = size.columns
        // The blank end of the row, where erasing is cheaper than sending.
        var tail = columns
        while tail > 0, next[tail - 1].isBlank, looks[next[tail - 1]].isErasable { tail -= 1 }
        while tail < columns, next[tail] == shown[tail] { tail += 1 }
        var last = columns
        while last > tail, next[last - 1] == shown[last - 1] { last -= 1 }
        if last - tail <= 3 { (tail, last) = (columns, columns) }

        var column = 0
        while true {
            while column < tail, next[column] == shown[column] { column &+= 1 }
            guard column < tail else { break }
            let start = next[column].isContinuation ? column - 1 : column
            var isDoubtful = false
            while true {
                let first = column
                while column < tail {
                    let cell = next[column]
                    if cell == shown[column] {
                        guard cell.isContinuation else { break }
                    } else if cell.isDoubtful {
                        isDoubtful = true
                    }
                    column &+= 1
                }
                counters.cellsChanged += column - first
                guard column < tail, let end = bridge(from: column, to: tail, next, shown, looks) else { break }
                column = end
            }
            if isDoubtful {
                // Nothing behind such a glyph is sure any more: a terminal may have drawn over it.
                column = columns
                (tail, last) = (columns, columns)
            }
            add(
                ChangedRun(
                    row: UInt16(truncatingIfNeeded: row), start: UInt16(truncatingIfNeeded: start),
                    end: UInt16(truncatingIfNeeded: column)))
        }
        if tail < last {
            counters.cellsChanged += last - tail
            add(
                ChangedRun(
                    row: UInt16(truncatingIfNeeded: row), start: UInt16(truncatingIfNeeded: tail),
                    end: UInt16(truncatingIfNeeded: columns), isErasure: true))
        }
    }

    /// The end of a stretch of unchanged cells that is worth sending again: at most as many bytes as the move over it, and no
    /// change of style. Nil when a move is better, or nothing more is to be sent in this row.
    private func bridge(
        from start: Int, to end: Int, _ next: UnsafePointer<Cell>, _ shown: UnsafeMutablePointer<Cell>,
        _ looks: borrowing LookTable
    ) -> Int? {
        let limit = min(end, start + 6)
        let before = looks[next[start - 1]]
        var bytes = 0
        var column = start
        while column < limit {
            let cell = next[column]
            if cell != shown[column] {
                if cell.isContinuation { column -= 1 }
                return column > start && bytes <= (column - start == 1 ? 3 : 4) ? column : nil
            }
            if !cell.isContinuation {
                let look = looks[cell]
                guard cell.isBlank ? look.blank == before.blank : look.style == before.style else { return nil }
                if cell.isDoubtful || cell.isCluster { return nil }
                bytes += ByteSink.length(of: cell.glyph)
            }
            column += 1
        }
        return nil
    }
}
