/// Which file something was read from: what somebody saw in one file is not acted on in another that took its place.
public struct RecordMark: Hashable, Sendable {
    private let file: FileFacts.Identity

    init(_ file: FileFacts.Identity) {
        self.file = file
    }

    /// One of a file that is none, for screens without a store.
    package init(number: UInt64) {
        file = FileFacts.Identity(device: 0, inode: number)
    }
}
