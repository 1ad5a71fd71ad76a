import CaseStore
import Casework

/// The panes of a desk over a large office, each beside the bare statement that reads the same rows.
struct QueuesBenchmark {
    let office: LargeOffice
    static let window = 120
    private static let rounds = 400

    func run() throws -> Report {
        var report = Report(
            "queues: \(office.cases) cases, ms", columns: ["p50", "p99", "bare p50", "bare p99", "p50 to bare"])
        let store = try CaseStore.open(at: office.path, access: .readOnly)
        let bare = try BareSQLite(office.path)
        for queue in Queue.allCases {
            let ids = try bare.texts(
                "SELECT id FROM cases WHERE \(condition(queue)) ORDER BY \(order(queue)), id")
            guard !ids.isEmpty else { continue }
            for (name, place) in [("front", 0), ("in the middle", -1), ("end", ids.count - 1)] {
                var samples = Samples()
                var references = Samples()
                let statement = try bare.prepare(statement(queue))
                for round in 0..<Self.rounds {
                    let rank = place < 0 ? Mix(UInt64(round)).first(ids.count) : place
                    let anchor = Int64(ids[rank]) ?? 0
                    let request = DeskRequest(
                        now: office.now, queues: [queue: QueueRequest(anchor: CaseID(anchor), limit: Self.window)],
                        loads: .only([]))
                    let began = Stopwatch.now()
                    let page = try store.desk(request).pages[queue]
                    samples.add(from: began, to: Stopwatch.now())
                    guard page?.rows.contains(where: { $0.id.value == anchor }) == true, page?.total == ids.count else {
                        throw BenchmarkError.township("a wrong page of \(queue)")
                    }
                    let first = Int64(ids[page?.offset ?? 0]) ?? 0
                    let before = Stopwatch.now()
                    statement.bind(1, first)
                    statement.bind(2, Int64(Self.window))
                    _ = statement.drain()
                    references.add(from: before, to: Stopwatch.now())
                }
                report.add(
                    "\(queue), \(name) (\(ids.count))",
                    [samples.median, samples.p99, references.median, references.p99].map(Report.short)
                        + [Report.ratio(samples.median, to: references.median)], measured: samples.p99, atMost: 2,
                    unit: "ms")
            }
        }
        try whole(store, &report)
        return report
    }

    /// What a desk asks for at each change: all panes and the loads of the agents that it shows.
    private func whole(_ store: CaseStore, _ report: inout Report) throws {
        let rulebook = try Rulebook.embedded("standard")
        let plan = DutyPlan(duty: rulebook.agents.duty, calendar: .national, offset: .china)
        for (name, queues, loads) in [
            ("agents, 20 of \(office.agents)", [:], LoadRequest.first(20)),
            (
                "the whole desk",
                Dictionary(uniqueKeysWithValues: Queue.allCases.map { ($0, QueueRequest(limit: Self.window)) }),
                .first(20)
            ),
        ] as [(String, [Queue: QueueRequest], LoadRequest)] {
            var samples = Samples()
            for _ in 0..<Self.rounds {
                let began = Stopwatch.now()
                _ = try store.desk(DeskRequest(now: office.now, queues: queues, loads: loads, plan: plan))
                samples.add(from: began, to: Stopwatch.now())
            }
            report.add(name, [Report.short(samples.median), Report.short(samples.p99), "-", "-", "-"])
        }
    }

    private func condition(_ queue: Queue) -> String {
        switch queue {
        case .pending: "state = 'pending'"
        case .dueSoon: "is_open = 1 AND warn_at <= \(office.now.milliseconds)"
        case .inReview: "state = 'in-review'"
        }
    }

    private func order(_ queue: Queue) -> String { queue == .inReview ? "review_order" : "due_order" }

    private func statement(_ queue: Queue) -> String {
        """
        SELECT cases.id, version, cases.number, state, applicant, item, cases.village, holder, staff.name, submitted_at, \
        completed_at, due_at, warn_at, is_provisional, is_urgent, returns, urgings, clock \
        FROM cases LEFT JOIN staff ON staff.id = holder \
        WHERE \(condition(queue)) AND (\(order(queue)), cases.id) >= \
        ((SELECT \(order(queue)) FROM cases WHERE id = ?1), ?1) ORDER BY \(order(queue)), cases.id LIMIT ?2
        """
    }
}

extension Mix {
    fileprivate func first(_ bound: Int) -> Int {
        var copy = self
        return copy.below(bound)
    }
}

/// Searching through all cases, and the filter of a pane.
struct SearchBenchmark {
    let office: LargeOffice
    private static let rounds = 100

    func run() throws -> Report {
        var report = Report("search: \(office.cases) cases, ms", columns: ["p50", "p99", "found"])
        let store = try CaseStore.open(at: office.path, access: .readOnly)
        let words = [
            "张伟", "zw", "zwg", "z", "伟", "ylbx", "王芳 ylbx", "zs 社保卡", "王秀英", "0031", "261120", "2611", "sbk wxy", "没有",
            "石伟村", "欧阳",
        ]
        for text in words {
            var samples = Samples()
            var found = CaseSearchResult()
            for _ in 0..<Self.rounds {
                let began = Stopwatch.now()
                found = try store.search(text)
                samples.add(from: began, to: Stopwatch.now())
            }
            report.add(
                "all cases: \(text)",
                [Report.short(samples.median), Report.short(samples.p99), "\(found.total)\(found.hasMore ? "+" : "")"],
                measured: samples.p99, atMost: 30, unit: "ms")
        }
        for text in words {
            var samples = Samples()
            var total = 0
            for _ in 0..<Self.rounds {
                let request = DeskRequest(
                    now: office.now, queues: [.dueSoon: QueueRequest(filter: text, limit: QueuesBenchmark.window)],
                    loads: .only([]))
                let began = Stopwatch.now()
                total = try store.desk(request).pages[.dueSoon]?.total ?? 0
                samples.add(from: began, to: Stopwatch.now())
            }
            report.add(
                "filter: \(text)", [Report.short(samples.median), Report.short(samples.p99), "\(total)"],
                measured: samples.p99, atMost: 30, unit: "ms")
        }
        return report
    }
}
