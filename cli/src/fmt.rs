//! `zhunze fmt`.

use crate::args::{FmtArgs, Lang};
use crate::{BAD, BLOCKED, Fallible, OK, out};
use std::path::{Path, PathBuf};
use zhunze::syntax::{self, Language};

pub fn run(args: &FmtArgs) -> Fallible<u8> {
    let language = args.keywords.map(|l| if l == Lang::En { Language::En } else { Language::Zh });
    let mut files = Vec::new();
    for path in &args.input {
        collect(path, &mut files)?;
    }
    let mut worst = OK;
    for path in files {
        let bytes = std::fs::read(&path).map_err(|e| format!("{}: {e}", path.display()))?;
        let text = match zhunze::input::decode(&bytes) {
            Ok(text) => text,
            Err(e) => {
                eprintln!("{}: {} / {}", path.display(), e.message.zh, e.message.en);
                worst = BAD;
                continue;
            }
        };
        match syntax::format(text, language) {
            Ok(formatted) if formatted == text => {}
            Ok(_) if args.check => {
                out::line(&path.display().to_string());
                worst = worst.max(BLOCKED);
            }
            Ok(formatted) => std::fs::write(&path, formatted).map_err(|e| format!("{}: {e}", path.display()))?,
            Err(diagnostics) => {
                // The file stays as it is: what does not parse cannot be laid out anew without losing something.
                eprint!("{}", crate::show::of_file(&path.display().to_string(), text, &diagnostics));
                worst = BAD;
            }
        }
    }
    Ok(worst)
}

fn collect(path: &Path, files: &mut Vec<PathBuf>) -> Fallible<()> {
    if path.is_dir() {
        let entries = std::fs::read_dir(path).map_err(|e| format!("{}: {e}", path.display()))?;
        let mut entries: Vec<PathBuf> = entries.filter_map(|e| e.ok().map(|e| e.path())).collect();
        entries.sort();
        for entry in entries.iter().filter(|p| p.is_dir() || p.extension().is_some_and(|e| e == "zz")) {
            collect(entry, files)?;
        }
    } else {
        files.push(path.to_owned());
    }
    Ok(())
}
