//! Shows diagnostics. Shared with the build script.

use std::io::IsTerminal;
use zhunze::compile::Outcome;
use zhunze::diagnostic::render;
use zhunze::syntax::Language;

/// All diagnostics of an outcome, as text for the terminal they go to.
pub fn diagnostics(outcome: &Outcome) -> String {
    render::human(&outcome.diagnostics, &outcome.sources, Language::Zh, std::io::stderr().is_terminal())
}

/// Diagnostics of one file.
pub fn of_file(name: &str, text: &str, diagnostics: &[zhunze::diagnostic::Diagnostic]) -> String {
    let mut sources = zhunze::diagnostic::Sources::default();
    sources.add(name, text);
    render::human(diagnostics, &sources, Language::Zh, std::io::stderr().is_terminal())
}
