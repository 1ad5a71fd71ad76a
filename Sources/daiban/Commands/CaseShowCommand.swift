import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban case show NUMBER`: everything about one case, masked unless a reason is given.
struct CaseShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: Words.helpText(.abstract(.show)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.optionNumber))
    var number: String

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Option(name: .long, help: Words.help(.optionReveal))
    var reveal: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options, access: reveal == nil ? .readOnly : .readWrite)
        guard let found = try workplace.store.detail(number: number) else {
            throw Failure(.caseUnknown(number), exit: .notFound)
        }
        if let reveal {
            // What is shown is recorded first.
            _ = try workplace.store.perform(
                .reveal(reason: reveal), on: found.case.reference, by: Actor(try workplace.actor(person)),
                at: SystemClock.now(), rules: workplace.rules)
        }
        let detail = try workplace.store.detail(of: found.case.id) ?? found
        let shown = ShownCase(detail, offset: workplace.centre.offset, isRevealed: reveal != nil)
        if json {
            Console.json(try JSONOutput.text(shown))
        } else {
            Console.out(plain(shown, detail, workplace))
        }
    }

    private func plain(_ shown: ShownCase, _ detail: CaseDetail, _ workplace: Workplace) -> String {
        let offset = workplace.centre.offset
        func time(_ instant: Instant) -> String { instant.civilText(offset) }
        let fields: [(DetailField, String?)] = [
            (.number, shown.number), (.state, state(detail.case, workplace)),
            (.item, item(shown.item, detail.case.intake, workplace)),
            (.village, shown.village), (.holder, shown.agent),
            (.kind, workplace.text(.serviceKind(detail.case.intake.kind))),
            (.origin, workplace.text(.origin(detail.case.intake.origin))), (.applicant, shown.applicant.name),
            (.identityNumber, shown.applicant.identityNumber), (.phone, shown.applicant.phone),
            (.address, shown.applicant.address), (.submitted, time(detail.case.intake.submittedAt)),
            (.accepted, detail.case.acceptedAt.map(time)), (.completed, detail.case.completedAt.map(time)),
            (.closed, detail.case.closedAt.map(time)), (.reason, shown.reason), (.note, shown.note),
        ]
        var rows = fields.compactMap { field, value in value.map { [workplace.text(.detailField(field)), $0] } }
        let lines = LifeLine.lines(
            of: detail, offset: workplace.centre.offset, language: workplace.language,
            shown: { reveal == nil ? detail.case.masked($0) : $0 },
            person: { reveal == nil ? Masking.name($0) : $0 })
        rows += lines.map { [workplace.text(.life(.field($0.field))), workplace.text(.life($0.message))] }
        for clock in detail.case.shownClocks {
            let end =
                clock.deadline.isStopped && clock.endedAt == nil
                ? workplace.text(.clockStopped) : clock.deadline.due.dueText(offset)
            let ended = clock.endedAt.map { "  " + workplace.text(.clockEnded(time($0))) } ?? ""
            rows.append([
                workplace.text(.limit(clock.kind)),
                "\(end)  \(workplace.text(.clauseLine(clock.deadline.rule.clause)))\(ended)",
            ])
        }
        let trace = zip(detail.trace, shown.trace).map { entry, shown in
            [
                entry.at.civilText(workplace.centre.offset), entry.actorName ?? workplace.text(.office),
                workplace.text(what(entry.event)), more(shown.data, entry.event, workplace), came(entry, workplace),
            ]
        }
        let facts = TextTable(heading: rows.first ?? ["", ""], rows: Array(rows.dropFirst())).text
        let history = TextTable(heading: trace.first ?? ["", "", "", "", ""], rows: Array(trace.dropFirst())).text
        return facts + "\n\n" + history
    }

    /// The state with the stage that it belongs to.
    private func state(_ value: Case, _ workplace: Workplace) -> String {
        let stage = workplace.text(.itemTerm(.stage(value.stage)))
        return "\(workplace.text(.state(value.state)))  (\(stage))"
    }

    /// The item, for a listed one with the code and the version that lead to its guide.
    private func item(_ shown: String, _ intake: Intake, _ workplace: Workplace) -> String {
        guard let listed = intake.listedItem else { return shown }
        return "\(shown)  (\(listed.code), \(workplace.text(.itemTerm(.version(listed.version)))))"
    }

    /// For an entry that came by file: from where, and what is wrong with its time.
    private func came(_ entry: TraceEntry, _ workplace: Workplace) -> String {
        guard let origin = entry.origin else { return "" }
        var words = [workplace.text(.relay(.came(origin)))]
        let minutes = Int(origin.clockAhead / 60_000)
        if minutes > 2 { words.append(workplace.text(.relay(.clockAhead(minutes: minutes)))) }
        if origin.isInTheFuture { words.append(workplace.text(.relay(.future))) }
        return words.joined(separator: "  ")
    }

    private func what(_ event: CaseEvent) -> Message {
        switch event {
        case .undone(let undo): .undone(undo.kind)
        default: .event(event.kind)
        }
    }

    /// What was said with an event, and whom it names.
    private func more(_ data: ShownCase.Facts, _ event: CaseEvent, _ workplace: Workplace) -> String {
        if let to = data.to { return "\(data.from ?? "—") → \(to)" }
        let source = data.source.map { workplace.text(.importedFrom($0)) }
        let said = [data.agent, data.reason, data.note, data.lateReason, data.office, source].compactMap(\.self)
        let terms = event.said.compactMap { term($0, workplace) }
        // A message is told as a term; its texts are the names that scripts read.
        let texts = event.kind == .notified ? [] : data.texts ?? []
        return (said + (data.missing ?? []) + terms + texts).joined(separator: "  ")
    }

    /// What an event says in terms of the rules, not in words of people, which have their own place (and their mask).
    private func term(_ said: CaseEvent.Said, _ workplace: Workplace) -> String? {
        switch said {
        case .text, .person, .passage, .instant: nil
        case .clock(_, let due): workplace.text(.said(said, due.dueText(workplace.centre.offset)))
        case .fault, .complaint, .upheld, .level, .amount, .message: workplace.text(.said(said, ""))
        }
    }
}
