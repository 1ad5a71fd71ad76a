/// What `daiban allowance` and `daiban report` say besides the words of the sheets.
enum SheetWords {
    // Helps
    case allowance, prepare, review, sign, giveBack, show, set, rates
    case share, describe, optionTotal, optionEnter, optionResidents, optionKilometres, argumentVillage
    case columnResidents, columnKilometres, columnApproved, columnShare, total
    case described(String), shareIsPreview, shareEntered(String), shareUndrawn([String])
    case report, make, list, handIn
    case optionQuarter, optionReason, optionAmount, optionFrom, optionGround, optionSettingKind, optionName
    case optionKind, optionPeriod, optionFormat, optionColumns, optionExplain, optionOutput, optionVillage, optionMonth

    // Results
    case prepared(String, sum: String), reviewed(String), signed(String, sum: String), returned(String)
    case itemNotListed(String)
    case isSet(String), replaces(String), remains(String)
    case handedIn(village: String, month: String), handedInAlready(village: String, month: String)
    case written(String)
    case notOutput(String, detail: String)
    case noSuchCell(String, rows: [String], columns: [String])
    case madeOfNothing
    case casesBehind(Int)
    case notAnAmount(String)
    case township, village, piece, all

    var chinese: String {
        switch self {
        case .allowance: "补助：编制、复核、签发一个季度的发放表，定补助与计件的标准"
        case .prepare: "编制一个季度的发放表（季度结束以后）"
        case .review: "复核编制好的发放表；不能是编制的人"
        case .sign: "签发复核过的发放表，从此不变；不能是编制或复核的人"
        case .giveBack: "退回发放表，重新编制"
        case .show: "看发放表：编好的，或现在的草稿"
        case .set: "定标准：每村每年的补助、村里另补、每件的单价"
        case .rates: "列出定过的标准"
        case .share: "把一年的支持经费按村的大小、远近、好坏分到各村：先看，--enter 记为村里每年另补"
        case .describe: "登记一个村的人口和到中心的里程"
        case .optionTotal: "一年的总额（元），如 60000"
        case .optionEnter: "记入，而不只是看"
        case .optionResidents: "人口"
        case .optionKilometres: "到中心的里程（整公里）"
        case .argumentVillage: "哪个村"
        case .columnResidents: "人口"
        case .columnKilometres: "公里"
        case .columnApproved: "前十二个月通过"
        case .columnShare: "一年（元）"
        case .total: "合计"
        case .described(let text): "已登记：\(text)"
        case .shareIsPreview: "只是看看，没有记入；记入用 --enter"
        case .shareUndrawn(let villages):
            "注意：\(villages.joined(separator: "、")) 现在没有人能领：没有代办员、代办员是副职村干部，或没有登记是不是（daiban staff change）"
        case .shareEntered(let month): "已记为村里每年另补，从 \(month) 起"
        case .report: "报表：月汇总、签到、发放表、绩效、通报、人员变动、缺岗"
        case .make: "做一张报表"
        case .list: "列出有哪些报表"
        case .handIn: "登记一个村报送了月汇总表，空表也要报"
        case .optionQuarter: "季度，如 2026Q3"
        case .optionReason: "退回的理由"
        case .optionAmount: "金额（元），如 5000 或 3.50；0 为停发"
        case .optionFrom: "从哪个月起，如 2026-07"
        case .optionGround: "依据"
        case .optionSettingKind: "township（乡镇每年补助）、village（村里每年另补）或 piece（每件单价）"
        case .optionName: "哪个村或哪个事项；不写则为没有另定的全部"
        case .optionKind: "哪张表：daiban report list 列出"
        case .optionPeriod: "期间：2026-10、2026Q3 或 2026"
        case .optionFormat: "text（打印）、csv、json 或 html"
        case .optionColumns: "打印纸的宽度：80 或 132"
        case .optionExplain: "一个数由什么组成，如 A01/net"
        case .optionOutput: "写到这个文件"
        case .optionVillage: "只要这个村"
        case .optionMonth: "哪个月的，如 2026-10"
        case .prepared(let quarter, let sum): "\(quarter) 已编制，合计 \(sum) 元；请另一人复核"
        case .reviewed(let quarter): "\(quarter) 已复核；请第三人签发"
        case .signed(let quarter, let sum): "\(quarter) 已签发，合计 \(sum) 元，从此不变"
        case .returned(let quarter): "\(quarter) 已退回"
        case .isSet(let text): "已定：\(text)"
        case .replaces(let text): "取代原定：\(text)"
        case .itemNotListed(let name): "注意：事项清单里没有“\(name)”"
        case .remains(let text): "届时仍按已定的：\(text)"
        case .handedIn(let village, let month): "已登记：\(village) \(month) 的月汇总表"
        case .handedInAlready(let village, let month): "\(village) \(month) 的月汇总表早已登记；没有再写"
        case .written(let path): "已写到 \(path)"
        case .notOutput(let path, let detail): "没有写成 \(path)：\(detail)"
        case .noSuchCell(let text, let rows, let columns):
            "没有“\(text)”这一格；写成 行/列。行：\(rows.joined(separator: "、"))；列：\(columns.joined(separator: "、"))"
        case .madeOfNothing: "这一格没有组成部分"
        case .casesBehind(let count): "办件 \(count) 件："
        case .notAnAmount(let text): "“\(text)”不是金额；请写元，如 120.50"
        case .township: "乡镇每年补助"
        case .village: "村里每年另补"
        case .piece: "每件单价"
        case .all: "（没有另定的）"
        }
    }

    var english: String {
        switch self {
        case .allowance: "Allowances: prepare, review and sign a quarter's sheet; set what is paid"
        case .prepare: "Prepare a quarter's sheet, once the quarter is over"
        case .review: "Review the prepared sheet; not whoever prepared it"
        case .sign: "Sign the reviewed sheet, which is fixed then; not whoever prepared or reviewed it"
        case .giveBack: "Return the sheet, to be prepared anew"
        case .show: "Show the sheet: the prepared one, or a draft of it"
        case .set: "Set what is paid: the yearly allowance of a village, what it adds, the rate of an item"
        case .rates: "List what was set"
        case .share:
            "Divide a year's support money among the villages by size, distance and performance: shows it, --enter enters it as what the villages add"
        case .describe: "Say how large a village is and how far from the centre"
        case .optionTotal: "What there is for a year in yuan, such as 60000"
        case .optionEnter: "Enter it, instead of only showing it"
        case .optionResidents: "Residents"
        case .optionKilometres: "Whole kilometres to the centre"
        case .argumentVillage: "Which village"
        case .columnResidents: "RESIDENTS"
        case .columnKilometres: "KM"
        case .columnApproved: "APPROVED, 12 MONTHS"
        case .columnShare: "YUAN A YEAR"
        case .total: "total"
        case .described(let text): "recorded: \(text)"
        case .shareIsPreview: "only shown, nothing was entered; --enter does"
        case .shareUndrawn(let villages):
            """
            note: nobody can draw it now in \(villages.joined(separator: ", ")): no agent, one who is a deputy village cadre, \
            or one of whom that is not known (daiban staff change)
            """
        case .shareEntered(let month): "entered as what the villages add in a year, from \(month) on"
        case .report: "Sheets: summaries, attendance, allowances, performance, circular, roster, staffing"
        case .make: "Make a sheet"
        case .list: "List the sheets there are"
        case .handIn: "Record that a village handed in its monthly summary, an empty one too"
        case .optionQuarter: "The quarter, such as 2026Q3"
        case .optionReason: "Why it is returned"
        case .optionAmount: "The amount in yuan, such as 5000 or 3.50; 0 ends it"
        case .optionFrom: "From which month on, such as 2026-07"
        case .optionGround: "What it rests on"
        case .optionSettingKind:
            "township (a year's allowance), village (what the village adds) or piece (an item's rate)"
        case .optionName: "Which village or item; left out, all that have none of their own"
        case .optionKind: "Which sheet: see daiban report list"
        case .optionPeriod: "The period: 2026-10, 2026Q3 or 2026"
        case .optionFormat: "text (for a printer), csv, json or html"
        case .optionColumns: "The width of the paper: 80 or 132"
        case .optionExplain: "What a number is made of, such as A01/net"
        case .optionOutput: "Write it to this file"
        case .optionVillage: "Only this village"
        case .optionMonth: "Of which month, such as 2026-10"
        case .prepared(let quarter, let sum): "\(quarter) is prepared, \(sum) yuan in all; somebody else reviews it"
        case .reviewed(let quarter): "\(quarter) is reviewed; a third person signs it"
        case .signed(let quarter, let sum): "\(quarter) is signed, \(sum) yuan in all, and stays as it is"
        case .returned(let quarter): "\(quarter) is returned"
        case .replaces(let text): "in place of: \(text)"
        case .itemNotListed(let name): "note: “\(name)” is not on the list of items"
        case .remains(let text): "then, as set before: \(text)"
        case .isSet(let text): "set: \(text)"
        case .handedIn(let village, let month): "recorded: the summary of \(village) for \(month)"
        case .handedInAlready(let village, let month):
            "the summary of \(village) for \(month) was recorded before; nothing was written"
        case .written(let path): "written to \(path)"
        case .notOutput(let path, let detail): "\(path) was not written: \(detail)"
        case .noSuchCell(let text, let rows, let columns):
            "there is no cell “\(text)”; write ROW/COLUMN. Rows: \(rows.joined(separator: ", ")); columns: \(columns.joined(separator: ", "))"
        case .madeOfNothing: "nothing is known that the cell is made of"
        case .casesBehind(let count): "\(count) cases:"
        case .notAnAmount(let text): "“\(text)” is no amount; write yuan, such as 120.50"
        case .township: "yearly allowance"
        case .village: "yearly, from the village"
        case .piece: "for a case"
        case .all: "(all others)"
        }
    }
}
