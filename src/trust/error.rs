//! Why something is not trusted: one code for each cause, for programs, and a sentence for people.

use super::time::{self, Seconds};
use crate::diagnostic::Message;

/// Why a file is not trusted. `file` is its name in the repository.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TrustError {
    /// Not metadata of its role, or a field that is missing or out of range.
    Malformed {
        /// The file.
        file: String,
        /// What is wrong, by the field's name.
        what: &'static str,
    },
    /// Written for a version of the specification that this client does not know.
    SpecVersion {
        /// The file.
        file: String,
        /// The version it names.
        found: String,
    },
    /// Larger than a file of its kind may be.
    TooLarge {
        /// The file.
        file: String,
        /// The most it may have, in bytes.
        limit: usize,
    },
    /// Nobody signed it.
    Unsigned {
        /// The file.
        file: String,
    },
    /// Signed, but by no key that the root names for this role.
    WrongKey {
        /// The file.
        file: String,
    },
    /// Signed in the name of a key that did not sign it: made by somebody else, or changed after it was signed.
    Forged {
        /// The file.
        file: String,
    },
    /// Fewer signatures than the root asks for.
    Threshold {
        /// The file.
        file: String,
        /// Valid signatures of different keys.
        valid: usize,
        /// How many it takes.
        needed: usize,
    },
    /// Older than what was trusted before, or than the caller accepts.
    Older {
        /// The file.
        file: String,
        /// Its version.
        found: u64,
        /// The lowest version that would do.
        lowest: u64,
    },
    /// Out of date: whoever serves it may be holding newer ones back.
    Expired {
        /// The file.
        file: String,
        /// Since when.
        at: Seconds,
    },
    /// Files of different releases were put together.
    Mixed {
        /// The file.
        file: String,
        /// Its version.
        found: u64,
        /// The version that belongs here.
        wanted: u64,
    },
    /// The bytes are not those that were signed for.
    Altered {
        /// The file.
        file: String,
    },
    /// Not there, or not listed.
    Missing {
        /// The file.
        file: String,
    },
    /// Made for other versions of the engine.
    Engine {
        /// The file.
        file: String,
        /// The lowest version it runs on, and the first it does not.
        needs: [String; 2],
    },
}

impl TrustError {
    /// The cause, stable across versions.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Malformed { .. } => "malformed",
            Self::SpecVersion { .. } => "spec-version",
            Self::TooLarge { .. } => "too-large",
            Self::Unsigned { .. } => "unsigned",
            Self::WrongKey { .. } => "wrong-key",
            Self::Forged { .. } => "forged",
            Self::Threshold { .. } => "threshold",
            Self::Older { .. } => "older",
            Self::Expired { .. } => "expired",
            Self::Mixed { .. } => "mixed",
            Self::Altered { .. } => "altered",
            Self::Missing { .. } => "missing",
            Self::Engine { .. } => "engine",
        }
    }

    /// The file in question.
    #[must_use]
    pub fn file(&self) -> &str {
        match self {
            Self::Malformed { file, .. }
            | Self::SpecVersion { file, .. }
            | Self::TooLarge { file, .. }
            | Self::Unsigned { file }
            | Self::WrongKey { file }
            | Self::Forged { file }
            | Self::Threshold { file, .. }
            | Self::Older { file, .. }
            | Self::Expired { file, .. }
            | Self::Mixed { file, .. }
            | Self::Altered { file }
            | Self::Missing { file }
            | Self::Engine { file, .. } => file,
        }
    }

    /// What a person should read.
    #[must_use]
    pub fn message(&self) -> Message {
        let file = self.file();
        let (zh, en) = match self {
            Self::Malformed { what, .. } => (
                format!("不是有效的发布元数据（{what}）；请向发布者核实"),
                format!("not valid release metadata ({what}); ask the publisher"),
            ),
            Self::SpecVersion { found, .. } => (
                format!("采用的 TUF 规范版本是 {found}，本版本只认 1.x；请升级"),
                format!("written for TUF {found}; this version reads 1.x. Upgrade it"),
            ),
            Self::TooLarge { limit, .. } => {
                (format!("超过 {limit} 字节的上限"), format!("larger than the limit of {limit} bytes"))
            }
            Self::Unsigned { .. } => (
                "没有签名；只有明确允许未签名的规则包时才能加载".to_owned(),
                "not signed; it loads only where unsigned packs are allowed".to_owned(),
            ),
            Self::WrongKey { .. } => (
                "签名的密钥不是发布者登记的密钥，或者已被撤销".to_owned(),
                "signed by keys that the root does not name for it, or no longer does".to_owned(),
            ),
            Self::Forged { .. } => (
                "签名不成立：是他人伪造的，或者签名后被改动".to_owned(),
                "its signature does not hold: forged, or changed after it was signed".to_owned(),
            ),
            Self::Threshold { valid, needed, .. } => (
                format!("需要 {needed} 个有效签名，只有 {valid} 个"),
                format!("needs {needed} valid signatures and has {valid}"),
            ),
            Self::Older { found, lowest, .. } => (
                format!("版本 {found} 过旧，至少须为 {lowest}；可能有人用旧版本冒充新版本"),
                format!(
                    "version {found} is too old, {lowest} is the lowest accepted; someone may be passing off an old release"
                ),
            ),
            Self::Expired { at, .. } => {
                let at = time::write(*at).unwrap_or_default();
                (
                    format!("已于 {at} 过期；可能有人扣住了新版本，或者发布者没有续期"),
                    format!("expired at {at}; newer ones may be held back, or the publisher has not renewed it"),
                )
            }
            Self::Mixed { found, wanted, .. } => (
                format!("版本 {found} 与同一次发布的其他文件不配套，应为 {wanted}"),
                format!("version {found} does not belong to the same release as the other files, which want {wanted}"),
            ),
            Self::Altered { .. } => (
                "内容与签名的摘要或长度不符：被改动，或者没有传完".to_owned(),
                "its content does not match the signed digest or length: altered, or not transferred whole".to_owned(),
            ),
            Self::Missing { .. } => ("没有这个文件".to_owned(), "there is no such file".to_owned()),
            Self::Engine { needs: [from, below], .. } => (
                format!("需要引擎版本不低于 {from}、低于 {below}，当前为 {}", super::ENGINE),
                format!("needs an engine from {from} to below {below}; this one is {}", super::ENGINE),
            ),
        };
        Message::new(format!("{file}：{zh}"), format!("{file}: {en}"))
    }
}

impl std::fmt::Display for TrustError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for TrustError {}
