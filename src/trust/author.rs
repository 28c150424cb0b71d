//! Writes metadata for publishers: what is to be signed, and the signatures on it. Signing is apart from writing, since a threshold
//! is met by people who do not sit at one desk.

use super::canonical::canonical;
use super::key::{PrivateKey, PublicKey, sha256};
use super::metadata::{Role, Root, Signers};
use super::statement::Statement;
use super::time::{self, Seconds};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// The version of the specification that metadata is written for.
const SPEC_VERSION: &str = "1.0.31";

fn signed(role: Role, version: u64, expires: Seconds) -> Map<String, Value> {
    let mut map = Map::new();
    map.insert("_type".to_owned(), role.name().into());
    map.insert("spec_version".to_owned(), SPEC_VERSION.into());
    map.insert("version".to_owned(), version.into());
    map.insert("expires".to_owned(), time::write(expires).unwrap_or_default().into());
    map
}

/// Metadata to be signed, and its signatures.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    signed: Value,
    signatures: BTreeMap<String, String>,
}

impl Draft {
    fn new(signed: Map<String, Value>) -> Self {
        Self { signed: Value::Object(signed), signatures: BTreeMap::new() }
    }

    /// Metadata that may be signed already; `None` where it is none.
    #[must_use]
    pub fn read(bytes: &[u8]) -> Option<Self> {
        let value: Value = serde_json::from_slice(bytes).ok()?;
        let signed = value.get("signed").filter(|s| s.get("_type").is_some())?;
        canonical(signed)?;
        let one = |s: &Value| Some((s.get("keyid")?.as_str()?.to_owned(), s.get("sig")?.as_str()?.to_owned()));
        let signatures = value.get("signatures")?.as_array()?.iter().map(one).collect::<Option<_>>()?;
        Some(Self { signed: signed.clone(), signatures })
    }

    /// Signs it; a signature by the same key is replaced.
    pub fn sign(&mut self, key: &PrivateKey) {
        let payload = canonical(&self.signed).unwrap_or_default();
        self.signatures.insert(key.public().id(), key.sign(&payload));
    }

    /// Its role.
    #[must_use]
    pub fn role(&self) -> Option<Role> {
        Role::named(self.signed.get("_type")?.as_str()?)
    }

    /// Its version.
    #[must_use]
    pub fn version(&self) -> Option<u64> {
        self.signed.get("version")?.as_u64()
    }

    /// The file: JSON with line breaks, for people to compare. The signatures are on its canonical form, not on these bytes.
    #[must_use]
    pub fn to_bytes(&self) -> Vec<u8> {
        let signatures: Vec<Value> =
            self.signatures.iter().map(|(key, sig)| json!({"keyid": key, "sig": sig})).collect();
        let mut bytes =
            serde_json::to_vec_pretty(&json!({"signatures": signatures, "signed": self.signed})).unwrap_or_default();
        bytes.push(b'\n');
        bytes
    }
}

/// Who may sign what, in the next root.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Keys {
    /// Keys and threshold of each role.
    pub roles: BTreeMap<Role, (Vec<PublicKey>, usize)>,
}

impl Keys {
    /// Those of a root.
    #[must_use]
    pub fn of(root: &Root) -> Self {
        let keys = |signers: &Signers| {
            (signers.keys.iter().filter_map(|id| root.keys.get(id).copied()).collect(), signers.threshold)
        };
        Self { roles: root.roles.iter().map(|(role, signers)| (*role, keys(signers))).collect() }
    }

    /// The first role that nobody could sign for, if any: no keys, or fewer than its threshold.
    #[must_use]
    pub fn short(&self) -> Option<Role> {
        Role::ALL.into_iter().find(|role| {
            self.roles.get(role).is_none_or(|(keys, threshold)| *threshold == 0 || keys.len() < *threshold)
        })
    }

    /// Root metadata.
    #[must_use]
    pub fn root(&self, version: u64, expires: Seconds) -> Draft {
        let mut root = signed(Role::Root, version, expires);
        let all = self.roles.values().flat_map(|(keys, _)| keys);
        let keys: Map<String, Value> = all.map(|key| (key.id(), key.to_value())).collect();
        let roles = self.roles.iter().map(|(role, (keys, threshold))| {
            let ids: Vec<String> = keys.iter().map(PublicKey::id).collect();
            (role.name().to_owned(), json!({"keyids": ids, "threshold": threshold}))
        });
        root.insert("consistent_snapshot".to_owned(), true.into());
        root.insert("roles".to_owned(), Value::Object(roles.collect()));
        root.insert("keys".to_owned(), Value::Object(keys));
        Draft::new(root)
    }
}

/// The entry of a pack in targets metadata.
#[must_use]
pub fn entry(bytes: &[u8], statement: &Statement) -> Value {
    json!({"length": bytes.len(), "hashes": {"sha256": sha256(bytes)}, "custom": statement.to_custom()})
}

/// Targets metadata of entries by name.
#[must_use]
pub fn targets(version: u64, expires: Seconds, entries: BTreeMap<String, Value>) -> Draft {
    let mut targets = signed(Role::Targets, version, expires);
    targets.insert("targets".to_owned(), Value::Object(entries.into_iter().collect()));
    Draft::new(targets)
}

fn listing(version: u64, bytes: &[u8]) -> Value {
    json!({"version": version, "length": bytes.len(), "hashes": {"sha256": sha256(bytes)}})
}

/// Snapshot metadata of targets metadata, given by its version and its bytes.
#[must_use]
pub fn snapshot(version: u64, expires: Seconds, targets: (u64, &[u8])) -> Draft {
    let mut snapshot = signed(Role::Snapshot, version, expires);
    snapshot.insert("meta".to_owned(), json!({"targets.json": listing(targets.0, targets.1)}));
    Draft::new(snapshot)
}

/// Timestamp metadata of snapshot metadata, given by its version and its bytes.
#[must_use]
pub fn timestamp(version: u64, expires: Seconds, snapshot: (u64, &[u8])) -> Draft {
    let mut timestamp = signed(Role::Timestamp, version, expires);
    timestamp.insert("meta".to_owned(), json!({"snapshot.json": listing(snapshot.0, snapshot.1)}));
    Draft::new(timestamp)
}
