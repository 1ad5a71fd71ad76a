/// What the command line says about rulebooks and clauses.
enum RulebookWords {
    // Help
    case group, list, show, check, diff, clause
    case optionName, optionFile, optionOne, optionOther, optionTOML, optionClause

    // Results and errors
    case unknown(String, known: [String])
    case clauseUnknown(String)
    case sound(path: String, name: String, settings: Int)
    case same(String, String)
    case columnPath
    /// The mark of the rulebook that this installation works by.
    case current
    case decided(String)
    case overridden(String)
    /// A setting that one of two rulebooks does not have.
    case notThere
    case lives([String])
    case settles(String)
    case nothingOpen

    var chinese: String {
        switch self {
        case .group: "规则：各文件没有写明的地方怎么定"
        case .list: "列出内置的规则"
        case .show: "逐项显示一套规则：取值、条款、为什么这样定（默认本处所用的）"
        case .check: "检查规则文件"
        case .diff: "比较两套规则"
        case .clause: "一条规定要求什么、在程序何处、现行规则怎么定（不带编号则列出全部）"
        case .optionName: "规则名或规则文件（.toml）；默认本处所用的"
        case .optionFile: "规则文件（.toml）"
        case .optionOne: "规则名或规则文件（.toml）"
        case .optionOther: "另一套；默认本处所用的"
        case .optionTOML: "照原文输出内置的规则文件，可据此改成自己的"
        case .optionClause: "条款编号，如 W14"
        case .unknown(let name, let known): "没有“\(name)”这套规则；已有：\(known.joined(separator: "、"))，或 .toml 文件"
        case .clauseUnknown(let id): "没有编号为 \(id) 的条款；不带编号可列出全部：daiban clause"
        case .sound(let path, let name, let settings): "\(path)：规则“\(name)”完好，共 \(settings) 项"
        case .same(let one, let other): "\(one) 与 \(other) 没有不同"
        case .columnPath: "设置"
        case .current: "现用"
        case .decided(let why): "怎么定的：\(why)"
        case .overridden(let why): "本中心另定：\(why)"
        case .notThere: "没有"
        case .lives(let places): "在程序中：\(places.joined(separator: "、"))"
        case .settles(let rulebook): "现行规则（\(rulebook)）："
        case .nothingOpen: "文件已写明，规则中没有可定之处"
        }
    }

    var english: String {
        switch self {
        case .group: "Rulebooks: how what the documents leave open is settled"
        case .list: "List the embedded rulebooks"
        case .show: "Show a rulebook setting by setting: value, clause, and why (default: the one in use)"
        case .check: "Check a rulebook file"
        case .diff: "Compare two rulebooks"
        case .clause:
            "What a clause asks, where it lives, how the rulebook in use settles it (all clauses without an ID)"
        case .optionName: "A rulebook's name or file (.toml); default: the one in use"
        case .optionFile: "A rulebook file (.toml)"
        case .optionOne: "A rulebook's name or file (.toml)"
        case .optionOther: "The other one; default: the one in use"
        case .optionTOML: "Print the embedded file as it is, to start one of your own"
        case .optionClause: "A clause's ID, such as W14"
        case .unknown(let name, let known):
            "There is no rulebook “\(name)”; there are \(known.joined(separator: ", ")), or a .toml file"
        case .clauseUnknown(let id): "There is no clause \(id); daiban clause lists them all"
        case .sound(let path, let name, let settings): "\(path): the rulebook “\(name)” is sound, \(settings) settings"
        case .same(let one, let other): "\(one) and \(other) do not differ"
        case .columnPath: "Setting"
        case .current: "in use"
        case .decided(let why): "Decided: \(why)"
        case .overridden(let why): "Set by this centre: \(why)"
        case .notThere: "none"
        case .lives(let places): "Lives in: \(places.joined(separator: ", "))"
        case .settles(let rulebook): "The rulebook in use (\(rulebook)):"
        case .nothingOpen: "The document settles it; a rulebook has nothing to choose"
        }
    }
}
