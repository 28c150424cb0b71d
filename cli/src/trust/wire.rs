//! Where a repository is read from: a folder, or an address. Nothing that comes from there is trusted.

use super::files;
use crate::Fallible;
use std::path::{Path, PathBuf};
use std::time::Duration;
use zhunze::trust::Want;

/// A repository to read from.
pub enum Wire {
    Folder(PathBuf),
    Web { agent: ureq::Agent, base: String },
}

/// Why a file did not come.
pub enum Lost {
    /// Nobody answered, or not as a file server does. Another time they may.
    Offline(String),
}

impl Wire {
    /// A folder or an http(s) address.
    pub fn to(from: &str) -> Fallible<Self> {
        if from.starts_with("http://") || from.starts_with("https://") {
            let config = ureq::Agent::config_builder()
                .timeout_global(Some(Duration::from_secs(60)))
                .timeout_connect(Some(Duration::from_secs(10)))
                .http_status_as_error(false)
                .user_agent(format!("zhunze/{}", env!("CARGO_PKG_VERSION")))
                .build();
            return Ok(Self::Web { agent: config.into(), base: from.trim_end_matches('/').to_owned() });
        }
        let folder = PathBuf::from(from);
        if folder.is_dir() {
            return Ok(Self::Folder(folder));
        }
        Err(format!("{from}: 既不是文件夹也不是 http(s) 地址 / neither a folder nor an http(s) address"))
    }

    /// The file that is wanted; nothing where it is not there.
    pub fn get(&self, want: &Want) -> Result<Option<Vec<u8>>, Lost> {
        match self {
            Self::Folder(folder) => read(&folder.join(&want.path)),
            Self::Web { agent, base } => fetch(agent, &format!("{base}/{}", want.path), want.limit),
        }
    }
}

fn read(path: &Path) -> Result<Option<Vec<u8>>, Lost> {
    if !path.exists() {
        return Ok(None);
    }
    files::read(path).map(Some).map_err(Lost::Offline)
}

fn fetch(agent: &ureq::Agent, url: &str, limit: usize) -> Result<Option<Vec<u8>>, Lost> {
    let failed = |e: ureq::Error| Lost::Offline(format!("{url}: {e}"));
    let mut response = agent.get(url).call().map_err(failed)?;
    match response.status().as_u16() {
        200 => {}
        // Object stores answer 403 for what is not there.
        403 | 404 | 410 => return Ok(None),
        status => return Err(Lost::Offline(format!("{url}: HTTP {status}"))),
    }
    // One byte more than may be there, so that the client sees that it is too much.
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let mut bytes = Vec::new();
    let reader = response.body_mut().with_config().limit(u64::MAX).reader();
    std::io::Read::read_to_end(&mut std::io::Read::take(reader, most), &mut bytes)
        .map_err(|e| Lost::Offline(format!("{url}: {e}")))?;
    Ok(Some(bytes))
}
