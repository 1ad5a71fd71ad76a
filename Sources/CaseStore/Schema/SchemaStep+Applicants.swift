/// The open cases of one item by village and applicant: what intake looks through for a matter that is open already.
///
/// The index holds columns that `cases` has anyway. Identity numbers stand in the journal and nowhere else: the entries of
/// the few open cases of one item are read through for them, which costs less than a second copy would. A digest of the number would be such a copy: it has about eight unknown digits and is guessed in minutes,
/// with a key too, since the key would have to lie in the same file. What protects all of them is that the file, its
/// log and its index are readable by their owner only (mode 0600).
extension SchemaStep {
    static let applicants = SchemaStep(
        sql: """
            CREATE INDEX cases_open_by_item ON cases (item, village, applicant, is_open) WHERE is_open = 1;
            """)
}
