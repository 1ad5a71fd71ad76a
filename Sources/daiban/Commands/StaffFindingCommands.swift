import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban staff finding …`: what was found about somebody's work, verified by a second person, reversed by an appeal,
/// followed up. Money and dismissal are counted from what stands here.
struct StaffFindingCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "finding", abstract: Words.helpText(.staff(.finding)),
        subcommands: [
            FindingListCommand.self, FindingAddCommand.self, FindingVerifyCommand.self, FindingAppealCommand.self,
            FindingRefuseCommand.self, FindingReverseCommand.self, FindingFollowUpCommand.self,
            FindingProposalsCommand.self, FindingTakeCommand.self,
        ])
}

struct FindingListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: Words.helpText(.staff(.findingList)))

    @OptionGroup var options: CommonOptions
    @Argument(help: Words.help(.staff(.optionWho))) var number: String
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let member = try workplace.person(number)
        let findings = try workplace.store.staffRecord(number: member.number)?.findings ?? []
        if json {
            Console.json(try JSONOutput.text(findings.map(ShownFinding.init)))
            return
        }
        let headings: [StaffWords] = [
            .columnFinding, .columnDay, .columnKind, .columnFact, .columnStanding, .columnSource,
        ]
        let heading = headings.map { workplace.text(.staff($0)) } + [workplace.text(.columnEvidence)]
        let rows = findings.map { finding in
            [
                String(finding.number), finding.on.description, workplace.text(.people(.conduct(finding.kind))),
                finding.fact, workplace.text(.staff(.standing(finding))), finding.kind.source.article,
                finding.evidence.map { workplace.text(.evidence($0)) } ?? "-",
            ]
        }
        Console.out(TextTable(heading: heading, rows: rows).text)
    }

    private struct ShownFinding: Encodable {
        var number: Int
        var kind: String
        var fact: String
        var on: String
        var verified: Bool
        var reversed: Bool
        var stands: Bool
        var followUp: String?
        var source: String
        var standing: String
        var evidence: String?
        var appeal: String?

        init(_ finding: ConductFinding) {
            number = finding.number
            kind = finding.kind.rawValue
            fact = finding.fact
            on = finding.on.description
            verified = finding.verification != nil
            reversed = finding.reversal != nil
            stands = finding.isStanding
            followUp = finding.followUp?.note
            source = finding.kind.source.article
            standing = finding.standing.rawValue
            evidence = finding.evidence.map { "\($0.kind.rawValue):\($0.reference)" }
            appeal = finding.appeal?.asked.note
        }
    }
}

struct FindingAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: Words.helpText(.staff(.findingAdd)))

    @OptionGroup var about: PersonOptions
    @Option(name: .long, help: Words.help(.staff(.optionFindingKind))) var kind: ConductFinding.Kind
    @Option(name: .long, help: Words.help(.staff(.optionFact))) var fact: String
    @Option(name: .long, help: Words.help(.staff(.optionOn))) var on: DayArgument?
    @Option(name: .customLong("case"), help: Words.help(.staff(.optionFindingCase))) var caseNumber: String?
    @Option(name: .long, help: Words.help(.conduct(.optionEvidence))) var evidence: EvidenceArgument?

    func run() throws {
        try about.recordFinding { workplace, today in
            let about = try caseNumber.map { number in
                guard let detail = try workplace.store.detail(number: number) else {
                    throw Failure(.caseUnknown(number), exit: .notFound)
                }
                return detail.case.id
            }
            let basis = try evidence?.evidence ?? caseNumber.map { try Evidence(.case, $0) }
            guard let basis else { throw Failure(.conduct(.evidenceMissing), exit: .usage) }
            return { book, actor throws(StaffRefusal) in
                try book.record(
                    kind, fact: fact, on: on?.date ?? today, evidence: basis, case: about, by: actor, today: today)
            }
        }
    }
}

/// A finding that is there already: whose, and which one.
struct FindingOptions: ParsableArguments {
    @OptionGroup var about: PersonOptions
    @Argument(help: Words.help(.staff(.optionFinding))) var finding: Int
}

struct FindingVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify", abstract: Words.helpText(.staff(.findingVerify)))

    @OptionGroup var options: FindingOptions
    @Option(name: .long, help: Words.help(.optionNote)) var note: String?

    func run() throws {
        try options.about.find { _, today in
            { book, actor throws(StaffRefusal) in
                try book.verify(options.finding, note: note, by: actor, today: today)
            }
        }
    }
}

struct FindingAppealCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "appeal", abstract: Words.helpText(.staff(.findingAppeal)))

    @OptionGroup var options: FindingOptions
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        try options.about.find { workplace, today in
            let limit = workplace.agentRules.appeal.days
            return { book, actor throws(StaffRefusal) in
                try book.appeal(options.finding, reason: reason, by: actor, today: today, limit: limit)
            }
        }
    }
}

struct FindingRefuseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "refuse", abstract: Words.helpText(.conduct(.refuse)))

    @OptionGroup var options: FindingOptions
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        try options.about.find { _, today in
            { book, actor throws(StaffRefusal) in
                try book.refuse(options.finding, reason: reason, by: actor, today: today)
            }
        }
    }
}

struct FindingReverseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reverse", abstract: Words.helpText(.conduct(.reverse)))

    @OptionGroup var options: FindingOptions
    @Option(name: .long, help: Words.help(.optionReason)) var reason: String

    func run() throws {
        try options.about.find { _, today in
            { book, actor throws(StaffRefusal) in
                try book.reverse(options.finding, reason: reason, by: actor, today: today)
            }
        }
    }
}

struct FindingFollowUpCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "follow-up", abstract: Words.helpText(.staff(.findingFollowUp)))

    @OptionGroup var options: FindingOptions
    @Option(name: .long, help: Words.help(.optionNote)) var note: String

    func run() throws {
        try options.about.find { _, today in
            { book, actor throws(StaffRefusal) in
                try book.followUp(options.finding, note: note, by: actor, today: today)
            }
        }
    }
}

extension PersonOptions {
    typealias Step = (FindingBook, Actor) throws(StaffRefusal) -> StaffEvent

    /// Takes a step with the findings about a person and says how many there are now.
    fileprivate func find(_ step: (Workplace, CivilDate) throws -> Step) throws {
        try take(step) { writer, member, now, actor, _, body in
            try writer.find(about: member.id, at: now, by: actor, body)
        }
    }

    fileprivate func recordFinding(_ step: (Workplace, CivilDate) throws -> Step) throws {
        try take(step) { writer, member, now, actor, rules, body in
            try writer.recordFinding(about: member.id, rules: rules, at: now, by: actor, body)
        }
    }

    private func take(
        _ step: (Workplace, CivilDate) throws -> Step,
        _ write: (inout RecordWriter, StaffMember, Instant, Actor, Rules, @escaping Step) throws -> StaffRecord
    ) throws {
        let (workplace, actor, member) = try begin()
        let now = SystemClock.now()
        let body = try step(workplace, workplace.day(of: now))
        let record = try workplace.store.batch { writer in
            try write(&writer, member, now, actor, workplace.rules, body)
        }
        let findings = record.findings ?? []
        Console.out(
            workplace.text(
                .staff(
                    .findingsNow(
                        "\(member.number) \(member.name)", all: findings.count,
                        standing: findings.count { $0.isStanding }))))
    }
}

extension ConductFinding.Kind: ExpressibleByArgument {}
