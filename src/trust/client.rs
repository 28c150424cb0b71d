//! The client: TUF's workflow as a machine without input or output. It says which file it wants, the host brings it, and every
//! file is verified before the next is asked for. What a host keeps between two updates are the files in [`Files`], no more.
//!
//! | kept | what it is |
//! | --- | --- |
//! | `N.root.json` | the roots that followed the one the host was shipped with |
//! | `timestamp.json`, `snapshot.json`, `targets.json` | the latest that were verified, against rollback |
//! | `current.json` | the targets metadata of the packs in use; replacing this one file is the swap |
//! | `packs/DIGEST.NAME` | the packs in use |

use super::error::TrustError;
use super::key::sha256;
use super::metadata::{Listed, Metadata, Role, Root, Target, is_plain, listed, targets};
use super::statement::Statement;
use super::time::Seconds;
use crate::pack::layout::MAX_BYTES;
use std::collections::{BTreeMap, BTreeSet};

/// Most roots that one update follows.
const MAX_ROOTS: u64 = 256;
const TIMESTAMP: &str = "timestamp.json";
const SNAPSHOT: &str = "snapshot.json";
const TARGETS: &str = "targets.json";
const CURRENT: &str = "current.json";

/// Files by name.
pub type Files = BTreeMap<String, Vec<u8>>;

/// What the caller decides.
#[derive(Clone, Debug, Default)]
pub struct Options {
    /// The time, in seconds since 1970.
    pub now: Seconds,
    /// The lowest version of a pack that is accepted, by its publisher's statement.
    pub lowest: u64,
    /// Whether what is out of date is accepted, and noted: for replaying old checks, not for updates.
    pub allow_expired: bool,
    /// The names of the packs to take; every pack of the release where none is named.
    pub packs: Vec<String>,
    /// `DIGEST.NAME` of the packs that the host verified and has loaded. Where a release has these and no others, their bytes are not
    /// looked at again, and [`Trusted`] comes without them.
    pub in_use: Vec<String>,
}

/// A file that the host should bring.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Want {
    /// Its path below the repository's address.
    pub path: String,
    /// The most bytes worth reading.
    pub limit: usize,
    /// Whether it may not be there: then the host brings nothing. Not being able to ask is no such answer.
    pub optional: bool,
}

/// Something to keep, or to delete where there are no bytes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Change {
    /// The name in [`Files`].
    pub name: String,
    /// The content.
    pub bytes: Option<Vec<u8>>,
}

/// A pack whose bytes are those that its publisher signed.
#[derive(Clone, Debug)]
pub struct TrustedPack {
    /// Its file name.
    pub name: String,
    /// Its SHA-256 in hexadecimal.
    pub sha256: String,
    /// What its publisher states; nothing where it was not signed and that was allowed.
    pub statement: Option<Statement>,
    /// Its bytes, not decoded; none where the host has it in use.
    pub bytes: Vec<u8>,
}

/// Packs that may be loaded.
#[derive(Clone, Debug, Default)]
pub struct Trusted {
    /// The version of the root they were trusted by; 0 where there was none.
    pub root: u64,
    /// The version of the targets metadata that lists them; 0 where there was none.
    pub release: u64,
    /// The packs, by name.
    pub packs: Vec<TrustedPack>,
    /// Whether they are others than those in use before.
    pub changed: bool,
    /// What would have been refused and was allowed.
    pub notes: Vec<TrustError>,
}

#[derive(Debug)]
enum Step {
    Root,
    Timestamp,
    Snapshot(Listed),
    Targets(Listed),
    Packs(Vec<(Target, Statement)>),
    Done,
}

/// Timestamp, snapshot or targets metadata that was trusted before, with what it lists.
type Earlier = (Metadata, BTreeMap<String, Listed>);

/// An update on its way.
#[derive(Debug)]
pub struct Client {
    options: Options,
    root: Root,
    first_root: u64,
    kept: Files,
    changed: BTreeSet<String>,
    step: Step,
    release: u64,
    release_bytes: Vec<u8>,
    packs: Vec<TrustedPack>,
    /// The packs are those in use, and came without their bytes.
    reused: bool,
    notes: Vec<TrustError>,
}

impl Client {
    /// Starts an update from the root that the host was shipped with and the files it kept.
    ///
    /// # Errors
    /// A [`TrustError`] of that root. Kept files that do not verify are asked for again.
    pub fn new(root: &[u8], kept: Files, options: Options) -> Result<Self, TrustError> {
        let root = follow(root, &kept)?;
        Ok(Self {
            options,
            first_root: root.metadata.version,
            root,
            kept,
            changed: BTreeSet::new(),
            step: Step::Root,
            release: 0,
            release_bytes: Vec::new(),
            packs: Vec::new(),
            reused: false,
            notes: Vec::new(),
        })
    }

    /// The file that is wanted next; nothing when all is there.
    #[must_use]
    pub fn want(&self) -> Option<Want> {
        let path = |version: u64, name: &str| {
            if self.root.consistent_snapshot {
                format!("metadata/{version}.{name}")
            } else {
                format!("metadata/{name}")
            }
        };
        let wanted = |path, limit| Some(Want { path, limit, optional: false });
        match &self.step {
            Step::Root => {
                Some(Want { path: format!("metadata/{}", self.next_root()), limit: Role::Root.limit(), optional: true })
            }
            Step::Timestamp => wanted(format!("metadata/{TIMESTAMP}"), Role::Timestamp.limit()),
            Step::Snapshot(listed) => wanted(path(listed.version, SNAPSHOT), listed.limit(Role::Snapshot)),
            Step::Targets(listed) => wanted(path(listed.version, TARGETS), listed.limit(Role::Targets)),
            Step::Packs(missing) => missing.last().and_then(|(target, _)| {
                let Target { name, sha256, .. } = target;
                let consistent = self.root.consistent_snapshot;
                let path = if consistent { format!("targets/{sha256}.{name}") } else { format!("targets/{name}") };
                wanted(path, target.length)
            }),
            Step::Done => None,
        }
    }

    /// Takes the file that was wanted, or nothing where it is not there.
    ///
    /// # Errors
    /// Why it is not trusted. The update is then over; what was verified before stays in [`Self::changes`].
    pub fn take(&mut self, bytes: Option<&[u8]>) -> Result<(), TrustError> {
        let Some(Want { path, limit, optional }) = self.want() else { return Ok(()) };
        match bytes {
            None if !optional => return Err(TrustError::Missing { file: path }),
            Some(bytes) if bytes.len() > limit => {
                return Err(match self.step {
                    // The length is signed, so one byte more is another file.
                    Step::Packs(_) => TrustError::Altered { file: path },
                    _ => TrustError::TooLarge { file: path, limit },
                });
            }
            _ => {}
        }
        match (std::mem::replace(&mut self.step, Step::Done), bytes) {
            (Step::Root, bytes) => self.take_root(bytes),
            (Step::Timestamp, Some(bytes)) => self.take_timestamp(bytes),
            (Step::Snapshot(listed), Some(bytes)) => self.take_snapshot(&listed, &path, bytes),
            (Step::Targets(listed), Some(bytes)) => self.take_targets(&listed, &path, bytes),
            (Step::Packs(mut missing), Some(bytes)) => {
                if let Some((target, statement)) = missing.pop() {
                    self.packs.push(trusted(&target, statement, &path, bytes)?);
                }
                self.step = if missing.is_empty() { Step::Done } else { Step::Packs(missing) };
                Ok(())
            }
            _ => Ok(()),
        }
    }

    /// Metadata that was verified since the last call, to be kept at once, whatever becomes of the update.
    pub fn changes(&mut self) -> Vec<Change> {
        let names = std::mem::take(&mut self.changed);
        let change = |name: String| Change { bytes: self.kept.get(&name).cloned(), name };
        names.into_iter().map(change).collect()
    }

    /// The packs, once nothing is wanted any more.
    ///
    /// # Errors
    /// [`TrustError::Missing`] names the file that is still wanted.
    pub fn trusted(&self) -> Result<Trusted, TrustError> {
        if let Some(want) = self.want() {
            return Err(TrustError::Missing { file: want.path });
        }
        let mut packs = self.packs.clone();
        packs.sort_by(|a, b| a.name.cmp(&b.name));
        let before = self.kept.keys().filter(|name| name.starts_with("packs/"));
        let changed = !before.eq(packs.iter().map(kept_name).collect::<BTreeSet<_>>().iter());
        Ok(Trusted {
            root: self.root.metadata.version,
            release: self.release,
            packs,
            changed,
            notes: self.notes.clone(),
        })
    }

    /// What to keep so that the packs of this update are those in use, in this order: the packs, then `current.json`, which is the
    /// swap, then what is no longer used. For after the packs were loaded.
    ///
    /// # Errors
    /// As [`Self::trusted`].
    pub fn commit(&mut self) -> Result<Vec<Change>, TrustError> {
        let trusted = self.trusted()?;
        let mut changes = self.changes();
        let new: Files = trusted.packs.into_iter().map(|pack| (kept_name(&pack), pack.bytes)).collect();
        let old: Vec<String> = self.kept.keys().filter(|name| name.starts_with("packs/")).cloned().collect();
        for (name, bytes) in &new {
            if !self.reused && self.kept.get(name) != Some(bytes) {
                changes.push(Change { name: name.clone(), bytes: Some(bytes.clone()) });
            }
        }
        if self.kept.get(CURRENT) != Some(&self.release_bytes) {
            changes.push(Change { name: CURRENT.to_owned(), bytes: Some(self.release_bytes.clone()) });
            self.kept.insert(CURRENT.to_owned(), self.release_bytes.clone());
        }
        for name in old {
            if !new.contains_key(&name) {
                self.kept.remove(&name);
                changes.push(Change { name, bytes: None });
            }
        }
        if !self.reused {
            self.kept.extend(new);
        }
        Ok(changes)
    }

    fn next_root(&self) -> String {
        format!("{}.root.json", self.root.metadata.version.saturating_add(1))
    }

    fn keep(&mut self, name: &str, bytes: &[u8]) {
        self.kept.insert(name.to_owned(), bytes.to_vec());
        self.changed.insert(name.to_owned());
    }

    /// Metadata that was kept, if it still verifies by the root of now: revoking a key forgets what it signed.
    fn earlier(&self, role: Role, name: &str) -> Option<Earlier> {
        let metadata = Metadata::read(role, name, self.kept.get(name)?).ok()?;
        self.root.verify(&metadata).ok()?;
        let lists = if role == Role::Targets { BTreeMap::new() } else { listed(&metadata).ok()? };
        Some((metadata, lists))
    }

    fn fresh(&mut self, metadata: &Metadata) -> Result<(), TrustError> {
        let fresh = metadata.fresh(self.options.now);
        allowed(fresh, self.options.allow_expired, &mut self.notes)
    }

    fn take_root(&mut self, bytes: Option<&[u8]>) -> Result<(), TrustError> {
        let followed = self.root.metadata.version.saturating_sub(self.first_root);
        if let Some(bytes) = bytes {
            let name = self.next_root();
            self.root = self.root.next(&format!("metadata/{name}"), bytes)?;
            self.keep(&name, bytes);
            if followed < MAX_ROOTS {
                self.step = Step::Root;
                return Ok(());
            }
        }
        let metadata = self.root.metadata.clone();
        self.fresh(&metadata)?;
        self.step = Step::Timestamp;
        Ok(())
    }

    fn take_timestamp(&mut self, bytes: &[u8]) -> Result<(), TrustError> {
        let file = format!("metadata/{TIMESTAMP}");
        let metadata = Metadata::read(Role::Timestamp, &file, bytes)?;
        self.root.verify(&metadata)?;
        let snapshot = |lists: &BTreeMap<String, Listed>| lists.get(SNAPSHOT).cloned();
        let mut latest =
            snapshot(&listed(&metadata)?).ok_or_else(|| TrustError::Malformed { file: file.clone(), what: "meta" })?;
        let mut metadata = metadata;
        if let Some((earlier, lists)) = self.earlier(Role::Timestamp, TIMESTAMP) {
            not_older(&file, metadata.version, earlier.version)?;
            if let Some(trusted) = snapshot(&lists) {
                not_older(SNAPSHOT, latest.version, trusted.version)?;
                if metadata.version == earlier.version {
                    // One version has one content; the one that was trusted first counts.
                    (metadata, latest) = (earlier, trusted);
                }
            }
        }
        if self.kept.get(TIMESTAMP).is_none_or(|kept| kept != bytes) && metadata.file == file {
            self.keep(TIMESTAMP, bytes);
        }
        self.fresh(&metadata)?;
        match self.kept.get(SNAPSHOT).cloned() {
            Some(kept) if self.expected(Role::Snapshot, &latest, SNAPSHOT, &kept).is_ok() => {
                self.take_snapshot(&latest, SNAPSHOT, &kept)
            }
            _ => {
                self.step = Step::Snapshot(latest);
                Ok(())
            }
        }
    }

    /// Metadata that is the very file that other metadata lists.
    fn expected(&self, role: Role, listed: &Listed, file: &str, bytes: &[u8]) -> Result<Metadata, TrustError> {
        let matches = listed.matches(file, bytes);
        let metadata = Metadata::read(role, file, bytes).and_then(|m| self.root.verify(&m).map(|()| m));
        // What is signed and of another release says more than a digest that does not match.
        if let Ok(metadata) = &metadata {
            listed.is_version_of(metadata)?;
        }
        matches.and(metadata)
    }

    fn take_snapshot(&mut self, latest: &Listed, file: &str, bytes: &[u8]) -> Result<(), TrustError> {
        let metadata = self.expected(Role::Snapshot, latest, file, bytes)?;
        let lists = listed(&metadata)?;
        if let Some((_, earlier)) = self.earlier(Role::Snapshot, SNAPSHOT) {
            for (name, trusted) in &earlier {
                let found = lists.get(name).ok_or_else(|| TrustError::Missing { file: name.clone() })?;
                not_older(name, found.version, trusted.version)?;
            }
        }
        let release = lists.get(TARGETS).cloned();
        let release = release.ok_or_else(|| TrustError::Malformed { file: file.to_owned(), what: "meta" })?;
        self.fresh(&metadata)?;
        if self.kept.get(SNAPSHOT).is_none_or(|kept| kept != bytes) {
            self.keep(SNAPSHOT, bytes);
        }
        match self.kept.get(TARGETS).cloned() {
            Some(kept) if self.expected(Role::Targets, &release, TARGETS, &kept).is_ok() => {
                self.take_targets(&release, TARGETS, &kept)
            }
            _ => {
                self.step = Step::Targets(release);
                Ok(())
            }
        }
    }

    fn take_targets(&mut self, release: &Listed, file: &str, bytes: &[u8]) -> Result<(), TrustError> {
        let metadata = self.expected(Role::Targets, release, file, bytes)?;
        self.fresh(&metadata)?;
        let earlier = match self.earlier(Role::Targets, TARGETS) {
            Some((earlier, _)) => targets(&earlier).unwrap_or_default(),
            None => BTreeMap::new(),
        };
        let chosen = choose(&metadata, &self.options, &mut self.notes)?;
        for (target, statement) in &chosen {
            let stated = earlier.get(&target.name).map(|old| (old, Statement::from_entry(&old.name, &old.entry)));
            if let Some((old, Ok(before))) = stated {
                let other = u64::from(old.sha256 != target.sha256);
                not_older(&target.name, statement.version, before.version.saturating_add(other))?;
            }
        }
        if self.kept.get(TARGETS).is_none_or(|kept| kept != bytes) {
            self.keep(TARGETS, bytes);
        }
        self.release = metadata.version;
        self.release_bytes = bytes.to_vec();
        let reused = |target: &Target| {
            let name = format!("{}.{}", target.sha256, target.name);
            self.options.in_use.contains(&name) && self.kept.contains_key(&format!("packs/{name}"))
        };
        if chosen.iter().all(|(target, _)| reused(target)) {
            self.reused = true;
            self.packs = chosen.into_iter().map(|(target, statement)| pack(&target, statement, Vec::new())).collect();
            self.step = Step::Done;
            return Ok(());
        }
        let mut missing = Vec::new();
        for (target, statement) in chosen {
            let name = format!("packs/{}.{}", target.sha256, target.name);
            match self.kept.get(&name).map(|kept| trusted(&target, statement.clone(), &name, kept)) {
                Some(Ok(pack)) => self.packs.push(pack),
                _ => missing.push((target, statement)),
            }
        }
        self.step = if missing.is_empty() { Step::Done } else { Step::Packs(missing) };
        Ok(())
    }
}

/// The packs in use, from the files that were kept and nothing else: for starting, with or without a connection. Metadata that is
/// out of date is noted, since nobody may have been there to renew it; a pack that is out of date is refused unless that is allowed.
///
/// # Errors
/// Why they are not trusted; [`TrustError::Missing`] where none are kept.
pub fn kept(root: &[u8], files: &Files, options: &Options) -> Result<Trusted, TrustError> {
    let root = follow(root, files)?;
    let release = files.get(CURRENT).ok_or_else(|| TrustError::Missing { file: CURRENT.to_owned() })?;
    let mut notes = Vec::new();
    allowed(root.metadata.fresh(options.now), true, &mut notes)?;
    if let Some(bytes) = files.get(TIMESTAMP) {
        let fresh = Metadata::read(Role::Timestamp, TIMESTAMP, bytes).and_then(|m| m.fresh(options.now));
        allowed(fresh, true, &mut notes)?;
    }
    release_of(&root, (CURRENT, release), options, notes, |target| {
        let name = format!("packs/{}.{}", target.sha256, target.name);
        files.get_key_value(&name).map(|(name, bytes)| (name.as_str(), bytes.as_slice())).ok_or(name)
    })
}

/// Packs, by their names, that are signed and not published yet.
///
/// # Errors
/// Why they are not trusted.
pub fn listed_packs(root: &[u8], signed: &[u8], packs: &Files, options: &Options) -> Result<Trusted, TrustError> {
    let root = Root::anchor("root.json", root)?;
    let mut notes = Vec::new();
    allowed(root.metadata.fresh(options.now), options.allow_expired, &mut notes)?;
    release_of(&root, (TARGETS, signed), options, notes, |target| {
        let found = packs.get_key_value(&target.name);
        found.map(|(name, bytes)| (name.as_str(), bytes.as_slice())).ok_or_else(|| target.name.clone())
    })
}

/// The packs of a release that is signed by the root's keys; `find` answers the name and bytes of a pack, or the name it misses.
fn release_of<'a>(
    root: &Root,
    (file, bytes): (&str, &[u8]),
    options: &Options,
    mut notes: Vec<TrustError>,
    find: impl Fn(&Target) -> Result<(&'a str, &'a [u8]), String>,
) -> Result<Trusted, TrustError> {
    let metadata = Metadata::read(Role::Targets, file, bytes)?;
    root.verify(&metadata)?;
    let mut packs = Vec::new();
    for (target, statement) in choose(&metadata, options, &mut notes)? {
        let (name, bytes) = find(&target).map_err(|file| TrustError::Missing { file })?;
        packs.push(trusted(&target, statement, name, bytes)?);
    }
    Ok(Trusted { root: root.metadata.version, release: metadata.version, packs, changed: false, notes })
}

/// Verifies a whole repository, given by the paths of its files, from a trusted root.
///
/// # Errors
/// Why it is not trusted.
pub fn verify(root: &[u8], repository: &Files, options: Options) -> Result<Trusted, TrustError> {
    let mut client = Client::new(root, Files::new(), options)?;
    while let Some(want) = client.want() {
        client.take(repository.get(&want.path).map(Vec::as_slice))?;
    }
    client.trusted()
}

/// A pack without any signature.
///
/// # Errors
/// [`TrustError::Unsigned`], unless the caller allows it.
pub fn unsigned(name: &str, bytes: &[u8], allow_unsigned: bool) -> Result<Trusted, TrustError> {
    let note = TrustError::Unsigned { file: name.to_owned() };
    if !allow_unsigned {
        return Err(note);
    }
    let pack = TrustedPack { name: name.to_owned(), sha256: sha256(bytes), statement: None, bytes: bytes.to_vec() };
    Ok(Trusted { packs: vec![pack], changed: true, notes: vec![note], ..Trusted::default() })
}

/// From where trust starts along the roots that were kept.
fn follow(root: &[u8], kept: &Files) -> Result<Root, TrustError> {
    let mut root = Root::anchor("root.json", root)?;
    for _ in 0..MAX_ROOTS {
        let name = format!("{}.root.json", root.metadata.version.saturating_add(1));
        match kept.get(&name).map(|bytes| root.next(&name, bytes)) {
            Some(Ok(next)) => root = next,
            _ => break,
        }
    }
    Ok(root)
}

/// The packs of a release that the caller wants and may use.
fn choose(
    metadata: &Metadata,
    options: &Options,
    notes: &mut Vec<TrustError>,
) -> Result<Vec<(Target, Statement)>, TrustError> {
    let all = targets(metadata)?;
    let named: Vec<&Target> = if options.packs.is_empty() {
        all.values().filter(|t| t.entry.get("custom").is_some_and(|c| c.get("zhunze").is_some())).collect()
    } else {
        let find = |name: &String| {
            let target = all.get(name).filter(|_| is_plain(name));
            target.ok_or_else(|| TrustError::Missing { file: name.clone() })
        };
        options.packs.iter().map(find).collect::<Result<_, _>>()?
    };
    if named.is_empty() {
        return Err(TrustError::Missing { file: "custom.zhunze".to_owned() });
    }
    let mut chosen: Vec<(Target, Statement)> = Vec::new();
    for target in named {
        let file = || target.name.clone();
        let statement = Statement::from_entry(&target.name, &target.entry)?;
        if target.length > MAX_BYTES {
            return Err(TrustError::TooLarge { file: file(), limit: MAX_BYTES });
        }
        not_older(&target.name, statement.version, options.lowest)?;
        statement.fits(&target.name)?;
        let fresh = if options.now < statement.expires {
            Ok(())
        } else {
            Err(TrustError::Expired { file: file(), at: statement.expires })
        };
        allowed(fresh, options.allow_expired, notes)?;
        chosen.push((target.clone(), statement));
    }
    Ok(chosen)
}

/// A pack whose bytes are those of its entry.
fn trusted(target: &Target, statement: Statement, file: &str, bytes: &[u8]) -> Result<TrustedPack, TrustError> {
    if bytes.len() != target.length || sha256(bytes) != target.sha256 {
        return Err(TrustError::Altered { file: file.to_owned() });
    }
    Ok(pack(target, statement, bytes.to_vec()))
}

fn pack(target: &Target, statement: Statement, bytes: Vec<u8>) -> TrustedPack {
    TrustedPack { name: target.name.clone(), sha256: target.sha256.clone(), statement: Some(statement), bytes }
}

fn kept_name(pack: &TrustedPack) -> String {
    format!("packs/{}.{}", pack.sha256, pack.name)
}

fn not_older(file: &str, found: u64, lowest: u64) -> Result<(), TrustError> {
    if found >= lowest { Ok(()) } else { Err(TrustError::Older { file: file.to_owned(), found, lowest }) }
}

/// Turns an expiry into a note where it is allowed; other causes are never allowed.
fn allowed(fresh: Result<(), TrustError>, allow: bool, notes: &mut Vec<TrustError>) -> Result<(), TrustError> {
    match fresh {
        Err(note @ TrustError::Expired { .. }) if allow => {
            notes.push(note);
            Ok(())
        }
        other => other,
    }
}
