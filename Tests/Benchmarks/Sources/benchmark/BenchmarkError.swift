/// Why there is no figure.
enum BenchmarkError: Error, CustomStringConvertible {
    /// A system call failed, with its error number.
    case system(call: String, errno: Int32)
    /// A file that must be there is not.
    case missing(String, hint: String)
    /// The program did not do within the patience what is measured; `seen` is what it wrote.
    case silent(waitingFor: String, seen: String)
    case unreadable(String)
    /// The township could not be made or does not hold what is needed.
    case township(String)

    var description: String {
        switch self {
        case .system(let call, let number): "\(call): error \(number)"
        case .missing(let path, let hint): "\(path) is not there; \(hint)"
        case .silent(let wanted, let seen): "waited in vain for \(wanted); it wrote: \(seen)"
        case .unreadable(let path): "cannot read \(path)"
        case .township(let detail): detail
        }
    }
}
