/// The fields of a service item by the names that they have in files, in the order of a file's columns.
///
/// The same names say which values of an item are assumed and which field a refusal is about.
public enum ItemField: String, Hashable, Codable, CaseIterable, Comparable, Sendable {
    case code, version, level, name, kind, area, department, branches
    case promisedDays = "promised_days"
    case promise
    case legalLimit = "legal_limit"
    case condition, materials, time, filling, sample, stages
    case legalBasis = "legal_basis"
    case fee
    case feeBasis = "fee_basis"
    case source, assumed

    public static func < (one: ItemField, other: ItemField) -> Bool { one.position < other.position }

    private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }

    /// The kind of text that the field holds, with its limit: a line or several of them.
    private var entry: EntryField {
        switch self {
        case .code, .version, .level, .name, .kind, .area, .department, .branches, .promisedDays, .promise,
            .legalLimit, .materials, .stages, .fee, .assumed:
            .item
        case .condition, .time, .filling, .sample, .legalBasis, .feeBasis, .source: .note
        }
    }

    /// `text` without white space at its ends, with plain line feeds.
    ///
    /// - Throws: ``ItemRefusal/unfit(_:_:)``.
    func checked(_ text: String) throws(ItemRefusal) -> String {
        do { return try entry.fit(Self.withLineFeeds(text)) } catch { throw .unfit(self, error) }
    }

    /// The same for a text that may be left out; an empty one is none.
    func checkedIfAny(_ text: String?) throws(ItemRefusal) -> String? {
        guard let text, !text.allSatisfy(\.isWhitespace) else { return nil }
        return try checked(text)
    }

    /// CR LF and CR become LF, so that a text is the same whatever program it went through.
    private static func withLineFeeds(_ text: String) -> String {
        guard text.utf8.contains(0x0D) else { return text }
        var result = String.UnicodeScalarView()
        var wasReturn = false
        for scalar in text.unicodeScalars {
            if scalar == "\r" {
                result.append("\n")
            } else if scalar != "\n" || !wasReturn {
                result.append(scalar)
            }
            wasReturn = scalar == "\r"
        }
        return String(result)
    }
}
