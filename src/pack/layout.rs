//! The container: a header, a table of sections, the sections. Every bound is checked, every byte is accounted for, and
//! what is not known is refused.
//!
//! ```text
//! 0   4  magic "\x7fZZP"
//! 4   2  format version, little endian
//! 6   2  kind: 1 pack, 2 bundle
//! 8  32  root: sha-256 of format, kind, and the id and digest of every section
//! 40  4  number of sections n
//! 44 40n sections: id, stored length, sha-256 of the content; ascending ids
//! …      the contents, one after the other
//! ```
//!
//! The root names the content, and is what reports call the digest. A section whose content is itself a container stands in the
//! table with that container's root, so a bundle's root covers its packs whole. What is read is checked against the table at
//! that moment, and nothing is read unchecked; so a section may be left out of a file ([`without`]) and the root still stands.

use super::PackError;
use sha2::{Digest, Sha256};

/// The format this library reads and writes.
pub const FORMAT: u16 = 3;
/// Largest file accepted, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
const MAGIC: [u8; 4] = *b"\x7fZZP";
const HEADER: usize = 44;
const ENTRY: usize = 40;
const MAX_SECTIONS: usize = 4096;

/// What a container holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One pack.
    Pack = 1,
    /// Packs linked together.
    Bundle = 2,
}

/// A sha-256.
pub type Digest256 = [u8; 32];

/// A container that was read: its table is sound, its sections are checked when they are taken.
#[derive(Clone, Debug)]
pub struct Container<'a> {
    /// What it holds.
    pub kind: Kind,
    /// The digest of everything.
    pub root: Digest256,
    /// By id, ascending.
    pub sections: Vec<Section<'a>>,
}

/// A section, not yet looked into.
#[derive(Clone, Copy, Debug)]
pub struct Section<'a> {
    /// What it is.
    pub id: u32,
    digest: Digest256,
    bytes: &'a [u8],
}

impl<'a> Section<'a> {
    /// Its content.
    ///
    /// # Errors
    /// [`PackError::Absent`] where the file was written without it, [`PackError::Altered`] where the content is another.
    pub fn content(&self) -> Result<&'a [u8], PackError> {
        if sha256(self.bytes) == self.digest {
            return Ok(self.bytes);
        }
        Err(if self.bytes.is_empty() { PackError::Absent } else { PackError::Altered })
    }

    /// The section for later, not yet checked.
    #[must_use]
    pub fn keep(&self) -> Kept {
        Kept { digest: self.digest, bytes: self.bytes.to_vec() }
    }

    /// Its content, a container.
    ///
    /// # Errors
    /// As [`read`]; [`PackError::Altered`] where it is another than the table says.
    pub fn container(&self) -> Result<Container<'a>, PackError> {
        let inner = read(self.bytes)?;
        if inner.root == self.digest { Ok(inner) } else { Err(PackError::Altered) }
    }
}

/// A section that outlives the file it was read from, to be looked into later.
#[derive(Clone, Debug)]
pub struct Kept {
    digest: Digest256,
    bytes: Vec<u8>,
}

impl Kept {
    /// Its content.
    ///
    /// # Errors
    /// As [`Section::content`].
    pub fn content(&self) -> Result<&[u8], PackError> {
        Section { id: 0, digest: self.digest, bytes: &self.bytes }.content()
    }
}

/// `sha256:…` of a digest.
#[must_use]
pub fn hex(digest: &Digest256) -> String {
    let mut out = String::from("sha256:");
    for byte in digest {
        for nibble in [byte >> 4, byte & 15] {
            out.push(char::from_digit(u32::from(nibble), 16).unwrap_or('0'));
        }
    }
    out
}

fn sha256(bytes: &[u8]) -> Digest256 {
    Sha256::digest(bytes).into()
}

/// What the root is the digest of.
fn root(kind: Kind, sections: impl Iterator<Item = (u32, Digest256)>) -> Digest256 {
    let mut hash = Sha256::new();
    hash.update(FORMAT.to_le_bytes());
    hash.update((kind as u16).to_le_bytes());
    for (id, digest) in sections {
        hash.update(id.to_le_bytes());
        hash.update(digest);
    }
    hash.finalize().into()
}

/// Writes a container of sections given with their ids, ascending. Those of a bundle that are containers themselves stand in its
/// table with their roots.
///
/// # Errors
/// [`PackError::TooLarge`] when it would pass [`MAX_BYTES`].
pub fn write(kind: Kind, sections: &[(u32, Vec<u8>)]) -> Result<Vec<u8>, PackError> {
    let digest = |bytes: &[u8]| match read(bytes) {
        Ok(inner) if kind == Kind::Bundle => inner.root,
        _ => sha256(bytes),
    };
    let table: Vec<(u32, Digest256, &[u8])> =
        sections.iter().map(|(id, bytes)| (*id, digest(bytes), bytes.as_slice())).collect();
    assemble(kind, &table)
}

/// The same container with the contents of some sections left out; its root stays. In a bundle they are left out of its packs.
///
/// # Errors
/// As [`read`].
pub fn without(bytes: &[u8], ids: &[u32]) -> Result<Vec<u8>, PackError> {
    let container = read(bytes)?;
    let mut inner: Vec<Option<Vec<u8>>> = Vec::with_capacity(container.sections.len());
    for section in &container.sections {
        let is_container = container.kind == Kind::Bundle && section.container().is_ok();
        inner.push(if is_container { Some(without(section.bytes, ids)?) } else { None });
    }
    let table: Vec<(u32, Digest256, &[u8])> = container
        .sections
        .iter()
        .zip(&inner)
        .map(|(section, inner)| {
            let out = container.kind == Kind::Pack && ids.contains(&section.id);
            let kept = if out { &[][..] } else { section.bytes };
            (section.id, section.digest, inner.as_deref().unwrap_or(kept))
        })
        .collect();
    assemble(container.kind, &table)
}

fn assemble(kind: Kind, table: &[(u32, Digest256, &[u8])]) -> Result<Vec<u8>, PackError> {
    let number = |n: usize| u32::try_from(n).map(u32::to_le_bytes).map_err(|_| PackError::TooLarge);
    let mut out = Vec::new();
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&FORMAT.to_le_bytes());
    out.extend_from_slice(&(kind as u16).to_le_bytes());
    out.extend_from_slice(&root(kind, table.iter().map(|(id, digest, _)| (*id, *digest))));
    out.extend_from_slice(&number(table.len())?);
    for (id, digest, bytes) in table {
        out.extend_from_slice(&id.to_le_bytes());
        out.extend_from_slice(&number(bytes.len())?);
        out.extend_from_slice(digest);
    }
    for (.., bytes) in table {
        out.extend_from_slice(bytes);
    }
    if out.len() > MAX_BYTES {
        return Err(PackError::TooLarge);
    }
    Ok(out)
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], PackError> {
    let end = at.checked_add(N).ok_or(PackError::Truncated)?;
    bytes.get(at..end).and_then(|b| b.try_into().ok()).ok_or(PackError::Truncated)
}

fn size(bytes: &[u8], at: usize) -> Result<usize, PackError> {
    usize::try_from(u32::from_le_bytes(array(bytes, at)?)).map_err(|_| PackError::Truncated)
}

/// Reads a container's table and checks it against its root.
///
/// # Errors
/// A [`PackError`] that says what is wrong: not a pack, another format, truncated, altered, badly laid out.
pub fn read(bytes: &[u8]) -> Result<Container<'_>, PackError> {
    if bytes.len() > MAX_BYTES {
        return Err(PackError::TooLarge);
    }
    if array::<4>(bytes, 0)? != MAGIC {
        return Err(PackError::NotAPack);
    }
    let format = u16::from_le_bytes(array(bytes, 4)?);
    if format != FORMAT {
        return Err(PackError::Format { found: format });
    }
    let kind = match u16::from_le_bytes(array(bytes, 6)?) {
        1 => Kind::Pack,
        2 => Kind::Bundle,
        _ => return Err(PackError::Layout("kind")),
    };
    let stored: Digest256 = array(bytes, 8)?;
    let count = size(bytes, 40)?;
    if count > MAX_SECTIONS {
        return Err(PackError::Layout("section count"));
    }
    let mut sections: Vec<Section> = Vec::new();
    let mut next = HEADER.saturating_add(count.saturating_mul(ENTRY));
    for i in 0..count {
        let at = HEADER.saturating_add(i.saturating_mul(ENTRY));
        let id = u32::from_le_bytes(array(bytes, at)?);
        let end = next.checked_add(size(bytes, at.saturating_add(4))?).ok_or(PackError::Truncated)?;
        if sections.last().is_some_and(|last| last.id >= id) {
            return Err(PackError::Layout("section table"));
        }
        let digest = array(bytes, at.saturating_add(8))?;
        sections.push(Section { id, digest, bytes: bytes.get(next..end).ok_or(PackError::Truncated)? });
        next = end;
    }
    if next != bytes.len() {
        return Err(PackError::Layout("bytes after the last section"));
    }
    if root(kind, sections.iter().map(|s| (s.id, s.digest))) != stored {
        return Err(PackError::Altered);
    }
    Ok(Container { kind, root: stored, sections })
}
