//! Signs packs with what their publisher states about them, and adds signatures to what is signed by several people.

use super::args::SignArgs;
use super::{files, keys, said};
use crate::{Fallible, OK};
use serde_json::Value;
use std::collections::BTreeMap;
use std::path::Path;
use zhunze::pack::Bundle;
use zhunze::trust::author::{self, Draft};
use zhunze::trust::key::PrivateKey;
use zhunze::trust::metadata::{Metadata, Role, is_plain};
use zhunze::trust::statement::{EngineVersion, engine_version};
use zhunze::trust::{ENGINE, Statement, time};

pub fn run(args: &SignArgs) -> Fallible<u8> {
    let keys = keys::private(&args.key)?;
    match (args.input.as_slice(), &args.output) {
        ([file], None) => add(file, &keys),
        (_, Some(output)) => packs(args, &keys, output),
        _ => Err("请用 -o 指定签名文件写到哪里 / say with -o where to write the signed list".to_owned()),
    }
}

/// Adds signatures to metadata, in place.
fn add(path: &Path, keys: &[PrivateKey]) -> Fallible<u8> {
    let shown = path.display();
    let mut draft = Draft::read(&files::read(path)?).ok_or_else(|| {
        format!(
            "{shown}: 不是待签名的元数据；要给规则包签名，请加 -o / not metadata to be signed; to sign packs, add -o"
        )
    })?;
    for key in keys {
        draft.sign(key);
    }
    files::replace(path, &draft.to_bytes())?;
    let role = draft.role().map_or("?", Role::name);
    eprintln!("{shown}  {role} {}  +{} 签名 signatures", draft.version().unwrap_or_default(), keys.len());
    Ok(OK)
}

/// The release before: its version and its entries.
fn before(args: &SignArgs) -> Fallible<(u64, BTreeMap<String, Value>)> {
    let Some(path) = &args.after else { return Ok((0, BTreeMap::new())) };
    let metadata = Metadata::read(Role::Targets, &path.display().to_string(), &files::read(path)?);
    let metadata = metadata.map_err(|e| said(&e))?;
    let all = metadata.signed.get("targets").and_then(Value::as_object).cloned().unwrap_or_default();
    let mut entries: BTreeMap<String, Value> = all.into_iter().collect();
    for name in &args.withdraw {
        if entries.remove(name).is_none() {
            return Err(format!("{}: 没有可撤下的 {name} / there is no {name} to withdraw", path.display()));
        }
    }
    Ok((metadata.version, entries))
}

fn packs(args: &SignArgs, keys: &[PrivateKey], output: &Path) -> Fallible<u8> {
    let (version, mut entries) = before(args)?;
    for path in &args.input {
        let shown = path.display();
        let name = path.file_name().and_then(|n| n.to_str()).filter(|name| is_plain(name)).ok_or_else(|| {
            format!("{shown}: 文件名只能由英文字母、数字、点、横线和下划线组成 / a pack's file name has only letters, digits, dots, dashes and underscores")
        })?;
        let bytes = files::read(path)?;
        let statement = statement(args, &shown.to_string(), &bytes, entries.get(name))?;
        eprintln!(
            "{name}  {} 版本 version {}  有效至 expires {}",
            statement.id,
            statement.version,
            time::write(statement.expires).unwrap_or_default()
        );
        entries.insert(name.to_owned(), author::entry(&bytes, &statement));
    }
    let mut draft = author::targets(version.saturating_add(1), args.until.at(), entries);
    for key in keys {
        draft.sign(key);
    }
    files::replace(output, &draft.to_bytes())?;
    eprintln!("{}  targets {}，{} 个签名 signatures", output.display(), version.saturating_add(1), keys.len());
    Ok(OK)
}

/// What is stated about a pack. Nobody signs what does not load.
fn statement(args: &SignArgs, shown: &str, bytes: &[u8], before: Option<&Value>) -> Fallible<Statement> {
    let decoded = Bundle::verify(bytes).and_then(|()| Bundle::decode(bytes, false));
    let bundle = decoded.map_err(|e| format!("{shown}: {} / {}", e.message().zh, e.message().en))?;
    let single = match bundle.packs.as_slice() {
        [one] => Some(&one.core.meta),
        _ => None,
    };
    let missing = |flag: &str| format!("{shown}: 请用 {flag} 说明 / say it with {flag}");
    let old = before.and_then(|entry| Statement::from_entry(shown, entry).ok());
    let id = args.id.clone().or_else(|| single.map(|meta| meta.id.clone()));
    let id = id.or_else(|| old.as_ref().map(|s| s.id.clone())).ok_or_else(|| missing("--id"))?;
    let same = before.is_some_and(|entry| entry["hashes"]["sha256"] == zhunze::trust::key::sha256(bytes));
    let next = old.as_ref().map_or(1, |s| s.version.saturating_add(u64::from(!same)));
    let version = args.release.or_else(|| single.map(|meta| u64::from(meta.version))).unwrap_or(next);
    if version < next {
        return Err(format!(
            "{shown}: 内容已变，版本 {version} 却不高于上一次发布；请提高包的版本，或用 --release {next} / its content changed and version {version} is not above that of the release before; raise the pack's version, or give --release {next}"
        ));
    }
    let [major, minor, _] = engine_version(ENGINE).unwrap_or_default();
    let below: EngineVersion = if major == 0 { [0, minor + 1, 0] } else { [major + 1, 0, 0] };
    let issuer = args.issuer.clone().or_else(|| old.as_ref().map(|s| s.issuer.clone()));
    let statement = Statement {
        issuer: issuer.ok_or_else(|| missing("--issuer"))?,
        id,
        version,
        issued: args.until.now(),
        expires: args.until.at(),
        engine_from: args.engine_from.unwrap_or([major, minor, 0]),
        engine_below: args.engine_below.unwrap_or(below),
        law_status: args.law_status.ok_or_else(|| missing("--law-status"))?,
    };
    statement.check().map_err(|m| format!("{shown}: {} / {}", m.zh, m.en))?;
    Ok(statement)
}
