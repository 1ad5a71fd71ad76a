import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban checklist …` and `daiban stars`: what points have, with evidence, and the level that follows
/// (平政办发〔2024〕14号 二(一)1, 二(一)4(2); 建政发〔2022〕33号 六(二)).
struct ChecklistCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "checklist", abstract: Words.helpText(.conduct(.checklist)),
        subcommands: [ChecklistMarkCommand.self, ChecklistShowCommand.self],
        defaultSubcommand: ChecklistShowCommand.self)
}

struct ChecklistMarkCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "mark", abstract: Words.helpText(.conduct(.checklistMark)))

    @OptionGroup var options: CommonOptions
    @Argument(help: Words.help(.conduct(.optionPoint))) var point: String
    @Option(name: .customLong("as"), help: Words.help(.optionAs)) var person: String?
    @Option(name: .long, help: Words.help(.conduct(.optionPointKind))) var kind: ServicePoint.Kind
    @Option(name: .long, help: Words.help(.optionStaffVillage)) var village: String?
    @Option(name: .long, help: Words.help(.conduct(.optionHall))) var hall: Int?
    @Option(name: .customLong("has"), help: Words.help(.conduct(.optionThere))) var there: [NotedArgument] = []
    @Option(name: .customLong("lacks"), help: Words.help(.conduct(.optionMissing))) var missing: [NotedArgument] = []

    func validate() throws {
        guard hall.map({ (1...100_000).contains($0) }) ?? true else {
            throw ValidationError(.range("--hall", least: "1", most: "100000"))
        }
    }

    func run() throws {
        let workplace = try Workplace(options)
        let actor = Actor(try workplace.actor(person))
        let marks =
            try there.map { try PointAssessment.Mark(item: $0.name, isThere: true, evidence: $0.words) }
            + missing.map { try PointAssessment.Mark(item: $0.name, isThere: false, evidence: $0.words) }
        let assessment = try PointAssessment(
            point: point, kind: kind, village: village, hall: hall, marks: marks,
            rules: workplace.agentRules.checklists)
        try workplace.store.batch { writer in
            try writer.assess(assessment, at: SystemClock.now(), by: actor)
        }
        Console.out(workplace.text(.assessed(assessment.point)))
    }
}

struct ChecklistShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: Words.helpText(.conduct(.checklistShow)))

    @OptionGroup var options: CommonOptions
    @Argument(help: Words.help(.conduct(.optionPoint))) var name: String?
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Shown: Encodable {
        struct Item: Encodable {
            var item: String
            /// `nil` when nobody has looked.
            var isThere: Bool?
            var evidence: String?
            var at: String?
            var by: String?
        }

        var point: String
        var kind: String
        var village: String?
        var hall: Int?
        var items: [Item]
        var points: Int
        var of: Int
        var complete: Bool
        var clause: String
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        var points = try workplace.store.servicePoints()
        if let name {
            points = points.filter { $0.point.name == name }
            guard !points.isEmpty else { throw Failure(.conduct(.noSuchPoint(name)), exit: .notFound) }
        }
        let people = try workplace.people()
        let shown = points.map { assessed in
            let check = PointChecklist(assessed.point, rules: workplace.agentRules.checklists)
            return Shown(
                point: assessed.point.name, kind: assessed.point.kind.rawValue, village: assessed.point.village,
                hall: assessed.point.hall,
                items: workplace.agentRules.checklists.items(for: assessed.point.kind).map { item in
                    let proof = assessed.evidence[item]
                    return Shown.Item(
                        item: item, isThere: assessed.point.has[item], evidence: proof?.text,
                        at: proof?.at.iso8601(workplace.centre.offset), by: proof.map { people[$0.actor]?.number ?? "" }
                    )
                },
                points: check.score.points, of: check.score.of, complete: check.isComplete,
                clause: workplace.clause(of: assessed.point.kind))
        }
        if json {
            Console.json(try JSONOutput.text(shown))
            return
        }
        if shown.isEmpty { Console.out(workplace.text(.noPoints)) }
        for (index, (one, assessed)) in zip(shown, points).enumerated() {
            if index > 0 { Console.out("") }
            let kind = workplace.text(AppraisalMessage.pointKind(assessed.point.kind))
            Console.out("\(one.point) (\(kind))  \(one.points)/\(one.of)  \(one.clause)")
            Console.out(
                workplace.table(
                    [.columnItem, .columnState, .columnEvidence, .columnBy],
                    one.items.map { item in
                        let state: ConductWords = item.isThere.map { $0 ? .there : .missing } ?? .unknown
                        return [item.item, workplace.text(state), item.evidence ?? "", item.by ?? ""]
                    }))
            let hall = PointChecklist(assessed.point, rules: workplace.agentRules.checklists).hall
            if hall != .notAsked { Console.out(workplace.text(.hall(hall))) }
        }
    }
}

extension Workplace {
    /// The clause that the checklist of such a point rests on.
    func clause(of kind: ServicePoint.Kind) -> String {
        let path =
            switch kind {
            case .centre: "checklists.centre"
            case .village, .mobile, .postal: "checklists.village-point"
            }
        return rules.rulebook.entries(under: path).first?.clause ?? ""
    }
}

struct StarsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "stars", abstract: Words.helpText(.conduct(.stars)))

    @OptionGroup var options: CommonOptions
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    private struct Shown: Encodable {
        var point: String
        var points: Int
        var of: Int
        var level: String
        var plaque: Bool
        var nextLevel: String?
        var pointsToNext: Int?
    }

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        guard let rules = workplace.agentRules.stars else { throw Failure(.conduct(.noStars), exit: .refused) }
        let shown = try workplace.store.servicePoints().map(\.point).filter { $0.kind == .centre }
            .compactMap { point -> Shown? in
                let score = PointChecklist(point, rules: workplace.agentRules.checklists).score
                guard let rating = StarRating(points: score.points, of: score.of, rules: rules) else { return nil }
                let next = (score.points...score.of).lazy.compactMap { points -> (String, Int)? in
                    guard let other = StarRating(points: points, of: score.of, rules: rules),
                        other.level != rating.level
                    else { return nil }
                    return (other.level, points - score.points)
                }.first
                return Shown(
                    point: point.name, points: score.points, of: score.of, level: rating.level,
                    plaque: rating.hasPlaque, nextLevel: next?.0, pointsToNext: next?.1)
            }
        if json {
            Console.json(try JSONOutput.text(shown))
            return
        }
        if shown.isEmpty { Console.out(workplace.text(.noPoints)) }
        for one in shown {
            let level = workplace.text(.level(one.level, points: one.points, of: one.of, plaque: one.plaque))
            Console.out("\(one.point)  \(level)")
            if let next = one.nextLevel, let points = one.pointsToNext {
                Console.out(workplace.text(.next(next, points: points)))
            }
        }
    }
}
