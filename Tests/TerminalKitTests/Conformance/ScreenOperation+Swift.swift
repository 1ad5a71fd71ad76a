// A case as the Swift that makes it, so that a failure can be pasted into a test.

@testable import TerminalKit

extension ScreenOperation: CustomStringConvertible {
    var description: String {
        switch self {
        case .put(let text, let x, let y, let style, let width):
            ".put(\(text.literal), x: \(x), y: \(y), style: \(style.literal), width: \(width))"
        case .putTruncated(let text, let x, let y, let style, let width):
            ".putTruncated(\(text.literal), x: \(x), y: \(y), style: \(style.literal), width: \(width))"
        case .putShaped(let text, let x, let y, let style, let width):
            ".putShaped(\(text.literal), x: \(x), y: \(y), style: \(style.literal), width: \(width))"
        case .fill(let region, let style): ".fill(\(region.literal), \(style.literal))"
        case .glyphs(let region, let glyph, let style):
            ".glyphs(\(region.literal), \(glyph.literal), \(style.literal))"
        case .restyle(let region, let restyling): ".restyle(\(region.literal), .\(restyling))"
        case .box(let region, let style): ".box(\(region.literal), \(style.literal))"
        case .list(let region, let first, let selected):
            ".list(\(region.literal), first: \(first), selected: \(selected.map(String.init) ?? "nil"))"
        case .scroll(let region, let rows): ".scroll(\(region.literal), by: \(rows))"
        case .clear(let style): ".clear(\(style.literal))"
        case .resize(let size): ".resize(\(size.literal))"
        case .cursor(let place):
            place.map { ".cursor(CursorPosition(column: \($0.column), row: \($0.row)))" } ?? ".cursor(nil)"
        case .invalidate: ".invalidate"
        case .disturb(let text): ".disturb(\(text.literal))"
        case .frame: ".frame"
        }
    }
}

extension ConformanceCase: CustomStringConvertible {
    var description: String {
        let capabilities = """
            TerminalCapabilities(
                colourDepth: .\(capabilities.colourDepth), hasSynchronizedOutput: \(capabilities.hasSynchronizedOutput),
                hasHorizontalMargins: \(capabilities.hasHorizontalMargins), canRepeat: \(capabilities.canRepeat))
            """
        return """
            ConformanceCase(
                size: \(size.literal),
                capabilities: \(capabilities.split(separator: "\n").joined(separator: "\n    ")),
                operations: [
            \(operations.map { "        \($0),\n" }.joined())    ])
            """
    }
}

extension String {
    /// Each character beyond ASCII by its number where a reader could not tell it from others.
    fileprivate var literal: String {
        var written = ""
        for scalar in unicodeScalars {
            switch scalar.properties.generalCategory {
            case .control, .format, .nonspacingMark, .spacingMark, .enclosingMark, .unassigned, .privateUse:
                written += "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
            default: written += scalar.escaped(asASCII: false)
            }
        }
        return "\"\(written)\""
    }
}

extension Style {
    fileprivate var literal: String {
        guard self != .plain else { return ".plain" }
        var parts: [String] = []
        if foreground != .standard { parts.append("foreground: .\(foreground)") }
        if background != .standard { parts.append("background: .\(background)") }
        if !attributes.isEmpty { parts.append("attributes: TextAttributes(rawValue: \(attributes.rawValue))") }
        return "Style(\(parts.joined(separator: ", ")))"
    }
}

extension Region {
    fileprivate var literal: String { "Region(x: \(x), y: \(y), width: \(width), height: \(height))" }
}

extension TerminalSize {
    fileprivate var literal: String { "TerminalSize(columns: \(columns), rows: \(rows))" }
}
