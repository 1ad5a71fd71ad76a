import CaseStore
import Casework
import Foundation

/// A file with the rows of many cases: a county's ten years, one case in forty open. Only the rows that queues and
/// searching read are there, written by SQL; the journal is that of an empty office.
struct LargeOffice {
    let path: String
    let cases: Int
    static let now = UTCOffset.china.instant(CivilDate(dayNumber: 20_776), minute: 600)
    static let agents = 300

    /// Opens the file of that size in the folder, made before when there is none.
    init(cases: Int, folder: String) throws {
        self.cases = cases
        path = "\(folder)/office-\(cases).db"
        if FileManager.default.fileExists(atPath: path) { return }
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + ".draft" + suffix) }
        try make(at: path + ".draft")
        try FileManager.default.moveItem(atPath: path + ".draft", toPath: path)
    }

    private func make(at draft: String) throws {
        do {
            let store = try CaseStore.create(
                at: draft, centre: Centre(name: "基准", prefix: "JZ", offset: .china), now: Self.now)
            try store.batch { writer in
                for village in 0..<Self.agents {
                    let name = "\(Self.villages[village % 20])\(Self.given[village / 20])村"
                    try writer.record(.villageAdded(.init(name: name)), at: Self.now, by: .office)
                    _ = try writer.enrol(
                        number: "A\(1_000 + village)", name: Self.name(village &* 7_919 + 3), role: .agent,
                        village: name,
                        at: Self.now, by: .office)
                }
            }
        }
        let bare = try BareSQLite(draft)
        let began = Stopwatch.now()
        let indexes = try bare.texts(
            "SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'cases' AND sql IS NOT NULL")
        let making = try bare.texts(
            "SELECT sql FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'cases' AND sql IS NOT NULL")
        try bare.run("PRAGMA synchronous = OFF; PRAGMA cache_size = -262144; PRAGMA journal_mode = DELETE; BEGIN")
        for index in indexes { try bare.run("DROP INDEX \(index)") }
        try fill(bare)
        for sql in making { try bare.run(sql) }
        // As a file of the version before: opening it fills counters and indexes.
        for table in [
            "case_search_terms", "open_case_search_terms", "case_search", "open_case_search", "search_names", "ranks",
        ] { try bare.run("DROP TABLE \(table)") }
        try bare.run("PRAGMA user_version = 7; COMMIT; PRAGMA journal_mode = WAL")
        let filled = Stopwatch.now()
        Progress.tell("\(cases) rows in \((filled - began) / 1_000_000) ms")
        _ = try CaseStore.open(at: draft)
        Progress.tell("ranks and words of them in \((Stopwatch.now() - filled) / 1_000_000) ms")
        try bare.run("PRAGMA wal_checkpoint(TRUNCATE); ANALYZE")
    }

    private func fill(_ bare: BareSQLite) throws {
        let villages = try bare.texts("SELECT village FROM staff ORDER BY id")
        let insertion = try bare.prepare(
            """
            INSERT INTO cases (id, number, version, state, is_open, holder, item, village, applicant, submitted_at, \
            completed_at, closed_at, due_at, warn_at, is_provisional, is_urgent, returns, urgings, due_order, \
            review_order, clock) VALUES (?, ?, 3, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, 0, 0, 0, ?, ?, ?)
            """)
        let day: Int64 = 86_400_000
        let now = Self.now.milliseconds
        var today: CivilDate?
        var sequence = 0
        for index in 0..<cases {
            var chance = Mix(UInt64(index))
            let agent = chance.below(Self.agents)
            // Evenly over ten years; most of the open ones are among the last.
            let submitted = now - Int64(Double(cases - index) / Double(cases) * 3_650 * Double(day))
            let isOpen = index > cases - cases / 20 && chance.below(2) == 0
            let closed = min(now, submitted + Int64(chance.below(10)) * day)
            let due = now + (Int64(chance.below(60 * 24)) - 15 * 24) * 900_000 + Int64(chance.below(4)) * day
            let state =
                isOpen
                ? ["pending", "accepted", "accepted", "in-review", "returned"][chance.below(5)] : "filed"
            let civil = UTCOffset.china.civil(Instant(milliseconds: submitted)).date
            insertion.bind(1, Int64(index + 1))
            sequence = civil == today ? sequence + 1 : 1
            today = civil
            let date = civil.components
            insertion.bind(
                2,
                "JZ\(date.year % 100 * 10_000 + date.month * 100 + date.day)-\(String(10_000 + sequence).dropFirst())")
            insertion.bind(3, state)
            insertion.bind(4, isOpen ? 1 : 0)
            insertion.bind(5, Int64(agent + 1))
            insertion.bind(6, Self.items[chance.below(Self.items.count)] + Self.kinds[chance.below(Self.kinds.count)])
            insertion.bind(7, villages[agent])
            insertion.bind(8, Self.name(index))
            insertion.bind(9, submitted)
            insertion.bind(10, state == "in-review" ? submitted + day : nil)
            insertion.bind(11, isOpen ? nil : closed)
            insertion.bind(12, isOpen ? due : nil)
            insertion.bind(13, isOpen ? due - day : nil)
            insertion.bind(14, isOpen ? due : .max)
            insertion.bind(15, state == "in-review" ? submitted + day : submitted)
            if isOpen { insertion.bind(16, "completion") } else { insertion.bind(16, nil) }
            _ = insertion.step()
            insertion.reset()
        }
    }

    /// Made-up names, the commoner surnames more often.
    static func name(_ index: Int) -> String {
        var chance = Mix(UInt64(bitPattern: Int64(index)) &* 31 &+ 7)
        let surname = surnames[min(chance.below(surnames.count), chance.below(surnames.count))]
        let first = given[chance.below(given.count)]
        return "\(surname)\(first)\(chance.below(4) == 0 ? "" : String(given[chance.below(given.count)]))"
    }

    static let surnames = Array(
        "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
    )
    .map(String.init)
    static let given = Array("伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玉梅红建国华文志春荣凤青山小满有田大勇立夏修远定安海云峰琴珍莲松竹雪晴雨晨光辉耀祖德福禄寿喜财宝贵金银铜铁锡水火木土东西南北中")
        .map(String.init)
    private static let villages = Array("石两白长磨黄红青大小东西南北上下前后新老").map(String.init)
    private static let items = [
        "城乡居民养老保险", "城乡居民医疗保险", "社保卡", "残疾人证", "低保", "临时救助", "高龄津贴", "老年人优待证", "生育登记", "危房改造", "农机购置补贴", "退役军人优待证",
        "特困供养", "户口迁移", "居住证", "个体工商户", "宅基地", "林木采伐", "就业失业", "小额贷款贴息", "孤儿救助", "流动人口", "法律援助", "耕地补贴", "水费",
    ]
    private static let kinds = ["申请", "登记", "换领", "初审", "变更", "注销", "查询", "申领"]
}

/// Numbers that look random and are the same for the same index.
struct Mix {
    private var state: UInt64

    init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

    mutating func below(_ bound: Int) -> Int {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ value >> 30) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ value >> 27) &* 0x94D0_49BB_1331_11EB
        return Int((value ^ value >> 31) % UInt64(bound))
    }
}
