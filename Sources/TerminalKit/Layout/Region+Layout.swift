// Dividing a region into several at once, by what each part asks for.

extension Region {
    /// The region divided into parts side by side, from the left.
    ///
    /// ```swift
    /// let parts = body.columns([.fixed(12), .minimum(20), .share(2)], gap: 1)
    /// ```
    ///
    /// All parts lie inside of the region, in order, `gap` blank columns between each two; a part that got nothing is an
    /// empty region. ``Constraint`` says which part gives up first when the region is too small.
    public func columns(_ parts: [Constraint], gap: Int = 0) -> [Region] {
        divide(parts, length: width, gap: gap) { Region(x: x + $0, y: y, width: $1, height: height) }
    }

    /// The region divided into parts one below the other, from the top; as ``columns(_:gap:)``.
    public func rows(_ parts: [Constraint], gap: Int = 0) -> [Region] {
        divide(parts, length: height, gap: gap) { Region(x: x, y: y + $0, width: width, height: $1) }
    }

    private func divide(
        _ parts: [Constraint], length: Int, gap: Int, _ part: (_ offset: Int, _ size: Int) -> Region
    ) -> [Region] {
        let blanks = max(0, gap)
        var offset = 0
        return Constraint.sizes(parts, filling: length - blanks * (parts.count - 1)).map { size in
            // Where not even the gaps have room, the parts are empty and stay inside.
            let start = min(offset, length)
            offset += size + blanks
            return part(start, size)
        }
    }
}
