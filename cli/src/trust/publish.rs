//! Writes a release into a repository: a folder of files that are never changed, and `timestamp.json`, which says which of them are
//! the latest. It is replaced last, and only if the library's own client would take the release in.

use super::args::PublishArgs;
use super::{files, keys, said};
use crate::{BLOCKED, Fallible, OK};
use zhunze::pack::Bundle;
use zhunze::trust::author::{self, Draft};
use zhunze::trust::key::{PrivateKey, sha256};
use zhunze::trust::metadata::{Metadata, Role, Root, listed, targets};
use zhunze::trust::time::Seconds;
use zhunze::trust::{Client, Files, Options, TrustError};

const TIMESTAMP: &str = "metadata/timestamp.json";

pub fn run(args: &PublishArgs) -> Fallible<u8> {
    let keys = keys::private(&args.key)?;
    let known = files::below(&args.repository)?;
    let mut new = Files::new();
    let root = roots(args, &known, &mut new)?;
    let standing = Standing::read(&known).map_err(|e| said(&e))?;
    let release = release(args, &standing, &known, &mut new)?;

    let snapshot = standing.snapshot.saturating_add(1);
    let draft = author::snapshot(snapshot, args.in_days(args.snapshot_days), (release.0, &release.1));
    let bytes = signed(&root, Role::Snapshot, draft, &keys)?;
    let timestamp = standing.timestamp.saturating_add(1);
    let draft = author::timestamp(timestamp, args.in_days(args.timestamp_days), (snapshot, &bytes));
    new.insert(format!("metadata/{snapshot}.snapshot.json"), bytes);
    let latest = signed(&root, Role::Timestamp, draft, &keys)?;
    new.insert(TIMESTAMP.to_owned(), latest.clone());

    let mut all = known.clone();
    all.extend(new.clone());
    let first = first_root(&all).cloned().unwrap_or_default();
    if let Err(error) = accepted(&first, &known, &all, args.now()) {
        eprintln!("没有发布，使用者会拒绝它 / not published, since clients would refuse it: {}", said(&error));
        return Ok(BLOCKED);
    }
    new.remove(TIMESTAMP);
    for (name, bytes) in &new {
        if known.get(name) != Some(bytes) {
            files::replace(&args.repository.join(name), bytes)?;
        }
    }
    files::replace(&args.repository.join(TIMESTAMP), &latest)?;
    eprintln!(
        "{}  root {}  targets {}  snapshot {snapshot}  timestamp {timestamp}",
        args.repository.display(),
        root.metadata.version,
        release.0
    );
    Ok(OK)
}

/// Whether clients would take the release in: those who have the one before it, if there is one.
fn accepted(root: &[u8], before: &Files, after: &Files, now: Seconds) -> Result<(), TrustError> {
    let run = |kept: Files, repository: &Files, allow_expired: bool| {
        let options = Options { now, allow_expired, ..Options::default() };
        let mut client = Client::new(root, kept.clone(), options)?;
        let mut kept = kept;
        while let Some(want) = client.want() {
            client.take(repository.get(&want.path).map(Vec::as_slice))?;
        }
        let changes = client.commit()?;
        kept.extend(changes.into_iter().filter_map(|change| Some((change.name, change.bytes?))));
        Ok(kept)
    };
    let kept = run(Files::new(), before, true).unwrap_or_default();
    run(kept, after, false).map(drop)
}

/// The lowest root there is: where a client without any would start.
fn first_root(files: &Files) -> Option<&Vec<u8>> {
    let version = |name: &str| name.strip_prefix("metadata/")?.strip_suffix(".root.json")?.parse::<u64>().ok();
    files.iter().filter_map(|(name, bytes)| Some((version(name)?, bytes))).min_by_key(|(v, _)| *v).map(|(_, b)| b)
}

/// The root of now: those of the repository, and then those given, each checked against the one before.
fn roots(args: &PublishArgs, known: &Files, new: &mut Files) -> Fallible<Root> {
    let mut root = None;
    if let Some(bytes) = first_root(known) {
        let mut at = Root::anchor("metadata/*.root.json", bytes).map_err(|e| said(&e))?;
        loop {
            let name = format!("metadata/{}.root.json", at.metadata.version.saturating_add(1));
            let Some(bytes) = known.get(&name) else { break };
            at = at.next(&name, bytes).map_err(|e| said(&e))?;
        }
        root = Some(at);
    }
    for path in &args.root {
        let shown = path.display().to_string();
        let bytes = files::read(path)?;
        let next = match &root {
            None => Root::anchor(&shown, &bytes),
            // Published already: nothing to do.
            Some(_) if known.values().any(|known| *known == bytes) => continue,
            Some(root) => root.next(&shown, &bytes),
        };
        let next = next.map_err(|e| said(&e))?;
        new.insert(format!("metadata/{}.root.json", next.metadata.version), bytes);
        root = Some(next);
    }
    root.ok_or_else(|| {
        let shown = args.repository.display();
        format!("{shown}: 还没有根；第一次发布请给 --root / there is no root yet; give --root the first time")
    })
}

/// The versions that are published, whoever signed them: they go on where keys were changed. 0 where there is none.
#[derive(Default)]
struct Standing {
    timestamp: u64,
    snapshot: u64,
    release: u64,
}

impl Standing {
    fn read(known: &Files) -> Result<Self, TrustError> {
        let mut standing = Self::default();
        let Some(bytes) = known.get(TIMESTAMP) else { return Ok(standing) };
        let timestamp = Metadata::read(Role::Timestamp, TIMESTAMP, bytes)?;
        standing.timestamp = timestamp.version;
        standing.snapshot = listed(&timestamp)?.get("snapshot.json").map_or(0, |l| l.version);
        let name = format!("metadata/{}.snapshot.json", standing.snapshot);
        if let Some(bytes) = known.get(&name) {
            let snapshot = Metadata::read(Role::Snapshot, &name, bytes)?;
            standing.release = listed(&snapshot)?.get("targets.json").map_or(0, |l| l.version);
        }
        Ok(standing)
    }
}

/// The targets metadata of this release with its version; its packs are put among what is new.
fn release(args: &PublishArgs, standing: &Standing, known: &Files, new: &mut Files) -> Fallible<(u64, Vec<u8>)> {
    let Some(path) = &args.targets else {
        let name = format!("metadata/{}.targets.json", standing.release);
        let bytes = known.get(&name).cloned();
        return bytes
            .map(|bytes| (standing.release, bytes))
            .ok_or_else(|| "还没有发布过；请给 --targets / nothing is published yet; give --targets".to_owned());
    };
    let shown = path.display().to_string();
    let bytes = files::read(path)?;
    let metadata = Metadata::read(Role::Targets, &shown, &bytes).map_err(|e| said(&e))?;
    let version = metadata.version;
    let name = format!("metadata/{version}.targets.json");
    let published = version == standing.release && known.get(&name) == Some(&bytes);
    if version <= standing.release && !published {
        let (found, lowest) = (version, standing.release.saturating_add(1));
        return Err(format!(
            "{}；请用 zhunze sign --after 签在上一次发布之后 / sign it with --after the release before",
            said(&TrustError::Older { file: shown, found, lowest })
        ));
    }
    let mut given = Files::new();
    for path in &args.pack {
        let bytes = files::read(path)?;
        Bundle::verify(&bytes).map_err(|e| format!("{}: {} / {}", path.display(), e.message().zh, e.message().en))?;
        given.insert(sha256(&bytes), bytes);
    }
    for target in targets(&metadata).map_err(|e| said(&e))?.into_values() {
        let name = format!("targets/{}.{}", target.sha256, target.name);
        if known.contains_key(&name) {
            continue;
        }
        let Some(bytes) = given.get(&target.sha256) else {
            return Err(format!(
                "{shown}: 其中的 {} 没有给出，或者给出的不是签过名的那一份 / {} is not given, or not the one that was signed",
                target.name, target.name
            ));
        };
        new.insert(name, bytes.clone());
    }
    new.insert(name, bytes.clone());
    Ok((version, bytes))
}

/// Signs with those of the given keys that the root names for the role.
fn signed(root: &Root, role: Role, mut draft: Draft, keys: &[PrivateKey]) -> Fallible<Vec<u8>> {
    let signers = root.roles.get(&role);
    let own = keys.iter().filter(|key| signers.is_some_and(|s| s.keys.contains(&key.public().id())));
    let own: Vec<&PrivateKey> = own.collect();
    let needed = signers.map_or(1, |s| s.threshold);
    if own.len() < needed {
        let (name, given) = (role.name(), own.len());
        return Err(format!(
            "角色 {name} 需要 {needed} 个密钥，--key 给出了 {given} 个 / the role {name} takes {needed} keys and --key gives {given}"
        ));
    }
    for key in own {
        draft.sign(key);
    }
    Ok(draft.to_bytes())
}
