/// The rules that keep the analysis of a pattern sound, each of which could be forgotten.
///
/// The parser asks for a rule where it obeys it, so that a test can drop one at a time: with any of them dropped, the
/// comparison with PCRE2 must find a text that matches and was ruled out. Sections are those of pcre2pattern.
package enum ShapeRule: CaseIterable, Sendable {
    /// What may occur zero times is not needed (“Repetition”).
    case optionalIsNotNeeded

    /// What is repeated is not the same text once (“Repetition”).
    case repeatIsNotOnce

    /// A quantifier behind `\E` takes the last character only (“Backslash”).
    case quantifierTakesOneCharacter

    /// A text has to be in every branch to be needed (“Vertical bar”).
    case everyBranchCounts

    /// What must not stand there is not needed (“Lookahead assertions”).
    case negationNeedsNothing

    /// What is asserted takes up no space (“Assertions”).
    case assertionTakesNoSpace

    /// `(*ACCEPT)` and its like change what stands behind them (“Backtracking control”).
    case verbsGiveUp

    /// A condition chooses between its branches, and `(?(DEFINE)…)` matches nothing (“Conditional groups”).
    case conditionsGiveUp

    /// Under `(?x)` spaces and comments are not text (“Internal option setting”).
    case extendedSyntaxGivesUp

    /// What stands in `(?#…)` is not text (“Comments”).
    case commentsGiveUp

    /// A reference back stands for text (“Backreferences”).
    case referencesAreText

    /// A call of a group stands for text (“Groups as subroutines”).
    case callsAreText

    /// Letters with more than two cases are one class (“\x{212A}” and k).
    case caseClassesAreWhole

    /// `[^a]` is everything but a (“Square brackets and character classes”).
    case negatedClassIsUnknown

    /// `[a-z]` is more than its ends.
    case rangeIsMoreThanItsEnds

    /// `[[:alpha:]]` and `[\d]` are more than the letters of their names.
    case classNamesAreUnknown

    /// `\R` may be two characters, `\X` any number (“Newline sequences”, “Extended grapheme clusters”).
    case sequencesAreWide

    /// A gap that is repeated is as wide as all its turns.
    case widthsAreRepeated

    /// The widths of branches differ.
    case widthsOfBranchesDiffer
}
