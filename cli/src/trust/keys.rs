//! Keys in files, and the root that registers them.

use super::args::RootArgs;
use super::{files, said};
use crate::{Fallible, OK};
use ed25519_dalek::SigningKey;
use ed25519_dalek::pkcs8::{DecodePrivateKey, EncodePrivateKey, KeypairBytes, spki::der::pem::LineEnding};
use std::io::Write;
use std::path::{Path, PathBuf};
use zhunze::trust::author::Keys;
use zhunze::trust::key::{PrivateKey, PublicKey};
use zhunze::trust::metadata::Root;

pub fn generate(path: &Path) -> Fallible<u8> {
    let mut public = path.as_os_str().to_owned();
    public.push(".pub");
    let public = PathBuf::from(public);
    for file in [path, &public] {
        if file.exists() {
            let shown = file.display();
            return Err(format!(
                "{shown}: 已经存在，密钥不会被覆盖；请换一个文件名 / exists, and keys are not overwritten; give another name"
            ));
        }
    }
    let mut seed = [0; 32];
    getrandom::fill(&mut seed).map_err(|e| format!("没有可用的随机数 / no random numbers: {e}"))?;
    let key = PrivateKey::from_seed(&seed);
    // Without the public half, as OpenSSL writes it and older ones expect it.
    let pem = KeypairBytes { secret_key: seed, public_key: None }.to_pkcs8_pem(LineEnding::LF);
    let pem = pem.map_err(|e| format!("{}: {e}", path.display()))?;
    write_private(path, pem.as_bytes()).map_err(|e| format!("{}: {e}", path.display()))?;
    let mut value = key.public().to_value();
    if let Some(map) = value.as_object_mut() {
        map.insert("keyid".to_owned(), key.public().id().into());
    }
    files::replace(&public, format!("{value:#}\n").as_bytes())?;
    eprintln!("私钥 private key {}（请离线保管 keep it offline）", path.display());
    eprintln!("公钥 public key {}  {}", public.display(), key.public().id());
    Ok(OK)
}

fn write_private(path: &Path, bytes: &[u8]) -> std::io::Result<()> {
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder)?;
    }
    let mut options = std::fs::OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    options.open(path)?.write_all(bytes)
}

/// Private keys from PKCS#8 files.
pub fn private(paths: &[PathBuf]) -> Fallible<Vec<PrivateKey>> {
    let one = |path: &PathBuf| {
        let pem = String::from_utf8(files::read(path)?).unwrap_or_default();
        let key = SigningKey::from_pkcs8_pem(&pem).map_err(|_| {
            format!(
                "{}: 不是 Ed25519 私钥（PKCS#8 PEM）；请用 zhunze keygen 生成 / no Ed25519 private key (PKCS#8 PEM); zhunze keygen makes one",
                path.display()
            )
        })?;
        Ok(PrivateKey::from_seed(&key.to_bytes()))
    };
    paths.iter().map(one).collect()
}

/// A public key, as `keygen` writes it.
pub fn public(path: &Path) -> Fallible<PublicKey> {
    let value: serde_json::Value = serde_json::from_slice(&files::read(path)?).unwrap_or_default();
    PublicKey::from_value(&value).filter(PublicKey::is_sound).ok_or_else(|| {
        format!(
            "{}: 不是 Ed25519 公钥文件；应为 zhunze keygen 写出的 .pub / no Ed25519 public key; it takes a .pub of zhunze keygen",
            path.display()
        )
    })
}

pub fn root(args: &RootArgs) -> Fallible<u8> {
    let before = match &args.from {
        Some(path) => Some(Root::read(&path.display().to_string(), &files::read(path)?).map_err(|e| said(&e))?),
        None => None,
    };
    let mut keys = before.as_ref().map(Keys::of).unwrap_or_default();
    for (role, paths) in &args.roles {
        let given: Vec<PublicKey> = paths.iter().map(|path| public(path)).collect::<Result<_, _>>()?;
        let threshold = keys.roles.get(role).map_or(1, |(_, threshold)| *threshold);
        keys.roles.insert(*role, (given, threshold));
    }
    for (role, number) in &args.thresholds {
        keys.roles.entry(*role).or_default().1 = *number;
    }
    if let Some(role) = keys.short() {
        let name = role.name();
        return Err(format!(
            "角色 {name} 的密钥少于所需的签名数；请用 --role {name}=… 登记，或用 --threshold {name}=N 调整 / the role {name} has fewer keys than it takes; name them with --role {name}=… or change --threshold {name}=N"
        ));
    }
    let version = before.as_ref().map_or(1, |root| root.metadata.version.saturating_add(1));
    files::replace(&args.output, &keys.root(version, args.until.at()).to_bytes())?;
    let needed = keys.roles.get(&zhunze::trust::metadata::Role::Root).map_or(1, |(_, threshold)| *threshold);
    eprintln!("{}  根 root {version}，尚未签名 not signed yet", args.output.display());
    eprintln!(
        "下一步 next: zhunze sign {} --key …（需要 {needed} 个根密钥{} / {needed} root keys{}）",
        args.output.display(),
        if before.is_some() { "，新旧两版各须满足" } else { "" },
        if before.is_some() { ", of the root before and of this one" } else { "" }
    );
    Ok(OK)
}
