import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban anchor`: the end of the journal, to be kept outside the record.
struct AnchorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "anchor", abstract: Words.helpText(.record(.anchor)),
        discussion: Words.helpText(.record(.anchorDiscussion)))

    @OptionGroup var options: CommonOptions

    @Option(name: .long, help: Words.help(.record(.optionAppend)))
    var append: String?

    @Flag(name: .customLong("after-restore"), help: Words.help(.record(.optionAfterRestore)))
    var afterRestore = false

    @Option(name: .long, help: Words.help(.record(.optionRestartReason)))
    var reason: String?

    @Flag(name: .long, help: Words.help(.record(.optionSign)))
    var sign = false

    @Option(name: .long, help: Words.help(.record(.optionMonth)))
    var month: MonthArgument?

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    private struct Shown: Encodable {
        var entries: Int64
        var sequence: Int64
        var hash: String
        var short: String
        var at: String
        var signedFor: String?
    }

    func run() throws {
        let workplace = try Workplace(options, access: sign || afterRestore ? .readWrite : .readOnly)
        let now = SystemClock.now()
        let offset = workplace.centre.offset
        let beginner = try beginner(workplace)
        try requireWholeChain(workplace)
        // Whatever forbids the line in the file forbids the signature, too.
        let appending = try append.map { path in
            try AnchorFile(path: path).prepare(for: workplace.store, beginningAnew: beginner)
        }
        let signedMonth = sign ? try month?.month ?? workplace.store.monthToSign(at: now) : nil
        let anchor: RecordAnchor
        if let signedMonth {
            let actor = Actor(try workplace.actor(person))
            anchor = try workplace.store.signAnchor(for: signedMonth, by: actor, at: now)
        } else {
            anchor = try workplace.store.anchor(at: now)
        }
        try appending?.add(at: now)
        if json {
            Console.json(
                try JSONOutput.text(
                    Shown(
                        entries: anchor.entries, sequence: anchor.sequence, hash: anchor.hash, short: anchor.short,
                        at: anchor.at.iso8601(offset), signedFor: signedMonth?.description)))
            return
        }
        let lines: [RecordWords] = [
            .anchorOf(centre: workplace.centre.name, at: anchor.at.civilText(offset)),
            .anchorEntries(anchor.entries, last: anchor.sequence), .anchorHash(anchor.groups),
            .anchorShort(anchor.short),
        ]
        for line in lines { Console.out(workplace.text(.record(line))) }
        Console.out("\n" + workplace.text(.record(.anchorAdvice)))
        if let signedMonth { Console.out(workplace.text(.record(.anchorSigned(signedMonth)))) }
        if let append { Console.out(workplace.text(.record(.anchorAppended(append)))) }
    }

    /// Who lets the file begin anew after a restore, and why: whoever may sign anchors.
    private func beginner(_ workplace: Workplace) throws -> AnchorBeginner? {
        guard afterRestore else {
            if reason != nil { throw Failure(.record(.restartNeeds), exit: .usage) }
            return nil
        }
        guard append != nil, let reason, reason.contains(where: { !$0.isWhitespace }) else {
            throw Failure(.record(.restartNeeds), exit: .usage)
        }
        let member = try workplace.actor(person)
        guard member.role.may(.signAnchor) else { throw AnchorError.notPermitted(member.role) }
        return AnchorBeginner(member, reason: reason)
    }

    /// What an anchor vouches for is looked at before it is printed, signed or kept.
    private func requireWholeChain(_ workplace: Workplace) throws {
        Interruption.watch()
        defer { Console.endProgress() }
        do {
            let finding = try workplace.store.firstBreak { progress in
                Console.progress(workplace.text(.verifying(done: progress.done, total: progress.total)))
                return !Interruption.wasAsked
            }
            if let finding { throw AnchorError.chainBroken(finding) }
        } catch StoreError.stopped {
            Console.endProgress()
            Console.error(workplace.text(.interrupted))
            throw ExitCode(Interruption.exitCode)
        }
    }
}

/// A month, `2026-11`.
struct MonthArgument: ExpressibleByArgument {
    var month: CivilMonth

    init?(argument: String) {
        guard let month = CivilMonth(argument) else { return nil }
        self.month = month
    }
}
