import Casework
import Foundation
import Testing

@Suite("Service items")
struct ServiceItemTests {
    static let full = ServiceItem(
        code: "Z-MZ-01", version: 3, name: "高龄津贴申领", level: .township, kind: .promised, area: .named(.relief),
        department: "乡镇民政窗口", promisedDays: 5, promise: "5个工作日，公示另计", legalLimit: "一个月",
        condition: "年满80周岁\n本镇户籍",
        materials: [
            .init(name: "身份证", form: .both), .init(name: "照片 | 2寸", isRequired: false),
            .init(name: "路径\\说明", form: .copy),
        ],
        guide: .init(time: "周一至周五", filling: "用黑色笔", sample: "见背面"),
        stages: [.init(stage: .authorisation, name: "受理", days: 1), .init(stage: .handling, name: "审核")],
        legalBasis: "某办法 第三条", fee: .init(fen: 505, basis: "工本费标准"), source: "某网站（2024年）",
        assumed: [.kind, .area])

    private func cells(_ item: ServiceItem) -> [ItemField: String] {
        Dictionary(uniqueKeysWithValues: ItemField.allCases.map { ($0, item.cell($0)) })
    }

    private func refusal(_ changes: [ItemField: String], of item: ServiceItem = full) -> ItemRefusal? {
        do throws(ItemRefusal) {
            _ = try ServiceItem(cells: cells(item).merging(changes) { $1 })
            return nil
        } catch {
            return error
        }
    }

    @Test("N4: the guide holds materials, time, how to fill and a sample, and says what it lacks")
    func guide() {
        #expect(Self.full.guideGaps.isEmpty)
        var bare = Self.full
        bare.materials = []
        bare.guide = ServiceItem.Guide(filling: "用黑色笔")
        #expect(bare.guideGaps == [.materials, .time, .sample])
    }

    @Test("P2: an item says which parts of the public board it lacks")
    func board() {
        #expect(Self.full.publicGaps.isEmpty)
        var bare = Self.full
        bare.condition = nil
        bare.stages = []
        bare.legalBasis = nil
        bare.promisedDays = nil
        bare.promise = nil
        bare.legalLimit = nil
        #expect(bare.publicGaps == [.promisedDays, .condition, .stages, .legalBasis])
        // What ends the same day needs no other limit.
        bare.kind = .instant
        #expect(bare.publicGaps == [.condition, .stages, .legalBasis])
    }

    @Test("W5: what a case keeps of an item is its code, version, kind and promise")
    func listed() {
        #expect(
            Self.full.listed
                == Intake.ListedItem(code: "Z-MZ-01", version: 3, kind: .promised, promisedDays: 5))
    }

    @Test("Cells and back give the same item, whatever stands in its texts")
    func cellsAndBack() throws {
        #expect(try ServiceItem(cells: cells(Self.full)) == Self.full)
        let least = ServiceItem(code: "A", name: "甲", level: .village, kind: .instant, area: .other("新内容"))
        #expect(try ServiceItem(cells: cells(least)) == least)
        let major = ServiceItem(
            code: "M.1_x", name: "建房", level: .county, kind: .major, area: .named(.support),
            branches: ["自然资源局", "甲|乙\\丙"])
        #expect(try ServiceItem(cells: cells(major)) == major)
    }

    @Test("A material needs no more than its name; form and need are read where they are given")
    func shortMaterials() throws {
        let item = try Self.full.changed([.materials: "身份证\n\n户口簿 | copy\n照片 |  | optional"])
        #expect(
            item.materials == [
                .init(name: "身份证"), .init(name: "户口簿", form: .copy), .init(name: "照片", isRequired: false),
            ])
    }

    @Test("Texts come in trimmed and with plain line feeds")
    func normalised() throws {
        let item = try Self.full.changed([.condition: "  一\r\n二\r三  ", .name: " 高龄津贴 "])
        #expect(item.condition == "一\n二\n三")
        #expect(item.name == "高龄津贴")
    }

    @Test("What somebody writes is not assumed any more, unless they say so")
    func assumed() throws {
        #expect(try Self.full.changed([.kind: "forwarded"]).assumed == [.area])
        #expect(try Self.full.changed([.kind: "forwarded", .assumed: "kind"]).assumed == [.kind])
    }

    @Test("N7: an instant item promises no days")
    func instant() {
        #expect(refusal([.kind: "instant"]) == .contradiction(.promisedDays, .instantWithPromise))
        #expect(refusal([.kind: "instant", .promisedDays: ""]) == nil)
    }

    @Test("N8: a major item names its departments, and only a major one does")
    func major() {
        #expect(refusal([.kind: "major"]) == .contradiction(.branches, .majorWithoutBranches))
        #expect(
            refusal([.kind: "major", .branches: "乡镇民政窗口"])
                == .contradiction(.branches, .doubled("乡镇民政窗口")))
        #expect(refusal([.kind: "major", .branches: "自然资源局"]) == nil)
        #expect(refusal([.kind: "major", .department: "", .branches: "自然资源局"]) != nil)
        #expect(refusal([.kind: "major", .department: "", .branches: "自然资源局\n林业局"]) == nil)
        #expect(refusal([.branches: "自然资源局"]) == .contradiction(.branches, .branchesOfOther(.promised)))
    }

    @Test("A fee names the rule it rests on")
    func fees() throws {
        #expect(refusal([.feeBasis: ""]) == .contradiction(.feeBasis, .feeWithoutBasis))
        #expect(refusal([.fee: ""]) == .contradiction(.feeBasis, .basisWithoutFee))
        #expect(try Self.full.changed([.fee: "12"]).fee?.fen == 1_200)
        #expect(try Self.full.changed([.fee: "12.5"]).fee?.fen == 1_250)
        for bad in ["0", "-1", "1.234", "一元", "1.", ".5", "1000000", "9999999999999999999"] {
            #expect(refusal([.fee: bad])?.field == .fee, "\(bad)")
        }
        #expect(refusal([.fee: "", .feeBasis: ""]) == nil)
    }

    @Test(
        "What cannot be is refused with its field",
        arguments: [
            (ItemField.code, ""), (.code, "甲-1"), (.code, "-A"), (.code, String(repeating: "A", count: 65)),
            (.version, ""), (.version, "0"), (.version, "-1"), (.version, "1.0"), (.version, "１"),
            (.level, ""), (.level, "province"), (.level, "Township"), (.name, ""), (.name, "甲\n乙"),
            (.name, String(repeating: "长", count: 101)), (.name, "a\u{202E}b"), (.kind, "fast"), (.area, " "),
            (.promisedDays, "0"), (.promisedDays, "1001"), (.promisedDays, "3天"),
            (.promisedDays, "99999999999999999999"), (.department, "a\u{7}"),
            (.condition, String(repeating: "长", count: 2_001)), (.condition, "a\u{0}b"),
            (.materials, "身份证 | scan"), (.materials, "身份证 | copy | maybe"), (.materials, "a|b|c|d"),
            (.materials, "| copy"), (.materials, "身份证\n身份证"), (.stages, "审核"), (.stages, "thinking | 审核"),
            (.stages, "handling | 审核 | 0"), (.stages, "handling | 审核 | x"), (.assumed, "kind colour"),
            (.branches, "a | b"),
        ])
    func refused(_ field: ItemField, _ text: String) {
        #expect(refusal([field: text])?.field == field)
    }

    @Test("A revision names the fields that it changed")
    func differences() throws {
        let changed = try Self.full.changed([.promisedDays: "3", .time: "全天"])
        #expect(changed.fields(differingFrom: Self.full) == [.promisedDays, .time])
        #expect(!changed.saysTheSame(as: Self.full))
        var newer = Self.full
        newer.version = 9
        #expect(newer.saysTheSame(as: Self.full))
        #expect(newer.fields(differingFrom: Self.full).isEmpty)
    }

    @Test("JSON keeps every field, and an area is one word")
    func json() throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let data = try encoder.encode(Self.full)
        #expect(try JSONDecoder().decode(ServiceItem.self, from: data) == Self.full)
        #expect(String(decoding: data, as: UTF8.self).contains("\"area\":\"relief\""))
    }
}

@Suite("Stages and areas")
struct ServiceStageTests {
    @Test("N6: there are five stages, and every state of a case is in one of them")
    func stages() {
        #expect(ServiceStage.allCases == [.application, .authorisation, .handling, .handover, .rating])
    }

    @Test("P12: the nine steps go through the five stages in order, and leave none out")
    func steps() {
        #expect(AgencyStep.allCases.count == 9)
        let order = AgencyStep.allCases.compactMap { ServiceStage.allCases.firstIndex(of: $0.stage) }
        #expect(order == order.sorted())
        #expect(Set(AgencyStep.allCases.map(\.stage)) == Set(ServiceStage.allCases))
    }

    @Test("J19: there are ten content areas, and an office can add its own")
    func areas() throws {
        #expect(ContentArea.ten.count == 10)
        #expect(ContentArea("bills") == .named(.bills))
        #expect(ContentArea("户籍") == .other("户籍"))
        for area in ContentArea.ten + [.other("户籍")] { #expect(ContentArea(area.text) == area) }
        let item = try ServiceItemTests.full.changed([.area: "户籍"])
        #expect(item.area == .other("户籍"))
    }
}
