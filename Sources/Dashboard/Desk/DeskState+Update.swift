import CaseStore
import Casework
import TerminalKit

/// One event in, a new state and effects out. Synchronous and pure: the time comes in with the event.
extension DeskState {
    public mutating func update(_ event: DeskEvent, at now: Instant) -> [DeskEffect] {
        self.now = now
        var effects: [DeskEffect] = []
        if !event.isAnswer { loadFailed = false }
        switch event {
        case .input(let input):
            handle(input, &effects)
        case .resized(let size):
            self.size = size
            settleScroll()
        case .tick:
            // Time alone moves cases into the near and overdue ones.
            load(&effects)
            if case .live = data { effects += [.raiseWarnings, .lookAfterBackups] }
        case .feed(let signal):
            take(signal, &effects)
        case .loaded(let result, let request):
            take(result, request, &effects)
        case .detail(let id, let result):
            take(result, of: id)
        case .agentCases(let agent, let result):
            take(result, of: agent)
        case .attendance(let month, let result):
            take(result, of: month)
        case .appraisal(let person, let month, let result):
            take(result, of: person, in: month)
        case .tenureDecided(let card, let result):
            take(result, of: card, &effects)
        case .searched(let text, let result):
            take(result, for: text, &effects)
        case .relayTasks(let result):
            take(result)
        case .calendar(.success(let changes)):
            // Not over what was: a restore may have taken something away.
            calendar = configuredCalendar.with(changes)
        case .calendar(.failure(let why)):
            setStale(why)
        case .performed(let card, let result):
            take(result, of: card, &effects)
        case .intakeLists(let result):
            take(result, &effects)
        case .duplicates(let matter, let result):
            take(result, about: matter)
        case .registered(let request, let result):
            take(result, of: request, &effects)
        case .receiptIssued(let result):
            take(result)
        case .sheet(let request, let result):
            take(result, of: request)
        case .sheetIssued(let result):
            takeIssued(result)
        case .helpers(let holder, let result):
            take(result, except: holder)
        case .draftsFound(let found):
            take(found)
        case .backup(let news):
            take(news)
        case .replacement(let result):
            take(result)
        case .draftsNotKept(let detail):
            notice = Notice(message: .form(.draftsNotKept(detail)), tone: .warning)
        }
        markOutdatedForm()
        if needsMoreRows { load(&effects) }
        keepDrafts(&effects)
        return effects
    }

    /// A failure is told each time; what goes as it should is told only after one.
    private mutating func take(_ news: BackupOutlet.News) {
        switch news {
        case .failed(let words):
            hasBackupTrouble = true
            notice = Notice(message: .backup(.failed(words)), tone: .warning)
        case .made:
            if hasBackupTrouble { notice = Notice(message: .backup(.madeAgain), tone: .good) }
            hasBackupTrouble = false
        }
    }

    /// Asks for the panes anew; while one request is under way, remembers to ask again.
    mutating func load(_ effects: inout [DeskEffect]) {
        if isLoading {
            mustReload = true
        } else {
            isLoading = true
            effects.append(.load(request))
        }
    }

    private var needsMoreRows: Bool {
        guard snapshot != nil, !isLoading, !loadFailed else { return false }
        let layout = layout
        return lacksLoads || queuePanes.contains { id, pane in layout.panes[id] != nil && pane.needsMore }
    }

    private mutating func take(_ signal: ChangeFeed.Signal, _ effects: inout [DeskEffect]) {
        switch signal {
        case .changed:
            reloadEverything(&effects)
        case .unreachable(let why):
            feedIsDown = true
            setStale(why)
        case .reachable:
            feedIsDown = false
            reloadEverything(&effects)
        }
    }

    /// From now on the screen shows how things stood; the person is told once.
    private mutating func setStale(_ why: StoreError) {
        guard case .live = data else { return }
        data = .stale(since: now, why: why)
        // Where nothing was ever read, the panes themselves say why.
        notice = snapshot == nil ? nil : Notice(message: .stale(why), tone: .warning)
    }

    private mutating func reloadEverything(_ effects: inout [DeskEffect]) {
        load(&effects)
        if case .appraisal(let screen, _) = overlay {
            effects.append(.loadAppraisal(screen.member.id, screen.month))
        }
        if case .life(let menu) = overlay, menu.current != nil { effects.append(.loadDetail(menu.subject.id)) }
        if case .sheets(let desk) = overlay { effects.append(.loadSheet(desk.request)) }
        if case .relayTasks = overlay { effects.append(.loadRelayTasks) }
        if case .find(let list) = overlay, !list.isAsking { effects.append(.search(list.field.text)) }
        switch screen {
        case .panes: break
        case .detail(let detail): effects.append(.loadDetail(detail.id))
        case .agentCases(let list): effects.append(.loadAgentCases(list.agent.id))
        case .attendance(let attendance): effects.append(.loadAttendance(attendance.month))
        }
    }

    private mutating func take(
        _ result: Result<DeskSnapshot, StoreError>, _ request: DeskRequest, _ effects: inout [DeskEffect]
    ) {
        isLoading = false
        switch result {
        case .success(let fresh):
            if fresh.calendarChanges > snapshot?.calendarChanges ?? 0 { effects.append(.loadCalendar) }
            if let mark = fresh.record, let known = snapshot?.record, mark != known { letGoOfRecord(&effects) }
            snapshot = fresh
            for id in PaneID.allCases {
                guard let queue = id.queue, let page = fresh.pages[queue], let asked = request.queues[queue] else {
                    continue
                }
                queuePanes[id]?.take(page, answering: asked, actedOn: actedOn, now: now)
            }
            if case .stale = data, !feedIsDown {
                data = .live
                notice = Notice(message: .backAgain, tone: .good)
            }
            agentsPane.take(fresh.agents)
            for pane in queuePanes.values {
                if pane.isGhost, pane.departure == nil, let id = pane.selected?.reference.id {
                    effects.append(.loadDetail(id))
                }
            }
            if case .agent(var picker) = card?.question {
                picker.take(fresh.agents)
                card?.question = .agent(picker)
            }
            settleScroll()
        case .failure(let error):
            setStale(error)
            loadFailed = true
            mustReload = false
            effects.append(.tryAgain)
        }
        if mustReload {
            mustReload = false
            load(&effects)
        }
    }

    private mutating func take(_ result: Result<CaseDetail?, StoreError>, of id: CaseID) {
        if case .success(let fresh?) = result {
            for pane in queuePanes.keys { queuePanes[pane]?.explainGhost(fresh) }
            tellLifeMenu(fresh)
        }
        guard case .detail(var detail) = screen, detail.id == id else { return }
        switch result {
        case .success(let fresh?):
            let seen = detail.detail?.case.reference
            let isOwn = seen.map { actedOn.contains($0) && fresh.case.version == $0.version + 1 } ?? true
            if seen != fresh.case.reference, !isOwn {
                detail.settling = Settling(at: now, Settling.afterChange)
                if let last = fresh.trace.first(where: { $0.event.kind != .revealed }) {
                    notice = Notice(message: changeMessage(last, number: fresh.case.number), tone: .warning)
                }
            }
            detail.detail = fresh
            screen = .detail(detail)
        case .success(nil):
            leaveUnread(detail, saying: .caseMissing)
        case .failure(let error):
            leaveUnread(detail, saying: .storeProblem(error))
        }
    }

    /// A page on which nothing will ever stand is put away again; one that has something stays.
    private mutating func leaveUnread(_ detail: DetailScreen, saying message: Message) {
        if detail.detail == nil { screen = detail.cameFrom.map(DeskScreen.agentCases) ?? .panes }
        notice = Notice(message: message, tone: .warning)
    }

    private mutating func take(_ result: Result<[QueueRow], StoreError>, of agent: StaffID) {
        guard case .agentCases(var list) = screen, list.agent.id == agent else { return }
        switch result {
        case .success(let rows):
            list.take(rows, now: now)
            screen = .agentCases(list)
        case .failure(let error):
            notice = Notice(message: .storeProblem(error), tone: .warning)
        }
    }

    private mutating func take(_ result: Result<[AttendanceMonth], StoreError>, of month: CivilMonth) {
        guard case .attendance(var attendance) = screen, attendance.month == month else { return }
        switch result {
        case .success(let months):
            attendance.take(months)
            screen = .attendance(attendance)
            settleScroll()
        case .failure(let error):
            notice = Notice(message: .storeProblem(error), tone: .warning)
        }
    }

    /// Keeps every selected row visible at the present size.
    mutating func settleScroll() {
        let layout = layout
        for id in PaneID.allCases {
            guard let region = layout.panes[id] else { continue }
            let visible = DeskLayout.rows(in: region)
            if id == .agents {
                agentsPane.reveal(visible: visible)
            } else {
                queuePanes[id]?.reveal(visible: visible)
            }
        }
        if case .agentCases(var list) = screen {
            let visible = DeskLayout.rows(in: layout.body)
            list.top = ScrollWindow.top(
                current: list.top, selected: list.index, visible: visible, count: list.rows?.count ?? 0)
            screen = .agentCases(list)
        }
        if case .attendance(var attendance) = screen {
            attendance.top = ScrollWindow.top(
                current: attendance.top, selected: attendance.index, visible: AttendanceView.rows(in: layout.body),
                count: attendance.months?.count ?? 0)
            screen = .attendance(attendance)
        }
    }
}

extension DeskEvent {
    /// Whether the event only answers what the desk asked for.
    fileprivate var isAnswer: Bool {
        switch self {
        case .loaded, .detail, .agentCases, .attendance, .appraisal, .calendar, .performed, .searched, .relayTasks: true
        case .intakeLists, .duplicates, .registered, .receiptIssued, .helpers, .draftsFound, .draftsNotKept, .backup,
            .sheet, .sheetIssued, .tenureDecided, .replacement:
            true
        case .input, .resized, .tick, .feed: false
        }
    }
}
