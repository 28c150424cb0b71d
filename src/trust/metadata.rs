//! TUF's four kinds of metadata, read without trust: every size bounded, every field that is used checked, every other kept for
//! the signature.

use super::canonical::canonical;
use super::error::TrustError;
use super::key::{PublicKey, sha256};
use super::time::{self, Seconds};
use serde_json::{Map, Value};
use std::collections::{BTreeMap, BTreeSet};

/// The major version of the specification that is understood.
const SPEC_MAJOR: &str = "1";
/// Most keys that a role may name.
const MAX_KEYS: usize = 64;
/// Most targets that one release may list.
const MAX_TARGETS: usize = 4096;

/// A role of the repository.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Role {
    /// Names the keys of every role, itself included.
    Root,
    /// Says which snapshot is the latest; short-lived.
    Timestamp,
    /// Says which versions of the targets metadata belong together.
    Snapshot,
    /// Says what the packs are.
    Targets,
}

impl Role {
    /// All four.
    pub const ALL: [Self; 4] = [Self::Root, Self::Timestamp, Self::Snapshot, Self::Targets];

    /// Its name in metadata.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Root => "root",
            Self::Timestamp => "timestamp",
            Self::Snapshot => "snapshot",
            Self::Targets => "targets",
        }
    }

    /// The role of a name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.name() == name)
    }

    /// The largest file of this role that is read, in bytes.
    #[must_use]
    pub const fn limit(self) -> usize {
        match self {
            Self::Root => 512_000,
            Self::Timestamp => 16_384,
            Self::Snapshot => 2_000_000,
            Self::Targets => 5_000_000,
        }
    }
}

/// Metadata that was read and whose signatures are not checked yet.
#[derive(Clone, Debug)]
pub struct Metadata {
    /// The name of the file, for messages.
    pub file: String,
    /// Its role.
    pub role: Role,
    /// Its version, from 1.
    pub version: u64,
    /// From when it is out of date.
    pub expires: Seconds,
    /// Everything that is signed.
    pub signed: Map<String, Value>,
    payload: Vec<u8>,
    signatures: Vec<(String, String)>,
}

impl Metadata {
    /// Reads metadata of a role.
    ///
    /// # Errors
    /// [`TrustError::TooLarge`], [`TrustError::Malformed`] or [`TrustError::SpecVersion`].
    pub fn read(role: Role, file: &str, bytes: &[u8]) -> Result<Self, TrustError> {
        let file = file.to_owned();
        if bytes.len() > role.limit() {
            return Err(TrustError::TooLarge { file, limit: role.limit() });
        }
        let wrong = |what| TrustError::Malformed { file: file.clone(), what };
        let Ok(Value::Object(mut envelope)) = serde_json::from_slice(bytes) else { return Err(wrong("JSON")) };
        let signatures = match envelope.remove("signatures") {
            Some(Value::Array(all)) if all.len() <= MAX_KEYS => all,
            _ => return Err(wrong("signatures")),
        };
        let signatures = signatures.iter().map(|one| {
            let text = |key| one.get(key).and_then(Value::as_str).map(str::to_owned);
            Some((text("keyid")?, text("sig")?))
        });
        let signatures = signatures.collect::<Option<Vec<_>>>().ok_or_else(|| wrong("signatures"))?;
        let signed = envelope.remove("signed").ok_or_else(|| wrong("signed"))?;
        let payload = canonical(&signed).ok_or_else(|| wrong("signed"))?;
        let Value::Object(signed) = signed else { return Err(wrong("signed")) };
        if signed.get("_type").and_then(Value::as_str) != Some(role.name()) {
            return Err(wrong("_type"));
        }
        let spec = signed.get("spec_version").and_then(Value::as_str).ok_or_else(|| wrong("spec_version"))?;
        let numbers = spec.split('.').all(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        if !numbers || spec.split('.').next() != Some(SPEC_MAJOR) {
            return Err(TrustError::SpecVersion { found: spec.chars().take(20).collect(), file });
        }
        let version = positive(signed.get("version")).ok_or_else(|| wrong("version"))?;
        let expires = signed.get("expires").and_then(Value::as_str).and_then(time::parse);
        let expires = expires.ok_or_else(|| wrong("expires"))?;
        Ok(Self { file, role, version, expires, signed, payload, signatures })
    }

    /// Whether it is out of date.
    ///
    /// # Errors
    /// [`TrustError::Expired`].
    pub fn fresh(&self, now: Seconds) -> Result<(), TrustError> {
        if now < self.expires {
            return Ok(());
        }
        Err(TrustError::Expired { file: self.file.clone(), at: self.expires })
    }

    /// The ids of the keys that are said to have signed it.
    pub fn signers(&self) -> impl Iterator<Item = &str> {
        self.signatures.iter().map(|(key, _)| key.as_str())
    }

    fn wrong(&self, what: &'static str) -> TrustError {
        TrustError::Malformed { file: self.file.clone(), what }
    }
}

fn positive(value: Option<&Value>) -> Option<u64> {
    value.and_then(Value::as_u64).filter(|n| *n > 0)
}

/// Root metadata, verified by itself and, unless it is where trust starts, by the root before it.
#[derive(Clone, Debug)]
pub struct Root {
    /// The metadata.
    pub metadata: Metadata,
    /// Whether files are published under names with their version or digest.
    pub consistent_snapshot: bool,
    /// Keys by their ids, those that are understood.
    pub keys: BTreeMap<String, PublicKey>,
    /// Who may sign what.
    pub roles: BTreeMap<Role, Signers>,
}

/// The keys of a role.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Signers {
    /// Their ids.
    pub keys: Vec<String>,
    /// How many of them it takes.
    pub threshold: usize,
}

impl Root {
    /// Reads a root and checks it against its own keys: all that can be asked of where trust starts.
    ///
    /// # Errors
    /// Any [`TrustError`] of reading and of signatures.
    pub fn anchor(file: &str, bytes: &[u8]) -> Result<Self, TrustError> {
        let root = Self::read(file, bytes)?;
        root.verify(&root.metadata)?;
        Ok(root)
    }

    /// Reads the root that follows this one; it must be signed by the keys of both.
    ///
    /// # Errors
    /// As [`Self::anchor`]; [`TrustError::Older`] and [`TrustError::Mixed`] where its version is not the next.
    pub fn next(&self, file: &str, bytes: &[u8]) -> Result<Self, TrustError> {
        let root = Self::read(file, bytes)?;
        self.verify(&root.metadata)?;
        let (found, wanted) = (root.metadata.version, self.metadata.version.saturating_add(1));
        let file = file.to_owned();
        if found < wanted {
            return Err(TrustError::Older { file, found, lowest: wanted });
        }
        if found > wanted {
            return Err(TrustError::Mixed { file, found, wanted });
        }
        root.verify(&root.metadata)?;
        Ok(root)
    }

    /// Reads a root without checking its signatures: for whoever writes the next one.
    ///
    /// # Errors
    /// Any [`TrustError`] of reading.
    pub fn read(file: &str, bytes: &[u8]) -> Result<Self, TrustError> {
        let metadata = Metadata::read(Role::Root, file, bytes)?;
        let signed = &metadata.signed;
        let consistent_snapshot = match signed.get("consistent_snapshot") {
            None => false,
            Some(Value::Bool(consistent)) => *consistent,
            Some(_) => return Err(metadata.wrong("consistent_snapshot")),
        };
        let object = |key| signed.get(key).and_then(Value::as_object);
        let keys = object("keys").filter(|k| k.len() <= 4 * MAX_KEYS).ok_or_else(|| metadata.wrong("keys"))?;
        let keys = keys.iter().filter_map(|(id, key)| Some((id.clone(), PublicKey::from_value(key)?))).collect();
        let all = object("roles").ok_or_else(|| metadata.wrong("roles"))?;
        let mut roles = BTreeMap::new();
        for role in Role::ALL {
            let signers = all.get(role.name()).and_then(Signers::read).ok_or_else(|| metadata.wrong("roles"))?;
            roles.insert(role, signers);
        }
        Ok(Self { consistent_snapshot, keys, roles, metadata })
    }

    /// Checks that as many keys of the role have signed as it takes.
    ///
    /// # Errors
    /// [`TrustError::Unsigned`], [`TrustError::WrongKey`], [`TrustError::Forged`] or [`TrustError::Threshold`].
    pub fn verify(&self, metadata: &Metadata) -> Result<(), TrustError> {
        let Some(signers) = self.roles.get(&metadata.role) else { return Err(metadata.wrong("roles")) };
        let file = || metadata.file.clone();
        if metadata.signatures.is_empty() {
            return Err(TrustError::Unsigned { file: file() });
        }
        // By key, not by id: one key under two ids is still one.
        let mut valid: BTreeSet<PublicKey> = BTreeSet::new();
        let mut broken = false;
        for (id, signature) in &metadata.signatures {
            let Some(key) = self.keys.get(id).filter(|_| signers.keys.contains(id)) else { continue };
            if valid.contains(key) {
                continue;
            }
            if key.verifies(&metadata.payload, signature) {
                valid.insert(*key);
            } else {
                broken = true;
            }
            if valid.len() >= signers.threshold {
                return Ok(());
            }
        }
        Err(match (broken, valid.len()) {
            (true, _) => TrustError::Forged { file: file() },
            (false, 0) => TrustError::WrongKey { file: file() },
            (false, valid) => TrustError::Threshold { file: file(), valid, needed: signers.threshold },
        })
    }
}

impl Signers {
    fn read(value: &Value) -> Option<Self> {
        let keys = value.get("keyids")?.as_array().filter(|k| k.len() <= MAX_KEYS)?;
        let keys: Vec<String> = keys.iter().map(|k| k.as_str().map(str::to_owned)).collect::<Option<_>>()?;
        let threshold = usize::try_from(positive(value.get("threshold"))?).ok()?;
        Some(Self { keys, threshold })
    }
}

/// What metadata says about another file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Listed {
    /// Its version.
    pub version: u64,
    length: Option<u64>,
    sha256: Option<String>,
}

impl Listed {
    fn read(value: &Value) -> Option<Self> {
        let version = positive(value.get("version"))?;
        let length = match value.get("length") {
            None => None,
            Some(length) => Some(length.as_u64()?),
        };
        let sha256 = match value.get("hashes") {
            None => None,
            Some(hashes) => Some(hashes.get("sha256")?.as_str()?.to_owned()),
        };
        Some(Self { version, length, sha256 })
    }

    /// The most bytes the file may have.
    #[must_use]
    pub fn limit(&self, role: Role) -> usize {
        self.length.and_then(|n| usize::try_from(n).ok()).map_or(role.limit(), |n| n.min(role.limit()))
    }

    /// Whether bytes are those that are listed.
    ///
    /// # Errors
    /// [`TrustError::Altered`].
    pub fn matches(&self, file: &str, bytes: &[u8]) -> Result<(), TrustError> {
        let length = u64::try_from(bytes.len()).ok();
        let fits = self.length.is_none_or(|n| Some(n) == length);
        if fits && self.sha256.as_ref().is_none_or(|digest| *digest == sha256(bytes)) {
            return Ok(());
        }
        Err(TrustError::Altered { file: file.to_owned() })
    }

    /// Whether metadata is of the version that is listed.
    ///
    /// # Errors
    /// [`TrustError::Mixed`].
    pub fn is_version_of(&self, metadata: &Metadata) -> Result<(), TrustError> {
        if metadata.version == self.version {
            return Ok(());
        }
        Err(TrustError::Mixed { file: metadata.file.clone(), found: metadata.version, wanted: self.version })
    }
}

/// What a timestamp or a snapshot lists, by file name.
///
/// # Errors
/// [`TrustError::Malformed`].
pub fn listed(metadata: &Metadata) -> Result<BTreeMap<String, Listed>, TrustError> {
    let wrong = || metadata.wrong("meta");
    let meta = metadata.signed.get("meta").and_then(Value::as_object).ok_or_else(wrong)?;
    if meta.len() > MAX_TARGETS {
        return Err(wrong());
    }
    let entries = meta.iter().map(|(name, entry)| Some((name.clone(), Listed::read(entry)?)));
    entries.collect::<Option<_>>().ok_or_else(wrong)
}

/// A target as the targets metadata lists it.
#[derive(Clone, Debug)]
pub struct Target {
    /// Its name, a plain file name.
    pub name: String,
    /// Its size in bytes.
    pub length: usize,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// Its entry.
    pub entry: Value,
}

/// The targets that are listed, by name. Those that this library could not fetch, by their name or digest, are left out.
///
/// # Errors
/// [`TrustError::Malformed`].
pub fn targets(metadata: &Metadata) -> Result<BTreeMap<String, Target>, TrustError> {
    let wrong = || metadata.wrong("targets");
    let all = metadata.signed.get("targets").and_then(Value::as_object).ok_or_else(wrong)?;
    if all.len() > MAX_TARGETS {
        return Err(wrong());
    }
    let mut found = BTreeMap::new();
    for (name, entry) in all {
        let length = entry.get("length").and_then(Value::as_u64).and_then(|n| usize::try_from(n).ok());
        let length = length.ok_or_else(wrong)?;
        let hashes = entry.get("hashes").and_then(Value::as_object).ok_or_else(wrong)?;
        let Some(sha256) = hashes.get("sha256").and_then(Value::as_str) else { continue };
        if super::key::unhex::<32>(sha256).is_none() {
            return Err(wrong());
        }
        if is_plain(name) {
            let target = Target { name: name.clone(), length, sha256: sha256.to_owned(), entry: entry.clone() };
            found.insert(name.clone(), target);
        }
    }
    Ok(found)
}

/// Whether a name is a plain file name: it becomes a part of addresses and paths.
#[must_use]
pub fn is_plain(name: &str) -> bool {
    let plain = |b: u8| b.is_ascii_alphanumeric() || matches!(b, b'.' | b'_' | b'-');
    !name.is_empty() && name.len() <= 128 && !name.starts_with('.') && name.bytes().all(plain)
}
