/// What people in the made-up township say and write: applicants, reviewers, agents. All of it is invented.
enum Wording {
    /// What applicants say, by the group of the item; an empty text is no note.
    static func requests(_ group: Township.Group) -> [String] {
        switch group {
        case .pension:
            [
                "本人行动不便,请代办员上门。", "老人腿脚不好,手机认证刷脸不过。", "在外打工,委托父亲办理。", "卡丢了,想补一张。",
                "今年满60周岁,问从哪个月开始领。", "老人上月过世,家属来办注销。", "之前在广东参保,想转回来。",
            ]
        case .health:
            [
                "住院发票齐全,请帮忙报销。", "新生儿参保,出生证明已带。", "要去省城看病,急。", "高血压多年,想办慢特病。",
                "不会用手机,请帮忙激活。", "名字里的字登记错了,请更正。",
            ]
        case .welfare:
            [
                "家中有重病人,收入不够开支。", "独居老人,村里代为申请。", "房屋上月失火,生活困难。", "老人满80周岁,申领高龄津贴。",
                "材料不清楚要哪些,请电话告知。", "去年办过,今年要重新核对。",
            ]
        case .disability:
            [
                "需要上门评残,本人卧床。", "证件到期换领。", "补贴停发两个月了,请查一查。", "想申请一辆轮椅。",
                "照片已发代办员微信。", "鉴定表在县医院,还没取回。",
            ]
        case .household:
            ["孩子出生三个月,还没上户。", "婚后迁入,户口本原件已带。", "办理继承公证需要证明。", "姓名与身份证不一致。"]
        case .family:
            ["二孩登记,夫妻双方身份证已带。", "独生子女户,申请奖扶。", "在外地怀孕,想在本地登记。"]
        case .farming:
            ["面积与去年不同,请核实。", "新买旋耕机一台,发票已带。", "自家屋后杉树,约3立方。", "两户合并流转给合作社。"]
        case .housing:
            ["老宅拆旧建新,四邻已签字。", "土墙开裂,雨季前希望鉴定。", "分户后无房,申请建房。"]
        case .veterans:
            ["年度认证,本人在外地。", "优待证照片重拍,请更换。"]
        case .work:
            ["厂里停工,回乡登记。", "家有三口,只有一人就业。", "想开小卖部,贷款五万元。"]
        }
    }

    /// What an agent writes when handing a case to review.
    static let completions = [
        "材料齐全,已录入系统。", "已上门核实,照片附后。", "县局窗口已收件。", "已电话告知申请人结果。", "原件已交还本人。",
        "已与村委核对,情况属实。",
    ]

    /// Why an agent is late.
    static let lateReasons = [
        "申请人外出,材料迟了两天才收齐。", "县局系统维护,当日无法录入。", "上门两次都没有人在家。", "雨天路断,绕行耽误了半天。",
    ]

    /// Who signs for a result.
    static let signers = ["本人", "配偶", "儿子", "女儿", "本人（按手印）"]

    /// Why review sends a case back.
    static let returns = [
        "身份证复印件不清晰,请重新上传。", "缺少委托书,请补签后再报。", "银行卡号与户名不一致,请核对。", "入户核查照片未见申请人,请补拍。",
        "申请表第二页未签字按印。", "家庭成员收入未填写完整。", "发票原件数量与清单不符。", "村委会意见栏漏盖章。",
    ]

    /// What an agent writes on the second hand-over.
    static let mended = ["已按要求补齐。", "已重新拍照上传。", "已补签委托书。", "已与申请人核对并更正。"]

    /// Why a request is not taken.
    static let declines = [
        "不属于本镇受理范围,已告知到户籍地办理。", "申请人未达到规定年龄,已一次性告知。", "同一事项已在办理中,重复申请。",
        "本人要求撤回。",
    ]

    static let approvals = ["材料完整,同意。", "经核对无误。", "同意办结。"]

    static let training = "帮办代办业务和系统操作"

    /// What a leader does at the centre.
    static let onSite = "到大厅现场办公半天，接待群众 4 人，协调 1 件。"

    static let inspections = ["在岗，登记簿齐全。", "坐班时间窗口无人，电话未接。"]

    /// What was found, what it rests on, and what is said against it.
    static let findings = ["以系统故障为由不受理村民申请。", "登记簿三处没有签收。", "督办记录本第 4 页", "签收单另册存放，可以补交。"]

    /// What is said about a case, and what was found.
    static let complaints = ["来回跑了三趟。", "已上门说明并致歉。", "说不归他管,让我去找别人。", "调阅记录并询问双方。"]

    static let leaves = ["参加县里业务培训", "家中有事,请假一天", "年休假"]

    /// Matters assigned from above (上级交办).
    static let campaigns = ["县里转办单,请限时回复。", "集中排查任务,请上门核实。", "12345 转办,请先联系申请人。"]

    /// The clause that a deadline set from above rests on.
    static let campaignClause = "上级交办单所定时限"

    /// Where the cases of earlier years came from.
    static let ledger = "往年台账"
}
