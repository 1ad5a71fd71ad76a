/// White space around what somebody typed or a file held says nothing: the one way in which it is taken off.
extension StringProtocol {
    /// Without white space at either end; empty when there is nothing else.
    public func trimmingWhitespace() -> String {
        if let first = unicodeScalars.first, let last = unicodeScalars.last, isPlain(first), isPlain(last) {
            return String(self)
        }
        let front = drop { $0.isWhitespace }
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}

/// What surely is no white space, as the ends of nearly all texts are: to look a character up takes longer.
private func isPlain(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x21..<0x7F, 0x4E00...0x9FFF: true
    default: false
    }
}
