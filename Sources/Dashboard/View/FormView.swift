import TerminalKit

/// An open form in its box: one field below the other with what is wrong right under it, the list of a search over what
/// follows, and at the bottom what has to be known before sending.
///
/// Where not everything fits, the lines scroll so that the field with the caret is seen.
struct FormView {
    let context: ViewContext
    let form: Form

    /// One line of the form.
    private struct Line {
        enum Kind {
            /// The label and the value, or its first part.
            case value(FormField, [StyledText])
            /// More of a value that did not fit on one line.
            case more([StyledText])
            case fault(String)
            case button
        }

        var field: FieldID?
        var kind: Kind
    }

    func draw(in buffer: inout CellBuffer, region: Region) -> CursorPosition? {
        let width = min(region.width, 100)
        let inside = width - 4
        let lines = lines(width: inside - labelWidth)
        let foot = foot(width: inside)
        let head = form.heading.map { StyledText($0.text(context.state.language), base) }
        var box = region.centred(
            width: width, height: min(region.height, lines.count + foot.count + head.count + 2))
        // Its upper edge stays where it is when faults come and go.
        let usual = form.visibleFields.count + head.count + 4
        box.y = max(region.y, min(region.y + (region.height - usual) / 3, region.maxY - box.height))
        buffer.fill(box, style: base)
        let edge = context.style(.focusedBorder, on: base)
        Box(lines: context.glyphs.lines, style: edge, title: [StyledText(context.text(form.title), edge.bold())])
            .draw(in: &buffer, region: box)
        let (about, inner) = box.inset(horizontal: 2, vertical: 1).splitHorizontally(at: head.count)
        for (index, line) in head.enumerated() {
            let style = index == 0 ? base.bold() : base
            buffer.putTruncated(line.text, x: about.x, y: about.y + index, style: style, width: about.width)
        }
        let footHeight = min(foot.count, max(1, inner.height - 3))
        let (body, bottom) = inner.splitHorizontally(at: -footHeight)

        let top = top(of: lines, visible: body.height)
        var cursor: CursorPosition?
        var focusedRow: Int?
        for (index, line) in lines.dropFirst(top).prefix(body.height).enumerated() {
            let row = body.row(index)
            if line.field == form.focus, case .value = line.kind { focusedRow = row.y }
            if let place = draw(line, in: &buffer, row) { cursor = place }
        }
        ScrollWindow.drawMark(
            in: &buffer, track: Region(x: box.maxX - 1, y: body.y, width: 1, height: body.height), top: top,
            visible: body.height, count: lines.count, style: edge, glyphs: context.glyphs.widgets)
        for (index, line) in foot.suffix(footHeight).enumerated() {
            buffer.put([line], x: bottom.x, y: bottom.y + index, base: base, width: bottom.width)
        }
        if let focusedRow { drawList(in: &buffer, inner, below: focusedRow) }
        return cursor
    }

    private var base: Style { context.style(.card, on: context.ground) }
    private var muted: Style { context.style(.muted, on: base) }

    /// Mark, label and the blanks behind it.
    private var labelWidth: Int {
        4 + (form.visibleFields.map { DisplayWidth.of(context.text($0.label)) }.max() ?? 0)
    }

    // MARK: Lines

    private func lines(width: Int) -> [Line] {
        var lines: [Line] = []
        for field in form.visibleFields {
            var parts = parts(of: field, width: width)
            let first = parts.isEmpty ? [] : parts.removeFirst()
            lines.append(Line(field: field.id, kind: .value(field, first)))
            lines += parts.map { Line(field: field.id, kind: .more($0)) }
            if let remark = remarkBelow(field, first + parts.joined(), width: width) {
                lines.append(Line(field: field.id, kind: .more([StyledText(remark, muted)])))
            }
            if let fault = field.fault {
                lines += TextWrap.lines(context.text(fault), width: width - 4).enumerated().map { index, text in
                    let mark = index == 0 ? context.glyphs.overdue : " "
                    return Line(field: field.id, kind: .fault(" \(mark) \(text) "))
                }
            }
        }
        return lines + [Line(field: nil, kind: .button)]
    }

    /// What is remarked about a choice goes below it where the options leave no room.
    private func remarkBelow(_ field: FormField, _ parts: [StyledText], width: Int) -> String? {
        guard let remark = field.remark.map({ context.text($0) }) else { return nil }
        switch field.content {
        case .text, .search: return nil
        case .choice, .toggles:
            return parts.reduce(0) { $0 + $1.width } + DisplayWidth.of(remark) + 2 > width ? remark : nil
        }
    }

    /// The first line to show: the focused field with all that belongs to it is seen.
    private func top(of lines: [Line], visible: Int) -> Int {
        let last = lines.lastIndex { $0.field == form.focus } ?? 0
        let first = lines.firstIndex { $0.field == form.focus } ?? 0
        let top = ScrollWindow.top(current: 0, selected: last, visible: visible, count: lines.count)
        return min(top, first)
    }

    /// The options of a choice, broken into lines.
    private func parts(of field: FormField, width: Int) -> [[StyledText]] {
        let isFocused = field.id == form.focus
        var pieces: [StyledText] = []
        switch field.content {
        case .text, .search:
            return []
        case .choice(let choice):
            for option in choice.options {
                let isSelected = option.id == choice.selected
                let text = option.title.text(context.state.language)
                // Brackets as well as colour.
                pieces.append(
                    StyledText(isSelected ? "[\(text)]" : " \(text) ", style(isSelected, isFocused: isFocused)))
            }
        case .toggles(let toggles):
            for (place, option) in toggles.options.enumerated() {
                let isChosen = toggles.chosen.contains(option.id)
                let text = option.title.text(context.state.language)
                var style = style(isChosen, isFocused: isFocused && place == toggles.cursor)
                if isFocused, place == toggles.cursor { style = context.style(.field, on: base) }
                pieces.append(StyledText("[\(isChosen ? "x" : " ")]\(text)", style))
                pieces.append(StyledText(" ", base))
            }
        }
        return wrapped(pieces, width: width)
    }

    private func style(_ isChosen: Bool, isFocused: Bool) -> Style {
        guard isChosen else { return base }
        return isFocused ? context.style(.field, on: base).bold() : base.bold()
    }

    private func wrapped(_ pieces: [StyledText], width: Int) -> [[StyledText]] {
        var lines: [[StyledText]] = [[]]
        var used = 0
        for piece in pieces {
            if used + piece.width > width, used > 0, piece.text != " " {
                lines.append([])
                used = 0
            }
            lines[lines.count - 1].append(piece)
            used += piece.width
        }
        return lines
    }

    // MARK: Drawing

    private func draw(_ line: Line, in buffer: inout CellBuffer, _ row: Region) -> CursorPosition? {
        let value = Region(x: row.x + labelWidth, y: row.y, width: max(0, row.width - labelWidth), height: 1)
        let isFocused = line.field == form.focus
        switch line.kind {
        case .value(let field, let parts):
            let mark = isFocused ? context.glyphs.selected : field.fault == nil ? " " : context.glyphs.overdue
            let labelStyle = isFocused ? context.style(.key, on: base) : base
            buffer.put("\(mark) \(context.text(field.label))", x: row.x, y: row.y, style: labelStyle, width: labelWidth)
            return draw(field, parts, isFocused: isFocused, in: &buffer, value)
        case .more(let parts):
            buffer.put(parts, x: value.x, y: value.y, base: base, width: value.width)
        case .fault(let text):
            buffer.putTruncated(
                text, x: value.x, y: value.y, style: context.style(.warning, on: base), width: value.width)
        case .button:
            let text = "[ \(context.text(form.submit)) ]"
            let style = isFocused ? context.style(.selection, on: base) : base.bold()
            let mark = isFocused ? context.glyphs.selected : " "
            buffer.put("\(mark) ", x: row.x, y: row.y, style: context.style(.key, on: base), width: 2)
            buffer.put(text, x: value.x, y: value.y, style: style, width: value.width)
        }
        return nil
    }

    private func draw(
        _ field: FormField, _ parts: [StyledText], isFocused: Bool, in buffer: inout CellBuffer, _ region: Region
    ) -> CursorPosition? {
        let remark = field.remark.map { "  \(context.text($0))" } ?? ""
        let textField: TextField
        switch field.content {
        case .text(let text): textField = text
        case .search(let search): textField = search.field
        case .choice, .toggles:
            let used = buffer.put(parts, x: region.x, y: region.y, base: base, width: region.width)
            guard used + DisplayWidth.of(remark) <= region.width else { return nil }
            buffer.putTruncated(remark, x: region.x + used, y: region.y, style: muted, width: region.width - used)
            return nil
        }
        // A remark takes what the typed text leaves, and at least half of the line.
        let room = remark.isEmpty ? 0 : min(DisplayWidth.of(remark), region.width / 2)
        let (box, rest) = region.splitVertically(at: region.width - room)
        let style = context.style(.field, on: base)
        let place = textField.draw(
            in: &buffer, region: box, style: style, placeholder: field.placeholder.map(context.text),
            placeholderStyle: style.dim())
        buffer.putTruncated(remark, x: rest.x, y: rest.y, style: muted, width: rest.width)
        return isFocused ? place : nil
    }

    // MARK: The list of a search

    private static let listHeight = 7

    private func drawList(in buffer: inout CellBuffer, _ inner: Region, below row: Int) {
        // It would hide what is wrong; the next key takes that away and brings the list back.
        guard let focus = form.focus, let field = form[focus], field.fault == nil else { return }
        guard case .search(let search) = field.content, search.isOpen else { return }
        let matches = search.matches
        let count = max(1, min(matches.count, Self.listHeight))
        let isBelow = inner.maxY - 1 - row > count || inner.maxY - row > row - inner.y
        let height = min(count, isBelow ? inner.maxY - 1 - row : row - inner.y)
        let place = Region(
            x: inner.x + labelWidth, y: isBelow ? row + 1 : row - height, width: max(0, inner.width - labelWidth),
            height: height)
        guard !place.isEmpty else { return }
        let ground = context.style(.unfocusedSelection, on: base)
        let message: FormMessage = search.takesOther ? .asTyped : .noMatch
        let list = List(
            style: ground, selectionStyle: context.style(.selection, on: base),
            emptyText: StyledText("  \(context.text(.form(message)))", context.style(.muted, on: ground)),
            glyphs: context.glyphs.widgets)
        let marked = matches.firstIndex { $0.id == search.marked }
        let top = ScrollWindow.top(current: 0, selected: marked ?? 0, visible: height, count: matches.count)
        list.draw(in: &buffer, region: place, top: top, count: matches.count, selected: marked) { index in
            List.Item(matches[index].title.text(context.state.language), trailing: matches[index].detail ?? "")
        }
        let hidden = matches.count - top - height
        if hidden > 0 {
            let line = place.row(height - 1)
            let text = "\(context.text(.form(.more(hidden)))) "
            buffer.drawTrailing(text, in: line, style: context.style(.muted, on: ground))
        }
    }

    // MARK: The foot

    private func foot(width: Int) -> [StyledText] {
        let warning = context.style(.warning, on: base)
        var lines: [StyledText] = []
        for message in form.warnings {
            lines += TextWrap.lines("\(context.glyphs.overdue) \(context.text(message))", width: width)
                .map { StyledText($0, context.style(.near, on: base)) }
        }
        if let problem = form.problem {
            lines += TextWrap.lines(context.text(problem), width: width).map { StyledText($0, warning) }
        }
        let hint = StyledText(context.text(form.isRecording ? .recording : .form(hint)), context.style(.key, on: base))
        return lines + [hint]
    }

    private var hint: FormMessage {
        guard let focus = form.focus, let field = form[focus] else { return .hintButton }
        return switch field.content {
        case .text: .hintText
        case .search: .hintSearch
        case .choice: .hintChoice
        case .toggles: .hintToggles
        }
    }
}
