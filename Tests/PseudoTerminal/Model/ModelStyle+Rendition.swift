// SGR, the sequence that sets colours and weights: ECMA-48 § 8.3.117, with xterm's 256 colours and truecolour, in the
// old form (`38;5;n`, `38;2;r;g;b`) and in that of ITU T.416 (`38:5:n`, `38:2::r:g:b`, and `38:2:r:g:b` as often seen).

extension ModelStyle {
    /// Applies the parameters of one SGR sequence, from left to right.
    mutating func apply(_ parameters: [[Int?]]) {
        if parameters.isEmpty { self = ModelStyle() }
        var index = 0
        while index < parameters.count {
            let parts = parameters[index]
            let code = parts.first.flatMap { $0 } ?? 0
            index += 1
            guard code == 38 || code == 48 || code == 58 else {
                apply(code: code, parts: parts)
                continue
            }
            let colour: ModelColour?
            if parts.count > 1 {
                colour = Self.colour(parts: parts.dropFirst().map { $0 })
            } else {
                let rest = parameters[index...].prefix(4).map { $0.first.flatMap { $0 } }
                colour = Self.colour(parts: rest.first == 2 ? rest : Array(rest.prefix(2)))
                index += rest.first == 2 ? 4 : 2
            }
            // 58 is the colour of the underline, which the model does not keep.
            if let colour, code == 38 { foreground = colour }
            if let colour, code == 48 { background = colour }
        }
    }

    private mutating func apply(code: Int, parts: [Int?]) {
        switch code {
        case 0: self = ModelStyle()
        case 1: isBold = true
        case 2: isDim = true
        case 3: isItalic = true
        case 4: isUnderlined = parts.count < 2 || parts[1] != 0
        case 5, 6: isBlinking = true
        case 7: isReversed = true
        case 8: isHidden = true
        case 9: isStruckThrough = true
        case 21: isUnderlined = true  // doubly
        case 22: (isBold, isDim) = (false, false)
        case 23: isItalic = false
        case 24: isUnderlined = false
        case 25: isBlinking = false
        case 27: isReversed = false
        case 28: isHidden = false
        case 29: isStruckThrough = false
        case 30...37: foreground = .indexed(UInt8(code - 30))
        case 39: foreground = .terminalDefault
        case 40...47: background = .indexed(UInt8(code - 40))
        case 49: background = .terminalDefault
        case 90...97: foreground = .indexed(UInt8(code - 90 + 8))
        case 100...107: background = .indexed(UInt8(code - 100 + 8))
        default: break  // fonts, frames and what else ECMA-48 lists: nothing a cell of the model shows
        }
    }

    /// The colour that `5, n` or `2, r, g, b` (or `2, space, r, g, b`) means; nil if it is cut short or out of range.
    private static func colour(parts: [Int?]) -> ModelColour? {
        switch parts.first.flatMap({ $0 }) {
        case 5 where parts.count == 2:
            return UInt8(exactly: parts[1] ?? 0).map(ModelColour.indexed)
        case 2 where parts.count >= 4:
            let values = (parts.count > 4 ? parts[2..<5] : parts[1..<4]).map { UInt8(exactly: $0 ?? 0) }
            guard let red = values[0], let green = values[1], let blue = values[2] else { return nil }
            return .rgb(red: red, green: green, blue: blue)
        default:
            return nil
        }
    }
}
