import Casework

/// The kiosk at the door: the `checkin` table of the configuration.
struct CheckinSettings: Hashable, Sendable {
    /// The village whose hours are shown; `nil` for the centre's.
    var village: String?
    /// Where calls are kept while the record cannot be written; `nil` for the place of the user's state.
    var spool: String?
    /// How long a locked record is waited for, in milliseconds.
    var patience = 1_000
}

extension CheckinSettings {
    /// - Parameter resolve: makes a path of the file one that holds anywhere.
    init(_ section: TOMLSection, resolve: (String) -> String) throws(ConfigurationError) {
        try section.refuseOthers(than: ["village", "spool", "patience"])
        self.init()
        if section.contains("village") {
            let name = try section.string("village")
            village = name.isEmpty ? nil : name
        }
        if section.contains("spool") {
            let path = try section.string("spool")
            spool = path.isEmpty ? nil : resolve(path)
        }
        if section.contains("patience") {
            patience = try section.integer("patience", in: 0...60_000)
        }
    }
}
