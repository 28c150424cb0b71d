//! Files → subjects: a JSON subject, a pasted script, subtitles. It knows formats, not facts.

use crate::diagnostic::Message;
use serde::{Deserialize, Serialize};
use serde_json::{Map, Value, json};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Format {
    /// A subject.
    Json,
    /// A script in plain text.
    Text,
    /// Subtitles with times.
    Srt,
    /// WebVTT.
    Vtt,
}

/// Why a file is not a subject.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InputFileError {
    /// Line, from 1; 0 where no line is to blame.
    pub line: usize,
    /// Column in characters, from 1; 0 where none is to blame.
    pub column: usize,
    /// What is wrong and what to do.
    pub message: Message,
}

impl Format {
    /// The format that a file name's ending says; `None` for an ending that is not known.
    #[must_use]
    pub fn of(name: &str) -> Option<Self> {
        let ending = name.rsplit_once('.').map_or("", |(_, e)| e).to_ascii_lowercase();
        match ending.as_str() {
            "json" => Some(Self::Json),
            "txt" | "md" => Some(Self::Text),
            "srt" => Some(Self::Srt),
            "vtt" => Some(Self::Vtt),
            _ => None,
        }
    }

    /// The format of content without a name: a JSON object, a WebVTT header, or plain text.
    #[must_use]
    pub fn sniff(text: &str) -> Self {
        let start = text.trim_start_matches('\u{feff}').trim_start();
        if start.starts_with('{') {
            Self::Json
        } else if start.starts_with("WEBVTT") {
            Self::Vtt
        } else {
            Self::Text
        }
    }

    /// Whether the content is a subject with facts, rather than words only.
    #[must_use]
    pub const fn has_facts(self) -> bool {
        matches!(self, Self::Json)
    }
}

/// UTF-8 text of bytes.
///
/// # Errors
/// Says at which line and byte the text stops being UTF-8.
pub fn decode(bytes: &[u8]) -> Result<&str, InputFileError> {
    std::str::from_utf8(bytes).map_err(|e| {
        let at = e.valid_up_to();
        let before = bytes.get(..at).unwrap_or_default();
        let line = before.iter().filter(|b| **b == b'\n').count().saturating_add(1);
        let last = before.rsplit(|b| *b == b'\n').next().unwrap_or_default();
        let column = std::str::from_utf8(last).map_or(0, |l| l.chars().count()).saturating_add(1);
        InputFileError {
            line,
            column,
            message: Message::new(
                format!("第 {line} 行第 {column} 个字符处（第 {at} 字节）不是 UTF-8；请另存为 UTF-8 再试"),
                format!("line {line}, character {column} (byte {at}) is not UTF-8; save the file as UTF-8"),
            ),
        }
    })
}

/// The subject in a text.
///
/// # Errors
/// Malformed JSON or subtitles, with the place.
pub fn subject(format: Format, text: &str) -> Result<Value, InputFileError> {
    let text = text.trim_start_matches('\u{feff}');
    match format {
        Format::Json => json_subject(text),
        Format::Text => Ok(json!({"kind": "livestream", "script": text})),
        Format::Srt | Format::Vtt => Ok(json!({"kind": "livestream", "script": cues(text)?})),
    }
}

fn json_subject(text: &str) -> Result<Value, InputFileError> {
    let value: Value = serde_json::from_str(text).map_err(|e| InputFileError {
        line: e.line(),
        column: e.column(),
        message: Message::new(
            format!("第 {} 行第 {} 列：不是合法的 JSON（{e}）", e.line(), e.column()),
            format!("line {}, column {}: not JSON: {e}", e.line(), e.column()),
        ),
    })?;
    if !value.is_object() {
        let message = Message::new(
            "输入应为一个 JSON 对象，例如 {\"kind\": \"listing\", …}",
            "the input must be a JSON object, such as {\"kind\": \"listing\", …}",
        );
        return Err(InputFileError { line: 1, column: 1, message });
    }
    Ok(value)
}

/// Subtitle cues: blocks with a line `start --> end`, then words. `<v Name>` at the start of a WebVTT cue is the speaker. The lines of
/// a cue are layout: they are joined, except before a line that begins with a dash, which is somebody else's.
fn cues(text: &str) -> Result<Vec<Value>, InputFileError> {
    let mut out = Vec::new();
    let mut current: Option<Cue> = None;
    for (i, line) in text.lines().enumerate() {
        let line = line.trim_end();
        if let Some((start, end)) = line.split_once("-->") {
            let Some(start) = millis(start.trim()) else {
                let line = i.saturating_add(1);
                let message = Message::new(
                    format!("第 {line} 行的时间无法识别，应形如 00:01:02,500 --> 00:01:05,000"),
                    format!("line {line}: cannot read the time; write 00:01:02,500 --> 00:01:05,000"),
                );
                return Err(InputFileError { line, column: 1, message });
            };
            // Settings may stand after the end.
            let end = end.split_whitespace().next().and_then(millis).filter(|end| *end >= start);
            out.extend(current.take().and_then(segment));
            current = Some(Cue { start, end, lines: Vec::new() });
        } else if line.is_empty() {
            if let Some(cue) = current.take() {
                out.extend(segment(cue));
            }
        } else if let Some(cue) = &mut current {
            cue.lines.push(line);
        }
    }
    out.extend(current.take().and_then(segment));
    if out.is_empty() && !text.trim().is_empty() {
        let message = Message::new("没有找到带时间的字幕", "there is no cue with a time in this file");
        return Err(InputFileError { line: 1, column: 1, message });
    }
    Ok(out)
}

/// A cue: its times in milliseconds, and its lines.
struct Cue<'t> {
    start: u64,
    end: Option<u64>,
    lines: Vec<&'t str>,
}

fn segment(cue: Cue) -> Option<Value> {
    let mut text = String::new();
    let mut speaker = None;
    for (index, line) in cue.lines.into_iter().enumerate() {
        let (name, words) = match line.strip_prefix("<v").and_then(|rest| rest.split_once('>')) {
            // `<v.loud Mary>`: classes stand before the name.
            Some((tag, words)) => (tag.split_once(' ').map(|(_, name)| name.trim().to_owned()), words),
            None => (None, line),
        };
        let words = without_tags(words);
        if index == 0 {
            speaker = name;
        } else {
            let other = words.trim_start().starts_with(['-', '–', '—']);
            let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() && !is_wide(c));
            if other {
                text.push('\n');
            } else if letter(text.chars().next_back()) && letter(words.chars().next()) {
                text.push(' ');
            }
        }
        text.push_str(&words);
    }
    if text.trim().is_empty() {
        return None;
    }
    let mut map = Map::new();
    map.insert("start_ms".to_owned(), Value::from(cue.start));
    if let Some(end) = cue.end {
        map.insert("end_ms".to_owned(), Value::from(end));
    }
    if let Some(speaker) = speaker {
        map.insert("speaker".to_owned(), Value::String(speaker));
    }
    map.insert("text".to_owned(), Value::String(text));
    Some(Value::Object(map))
}

/// Whether the character is of a script that puts no spaces between words.
const fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{d7ff}' | '\u{f900}'..='\u{faff}' | '\u{20000}'..='\u{3ffff}')
}

/// The words of a line without what styles them: `<i>`, `</c>`, `<00:00:01.000>`, `{\an8}`.
fn without_tags(line: &str) -> String {
    let mut into = String::with_capacity(line.len());
    let mut rest = line;
    while let Some(at) = rest.find(['<', '{']) {
        let (before, from) = rest.split_at(at);
        into.push_str(before);
        let close = if from.starts_with('<') { '>' } else { '}' };
        let tag = from.split_once(close).filter(|(tag, _)| {
            let mut inside = tag.chars().skip(1);
            match inside.next() {
                Some('/') => inside.all(|c| c.is_ascii_alphanumeric()),
                Some('\\') => close == '}',
                Some(c) => {
                    close == '>'
                        && (c.is_ascii_alphabetic() || c.is_ascii_digit() && tag.contains(':'))
                        && tag.is_ascii()
                }
                None => false,
            }
        });
        match tag {
            Some((_, after)) => rest = after,
            None => {
                let mut chars = from.chars();
                into.extend(chars.next());
                rest = chars.as_str();
            }
        }
    }
    into.push_str(rest);
    into
}

/// `01:02:03,456`, `02:03.456`.
fn millis(time: &str) -> Option<u64> {
    let (clock, fraction) = time.split_once([',', '.']).unwrap_or((time, "0"));
    let mut seconds = 0u64;
    for part in clock.split(':') {
        seconds = seconds.checked_mul(60)?.checked_add(part.parse().ok()?)?;
    }
    let fraction = format!("{fraction:0<3}");
    seconds.checked_mul(1000)?.checked_add(fraction.get(..3)?.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn subtitles_become_segments_with_times_and_speakers() {
        let srt = "1\n00:00:01,500 --> 00:00:03,000\n家人们好\n第二行\n\n2\n00:01:00,000 --> 00:01:02,000\n上链接\n";
        let subject = subject(Format::Srt, srt).unwrap();
        assert_eq!(subject["script"][0], json!({"start_ms": 1500, "end_ms": 3000, "text": "家人们好第二行"}));
        assert_eq!(subject["script"][1]["start_ms"], 60_000);
        let vtt = "WEBVTT\n\n00:01.250 --> 00:02.000\n<v 小美>全网最低</v>\n";
        assert_eq!(super::subject(Format::sniff(vtt), vtt).unwrap()["script"][0]["speaker"], "小美");
    }

    #[test]
    fn the_lines_of_a_cue_are_layout_and_tags_are_no_words() {
        let text = |cue: &str| {
            let vtt = format!("WEBVTT\n\n00:01.000 --> 00:02.000 align:start\n{cue}\n");
            subject(Format::Vtt, &vtt).unwrap()["script"][0].clone()
        };
        assert_eq!(text("全网\n最低")["text"], "全网最低");
        assert_eq!(text("only\n<i>today</i>")["text"], "only today");
        assert_eq!(text("- 全网\n- 最低")["text"], "- 全网\n- 最低");
        assert_eq!(text("全<00:01.500>网<c.loud>最</c>低 3<5 {\\an8}")["text"], "全网最低 3<5 ");
        let loud = text("<v.loud 小美>全网\n最低</v>");
        assert_eq!((&loud["speaker"], &loud["text"]), (&json!("小美"), &json!("全网最低")));
        assert_eq!(loud["end_ms"], 2000);
    }

    #[test]
    fn what_cannot_be_read_says_where() {
        assert_eq!(decode("第一行\n坏".as_bytes()).unwrap(), "第一行\n坏");
        let mut bytes = "第一行\n二".as_bytes().to_vec();
        bytes.push(0xff);
        let error = decode(&bytes).unwrap_err();
        assert_eq!((error.line, error.column), (2, 2));
        assert_eq!(subject(Format::Srt, "1\n00:xx --> 1\n好").unwrap_err().line, 2);
        assert_eq!(subject(Format::Json, "{\n \"kind\": }").unwrap_err().line, 2);
        assert!(subject(Format::Json, "[]").is_err());
    }
}
