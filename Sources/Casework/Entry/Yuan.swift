/// Amounts as people read and write them: yuan with at most two decimals. Everywhere else an amount is whole fen.
public enum Yuan {
    /// The fen of `12`, `12.5` or `12.50`; `nil` for anything else, and for more than nine digits before the point.
    public static func fen(_ text: String) -> Int? {
        let parts = text.trimmingWhitespace().split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count <= 2, let whole = parts.first, (1...9).contains(whole.count), whole.allSatisfy(isDigit),
            let yuan = Int(whole)
        else { return nil }
        guard parts.count == 2 else { return yuan * 100 }
        let decimals = parts[1]
        guard (1...2).contains(decimals.count), decimals.allSatisfy(isDigit), let rest = Int(decimals) else {
            return nil
        }
        return yuan * 100 + (decimals.count == 1 ? rest * 10 : rest)
    }

    /// With two decimals, such as `12.50`.
    public static func text(fen: Int) -> String {
        let (whole, rest) = abs(fen).quotientAndRemainder(dividingBy: 100)
        return "\(fen < 0 ? "-" : "")\(whole).\(padded(rest, 2))"
    }

    private static func isDigit(_ character: Character) -> Bool { ("0"..."9").contains(character) }
}
