//! Shows diagnostics. Shared with the build script.

use zhunze::compile::Outcome;

/// All diagnostics of an outcome, as text.
pub fn diagnostics(outcome: &Outcome) -> String {
    let mut out = String::new();
    for d in &outcome.diagnostics {
        let (name, text) = outcome.sources.get(d.span.file).unwrap_or(("", ""));
        let before = text.get(..d.span.start as usize).unwrap_or("");
        let line = before.matches('\n').count() + 1;
        let column = before.rsplit('\n').next().unwrap_or("").chars().count() + 1;
        out += &format!(
            "{name}:{line}:{column}: {} {} / {}\n  {} / {}\n",
            d.code, d.message.zh, d.message.en, d.help.zh, d.help.en
        );
    }
    out
}
