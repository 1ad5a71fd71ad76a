import PseudoTerminal
import Testing

@Suite("The actions of the command line")
struct ActionTests {
    @Test("approve, reject and undo change a case in review, and print it as JSON")
    func review() throws {
        let town = try Township()
        let cases = try town.cases("in-review")
        let approved = try town.act("approve", cases[0].number)
        #expect(approved.state == "approved")
        #expect(approved.version == cases[0].version + 1)
        #expect(approved.trace.first?.actor == "陈立夏")

        let undone = try town.act("undo", cases[0].number)
        #expect(undone.state == "in-review")
        #expect(Array(undone.events.prefix(2)) == ["undone", "approved"])

        let rejected = try town.act("reject", cases[1].number, ["--reason", "照片不清楚"])
        #expect(rejected.state == "returned")
        #expect(rejected.reason == "照片不清楚")
        #expect(rejected.returns == (try town.show(cases[1].number)).returns)
        #expect(try town.isSound())
    }

    @Test("accept, decline, reassign and urge change a pending case, and print it as JSON")
    func pending() throws {
        let town = try Township()
        let cases = try town.cases("pending")
        #expect(try town.act("accept", cases[0].number).state == "accepted")
        let declined = try town.act("decline", cases[1].number, ["--reason", "不属本镇"])
        #expect(declined.state == "declined")
        #expect(declined.reason == "不属本镇")
        let other = try town.show(cases[2].number).agent == "赵素玲" ? ("A02", "邹才") : ("A01", "赵素玲")
        #expect(try town.act("reassign", cases[2].number, ["--to", other.0]).agent == other.1)
        let urged = try town.act("urge", cases[3].number)
        #expect(urged.events.first == "urged")
        #expect(try town.isSound())
    }

    @Test("Without --json a sentence names the action and the case")
    func sentence() throws {
        let town = try Township()
        let number = try #require(try town.cases("in-review").first?.number)
        let outcome = try town.run(["approve", number, "--as", "R02"])
        try outcome.require()
        #expect(outcome.output == "已通过：\(number)\n")
        #expect(outcome.errors.isEmpty)
        let english = try town.run(["undo", number, "--as", "R02", "--language", "en"])
        try english.require()
        #expect(english.output.contains(number))
        #expect(!english.output.contains(/\p{Han}/))
    }

    @Test("What the rules forbid ends with 2, one sentence, and nothing written")
    func refused() throws {
        let town = try Township()
        let pending = try #require(try town.cases("pending").first)
        let inReview = try #require(try town.cases("in-review").first)
        let calls: [([String], ListedCase)] = [
            (["approve", pending.number, "--as", "R02"], pending),
            (["accept", inReview.number, "--as", "R02"], inReview),
            (["approve", inReview.number, "--as", "A01"], inReview),
            (["reject", inReview.number, "--as", "R02", "--reason", "  "], inReview),
            (["reassign", pending.number, "--as", "R02", "--to", "W01"], pending),
            (["undo", inReview.number, "--as", "R02"], inReview),
        ]
        for (arguments, subject) in calls {
            let outcome = try town.run(arguments)
            #expect(outcome.status == .exited(2), "\(arguments): \(outcome.errors)")
            #expect(outcome.errorLines.count == 1 && outcome.output.isEmpty, "\(arguments): \(outcome)")
            #expect(try town.show(subject.number).version == subject.version)
        }
    }

    @Test("--seen of an older version ends with 3, says who was faster, and writes nothing")
    func conflict() throws {
        let town = try Township()
        let subject = try #require(try town.cases("in-review").first)
        try town.act("reject", subject.number, as: "R01", ["--reason", "少一页"])
        let undone = try town.act("undo", subject.number, as: "R01")
        let outcome = try town.run(["approve", subject.number, "--as", "R02", "--seen", String(subject.version)])
        #expect(outcome.status == .exited(3))
        #expect(outcome.errorLines.count == 1)
        #expect(outcome.errors.contains("未写入：\(subject.number) 已由 王敏撤回"), "\(outcome.errors)")
        #expect(try town.show(subject.number).version == undone.version)
        // With the version of now it is done.
        try town.run(["approve", subject.number, "--as", "R02", "--seen", String(undone.version)]).require()
    }

    @Test("A case or a person that is not there ends with 4")
    func unknown() throws {
        let town = try Township()
        let number = try #require(try town.cases("in-review").first?.number)
        for arguments in [
            ["approve", "YX990101-9999", "--as", "R02"], ["approve", number, "--as", "R99"],
            ["case", "show", "YX990101-9999"], ["reassign", number, "--as", "R02", "--to", "A99"],
        ] {
            let outcome = try town.run(arguments)
            #expect(outcome.status == .exited(4), "\(arguments): \(outcome.errors)")
            #expect(outcome.errorLines.count == 1)
        }
    }

    @Test("Wrong usage ends with 64 and shows how it is meant")
    func usage() throws {
        let town = try Township()
        for arguments in [
            ["reject", "YX1", "--as", "R02"], ["approve"], ["frobnicate"], ["case", "list", "--limit", "0"],
        ] {
            let outcome = try town.run(arguments)
            #expect(outcome.status == .exited(64), "\(arguments): \(outcome.errors)")
            #expect(outcome.errors.contains("daiban"))
        }
    }

    @Test("Who acts has to be said; the choice is told")
    func nobodySaid() throws {
        let town = try Township()
        let number = try #require(try town.cases("in-review").first?.number)
        let outcome = try town.run(["approve", number])
        #expect(outcome.status == .exited(64))
        #expect(outcome.errors.contains("R01 王敏"))
    }
}
