import CaseStore
import Casework
import TerminalKit

/// What goes into a session, and how it comes out.
extension DeskSession {
    /// What a session is given.
    public struct Parts: Sendable {
        public var device: TerminalDevice
        public var profile: TerminalProfile
        public var store: CaseStore
        public var feed: ChangeFeed
        /// As configured; what the record adds to the calendar is read from it.
        public var rules: Rules
        public var view: DeskView
        /// Which marks the view shows, once the terminal is known.
        public var glyphs: Glyphs.Choice
        /// The columns of ambiguous characters, where the person has set them.
        public var ambiguousWidth: AmbiguousWidth?
        /// The wall clock; only the program's entry reads the machine's.
        public var clock: @Sendable () -> Instant
        /// Where what was typed is kept; `nil` keeps it in the process only.
        public var drafts: DraftPlace?
        /// How receipts leave the program.
        public var receipts: ReceiptOutlet?
        /// How backups are made beside the desk; `nil` where it makes none.
        public var backups: BackupOutlet?

        public init(
            device: TerminalDevice, profile: TerminalProfile, store: CaseStore, feed: ChangeFeed, rules: Rules,
            view: DeskView, glyphs: Glyphs.Choice = .auto, ambiguousWidth: AmbiguousWidth? = nil,
            clock: @escaping @Sendable () -> Instant, drafts: DraftPlace? = nil, receipts: ReceiptOutlet? = nil,
            backups: BackupOutlet? = nil
        ) {
            self.device = device
            self.profile = profile
            self.store = store
            self.feed = feed
            self.rules = rules
            self.view = view
            self.glyphs = glyphs
            self.ambiguousWidth = ambiguousWidth
            self.clock = clock
            self.drafts = drafts
            self.receipts = receipts
            self.backups = backups
        }
    }

    /// How a session ended.
    public enum Ending: Hashable, Sendable {
        case quit
        /// A signal (its number) asked for the end.
        case stopped(Int32)
        /// The terminal is gone.
        case lineLost
    }
}
