// A field of a form: its name, what is typed, and right below what is wrong with it.

/// A field with a label before it and a line about its fault below it.
public struct LabelledField: Hashable, Sendable {
    /// The field's name.
    public var label: String
    /// The columns before the field: mark, blank and label. Fields of one form share it so that they stand below each other.
    public var labelWidth: Int
    /// What stands in the field while nothing is typed.
    public var placeholder: String?
    /// What is wrong; empty when nothing is.
    public var fault: String
    /// Whether keys go to this field: then the cursor stands in it and a mark before it.
    public var isFocused: Bool
    /// How its parts look.
    public var look: Look
    /// The glyphs of the mark and of what is cut.
    public var glyphs: WidgetGlyphs

    /// The styles of a field's parts.
    public struct Look: Hashable, Sendable {
        /// Of the label, and of the mark of a fault before it.
        public var label: Style
        /// Of the label of the field that keys go to.
        public var focusedLabel: Style
        /// Of the field, over its whole width.
        public var field: Style
        /// Of the lines below the field.
        public var fault: Style

        public init(
            label: Style = .plain, focusedLabel: Style = .plain.bold(), field: Style = .plain.underline(),
            fault: Style = .plain.reverse()
        ) {
            self.label = label
            self.focusedLabel = focusedLabel
            self.field = field
            self.fault = fault
        }
    }

    /// A field; without a width for the label it has its own.
    public init(
        _ label: String, labelWidth: Int? = nil, placeholder: String? = nil, fault: String = "",
        isFocused: Bool = false,
        look: Look = Look(), glyphs: WidgetGlyphs = .unicode
    ) {
        self.label = label
        self.labelWidth = labelWidth ?? DisplayWidth.of(label) + 4
        self.placeholder = placeholder
        self.fault = fault
        self.isFocused = isFocused
        self.look = look
        self.glyphs = glyphs
    }

    /// The rows that the field takes at a width: one, and those of its fault.
    public func height(width: Int) -> Int { 1 + faultLines(width - labelWidth).count }

    /// Draws the field and what is wrong with it, and returns where the cursor belongs; nil when keys do not go here.
    public func draw(_ field: TextField, in screen: inout CellBuffer, region: Region) -> CursorPosition? {
        let (names, values) = region.splitVertically(at: labelWidth)
        let mark = isFocused ? glyphs.selected : fault.isEmpty ? " " : "!"
        let style = isFocused ? look.focusedLabel : look.label
        let before = names.row(0)
        screen.put(mark, x: before.x, y: before.y, style: style, width: min(1, before.width))
        screen.putTruncated(label, x: before.x + 2, y: before.y, style: style, width: before.width - 3, glyphs: glyphs)
        for (index, line) in faultLines(values.width).enumerated() {
            let row = values.row(index + 1)
            var x = row.x
            x += screen.put(index == 0 ? " ! " : "   ", x: x, y: row.y, style: look.fault, width: row.maxX - x)
            x += screen.put(line, x: x, y: row.y, style: look.fault, width: row.maxX - x)
            screen.put(" ", x: x, y: row.y, style: look.fault, width: row.maxX - x)
        }
        let place = field.draw(
            in: &screen, region: values, style: look.field, placeholder: placeholder,
            placeholderStyle: look.field.dim(), glyphs: glyphs)
        return isFocused && !values.isEmpty ? place : nil
    }

    private func faultLines(_ width: Int) -> [String] {
        fault.isEmpty ? [] : TextWrap.lines(fault, width: width - 4)
    }
}
