import PseudoTerminal
import Testing

/// Cases that go through their lives by the command line.
@Suite("The life of a case, from the command line")
struct LifeJourneys {
    @Test("W10, W12: a return goes back to its agent and comes again, and every step is in the trace")
    func returning() throws {
        let life = try LifeJourney()
        try life.take("accept", as: "R01", "--authorisation", "signed")
        try life.take("complete")
        let returned = try life.take("reject", as: "R02", "--reason", "缺费用清单")
        #expect(returned.state == "returned" && returned.agent == "赵素玲" && returned.returns == 1)
        #expect(returned.clock("rework")?.ended == nil && returned.clock("completion")?.ended == nil)
        let again = try life.take("complete", "--note", "已补上")
        #expect(again.state == "in-review" && again.clock("rework")?.ended != nil)
        let approved = try life.take("approve", as: "R02")
        #expect(approved.state == "approved")
        #expect(approved.events == ["approved", "completed", "rejected", "completed", "accepted", "registered"])
        #expect(try life.town.isSound())
    }

    @Test("N6, N8: a major case waits for the branches of its departments")
    func branches() throws {
        let town = try Township()
        try town.run(["item", "revise", "C-DB-02", "kind=major", "branches=县医保局\n县人社局", "--as", "D01"]).require()
        let life = try LifeJourney(item: "C-DB-02", in: town)
        #expect(try life.shown().stage == "application")
        #expect(try life.take("accept", as: "R01").stage == "authorisation")
        try life.refuses("complete", words: "联办")
        try life.take("branch open", "--department", "县医保局", "--task", "核对参保")
        let both = try life.take("branch open", "--department", "县人社局", "--task", "核对缴费")
        #expect(both.life.branches.map(\.number) == [1, 2])
        #expect(both.stage == "handling")
        try life.take("branch end", "--branch", "1", "--result", "已核")
        try life.refuses("complete", words: "县人社局")
        try life.refuses("branch end", "--branch", "1", "--result", "又核", words: "第 1 项")
        try life.take("branch end", "--branch", "2", "--result", "已核")
        #expect(try life.take("complete").state == "in-review")
    }

    @Test("J12, P4: all that is missing is told once, the clocks stand still until it is there")
    func supplement() throws {
        let life = try LifeJourney()
        #expect(try life.shown().life.firstAsked == "王敏")
        try life.take("accept", as: "R01")
        try life.refuses("supplement ask", words: "一次性写明")
        let asked = try life.take("supplement ask", "--missing", "身份证复印件", "--missing", "户口簿")
        #expect(asked.clock("completion")?.stopped == true)
        #expect(asked.clock("supplement")?.ended == nil)
        try life.refuses("complete", words: "补齐")
        let done = try life.take("supplement done")
        #expect(done.clock("completion")?.stopped == false)
        #expect(done.clock("supplement")?.ended != nil)
        #expect(done.life.supplements.map(\.missing) == [["身份证复印件", "户口簿"]])
        try life.refuses("supplement ask", "--missing", "照片", words: "再次告知")
        try life.take("supplement ask", "--missing", "照片", "--again", "上次漏说了")
    }

    @Test("J11, J16, J18: what goes up is verified, follows the window's promise, and comes back with its result")
    func forwarding() throws {
        let town = try Township()
        let life = try LifeJourney(item: "C-DB-02", in: town)
        let accepted = try life.take("accept", as: "R01")
        #expect(accepted.clock("forwarding") != nil)
        try life.refuses("complete", words: "报送")
        try life.take("verify", "--cadre", "张支书", "--finding", "入户看过", "--confirmed", "yes")
        try life.refuses(
            "forward", "--office", "县人社局", "--papers", "申请表", "--promised-days", "400", words: "365")
        let away = try life.take("forward", "--office", "县人社局", "--papers", "申请表", "--promised-days", "5")
        #expect(away.clock("completion")?.stopped == true)
        #expect(away.clock("forwarding")?.ended != nil && away.clock("promise")?.ended == nil)
        try life.refuses("complete", words: "县人社局")
        let back = try life.take("result", "--text", "已参保")
        #expect(back.clock("completion")?.stopped == false)
        #expect(back.life.forwarding?.result == "已参保")
        try life.refuses("fee", "--yuan", "0", "--basis", "收费目录", "--receipt", "0012", words: "票据")
        #expect(
            try life.take("fee", "--yuan", "12.5", "--basis", "收费目录", "--receipt", "0012").life.fees.map(\.fen)
                == [1_250])
        try life.take("tell", "--text", "已参保，明天送来")
        #expect(try life.take("complete").state == "in-review")
    }

    @Test(
        "N13, P9, P10: a home visit is asked for, planned, refused with its reason, and ends with what is brought later"
    )
    func visits() throws {
        let life = try LifeJourney()
        try life.refuses("visit plan", "--at", "2099-01-01 09:00", "--place", "家里", words: "上门")
        try life.take("visit ask")
        #expect(try life.shown().clock("visit-plan")?.ended == nil)
        let wrong = try life.town.run(
            ["case", "visit", "plan", life.number, "--as", "A01", "--at", "明天", "--place", "家里"])
        #expect(wrong.status == .exited(64))
        try life.refuses("visit plan", "--at", "2020-01-01 09:00", "--place", "家里", words: "过")
        try life.refuses("visit refuse", "--reason", " ", words: "理由")
        let refused = try life.take("visit refuse", "--reason", "路断了")
        #expect(refused.life.visit?.refusal == "路断了" && refused.clock("visit-plan")?.ended != nil)
        try life.take("visit ask")
        try life.take("visit plan", "--at", "2099-01-01 09:00", "--place", "家里", "--materials", "身份证")
        try life.take("accept", as: "R01")
        try life.refuses("visit end", words: "到")
        try life.take("visit arrive")
        let ended = try life.take("visit end", "--delivers-later")
        #expect(ended.life.visit?.deliversLater == true)
        #expect(ended.life.visit?.planned == "2099-01-01T09:00:00+08:00")
    }

    @Test("S6: what cannot be done yet waits for its conditions with the clocks stopped, and is taken up again")
    func waiting() throws {
        let life = try LifeJourney()
        try life.take("accept", as: "R01")
        let waiting = try life.take("wait", "--reason", "补贴还没开始申报", "--condition", "县里发通知")
        #expect(waiting.state == "waiting" && waiting.clock("completion")?.stopped == true)
        #expect(waiting.life.waiting?.condition == "县里发通知")
        try life.refuses("complete", words: "待条件成熟")
        let resumed = try life.take("resume")
        #expect(resumed.state == "accepted" && resumed.clock("completion")?.stopped == false)
        #expect(resumed.life.waiting == nil)
    }

    @Test("N11, P12, S5: a result is delivered against a signature when the originals are back, and then filed")
    func delivery() throws {
        let life = try LifeJourney()
        try life.take("accept", as: "R01")
        let kept = try life.take("originals take", "--paper", "户口簿", "--paper", "残疾证")
        #expect(kept.life.originals == ["户口簿", "残疾证"])
        try life.take("complete")
        let approved = try life.take("approve", as: "R02")
        #expect(approved.clock("delivery")?.ended == nil)
        try life.refuses("deliver", words: "签收")
        try life.refuses("deliver", "--signed-by", "孙小妹", words: "户口簿")
        try life.refuses("originals return", "--paper", "房产证", words: "房产证")
        try life.take("originals return", "--paper", "户口簿", "--paper", "残疾证")
        let delivered = try life.take("deliver", "--signed-by", "孙小妹")
        #expect(delivered.state == "delivered" && delivered.stage == "handover")
        #expect(delivered.life.signedBy == "孙**" && delivered.clock("delivery")?.ended != nil)
        let filed = try life.take("file", "--place", "三号柜")
        #expect(filed.state == "filed" && filed.life.filedAt == "三号柜")
    }

    @Test("W17: a bad rating has to be followed up before the case is filed, and not by who handled it")
    func rating() throws {
        let life = try LifeJourney()
        try life.take("accept", as: "R01")
        try life.take("complete")
        try life.take("approve", as: "R02")
        try life.take("deliver", "--signed-by", "孙小妹")
        try life.refuses("rate", as: "W01", "--level", "6", words: "1")
        let rated = try life.take("rate", as: "W01", "--level", "2", "--channel", "qr-code", "--service", "home")
        #expect(rated.stage == "rating" && rated.life.rating?.services == ["home"])
        #expect(rated.life.rating?.followUpOpen == true && rated.clock("follow-up")?.ended == nil)
        try life.refuses("rate", as: "W01", "--level", "5", words: "评价")
        try life.refuses("file", "--place", "三号柜", words: "回访")
        let followed = try life.take("follow-up", as: "S01", "--finding", "已上门道歉")
        #expect(followed.life.rating?.followUp == "已上门道歉" && followed.life.rating?.followUpOpen == false)
        #expect(try life.take("file", "--place", "三号柜").state == "filed")
    }

    @Test("W22, S11: a complaint is looked into and found true or not, before the case is filed")
    func complaint() throws {
        let life = try LifeJourney()
        try life.take("withdraw", "--reason", "不办了")
        let complained = try life.take("complain", as: "S01", "--about", "fees", "--words", "多收了十元")
        #expect(complained.life.complaints.map(\.subject) == ["fees"])
        try life.refuses("file", "--place", "三号柜", words: "投诉")
        try life.refuses(
            "complaint decide", as: "S01", "--complaint", "2", "--upheld", "no", "--finding", "没有", words: "第 2 个")
        let decided = try life.take(
            "complaint decide", as: "S01", "--complaint", "1", "--upheld", "yes", "--finding", "确有其事")
        #expect(decided.life.complaints.first?.upheld == true)
        #expect(try life.take("file", "--place", "三号柜").state == "filed")
    }

    @Test("S6: what was done wrongly is a new case that names the first, which names the new one")
    func redo() throws {
        let life = try LifeJourney()
        try life.refuses("redo", as: "R01", "--reason", "金额写错", words: "重新办理")
        try life.take("accept", as: "R01")
        try life.take("complete")
        try life.take("approve", as: "R02")
        let late = try life.town.run(["case", "redo", life.number, "--as", "R01", "--reason", "错", "--seen", "1"])
        #expect(late.status == .exited(3), "\(late)")
        let again = try life.take("redo", as: "R01", "--reason", "金额写错")
        #expect(again.number != life.number && again.state == "pending")
        #expect(again.life.redoOf == life.number && again.agent == "赵素玲")
        let first = try life.shown()
        #expect(first.life.redoneBy == again.number && first.state == "approved")
        #expect(first.events.first == "redone")
        try life.refuses("redo", as: "R01", "--reason", "又错", words: "重新办理过")
        #expect(try life.town.isSound())
    }

    @Test("S8, S10: without authorisation nothing is accepted; what does not qualify is told all that is missing")
    func declining() throws {
        let life = try LifeJourney()
        try life.refuses("accept", as: "R01", "--materials-unchecked", words: "材料")
        try life.refuses("decline", as: "R01", "--reason", "条件不够", "--ground", "not-qualified", words: "一次性写明")
        let declined = try life.take(
            "decline", as: "R01", "--reason", "条件不够", "--ground", "not-qualified", "--missing", "残疾证", "--missing",
            "户口簿")
        #expect(declined.state == "declined")
        #expect(declined.trace.first?.data.missing == ["残疾证", "户口簿"])
    }

    @Test("N9, N12: what is out of scope is declined with the right office named")
    func outOfScope() throws {
        let life = try LifeJourney()
        try life.refuses("decline", as: "R01", "--reason", "不归本镇", "--ground", "out-of-scope", words: "应去哪个单位")
        let declined = try life.take(
            "decline", as: "R01", "--reason", "不归本镇", "--ground", "out-of-scope", "--office", "县公安局")
        #expect(declined.trace.first?.data.office == "县公安局" && declined.reason == "不归本镇")
    }

    @Test(
        "W11, N10: help is asked of a bank, a department, and then its leader; question, answer and time are on the case"
    )
    func help() throws {
        let life = try LifeJourney()
        try life.take("help ask", "--level", "department", "--to", "县民政局", "--question", "能否先办")
        try life.take("help ask", "--level", "leader", "--to", "县民政局", "--question", "部门说不行")
        try life.refuses("help answer", as: "W01", "--request", "3", "--text", "可以", words: "第 3 个")
        let answered = try life.take("help answer", as: "W01", "--request", "2", "--text", "可以先办")
        #expect(answered.life.help.map(\.question) == ["能否先办", "部门说不行"])
        #expect(answered.life.help.map(\.answer) == [nil, "可以先办"])
        #expect(answered.life.help.last?.answered != nil)
    }

    @Test("P13: a case passes from helper to helper, each leg with its holder and its time")
    func relay() throws {
        let life = try LifeJourney()
        try life.take("accept", as: "R01")
        try life.refuses("relay", "--to", "R01", words: "不")
        let passed = try life.take("relay", "--to", "W01", "--note", "材料在抽屉里")
        #expect(passed.agent == "刘小禾" && passed.life.legs.map(\.holder) == ["赵素玲", "刘小禾"])
        #expect(passed.life.legs.first?.until != nil && passed.life.legs.last?.until == nil)
        try life.refuses("complete", words: "手上有这件的人")
        #expect(try life.take("complete", as: "W01").state == "in-review")
    }

    @Test("J15: a consultation is answered, and nothing else is done with it")
    func consultation() throws {
        let life = try LifeJourney(["--matter", "consultation"])
        try life.refuses("accept", as: "R01", words: "咨询")
        let answered = try life.take("answer", "--text", "先到县里登记", "--office", "县人社局")
        #expect(answered.state == "answered" && answered.life.answerOffice == "县人社局")
        #expect(answered.life.answer == "先到县里登记")
    }

    @Test("The table of a case's life is printed as text, as JSON and as Markdown")
    func table() throws {
        let town = try Township()
        for options in [[], ["--json"], ["--markdown"], ["--language", "en"]] {
            let outcome = try Daiban.run(["case", "life"] + options, in: town.folder.path)
            try outcome.require()
            #expect(outcome.output.contains("ask-supplement"))
        }
    }
}
