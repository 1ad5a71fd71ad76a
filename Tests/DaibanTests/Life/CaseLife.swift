import PseudoTerminal
import Testing

/// What the journeys through a case's life share: `case show --json` as far as they look at it, and a case of their own.
struct LifeOfCase: Decodable {
    struct Clock: Decodable {
        var kind: String
        var due: String
        var stopped: Bool
        var ended: String?
    }

    struct Entry: Decodable {
        struct Facts: Decodable {
            var office: String?
            var missing: [String]?
            var lateReason: String?
            var ground: String?
        }

        var event: String
        var data: Facts
    }

    struct Life: Decodable {
        struct Numbered: Decodable {
            var number: Int
        }

        struct Supplement: Decodable {
            var missing: [String]
            var supplied: String?
        }

        struct Forwarding: Decodable {
            var office: String
            var result: String?
        }

        struct Leg: Decodable {
            var holder: String
            var until: String?
        }

        struct Branch: Decodable {
            var number: Int
            var department: String
            var ended: String?
        }

        struct Help: Decodable {
            var question: String
            var asked: String
            var answer: String?
            var answered: String?
        }

        struct Visit: Decodable {
            var planned: String?
            var place: String?
            var refusal: String?
            var arrived: String?
            var ended: String?
            var deliversLater: Bool?
        }

        struct Waiting: Decodable {
            var reason: String
            var condition: String
        }

        struct Fee: Decodable {
            var fen: Int
            var basis: String
            var receipt: String
        }

        struct Rating: Decodable {
            var level: Int
            var channel: String
            var services: [String]
            var followUp: String?
            var followUpOpen: Bool
        }

        struct Complaint: Decodable {
            var subject: String
            var finding: String?
            var upheld: Bool?
        }

        var matter: String
        var authorisation: String?
        var firstAsked: String?
        var supplements: [Supplement]
        var originals: [String]
        var forwarding: Forwarding?
        var legs: [Leg]
        var branches: [Branch]
        var help: [Help]
        var visit: Visit?
        var waiting: Waiting?
        var fees: [Fee]
        var answer: String?
        var answerOffice: String?
        var signedBy: String?
        var rating: Rating?
        var complaints: [Complaint]
        var filedAt: String?
        var redoOf: String?
        var redoneBy: String?
    }

    var number: String
    var version: Int
    var state: String
    var stage: String
    var agent: String?
    var reason: String?
    var returns: Int
    var clocks: [Clock]
    var life: Life
    /// Newest first.
    var trace: [Entry]

    func clock(_ kind: String) -> Clock? { clocks.first { $0.kind == kind } }
    var events: [String] { trace.map(\.event) }
}

/// One case of the demo's township, and the people around it.
struct LifeJourney {
    let town: Township
    let number: String
    /// The staff number of its agent.
    let agent = "A01"

    /// A request at the counter of A01's village; R01 takes it.
    init(_ options: [String] = [], item: String = "临时救助申请", in town: Township? = nil) throws {
        self.town = try town ?? Township()
        let made = try self.town.run(
            [
                "case", "new", "--item", item, "--village", "石门垭", "--applicant", "孙大勇", "--authorisation", "spoken",
                "--as", "R01", "--json",
            ] + options)
        try made.require()
        number = try made.decoded(LifeOfCase.self).number
    }

    /// Runs `daiban case STEP… NUMBER --as PERSON OPTIONS…`.
    @discardableResult
    func take(
        _ step: String, as person: String = "A01", _ options: String...,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws -> LifeOfCase {
        let outcome = try attempt(step, as: person, options)
        try outcome.require(sourceLocation: sourceLocation)
        return try outcome.decoded()
    }

    /// The same for what the rules refuse: exit 2, one sentence with `words`, nothing written.
    func refuses(
        _ step: String, as person: String = "A01", _ options: String..., words: String,
        sourceLocation: SourceLocation = #_sourceLocation
    ) throws {
        let before = try shown().version
        let outcome = try attempt(step, as: person, options)
        #expect(outcome.status == .exited(2), "\(outcome)", sourceLocation: sourceLocation)
        #expect(outcome.errors.contains(words), "\(outcome.errors)", sourceLocation: sourceLocation)
        #expect(outcome.errorLines.count == 1, sourceLocation: sourceLocation)
        #expect(try shown().version == before, sourceLocation: sourceLocation)
    }

    private func attempt(_ step: String, as person: String, _ options: [String]) throws -> Child.Outcome {
        let atTheTop = ["accept", "decline", "complete", "approve", "reject", "reassign", "urge", "undo"]
        let words = step.split(separator: " ").map(String.init)
        let command = atTheTop.contains(step) ? words : ["case"] + words
        return try town.run(command + [number, "--as", person, "--json"] + options)
    }

    func shown() throws -> LifeOfCase {
        let outcome = try town.run(["case", "show", number, "--json"])
        try outcome.require()
        return try outcome.decoded()
    }
}
