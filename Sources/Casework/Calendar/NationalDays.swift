/// The embedded calendar of national days off, read once when first needed.
extension WorkCalendar {
    /// The published national days (`Calendar/national-days.toml`).
    ///
    /// The text is part of the program and a test reads it, so a defect in it cannot reach a user; should it ever, the
    /// calendar knows no year and every date is provisional rather than wrong.
    public static let national: WorkCalendar =
        (try? WorkCalendar(
            toml: String(decoding: PackageResources.national_days_toml, as: UTF8.self), source: "national-days.toml"))
        ?? .unpublished

    /// The calendar that a file in the format of ``CalendarFile`` states all by itself.
    public init(toml text: String, source: String) throws(ConfigurationError) {
        self = try CalendarFile(toml: text, source: source, over: .unpublished).calendar(over: .unpublished)
    }
}
