//! On whose word a pack file is loaded: it came through the trust client, it is one of the built-in packs, or the caller says so.

use crate::args::PackArgs;
use crate::trust::args::clock;
use crate::trust::pull::{KEPT, ROOT};
use crate::trust::{files, said};
use crate::{Fallible, packs};
use std::path::Path;
use zhunze::host;
use zhunze::pack::{Bundle, PackError};
use zhunze::trust::{Options, TrustError, client};

/// Whether a folder is one that `pull` keeps.
pub fn is_pulled(folder: &Path) -> bool {
    folder.join(KEPT).join(ROOT).is_file()
}

/// The files that a path stands for, each with its name: all packs of a pulled folder, or one file.
pub fn files(path: &Path, args: &PackArgs) -> Fallible<Vec<(String, Vec<u8>)>> {
    if path.is_dir() {
        let trusted = pulled(path, args, None)?;
        return Ok(trusted.into_iter().map(|(name, bytes)| (path.join(name).display().to_string(), bytes)).collect());
    }
    let (shown, bytes) = (path.display().to_string(), files::read(path)?);
    let damaged = |e: &PackError| format!("{shown}: {} / {}", e.message().zh, e.message().en);
    Bundle::verify(&bytes).map_err(|e| damaged(&e))?;
    if !args.allow_unsigned && !signed(path, &bytes, args)? && !is_built_in(&bytes).map_err(|e| damaged(&e))? {
        return Err(format!(
            "{shown}: 没有签名，也不是内置的规则包。用 zhunze pull 取得签名的包，用 --pack 指明规则源文件夹，或者加 --allow-unsigned 表示信任它 / \
             not signed, and not built in: take signed packs in with `zhunze pull`, name the folder of its sources, or say that you trust it with --allow-unsigned [unsigned]"
        ));
    }
    Ok(vec![(shown, bytes)])
}

/// Whether a file stands in a folder of `pull` and is what was taken in there.
fn signed(path: &Path, bytes: &[u8], args: &PackArgs) -> Fallible<bool> {
    let folder = path.parent().filter(|folder| is_pulled(folder));
    let (Some(folder), Some(name)) = (folder, path.file_name().and_then(|name| name.to_str())) else {
        return Ok(false);
    };
    let trusted = pulled(folder, args, Some(name))?;
    if trusted.iter().any(|(_, kept)| kept == bytes) {
        return Ok(true);
    }
    if trusted.is_empty() { Ok(false) } else { Err(said(&TrustError::Altered { file: path.display().to_string() })) }
}

/// The packs of a pulled folder, or the one of this name, verified again; none where the release has no pack of this name.
fn pulled(folder: &Path, args: &PackArgs, name: Option<&str>) -> Fallible<Vec<(String, Vec<u8>)>> {
    let kept = files::below(&folder.join(KEPT))?;
    let root = kept.get(ROOT).cloned().unwrap_or_default();
    let options = Options {
        now: clock(),
        allow_expired: args.allow_expired,
        packs: name.map(str::to_owned).into_iter().collect(),
        ..Options::default()
    };
    let trusted = match client::kept(&root, &kept, &options) {
        Ok(trusted) => trusted,
        Err(TrustError::Missing { file }) if Some(file.as_str()) == name => return Ok(Vec::new()),
        Err(error) => return Err(format!("{}: {}", folder.display(), said(&error))),
    };
    for note in &trusted.notes {
        eprintln!("注意 note: {}", said(note));
    }
    Ok(trusted.packs.into_iter().map(|pack| (pack.name, pack.bytes)).collect())
}

/// Whether every pack in these bytes, whose digests were verified, is one that ships with the tool.
fn is_built_in(bytes: &[u8]) -> Result<bool, PackError> {
    let found = host::decode(&[bytes], false)?;
    let known = packs::built_in(false).unwrap_or_default();
    Ok(found.iter().all(|pack| known.iter().any(|own| own.digest == pack.digest)))
}
