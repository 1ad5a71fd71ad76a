import Casework

/// A township as data: its centre, its villages, and what people there ask for.
///
/// Everything in it is invented; `Township.yunxi` is the one that the demo lives in.
public struct Township: Sendable {
    /// A matter that agents handle, in the short form used at the desk.
    public struct Item: Hashable, Sendable {
        public var name: String
        public var group: Group
        /// How often it is asked for, relative to the others.
        public var weight: Int
        public var kind = ItemKind.promised
    }

    /// What an item is about; the words of applicants go with it.
    public enum Group: String, CaseIterable, Sendable {
        case pension, health, welfare, disability, household, family, farming, housing, veterans, work
    }

    /// The township without the word for its centre, such as `云溪镇`.
    public var name: String
    public var centre: Centre
    public var villages: [String]
    public var items: [Item]
    /// Matters that take more than one step: each stands once in the living front.
    public var specials: [Item]
}

extension Township {
    /// «云溪镇»: an invented township in a county that is not named.
    ///
    /// The villages are made of common words for places and are meant as none that exists. The items are short forms of
    /// matters that appear in published lists of township services (data/service-items.tsv names its sources: zwfw item
    /// lists of 广安 with Apache-2.0 and lists of other counties); the weights are ours.
    public static let yunxi = Township(
        name: "云溪镇",
        centre: Centre(name: "云溪镇便民服务中心", prefix: "YX", offset: .china),
        villages: [
            "石门垭", "两河口", "柳树湾", "枫林坡", "上坝", "下坝", "青龙嘴", "竹园", "凉水井", "白果树", "茶店子",
            "樟木岭", "荷叶塘", "新屋场", "磨盘山", "长岭", "沙洲", "双石桥", "桃花坞", "云溪街", "杨家冲", "鹰嘴岩",
        ],
        items: [
            Item(name: "城乡居民养老参保", group: .pension, weight: 9),
            Item(name: "养老保险待遇申领", group: .pension, weight: 7),
            Item(name: "养老待遇资格认证", group: .pension, weight: 12),
            Item(name: "养老保险关系转移", group: .pension, weight: 2),
            Item(name: "养老保险费补缴", group: .pension, weight: 3),
            Item(name: "养老保险注销登记", group: .pension, weight: 3),
            Item(name: "社会保障卡申领", group: .pension, weight: 4),
            Item(name: "社会保障卡补换", group: .pension, weight: 6),
            Item(name: "城乡居民医保参保", group: .health, weight: 9),
            Item(name: "医保信息变更", group: .health, weight: 4),
            Item(name: "住院费用报销", group: .health, weight: 6),
            Item(name: "门诊慢特病认定", group: .health, weight: 5),
            Item(name: "异地就医备案", group: .health, weight: 6),
            Item(name: "医保电子凭证激活", group: .health, weight: 4),
            Item(name: "医疗救助申请", group: .health, weight: 3),
            Item(name: "最低生活保障申请", group: .welfare, weight: 5),
            Item(name: "临时救助申请", group: .welfare, weight: 5),
            Item(name: "特困人员供养", group: .welfare, weight: 2),
            Item(name: "高龄津贴申领", group: .welfare, weight: 8),
            Item(name: "老年人优待证", group: .welfare, weight: 3),
            Item(name: "孤儿基本生活费", group: .welfare, weight: 1),
            Item(name: "残疾人证新办", group: .disability, weight: 4),
            Item(name: "残疾人证换领", group: .disability, weight: 4),
            Item(name: "困难残疾人补贴", group: .disability, weight: 4),
            Item(name: "重残护理补贴", group: .disability, weight: 4),
            Item(name: "辅助器具适配", group: .disability, weight: 2),
            Item(name: "户口登记变更", group: .household, weight: 3),
            Item(name: "居住证办理", group: .household, weight: 1),
            Item(name: "亲属关系证明", group: .household, weight: 3),
            Item(name: "生育登记", group: .family, weight: 3),
            Item(name: "计生奖励扶助", group: .family, weight: 3),
            Item(name: "耕地地力补贴申报", group: .farming, weight: 4),
            Item(name: "农机购置补贴", group: .farming, weight: 2),
            Item(name: "林木采伐许可", group: .farming, weight: 3),
            Item(name: "土地流转备案", group: .farming, weight: 2),
            Item(name: "宅基地建房申请", group: .housing, weight: 4),
            Item(name: "危房改造申请", group: .housing, weight: 3),
            Item(name: "优抚对象认证", group: .veterans, weight: 2),
            Item(name: "退役军人优待证", group: .veterans, weight: 2),
            Item(name: "失业登记", group: .work, weight: 2),
            Item(name: "就业困难认定", group: .work, weight: 2),
            Item(name: "创业担保贷款", group: .work, weight: 1),
        ],
        specials: [
            Item(name: "残疾评定转报", group: .disability, weight: 1, kind: .forwarded),
            Item(name: "宅基地联合审批", group: .housing, weight: 1, kind: .major),
            Item(name: "老年证代取", group: .welfare, weight: 1, kind: .instant),
        ])
}
