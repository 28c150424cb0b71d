//! Bytes ↔ the protocol's lines and UTF-16 units; paths ↔ URIs; problems.

use lsp_types::{DiagnosticRelatedInformation, DiagnosticSeverity, Location, NumberOrString, Position, Range, Uri};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, percent_decode_str, utf8_percent_encode};
use std::path::PathBuf;
use std::str::FromStr;
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

/// The path of a file URI on this machine.
pub fn path_of(uri: &Uri) -> Option<PathBuf> {
    let path = uri.as_str().strip_prefix("file://")?;
    // `file://localhost/…` is this machine too.
    let path = path.strip_prefix("localhost").unwrap_or(path);
    let path = percent_decode_str(path).decode_utf8().ok()?;
    // `/c:/packs` on Windows.
    let drive = path.strip_prefix('/').filter(|rest| rest.as_bytes().get(1) == Some(&b':'));
    path.starts_with('/').then(|| PathBuf::from(drive.unwrap_or(&path)))
}

/// What may stand in a path of a URI as it is.
const PLAIN: &AsciiSet = &NON_ALPHANUMERIC.remove(b'/').remove(b'-').remove(b'.').remove(b'_').remove(b'~');

/// The URI of a file by its name in the workspace.
pub fn uri_of(name: &str) -> Option<Uri> {
    let slash = if name.starts_with('/') { "" } else { "/" };
    Uri::from_str(&format!("file://{slash}{}", utf8_percent_encode(name, PLAIN))).ok()
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
    fn paths_become_uris_and_come_back() {
        for path in ["/a/规则 包/pack.zz", "/a/b%20c#d.zz"] {
            let uri = uri_of(path).unwrap();
            assert!(uri.as_str().is_ascii());
            assert_eq!(path_of(&uri), Some(PathBuf::from(path)));
        }
        let drive = Uri::from_str("file:///c%3A/packs/a.zz").unwrap();
        assert_eq!(path_of(&drive), Some(PathBuf::from("c:/packs/a.zz")));
        assert_eq!(path_of(&Uri::from_str("untitled:a.zz").unwrap()), None);
    }

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
