/// How a case is found by a part of its number: the whole, its tail, its sequence with or without the zeros before it,
/// the day in it, or the first digits of the day.
///
///     YX261120-0031  <-  yx261120-0031, 0031, 031, 31, 261120, 2611, YX2611
public enum NumberSearch {
    /// - Parameter number: folded, as ``SearchedText/characters`` are.
    public static func matches(_ number: [UInt32], _ word: SearchWord) -> Bool {
        let typed = word.characters
        guard typed.contains(where: isDigit) else { return false }
        if typed.count >= 3, number.suffix(typed.count).elementsEqual(typed) { return true }
        guard typed.allSatisfy(isDigit) else {
            return digits(leading: typed) >= 4 && number.starts(with: typed)
        }
        if let sequence = runs(number).last, withoutZeros(typed[...]) == withoutZeros(sequence),
            typed.count <= sequence.count
        {
            return true
        }
        return typed.count >= 4 && days(number).contains { $0.starts(with: typed) }
    }

    /// The runs of digits that may be a day: the first, when it has four digits, and every one with six.
    public static func days(_ number: [UInt32]) -> [ArraySlice<UInt32>] { days(among: runs(number)) }

    /// The same of a number whose runs of digits are known.
    public static func days(among runs: [ArraySlice<UInt32>]) -> [ArraySlice<UInt32>] {
        runs.enumerated().filter { $0.element.count >= ($0.offset == 0 ? 4 : 6) }.map(\.element)
    }

    public static func isDigit(_ scalar: UInt32) -> Bool { (0x30...0x39).contains(scalar) }

    /// The runs of digits.
    public static func runs(_ number: [UInt32]) -> [ArraySlice<UInt32>] {
        var runs: [ArraySlice<UInt32>] = []
        var place = 0
        while place < number.count {
            let first = place
            while place < number.count, isDigit(number[place]) { place += 1 }
            if place > first { runs.append(number[first..<place]) } else { place += 1 }
        }
        return runs
    }

    /// Without the zeros before the number; of nothing but zeros one stays.
    public static func withoutZeros(_ digits: ArraySlice<UInt32>) -> ArraySlice<UInt32> {
        let rest = digits.drop { $0 == 0x30 }
        return rest.isEmpty ? digits.suffix(1) : rest
    }

    /// How many digits the first run has.
    private static func digits(leading typed: [UInt32]) -> Int { runs(typed).first?.count ?? 0 }
}
