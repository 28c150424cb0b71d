//! Files that are whole or not there.

use crate::Fallible;
use std::io::Write;
use std::path::{Path, PathBuf};
use zhunze::trust::Files;

/// Reads a file; what is wrong is said with its path.
pub fn read(path: &Path) -> Fallible<Vec<u8>> {
    std::fs::read(path).map_err(|e| format!("{}: {e}", path.display()))
}

/// Writes a file beside its place and moves it there, so that nobody ever reads half of it.
pub fn replace(path: &Path, bytes: &[u8]) -> Fallible<()> {
    let failed = |e: std::io::Error| format!("{}: {e}", path.display());
    if let Some(folder) = path.parent() {
        std::fs::create_dir_all(folder).map_err(failed)?;
    }
    let mut beside = path.as_os_str().to_owned();
    beside.push(format!(".{}.new", std::process::id()));
    let beside = PathBuf::from(beside);
    let written = std::fs::File::create(&beside)
        .and_then(|mut file| {
            file.write_all(bytes)?;
            file.sync_all()
        })
        .and_then(|()| std::fs::rename(&beside, path));
    written.map_err(|e| {
        let _ = std::fs::remove_file(&beside);
        failed(e)
    })
}

/// Every file below a folder, by its path with `/` between the parts; nothing where there is no folder.
pub fn below(folder: &Path) -> Fallible<Files> {
    let mut files = Files::new();
    let mut folders = vec![(folder.to_owned(), String::new())];
    while let Some((folder, name)) = folders.pop() {
        let entries = match std::fs::read_dir(&folder) {
            Ok(entries) => entries,
            Err(e) if e.kind() == std::io::ErrorKind::NotFound => continue,
            Err(e) => return Err(format!("{}: {e}", folder.display())),
        };
        for entry in entries {
            let path = entry.map_err(|e| format!("{}: {e}", folder.display()))?.path();
            let Some(own) = path.file_name().and_then(|n| n.to_str()) else { continue };
            let name = if name.is_empty() { own.to_owned() } else { format!("{name}/{own}") };
            if path.is_dir() {
                folders.push((path, name));
            } else {
                files.insert(name, read(&path)?);
            }
        }
    }
    Ok(files)
}
