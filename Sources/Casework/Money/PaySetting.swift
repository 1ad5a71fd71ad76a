/// What is paid from a month on, as the journal keeps it: the township's yearly allowance, what a village adds, the
/// rate of an item. The amounts are the centre's decisions and change; the rulebook says only where they begin.
public struct PaySetting: Hashable, Codable, Sendable {
    public enum Kind: String, Hashable, Codable, CaseIterable, Sendable {
        /// A year's allowance from the township for one village's agent (建政发〔2022〕33号 二(四)1).
        case township
        /// What the village adds in a year, where the agent is no deputy cadre.
        case village
        /// For one approved case of an item (武政管办〔2022〕36号 第十四条).
        case piece
    }

    public var kind: Kind
    /// The village or the item; `nil` for all that have none of their own.
    public var name: String?
    /// In fen; 0 ends it.
    public var fen: Int
    public var from: CivilMonth
    /// The decision that it rests on.
    public var ground: String

    /// - Throws: ``PayRefusal/unfit(_:_:)``, ``PayRefusal/amountUnfit``.
    public init(kind: Kind, name: String?, fen: Int, from: CivilMonth, ground: String) throws(PayRefusal) {
        guard fen >= 0, fen <= Int(MoneyEntry.limit) else { throw .amountUnfit }
        self.kind = kind
        self.fen = fen
        self.from = from
        do {
            self.name = try name.map { text throws(EntryField.Fault) in
                try (kind == .piece ? EntryField.item : .village).fit(text)
            }
        } catch { throw .unfit(kind == .piece ? .item : .village, error) }
        do { self.ground = try EntryField.reason.fit(ground) } catch { throw .unfit(.reason, error) }
    }
}

/// Which amounts hold in a month: what was set, and before that what the rulebook says.
public struct PayRates: Hashable, Sendable {
    /// In the order of the journal.
    public var settings: [PaySetting]
    /// The rulebook's yearly allowance in fen; `nil` where there is none.
    public var yearly: Int?

    public init(settings: [PaySetting], yearly: Int?) {
        self.settings = settings
        self.yearly = yearly
    }

    /// Fen a year from the township.
    public func yearly(of village: String, in month: CivilMonth) -> Int {
        setting(.township, village, month)?.fen ?? yearly ?? 0
    }

    /// Fen a year from the village itself.
    public func yearlyOfVillage(_ village: String, in month: CivilMonth) -> Int {
        setting(.village, village, month)?.fen ?? 0
    }

    /// Fen for one approved case; `nil` where nobody has said what it is worth.
    public func piece(_ item: String, in month: CivilMonth) -> Int? { setting(.piece, item, month)?.fen }

    /// What a new setting takes the place of: the same amount, or else the one for all, as it was set for the month from which
    /// the new one holds.
    public func replaced(by new: PaySetting) -> PaySetting? {
        func last(_ name: String?) -> PaySetting? {
            settings.filter { $0.kind == new.kind && $0.name == name && $0.from <= new.from }
                .reduce(nil) { known, next in known.map { next.from >= $0.from } ?? true ? next : known }
        }
        return last(new.name) ?? last(nil)
    }

    /// What was set for later months, and goes on to hold from those; oldest first.
    public func remaining(after new: PaySetting) -> [PaySetting] {
        let later = settings.filter { $0.kind == new.kind && $0.name == new.name && $0.from > new.from }
        // What was said last of a month counts.
        return Dictionary(later.map { ($0.from, $0) }, uniquingKeysWith: { $1 }).values.sorted { $0.from < $1.from }
    }

    /// One of its own goes before one for all; among equals the one that begins last, then the one that was said last.
    private func setting(_ kind: PaySetting.Kind, _ name: String, _ month: CivilMonth) -> PaySetting? {
        var found: PaySetting?
        for setting in settings
        where setting.kind == kind && setting.from <= month && (setting.name == nil || setting.name == name) {
            guard let known = found else {
                found = setting
                continue
            }
            if known.name != nil, setting.name == nil { continue }
            if known.name == nil, setting.name != nil || setting.from >= known.from {
                found = setting
            } else if known.name != nil, setting.from >= known.from {
                found = setting
            }
        }
        return found
    }
}
