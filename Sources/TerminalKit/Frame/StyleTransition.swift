// From one style to another with the fewest SGR parameters (ECMA-48 8.3.117; 90–107 are aixterm's bright colours): either
// only what differs, or everything anew from the reset, whichever is shorter.

enum StyleTransition {
    private static let table: [(attribute: TextAttributes, on: Int, off: Int)] = [
        (.bold, 1, 22), (.dim, 2, 22), (.italic, 3, 23), (.underline, 4, 24), (.reverse, 7, 27),
    ]

    /// Writes the sequence that makes `next` of `current`, which must differ.
    static func write(from current: Style, to next: Style, into bytes: inout [UInt8]) {
        let start = bytes.count
        bytes.append(0x1B)
        bytes.append(0x5B)
        let parameters = bytes.count
        writeDifference(from: current, to: next, into: &bytes)
        let length = bytes.count - parameters
        // The reset needs no digit when it stands alone or first: "CSI m", "CSI ;1m".
        let anewStart = bytes.count
        writeAnew(next, into: &bytes)
        let anewLength = bytes.count - anewStart
        if anewLength < length {
            bytes.removeSubrange(parameters..<anewStart)
        } else {
            bytes.removeSubrange(anewStart...)
            // Each parameter was written with a separator in front; the first needs none.
            bytes.remove(at: parameters)
        }
        bytes.append(UInt8(ascii: "m"))
        assert(bytes.count > start)
    }

    private static func writeDifference(from current: Style, to next: Style, into bytes: inout [UInt8]) {
        let gone = current.attributes.subtracting(next.attributes)
        var fresh = next.attributes.subtracting(current.attributes)
        if !gone.isDisjoint(with: [.bold, .dim]) {  // 22 ends both
            parameter(22, into: &bytes)
            fresh.formUnion(next.attributes.intersection([.bold, .dim]))
        }
        for entry in table where entry.off != 22 && gone.contains(entry.attribute) {
            parameter(entry.off, into: &bytes)
        }
        for entry in table where fresh.contains(entry.attribute) {
            parameter(entry.on, into: &bytes)
        }
        if current.foreground != next.foreground { colour(next.foreground, base: 30, into: &bytes) }
        if current.background != next.background { colour(next.background, base: 40, into: &bytes) }
    }

    private static func writeAnew(_ next: Style, into bytes: inout [UInt8]) {
        for entry in table where next.attributes.contains(entry.attribute) {
            parameter(entry.on, into: &bytes)
        }
        if next.foreground != .standard { colour(next.foreground, base: 30, into: &bytes) }
        if next.background != .standard { colour(next.background, base: 40, into: &bytes) }
    }

    private static func colour(_ colour: Colour, base: Int, into bytes: inout [UInt8]) {
        switch colour {
        case .standard: parameter(base + 9, into: &bytes)
        case .indexed(let index) where index < 8: parameter(base + Int(index), into: &bytes)
        case .indexed(let index) where index < 16: parameter(base + 60 + Int(index) - 8, into: &bytes)
        case .indexed(let index):
            parameter(base + 8, into: &bytes)
            parameter(5, into: &bytes)
            parameter(Int(index), into: &bytes)
        case .rgb(let red, let green, let blue):
            parameter(base + 8, into: &bytes)
            parameter(2, into: &bytes)
            parameter(Int(red), into: &bytes)
            parameter(Int(green), into: &bytes)
            parameter(Int(blue), into: &bytes)
        }
    }

    private static func parameter(_ value: Int, into bytes: inout [UInt8]) {
        bytes.append(UInt8(ascii: ";"))
        bytes.append(contentsOf: String(value).utf8)
    }
}
