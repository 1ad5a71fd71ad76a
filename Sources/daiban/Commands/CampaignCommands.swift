import ArgumentParser
import CaseStore
import Casework
import Dashboard

/// `daiban campaign …`: campaigns that were given from above.
struct CampaignCommands: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "campaign", abstract: Words.helpText(.campaign(.abstract)),
        subcommands: [
            CampaignOpenCommand.self, CampaignHandCommand.self, CampaignRegisterCommand.self,
            CampaignListCommand.self, CampaignShowCommand.self, CampaignCloseCommand.self,
        ])
}

/// What all of them take and say.
struct CampaignOptions: ParsableArguments {
    @OptionGroup var common: CommonOptions

    @Option(name: .customLong("as"), help: Words.help(.optionAs))
    var person: String?

    @Flag(name: .long, help: Words.help(.optionJSON))
    var json = false

    /// Does something with campaigns and shows the one that it was about.
    func change(
        _ words: (Campaign) -> CampaignWords, _ act: (Workplace, Actor, Instant) throws -> Campaign
    ) throws {
        let workplace = try Workplace(common)
        let changed = try act(workplace, Actor(try workplace.actor(person)), SystemClock.now())
        if json {
            try show(changed, workplace)
        } else {
            Console.out(workplace.text(.campaign(words(changed))))
        }
    }

    func show(_ campaign: Campaign, _ workplace: Workplace) throws {
        let progress = try workplace.store.progress(of: campaign)
        Console.json(
            try JSONOutput.text(ShownCampaign(campaign, progress, offset: workplace.centre.offset)))
    }
}

struct CampaignOpenCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "open", abstract: Words.helpText(.campaign(.open)))
    @OptionGroup var options: CampaignOptions
    @Option(name: .long, help: Words.help(.campaign(.optionTitle))) var title: String
    @Option(name: .long, help: Words.help(.optionItem)) var item: String
    @Option(name: .long, help: Words.help(.campaign(.optionDepartment))) var department: String
    @Option(name: .long, help: Words.help(.campaign(.optionDue))) var due: DayArgument
    @Option(name: .long, help: Words.help(.campaign(.optionVillages))) var village: [String] = []

    func run() throws {
        try options.change({ .opened(code: $0.code, title: $0.title) }) { workplace, actor, now in
            let listed = try workplace.store.item(askedFor: item)
            let draft = CampaignDraft(
                title: title, item: listed?.name ?? item, listedItem: listed?.listed, department: department,
                due: due.date, villages: village)
            return try workplace.store.openCampaign(draft, by: actor, at: now)
        }
    }
}

struct CampaignHandCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "hand", abstract: Words.helpText(.campaign(.hand)))
    @OptionGroup var options: CampaignOptions
    @Argument(help: Words.help(.campaign(.optionCode))) var code: String
    @Option(name: .long, help: Words.help(.campaign(.optionHandVillages))) var village: [String] = []

    func run() throws {
        let villages = village
        let code = code
        var handed: [String] = []
        try options.change({ _ in .handed(code: code, villages: handed) }) { workplace, actor, now in
            let changed = try workplace.store.handCampaign(code, to: villages, by: actor, at: now)
            handed = changed.handings.filter { $0.at == now }.map(\.village)
            return changed
        }
    }
}

struct CampaignRegisterCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "register", abstract: Words.helpText(.campaign(.register)))
    @OptionGroup var options: CampaignOptions
    @Argument(help: Words.help(.campaign(.optionCode))) var code: String
    @Option(name: .long, help: Words.help(.optionVillage)) var village: String
    @Option(name: .long, help: Words.help(.optionApplicant)) var applicant: String
    @Option(name: .long, help: Words.help(.optionIdentity)) var identity: String?
    @Option(name: .long, help: Words.help(.optionPhone)) var phone: String?
    @Option(name: .long, help: Words.help(.optionAddress)) var address: String?

    func run() throws {
        let workplace = try Workplace(options.common)
        let actor = Actor(try workplace.actor(options.person))
        let now = SystemClock.now()
        let offset = workplace.centre.offset
        guard let campaign = try workplace.store.campaign(code) else { throw CampaignRefusal.unknown(code) }
        // The same doors as at the counter.
        let person = Intake.Applicant(name: applicant, identityNumber: identity, phone: phone, address: address)
        let checked = try campaign.intake(of: person, in: village, at: now)
            .checkedAtCounter(on: offset.civil(now).date)
        let made = try workplace.store.register(
            checked.applicant, of: checked.village, for: code, by: actor, at: now, rules: workplace.rules)
        if options.json, let detail = try workplace.store.detail(of: made.id) {
            Console.json(try JSONOutput.text(ShownCase(detail, offset: offset, isRevealed: false)))
        } else {
            Console.out(workplace.text(.campaign(.registered(number: made.number, code: code))))
        }
    }
}

struct CampaignListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: Words.helpText(.campaign(.list)))
    @OptionGroup var options: CommonOptions
    @Flag(name: .long, help: Words.help(.campaign(.optionAllCampaigns))) var all = false
    @Flag(name: .long, help: Words.help(.optionJSON)) var json = false

    func run() throws {
        let workplace = try Workplace(options, access: .readOnly)
        let campaigns = try workplace.store.campaigns().filter { all || !$0.isClosed }
        let offset = workplace.centre.offset
        if json {
            let shown = try campaigns.map {
                ShownCampaign($0, try workplace.store.progress(of: $0), offset: offset)
            }
            Console.json(try JSONOutput.text(shown))
            return
        }
        let heading: [CampaignWords] = [.columnCode, .columnTitle, .columnDepartment, .columnDue, .columnState]
        let rows = campaigns.map { campaign in
            [
                campaign.code, campaign.title, campaign.department, "\(campaign.due)",
                workplace.text(.campaign(campaign.isClosed ? .isClosed : .isOpen)), campaign.item,
            ]
        }
        Console.out(
            TextTable(
                heading: heading.map { workplace.text(.campaign($0)) } + [workplace.text(.column(.item))], rows: rows
            ).text)
    }
}

struct CampaignShowCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "show", abstract: Words.helpText(.campaign(.show)))
    @OptionGroup var options: CampaignOptions
    @Argument(help: Words.help(.campaign(.optionCode))) var code: String

    func run() throws {
        let workplace = try Workplace(options.common, access: .readOnly)
        guard let campaign = try workplace.store.campaign(code) else { throw CampaignRefusal.unknown(code) }
        if options.json { return try options.show(campaign, workplace) }
        let state = workplace.text(.campaign(campaign.isClosed ? .isClosed : .isOpen))
        Console.out("\(campaign.code)  \(campaign.title)  \(state)")
        Console.out("\(campaign.department)  \(campaign.item)  \(campaign.due)")
        if let closing = campaign.closing {
            // Somebody's words: a number in them may be a person's.
            Console.out(workplace.text(.campaign(.summary(Masking.freeText(closing.summary, hiding: "")))))
        }
        let heading: [CampaignWords] = [
            .columnHanded, .columnAsked, .columnPending, .columnHandling, .columnInReview, .columnApproved,
            .columnDeclined, .columnWithdrawn,
        ]
        let progress = try workplace.store.progress(of: campaign)
        var rows = progress.map { [$0.village, $0.isHanded ? "✓" : "-"] + $0.counts.map(String.init) }
        let sums = progress.map(\.counts).reduce([0, 0, 0, 0, 0, 0, 0]) { zip($0, $1).map(+) }
        rows.append([workplace.text(.campaign(.total)), ""] + sums.map(String.init))
        Console.out("")
        Console.out(
            TextTable(
                heading: [workplace.text(.column(.village))] + heading.map { workplace.text(.campaign($0)) },
                rows: rows
            ).text)
    }
}

struct CampaignCloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "close", abstract: Words.helpText(.campaign(.close)))
    @OptionGroup var options: CampaignOptions
    @Argument(help: Words.help(.campaign(.optionCode))) var code: String
    @Option(name: .long, help: Words.help(.campaign(.optionSummary))) var summary: String

    func run() throws {
        try options.change({ .closed(code: $0.code) }) { workplace, actor, now in
            try workplace.store.closeCampaign(code, summary: summary, by: actor, at: now)
        }
    }
}

extension CampaignProgress {
    /// In the order of the columns.
    fileprivate var counts: [Int] { [asked, pending, handling, inReview, approved, declined, withdrawn] }
}
