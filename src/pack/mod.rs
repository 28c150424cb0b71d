//! The pack: what it holds ([`model`]), its layout, safe decoding, digest, and linking packs into a bundle.
//!
//! Nothing here trusts its input: a pack that decodes has every index in range and every nesting bounded, so the rooms after
//! this one need not ask again.

pub(crate) mod added;
pub mod calendar;
mod columns;
pub mod decimal;
pub mod layout;
pub mod link;
pub mod linked;
pub mod model;
mod stored;
pub mod texts;
mod validate;

use crate::diagnostic::Message;
use model::{Core, Explain, FoldTable};
use serde::{Serialize, de::DeserializeOwned};
use stored::Stored;
use texts::Texts;

const CORE: u32 = 1;
const FOLDS: u32 = 2;
const TEXTS: u32 = 3;
const EXPLAIN: u32 = 4;
const TEXTS_EN: u32 = 5;
const FIRST_PACK: u32 = 16;

/// Why bytes are not a usable pack.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PackError {
    /// The first bytes are not a pack's.
    NotAPack,
    /// Another version of the format.
    Format {
        /// The version found.
        found: u16,
    },
    /// Ends too early.
    Truncated,
    /// A digest does not match its content.
    Altered,
    /// A section that is asked for was left out of the file.
    Absent,
    /// Larger than [`layout::MAX_BYTES`].
    TooLarge,
    /// A part that this version does not know or that is out of place.
    Layout(&'static str),
    /// A section does not decode.
    Section(&'static str),
    /// An index or nesting out of range.
    Invalid(&'static str),
    /// A used pack is missing or too old.
    Missing {
        /// The pack that needs it.
        pack: String,
        /// What it needs.
        needs: String,
        /// The lowest version.
        version: u32,
    },
    /// A name that no pack declares.
    Unresolved {
        /// The pack that refers to it.
        pack: String,
        /// `pack/key`.
        name: String,
    },
    /// Two packs with one id, or a cycle between packs.
    Conflict(String),
    /// Words, patterns or contexts from which no text engine can be built.
    Text(String),
}

impl PackError {
    /// What a person should read.
    #[must_use]
    pub fn message(&self) -> Message {
        match self {
            Self::NotAPack => Message::new("这不是规则包文件", "this is not a pack"),
            Self::Format { found } => Message::new(
                format!("规则包格式版本为 {found}，本引擎只认 {}；请用同一版本的工具重新构建", layout::FORMAT),
                format!(
                    "pack format {found}; this engine reads {}. Build it again with the matching tools",
                    layout::FORMAT
                ),
            ),
            Self::Truncated => Message::new("规则包不完整，文件可能没有传完", "the pack is truncated; fetch it again"),
            Self::Altered => Message::new(
                "规则包内容与其摘要不符，文件已损坏或被改动；请重新获取",
                "the pack's content does not match its digest: damaged or altered; fetch it again",
            ),
            Self::Absent => Message::new(
                "这份规则包没有带上说明和例子；请用完整的规则包",
                "this file comes without explanations and examples; take the whole pack",
            ),
            Self::TooLarge => Message::new("规则包过大", "the pack is too large"),
            Self::Layout(what) => Message::new(format!("规则包结构有误（{what}）"), format!("bad pack layout: {what}")),
            Self::Section(what) => {
                Message::new(format!("规则包的“{what}”部分无法解读"), format!("pack section does not decode: {what}"))
            }
            Self::Invalid(what) => {
                Message::new(format!("规则包内容越界（{what}）"), format!("pack content out of range: {what}"))
            }
            Self::Missing { pack, needs, version } => Message::new(
                format!("规则包 {pack} 需要 {needs}（版本不低于 {version}），但没有提供；请一并加载"),
                format!("pack {pack} needs {needs}, version {version} or later; load it too"),
            ),
            Self::Unresolved { pack, name } => Message::new(
                format!("规则包 {pack} 引用的 {name} 不存在；两个包的版本可能不配套"),
                format!("pack {pack} refers to {name}, which no pack declares; the versions may not match"),
            ),
            Self::Text(why) => {
                Message::new(format!("无法建立文本引擎：{why}"), format!("cannot build the text engine: {why}"))
            }
            Self::Conflict(what) => Message::new(format!("规则包冲突：{what}"), format!("packs conflict: {what}")),
        }
    }
}

impl std::fmt::Display for PackError {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(&self.message().en)
    }
}

impl std::error::Error for PackError {}

/// A decoded pack.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Pack {
    /// What every check needs.
    pub core: Core,
    /// Fold tables.
    pub folds: Vec<FoldTable>,
    /// Texts.
    pub texts: Texts,
    /// For `explain` and coverage.
    pub explain: Explain,
    /// `sha256:…` of the bytes.
    pub digest: String,
}

/// A decoded bundle.
#[derive(Clone, Debug, Default)]
pub struct Bundle {
    /// The packs.
    pub packs: Vec<Pack>,
}

fn to_bytes<T: Serialize>(value: &T, what: &'static str) -> Result<Vec<u8>, PackError> {
    columns::to_bytes(value).map_err(|_| PackError::Section(what))
}

fn from_bytes<T: DeserializeOwned>(bytes: &[u8], what: &'static str) -> Result<T, PackError> {
    columns::from_bytes(bytes).map_err(|_| PackError::Section(what))
}

impl Pack {
    /// The pack's bytes. The same content gives the same bytes on every machine.
    ///
    /// # Errors
    /// [`PackError::TooLarge`].
    pub fn encode(&self) -> Result<Vec<u8>, PackError> {
        if self.core.texts != self.texts.count() {
            return Err(PackError::Invalid("texts"));
        }
        let (zh, en) = self.texts.languages();
        layout::write(
            layout::Kind::Pack,
            &[
                (CORE, to_bytes(&Stored::of(&self.core)?, "core")?),
                (FOLDS, to_bytes(&self.folds, "folds")?),
                (TEXTS, to_bytes(&zh, "texts")?),
                (EXPLAIN, to_bytes(&self.explain, "explain")?),
                (TEXTS_EN, to_bytes(&en, "texts")?),
            ],
        )
    }

    /// Decodes and validates a pack. `with_explain`: also what only `explain` and coverage need, and the texts, which are otherwise
    /// read when they are asked for.
    ///
    /// # Errors
    /// Any [`PackError`] of layout, decoding or validation.
    pub fn decode(bytes: &[u8], with_explain: bool) -> Result<Self, PackError> {
        Self::from_container(&layout::read(bytes)?, with_explain)
    }

    fn from_container(container: &layout::Container, with_explain: bool) -> Result<Self, PackError> {
        if container.kind != layout::Kind::Pack {
            return Err(PackError::Layout("a bundle where a pack is expected"));
        }
        let [core, folds, texts, explain, english] = container.sections.as_slice() else {
            return Err(PackError::Layout("sections"));
        };
        if [core.id, folds.id, texts.id, explain.id, english.id] != [CORE, FOLDS, TEXTS, EXPLAIN, TEXTS_EN] {
            return Err(PackError::Layout("sections"));
        }
        let core: Core = from_bytes::<Stored>(core.content()?, "core")?.core()?;
        let pack = Self {
            texts: Texts::stored(core.texts, texts.keep(), english.keep()),
            core,
            folds: from_bytes(folds.content()?, "folds")?,
            explain: if with_explain { from_bytes(explain.content()?, "explain")? } else { Explain::default() },
            digest: layout::hex(&container.root),
        };
        if with_explain {
            pack.texts.read()?;
        }
        validate::pack(&pack)?;
        Ok(pack)
    }
}

impl Bundle {
    /// Writes packs into one file.
    ///
    /// # Errors
    /// [`PackError::TooLarge`].
    pub fn encode(packs: &[Vec<u8>]) -> Result<Vec<u8>, PackError> {
        let sections: Vec<(u32, Vec<u8>)> = (FIRST_PACK..).zip(packs).map(|(id, pack)| (id, pack.clone())).collect();
        layout::write(layout::Kind::Bundle, &sections)
    }

    /// Checks every section that is in a file, also those that nobody is going to read: for whoever keeps or hands on files.
    ///
    /// # Errors
    /// A [`PackError`] of layout, or [`PackError::Altered`].
    pub fn verify(bytes: &[u8]) -> Result<(), PackError> {
        fn sections(container: &layout::Container) -> Result<(), PackError> {
            for section in &container.sections {
                let read = match container.kind {
                    layout::Kind::Bundle if section.id >= FIRST_PACK => sections(&section.container()?),
                    _ => section.content().map(drop),
                };
                read.or_else(|error| if error == PackError::Absent { Ok(()) } else { Err(error) })?;
            }
            Ok(())
        }
        sections(&layout::read(bytes)?)
    }

    /// The same file without what only `explain`, coverage and schemas need; the digests stay.
    ///
    /// # Errors
    /// A [`PackError`] of layout.
    pub fn lean(bytes: &[u8]) -> Result<Vec<u8>, PackError> {
        layout::without(bytes, &[EXPLAIN])
    }

    /// The same file without English texts; the digests stay. Reports then have the Chinese ones in their place.
    ///
    /// # Errors
    /// A [`PackError`] of layout.
    pub fn without_english(bytes: &[u8]) -> Result<Vec<u8>, PackError> {
        layout::without(bytes, &[TEXTS_EN])
    }

    /// Decodes a bundle, or a single pack as a bundle of one.
    ///
    /// # Errors
    /// Any [`PackError`].
    pub fn decode(bytes: &[u8], with_explain: bool) -> Result<Self, PackError> {
        let container = layout::read(bytes)?;
        if container.kind == layout::Kind::Pack {
            return Ok(Self { packs: vec![Pack::from_container(&container, with_explain)?] });
        }
        let mut bundle = Self::default();
        for section in &container.sections {
            match section.id {
                FIRST_PACK.. => bundle.packs.push(Pack::from_container(&section.container()?, with_explain)?),
                _ => return Err(PackError::Layout("unknown section")),
            }
        }
        Ok(bundle)
    }
}
