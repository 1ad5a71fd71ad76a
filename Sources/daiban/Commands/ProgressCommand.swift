import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban progress RECEIPT`: how a matter stands, for whoever holds the receipt.
struct ProgressCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "progress", abstract: Words.helpText(.outbox(.progress)))

    @OptionGroup var options: CommonOptions

    @Argument(help: Words.help(.outbox(.optionReceipt)))
    var receipt: String

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        // People copy it from paper: blanks around it and small letters are no mistake.
        let number = receipt.filter { !$0.isWhitespace }.uppercased()
        guard
            let detail = try workplace.store.detail(number: receipt) ?? workplace.store.detail(number: number)
        else { throw Failure(.outbox(.receiptUnknown(receipt)), exit: .notFound) }
        let decline = detail.trace.lazy.compactMap { entry -> Decline? in
            guard case .declined(let decline) = entry.event else { return nil }
            return decline
        }.first
        let progress = CaseProgress(detail.case, decline: decline, at: SystemClock.now())
        let offset = workplace.centre.offset
        if json {
            Console.json(try JSONOutput.text(ShownProgress(progress, offset: offset)))
        } else {
            Console.out(ProgressText.lines(progress, offset: offset, workplace.language).joined(separator: "\n"))
        }
    }
}

/// What `daiban progress --json` prints.
struct ShownProgress: Encodable {
    var number: String
    var item: String
    var state: String
    var stage: String
    var submitted: String
    var accepted: String?
    var completed: String?
    var closed: String?
    var clock: String?
    var due: String?
    var provisional: Bool
    var overdue: Bool
    var stopped: Bool
    var office: String?
    var missing: [String]
    var condition: String?
    var reason: String?
    var rightOffice: String?
    var visit: String?

    init(_ progress: CaseProgress, offset: UTCOffset) {
        number = progress.number
        item = progress.item
        state = progress.state.rawValue
        stage = progress.stage.rawValue
        submitted = progress.submittedAt.iso8601(offset)
        accepted = progress.acceptedAt?.iso8601(offset)
        completed = progress.completedAt?.iso8601(offset)
        closed = progress.closedAt?.iso8601(offset)
        clock = progress.clock?.rawValue
        due = progress.due?.iso8601(offset)
        provisional = progress.isProvisional
        overdue = progress.isOverdue
        stopped = progress.isStopped
        office = progress.office
        missing = progress.missing
        condition = progress.condition
        reason = progress.reason
        rightOffice = progress.rightOffice
        visit = progress.visitAt?.iso8601(offset)
    }
}
