import CaseStore
import Casework
import TerminalKit

/// Everything that a desk knows between two events. The screen is a function of it.
public struct DeskState: Hashable, Sendable {
    // Given at the start
    public let centre: Centre
    /// Who sits at the desk.
    public let person: StaffMember
    public let language: Language
    /// Under which the centre can be asked; stands on receipts.
    public let centrePhone: String?
    /// The hours at the posts; `nil` where nobody asks for them.
    public let duty: AgentRules.Duty?

    /// When this desk was opened.
    let begun: Instant

    // The terminal and the time
    public var size: TerminalSize
    public var now: Instant

    // The township as the store last told
    public internal(set) var snapshot: DeskSnapshot?
    public internal(set) var data = DataState.live
    /// The change feed cannot see the file.
    var feedIsDown = false
    /// What the deadlines of the screen are computed and explained with.
    public internal(set) var calendar: WorkCalendar
    /// The same without what the record adds to it.
    let configuredCalendar: WorkCalendar

    // What the person has done
    public internal(set) var queuePanes: [PaneID: QueuePane] = [
        .pending: QueuePane(), .dueSoon: QueuePane(), .inReview: QueuePane(),
    ]
    public internal(set) var agentsPane = AgentsPane()
    public internal(set) var focus = PaneID.pending
    public internal(set) var isZoomed = false
    /// What frames cost is shown over everything else.
    public internal(set) var showsFrameCounters = false
    /// The filter being typed, over the focused pane.
    public internal(set) var filterField: TextField?
    public internal(set) var screen = DeskScreen.panes
    public internal(set) var card: ActionCard?
    public internal(set) var overlay: DeskOverlay?
    /// The form being filled in, over everything else.
    public internal(set) var form: OpenForm?
    /// The last thing that the program had to say.
    public internal(set) var notice: Notice?
    /// What this desk was told is done, oldest first.
    var ownActions: [OwnAction] = []
    /// The restores of which the person has said that they have read it, by the hashes of their entries.
    var toldRestores: Set<String> = []
    /// The record was replaced under this desk, and the person has not said yet that they have read it.
    public internal(set) var replacement: ReplacementNote?
    /// The last action of this desk, while it can be taken back.
    public internal(set) var lastDone: DoneAction?
    /// Reasons that were typed and not sent.
    var drafts: [DraftKey: String] = [:]
    /// The same of decisions about people, by number, name and month: in another database the same number is another person.
    var tenureDrafts: [String: String] = [:]
    /// The same of forms, by the draft name of their purpose.
    var formDrafts: [String: DeskDrafts.Filled] = [:]
    /// The values of the open form when nothing has been typed.
    var blankForm: [String: FormValue] = [:]
    /// What was last handed out to be kept.
    var keptDrafts = DeskDrafts()
    /// It was handed out to be kept with the next keys together.
    var draftsArePending = false
    var draftSpot = DraftSpot()
    /// What this desk acted on, as it was before: when that leaves a queue, the selection moves on without a ghost. The
    /// same case, back in the queue with a later version, is not among them.
    var actedOn: Set<CaseReference> = []

    // Requests under way
    var isLoading = false
    /// Something changed while a request was under way.
    var mustReload = false
    /// The last backup that was due was not made.
    var hasBackupTrouble = false
    /// The last request failed: nothing more is asked for until something happens.
    var loadFailed = false

    public init(
        centre: Centre, person: StaffMember, language: Language, calendar: WorkCalendar,
        configured: WorkCalendar? = nil, size: TerminalSize, now: Instant, centrePhone: String? = nil,
        duty: AgentRules.Duty? = nil
    ) {
        self.duty = duty
        self.centre = centre
        self.calendar = calendar
        configuredCalendar = configured ?? calendar
        self.person = person
        self.language = language
        self.size = size
        self.now = now
        begun = now
        self.centrePhone = centrePhone
    }

    /// How the screen is cut up at this size.
    public var layout: DeskLayout { DeskLayout(size: size, focus: focus, isZoomed: isZoomed, language: language) }

    /// The row that a key on this screen means.
    public var selectedRow: QueueRow? {
        switch screen {
        case .panes: queuePanes[focus]?.selected
        case .agentCases(let list): list.selectedRow
        case .detail, .attendance: nil
        }
    }

    /// What the panes need from the store now.
    public var request: DeskRequest {
        var queues: [Queue: QueueRequest] = [:]
        for (id, pane) in queuePanes {
            if let queue = id.queue { queues[queue] = pane.request }
        }
        return DeskRequest(now: now, queues: queues, loads: loadRequest, plan: plan)
    }

    /// The hours at the posts, on the days of the calendar.
    var plan: DutyPlan? { duty.map { DutyPlan(duty: $0, calendar: calendar, offset: centre.offset) } }

    /// Whose loads are on the screen: of the pane, and of the list that one chooses from.
    private var loadRequest: LoadRequest {
        guard !agentsPane.agents.isEmpty else { return .first(AgentsPane.firstLoads) }
        var wanted = agentsPane.wanted
        if case .agent(let picker) = card?.question { wanted.formUnion(picker.wanted) }
        return .only(wanted)
    }

    /// Whether loads that are on the screen were not asked for yet.
    var lacksLoads: Bool {
        if case .agent(let picker) = card?.question, picker.lacksLoads { return true }
        return layout.panes[.agents] != nil && agentsPane.lacksLoads
    }

    /// Whether the focused pane shows only a part of its list.
    var hasFilter: Bool {
        guard case .panes = screen else { return false }
        return !(focus == .agents ? agentsPane.filter : queuePanes[focus]?.filter ?? "").isEmpty
    }

    func text(_ message: Message) -> String { message.text(language) }
}

/// What fills the middle of the screen.
public enum DeskScreen: Hashable, Sendable {
    case panes
    case detail(DetailScreen)
    case agentCases(AgentCases)
    case attendance(AttendanceScreen)
}

/// What lies over the middle and only informs or chooses.
public enum DeskOverlay: Hashable, Sendable {
    case help(top: Int)
    case explanation(top: Int)
    case palette(CommandPalette)
    /// Looking for a case among all.
    case find(FindList)
    /// Everything that can be done with a case.
    case life(LifeMenu)
    /// Entries of villages that wait for a person.
    case relayTasks(RelayTaskList)
    /// Of the case that was just registered.
    case receipt(Receipt, top: Int)
    /// The sessions of one person's month, with the reasons.
    case sessions(AttendanceMonth, top: Int)
    /// Sheets of the centre.
    case sheets(SheetDesk)
    /// Of one agent.
    case appraisal(AppraisalScreen, top: Int)
}

/// One case, whole.
public struct DetailScreen: Hashable, Sendable {
    public let id: CaseID
    public var detail: CaseDetail?
    public var top = 0
    /// The person may see what is masked, having said why.
    public var isRevealed = false
    /// The case has changed under the person's eyes.
    var settling: Settling?
    /// Where Escape leads back to.
    public let cameFrom: AgentCases?
}

/// The open cases of one agent.
public struct AgentCases: Hashable, Sendable {
    public let agent: StaffMember
    public var rows: [QueueRow]?
    public var selected: CaseID?
    public var top = 0
    /// The selected case has changed under the person's eyes.
    var settling: Settling?

    public var index: Int { rows?.firstIndex { $0.reference.id == selected } ?? 0 }

    public var selectedRow: QueueRow? { rows?.first { $0.reference.id == selected } }

    mutating func take(_ fresh: [QueueRow], now: Instant) {
        let before = selectedRow
        rows = fresh
        if selected == nil { selected = fresh.first?.reference.id }
        if before != nil, before?.reference != selectedRow?.reference {
            settling = Settling(at: now, Settling.afterChange)
        }
    }

    mutating func move(by distance: Int) {
        guard let rows, !rows.isEmpty else { return }
        select(rows[min(max(index + distance, 0), rows.count - 1)].reference.id)
    }

    mutating func select(_ id: CaseID) {
        (selected, settling) = (id, nil)
    }
}

/// A searchable list of all commands.
public struct CommandPalette: Hashable, Sendable {
    public var field = TextField("")
    public var index = 0

    mutating func move(by distance: Int, _ language: Language) {
        index = min(max(index + distance, 0), max(shown(language).count - 1, 0))
    }

    public func shown(_ language: Language) -> [CommandID] {
        let words = SearchWord.words(field.text)
        return CommandID.allCases.filter { command in
            let texts = [SearchedText(command.rawValue), SearchedText(Message.commandTitle(command).text(language))]
            return words.allSatisfy { word in texts.contains { $0.contains(word) } }
        }
    }
}

/// Whether the screen can be trusted to be current.
public enum DataState: Hashable, Sendable {
    case live
    /// Not readable since then: the screen shows how things stood at that time.
    case stale(since: Instant, why: StoreError)
}

/// A line that stays until the next key.
public struct Notice: Hashable, Sendable {
    public enum Tone: Hashable, Sendable {
        case good, warning
    }

    public var message: Message
    public var tone: Tone
}

/// An action of this desk that can be taken back while nothing came after it.
public struct DoneAction: Hashable, Sendable {
    public var kind: UndoableAction.Kind
    /// The case as it stood after the action.
    public var reference: CaseReference
    public var number: String
    public var applicant: String
    public var item: String
    public var village: String
    public var holderName: String?
}

/// Whose unsent reason it is.
struct DraftKey: Hashable, Sendable {
    var id: CaseID
    var number: String
    var kind: CaseCommand.Kind
}

extension DraftKey {
    init(_ card: ActionCard) {
        self.init(id: card.reference.id, number: card.number, kind: card.kind)
    }
}
