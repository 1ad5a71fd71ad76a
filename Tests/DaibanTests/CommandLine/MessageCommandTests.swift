import Foundation
import PseudoTerminal
import Testing

@Suite("Messages, from the command line")
struct MessageCommandTests {
    struct Message: Decodable {
        var id: Int
        var number: String
        var kind: String
        var to: String
        var state: String
        var tries: Int
        var detail: String?
    }

    struct Summary: Decodable, Equatable {
        var sent: Int
        var failed: Int
        var givenUp: Int
    }

    /// What a program was given.
    struct Letter: Decodable {
        var id: Int
        var channel: String
        var to: String
        var text: String
        var number: String
        var kind: String
    }

    /// A centre whose messages are on, with a command that does `script` for each.
    private final class Centre: Sendable {
        let folder: Folder
        let database: String

        init(script: String) throws {
            folder = try Folder()
            database = folder.file("centre.sqlite")
            let program = try folder.write("#!/bin/sh\ncd \"$(dirname \"$0\")\" || exit 9\n\(script)\n", to: "send.sh")
            try FileManager.default.setAttributes([.posixPermissions: 0o700], ofItemAtPath: program)
            try folder.write("[channel.sms]\ncommand = \"./send.sh\"\n", to: "config.toml")
            try run([
                "init", "--centre", "某某镇便民服务中心", "--prefix", "MM", "--agent", "A01:周桂兰:石门村",
            ]).require()
        }

        func run(_ arguments: [String]) throws -> Child.Outcome {
            try Daiban.run(arguments + ["--database", database], in: folder.path)
        }

        func register() throws -> ShownCase {
            let outcome = try run([
                "case", "new", "--item", "养老参保", "--village", "石门村", "--applicant", "张小三", "--phone",
                "13900001234", "--as", "R01", "--json",
            ])
            try outcome.require()
            return try outcome.decoded()
        }

        func messages() throws -> [Message] {
            let outcome = try run(["outbox", "list", "--json"])
            try outcome.require()
            return try outcome.decoded()
        }

        func letters() throws -> [Letter] {
            try String(contentsOfFile: folder.file("letters"), encoding: .utf8).split(separator: "\n").map {
                try JSONDecoder().decode(Letter.self, from: Data($0.utf8))
            }
        }
    }

    @Test("W13: an accepted request is told to its applicant by the configured command, once")
    func sent() throws {
        let centre = try Centre(script: "cat >> letters")
        // Until the centre switches messages on there are none.
        let silent = try centre.register()
        try centre.run(["accept", silent.number, "--as", "R01"]).require()
        #expect(try centre.messages().isEmpty)

        try centre.run(["outbox", "on", "--as", "R01"]).require()
        let made = try centre.register()
        try centre.run(["accept", made.number, "--as", "R01"]).require()
        #expect(try centre.messages().map(\.kind) == ["accepted", "assigned"])
        let outcome = try centre.run(["outbox", "send", "--json"])
        // The agent has no phone: that message is given up, and whoever calls hears of it.
        #expect(outcome.status == .exited(6), "\(outcome.errors)")
        #expect(try outcome.decoded(Summary.self) == Summary(sent: 1, failed: 0, givenUp: 1))
        // Why is told in the reader's language; scripts see what is kept.
        #expect(try centre.run(["outbox", "list", "--language", "zh"]).output.contains("没有登记电话"))
        #expect(try centre.run(["outbox", "list", "--language", "en"]).output.contains("no phone"))
        let letters = try centre.letters()
        #expect(letters.map(\.kind) == ["accepted"])
        let letter = try #require(letters.first)
        #expect(letter.to == "13900001234" && letter.channel == "sms" && letter.number == made.number)
        #expect(letter.text.contains(made.number) && letter.text.contains("已受理"))
        #expect(!letter.text.contains("张小三") && !letter.text.contains("1390000"))
        try centre.run(["outbox", "send"]).require()
        #expect(try centre.letters().count == 1)
        let events = try centre.run(["case", "show", made.number, "--json"]).decoded(ShownCase.self).events
        #expect(events.filter { $0 == "notified" }.count == 2)
        #expect(try centre.run(["verify", "--json"]).decoded(VerifySummary.self).sound)
    }

    @Test("A command that fails is tried again, and works the third time")
    func retried() throws {
        // Counts its runs; the first two fail.
        let centre = try Centre(
            script: """
                cat > last
                echo x >> runs
                if [ "$(wc -l < runs)" -lt 3 ]; then echo "no line" >&2; exit 1; fi
                cat last >> letters
                """)
        try centre.run(["outbox", "on", "--as", "R01", "--texts", "en"]).require()
        let made = try centre.register()
        try centre.run(["accept", made.number, "--as", "R01"]).require()
        let assigned = try #require(try centre.messages().first { $0.kind == "assigned" }).id
        try centre.run(["outbox", "drop", "\(assigned)", "--as", "R01"]).require()
        for tries in 1...2 {
            let outcome = try centre.run(["outbox", "send", "--json"])
            #expect(outcome.status == .exited(6))
            #expect(try outcome.decoded(Summary.self) == Summary(sent: 0, failed: 1, givenUp: 0))
            let message = try #require(try centre.messages().first { $0.kind == "accepted" })
            #expect(message.state == "failed" && message.detail == "no line")
            #expect(message.tries == 1, "each retry begins anew; round \(tries)")
            // Not before its time …
            let early = try centre.run(["outbox", "send", "--json"])
            #expect(try early.decoded(Summary.self) == Summary(sent: 0, failed: 0, givenUp: 0))
            // … unless somebody says so.
            try centre.run(["outbox", "retry", "--all", "--as", "R01"]).require()
        }
        try centre.run(["outbox", "send"]).require()
        let letter = try #require(try centre.letters().first)
        #expect(letter.text.contains("is accepted") && letter.text.contains(made.number))
    }

    @Test("What a command says about its failure may name the phone: the list hides it")
    func failuresNameNobody() throws {
        let centre = try Centre(script: "cat > /dev/null; echo 'no route to 13900001234' >&2; exit 1")
        try centre.run(["outbox", "on", "--as", "R01"]).require()
        let made = try centre.register()
        try centre.run(["accept", made.number, "--as", "R01"]).require()
        _ = try centre.run(["outbox", "send"])
        #expect(try centre.messages().contains { $0.detail == "no route to ******" })
        #expect(!(try centre.run(["outbox", "list"]).output.contains("13900001234")))
    }

    @Test("J12: who is told what is missing gets all of it in one message")
    func declined() throws {
        let centre = try Centre(script: "cat >> letters")
        try centre.run(["outbox", "on", "--as", "R01"]).require()
        let made = try centre.register()
        try centre.run(["decline", made.number, "--as", "R01", "--reason", "张小三的户口不在本镇"]).require()
        _ = try centre.run(["outbox", "send"])
        let letter = try #require(try centre.letters().first { $0.kind == "declined" })
        #expect(letter.text.contains("张**的户口不在本镇") && !letter.text.contains("张小三"))
    }

    @Test("Without a configured command nothing is sent, and the way out is told")
    func unconfigured() throws {
        let centre = try Centre(script: "exit 0")
        try centre.folder.write("language = \"zh\"\n", to: "config.toml")
        let outcome = try centre.run(["outbox", "send"])
        #expect(outcome.status == .exited(78))
        #expect(outcome.errors.contains("[channel.sms]"))
    }

    @Test(
        "A channel that cannot be meant so is refused with its line",
        arguments: [
            ("[channel.sms]\ncommand = \"\"\n", 2), ("[channel.sms]\ncommand = \"sh -c 'rm x'\"\n", 2),
            ("[channel.sms]\ncommand = \"x\"\nto = [\"everybody\"]\n", 3),
            ("[channel.sms]\ncommand = \"x\"\nretries = 3\n", 3), ("[channel.SMS]\ncommand = \"x\"\n", 1),
        ])
    func channels(_ toml: String, _ line: Int) throws {
        let centre = try Centre(script: "exit 0")
        try centre.folder.write(toml, to: "config.toml")
        let outcome = try centre.run(["outbox", "list"])
        #expect(outcome.status == .exited(78), "\(outcome.errors)")
        #expect(outcome.errors.contains("config.toml:\(line):") || outcome.errors.contains("config.toml:\(line)："))
    }

    @Test("Messages are switched and dropped by those who may")
    func permission() throws {
        let centre = try Centre(script: "exit 0")
        #expect(try centre.run(["outbox", "on", "--as", "A01"]).status == .exited(2))
        #expect(try centre.run(["outbox", "drop", "7", "--as", "R01"]).status == .exited(4))
        #expect(try centre.run(["outbox", "drop", "--as", "R01"]).status == .exited(64))
    }

    @Test("W13: progress by receipt shows the matter and nothing personal; an unknown number ends with 4")
    func progress() throws {
        struct Progress: Decodable {
            var number: String
            var state: String
            var clock: String?
            var missing: [String]
        }
        let centre = try Centre(script: "exit 0")
        let made = try centre.register()
        let plain = try centre.run(["progress", " \(made.number.lowercased()) "])
        try plain.require()
        #expect(plain.output.contains("待受理") && plain.output.contains(made.number))
        for personal in ["张", "1390000", "石门村", "周桂兰"] { #expect(!plain.output.contains(personal)) }
        let shown: Progress = try centre.run(["progress", made.number, "--json"]).decoded()
        #expect(shown.state == "pending" && shown.clock == "acceptance" && shown.missing.isEmpty)
        try centre.run(["decline", made.number, "--as", "R01", "--reason", "张小三电话 13900001234 打不通"]).require()
        let declined = try centre.run(["progress", made.number, "--language", "en"])
        #expect(declined.output.contains("张**") && !declined.output.contains("张小三"))
        #expect(!declined.output.contains("1390000"))
        let unknown = try centre.run(["progress", "MM990101-0001"])
        #expect(unknown.status == .exited(4))
        #expect(unknown.errors.contains("MM990101-0001") && unknown.output.isEmpty)
    }
}
