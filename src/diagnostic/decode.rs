//! Bytes → text, for those who read files.

use super::{Level, Message};
use serde::Serialize;
use std::fmt;

/// A file that is not UTF-8. The same fields as a diagnostic in JSON; the place is that of the first byte that does not fit.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct NotUtf8 {
    /// `E0116`.
    pub code: &'static str,
    /// Always an error.
    pub level: Level,
    /// What is wrong.
    pub message: Message,
    /// What to do about it.
    pub help: Message,
    /// The file's name.
    pub file: String,
    /// Line, from 1.
    pub line: usize,
    /// Column in characters, from 1.
    pub column: usize,
    /// The byte's place, and the place after it.
    pub utf8: [usize; 2],
}

impl fmt::Display for NotUtf8 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Self { file, line, column, code, message, help, .. } = self;
        write!(f, "{file}:{line}:{column}: [{code}] {}。{}\n{}; {}", message.zh, help.zh, message.en, help.en)
    }
}

impl std::error::Error for NotUtf8 {}

/// The text of a file, or where it stops being UTF-8. A byte order mark is kept; the parser passes over it.
pub fn decode_utf8<'b>(name: &str, bytes: &'b [u8]) -> Result<&'b str, Box<NotUtf8>> {
    let error = match std::str::from_utf8(bytes) {
        Ok(text) => return Ok(text),
        Err(error) => error,
    };
    let offset = error.valid_up_to();
    let good = bytes.get(..offset).and_then(|b| std::str::from_utf8(b).ok()).unwrap_or("");
    let line = good.matches('\n').count().saturating_add(1);
    let column = good.rsplit('\n').next().unwrap_or("").chars().count().saturating_add(1);
    let byte = bytes.get(offset).copied().unwrap_or_default();
    let utf16 = matches!(bytes, [0xFF, 0xFE, ..] | [0xFE, 0xFF, ..]);
    let help = if utf16 {
        Message::new("文件像是 UTF-16 编码，请另存为 UTF-8", "the file looks like UTF-16; save it as UTF-8")
    } else {
        Message::new("请在编辑器里把文件另存为 UTF-8（它可能是 GBK 编码）", "save the file as UTF-8 (it may be in GBK)")
    };
    Err(Box::new(NotUtf8 {
        code: "E0116",
        level: Level::Error,
        message: Message::new(
            format!("文件不是 UTF-8：第 {offset} 字节是 0x{byte:02X}"),
            format!("the file is not UTF-8: byte {offset} is 0x{byte:02X}"),
        ),
        help,
        file: name.to_owned(),
        line,
        column,
        utf8: [offset, offset.saturating_add(1)],
    }))
}

#[cfg(test)]
mod tests {
    use super::decode_utf8;

    #[test]
    fn names_the_place() {
        assert_eq!(decode_utf8("a.zz", "规则".as_bytes()), Ok("规则"));
        let mut gbk = "规则 甲 {\n  说明 \"".as_bytes().to_vec();
        gbk.extend([0xB2, 0xBB, b'"']);
        let error = decode_utf8("a.zz", &gbk).unwrap_err();
        assert_eq!((error.line, error.column, error.utf8), (2, 7, [23, 24]));
        assert!(error.to_string().starts_with("a.zz:2:7: [E0116] "), "{error}");
        let error = decode_utf8("b.zz", &[0xFF, 0xFE, 0x05, 0x53]).unwrap_err();
        assert!(error.help.en.contains("UTF-16"));
        assert_eq!((error.line, error.column), (1, 1));
    }
}
