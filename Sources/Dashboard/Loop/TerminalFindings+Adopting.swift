import TerminalKit

extension TerminalFindings {
    /// From now on the screen is drawn as this terminal can show it.
    ///
    /// - Parameter choice: what was set about borders and marks.
    /// - Returns: the borders and marks to draw with.
    func adopt(on device: TerminalDevice, _ choice: Glyphs.Choice) throws(TerminalError) -> Glyphs {
        DisplayWidth.ambiguous = ambiguousWidth.value
        try device.adopt(capabilities)
        return Glyphs(choice, ambiguousWidth: ambiguousWidth.value)
    }
}
