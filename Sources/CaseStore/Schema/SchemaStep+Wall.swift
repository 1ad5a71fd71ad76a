/// What hangs in the service hall: the notices of the centre, as two ledgers, and the views that a wall reads.
///
/// The views are the only door that a wall's connection has to the record (``WallGuard``). They hold numbers, dates, names of
/// villages, the catalogue, the public cards of agents, and the names of applicants only behind `mask_name`, a
/// function that the wall's own connection brings along (``Masking/name(_:)``): to store masked names would make every
/// action dearer. Nothing that somebody typed about a case or a person is in them: no reason, no note, no item that was
/// named by hand.
///
/// Whoever renames or drops a column in a later step makes the views anew first: SQLite looks through all views then,
/// and does not know the function.
extension SchemaStep {
    static let wall = SchemaStep(
        sql: """
            CREATE TABLE notices (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                number INTEGER NOT NULL,
                -- Days since 1970-01-01.
                day INTEGER NOT NULL,
                last_day INTEGER NOT NULL,
                is_urgent INTEGER NOT NULL,
                text TEXT NOT NULL
            ) STRICT;
            CREATE INDEX notices_by_days ON notices (last_day, day);
            CREATE TABLE notice_removals (
                seq INTEGER PRIMARY KEY,
                at INTEGER NOT NULL,
                actor INTEGER NOT NULL,
                number INTEGER NOT NULL,
                reason TEXT NOT NULL
            ) STRICT;
            CREATE INDEX notice_removals_by_number ON notice_removals (number);

            CREATE VIEW wall_centre AS SELECT name, offset_minutes FROM centre;
            CREATE VIEW wall_villages AS SELECT position, name FROM villages;
            CREATE VIEW wall_open AS SELECT village FROM cases INDEXED BY cases_open_by_item WHERE is_open = 1;
            -- The clocks that run, each with the one by which its case stands in the queues, which is one of them. In the order
            -- of the cases, so that these are read page by page.
            CREATE VIEW wall_clocks AS
            SELECT clocks.case_id, cases.village, clocks.due, min(clocks.warn_at, clocks.due) AS mark,
                cases.due_at AS case_due, cases.warn_at AS case_mark
            FROM clocks CROSS JOIN cases ON cases.id = clocks.case_id WHERE clocks.is_stopped = 0;
            CREATE VIEW wall_ready AS
            SELECT number, mask_name(applicant) AS name, village, closed_at
            FROM cases INDEXED BY cases_approved_by_closing WHERE state = 'approved' AND closed_at IS NOT NULL;
            CREATE VIEW wall_notices AS
            SELECT number, day, last_day, is_urgent, text FROM notices WHERE NOT EXISTS (
                SELECT 1 FROM notice_removals WHERE notice_removals.number = notices.number
            );
            CREATE VIEW wall_items AS
            SELECT code, version, body FROM service_items JOIN service_item_versions USING (code, version)
            WHERE is_withdrawn = 0 AND (level <> 'county' OR is_claimed = 1);
            -- The reason of a layer is somebody's own words.
            CREATE VIEW wall_calendar AS
            SELECT position, json_replace(body, '$.layer.reason', '-') AS body FROM calendar_changes;

            -- Nobody's: requests that came in.
            CREATE VIEW wall_requests AS
            SELECT month, seq, at FROM case_work WHERE staff = 0 AND kind = 'received';
            CREATE VIEW wall_cases AS SELECT id, submitted_at FROM cases;
            -- A table of which no column is read is taken for one that is asked outside of the view.
            CREATE VIEW wall_work AS
            SELECT case_id, month, kind, seq, case_work.at, factor
            FROM staff CROSS JOIN case_work ON case_work.staff = staff.id
            WHERE staff.is_active IN (0, 1) AND kind IN ('accepted', 'approved');
            -- When a case had to be done, as far as an entry says it.
            CREATE VIEW wall_deadlines AS
            SELECT subject AS case_id, seq, at, kind,
                coalesce(
                    json_extract(body, '$.completion.due'), json_extract(body, '$.history.completion.due'), (
                        SELECT max(json_extract(value, '$.deadline.due')) FROM json_each(body, CASE kind
                            WHEN 'merged' THEN '$.case.clocks' WHEN 'registered' THEN '$.history.carried.clocks'
                            ELSE '$.clocks' END) WHERE json_extract(value, '$.kind') = 'completion'
                    )
                ) AS completion,
                coalesce(
                    json_extract(body, '$.promise.due'), (
                        SELECT max(json_extract(value, '$.deadline.due')) FROM json_each(body, CASE kind
                            WHEN 'merged' THEN '$.case.clocks' WHEN 'registered' THEN '$.history.carried.clocks'
                            ELSE '$.clocks' END) WHERE json_extract(value, '$.kind') = 'promise'
                    )
                ) AS promise,
                json_extract(body, '$.history.completedAt') AS completed_at
            FROM journal INDEXED BY journal_by_subject WHERE subject_kind = 'case' AND kind IN (
                'registered', 'accepted', 'supplementAsked', 'supplemented', 'setAside', 'resumed', 'forwarded',
                'resultReceived', 'recomputed', 'merged'
            );

            CREATE VIEW wall_agents AS
            SELECT id, name, role, village, json_extract(body, '$.member.post') AS post,
                json_extract(body, '$.member.group') IS NOT NULL AS has_group,
                json_extract(body, '$.member.phone') AS contact, json_extract(body, '$.standIn.by') AS stand_in,
                json_extract(body, '$.standIn.from') AS stand_in_from,
                json_extract(body, '$.standIn.until') AS stand_in_until
            FROM staff INDEXED BY staff_by_role WHERE role IN ('agent', 'window-clerk') AND is_active = 1;
            CREATE VIEW wall_first_mark AS SELECT at FROM attendance WHERE seq > 0 ORDER BY seq LIMIT 1;
            CREATE VIEW wall_marks AS
            SELECT attendance.seq, attendance.staff, attendance.at, attendance.kind,
                json_extract(body, '$.session.day') AS day, json_extract(body, '$.session.number') AS session
            FROM attendance INDEXED BY attendance_by_time CROSS JOIN journal ON journal.seq = attendance.seq;
            CREATE VIEW wall_leaves AS
            SELECT duty_entries.seq, duty_entries.staff, day, last_day, duty_entries.kind,
                json_extract(body, '$.request') AS request, json_extract(body, '$.span.sessions') AS sessions
            FROM duty_entries INDEXED BY duty_entries_by_days CROSS JOIN journal ON journal.seq = duty_entries.seq
            WHERE duty_entries.kind IN ('leaveGranted', 'leaveRefused');
            CREATE VIEW wall_corrections AS
            SELECT duty_entries.seq, duty_entries.staff, day, last_day, json_extract(body, '$.session.number') AS session,
                json_extract(body, '$.state') AS state
            FROM duty_entries INDEXED BY duty_entries_by_days CROSS JOIN journal ON journal.seq = duty_entries.seq
            WHERE duty_entries.kind = 'sessionCorrected';
            CREATE VIEW wall_exceptions AS
            SELECT duty_exceptions.seq, village, day, last_day, json_extract(body, '$.kind') AS kind,
                json_extract(body, '$.hours') AS hours
            FROM duty_exceptions CROSS JOIN journal ON journal.seq = duty_exceptions.seq;
            """)
}
