/// A sentence of a data file in both languages of the program.
///
/// What a centre writes itself is one text in the centre's own language: then both are the same.
public struct BilingualText: Hashable, Sendable {
    public var chinese: String
    public var english: String

    public init(chinese: String, english: String) {
        self.chinese = chinese
        self.english = english
    }

    public init(_ text: String) {
        self.init(chinese: text, english: text)
    }
}
