import CaseStore
import Casework
import Dispatch
import TerminalKit

/// A desk at work: one actor that owns the state, the frame buffers and the terminal.
///
/// Events come in as batches; each is run through the pure ``DeskState/update(_:at:)``; then one frame is drawn, encoded
/// against the one before, and written at once. The store works elsewhere and answers with events.
public actor DeskSession {
    private enum Arrival: Sendable {
        case desk(DeskEvent)
        case terminal(TerminalEvents.Event)
    }

    private let parts: Parts
    private let queue = EventQueue<Arrival>()
    private var state: DeskState
    private var buffer: CellBuffer
    private var encoder: FrameEncoder
    private var view: DeskView
    /// The terminal has answered what it can do, or has had its time. Nothing is drawn before.
    private var isTerminalKnown = false
    /// What happened before that, in order. It waits too, so that nobody leaves or suspends a desk while answers are on
    /// their way: they would be typed at the shell.
    private var early: [Arrival] = []
    private var ending: Ending?
    /// The continuation that one's own suspension causes is answered already.
    private var expectsContinuation = false
    // The store blocks while it works or waits for a lock, so it has threads of its own. Each queue answers in the order
    // in which it was asked; reading does not wait for writing.
    private let reading = DispatchQueue(label: "daiban.reading", qos: .userInteractive)
    private let recording = DispatchQueue(label: "daiban.recording", qos: .userInteractive)
    /// A printer may take its time.
    private let issuing = DispatchQueue(label: "daiban.issuing", qos: .userInteractive)
    private let keeper: DraftKeeper?
    private let backups: BackupKeeper?
    /// Failed actions whose answer came after the screen was gone.
    public private(set) var undelivered: [Message] = []

    public init(_ state: DeskState, _ parts: Parts) {
        self.state = state
        self.parts = parts
        buffer = CellBuffer(size: state.size)
        encoder = FrameEncoder(depth: parts.profile.colourDepth)
        view = parts.view
        backups = parts.backups.map(BackupKeeper.init)
        keeper = parts.drafts.map { [queue] place in
            DraftKeeper(place) { [queue] detail in queue.push(.desk(.draftsNotKept(detail))) }
        }
    }

    /// Runs until the person leaves, a signal comes, or the line is lost. The terminal is given back in each case, and
    /// every action that was begun is finished first.
    public func run() async throws(TerminalError) -> Ending {
        let terminal = TerminalEvents(device: parts.device, escapeDelay: parts.profile.escapeDelay) {
            [queue] event in
            queue.push(.terminal(event))
        }
        // Signals are caught from before the terminal is taken until after it is given back.
        try terminal.start()
        defer { terminal.stop() }
        try parts.device.enter()
        defer {
            terminal.pause()
            parts.device.leave()
        }
        var failure: TerminalError?
        do {
            try await work(terminal)
        } catch {
            failure = error
        }
        await finishRecording()
        if let failure, !failure.isLossOfLine { throw failure }
        return ending ?? .lineLost
    }

    /// Returns when ``ending`` is known.
    private func work(_ terminal: TerminalEvents) async throws(TerminalError) {
        state.size = parts.device.size()
        // The terminal answers while the panes are read.
        try terminal.ask(parts.profile, through: parts.device)
        // The first frame shows the township, not an empty frame: the panes are read before it is drawn.
        loadNow()
        if let drafts = parts.drafts {
            reading.asyncCovered { [queue] in
                queue.push(.desk(.draftsFound(drafts.load())))
            }
        }

        parts.feed.start { [queue] signal in queue.push(.desk(.feed(signal))) }
        defer { parts.feed.stop() }
        let minutes = minuteTimer()
        defer { minutes.cancel() }

        for await batch in queue {
            SignalStack.coverThread()
            for arrival in batch { try receive(arrival, terminal) }
            if ending != nil { return }
            if isTerminalKnown { try draw() }
        }
    }

    /// Waits until every action that was begun is recorded or refused. What failed and can no longer be shown is kept in
    /// ``undelivered``.
    private func finishRecording() async {
        await withCheckedContinuation { continuation in recording.async { continuation.resume() } }
        queue.finish()
        defer { keeper?.finish() }
        for await batch in queue {
            for arrival in batch {
                switch arrival {
                case .desk(.performed(let card, let result)):
                    keep(state.update(.performed(card, result), at: parts.clock()))
                    guard case .failure = result else { continue }
                    let problem = state.card?.problem ?? state.form?.form.problem ?? state.notice?.message
                    if let problem { undelivered.append(problem) }
                case .desk(.registered(let request, let result)):
                    keep(state.update(.registered(request, result), at: parts.clock()))
                    guard case .failure = result else { continue }
                    if let problem = state.form?.form.problem ?? state.notice?.message { undelivered.append(problem) }
                case .terminal(.signal(.stop(let number))):
                    // A call can fail at the end before the signal is taken that asks for it.
                    ending = ending ?? .stopped(number)
                default:
                    continue
                }
            }
        }
    }

    /// Tells when the minute turns. No task sleeps for it: that would be done by the global pool of tasks, which on
    /// Linux wakes up every second for ever once it has run anything.
    private func minuteTimer() -> any DispatchSourceTimer {
        let timer = DispatchSource.makeTimerSource(queue: reading)
        let left = 60_000 - parts.clock().milliseconds % 60_000 + 5
        // By the wall clock, so that a machine that slept is told at once.
        timer.schedule(wallDeadline: .now() + .milliseconds(Int(left)), repeating: .seconds(60))
        timer.setEventHandler { [queue] in queue.push(.desk(.tick)) }
        timer.activate()
        return timer
    }

    private func loadNow() {
        let request = state.request
        let result = Result { () throws(StoreError) in try parts.store.desk(request) }
        perform(state.update(.loaded(result, request: request), at: parts.clock()))
    }

    private func receive(_ arrival: Arrival, _ terminal: TerminalEvents) throws(TerminalError) {
        guard !isTerminalKnown else { return try take(arrival, terminal) }
        guard case .terminal(.answered(let answers)) = arrival else { return early.append(arrival) }
        try adopt(TerminalFindings(parts.profile, answers: answers, ambiguousWidth: parts.ambiguousWidth))
        for arrival in early { try take(arrival, terminal) }
        early = []
    }

    private func take(_ arrival: Arrival, _ terminal: TerminalEvents) throws(TerminalError) {
        guard ending == nil else { return }
        switch arrival {
        case .desk(let event):
            perform(state.update(event, at: parts.clock()))
        case .terminal(.input(let events)):
            for event in events {
                let effects = state.update(.input(event), at: parts.clock())
                perform(effects)
                if effects.contains(.suspend) { try suspend(terminal) }
                if ending != nil { return }
            }
        case .terminal(.signal(.resized)):
            perform(state.update(.resized(parts.device.size()), at: parts.clock()))
            encoder.invalidate()
        case .terminal(.signal(.continued)):
            if expectsContinuation {
                expectsContinuation = false
            } else {
                try parts.device.enter()
                try resume()
            }
        case .terminal(.signal(.suspend)):
            try suspend(terminal)
        case .terminal(.signal(.stop(let number))):
            ending = .stopped(number)
        case .terminal(.answered):
            break  // it is asked once
        case .terminal(.ended):
            ending = .lineLost
        }
    }

    /// From now on the screen is drawn, as the terminal can show it.
    private func adopt(_ findings: TerminalFindings) throws(TerminalError) {
        view.glyphs = try findings.adopt(on: parts.device, parts.glyphs)
        encoder = FrameEncoder(findings.capabilities)
        isTerminalKnown = true
    }

    private func perform(_ effects: [DeskEffect]) {
        for effect in effects {
            switch effect {
            case .load(let request):
                answer { store in .loaded(Result { () throws(StoreError) in try store.desk(request) }, request: request)
                }
            case .loadDetail(let id):
                answer { store in .detail(id, Result { () throws(StoreError) in try store.detail(of: id) }) }
            case .loadCalendar:
                answer { store in .calendar(Result { () throws(StoreError) in try store.calendarChanges() }) }
            case .loadAgentCases(let agent):
                let query = CaseListQuery.inHand(of: agent)
                answer { store in .agentCases(agent, Result { () throws(StoreError) in try store.list(query) }) }
            case .loadAttendance(let month):
                var rules = parts.rules
                rules.calendar = state.calendar
                let (current, now) = (rules, parts.clock())
                answer { store in
                    .attendance(
                        month,
                        Result { () throws(StoreError) in
                            try store.attendance(in: month, rules: current, now: now)
                        })
                }
            case .loadAppraisal(let person, let month):
                let rules = Rules(
                    rulebook: parts.rules.rulebook, calendar: state.calendar, offset: parts.rules.offset)
                let now = parts.clock()
                answer { store in
                    .appraisal(
                        person, month,
                        Result { () throws(StoreError) in
                            try store.appraisal(of: person, in: month, rules: rules, at: now)
                        })
                }
            case .decideTenure(let card):
                decide(card)
            case .search(let text):
                answer { store in
                    .searched(text, Result { () throws(StoreError) in try store.search(text, limit: FindList.limit) })
                }
            case .loadRelayTasks:
                answer { store in
                    .relayTasks(Result { () throws(StoreError) in try store.relayTaskRows() })
                }
            case .perform(let command, let card):
                let actor = Actor(state.person)
                let now = parts.clock()
                let rules = parts.rules
                record { store in
                    .performed(
                        card,
                        Result { () throws(ActionError) in
                            try store.perform(command, on: card.reference, by: actor, at: now, rules: rules)
                        })
                }
            case .loadIntakeLists:
                answer { store in
                    .intakeLists(
                        Result { () throws(StoreError) in
                            IntakeLists(items: try store.itemChoices(), villages: try store.villages())
                        })
                }
            case .findDuplicates(let matter):
                answer { store in
                    .duplicates(matter, Result { () throws(StoreError) in try store.openCases(about: matter) })
                }
            case .register(let request):
                let actor = Actor(state.person)
                let rules = parts.rules
                record { store in
                    .registered(
                        request,
                        Result { () throws(IntakeError) in
                            try store.register(request.intake, seen: request.seen, by: actor, rules: rules)
                        })
                }
            case .loadHelpers(let holder):
                answer { store in
                    .helpers(except: holder, Result { () throws(StoreError) in try store.allStaff() })
                }
            case .issueReceipt(let number, let text):
                let outlet = parts.receipts
                issuing.asyncCovered { [queue] in
                    queue.push(.desk(.receiptIssued(outlet?.issue(number, text) ?? .failure(.notConfigured))))
                }
            case .loadSheet(let request):
                let (now, rules) = (parts.clock(), parts.rules)
                answer { store in
                    .sheet(
                        request,
                        Result { () throws(SheetError) in try store.sheet(request, at: now, rules: rules) })
                }
            case .issueSheet(let sheet):
                let outlet = parts.receipts
                let wording = SheetWording(language: state.language, offset: state.centre.offset)
                issuing.asyncCovered { [queue] in
                    let text = SheetText(wording, width: SheetText.width(for: sheet)).pages(sheet)
                    let name = "\(sheet.kind.rawValue)-\(sheet.period)"
                    queue.push(.desk(.sheetIssued(outlet?.issue(name, text) ?? .failure(.notConfigured))))
                }
            case .raiseWarnings:
                WarningRaiser(
                    store: parts.store, rules: parts.rules, clock: parts.clock, reading: reading, recording: recording
                ).raise()
            case .lookAfterBackups:
                backups?.look { [queue] news in queue.push(.desk(.backup(news))) }
            case .keepDrafts:
                keep([effect])
            case .tryAgain:
                reading.asyncAfter(deadline: .now() + .seconds(1)) { [queue] in queue.push(.desk(.tick)) }
            case .redraw:
                encoder.invalidate()
            case .suspend:
                break
            case .quit:
                ending = .quit
            }
        }
    }

    private func decide(_ card: TenureCard) {
        let (actor, now) = (Actor(state.person), parts.clock())
        let rules = Rules(rulebook: parts.rules.rulebook, calendar: state.calendar, offset: parts.rules.offset)
        record { store in
            .tenureDecided(
                card,
                Result { () throws(RecordError) in
                    try store.decideTenure(
                        card.outcome, about: card.member.id, reason: card.reason.text, seen: card.seen, rules: rules,
                        at: now, by: actor)
                })
        }
    }

    /// Asks the store off this actor; its answer comes back as an event.
    private func answer(_ ask: @escaping @Sendable (CaseStore) -> DeskEvent) {
        let store = parts.store
        reading.asyncCovered { [queue] in
            queue.push(.desk(ask(store)))
        }
    }

    /// The same for an action.
    private func record(_ act: @escaping @Sendable (CaseStore) -> DeskEvent) {
        let store = parts.store
        recording.asyncCovered { [queue] in
            queue.push(.desk(act(store)))
        }
    }

    private func keep(_ effects: [DeskEffect]) {
        for case .keepDrafts(let drafts, let atOnce) in effects { keeper?.keep(drafts, atOnce: atOnce) }
    }

    private func draw() throws(TerminalError) {
        let figures = FrameFigures(last: encoder.counters, total: encoder.totals)
        let cursor = view.draw(state, figures: figures, in: &buffer)
        let bytes = encoder.encode(buffer, cursor: cursor)
        if !bytes.isEmpty { try parts.device.write(bytes) }
    }

    /// Gives the terminal back, stops like any program under job control, and takes it again on `fg`.
    private func suspend(_ terminal: TerminalEvents) throws(TerminalError) {
        terminal.pause()
        expectsContinuation = true
        try parts.device.suspend()
        terminal.resume()
        try resume()
    }

    private func resume() throws(TerminalError) {
        encoder.invalidate()
        perform(state.update(.resized(parts.device.size()), at: parts.clock()))
        perform(state.update(.feed(.changed), at: parts.clock()))
    }
}

extension TerminalError {
    /// The terminal has hung up: every call on it fails with EIO (termios(3), pty(7)).
    var isLossOfLine: Bool {
        guard case .system(_, let number) = self else { return false }
        return number == .ioError
    }
}
