/// The list that a new centre may begin with (`start-items.csv`): matters of published lists, each with its source, in
/// the form of every other item file. What was not found there is empty, or marked as assumed.
public enum StartItems {
    /// What errors about it are told under.
    public static let source = "start-items.csv"

    /// The file, UTF-8.
    public static var csv: [UInt8] { PackageResources.start_items_csv }
}
