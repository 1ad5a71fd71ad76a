import CaseStore
import Casework
import Foundation

/// What the commands about attendance need of this computer: its name, its line, the file in which calls are kept.
extension Workplace {
    /// Where a mark of this process is made.
    func attendanceSource(_ channel: AttendanceSource.Channel) -> AttendanceSource {
        AttendanceSource(
            channel, host: ProcessInfo.processInfo.hostName,
            connection: ProcessInfo.processInfo.environment["SSH_CONNECTION"])
    }

    /// The file in which calls are kept while the record cannot be written: on this computer's own disk, one for each
    /// record, for its owner only.
    func attendanceSpool(named path: String?) throws -> AttendanceSpool {
        if let path = path ?? configuration.checkin.spool { return AttendanceSpool(path: path) }
        let environment = ProcessInfo.processInfo.environment
        let home = environment["HOME"] ?? "."
        let state = environment["XDG_STATE_HOME"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? home + "/.local/state"
        let folder = state + "/daiban"
        try FileManager.default.createDirectory(
            atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        // The name tells which record: its path, with what a name may not hold spelt out.
        let record = URL(fileURLWithPath: store.path).standardizedFileURL.path.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "."), UInt8(ascii: "-"):
                String(Unicode.Scalar(byte))
            default: "_\(byte)"
            }
        }
        return AttendanceSpool(path: "\(folder)/checkin\(record.joined().suffix(200)).spool")
    }
}
