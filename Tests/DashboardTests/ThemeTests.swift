import Casework
import Dashboard
import Testing

@Suite struct ThemeTests {
    @Test(arguments: Theme.embeddedNames)
    func embeddedThemesAreWhole(_ name: String) throws {
        #expect(try Theme.embedded(name).name == name)
    }

    @Test func anUnknownThemeListsTheAllowedOnes() {
        #expect(throws: ConfigurationError.self) { try Theme.embedded("pink") }
    }

    @Test func aMissingRoleAndABadColourAreNamed() throws {
        let error = #expect(throws: ConfigurationError.self) {
            try Theme(toml: "name = \"x\"\n[styles]\ntext = { foreground = \"reddish\" }", source: "x.toml")
        }
        #expect(error?.key?.hasPrefix("styles.") == true)
    }
}
