import Casework
import Crypto
import CryptoExtras
import Foundation
import GRDB

/// What is kept of a PIN: enough to look whether a number is the one, and to make that slow.
///
/// scrypt (RFC 7914) with N = 2^15, r = 8 and p = 1: each try needs 32 MiB for a tenth of a second, so that trying out all
/// numbers of four digits from a stolen file takes a quarter of an hour of a core, of six digits a day. That is all that
/// can be done for so short a secret; it is why the file is readable by its owner only, and why the record is not in the
/// journal.
struct PINRecord: Hashable {
    var salt: Data
    var rounds: Int
    var blockSize: Int
    var parallelism: Int
    var key: Data

    private static let keyLength = 32
    /// Records with other numbers are read as they say, within these bounds: a forged one must not take the machine's memory.
    private static let allowedRounds = 1_024...1_048_576

    /// A new record with a random salt.
    ///
    /// - Parameter rounds: a power of two.
    init(_ pin: PIN, rounds: Int = 32_768) throws {
        var generator = SystemRandomNumberGenerator()
        salt = Data((0..<16).map { _ in UInt8.random(in: .min ... .max, using: &generator) })
        (self.rounds, blockSize, parallelism) = (rounds, 8, 1)
        key = Data()
        key = try derive(pin.digits)
    }

    /// Whether `typed` is the PIN. Compares in a time that does not depend on where two keys differ.
    func matches(_ typed: String) throws -> Bool {
        let derived = try derive(PIN.plain(typed))
        guard derived.count == key.count else { return false }
        return zip(derived, key).reduce(UInt8(0)) { $0 | ($1.0 ^ $1.1) } == 0
    }

    private func derive(_ digits: String) throws -> Data {
        guard Self.allowedRounds.contains(rounds), rounds & (rounds - 1) == 0, (1...32).contains(blockSize),
            (1...16).contains(parallelism)
        else { throw UnreadableRecord(place: "pins", detail: "\(rounds) \(blockSize) \(parallelism)") }
        let derived = try KDF.Scrypt.deriveKey(
            from: Data(digits.utf8), salt: salt, outputByteCount: Self.keyLength, rounds: rounds,
            blockSize: blockSize, parallelism: parallelism)
        return derived.withUnsafeBytes { Data($0) }
    }

    /// SHA-256 of all of it, which the journal keeps.
    var digest: String {
        var hash = SHA256()
        hash.update(data: salt)
        hash.update(data: Data(":\(rounds):\(blockSize):\(parallelism):".utf8))
        hash.update(data: key)
        return Data(hash.finalize()).hexadecimal
    }

    // MARK: In the file

    private init(_ row: Row) throws {
        salt = try row.value(0)
        rounds = try row.value(1)
        blockSize = try row.value(2)
        parallelism = try row.value(3)
        key = try row.value(4)
    }

    static func find(_ id: StaffID, in database: Database) throws -> PINRecord? {
        let statement = try database.cachedStatement(
            sql: "SELECT salt, rounds, block_size, parallelism, key FROM pins WHERE staff = ?")
        return try Row.fetchOne(statement, arguments: [id.value]).map { try PINRecord($0) }
    }

    func save(_ id: StaffID, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                INSERT OR REPLACE INTO pins (staff, salt, rounds, block_size, parallelism, key) \
                VALUES (?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: [id.value, salt, rounds, blockSize, parallelism, key])
    }

    /// For whom a PIN or wrong tries are kept although the journal tells of nobody with that id.
    static func strangers(in database: Database) throws -> [StaffID] {
        try Int64.fetchAll(
            database,
            sql: """
                SELECT staff FROM (SELECT staff FROM pins UNION SELECT staff FROM pin_tries) WHERE NOT EXISTS \
                (SELECT 1 FROM journal WHERE subject_kind = 'staff' AND subject = staff) ORDER BY staff
                """
        ).map(StaffID.init)
    }

    /// Takes away what the journal does not vouch for.
    static func discardStrangers(in database: Database) throws {
        for id in try strangers(in: database) { try PINTriesTable.save(nil, of: id, in: database) }
        for id in try Int64.fetchAll(database, sql: "SELECT staff FROM pins ORDER BY staff") {
            let standing = try StaffProjection.find(StaffID(id), in: database)?.pin
            guard try find(StaffID(id), in: database)?.digest != standing?.digest else { continue }
            try database.execute(sql: "DELETE FROM pins WHERE staff = ?", arguments: [id])
        }
    }
}

/// The wrong tries since the last right one, in the file, so that starting the program anew begins no new count.
enum PINTriesTable {
    static func find(_ id: StaffID, in database: Database) throws -> PINTries? {
        let statement = try database.cachedStatement(sql: "SELECT tries, last_at FROM pin_tries WHERE staff = ?")
        return try Row.fetchOne(statement, arguments: [id.value]).map { row in
            PINTries(count: try row.value(0), last: Instant(milliseconds: try row.value(1)))
        }
    }

    static func save(_ tries: PINTries?, of id: StaffID, in database: Database) throws {
        guard let tries else {
            try database.cachedStatement(sql: "DELETE FROM pin_tries WHERE staff = ?").execute(arguments: [id.value])
            return
        }
        try database.cachedStatement(sql: "INSERT OR REPLACE INTO pin_tries (staff, tries, last_at) VALUES (?, ?, ?)")
            .execute(arguments: [id.value, tries.count, tries.last.milliseconds])
    }
}
