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

/// The same as JSON.
pub fn json(outcome: &Outcome) -> String {
    let all: Vec<serde_json::Value> = outcome
        .diagnostics
        .iter()
        .map(|d| serde_json::json!({"code": d.code, "message": d.message, "help": d.help}))
        .collect();
    serde_json::json!(all).to_string()
}

/// Diagnostics of one file.
pub fn of_file(name: &str, text: &str, diagnostics: &[zhunze::diagnostic::Diagnostic]) -> String {
    let mut outcome = Outcome::default();
    outcome.sources.add(name, text);
    outcome.diagnostics = diagnostics.to_vec();
    self::diagnostics(&outcome)
}
