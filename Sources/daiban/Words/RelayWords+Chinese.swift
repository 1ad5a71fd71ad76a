import CaseStore
import Casework
import Dashboard

extension RelayWords {
    var chinese: String {
        switch self {
        case .abstract: "没有网络的村：与镇里用U盘交换办件，加密、签名，不丢、不重"
        case .start: "在村里的电脑上，用镇里的第一个文件建立本村的数据库"
        case .introduce: "生成本站的密钥和名片（镇里先做一次；村里加 --village）"
        case .renew: "密钥丢失或外泄后换新密钥，并生成新名片"
        case .admit: "核对电话里念出的数字后，信任对方的名片"
        case .revoke: "不再信任某村的站点（电脑丢失等）"
        case .export: "把对方还不知道的写成文件，放到U盘上"
        case .take: "读入对方的文件；顺序不限，重复无妨"
        case .status: "看与各站交换到哪里、缺什么"
        case .tasks: "列出没有直接并入、要人处理的条目"
        case .settle: "处理一条：并入或不用，写明理由（镇里）"
        case .optionVillage: "村名"
        case .optionCardOut: "名片写到哪个文件"
        case .optionCard: "对方的名片文件"
        case .optionDigits: "对方在电话里念出的30位数字"
        case .optionMark: "该村办件编号里的字母，如 B；默认取下一个"
        case .optionFor: "给哪个村（在村里不用写）"
        case .optionOut: "写到哪个文件（默认在当前目录取名；已有的文件不会覆盖）"
        case .optionAgain: "从第几包起重新写出（U盘丢失时）"
        case .optionFile: "对方的文件"
        case .optionFrom: "镇里给本村的第一个文件"
        case .optionTownshipDigits: "镇里在电话里念出的30位数字"
        case .optionAll: "连同已处理的"
        case .optionTask: "条目的编号，见 daiban relay tasks"
        case .optionApply: "并入"
        case .optionDrop: "不用"
        case .optionBundle: "包"
        case .introduced(let site, let path): "“\(site.name)”的名片已写入 \(path)"
        case .digits(let digits): "核对数字：\(digits)"
        case .digitsHint: "请在电话里把这些数字念给对方核对。名片可以公开，不含个人信息。"
        case .keyHint(let path): "私钥在 \(path)，只有本机能用：不要拷贝给别人；丢了用 daiban relay renew 换新的。"
        case .databaseNeeded(let path):
            "请用 --database 写明本村数据库要放在哪里：私钥会放在它旁边。要放在默认的位置，就写 --database \(path)"
        case .admitted(let site):
            "已信任“\(site.name)”的站点" + (site.mark.map { "，其办件编号带字母 \($0)" } ?? "")
        case .revoked(let site): "不再信任“\(site.name)”的站点；它的文件今后一律拒收"
        case .exported(let export, let path):
            "已写入 \(path)：\(export.bundles.count) 包，\(export.entries) 条，给“\(export.partner.name)”"
                + (export.repeated > 0 ? "（其中 \(export.repeated) 包对方还没有确认收到，再带一次）" : "")
        case .nothingNew(let site): "没有要告诉“\(site.name)”的，没有写文件"
        case .personalData: "这个文件里有居民的个人信息。已加密，只有收件的站点能打开；仍请专人携带，读入后删除。"
        case .receipt(let receipt): Self.chinese(receipt)
        case .clockAhead(let minutes): "注意：那边的时钟至少快 \(minutes) 分钟；条目保留那边的时间，请校准那台电脑"
        case .lookAtTasks: "有条目没有直接并入：daiban relay tasks"
        case .founded(let path, let village, let cases): "“\(village)”的数据库已建立：\(path)，未结办件 \(cases) 件"
        case .settled(let task): "\(task.name)：\(RelayWords.taskStatus(task.status).chinese)"
        case .applyOrDrop: "--apply 和 --drop 选一个"
        case .noSite: "本数据库还不是站点；镇里用 daiban relay introduce，村里用 daiban relay init"
        case .township: "镇"
        case .isRevoked: "已不信任"
        case .keysMissing: "私钥文件不在或不对：daiban relay renew 换新密钥"
        case .none: "没有要处理的条目"
        case .ownSite(let site): "本站：\(site.name)" + (site.mark.map { "（编号字母 \($0)）" } ?? "（镇）")
        case .ownDigits(let digits): "本站数字：\(digits)"
        case .columnSite: "站点"
        case .columnReceived: "收到"
        case .columnSent: "发出"
        case .columnConfirmed: "已确认"
        case .waiting(let bundles): "第 \(bundles.map(String.init).joined(separator: "、")) 包，等更早的包"
        case .columnHeld: "先存着的"
        case .columnUnsent: "未发条目"
        case .columnTasks: "待处理"
        case .columnTask: "条目"
        case .columnSubject: "办件或人员"
        case .columnWhat: "内容"
        case .columnWho: "经办"
        case .columnWhen: "那边的时间"
        case .columnObstacle: "为什么没有并入"
        case .columnStatus: "状态"
        case .taskStatus(let status): Message.relay(.status(status)).text(.chinese)
        case .obstacle(let obstacle): Message.relay(.obstacle(obstacle)).text(.chinese)
        case .settledBy(let settlement): "\(settlement.name)：\(settlement.reason)"
        case .came(let origin): "来自\(origin.site)（第 \(origin.bundle) 包，那边第 \(origin.sequence) 条）"
        case .future: "时间在收到之后"
        case .problem(let error): Self.chinese(error)
        }
    }

    private static func chinese(_ receipt: RelayReceipt) -> String {
        let name = "“\(receipt.site.name)”第 \(receipt.number) 包"
        switch receipt.outcome {
        case .applied:
            return "\(name)：并入 \(receipt.entries) 条" + (receipt.tasks > 0 ? "，\(receipt.tasks) 条待处理" : "")
        case .known: return "\(name)：以前收过，没有变动"
        case .held: return "\(name)：先存着，还缺第 \(receipt.missing ?? 0) 包；收到后自动并入"
        }
    }

    private static func chinese(_ error: RelayError) -> String {
        switch error {
        case .notOnStaff: "不在编，不能操作"
        case .notPermitted(let action, let role): "\(Message.role(role).text(.chinese))不能做 relay \(action.rawValue)"
        case .notIntroduced: RelayWords.noSite.chinese
        case .noPartner(let name): "没有信任的站点“\(name)”：先 daiban relay admit"
        case .villageNeeded([]): "还没有信任任何村的站点：先 daiban relay admit"
        case .villageNeeded(let names): "请写明给哪个村：--for 村名。可用：\(names.joined(separator: "、"))"
        case .villageTaken(let name): "“\(name)”已有站点或字母已用；电脑换了就先 daiban relay revoke"
        case .villageUnknown(let name): "没有这个村：\(name)"
        case .onlyTownship(let action): "只有镇里能做 relay \(action.rawValue)"
        case .reasonMissing: "要写明理由（不超过500字）"
        case .fingerprintDiffers: "数字对不上，什么也没有做。请在电话里再念一遍；还是不对，这个文件就不是对方的"
        case .keyMissing(let path): "没有可用的私钥：\(path)。用 daiban relay renew 换新密钥，再让对方核对新名片"
        case .keyDiffers(let path): "\(path) 里的私钥不是本数据库的。放回原来的，或用 daiban relay renew 换新的"
        case .file(let path, let detail): "\(path)：\(SystemReason.chinese(detail))"
        case .fileExists(let path): "\(path) 已存在，没有覆盖"
        case .damaged(let line): "第 \(line) 行起文件不完整或被改动，什么也没有读入。请重新拷贝，或让对方再导出一次"
        case .isCard(let name):
            "这是“\(name)”的名片，不是要读入的文件；什么也没有读入。先在电话里核对数字，再用 daiban relay admit 名片 --digits 数字"
        case .notACard: "这不是站点名片，或已被改动"
        case .newer(let found, let known): "文件格式 \(found) 比本程序（\(known)）新，请升级；什么也没有读入"
        case .forged(let site, let number): "第 \(number) 包的签名不是“\(site)”的，什么也没有读入。若对方换了密钥，先核对新名片并 admit"
        case .foreign: "这是别的中心的文件，什么也没有读入"
        case .notForUs: "这个文件不是给本站的，什么也没有读入"
        case .senderUnknown(let id): "没有信任过这个站点（\(id)），什么也没有读入"
        case .senderRevoked(let name): "“\(name)”的站点已不被信任，什么也没有读入"
        case .sealedForOtherKeys(let number): "第 \(number) 包打不开：不是用本站现在的密钥加密的。让对方 admit 本站新名片后再导出"
        case .fork(let site, let number):
            "“\(site)”的第 \(number) 包和以前的接不上：那里恢复过旧备份。什么也没有读入，两边的数据都还在。"
                + "有较新的备份就换回去；没有就在该村另用新数据库重新 introduce，镇里先 revoke 再 admit，旧库里没有交过来的重新登记"
        case .notFounding: "这不是镇里给新站点的第一个文件"
        case .unreadable(let number, let entry): "第 \(number) 包第 \(entry) 条本程序不认识，整包没有读入；请升级后再读"
        case .noSuchTask(let name): "没有条目 \(name)"
        case .taskSettled: "这一条已处理过，或不在镇里处理"
        case .stillInTheWay(let obstacle): "现在还不能并入：\(RelayWords.obstacle(obstacle).chinese)。条目还在"
        case .noSuchBundle(let number): "没有第 \(number) 包"
        case .store(let error): Message.storeProblem(error).text(.chinese)
        }
    }
}
