//! The texts of packs: messages, proofs, sanctions, advice. They are by far the most of a pack's words and no check needs them
//! before it has something to tell; so what is stored is kept as it came, and checked and decoded when a text is first asked for.

use super::PackError;
use super::layout::Kept;
use super::model::TextId;
use crate::diagnostic::Message;
use std::sync::OnceLock;

/// The texts of one pack. Index 0 is empty.
#[derive(Clone, Debug, Default)]
pub struct Texts {
    count: u32,
    zh: Language,
    en: Language,
}

#[derive(Clone, Debug, Default)]
struct Language {
    stored: Option<Kept>,
    optional: bool,
    /// `None`: what is stored is not what the pack's digest is of, or does not decode.
    read: OnceLock<Option<Vec<String>>>,
}

impl Language {
    fn new(strings: Vec<String>) -> Self {
        Self { stored: None, optional: false, read: OnceLock::from(Some(strings)) }
    }

    const fn stored(kept: Kept, optional: bool) -> Self {
        Self { stored: Some(kept), optional, read: OnceLock::new() }
    }

    fn strings(&self) -> Option<&[String]> {
        self.read.get_or_init(|| self.decode().ok()).as_deref()
    }

    fn decode(&self) -> Result<Vec<String>, PackError> {
        match self.stored.as_ref().map(Kept::content) {
            // English may be left out of a file.
            None => Ok(Vec::new()),
            Some(Err(PackError::Absent)) if self.optional => Ok(Vec::new()),
            Some(content) => super::from_bytes(content?, "texts"),
        }
    }
}

impl Texts {
    /// From texts that are at hand; the first should be empty.
    #[must_use]
    pub fn new(texts: Vec<Message>) -> Self {
        let count = u32::try_from(texts.len()).unwrap_or(u32::MAX);
        // What has no English of its own is stored once.
        let en = texts.iter().map(|t| if t.en == t.zh { String::new() } else { t.en.clone() }).collect();
        let zh = texts.into_iter().map(|t| t.zh).collect();
        Self { count, zh: Language::new(zh), en: Language::new(en) }
    }

    /// From sections of a file.
    pub(super) const fn stored(count: u32, zh: Kept, en: Kept) -> Self {
        Self { count, zh: Language::stored(zh, false), en: Language::stored(en, true) }
    }

    /// How many there are, the empty one included.
    #[must_use]
    pub const fn count(&self) -> u32 {
        self.count
    }

    /// Reads what is stored now.
    ///
    /// # Errors
    /// [`PackError::Altered`], or [`PackError::Section`] where it does not decode.
    pub fn read(&self) -> Result<(), PackError> {
        for language in [&self.zh, &self.en] {
            if language.read.get().is_none() {
                let _ = language.read.set(Some(language.decode()?));
            }
        }
        Ok(())
    }

    /// Chinese and English, to be stored.
    pub(super) fn languages(&self) -> (&[String], &[String]) {
        (self.zh.strings().unwrap_or(&[]), self.en.strings().unwrap_or(&[]))
    }

    /// A text; Chinese stands in where there is no English. Empty where there is none. Where the stored texts are not those of the
    /// pack, what comes says so: they were altered, and nothing of them is shown.
    #[must_use]
    pub fn get(&self, id: TextId) -> Message {
        let (Some(zh), Some(en)) = (self.zh.strings(), self.en.strings()) else {
            return Message::new(
                "（规则包的说明文字与其摘要不符，已不予显示；请重新获取规则包）",
                "(the pack's texts do not match its digest and are not shown; fetch the pack again)",
            );
        };
        let of = |strings: &[String]| strings.get(id as usize).cloned().unwrap_or_default();
        let (zh, en) = (of(zh), of(en));
        Message { en: if en.is_empty() { zh.clone() } else { en }, zh }
    }
}

impl PartialEq for Texts {
    fn eq(&self, other: &Self) -> bool {
        self.count == other.count && self.languages() == other.languages()
    }
}

/// The texts of linked packs, one after the other; the empty one is shared.
#[derive(Clone, Debug, Default)]
pub struct LinkedTexts {
    /// With the number of texts before the pack's own.
    packs: Vec<(u32, Texts)>,
    count: u32,
}

impl LinkedTexts {
    /// How far the ids of the next pack move.
    #[must_use]
    pub const fn next(&self) -> u32 {
        self.count
    }

    pub(super) fn push(&mut self, texts: Texts) {
        let own = texts.count().saturating_sub(1);
        self.packs.push((self.count, texts));
        self.count = self.count.saturating_add(own);
    }

    /// See [`Texts::get`].
    #[must_use]
    pub fn get(&self, id: TextId) -> Message {
        let at = self.packs.partition_point(|(before, _)| *before < id);
        let pack = at.checked_sub(1).and_then(|at| self.packs.get(at)).filter(|_| id != 0);
        pack.map(|(before, texts)| texts.get(id.saturating_sub(*before))).unwrap_or_default()
    }
}
