import CaseStore
import Casework
import Dashboard
import TerminalKit

/// A made-up board: a township on a Friday morning.
enum WallSamples {
    static let now = Township.now
    static let today = CivilDate("2026-11-20") ?? CivilDate(dayNumber: 0)
    static let sessions = [
        AgentRules.Duty.Session(from: 540, to: 690), AgentRules.Duty.Session(from: 840, to: 1_050),
    ]

    static let villages = [
        "石门垭", "两河口", "白果树", "长岭", "磨盘山", "云台", "青龙嘴", "大坪", "黄泥堡", "柳树沟", "新店子", "凉水井",
        "马家湾", "观音桥", "响水洞", "竹林坪", "金鸡岭", "三岔路", "土地垭", "乌木滩", "松林", "双河社区",
    ]
    static let people = [
        "周桂兰", "何有田", "欧阳修远", "李小满", "赵青山", "冉启明", "谭水生", "向春来", "覃大山", "田茂林", "彭长庚",
        "邓福全", "钟玉芳", "尹志高", "龚正发", "熊国安", "易守仁", "段云鹏", "侯德胜", "孟兰香", "薛永康", "陆文静",
    ]

    static func board(
        readAt: Instant = now, urgent: String? = "11 月 21 日全镇停电检修，窗口照常受理，自助终端暂停使用。", items: [WallItem] = items,
        ready: Int = 17
    ) -> WallBoard {
        WallBoard(
            readAt: readAt, centre: "云溪镇便民服务中心", offset: .china, today: days(), villages: openCases, agents: agents,
            items: items, ready: (0..<ready).map(receipt), circular: circular, notices: notices(urgent: urgent),
            hours: hours,
            supervisionPhone: "0377-66001234")
    }

    static func days() -> WallToday {
        let received = [31, 28, 35, 0, 0, 42, 38, 29, 33, 36, 0, 0, 40, 37]
        return WallToday(
            days: received.enumerated().map { day, count in
                WallToday.Day(
                    date: today.advanced(days: day - 13), received: count, accepted: max(0, count - 3 - day % 4),
                    completed: max(0, count - 6 + day % 5))
            }, averageMinutes: 3_420, onTime: WallToday.Share(part: 286, whole: 291))
    }

    static let openCases: [WallVillage] = villages.prefix(18).enumerated().map { place, name in
        WallVillage(
            name: name, open: 24 - place, near: [5, 3, 4, 2, 2, 1, 1][safe: place] ?? 0,
            overdue: [3, 2, 1][safe: place] ?? 0)
    }

    static let agents: [WallAgent] = zip(villages, people).enumerated().map { place, pair in
        var member = StaffMember(
            id: StaffID(Int64(place + 1)), number: "A\(place + 1)", name: pair.1, role: .agent, village: pair.0)
        member.phone = "1390000\(1_000 + place * 37)"
        let presence: WallAgent.Presence = [3: .onLeave, 7: .absent, 16: .onLeave][place] ?? .present
        return WallAgent(
            village: pair.0, card: card(of: member), presence: presence,
            standIn: place == 3 ? card(of: standIn) : nil)
    }

    private static var standIn: StaffMember {
        var member = StaffMember(id: StaffID(90), number: "A90", name: "罗小青", role: .agent, village: "云台")
        member.phone = "13900009090"
        return member
    }

    private static func card(of member: StaffMember) -> PublicCard {
        var duty = KioskHarness.plan.duty
        (duty.summer, duty.winter) = (sessions, sessions)
        return PublicCard(of: member, duty: duty)
    }

    static let items: [WallItem] = [
        ServiceItem(
            code: "YX-01", name: "城乡居民基本养老保险参保登记", level: .township, kind: .promised, area: .named(.insurance),
            department: "人力资源和社会保障所", promisedDays: 5, legalLimit: "20 个工作日", condition: "年满 16 周岁、未参加职工养老保险的居民",
            materials: [
                .init(name: "居民身份证", form: .both), .init(name: "户口簿", form: .copy),
                .init(name: "参保登记表", form: .original), .init(name: "银行卡或存折", form: .copy, isRequired: false),
            ], guide: .init(time: "工作日 9:00–17:30"),
            stages: [
                .init(stage: .application, name: "提交材料"), .init(stage: .authorisation, name: "村代办员受理", days: 1),
                .init(stage: .handling, name: "镇审核", days: 3), .init(stage: .handover, name: "通知领取", days: 1),
            ], legalBasis: "《社会保险法》第二十条；《城乡居民基本养老保险经办规程》"),
        ServiceItem(
            code: "YX-02", name: "老年人优待证办理", level: .village, kind: .instant, area: .named(.relief),
            department: "民政办", condition: "年满 60 周岁的老年人",
            materials: [.init(name: "居民身份证", form: .original), .init(name: "一寸照片两张", form: .original)],
            stages: [.init(stage: .application, name: "提交材料"), .init(stage: .handling, name: "当场制证")],
            legalBasis: "《老年人权益保障法》"),
        ServiceItem(
            code: "YX-03", name: "农村危房改造申请", level: .county, kind: .major, area: .named(.support),
            department: "村镇建设办", branches: ["民政办", "财政所"], promisedDays: 15, legalLimit: "30 个工作日",
            materials: (1...14).map { .init(name: "第 \($0) 份证明材料", form: .copy, isRequired: $0 < 9) },
            stages: [.init(stage: .handling, name: "入户鉴定", days: 5), .init(stage: .handling, name: "公示", days: 7)],
            legalBasis: "《农村危房改造补助资金管理办法》", fee: .init(fen: 1_250, basis: "发改价格〔2015〕1299号")),
        ServiceItem(
            code: "YX-04", name: "临时救助申请", level: .township, kind: .promised, area: .named(.relief),
            department: "民政办", promisedDays: 3,
            materials: [.init(name: "申请书", form: .original), .init(name: "居民身份证", form: .copy)],
            legalBasis: "《社会救助暂行办法》第九章"),
    ].map(WallItem.init)

    static func receipt(_ place: Int) -> WallReceipt {
        WallReceipt(
            number: "YX261\(110 + place / 3)-00\(10 + place)", name: ["张*", "欧阳**", "李**", "王*"][place % 4],
            village: villages[place % villages.count], since: now.advanced(minutes: -1_440 * (9 - place / 3)))
    }

    static let circular = [
        WallCircularLine(village: "石门垭", yellow: 4, red: 2), WallCircularLine(village: "两河口", yellow: 3, red: 1),
        WallCircularLine(village: "白果树", yellow: 1, red: 0),
    ]

    static func notices(urgent: String?) -> [NoticePosted] {
        let usual = [
            NoticePosted(
                number: 3, text: "2027 年度城乡居民医保缴费截止到 12 月 31 日，可在村代办点、手机和本大厅 2 号窗口缴费，请尽早办理。",
                from: today.advanced(days: -5), to: today.advanced(days: 41), isUrgent: false),
            NoticePosted(
                number: 2, text: "本周六上午残联来镇开展残疾人证换领集中办理，请带旧证、身份证和两张一寸照片。", from: today.advanced(days: -8),
                to: today.advanced(days: 1), isUrgent: false),
        ]
        guard let urgent else { return usual }
        return [
            NoticePosted(number: 4, text: urgent, from: today, to: today.advanced(days: 1), isUrgent: true)
        ] + usual
    }

    static let hours = WallHours(
        week: (0..<7).map { day in
            let date = today.advanced(days: day)
            return WallHours.Day(date: date, sessions: date.isWeekend ? [] : sessions)
        },
        next: [
            WallHours.Day(date: CivilDate("2027-01-01") ?? today, sessions: [], name: "元旦"),
            WallHours.Day(date: CivilDate("2027-02-05") ?? today, sessions: [], name: "春节"),
            WallHours.Day(date: CivilDate("2027-02-06") ?? today, sessions: [], name: "春节"),
            WallHours.Day(date: CivilDate("2027-02-14") ?? today, sessions: sessions, name: nil),
        ])
}

extension Array {
    subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// A wall without terminal and record, whose clocks are turned by hand.
struct WallHarness {
    var state: WallState
    var effects: [WallEffect] = []
    var moment = WallMoment(WallSamples.now, steady: 1_000_000)
    let view = WallView(theme: Theme(name: "plain", styles: [:]))

    init(
        columns: Int = 80, rows: Int = 24, language: Language = .chinese, plan: WallPlan = WallPlan(),
        glyphs: Glyphs = Glyphs(.unicode), board: WallBoard? = WallSamples.board()
    ) {
        state = WallState(
            centre: "云溪镇便民服务中心", language: language, plan: plan, size: TerminalSize(columns: columns, rows: rows),
            glyphs: glyphs, offset: .china, moment: moment)
        send(.due)
        if let board { send(.read(.success(board))) }
    }

    mutating func send(_ event: WallEvent) { effects = state.update(event, at: moment) }

    mutating func press(_ key: Key, _ modifiers: KeyModifiers = []) {
        send(.input(.key(KeyPress(key, modifiers))))
    }

    /// Both clocks go on, and what is due happens, each thing at its time; readings are answered at once.
    mutating func wait(milliseconds: Int64, board: ((Instant) -> Result<WallBoard, StoreError>)? = nil) {
        let end = moment.steady + milliseconds
        while state.nextDue <= end {
            go(to: max(state.nextDue, moment.steady + 1))
            send(.due)
            answer(board)
        }
        go(to: end)
    }

    mutating func answer(_ board: ((Instant) -> Result<WallBoard, StoreError>)? = nil) {
        guard effects.contains(.read) else { return }
        send(.read(board?(moment.instant) ?? .success(WallSamples.board(readAt: moment.instant))))
    }

    private mutating func go(to steady: Int64) {
        moment.instant.milliseconds += steady - moment.steady
        moment.steady = steady
    }

    /// Sets the clock of the machine.
    mutating func setClock(by milliseconds: Int64) { moment.instant.milliseconds += milliseconds }

    var screen: String { view.plainText(state) }

    /// Turns until a page is shown.
    mutating func show(_ page: WallPage, part: Int = 0) {
        for _ in 0..<200 where state.shown.first?.page != page || state.shown.first?.part != part { press(.right) }
    }
}
