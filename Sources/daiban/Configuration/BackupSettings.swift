import CaseStore
import Casework

/// When backups are made and where they go: the `backup` table of the configuration.
struct BackupSettings: Hashable, Sendable {
    var folder: String
    var plan: BackupPlan
    var keeping = BackupKeeping()
}

extension BackupSettings {
    /// - Parameter resolve: makes a path of the file one that holds anywhere.
    init(_ section: TOMLSection, resolve: (String) -> String) throws(ConfigurationError) {
        try section.refuseOthers(than: ["folder", "every", "keep"])
        let path = try section.string("folder")
        guard !path.isEmpty else { throw section.error("folder", .value("\"\"", expected: "a folder")) }
        self.init(folder: resolve(path), plan: BackupPlan(try Self.rhythm(section)))
        guard section.contains("keep") else { return }
        let keep = try section.section("keep")
        try keep.refuseOthers(than: ["daily", "weekly", "monthly"])
        if keep.contains("daily") { keeping.daily = try keep.integer("daily", in: 1...3_660) }
        if keep.contains("weekly") { keeping.weekly = try keep.integer("weekly", in: 0...1_000) }
        if keep.contains("monthly") { keeping.monthly = try keep.integer("monthly", in: 0...1_000) }
    }

    private static func rhythm(_ section: TOMLSection) throws(ConfigurationError) -> BackupPlan.Rhythm {
        if let hours = try? section.integer("every", in: 1...720) { return .hours(hours) }
        guard section.contains("every") else { throw section.error("every", .missingKey) }
        let expected = "6 (hours, 1 … 720), \"18:30\""
        guard let text = try? section.string("every") else {
            throw section.error("every", .value(section.table["every"]?.debugDescription ?? "", expected: expected))
        }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        let isTime =
            parts.count == 2 && parts.allSatisfy { $0.count == 2 && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        guard isTime, let hour = Int(parts[0]), let minute = Int(parts[1]), hour < 24, minute < 60 else {
            throw section.error("every", .value("\"\(text)\"", expected: expected))
        }
        return .daily(minute: hour * 60 + minute)
    }
}
