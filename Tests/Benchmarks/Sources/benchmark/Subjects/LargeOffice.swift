import CaseStore
import Casework
import Foundation
import TownSimulator

/// The record of a large office: a county's ten years, every case through the real commands.
struct LargeOffice {
    let path: String
    let cases: Int
    /// The moment at which the record stands.
    let now: Instant
    let agents: Int

    /// A file that there is, such as `daiban county` makes it.
    init(path: String) throws {
        self.path = path
        let bare = try BareSQLite(path)
        func number(_ sql: String) throws -> Int64 { try bare.texts(sql).first.flatMap { Int64($0) } ?? 0 }
        cases = Int(try number("SELECT count(*) FROM cases"))
        now = Instant(milliseconds: try number("SELECT max(at) FROM journal"))
        agents = Int(try number("SELECT count(*) FROM staff WHERE role = 'agent' AND is_active = 1"))
    }

    /// Opens the file of that size in the folder, made before when there is none: a million cases take half an hour.
    init(cases: Int, folder: String) throws {
        let path = "\(folder)/county-\(cases).db"
        if !FileManager.default.fileExists(atPath: path) { try Self.make(cases: cases, at: path) }
        try self.init(path: path)
    }

    private static func make(cases: Int, at path: String) throws {
        let draft = path + ".draft"
        for suffix in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: draft + suffix) }
        let until = UTCOffset.china.instant(CivilDate(dayNumber: 20_776), minute: 600)
        let founder = CountyFounder(
            seed: 20_261_120, cases: cases, years: 10, villages: 300, now: until,
            rules: Rules(rulebook: try .embedded("standard"), calendar: .national, offset: .china))
        do {
            let store = try CaseStore.create(at: draft, centre: founder.centre, now: founder.opening)
            var told = 0
            try founder.found(in: store) { done, total in
                if done * 20 / max(1, total) > told {
                    told = done * 20 / max(1, total)
                    Progress.tell("\(done) of \(total) cases made")
                }
                return true
            }
        }
        try BareSQLite(draft).run("PRAGMA wal_checkpoint(TRUNCATE)")
        try FileManager.default.moveItem(atPath: draft, toPath: path)
    }
}

/// Numbers that look random and are the same for the same seed.
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
