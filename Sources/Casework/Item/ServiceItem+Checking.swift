/// What a service item has to be before it may enter a list.
extension ServiceItem {
    /// Working days that a promise, or a step, may have.
    static let days = 1...1_000
    /// The most that a fee may be, in fen: a million yuan is a mistake.
    static let fees = 1...99_999_999
    /// The most entries of one list inside an item.
    private static let listLimit = 100

    /// The same item with every text trimmed and the assumed fields in order.
    ///
    /// - Throws: ``ItemRefusal`` about the first field that cannot be.
    public func checked() throws(ItemRefusal) -> ServiceItem {
        var item = self
        item.code = try Self.checkedCode(code)
        guard (1...1_000_000).contains(version) else {
            throw .value(.version, String(version), expected: ["1…1000000"])
        }
        item.name = try ItemField.name.checked(name)
        item.area = ContentArea(try ItemField.area.checked(area.text))
        item.department = try ItemField.department.checkedIfAny(department)
        item.promise = try ItemField.promise.checkedIfAny(promise)
        item.legalLimit = try ItemField.legalLimit.checkedIfAny(legalLimit)
        item.condition = try ItemField.condition.checkedIfAny(condition)
        item.legalBasis = try ItemField.legalBasis.checkedIfAny(legalBasis)
        item.source = try ItemField.source.checkedIfAny(source)
        item.guide.time = try ItemField.time.checkedIfAny(guide.time)
        item.guide.filling = try ItemField.filling.checkedIfAny(guide.filling)
        item.guide.sample = try ItemField.sample.checkedIfAny(guide.sample)
        try item.checkLists()
        try item.checkPromise()
        try item.checkFee()
        item.assumed = Set(assumed).sorted()
        return item
    }

    private mutating func checkLists() throws(ItemRefusal) {
        for (field, count) in [
            (ItemField.materials, materials.count), (.stages, stages.count), (.branches, branches.count),
        ] where count > Self.listLimit {
            throw .value(field, String(count), expected: ["0…\(Self.listLimit)"])
        }
        var seen: Set<String> = []
        for index in materials.indices {
            materials[index].name = try ItemField.materials.checked(materials[index].name)
            guard seen.insert(materials[index].name).inserted else {
                throw .contradiction(.materials, .doubled(materials[index].name))
            }
        }
        for index in stages.indices {
            stages[index].name = try ItemField.stages.checked(stages[index].name)
            if let days = stages[index].days, !Self.days.contains(days) {
                throw .value(.stages, String(days), expected: ["1…1000"])
            }
        }
        seen = department.map { [$0] } ?? []
        for index in branches.indices {
            branches[index] = try ItemField.branches.checked(branches[index])
            guard seen.insert(branches[index]).inserted else {
                throw .contradiction(.branches, .doubled(branches[index]))
            }
        }
        switch kind {
        case .major:
            // Several departments: the one that leads and another, or two others.
            guard seen.count >= 2 else { throw .contradiction(.branches, .majorWithoutBranches) }
        case .instant, .promised, .forwarded:
            guard branches.isEmpty else { throw .contradiction(.branches, .branchesOfOther(kind)) }
        }
    }

    private func checkPromise() throws(ItemRefusal) {
        guard let promisedDays else { return }
        guard Self.days.contains(promisedDays) else {
            throw .value(.promisedDays, String(promisedDays), expected: ["1…1000"])
        }
        guard kind != .instant else { throw .contradiction(.promisedDays, .instantWithPromise) }
    }

    private mutating func checkFee() throws(ItemRefusal) {
        guard var charge = fee else { return }
        guard Self.fees.contains(charge.fen) else {
            throw .value(.fee, Yuan.text(fen: charge.fen), expected: ["0.01…999999.99"])
        }
        guard let basis = try ItemField.feeBasis.checkedIfAny(charge.basis) else {
            throw .contradiction(.feeBasis, .feeWithoutBasis)
        }
        charge.basis = basis
        fee = charge
    }

    /// ASCII letters and digits, with `-`, `_` and `.` between: the national codes of items fit, and so do short ones.
    static func checkedCode(_ text: String) throws(ItemRefusal) -> String {
        let code = text.trimmingWhitespace()
        guard !code.isEmpty else { throw .unfit(.code, .missing) }
        guard code.utf8.count <= 64 else { throw .unfit(.code, .tooLong) }
        func isAlphanumeric(_ byte: UInt8) -> Bool {
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "a")...UInt8(ascii: "z"):
                true
            default: false
            }
        }
        guard let first = code.utf8.first, isAlphanumeric(first),
            code.utf8.allSatisfy({ isAlphanumeric($0) || "-_.".utf8.contains($0) })
        else { throw .value(.code, code, expected: ["A-Z a-z 0-9 - _ ."]) }
        return code
    }
}
