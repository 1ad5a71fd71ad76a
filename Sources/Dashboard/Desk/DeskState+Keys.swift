import CaseStore
import Casework
import TerminalKit

/// Where a key goes: to the open card, to what is being typed, or to the command registry.
extension DeskState {
    mutating func handle(_ input: InputEvent, _ effects: inout [DeskEffect]) {
        switch input {
        case .key(let press):
            // These work whatever is open.
            switch CommandID.named(by: press) {
            case .suspend: effects.append(.suspend)
            case .redraw: effects.append(.redraw)
            case .frameCounters: showsFrameCounters.toggle()
            // Nobody acts on what cannot be seen; one can leave, but not by a letter meant for a card's text.
            case .quit where layout.isTooSmall:
                if (card == nil && form == nil) || press.modifiers.contains(.control) { effects.append(.quit) }
            default:
                if !layout.isTooSmall { handle(press, &effects) }
            }
        case .paste(let text):
            if !layout.isTooSmall { paste(text, &effects) }
        case .mouse(let mouse):
            handle(mouse, &effects)
        case .focus:
            break
        }
    }

    private mutating func handle(_ pressed: KeyPress, _ effects: inout [DeskEffect]) {
        guard replacement == nil else { return replacementKey(pressed, &effects) }
        // While something is open, Ctrl-C leaves that, not the program.
        let isInside = card != nil || overlay != nil || filterField != nil || form != nil
        let press = isInside && pressed == KeyPress(.character("c"), .control) ? KeyPress(.escape) : pressed
        if card != nil {
            cardKey(press, &effects)
        } else if overlay != nil {
            overlayKey(press, &effects)
        } else if form != nil {
            formKey(press, &effects)
        } else if filterField != nil {
            filterKey(press, &effects)
        } else {
            notice = nil
            guard let command = CommandID.named(by: press) else {
                notice = Notice(message: .unknownKey(press.name), tone: .warning)
                return
            }
            give(command, &effects)
        }
        settleScroll()
    }

    /// Gives a command, however it was asked for: by key, mouse or palette. One that does not apply says why.
    mutating func give(_ command: CommandID, _ effects: inout [DeskEffect]) {
        if case .unavailable(let why) = availability(of: command) {
            notice = Notice(message: why, tone: .warning)
            return
        }
        run(command, &effects)
    }

    private mutating func paste(_ text: String, _ effects: inout [DeskEffect]) {
        // Pasted text never becomes commands.
        guard replacement == nil else { return }
        if card != nil {
            pasteIntoCard(text)
        } else if case .palette(var palette) = overlay {
            palette.field.insert(text)
            palette.index = 0
            overlay = .palette(palette)
        } else if case .appraisal(let screen, let top) = overlay {
            pasteIntoTenure(text, screen, top: top)
        } else if case .find(var list) = overlay {
            list.field.insert(text)
            overlay = .find(list)
            askFind(&effects)
        } else if case .life(var menu) = overlay {
            menu.field.insert(text)
            menu.settle()
            overlay = .life(menu)
        } else if form != nil {
            pasteIntoForm(text, &effects)
        } else if filterField != nil {
            filterField?.insert(text)
            refilter(&effects)
        }
    }

    // MARK: The filter

    private mutating func filterKey(_ press: KeyPress, _ effects: inout [DeskEffect]) {
        switch press.key {
        case .enter:
            filterField = nil
        case .escape:
            filterField = nil
            setFilter("", &effects)
        case .up, .down, .pageUp, .pageDown:
            if let command = CommandID.named(by: press) { run(command, &effects) }
        default:
            if filterField?.handle(press) == true { refilter(&effects) }
        }
    }

    private mutating func refilter(_ effects: inout [DeskEffect]) {
        setFilter(filterField?.text ?? "", &effects)
    }

    mutating func setFilter(_ text: String, _ effects: inout [DeskEffect]) {
        if focus == .agents {
            agentsPane.refilter(text)
        } else if queuePanes[focus]?.filter != text {
            queuePanes[focus]?.refilter(text)
            load(&effects)
        }
    }

    // MARK: Overlays

    mutating func overlayKey(_ press: KeyPress, _ effects: inout [DeskEffect]) {
        switch overlay {
        case .help(let top):
            if let moved = scrolled(top, press) { overlay = .help(top: moved) } else { overlay = nil }
        case .explanation(let top):
            if let moved = scrolled(top, press) { overlay = .explanation(top: moved) } else { overlay = nil }
        case .sessions(let month, let top):
            if let moved = scrolled(top, press) { overlay = .sessions(month, top: moved) } else { overlay = nil }
        case .receipt(let receipt, let top):
            if press.normalised.key == .character("p") {
                issueReceipt(receipt, &effects)
            } else if let moved = scrolled(top, press) {
                overlay = .receipt(receipt, top: moved)
            } else {
                overlay = nil
            }
        case .sheets(let desk): sheetKey(press, desk, &effects)
        case .appraisal(let screen, let top):
            guard screen.card == nil else { return tenureKey(press, screen, top: top, &effects) }
            switch press.normalised.key {
            case .character("d"): openTenure(screen, top: top)
            case .left, .character("["): turnAppraisal(screen, by: -1, &effects)
            case .right, .character("]"): turnAppraisal(screen, by: 1, &effects)
            default:
                if let moved = scrolled(top, press) {
                    overlay = .appraisal(screen, top: moved)
                } else {
                    overlay = nil
                }
            }
        case .life(let menu): lifeMenuKey(press, menu, &effects)
        case .relayTasks(let list): relayTasksKey(press, list, &effects)
        case .find(let list): findKey(press, list, &effects)
        case .palette(var palette):
            switch press.key {
            case .escape:
                overlay = nil
            case .enter:
                overlay = nil
                let commands = palette.shown(language)
                if commands.indices.contains(palette.index) { give(commands[palette.index], &effects) }
                return
            case .up: palette.move(by: -1, language)
            case .down: palette.move(by: 1, language)
            case .pageUp: palette.move(by: -8, language)
            case .pageDown: palette.move(by: 8, language)
            default:
                if palette.field.handle(press) { palette.index = 0 }
            }
            // Still open: with what was typed or moved.
            if overlay != nil { overlay = .palette(palette) }
        case nil:
            break
        }
    }

    /// The new top of a text that is only read; `nil` when the key closes it.
    func scrolled(_ top: Int, _ press: KeyPress) -> Int? {
        scrolled(top, press, last: OverlayView.lastTop(self))
    }

    func scrolled(_ top: Int, _ press: KeyPress, last: Int) -> Int? {
        let page = max(1, layout.body.height - 4)
        let wanted: Int
        switch CommandID.named(by: press) {
        case .up: wanted = top - 1
        case .down: wanted = top + 1
        case .pageUp: wanted = top - page
        case .pageDown: wanted = top + page
        case .first: wanted = 0
        case .last: wanted = last
        default: return nil
        }
        return min(max(wanted, 0), last)
    }
}
