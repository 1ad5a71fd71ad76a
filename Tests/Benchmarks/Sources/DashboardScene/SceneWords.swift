// The words of the scene: made up, like everything in it. The scene is the one that is drawn in several languages, so the order of
// the words matters.

enum SceneWords {
    /// Beginnings of case numbers.
    static let prefixes = [
        "MZ", "LD", "CB", "SB",
    ]

    /// Surnames of one character.
    static let surnames = [
        "王", "李", "张", "刘", "陈", "杨", "赵", "黄", "周", "吴", "徐", "孙", "马", "朱", "胡", "林",
    ]

    /// Characters of given names.
    static let givenNames = [
        "伟", "芳", "娜", "敏", "静", "丽", "强", "磊", "军", "洋", "勇", "艳", "杰", "娟", "涛", "明", "超", "秀", "霞", "平",
        "刚", "桂", "兰", "玉", "华", "红", "梅", "春", "生", "国", "建", "文",
    ]

    /// Service items.
    static let items = [
        "临时救助申请", "残疾人证换领", "农村危房改造", "老年人优待证", "特困人员供养", "新生儿户口登记", "医疗救助金发放", "耕地补贴信息核对", "城乡居民养老参保",
        "宅基地使用权登记", "最低生活保障金申请", "高龄老人津贴的申领", "退役军人优抚对象认定", "农村居民医保缴费查询", "孤儿基本生活保障金申请", "农业机械购置补贴的申领",
        "困难残疾人生活补贴的申请", "城乡居民基本养老保险登记", "农村部分计生家庭奖励扶助金", "建设工程规划许可证变更申请", "重度残疾人护理补贴资格的认定", "事实无人抚养儿童基本生活补贴",
        "林木采伐许可证核发", "食品经营许可证延续申请",
    ]

    /// Towns, without 镇.
    static let towns = [
        "石桥", "青山", "白沙", "龙潭", "双河", "永安", "新店", "马家", "太平", "清溪", "大坪", "金鸡", "杨柳", "长岭", "柏林", "红岩",
    ]

    /// Villages, without 村.
    static let villages = [
        "大湾", "小河", "东风", "团结", "前进", "胜利", "和平", "新民", "向阳", "高庙", "李家", "周坪", "黄泥", "石板", "桃园", "竹林",
    ]

    /// The titles of the panes.
    static let titles = [
        "待办", "在办", "即将到期", "已超期",
    ]

    /// The headings of the columns.
    static let headings = [
        "案号", "申请人", "事项", "村组", "剩余",
    ]

    static let application = "案件办理看板"
    static let footer = "j 下移  k 上移  / 搜索  Tab 切换窗格  r 刷新  ? 帮助  q 退出"
}
