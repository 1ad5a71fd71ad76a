import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban staff finding proposals|take`: what the record suggests, and taking it over.

extension FindingProposal {
    /// What a person calls it: whose, what, resting on what.
    func code(_ number: String) -> String {
        "\(number)/\(kind.rawValue)/\(evidence.kind.rawValue):\(evidence.reference.replacing(" ", with: "+"))"
    }
}

extension Workplace {
    func words(_ fact: FindingProposal.Fact) -> String {
        let at: Instant? =
            switch fact {
            case .absent(_, let at): at
            case .lateSummary(_, _, let handedIn): handedIn
            case .missedTraining, .incompleteEntry, .complaint: nil
            }
        return text(.fact(fact, at: at?.civilText(centre.offset) ?? ""))
    }

    /// What the record of a month suggests.
    func proposals(in month: CivilMonth) throws -> [FindingProposal] {
        try store.findingProposals(in: month, rules: rules, at: SystemClock.now())
    }
}

struct FindingProposalsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "proposals", abstract: Words.helpText(.conduct(.proposals)))

    @OptionGroup var options: CommonOptions
    @Option(name: .long, help: Words.help(.conduct(.optionPeriod))) var period: MonthArgument?
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Shown: Encodable {
        var code: String
        var number: String
        var name: String
        var kind: String
        var on: String
        var evidence: String
        var fact: String
        var source: String
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let people = try workplace.people()
        let proposals = try workplace.proposals(in: workplace.month(period))
        let shown = proposals.map { proposal in
            let member = people[proposal.member]
            return Shown(
                code: proposal.code(member?.number ?? ""), number: member?.number ?? "", name: member?.name ?? "",
                kind: proposal.kind.rawValue, on: proposal.on.description,
                evidence: "\(proposal.evidence.kind.rawValue):\(proposal.evidence.reference)",
                fact: workplace.words(proposal.fact), source: proposal.kind.source.article)
        }
        if json {
            Console.json(try JSONOutput.text(shown))
            return
        }
        if !shown.isEmpty {
            Console.out(
                workplace.table(
                    [.columnCode, .columnAgent, .columnAt, .columnFact],
                    shown.map { [$0.code, $0.name, $0.on, $0.fact] }))
        }
        Console.out(workplace.text(.proposalCount(shown.count)))
    }
}

struct FindingTakeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "take", abstract: Words.helpText(.conduct(.take)))

    @OptionGroup var options: CommonOptions
    @Argument(help: Words.help(.conduct(.optionProposal))) var codes: [String]
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Option(name: .long, help: Words.help(.conduct(.optionPeriod))) var period: MonthArgument?
    @Option(name: .long, help: Words.help(.conduct(.optionTakenFact))) var fact: String?

    func run() throws {
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person))
        let people = try workplace.people()
        let now = SystemClock.now()
        // Without a month, what this one and the one before suggest.
        let this = workplace.month(period)
        let months = period == nil ? [this, this.advanced(by: -1)] : [this]
        let known = try months.flatMap { try workplace.proposals(in: $0) }
        let wanted = try codes.map { code in
            guard let found = known.first(where: { $0.code(people[$0.member]?.number ?? "") == code }) else {
                throw Failure(.conduct(.noSuchProposal(code)), exit: .notFound)
            }
            return found
        }
        let records = try workplace.store.batch { writer in
            try wanted.map { proposal in
                try writer.take(
                    proposal, fact: fact ?? workplace.words(proposal.fact), rules: workplace.rules, at: now, by: actor)
            }
        }
        for record in records {
            Console.out(
                workplace.text(
                    .taken(
                        "\(record.member.number) \(record.member.name)",
                        record.findings?.map(\.number).max() ?? 0)))
        }
    }
}
