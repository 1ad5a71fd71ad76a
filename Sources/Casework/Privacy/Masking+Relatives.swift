/// The names of relatives in sentences: they stand in no field of their own, and follow a word that says who they are.
extension Masking {
    /// `text` with the name behind every word of kinship or of acting for somebody masked: 父亲张大山 -> 父亲张**.
    ///
    /// Where a name ends is not written in Chinese, so one more character may be hidden than belongs to it, unless it begins
    /// the next word of kinship. A name begins with one of the common surnames; after 叫, 名叫, 姓名 or a colon, with any
    /// character.
    static func maskedRelatives(in text: String) -> String {
        var result: [Character] = []
        var rest = Array(text)[...]
        while let first = rest.first {
            guard let length = kinLength(rest) else {
                result.append(first)
                rest = rest.dropFirst()
                continue
            }
            result += rest.prefix(length)
            rest = rest.dropFirst(length)
            var isNamed = takeLinks(&rest, into: &result)
            // 儿子张三、李四.
            while let length = nameLength(rest, isNamed: isNamed) {
                result += Array(name(String(rest.prefix(length))))
                rest = rest.dropFirst(length)
                isNamed = false
                guard let link = rest.first, "、和与及".contains(link), nameLength(rest.dropFirst(), isNamed: false) != nil
                else { break }
                result.append(link)
                rest = rest.dropFirst()
            }
        }
        return String(result)
    }

    private static func kinLength(_ text: ArraySlice<Character>) -> Int? {
        (2...4).reversed().first { length in
            text.count >= length && kin.contains(String(text.prefix(length)))
        }
    }

    /// Passes over what may stand between the word and the name.
    ///
    /// - Returns: whether it says that a name follows.
    private static func takeLinks(_ text: inout ArraySlice<Character>, into result: inout [Character]) -> Bool {
        var isNamed = false
        while let first = text.first {
            if let word = naming.first(where: { text.starts(with: $0) }) {
                isNamed = true
                result += word
                text = text.dropFirst(word.count)
            } else if " \u{3000}为是系（）()“\"「".contains(first) {
                result.append(first)
                text = text.dropFirst()
            } else {
                break
            }
        }
        return isNamed
    }

    /// How many characters of `text` are a name; `nil` when it begins with none.
    private static func nameLength(_ text: ArraySlice<Character>, isNamed: Bool) -> Int? {
        let characters = Array(text.prefix(4))
        guard let first = characters.first, isHan(first) else { return nil }
        // What is masked already stays as it is.
        if characters.count > 2, characters[2] == "*", compoundSurnames.contains(String(characters[0..<2])) {
            return nil
        }
        let begin = characters.count > 2 && compoundSurnames.contains(String(characters[0..<2])) ? 2 : 1
        if !isNamed, begin == 1 {
            guard surnames.contains(first), characters.count > 1 else { return nil }
            if notNames.contains(where: { characters.starts(with: $0) }) { return nil }
        }
        var length = begin
        while length < characters.count, length < begin + 2, isHan(characters[length]) {
            // The first one is the name's, whatever it is.
            if length > begin, afterNames.contains(characters[length]) { break }
            // 父亲张三母亲李四: taken for the name's, it would hide that another name follows.
            if length > begin, kinLength(text.dropFirst(length)) != nil { break }
            if length > begin, "和与及".contains(characters[length]),
                nameLength(text.dropFirst(length + 1), isNamed: false) != nil
            {
                break
            }
            length += 1
        }
        return length > 1 ? length : nil
    }

    private static func isHan(_ character: Character) -> Bool {
        character.unicodeScalars.first.map { (0x3400...0x9FFF).contains($0.value) || $0.value >= 0x20000 } ?? false
    }

    private static let naming: [[Character]] = ["名叫", "名字", "名为", "姓名", "叫", "：", ":"].map(Array.init)

    private static let kin: Set<String> = [
        "父亲", "母亲", "爸爸", "妈妈", "爷爷", "奶奶", "外公", "外婆", "姥姥", "姥爷", "祖父", "祖母", "外祖父", "外祖母", "公公", "婆婆", "公爹",
        "岳父", "岳母", "继父", "继母", "养父", "养母", "儿子", "女儿", "长子", "次子", "长女", "次女", "继子", "继女", "养子", "养女", "儿媳", "女婿",
        "孙子", "孙女", "外孙", "外孙女", "丈夫", "妻子", "爱人", "配偶", "老伴", "老公", "老婆", "前夫", "前妻", "哥哥", "弟弟", "姐姐", "妹妹", "兄弟",
        "姐妹", "兄长", "嫂子", "嫂嫂", "弟媳", "姐夫", "妹夫", "侄子", "侄儿", "侄女", "外甥", "外甥女", "舅舅", "舅妈", "姑姑", "姑父", "姑妈", "叔叔",
        "伯伯", "伯父", "婶婶", "姨妈", "姨父", "堂兄", "堂弟", "表兄", "表弟", "表哥", "表姐", "表妹", "亲属", "家属", "亲戚", "监护人", "委托人",
        "被委托人", "受托人", "代理人", "联系人", "担保人", "见证人", "继承人", "申请人", "户主", "邻居", "之父", "之母", "之子", "之女", "之妻", "之夫",
        "其父", "其母", "其子", "其女", "其妻", "其夫", "其兄", "其弟", "其姐", "其妹", "其孙",
    ]

    /// Some two hundred surnames that most people have.
    private static let surnames = Set(
        """
        王李张刘陈杨黄赵吴周徐孙马朱胡郭何林高罗郑梁谢宋唐许韩邓冯曹彭曾肖田董潘袁蔡蒋余于杜叶程魏苏吕丁任卢姚沈钟姜崔谭陆范汪廖石金韦贾夏付方邹熊白孟秦邱侯江\
        尹薛闫雷龙黎史陶贺毛段郝顾龚邵覃武钱戴严莫孔向常汤康易乔赖文樊兰殷施洪翟安颜倪牛温芦季俞章鲁葛伍申尤毕聂柴焦柳邢岳齐庄涂祝甘包纪裴欧耿苗骆童翁柯阮凌詹\
        关房管舒项柏宁欧符祁梅盛童左骆路阎辛党宫费卓吉单成华时祖车饶冉瞿尚蒲屈阳解臧简谷蓝鲍米曲褚滕佟娄敖冷匡国巩明苟栾官冀隋原艾靳游闵卞晏鄢郎丛
        """.filter { $0 != "\n" })

    /// Characters that go on with the sentence, and hardly end a name.
    private static let afterNames = Set("去到的是在说已称电身住未不没也都要请从因患病死亡办交送补陪")

    /// Where a surname is the beginning of another word.
    private static let notNames: [[Character]] = [
        "关系", "关于", "于今", "于昨", "于上", "于本", "于年", "于是", "于前", "于后", "于二", "于一", "于三", "于十", "高龄", "高血", "常年", "常住",
        "成年",
        "成员", "方便", "方可", "安葬", "安置", "安排", "单独", "单位", "单亲", "时间", "房产", "房屋", "房子", "车辆", "明天", "明确", "向我", "向村",
        "向镇",
        "文化", "明知", "时常", "国家", "官方", "原籍", "原为", "原住", "任何", "任职", "白天", "江边", "党员", "路上", "费用", "解释", "解除", "石头",
        "华侨",
        "金额", "管理", "易地", "左右", "康复", "严重", "温饱", "武装", "史料", "何时", "何人", "马上", "毛病", "包括", "项目", "简单", "尚未", "尚在",
        "尚可",
        "盛情", "宁愿", "钱款", "程序", "许可", "施工", "祖坟", "祖屋", "章程", "齐全", "游客", "成功", "解决", "同住",
    ].map(Array.init)
}
