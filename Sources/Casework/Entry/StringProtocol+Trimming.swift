/// White space around what somebody typed or a file held says nothing: the one way in which it is taken off.
extension StringProtocol {
    /// Without white space at either end; empty when there is nothing else.
    public func trimmingWhitespace() -> String {
        let front = drop { $0.isWhitespace }
        guard let last = front.lastIndex(where: { !$0.isWhitespace }) else { return "" }
        return String(front[...last])
    }
}
