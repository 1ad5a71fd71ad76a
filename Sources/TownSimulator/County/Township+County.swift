import Casework

/// A whole county as one centre sees it: the items of a township, and as many villages as wanted.
extension Township {
    /// Made of one word of each list, in a fixed order; meant as no village that exists.
    private static let firstParts = [
        "石门", "两河", "柳树", "枫林", "青龙", "竹园", "凉水", "白果", "茶店", "樟木", "荷叶", "新屋", "磨盘", "长岭", "沙洲",
        "双桥", "桃花", "云溪", "杨家", "鹰嘴", "大坪", "黄泥", "红旗", "清水", "龙潭",
    ]
    private static let lastParts = ["", "坪", "湾", "坡", "岭", "沟", "坝", "垭", "口", "寨", "冲", "塘", "井", "桥", "场", "岩"]

    public static let villageLimit = firstParts.count * lastParts.count

    /// «云溪县»: as many villages as asked for, at most ``villageLimit``.
    public static func county(villages count: Int) -> Township {
        var county = Township.yunxi
        county.name = "云溪县"
        county.centre = Centre(name: "云溪县政务服务中心", prefix: "YX", offset: .china)
        county.villages = lastParts.flatMap { last in firstParts.map { $0 + last } }
        county.villages = Array(county.villages.prefix(count))
        return county
    }
}
