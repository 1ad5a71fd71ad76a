import CaseStore
import Casework
import TerminalKit

/// The list of everything that can be done with one case, and of what cannot and why.
///
/// Like an ``ActionCard`` it carries the case and the version that the person saw when the key was pressed; what the store
/// tells afterwards is used to say what applies, never to act on.
public struct LifeMenu: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public var kind: CaseCommand.Kind
        /// Why it can not be done now.
        public var refusal: Refusal?
    }

    public let subject: QueueRow
    /// The case with all that belongs to it; `nil` until the store has answered.
    public internal(set) var current: Case?
    public var field = TextField("")
    private var selected: CaseCommand.Kind?

    init(subject: QueueRow, current: Case?) {
        self.subject = subject
        self.current = current
    }

    /// Whether the case has moved on since the key was pressed.
    public var isOutdated: Bool { current.map { $0.version != subject.reference.version } ?? false }

    /// What it offers: taking back is about the desk's own last step and looking is about the screen, both have their keys.
    static let kinds = CaseCommand.Kind.allCases.filter { $0 != .undo && $0 != .reveal }

    /// What fits the typed text: what can be done now first, each part in the order of a case's life.
    public func shown(by actor: Actor, _ language: Language) -> [Entry] {
        guard let current else { return [] }
        let words = SearchWord.words(field.text)
        let fitting = Self.kinds.filter { kind in
            let texts = [SearchedText(kind.rawValue), SearchedText(Message.action(kind).text(language))]
            return words.allSatisfy { word in texts.contains { $0.contains(word) } }
        }
        let entries = fitting.map { kind in
            do throws(Refusal) {
                try current.permit(kind, actor)
                return Entry(kind: kind)
            } catch {
                return Entry(kind: kind, refusal: error)
            }
        }
        return entries.filter { $0.refusal == nil } + entries.filter { $0.refusal != nil }
    }

    func index(in entries: [Entry]) -> Int { entries.firstIndex { $0.kind == selected } ?? 0 }

    mutating func move(by distance: Int, in entries: [Entry]) {
        guard !entries.isEmpty else { return }
        selected = entries[min(max(index(in: entries) + distance, 0), entries.count - 1)].kind
    }

    /// After typing: the first that fits.
    mutating func settle() { selected = nil }
}
