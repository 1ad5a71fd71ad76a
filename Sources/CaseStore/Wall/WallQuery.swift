/// The statements of the wall: there are no others, and nobody can hand it one.
///
/// Each reads the wall's views alone (``SchemaStep/wall``), from an index or from the end of a table, so that it costs what
/// is shown and not what is kept.
enum WallQuery: Int, CaseIterable {
    case centre, newest, villages, relayed, open, marked, ready, notices, items, calendar
    case received, submission, work, deadlines
    case agents, firstMark, marks, leaves, corrections, exceptions

    var sql: String {
        switch self {
        case .centre: "SELECT name, offset_minutes FROM wall_centre"
        case .newest: "SELECT at FROM wall_newest"
        case .relayed: "SELECT village FROM wall_relayed"
        case .villages: "SELECT name FROM wall_villages ORDER BY position"
        case .open: "SELECT village, count(village) FROM wall_open GROUP BY village"
        case .marked:
            // By village: the cases with a clock past its mark, each once, those of them with one past its end, and of the
            // clock by which they stand in the queues the same.
            """
            SELECT village, count(village), sum(is_red), sum(is_marked), sum(is_overdue) FROM (\
            SELECT case_id, village, max(due <= ?1) AS is_red, case_mark <= ?1 AS is_marked, case_due < ?1 AS is_overdue \
            FROM wall_clocks WHERE mark <= ?1 GROUP BY case_id) GROUP BY village
            """
        case .ready: "SELECT number, name, village, closed_at FROM wall_ready ORDER BY closed_at DESC LIMIT ?1"
        case .notices:
            """
            SELECT number, day, last_day, is_urgent, text FROM wall_notices WHERE last_day >= ?1 AND day <= ?1 \
            ORDER BY number DESC
            """
        case .items: "SELECT code, version, body FROM wall_items"
        case .calendar: "SELECT body FROM wall_calendar ORDER BY position"
        case .received: "SELECT seq, at FROM wall_requests WHERE month IN (?1, ?2) AND seq > ?3 AND at >= ?4"
        case .submission: "SELECT submitted_at FROM wall_cases WHERE id = ?1"
        case .work:
            """
            SELECT case_id, kind, seq, at, factor FROM wall_work \
            WHERE month IN (?1, ?2) AND seq > ?3 AND at >= ?4
            """
        case .deadlines:
            """
            SELECT kind, at, completion, promise, completed_at FROM wall_deadlines \
            WHERE case_id = ?1 AND seq <= ?2 ORDER BY seq
            """
        case .agents:
            """
            SELECT id, name, role, village, post, has_group, contact, stand_in, stand_in_from, stand_in_until \
            FROM wall_agents ORDER BY id
            """
        case .firstMark: "SELECT at FROM wall_first_mark"
        case .marks:
            "SELECT staff, at, kind, day, session, seq FROM wall_marks WHERE at >= ?1 AND at < ?2 ORDER BY at, seq"
        case .leaves:
            """
            SELECT staff, day, last_day, kind, request, sessions, seq FROM wall_leaves \
            WHERE last_day >= ?1 AND day <= ?1 ORDER BY seq
            """
        case .corrections:
            """
            SELECT staff, session, state, seq FROM wall_corrections WHERE last_day >= ?1 AND day <= ?1 ORDER BY seq
            """
        case .exceptions:
            """
            SELECT village, day, last_day, kind, hours, seq FROM wall_exceptions \
            WHERE last_day >= ?1 AND day <= ?2 ORDER BY seq
            """
        }
    }
}
