// On which side something stands that is narrower than its place.

/// Where a text stands in the columns that it has.
public enum Alignment: Hashable, Sendable {
    case left, right, centre

    /// The blank columns before something of `width` columns in a place of `room`; none where it does not fit. What stands at
    /// the left is not measured.
    func offset(of width: @autoclosure () -> Int, in room: Int) -> Int {
        switch self {
        case .left: 0
        case .right: max(0, room - width())
        case .centre: max(0, room - width()) / 2
        }
    }
}
