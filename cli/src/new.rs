//! `zhunze new`: a pack to start from.

use crate::{Fallible, OK};
use std::path::Path;
use zhunze::template::new_pack;

pub fn run(name: &str, dir: &Path) -> Fallible<u8> {
    let files = new_pack(name).map_err(|e| format!("{} / {}", e.zh, e.en))?;
    let folder = dir.join(name);
    let shown = folder.display();
    if folder.exists() {
        return Err(format!(
            "{shown}: 已经存在，没有改动；换一个名称 / is there already and was left as it is; take another name"
        ));
    }
    std::fs::create_dir_all(&folder).map_err(|e| format!("{shown}: {e}"))?;
    for (file, text) in files {
        let path = folder.join(file);
        std::fs::write(&path, text).map_err(|e| format!("{}: {e}", path.display()))?;
    }
    eprintln!("{shown}: 已建好，接下来 made; next: zhunze test {shown} --coverage");
    Ok(OK)
}
