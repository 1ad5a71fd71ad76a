// A line that asks for a text: a label, a field, a word on what the keys do.

/// A label and a field on one line.
public struct Prompt: Hashable, Sendable {
    /// Stands before the field.
    public var label: StyledText
    /// Stands behind the field, as far as there is room.
    public var hint: StyledText
    /// What stands in the field while nothing is typed.
    public var placeholder: String?
    /// The style of the field.
    public var fieldStyle: Style
    /// The least and the greatest width of the field, in cells.
    public var fieldWidth: ClosedRange<Int>
    /// The glyphs of what is cut.
    public var glyphs: WidgetGlyphs

    public init(
        _ label: StyledText, hint: StyledText = StyledText(""), placeholder: String? = nil, fieldStyle: Style = .plain,
        fieldWidth: ClosedRange<Int> = 10...40, glyphs: WidgetGlyphs = .unicode
    ) {
        self.label = label
        self.hint = hint
        self.placeholder = placeholder
        self.fieldStyle = fieldStyle
        self.fieldWidth = fieldWidth
        self.glyphs = glyphs
    }

    /// Draws the prompt over the first row of a region and returns where the cursor belongs.
    ///
    /// The field gets what label and hint leave, within its limits; at its least width it pushes the hint out.
    public func draw(_ field: TextField, in screen: inout CellBuffer, region: Region) -> CursorPosition {
        let line = region.row(0)
        let used = screen.put(label.text, x: line.x, y: line.y, style: label.style, width: line.width)
        let room = line.width - used - hint.width
        let width = max(fieldWidth.lowerBound, min(fieldWidth.upperBound, room))
        let (box, rest) = line.splitVertically(at: used).right.splitVertically(at: width)
        screen.putTruncated(hint.text, x: rest.x, y: rest.y, style: hint.style, width: rest.width, glyphs: glyphs)
        return field.draw(
            in: &screen, region: box, style: fieldStyle, placeholder: placeholder, placeholderStyle: fieldStyle.dim(),
            glyphs: glyphs)
    }
}
