//! Verifies without changing anything.

use super::args::VerifyArgs;
use super::wire::{Lost, Wire};
use super::{files, refused, show};
use crate::{Fallible, OK};
use std::path::Path;
use zhunze::trust::{Client, Files, TrustError, Trusted, client};

pub fn run(args: &VerifyArgs) -> Fallible<u8> {
    let path = Path::new(&args.what);
    let verified = if path.is_file() { pack(args, path)? } else { repository(args, path)? };
    match verified {
        Ok(trusted) => {
            show(&trusted, args.trusting.format);
            Ok(OK)
        }
        Err(error) => Ok(refused(&error, args.trusting.format)),
    }
}

type Verified = Fallible<Result<Trusted, TrustError>>;

fn root(args: &VerifyArgs) -> Fallible<Vec<u8>> {
    let path =
        args.root.as_ref().ok_or("请用 --root 给出可信的根 / give the root that trust starts from with --root")?;
    files::read(path)
}

/// A pack by the signed list that it is in, before either is published.
fn pack(args: &VerifyArgs, path: &Path) -> Verified {
    let bytes = files::read(path)?;
    let name = path.file_name().map(|n| n.to_string_lossy().into_owned()).unwrap_or_default();
    let Some(signed) = &args.signed else {
        return Ok(client::unsigned(&name, &bytes, args.allow_unsigned));
    };
    let mut options = args.trusting.options();
    options.packs = vec![name.clone()];
    let signed = files::read(signed)?;
    Ok(client::listed_packs(&root(args)?, &signed, &Files::from([(name, bytes)]), &options))
}

fn repository(args: &VerifyArgs, path: &Path) -> Verified {
    let (root, options) = (root(args)?, args.trusting.options());
    let pulled = path.join("trust");
    if pulled.is_dir() {
        return Ok(client::kept(&root, &files::below(&pulled)?, &options));
    }
    let wire = Wire::to(&args.what)?;
    let mut client = match Client::new(&root, Files::new(), options) {
        Ok(client) => client,
        Err(error) => return Ok(Err(error)),
    };
    while let Some(want) = client.want() {
        let bytes = match wire.get(&want) {
            Ok(bytes) => bytes,
            Err(Lost::Offline(why)) => return Err(format!("没有连上 / offline: {why}")),
        };
        if let Err(error) = client.take(bytes.as_deref()) {
            return Ok(Err(error));
        }
    }
    Ok(client.trusted())
}
