import CaseStore
import Casework
import TerminalKit

/// Everything about one case: the applicant and the request, the clocks, what can be done, and the trace.
///
/// Two columns where there is room, one below the other where not; the whole scrolls.
struct DetailView {
    let context: ViewContext
    let screen: DetailScreen

    func draw(in buffer: inout CellBuffer, region: Region) {
        let edge = context.style(.focusedBorder, on: context.ground)
        let title = screen.detail.map { "\($0.case.number)  \(context.text(.state($0.case.state)))" } ?? ""
        let inner = Box(
            lines: context.glyphs.lines, style: edge, title: [StyledText(title, edge.bold())],
            trailingTitle: [StyledText(context.text(.closeHint), context.style(.muted, on: context.ground))]
        ).draw(in: &buffer, region: region).inset(horizontal: 1, vertical: 0)
        guard let detail = screen.detail else {
            buffer.put(context.text(.loading), x: inner.x, y: inner.y, style: context.style(.muted, on: context.ground))
            return
        }
        if Self.isWide(region) {
            let (left, right) = inner.splitVertically(at: inner.width * 45 / 100)
            let rightColumn = Region(x: right.x + 2, y: right.y, width: max(0, right.width - 2), height: right.height)
            let facts = facts(detail, width: left.width)
            // Both columns scroll together, each as far as it has more to show.
            put(facts, top: min(screen.top, max(0, facts.count - left.height)), in: &buffer, left)
            let history = history(detail, width: rightColumn.width)
            put(history, top: min(screen.top, max(0, history.count - right.height)), in: &buffer, rightColumn)
        } else {
            put(single(detail, width: inner.width), top: screen.top, in: &buffer, inner)
        }
    }

    private static func isWide(_ region: Region) -> Bool { region.width >= 100 }

    /// The furthest that the detail on the screen can be scrolled.
    static func lastTop(_ state: DeskState) -> Int {
        guard case .detail(let screen) = state.screen, let detail = screen.detail else { return 0 }
        let look = Theme(name: "", styles: [:])
        let view = DetailView(context: ViewContext(state: state, theme: look, glyphs: Glyphs(.unicode)), screen: screen)
        let region = state.layout.body
        let inner = region.inset(by: 1).inset(horizontal: 1, vertical: 0)
        if isWide(region) {
            let left = inner.width * 45 / 100
            let longest = max(
                view.history(detail, width: inner.width - left - 2).count, view.facts(detail, width: left).count)
            return max(0, longest - inner.height)
        }
        return max(0, view.single(detail, width: inner.width).count - inner.height)
    }

    /// One column: what is due and what can be done first, then the matter, then its history. What was masked and is
    /// shown stands on top.
    private func single(_ detail: CaseDetail, width: Int) -> [[StyledText]] {
        let head = stages(detail.case, width) + [[]] + clocks(detail) + [[]] + actions(width) + [[]]
        let facts = facts(detail, width: width) + [[]]
        return (screen.isRevealed ? facts + head : head + facts) + traceLines(detail, width)
    }

    private func put(_ lines: [[StyledText]], top: Int, in buffer: inout CellBuffer, _ region: Region) {
        for (index, line) in lines.dropFirst(top).prefix(region.height).enumerated() {
            buffer.put(line, x: region.x, y: region.y + index, base: context.ground, width: region.width)
        }
        if lines.count > region.height {
            ScrollWindow.drawMark(
                in: &buffer, track: Region(x: region.maxX, y: region.y, width: 1, height: region.height), top: top,
                visible: region.height, count: lines.count, style: context.style(.focusedBorder, on: context.ground),
                glyphs: context.glyphs.widgets)
        }
    }

    // MARK: Left: what was asked for

    private func facts(_ detail: CaseDetail, width: Int) -> [[StyledText]] {
        let subject = detail.case
        let intake = subject.intake
        let applicant = intake.applicant
        let isRevealed = screen.isRevealed
        func shown(_ value: String?, _ mask: (String) -> String) -> String? {
            value.map { isRevealed ? $0 : mask($0) }
        }
        var lines = heading(.detailApplicantHeading, isRevealed ? nil : .revealHint)
        lines += field(.applicant, shown(applicant.name, Masking.name), width)
        lines += field(.identityNumber, shown(applicant.identityNumber, Masking.identityNumber), width)
        lines += field(.phone, shown(applicant.phone, Masking.phone), width)
        lines += field(.address, shown(applicant.address, Masking.address), width)
        lines += [[]] + heading(.detailCaseHeading, nil)
        lines += field(.item, screen.isRevealed ? intake.item : intake.masked.item, width)
        lines += field(.village, intake.village, width)
        lines += field(.holder, detail.holder?.name, width)
        let kind =
            context.text(.serviceKind(intake.kind)) + (intake.isUrgent ? "  \(context.text(.priorityUrgent))" : "")
        lines += field(.kind, kind, width)
        lines += field(.origin, context.text(.origin(intake.origin)), width)
        lines += field(.submitted, context.civil(intake.submittedAt), width)
        lines += field(.accepted, subject.acceptedAt.map(context.civil), width, isOptional: true)
        lines += field(.completed, subject.completedAt.map(context.civil), width, isOptional: true)
        lines += field(.closed, subject.closedAt.map(context.civil), width, isOptional: true)
        let isLastReturn = subject.returns > 0 && subject.state != .returned
        lines += field(isLastReturn ? .lastReturn : .reason, subject.reason.map(freeText), width, isOptional: true)
        lines += field(.note, intake.note.map(freeText), width, isOptional: true)
        return lines + life(detail, width: width)
    }

    /// What belongs to the case beside its state, as far as there is any.
    private func life(_ detail: CaseDetail, width: Int) -> [[StyledText]] {
        let state = context.state
        var last: LifeField?
        return LifeLine.lines(
            of: detail, offset: state.centre.offset, language: state.language, shown: freeText,
            person: screen.isRevealed ? { $0 } : Masking.name
        ).flatMap { line in
            // The name of several lines of one kind stands once.
            defer { last = line.field }
            let label = line.field == last ? "" : context.text(.life(.field(line.field)))
            return self.line(label, context.text(.life(line.message)), width)
        }
    }

    /// What people wrote, with numbers and the applicant's name hidden unless they may be seen.
    private func freeText(_ text: String) -> String {
        guard !screen.isRevealed, let name = screen.detail?.case.intake.applicant.name else { return text }
        return Masking.freeText(text, hiding: name)
    }

    private func heading(_ message: Message, _ hint: Message?) -> [[StyledText]] {
        var line = [StyledText(context.text(message), context.style(.heading, on: context.ground))]
        if let hint { line.append(StyledText("   \(context.text(hint))", context.style(.muted, on: context.ground))) }
        return [line]
    }

    private func field(_ field: DetailField, _ value: String?, _ width: Int, isOptional: Bool = false) -> [[StyledText]]
    {
        if isOptional, value == nil { return [] }
        return line(context.text(.detailField(field)), value, width)
    }

    private func line(_ label: String, _ value: String?, _ width: Int) -> [[StyledText]] {
        let indent = 12
        let padding = String(repeating: " ", count: max(1, indent - DisplayWidth.of(label)))
        let muted = context.style(.muted, on: context.ground)
        let text = value ?? context.text(.notGiven)
        let style = value == nil ? muted : context.ground
        let pieces = TextWrap.lines(text, width: max(10, width - indent))
        return pieces.enumerated().map { index, piece in
            [
                StyledText(index == 0 ? label + padding : String(repeating: " ", count: indent), muted),
                StyledText(piece, style),
            ]
        }
    }

    // MARK: Right: clocks, what can be done, trace

    private func history(_ detail: CaseDetail, width: Int) -> [[StyledText]] {
        stages(detail.case, width) + [[]] + clocks(detail) + [[]] + actions(width) + [[]] + traceLines(detail, width)
    }

    /// The five stages of an agency service, the present one in brackets (内放办〔2022〕3号 五).
    private func stages(_ subject: Case, _ width: Int) -> [[StyledText]] {
        let ground = context.ground
        let muted = context.style(.muted, on: ground)
        let present = ServiceStage.allCases.firstIndex(of: subject.stage) ?? 0
        var lines: [[StyledText]] = [[]]
        var used = 0
        for (index, stage) in ServiceStage.allCases.enumerated() {
            let name = context.text(.itemTerm(.stage(stage)))
            let style = index == present ? context.style(.heading, on: ground) : index < present ? ground : muted
            var pieces = [StyledText(index == present ? "[\(name)]" : name, style)]
            if index > 0 { pieces.insert(StyledText(" > ", muted), at: 0) }
            let needed = pieces.reduce(0) { $0 + $1.width }
            if used + needed > width, used > 0 {
                lines.append([])
                used = 0
            }
            lines[lines.count - 1] += pieces
            used += needed
        }
        return lines
    }

    private func clocks(_ detail: CaseDetail) -> [[StyledText]] {
        let subject = detail.case
        var lines = heading(.detailClocksHeading, .explainHint)
        for clock in subject.shownClocks {
            lines += self.clock(clock, isCurrent: clock == subject.currentClock)
        }
        let flag = context.style(.flag, on: context.ground)
        if subject.returns > 0 { lines.append([StyledText(context.text(.returnsLine(subject.returns)), flag)]) }
        if subject.urgings > 0 { lines.append([StyledText(context.text(.urgingsLine(subject.urgings)), flag)]) }
        lines += WarningLines(context: context, detail: detail).lines
        return lines
    }

    private func traceLines(_ detail: CaseDetail, _ width: Int) -> [[StyledText]] {
        heading(.detailTraceHeading, nil) + detail.trace.flatMap { trace($0, detail, width) }
    }

    private func clock(_ clock: CaseClock, isCurrent: Bool) -> [[StyledText]] {
        let deadline = clock.deadline
        let ground = context.ground
        let muted = context.style(.muted, on: ground)
        let urgency = context.urgency(due: deadline.due, warnAt: deadline.warnAt)
        let name = context.text(.clock(deadline.rule.kind == .target ? .target : clock.kind))
        let due = context.dueText(deadline.due)
        var line = [
            StyledText("\(isCurrent ? context.glyphs.selected : " ") \(name)  ", isCurrent ? ground.bold() : muted)
        ]
        if deadline.isStopped, clock.endedAt == nil {
            line.append(StyledText(context.text(.clockStopped), context.style(.near, on: ground)))
        } else if clock.isRunning {
            let text = context.text(.dueLine(due: due, remaining: context.remaining(deadline.due)))
            line.append(StyledText("\(text) \(urgency.mark)", context.style(urgency.role, on: ground)))
        } else {
            line.append(StyledText(due, muted))
        }
        var lines = [line, [StyledText("   \(context.text(.clauseLine(deadline.rule.clause)))", muted)]]
        if deadline.isProvisional {
            lines.append([StyledText("   \(context.text(.provisionalLine))", context.style(.near, on: ground))])
        }
        return lines
    }

    /// What can be done now, and for what cannot: why not. What merely belongs to another state is one line.
    private func actions(_ width: Int) -> [[StyledText]] {
        let ground = context.ground
        let muted = context.style(.muted, on: ground)
        var lines: [[StyledText]] = heading(.detailActionsHeading, nil)
        var others: [String] = []
        for command in [.accept, .decline, .approve, .reject, .reassign, .urge, .undo] as [CommandID] {
            let title = context.text(.commandTitle(command))
            switch context.state.availability(of: command) {
            case .available:
                lines.append([
                    StyledText("  \(command.keys.first?.name ?? "") ", context.style(.key, on: ground)),
                    StyledText(title, ground),
                ])
            case .unavailable(.refusal(.wrongState)), .unavailable(.nothingDoneYet):
                if command != .undo { others.append(title) }
            case .unavailable(let why):
                lines.append([StyledText("  - \(context.text(.cannot(title, context.text(why))))", muted)])
            }
        }
        if context.state.availability(of: .more).isAvailable {
            lines.append([
                StyledText("  \(CommandID.more.keys.first?.name ?? "") ", context.style(.key, on: ground)),
                StyledText(
                    "\(context.text(.commandTitle(.more)))  \(context.text(.life(.menuTitle)))", ground),
            ])
        }
        if !others.isEmpty, let state = screen.detail?.case.state {
            lines.append([StyledText("  - \(context.text(.notInThisState(state, others)))", muted)])
        }
        return lines
    }

    private func trace(_ entry: TraceEntry, _ detail: CaseDetail, _ width: Int) -> [[StyledText]] {
        let ground = context.ground
        let who = entry.actor.value == 0 ? context.text(.office) : entry.actorName ?? context.text(.unknownPerson)
        let (what, more) = words(entry.event, detail)
        let line = [
            StyledText("\(entry.at.shortCivilText(context.state.centre.offset))  ", context.style(.muted, on: ground)),
            StyledText("\(who)  ", ground), StyledText(what, ground.bold()),
        ]
        let indent = 13
        let rest = more.map { TextWrap.lines($0, width: max(10, width - indent)) } ?? []
        return [line]
            + rest.map { [StyledText(String(repeating: " ", count: indent) + $0, context.style(.muted, on: ground))] }
    }

    /// What an event was, and what was said with it.
    private func words(_ event: CaseEvent, _ detail: CaseDetail) -> (String, String?) {
        if case .undone(let undo) = event { return (context.text(.undone(undo.kind)), nil) }
        if case .registered(let registration) = event {
            return (context.text(.event(event.kind)), registration.source.map { context.text(.importedFrom($0)) })
        }
        // What people typed is masked by itself: dates and numbers of cases are no secrets.
        let shown = screen.isRevealed ? event : event.masked(hiding: detail.case.intake.applicant.name)
        let said = shown.said.map { context.said($0, detail.staffNames) }
        return (context.text(.event(event.kind)), said.isEmpty ? nil : said.joined(separator: "  "))
    }
}
