/// The numbers of houses in sentences: with the village, which everybody sees, they lead to a person's door.
extension Masking {
    /// `text` with two stars for the number of a house, a building, a stair or a room: 三组12号 -> 三组**号,
    /// 3号楼2单元501室 -> **号楼**单元**室, 门牌号12 -> 门牌号**.
    ///
    /// A number before 号 is a house's only behind a part of an address; behind 月 it is a day, and alone a turn or a form.
    static func maskedHouseNumbers(in text: String) -> String {
        let characters = Array(text)
        var result: [Character] = []
        var place = 0
        while place < characters.count {
            let end = numberEnd(characters, from: place)
            guard end > place else {
                result.append(characters[place])
                place += 1
                continue
            }
            let isHouse = isHouseNumber(
                characters[place..<end], before: characters[..<place], behind: characters[end...])
            result += isHouse ? ["*", "*"] : Array(characters[place..<end])
            place = end
        }
        return String(result)
    }

    /// 12, 12-3, 12A, 十二; `start` when there is none.
    private static func numberEnd(_ characters: [Character], from start: Int) -> Int {
        var end = start
        while end < characters.count {
            let isJoint =
                end > start && end + 1 < characters.count && "-－—－".contains(characters[end])
                && isNumeral(characters[end + 1])
            guard isNumeral(characters[end]) || isJoint else { break }
            end += 1
        }
        if end > start, end < characters.count, characters[end].isASCII, characters[end].isUppercase { end += 1 }
        return end
    }

    private static func isNumeral(_ character: Character) -> Bool {
        ("0"..."9").contains(character) || ("０"..."９").contains(character) || "〇零一二三四五六七八九十百".contains(character)
    }

    private static func isHouseNumber(
        _ number: ArraySlice<Character>, before: ArraySlice<Character>, behind: ArraySlice<Character>
    ) -> Bool {
        func follows(_ words: [String]) -> Bool { words.contains { behind.starts(with: Array($0)) } }
        func precedes(_ words: [String]) -> Bool { words.contains { before.suffix($0.count).elementsEqual(Array($0)) } }
        if follows(["号楼", "号院", "号房", "号室", "号附", "号门", "单元", "幢", "栋"]) { return true }
        if follows(["室"]), !follows(["室厅", "室一厅", "室两厅", "室二厅"]) {
            return precedes(["元", "楼", "幢", "栋", "号", "层", "-", "－"]) || number.count >= 3
        }
        if precedes(["门牌", "门牌号", "门牌号码", "门牌号：", "门牌号:", "门牌号为", "门牌号是", "门牌号码：", "门牌：", "门牌:"]) { return true }
        guard follows(["号"]), !follows(["号文", "号令", "号窗", "号线"]) else { return false }
        guard let last = before.last(where: { $0 != " " }) else { return false }
        return "组村路街巷弄道同里幢栋楼元区园苑院社屯队湾坡沟垭庄寨镇乡附住址坪坝岭冲塘桥口岗".contains(last)
    }
}
