//! Bytes ↔ the protocol's lines and UTF-16 units; paths ↔ URIs; problems.

use lsp_types::{DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Position, Range, Uri};
use std::path::{Path, PathBuf};
use std::str::FromStr;
use url::Url;
use zhunze::diagnostic::{Diagnostic, Level, Sources};

/// The position of a byte; one inside a character is that of the character.
pub fn position(text: &str, offset: usize) -> Position {
    let mut end = offset.min(text.len());
    while !text.is_char_boundary(end) {
        end -= 1;
    }
    let before = &text[..end];
    let line = before.matches('\n').count();
    let last = before.rfind('\n').map_or(0, |at| at + 1);
    let character = before[last..].encode_utf16().count();
    Position { line: u32::try_from(line).unwrap_or(u32::MAX), character: u32::try_from(character).unwrap_or(u32::MAX) }
}

/// The byte at a position; beyond a line's end, the end of the line.
pub fn offset(text: &str, position: Position) -> usize {
    let mut start = 0;
    for _ in 0..position.line {
        match text[start..].find('\n') {
            Some(at) => start += at + 1,
            None => return text.len(),
        }
    }
    let line = text[start..].split('\n').next().unwrap_or("");
    let line = line.strip_suffix('\r').unwrap_or(line);
    let mut units = 0;
    for (at, c) in line.char_indices() {
        if units >= position.character as usize {
            return start + at;
        }
        units += c.len_utf16();
    }
    start + line.len()
}

pub fn range(text: &str, start: usize, end: usize) -> Range {
    Range { start: position(text, start), end: position(text, end) }
}

/// The path of a file URI.
pub fn path_of(uri: &Uri) -> Option<PathBuf> {
    Url::parse(uri.as_str()).ok()?.to_file_path().ok()
}

/// The URI of a file by its name in the workspace.
pub fn uri_of(name: &str) -> Option<Uri> {
    Uri::from_str(Url::from_file_path(Path::new(name)).ok()?.as_str()).ok()
}

pub fn diagnostic(diagnostic: &Diagnostic, text: &str, sources: &Sources) -> lsp_types::Diagnostic {
    let related = diagnostic.labels.iter().filter_map(|label| {
        let (name, text) = sources.get(label.span.file)?;
        let range = range(text, label.span.start as usize, label.span.end as usize);
        let message = format!("{} / {}", label.message.zh, label.message.en);
        Some(DiagnosticRelatedInformation { location: Location { uri: uri_of(name)?, range }, message })
    });
    let (why, help) = (&diagnostic.message, &diagnostic.help);
    lsp_types::Diagnostic {
        range: range(text, diagnostic.span.start as usize, diagnostic.span.end as usize),
        severity: Some(match diagnostic.level {
            Level::Error => DiagnosticSeverity::ERROR,
            Level::Warning => DiagnosticSeverity::WARNING,
        }),
        code: Some(NumberOrString::String(diagnostic.code.to_owned())),
        source: Some("zhunze".to_owned()),
        message: format!("{}\n{}\n\n{}\n{}", why.zh, help.zh, why.en, help.en),
        related_information: Some(related.collect()),
        ..lsp_types::Diagnostic::default()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn positions_count_utf16_units_and_come_back() {
        let text = "规则 甲\r\n😀𠮷b\n";
        for (at, _) in text.char_indices().filter(|(_, c)| !matches!(c, '\r' | '\n')) {
            assert_eq!(offset(text, position(text, at)), at, "{at}");
        }
        let emoji = text.find('𠮷').unwrap();
        assert_eq!(position(text, emoji), Position { line: 1, character: 2 });
        assert_eq!(offset(text, Position { line: 0, character: 99 }), "规则 甲".len());
        assert_eq!(offset(text, Position { line: 9, character: 0 }), text.len());
    }
}
