import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban staff stand-in|back|handover`: work that changes hands.

struct StaffStandInCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stand-in", abstract: Words.helpText(.staff(.standIn)))

    @OptionGroup var about: PersonOptions
    @Option(name: .customLong("by"), help: Words.help(.staff(.optionStandsIn))) var by: String
    @Option(name: .long, help: Words.help(.staff(.optionFrom))) var from: String?
    @Option(name: .long, help: Words.help(.staff(.optionUntil))) var until: String?
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        let other = try workplace.person(by)
        let now = SystemClock.now()
        let standIn = StandIn(
            by: other.id, from: try instant(from, workplace) ?? now, until: try instant(until, workplace),
            reason: reason)
        let moved = try workplace.store.batch { writer in
            try writer.standIn(standIn, for: member.id, at: now, by: actor)
        }
        Console.out(workplace.text(.staff(.standsIn(other.name, for: member.name, moved: moved))))
    }

    private func instant(_ text: String?, _ workplace: Workplace) throws -> Instant? {
        guard let text else { return nil }
        guard let instant = Instant(text, offset: workplace.centre.offset) else {
            throw ValidationError(.form(text, example: "2026-11-20 14:30"))
        }
        return instant
    }
}

struct StaffBackCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "back", abstract: Words.helpText(.staff(.back)))

    @OptionGroup var about: PersonOptions

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        let now = SystemClock.now()
        try workplace.store.batch { writer in try writer.endStandIn(for: member.id, at: now, by: actor) }
        Console.out(workplace.text(.staff(.isBack(member.name))))
    }
}

struct StaffHandoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "handover", abstract: Words.helpText(.staff(.handover)))

    @OptionGroup var about: PersonOptions
    @Option(name: .long, help: Words.help(.staff(.optionReceiver))) var to: String
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String
    @Option(name: .customLong("original"), help: Words.help(.staff(.optionOriginal))) var originals: [String] = []
    @Option(name: .long, help: Words.help(.staff(.optionGiven))) var given: String
    @Option(name: .long, help: Words.help(.staff(.optionTaken))) var taken: String

    func run() throws {
        let (workplace, actor, member) = try about.begin()
        let receiver = try workplace.person(to)
        let originals = try self.originals.map { try original($0, workplace) }
        let now = SystemClock.now()
        let handover = try workplace.store.batch { writer in
            try writer.handOver(
                from: member.id, to: receiver.id, reason: reason, originals: originals,
                given: Handover.Signature(name: given, at: now), taken: Handover.Signature(name: taken, at: now),
                at: now, by: actor)
        }
        Console.out(
            workplace.text(
                .staff(
                    .handedOver(
                        cases: handover.cases.count, originals: handover.originals.count, to: receiver.name,
                        act: handover.id))))
    }

    /// `YX261120-0031:身份证`, or only what it is.
    private func original(_ text: String, _ workplace: Workplace) throws -> Handover.Original {
        let parts = text.split(maxSplits: 1, omittingEmptySubsequences: false) { $0 == ":" || $0 == "：" }
        let name = try EntryField.item.checked(String(parts.last ?? ""))
        guard parts.count == 2 else { return Handover.Original(name: name) }
        let number = String(parts[0])
        guard let detail = try workplace.store.detail(number: number) else {
            throw Failure(.caseUnknown(number), exit: .notFound)
        }
        return Handover.Original(case: detail.case.id, name: name)
    }
}
