//! Standard output. A reader that stops reading (`| head`) ends the process quietly.

use std::io::Write;

/// Writes text as it stands.
pub fn text(text: &str) {
    if std::io::stdout().lock().write_all(text.as_bytes()).is_err() {
        std::process::exit(i32::from(crate::OK));
    }
}

/// Writes a line.
pub fn line(line: &str) {
    text(&format!("{line}\n"));
}
