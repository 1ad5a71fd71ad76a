import Casework
import GRDB

/// When an entry counts, in the appraisal and on every sheet: at its own moment, or, for what a partner's file brought,
/// when this record came to know of it.
///
/// That is when the bundle was taken over; for an entry that waited as a task, when a person settled it. A month that is
/// over is so never written to any more, and a clock that is wrong elsewhere moves nothing into a month to come.
///
/// What came with one bundle lies in one piece of the journal, and so is one range here, however many entries it has.
struct Booking: Sendable {
    let offset: UTCOffset
    /// In the order of the journal; they do not overlap.
    private let arrivals: [Arrival]

    private struct Arrival: Sendable {
        var entries: ClosedRange<Int64>
        var at: Instant
        /// The place of the bundle; `nil` for one entry that was settled by itself.
        var bundle: Bundle?
    }

    private struct Bundle: Hashable, Sendable {
        var site: String
        var number: Int64
    }

    init(in database: Database) throws {
        offset = try CaseWorkTable.offset(in: database)
        let rows = try RawStatement(
            database,
            sql: """
                SELECT relay_origins.seq, relay_origins.site, relay_origins.bundle, relay_bundles.at, \
                json_extract(relay_tasks.body, '$.settlement.at') FROM relay_origins \
                LEFT JOIN relay_bundles ON relay_bundles.site = relay_origins.site AND relay_bundles.is_ours = 0 \
                AND relay_bundles.number = relay_origins.bundle \
                LEFT JOIN relay_tasks ON relay_tasks.site = relay_origins.site \
                AND relay_tasks.seq = relay_origins.origin \
                AND CASE WHEN json_valid(relay_tasks.body) \
                THEN json_extract(relay_tasks.body, '$.settlement.row') = relay_origins.seq END \
                WHERE relay_origins.is_own = 0 ORDER BY relay_origins.seq
                """)
        var arrivals: [Arrival] = []
        while try rows.next() {
            let isSettled = !rows.isNull(4)
            // Of what came by no bundle that is known here nobody can say when; it counts at its own moment.
            guard isSettled || !rows.isNull(3) else { continue }
            let sequence = rows.integer(0)
            let at = Instant(milliseconds: rows.integer(isSettled ? 4 : 3))
            let bundle = isSettled ? nil : Bundle(site: rows.text(1), number: rows.integer(2))
            if let bundle, let last = arrivals.last, last.bundle == bundle {
                // What this record itself wrote in between has the moment of the bundle.
                arrivals[arrivals.count - 1].entries = last.entries.lowerBound...sequence
            } else {
                arrivals.append(Arrival(entries: sequence...sequence, at: at, bundle: bundle))
            }
        }
        self.arrivals = arrivals
    }

    /// When an entry counts.
    ///
    /// - Parameter at: its own moment.
    func moment(of sequence: Int64, at: Instant) -> Instant {
        guard !arrivals.isEmpty else { return at }
        var (low, high) = (0, arrivals.count)
        while low < high {
            let middle = (low + high) / 2
            if arrivals[middle].entries.upperBound < sequence { low = middle + 1 } else { high = middle }
        }
        let arrival = low < arrivals.count && arrivals[low].entries.contains(sequence) ? arrivals[low].at : nil
        return Self.moment(at: at, arrival: arrival)
    }

    /// The rule itself.
    static func moment(at: Instant, arrival: Instant?) -> Instant { arrival ?? at }

    func month(of sequence: Int64, at: Instant) -> CivilMonth {
        CivilMonth(of: offset.civil(moment(of: sequence, at: at)).date)
    }
}
