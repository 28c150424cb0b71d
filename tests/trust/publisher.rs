//! A publisher with keys, whose repository is files in memory; and a client that keeps files in memory.

use std::collections::BTreeMap;
use zhunze::trust::author::{self, Draft, Keys};
use zhunze::trust::key::{PrivateKey, sha256};
use zhunze::trust::metadata::Role;
use zhunze::trust::{Change, Client, Files, Options, Statement, TrustError, Trusted, client};

/// 2026-11-22T00:00:00Z.
pub const NOW: i64 = 1_795_305_600;
pub const DAY: i64 = 86_400;

pub fn key(seed: u8) -> PrivateKey {
    PrivateKey::from_seed(&[seed; 32])
}

pub fn statement(version: u64) -> Statement {
    Statement {
        issuer: "某市市场监督管理局".to_owned(),
        id: "cn".to_owned(),
        version,
        issued: NOW - DAY,
        expires: NOW + 365 * DAY,
        engine_from: [0, 1, 0],
        engine_below: [9, 0, 0],
        law_status: 20_000,
    }
}

/// What is to be published; every field may be bent for an attack.
#[derive(Clone)]
pub struct Publisher {
    /// Keys and threshold of each role.
    pub roles: BTreeMap<Role, (Vec<PrivateKey>, usize)>,
    pub root: u64,
    pub release: u64,
    pub snapshot: u64,
    pub timestamp: u64,
    pub expires: BTreeMap<Role, i64>,
    pub packs: BTreeMap<String, (Vec<u8>, Statement)>,
    /// Who signs, where it is not as many keys as it takes.
    pub signers: BTreeMap<Role, Vec<PrivateKey>>,
    /// What was published, by the path below the repository's address.
    pub files: Files,
}

impl Publisher {
    /// Two of three for the root, two of two for the packs, one for what is signed by machines.
    pub fn new() -> Self {
        let roles = [
            (Role::Root, (vec![key(1), key(2), key(3)], 2)),
            (Role::Targets, (vec![key(4), key(5)], 2)),
            (Role::Snapshot, (vec![key(6)], 1)),
            (Role::Timestamp, (vec![key(7)], 1)),
        ];
        let expires = [(Role::Root, 365), (Role::Targets, 90), (Role::Snapshot, 30), (Role::Timestamp, 7)];
        let mut publisher = Self {
            roles: roles.into(),
            root: 0,
            release: 0,
            snapshot: 0,
            timestamp: 0,
            expires: expires.map(|(role, days)| (role, NOW + days * DAY)).into(),
            packs: BTreeMap::new(),
            signers: BTreeMap::new(),
            files: Files::new(),
        };
        publisher.pack("cn.zzb", b"rules of version one", 1);
        publisher.publish_root(&[]);
        publisher.publish();
        publisher
    }

    pub fn pack(&mut self, name: &str, bytes: &[u8], version: u64) {
        self.packs.insert(name.to_owned(), (bytes.to_vec(), statement(version)));
    }

    fn expires(&self, role: Role) -> i64 {
        self.expires[&role]
    }

    fn signed(&self, role: Role, mut draft: Draft) -> Vec<u8> {
        let (keys, threshold) = &self.roles[&role];
        let signers = self.signers.get(&role).cloned().unwrap_or_else(|| keys[..*threshold].to_vec());
        for key in &signers {
            draft.sign(key);
        }
        draft.to_bytes()
    }

    /// The next root, signed by its own keys and those given, which are of the root before.
    pub fn publish_root(&mut self, before: &[PrivateKey]) {
        self.root += 1;
        let keys =
            |(keys, threshold): &(Vec<PrivateKey>, usize)| (keys.iter().map(PrivateKey::public).collect(), *threshold);
        let keys = Keys { roles: self.roles.iter().map(|(role, who)| (*role, keys(who))).collect() };
        let mut draft = keys.root(self.root, self.expires(Role::Root));
        for key in before {
            draft.sign(key);
        }
        let bytes = self.signed(Role::Root, draft);
        self.files.insert(format!("metadata/{}.root.json", self.root), bytes);
    }

    /// A release: targets, snapshot and timestamp with the next versions.
    pub fn publish(&mut self) {
        self.release += 1;
        let entries =
            self.packs.iter().map(|(name, (bytes, statement))| (name.clone(), author::entry(bytes, statement)));
        let draft = author::targets(self.release, self.expires(Role::Targets), entries.collect());
        let bytes = self.signed(Role::Targets, draft);
        for (name, (bytes, _)) in &self.packs {
            self.files.insert(format!("targets/{}.{name}", sha256(bytes)), bytes.clone());
        }
        self.files.insert(format!("metadata/{}.targets.json", self.release), bytes);
        self.publish_snapshot();
        self.publish_timestamp();
    }

    pub fn publish_snapshot(&mut self) {
        self.snapshot += 1;
        let targets = self.files[&format!("metadata/{}.targets.json", self.release)].clone();
        let draft = author::snapshot(self.snapshot, self.expires(Role::Snapshot), (self.release, &targets));
        let bytes = self.signed(Role::Snapshot, draft);
        self.files.insert(format!("metadata/{}.snapshot.json", self.snapshot), bytes);
    }

    pub fn publish_timestamp(&mut self) {
        self.timestamp += 1;
        let snapshot = self.files[&format!("metadata/{}.snapshot.json", self.snapshot)].clone();
        let draft = author::timestamp(self.timestamp, self.expires(Role::Timestamp), (self.snapshot, &snapshot));
        let bytes = self.signed(Role::Timestamp, draft);
        self.files.insert("metadata/timestamp.json".to_owned(), bytes);
    }

    pub fn path_of(&self, pack: &str) -> String {
        format!("targets/{}.{pack}", sha256(&self.packs[pack].0))
    }
}

/// Someone whose engine updates itself.
#[derive(Clone)]
pub struct User {
    pub root: Vec<u8>,
    pub kept: Files,
    pub options: Options,
    /// The paths that the last update asked for.
    pub asked: Vec<String>,
}

impl User {
    /// Shipped with the publisher's first root.
    pub fn of(publisher: &Publisher) -> Self {
        Self {
            root: publisher.files["metadata/1.root.json"].clone(),
            kept: Files::new(),
            options: Options { now: NOW, ..Options::default() },
            asked: Vec::new(),
        }
    }

    pub fn update(&mut self, repository: &Files) -> Result<Trusted, TrustError> {
        self.asked.clear();
        let mut client = Client::new(&self.root, self.kept.clone(), self.options.clone())?;
        while let Some(want) = client.want() {
            let bytes = repository.get(&want.path).map(Vec::as_slice);
            self.asked.push(want.path);
            let taken = client.take(bytes);
            self.keep(client.changes());
            taken?;
        }
        let trusted = client.trusted()?;
        let changes = client.commit()?;
        self.keep(changes);
        Ok(trusted)
    }

    pub fn keep(&mut self, changes: Vec<Change>) {
        for Change { name, bytes } in changes {
            match bytes {
                Some(bytes) => self.kept.insert(name, bytes),
                None => self.kept.remove(&name),
            };
        }
    }

    /// The bytes of the one pack in use, as after a start without a connection.
    pub fn uses(&self) -> Result<Vec<u8>, TrustError> {
        client::kept(&self.root, &self.kept, &self.options).map(|trusted| trusted.packs[0].bytes.clone())
    }
}

impl Publisher {
    /// Lists files again that were put in the place of the latest: 2 the snapshot, 3 the targets.
    pub fn publish_snapshot_of(&mut self, which: usize) {
        let files = self.files.clone();
        if which == 3 {
            self.snapshot -= 1;
            self.publish_snapshot();
        } else {
            let path = format!("metadata/{}.snapshot.json", self.snapshot);
            self.files.insert(path.clone(), files[&path].clone());
        }
        self.timestamp -= 1;
        self.publish_timestamp();
    }
}
