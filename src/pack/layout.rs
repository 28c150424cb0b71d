//! The container: a header, a table of sections, the sections. Every bound is checked, every byte is accounted for, and
//! what is not known is refused.
//!
//! ```text
//! 0   4  magic "\x7fZZP"
//! 4   2  format version, little endian
//! 6   2  kind: 1 pack, 2 bundle
//! 8  32  sha-256 of everything from byte 40 to the end
//! 40  4  number of sections n
//! 44 12n sections: id, offset from the start of the file, length; ascending ids, contiguous
//! ```

use super::PackError;
use sha2::{Digest, Sha256};

/// The format this library reads and writes.
pub const FORMAT: u16 = 1;
/// Largest file accepted, in bytes.
pub const MAX_BYTES: usize = 64 << 20;
const MAGIC: [u8; 4] = *b"\x7fZZP";
const HEADER: usize = 44;
const ENTRY: usize = 12;
const MAX_SECTIONS: usize = 4096;

/// What a container holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// One pack.
    Pack,
    /// Packs linked together.
    Bundle,
}

/// A sha-256.
pub type Digest256 = [u8; 32];

/// A section: its id and its bytes.
pub type Section<'a> = (u32, &'a [u8]);

/// `sha256:…` of some bytes.
#[must_use]
pub fn digest(bytes: &[u8]) -> String {
    hex(&Sha256::digest(bytes).into())
}

/// The sha-256 of some bytes.
#[must_use]
pub fn sha256(bytes: &[u8]) -> Digest256 {
    Sha256::digest(bytes).into()
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

/// Writes a container. Sections must come in ascending order of id.
///
/// # Errors
/// [`PackError::TooLarge`] when it would pass [`MAX_BYTES`].
pub fn write(kind: Kind, sections: &[(u32, Vec<u8>)]) -> Result<Vec<u8>, PackError> {
    let table = sections.len().saturating_mul(ENTRY);
    let mut body = Vec::new();
    body.extend_from_slice(&u32::try_from(sections.len()).map_err(|_| PackError::TooLarge)?.to_le_bytes());
    let mut offset = HEADER.saturating_add(table);
    for (id, bytes) in sections {
        body.extend_from_slice(&id.to_le_bytes());
        body.extend_from_slice(&u32::try_from(offset).map_err(|_| PackError::TooLarge)?.to_le_bytes());
        body.extend_from_slice(&u32::try_from(bytes.len()).map_err(|_| PackError::TooLarge)?.to_le_bytes());
        offset = offset.saturating_add(bytes.len());
    }
    if offset > MAX_BYTES {
        return Err(PackError::TooLarge);
    }
    for (_, bytes) in sections {
        body.extend_from_slice(bytes);
    }
    let mut out = Vec::with_capacity(offset);
    out.extend_from_slice(&MAGIC);
    out.extend_from_slice(&FORMAT.to_le_bytes());
    out.extend_from_slice(&if kind == Kind::Pack { 1u16 } else { 2 }.to_le_bytes());
    out.extend_from_slice(&Sha256::digest(&body));
    out.extend_from_slice(&body);
    Ok(out)
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Result<[u8; N], PackError> {
    let end = at.checked_add(N).ok_or(PackError::Truncated)?;
    bytes.get(at..end).and_then(|b| b.try_into().ok()).ok_or(PackError::Truncated)
}

fn size(bytes: &[u8], at: usize) -> Result<usize, PackError> {
    usize::try_from(u32::from_le_bytes(array(bytes, at)?)).map_err(|_| PackError::Truncated)
}

/// Reads a container and checks its digest.
///
/// # Errors
/// A [`PackError`] that says what is wrong: not a pack, another format, truncated, altered, badly laid out.
pub fn read(bytes: &[u8]) -> Result<(Kind, Vec<Section<'_>>), PackError> {
    let kind = header(bytes)?;
    let stored: Digest256 = array(bytes, 8)?;
    if sha256(bytes.get(40..).ok_or(PackError::Truncated)?) != stored {
        return Err(PackError::Altered);
    }
    Ok((kind, sections(bytes)?))
}

/// Reads a container that lies within one whose digest was checked: its bytes need no second look.
///
/// # Errors
/// As [`read`], but for the digest.
pub fn read_within(bytes: &[u8]) -> Result<(Kind, Vec<Section<'_>>), PackError> {
    Ok((header(bytes)?, sections(bytes)?))
}

fn header(bytes: &[u8]) -> Result<Kind, PackError> {
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
    match u16::from_le_bytes(array(bytes, 6)?) {
        1 => Ok(Kind::Pack),
        2 => Ok(Kind::Bundle),
        _ => Err(PackError::Layout("kind")),
    }
}

fn sections(bytes: &[u8]) -> Result<Vec<Section<'_>>, PackError> {
    let count = size(bytes, 40)?;
    if count > MAX_SECTIONS {
        return Err(PackError::Layout("section count"));
    }
    let mut sections = Vec::new();
    let mut next = HEADER.saturating_add(count.saturating_mul(ENTRY));
    let mut last: Option<u32> = None;
    for i in 0..count {
        let at = HEADER.saturating_add(i.saturating_mul(ENTRY));
        let id = u32::from_le_bytes(array(bytes, at)?);
        let offset = size(bytes, at.saturating_add(4))?;
        let len = size(bytes, at.saturating_add(8))?;
        if offset != next || last.is_some_and(|l| l >= id) {
            return Err(PackError::Layout("section table"));
        }
        last = Some(id);
        next = offset.checked_add(len).ok_or(PackError::Truncated)?;
        sections.push((id, bytes.get(offset..next).ok_or(PackError::Truncated)?));
    }
    if next != bytes.len() {
        return Err(PackError::Layout("bytes after the last section"));
    }
    Ok(sections)
}
