//! Takes in the latest packs of a repository. What is in use stays until all of the new is verified and loads.

use super::args::PullArgs;
use super::wire::{Lost, Wire};
use super::{files, refused, said, show};
use crate::{Fallible, OK};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use zhunze::pack::Bundle;
use zhunze::trust::{Change, Client, Files, Trusted, client};

/// Below the folder of the packs: what the client keeps.
pub const KEPT: &str = "trust";
pub const ROOT: &str = "root.json";

pub fn run(args: &PullArgs) -> Fallible<u8> {
    let store = args.output.join(KEPT);
    let kept = files::below(&store)?;
    let root = match &args.root {
        Some(path) => files::read(path)?,
        None => kept.get(ROOT).cloned().ok_or_else(|| {
            let shown = args.output.display();
            format!("{shown}: 第一次更新请用 --root 给出可信的根 / give the root that trust starts from with --root the first time")
        })?,
    };
    let options = args.trusting.options();
    let mut client = match Client::new(&root, kept.clone(), options.clone()) {
        Ok(client) => client,
        Err(error) => return Ok(refused(&error, args.trusting.format)),
    };
    if kept.get(ROOT) != Some(&root) {
        files::replace(&store.join(ROOT), &root)?;
    }
    let wire = Wire::to(&args.from)?;
    while let Some(want) = client.want() {
        let bytes = match wire.get(&want) {
            Ok(bytes) => bytes,
            Err(Lost::Offline(why)) => return offline(args, &why, &root, &files::below(&store)?),
        };
        let taken = client.take(bytes.as_deref());
        keep(&store, client.changes())?;
        if let Err(error) = taken {
            return Ok(refused(&error, args.trusting.format));
        }
    }
    let trusted = client.trusted().map_err(|e| said(&e))?;
    for pack in &trusted.packs {
        // A pack that is signed and does not load must not take the place of one that does.
        Bundle::verify(&pack.bytes)
            .and_then(|()| Bundle::decode(&pack.bytes, false))
            .map_err(|e| format!("{}: {} / {}", pack.name, e.message().zh, e.message().en))?;
    }
    keep(&store, client.commit().map_err(|e| said(&e))?)?;
    hand_out(args, &kept, &trusted)?;
    let state = if trusted.changed { "已更新 updated" } else { "没有变化 unchanged" };
    eprintln!("{}  {state}  root {}  release {}", args.output.display(), trusted.root, trusted.release);
    show(&trusted, args.trusting.format);
    Ok(OK)
}

/// Without a connection the packs in use go on, if there are any.
fn offline(args: &PullArgs, why: &str, root: &[u8], kept: &Files) -> Fallible<u8> {
    match client::kept(root, kept, &args.trusting.options()) {
        Ok(trusted) => {
            eprintln!("没有连上，继续使用已有的规则包 / offline; the packs in use stay: {why}");
            hand_out(args, kept, &trusted)?;
            show(&trusted, args.trusting.format);
            Ok(OK)
        }
        Err(error) => {
            Err(format!("没有连上，也没有可用的规则包 / offline, and no packs to go on with: {why}\n{}", said(&error)))
        }
    }
}

fn keep(store: &Path, changes: Vec<Change>) -> Fallible<()> {
    for Change { name, bytes } in changes {
        let path = store.join(&name);
        match bytes {
            Some(bytes) => files::replace(&path, &bytes)?,
            None => std::fs::remove_file(&path).map_err(|e| format!("{}: {e}", path.display()))?,
        }
    }
    Ok(())
}

/// The packs under their own names, for `--pack` and other hosts; those that were withdrawn go.
fn hand_out(args: &PullArgs, before: &Files, trusted: &Trusted) -> Fallible<()> {
    let now: BTreeSet<&str> = trusted.packs.iter().map(|pack| pack.name.as_str()).collect();
    for pack in &trusted.packs {
        let path = args.output.join(&pack.name);
        if std::fs::read(&path).ok().as_ref() != Some(&pack.bytes) {
            files::replace(&path, &pack.bytes)?;
        }
    }
    for name in before.keys().filter_map(|name| name.strip_prefix("packs/")?.split_once('.').map(|(_, name)| name)) {
        let path: PathBuf = args.output.join(name);
        if !now.contains(name) && path.exists() {
            std::fs::remove_file(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        }
    }
    Ok(())
}
