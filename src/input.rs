//! Files → subjects: a JSON subject, a pasted script, subtitles. It knows formats, not facts.

use crate::diagnostic::Message;
use serde_json::{Map, Value, json};

/// What a file holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
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

/// Subtitle cues: blocks with a line `start --> end`, then words. `<v Name>` at the start of a WebVTT cue is the speaker.
fn cues(text: &str) -> Result<Vec<Value>, InputFileError> {
    let mut out = Vec::new();
    let mut current: Option<(u64, Vec<&str>)> = None;
    for (i, line) in text.lines().enumerate() {
        let line = line.trim_end();
        if let Some((start, _)) = line.split_once("-->") {
            let Some(start) = millis(start.trim()) else {
                let line = i.saturating_add(1);
                let message = Message::new(
                    format!("第 {line} 行的时间无法识别，应形如 00:01:02,500 --> 00:01:05,000"),
                    format!("line {line}: cannot read the time; write 00:01:02,500 --> 00:01:05,000"),
                );
                return Err(InputFileError { line, column: 1, message });
            };
            current = Some((start, Vec::new()));
        } else if line.is_empty() {
            if let Some(cue) = current.take() {
                out.extend(segment(cue));
            }
        } else if let Some((_, words)) = &mut current {
            words.push(line);
        }
    }
    out.extend(current.take().and_then(segment));
    if out.is_empty() && !text.trim().is_empty() {
        let message = Message::new("没有找到带时间的字幕", "there is no cue with a time in this file");
        return Err(InputFileError { line: 1, column: 1, message });
    }
    Ok(out)
}

fn segment((start, words): (u64, Vec<&str>)) -> Option<Value> {
    let text = words.join("\n");
    let (speaker, text) = match text.strip_prefix("<v ").and_then(|rest| rest.split_once('>')) {
        Some((speaker, words)) => (Some(speaker.to_owned()), words.trim_end_matches("</v>").to_owned()),
        None => (None, text),
    };
    if text.trim().is_empty() {
        return None;
    }
    let mut map = Map::new();
    map.insert("start_ms".to_owned(), Value::from(start));
    if let Some(speaker) = speaker {
        map.insert("speaker".to_owned(), Value::String(speaker));
    }
    map.insert("text".to_owned(), Value::String(text));
    Some(Value::Object(map))
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
        assert_eq!(subject["script"][0], json!({"start_ms": 1500, "text": "家人们好\n第二行"}));
        assert_eq!(subject["script"][1]["start_ms"], 60_000);
        let vtt = "WEBVTT\n\n00:01.250 --> 00:02.000\n<v 小美>全网最低</v>\n";
        assert_eq!(super::subject(Format::sniff(vtt), vtt).unwrap()["script"][0]["speaker"], "小美");
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
