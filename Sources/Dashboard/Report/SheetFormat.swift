import Casework

/// How a sheet is written for others.
public enum SheetFormat: String, Hashable, CaseIterable, Sendable {
    /// For a printer, in pages.
    case text
    /// For spreadsheet programs, with a byte order mark and sealed cells.
    case csv
    case json
    /// One page without anything from elsewhere, for A4.
    case html
}

/// The values of a sheet in one language.
public struct SheetWording: Sendable {
    public var language: Language
    public var offset: UTCOffset

    public init(language: Language, offset: UTCOffset) {
        self.language = language
        self.offset = offset
    }

    public func text(_ value: SheetValue) -> String {
        switch value {
        case .none: return ""
        case .text(let text): return text
        case .term(let term): return word(.term(term))
        case .count(let count): return String(count)
        case .money(let fen): return Yuan.text(fen: fen)
        case .date(let date): return "\(date)"
        case .instant(let instant): return instant.civilText(offset)
        case .month(let month): return "\(month)"
        case .list(let values):
            let isNested = values.contains { value in
                if case .list = value { return true }
                return false
            }
            let texts = values.map { text($0) }
            return texts.joined(separator: isNested ? word(.listSeparator) : " ")
        }
    }

    /// What something is made of: the words, and what it adds.
    public func text(_ part: SheetPart) -> (what: String, amount: String) {
        (part.what.map { text($0) }.joined(separator: " "), text(part.amount))
    }

    func note(_ note: SheetNote) -> String {
        let values = note.values.map { value -> String in
            if case .list(let parts) = value { return parts.map { text($0) }.joined(separator: word(.listSeparator)) }
            return text(value)
        }
        return word(.term(note.term)) + values.joined(separator: " ")
    }

    func title(_ sheet: Sheet) -> String { "\(sheet.centre) \(word(.kind(sheet.kind)))" }

    func subtitle(_ sheet: Sheet) -> String {
        var parts = [word(.period(sheet.period))]
        if let village = sheet.village { parts.append(village) }
        if sheet.columns.contains(where: \.isMoney) { parts.append(word(.unitYuan)) }
        switch sheet.standing {
        case .fixed: parts.append(word(.fixed))
        case .running(let at): parts.append(word(.running(at: at.civilText(offset))))
        }
        return parts.joined(separator: "  ")
    }

    func signature(_ signature: Sheet.Signature, blank: String) -> String {
        let who = signature.name ?? blank
        let day = signature.on.map { "\($0)" } ?? blank
        return word(.signature(text(.term(signature.role)), who: who, on: day))
    }

    public func word(_ message: SheetMessage) -> String { Message.sheet(message).text(language) }
}
