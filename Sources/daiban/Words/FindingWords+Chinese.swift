import CaseStore
import Casework
import Dashboard

/// The Simplified Chinese of what a verification finds: for people first, the place in the file behind it in brackets.
extension VerificationReport.Finding {
    /// Of one that names no moment.
    var chinese: String { chinese(.china) }

    /// - Parameter offset: in which moments are told, that of the centre.
    func chinese(_ offset: UTCOffset) -> String {
        let names = RecordNames(language: .chinese, offset: offset)
        return switch self {
        case .database(let damage): damage.chinese
        case .rowsUnreadable(let table, let detail):
            "\(table.map { "“\(names.table($0))”" } ?? "数据库")里有读不懂的内容〔\(detail)〕"
        case .schemaDiffers(let name): "数据库里的一张表、索引或触发器不见了或被改过〔\(name)〕"
        case .schemaExtra(let name): "数据库里多出一样不是本程序建的结构〔\(name)〕"
        case .registrationMissing(let id, let number):
            "办件\(number.map { " \($0)" } ?? "")在记录里只有后续的各步，没有登记〔内部号 \(id.value)〕"
        case .guardMissing(let name): "防止改动记录的保护不见了〔\(name)〕"
        case .entryMissing(let sequence): "缺第 \(sequence) 条记录"
        case .journalCut(let entries, let known): "缺末尾的记录：记录只到第 \(entries) 条，各表里已有第 \(known) 条"
        case .entryAltered(let sequence): "第 \(sequence) 条记录被改动过"
        case .chainBroken(let sequence): "第 \(sequence) 条记录与前一条接不上"
        case .entryUnreadable(let sequence, let detail): "第 \(sequence) 条记录的内容读不懂〔\(detail)〕"
        case .entryUnknown(let sequence, let kind): "第 \(sequence) 条记录是本程序不认识的一类〔\(kind)〕"
        case .entryNewer(let sequence, let kind, let version):
            "第 \(sequence) 条记录由较新的程序写成，请装较新的程序〔\(kind)，第 \(version) 种写法〕"
        case .anchorBeyond(let origin, let sequence, let entries):
            "记录只有 \(entries) 条，比\(origin.chinese(offset))少，那时有 \(sequence) 条"
        case .anchorDiffers(let origin, let sequence): "第 \(sequence) 条与\(origin.chinese(offset))不符，不是原来的那一条"
        case .anchorsEmpty: "存校验码的文件是空的，证明不了什么；以前存过的话，是被人清空了"
        case .restartUnknown(let line, let sequence):
            "存下的文件第 \(line) 行说在一次换回（记录第 \(sequence) 条）之后重新起算，记录里没有这一次换回"
        case .restartDiffers(let line, let sequence, let person, let reason):
            "存下的文件第 \(line) 行（换回后重新起算）与记录第 \(sequence) 条不符，那里是：\(person)，缘由：\(reason)"
        case .anchorUnreadable(let line): "存下的文件第 \(line) 行不是完整的校验码"
        case .moreAnchorsUnreadable(let count): "存下的文件还有 \(count) 行不是完整的校验码：请看看是不是拿错了文件"
        case .clockExtra(let id): "有时限属于一件表里没有的办件〔clocks，内部号 \(id.value)〕"
        case .ledgerMissing(let ledger, let sequence): "“\(names.table(ledger))”里缺第 \(sequence) 条记录的一行〔\(ledger)〕"
        case .ledgerDiffers(let ledger, let sequence): "“\(names.table(ledger))”里第 \(sequence) 条记录的一行与记录不符〔\(ledger)〕"
        case .ledgerExtra(let ledger, let sequence): "“\(names.table(ledger))”里多出一行，记录里没有〔\(ledger)，\(sequence)〕"
        case .moneySumDiffers(let staff, let number, let period):
            "\(number.map { "人员 \($0)" } ?? "一个记录里没有的人员") \(period) 的款项合计与记录不符〔money_sums，内部号 \(staff.value)〕"
        case .derivedDiffers(let table, let difference): difference.chinese(names.table(table)) + "〔\(table)〕"
        case .caseMissing(let number): "办件 \(number) 记录里有，表里没有"
        case .caseExtra(let number): "办件 \(number) 表里有，记录里没有"
        case .caseDiffers(let number, let field, let values):
            "办件 \(number) 的\(names.field(field, of: .case))" + names.difference(values, field) + "〔\(field)〕"
        case .staffMissing(let number): "人员 \(number) 记录里有，表里没有"
        case .staffExtra(let number): "人员 \(number) 表里有，记录里没有"
        case .staffDiffers(let number, let field, let values):
            "人员 \(number) 的\(names.field(field, of: .staff))" + names.difference(values, field) + "〔\(field)〕"
        case .pinMissing(let number): "人员 \(number) 设过口令，现在没有保存"
        case .pinDiffers(let number): "人员 \(number) 保存的口令不是登记的那一个"
        case .pinExtra(let id): "为一个记录里没有的人员保存着口令或试错次数〔内部号 \(id.value)〕"
        case .itemMissing(let code): "事项 \(code) 记录里有，表里没有"
        case .itemExtra(let code): "事项 \(code) 表里有，记录里没有"
        case .itemDiffers(let code, let field): "事项 \(code) 的\(names.field(field, of: .item))与记录不符〔\(field)〕"
        case .centreDiffers(let field): "中心的\(names.field(field, of: .centre))与记录不符〔\(field)〕"
        }
    }
}

extension FileDamage {
    fileprivate var chinese: String {
        var place: [String] = []
        if let page { place.append("第 \(page) 页") }
        if let table { place.append("“\(RecordNames(language: .chinese).table(table))”") }
        return "数据库文件损坏\(place.isEmpty ? "，读不出" : "：" + place.joined(separator: "，"))〔\(detail)〕"
    }
}

extension DerivedDifference {
    /// - Parameter table: what a person calls the table.
    fileprivate func chinese(_ table: String) -> String {
        switch self {
        case .unreadable(let detail): "“\(table)”读不出：\(detail)"
        case .miscounted(let queue, let found, let expected):
            "“\(queue.chinese)”队列有一段记成 \(found) 件，实有 \(expected) 件"
        case .uncounted(let queue): "“\(queue.chinese)”队列没有计数"
        case .strangeQueue(let number): "有一个不存在的队列（\(number)）的计数"
        case .caseExtra(let named): "“\(table)”里多出\(named.chinese)"
        case .caseMissing(let named): "“\(table)”里没有\(named.chinese)，会找不到"
        case .caseMisplaced(let named): "“\(table)”里\(named.chinese) 的字词与表里的不符，会找不到或找错"
        case .moreGroups(let count): "“\(table)”里还有 \(count) 组办件不符（每组至多 256 件）"
        case .workMissing(let sequence): "第 \(sequence) 条记录没有计入工作量"
        case .workDiffers(let sequence): "第 \(sequence) 条记录计成了别的工作量"
        case .workExtra(let rows): "工作量多出 \(rows) 行，记录里没有"
        case .other(let detail): "“\(table)”与各行不符：\(detail)"
        }
    }
}

extension DerivedDifference.CaseNamed {
    fileprivate var chinese: String { number.map { "办件 \($0)" } ?? "一件表里没有的办件（内部号 \(id.value)）" }
}

extension RankedQueue {
    fileprivate var chinese: String {
        switch self {
        case .pending: "待受理"
        case .open: "在办"
        case .marked: "临期"
        case .inReview: "待审核"
        }
    }
}
