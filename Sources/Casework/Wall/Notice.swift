/// A notice as the journal keeps it: what the centre puts up in its hall for some days (平政办发〔2024〕14号 二(一)1(3);
/// 建政发〔2022〕33号 二(四)4).
public struct NoticePosted: Hashable, Codable, Sendable {
    /// Counts the notices of the record, from 1.
    public var number: Int
    public var text: String
    public var from: CivilDate
    /// The last day.
    public var to: CivilDate
    /// Runs as a line at the bottom of every page.
    public var isUrgent: Bool

    public init(number: Int, text: String, from: CivilDate, to: CivilDate, isUrgent: Bool) {
        self.number = number
        self.text = text
        self.from = from
        self.to = to
        self.isUrgent = isUrgent
    }
}

/// A notice was taken down before its last day.
public struct NoticeRemoved: Hashable, Codable, Sendable {
    public var number: Int
    public var reason: String

    public init(number: Int, reason: String) {
        self.number = number
        self.reason = reason
    }
}

/// What the journal keeps about notices.
public enum NoticeEvent: Hashable, Sendable {
    case posted(NoticePosted)
    case removed(NoticeRemoved)
}

/// A notice as somebody wants it.
public struct NoticeDraft: Hashable, Sendable {
    public var text: String
    public var from: CivilDate
    public var to: CivilDate
    public var isUrgent: Bool
    /// A mobile number in the text is meant for everybody.
    public var publishesMobile: Bool

    public init(text: String, from: CivilDate, to: CivilDate, isUrgent: Bool = false, publishesMobile: Bool = false) {
        self.text = text
        self.from = from
        self.to = to
        self.isUrgent = isUrgent
        self.publishesMobile = publishesMobile
    }
}

/// What can be done about notices, and who may do it.
public enum NoticeAction: String, Hashable, CaseIterable, Sendable {
    case post, remove
}

extension Role {
    /// Who puts up notices in the centre's name: who leads and who supervises its work, and reviewers, who may be all that
    /// a small office has.
    public func may(_ action: NoticeAction) -> Bool {
        switch self {
        case .reviewer, .supervisor, .director: true
        case .agent, .collector, .bankAuxiliary, .windowClerk, .departmentLiaison, .countyOffice: false
        }
    }
}

/// Why a notice is not put up or taken down. Each case carries the facts; the words are in the message catalogue.
public enum NoticeRefusal: Error, Hashable, Sendable {
    case notOnStaff
    case notPermitted(NoticeAction, Role)
    case unfit(EntryField, EntryField.Fault)
    case endsBeforeItBegins(from: CivilDate, to: CivilDate)
    /// The last day has passed.
    case isOver(CivilDate)
    /// Longer than so many days.
    case tooLong(days: Int)
    /// The text holds what looks like a personal number: how it begins.
    case identityNumber(String)
    /// The text holds a mobile number, and nobody said that everybody may have it: masked.
    case mobileNumber(String)
    case unknown(Int)
    case removedAlready(Int)
}

extension NoticeEvent {
    /// The longest time that a notice hangs, in days: what is always so belongs into the catalogue.
    public static let longest = 366

    /// - Parameter today: the civil day at the centre.
    public static func posting(
        _ draft: NoticeDraft, number: Int, today: CivilDate, by actor: Actor
    ) throws(NoticeRefusal) -> NoticeEvent {
        guard actor.role.may(NoticeAction.post) else { throw .notPermitted(.post, actor.role) }
        let text = try checked(draft.text, .notice)
        guard draft.from <= draft.to else { throw .endsBeforeItBegins(from: draft.from, to: draft.to) }
        guard draft.to >= today else { throw .isOver(draft.to) }
        guard draft.to.dayNumber - draft.from.dayNumber < longest else { throw .tooLong(days: longest) }
        for number in PersonalNumber.all(in: text) {
            switch number.kind {
            case .identity: throw .identityNumber(Masking.identityNumber(number.text))
            case .mobile where !draft.publishesMobile: throw .mobileNumber(Masking.phone(number.text))
            case .mobile: break
            }
        }
        return .posted(
            NoticePosted(number: number, text: text, from: draft.from, to: draft.to, isUrgent: draft.isUrgent))
    }

    public static func removing(_ number: Int, reason: String, by actor: Actor) throws(NoticeRefusal) -> NoticeEvent {
        guard actor.role.may(NoticeAction.remove) else { throw .notPermitted(.remove, actor.role) }
        return .removed(NoticeRemoved(number: number, reason: try checked(reason, .reason)))
    }

    private static func checked(_ text: String, _ field: EntryField) throws(NoticeRefusal) -> String {
        do { return try field.fit(text) } catch { throw .unfit(field, error) }
    }
}
