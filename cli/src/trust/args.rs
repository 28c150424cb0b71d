//! The flags of the commands about trust.

use crate::args::TextOrJson;
use clap::{Args, Subcommand};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};
use zhunze::eval::date::parse_day;
use zhunze::pack::model::Day;
use zhunze::trust::metadata::Role;
use zhunze::trust::statement::{EngineVersion, engine_version};
use zhunze::trust::time::{self, Seconds};

const DAY: Seconds = 86_400;

#[derive(Debug, Subcommand)]
pub enum TrustCommand {
    /// 生成密钥 Makes a key: a private one (PKCS#8, only you can read it) and FILE.pub
    Keygen {
        /// Where to write the private key
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// 登记密钥 Writes a root to be signed: who may sign what; with --from, the one that follows
    Root(RootArgs),
    /// 签名 Signs packs, or adds signatures to a root or to signed packs
    Sign(SignArgs),
    /// 核验 Verifies a repository, a pulled folder, or a pack with its signature
    Verify(VerifyArgs),
    /// 发布 Writes a release into a folder that any web server can serve
    Publish(PublishArgs),
    /// 更新 Fetches the packs of a repository, verifies them, and keeps the last good ones
    Pull(PullArgs),
}

#[derive(Debug, Args)]
pub struct RootArgs {
    /// Where to write
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// The root to follow; what is not given stays as it is there
    #[arg(long)]
    pub from: Option<PathBuf>,
    /// Public keys of a role: root, targets, snapshot or timestamp; all of them, those that stay included
    #[arg(long = "role", value_name = "ROLE=KEY.pub,…", value_parser = role_keys)]
    pub roles: Vec<(Role, Vec<PathBuf>)>,
    /// How many keys of a role it takes; 1 where it is not given
    #[arg(long = "threshold", value_name = "ROLE=N", value_parser = role_number)]
    pub thresholds: Vec<(Role, usize)>,
    #[command(flatten)]
    pub until: Until<365>,
}

/// When something expires.
#[derive(Debug, Args)]
pub struct Until<const DAYS: i64> {
    /// When it expires: a date, or a time like 2027-01-01T00:00:00Z
    #[arg(long, value_parser = moment, conflicts_with = "days")]
    pub expires: Option<Seconds>,
    /// In how many days it expires
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=36_500), default_value_t = DAYS)]
    pub days: i64,
    /// The time that counts as now
    #[arg(long, value_parser = moment)]
    pub now: Option<Seconds>,
}

impl<const DAYS: i64> Until<DAYS> {
    /// Now, as far as the command is concerned.
    pub fn now(&self) -> Seconds {
        self.now.unwrap_or_else(clock)
    }

    /// When it expires.
    pub fn at(&self) -> Seconds {
        self.expires.unwrap_or_else(|| self.now() + self.days * DAY)
    }
}

#[derive(Debug, Args)]
pub struct SignArgs {
    /// Packs; or one .json that is to get further signatures
    #[arg(required = true)]
    pub input: Vec<PathBuf>,
    /// Private keys
    #[arg(short, long, required = true)]
    pub key: Vec<PathBuf>,
    /// Where to write the signed list of packs
    #[arg(short, long, value_name = "FILE")]
    pub output: Option<PathBuf>,
    /// The signed list of the release before; its other packs stay
    #[arg(long, value_name = "FILE")]
    pub after: Option<PathBuf>,
    /// Packs of the release before to leave out
    #[arg(long, value_name = "NAME")]
    pub withdraw: Vec<String>,
    /// Who publishes the packs
    #[arg(long)]
    pub issuer: Option<String>,
    /// The day whose state of the law they give
    #[arg(long, value_parser = day)]
    pub law_status: Option<Day>,
    /// What the packs are called; a single pack's own id where it is not given
    #[arg(long)]
    pub id: Option<String>,
    /// The version of the packs; a single pack's own, or the next after that of the release before, where it is not given
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u64).range(1..))]
    pub release: Option<u64>,
    /// The lowest version of the engine they run on
    #[arg(long, value_name = "VERSION", value_parser = engine)]
    pub engine_from: Option<EngineVersion>,
    /// The first version of the engine they do not run on
    #[arg(long, value_name = "VERSION", value_parser = engine)]
    pub engine_below: Option<EngineVersion>,
    #[command(flatten)]
    pub until: Until<365>,
}

#[derive(Debug, Args)]
pub struct PublishArgs {
    /// The folder to write
    pub repository: PathBuf,
    /// The packs that are new in this release
    pub pack: Vec<PathBuf>,
    /// The signed list of packs; without it, the release of before is renewed
    #[arg(long)]
    pub targets: Option<PathBuf>,
    /// Signed roots that follow those of the repository
    #[arg(long)]
    pub root: Vec<PathBuf>,
    /// The keys of the roles snapshot and timestamp
    #[arg(short, long, required = true)]
    pub key: Vec<PathBuf>,
    /// In how many days the snapshot expires
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=36_500), default_value_t = 30)]
    pub snapshot_days: i64,
    /// In how many days the timestamp expires: how long a client may be kept from news
    #[arg(long, value_parser = clap::value_parser!(i64).range(1..=36_500), default_value_t = 7)]
    pub timestamp_days: i64,
    /// The time that counts as now
    #[arg(long, value_parser = moment)]
    pub now: Option<Seconds>,
}

impl PublishArgs {
    /// Now, as far as the command is concerned.
    pub fn now(&self) -> Seconds {
        self.now.unwrap_or_else(clock)
    }

    /// So many days from now.
    pub fn in_days(&self, days: i64) -> Seconds {
        self.now() + days * DAY
    }
}

/// What `verify` and `pull` share.
#[derive(Debug, Args)]
pub struct Trusting {
    /// Only this pack
    #[arg(long = "pack", value_name = "NAME")]
    pub packs: Vec<String>,
    /// The lowest version of a pack that is accepted
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub lowest: u64,
    /// Accepts what is out of date, and says so: for replaying old checks
    #[arg(long)]
    pub allow_expired: bool,
    /// The time that counts as now
    #[arg(long, value_parser = moment)]
    pub now: Option<Seconds>,
    /// How to print
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub format: TextOrJson,
}

impl Trusting {
    /// The client's options.
    pub fn options(&self) -> zhunze::trust::Options {
        zhunze::trust::Options {
            now: self.now.unwrap_or_else(clock),
            lowest: self.lowest,
            allow_expired: self.allow_expired,
            packs: self.packs.clone(),
            in_use: Vec::new(),
        }
    }
}

#[derive(Debug, Args)]
pub struct VerifyArgs {
    /// A repository (folder or address), a pulled folder, or a pack
    pub what: String,
    /// The root that trust starts from
    #[arg(long, required_unless_present = "allow_unsigned")]
    pub root: Option<PathBuf>,
    /// For a pack: the signed list that it is in
    #[arg(long, value_name = "FILE")]
    pub signed: Option<PathBuf>,
    /// For a pack: accepts it without signature, and says so
    #[arg(long, conflicts_with = "signed")]
    pub allow_unsigned: bool,
    #[command(flatten)]
    pub trusting: Trusting,
}

#[derive(Debug, Args)]
pub struct PullArgs {
    /// The repository: a folder, or an http(s) address
    pub from: String,
    /// The folder to keep the packs in
    #[arg(short, long, value_name = "DIR")]
    pub output: PathBuf,
    /// The root that trust starts from; needed the first time
    #[arg(long)]
    pub root: Option<PathBuf>,
    #[command(flatten)]
    pub trusting: Trusting,
}

/// The machine's clock.
pub fn clock() -> Seconds {
    let since = SystemTime::now().duration_since(UNIX_EPOCH);
    since.ok().and_then(|d| Seconds::try_from(d.as_secs()).ok()).unwrap_or_default()
}

fn moment(text: &str) -> Result<Seconds, String> {
    let at = time::parse(text).or_else(|| parse_day(text).map(|day| Seconds::from(day) * DAY));
    at.ok_or_else(|| {
        format!(
            "“{text}”不是存在的日期或时间，请写成 2027-01-01 或 2027-01-01T00:00:00Z / neither a date nor a time that exists; write 2027-01-01 or 2027-01-01T00:00:00Z"
        )
    })
}

fn day(text: &str) -> Result<Day, String> {
    parse_day(text).ok_or_else(|| {
        format!("“{text}”不是存在的日期，请写成 2026-11-21 的样子 / not a date that exists; write it like 2026-11-21")
    })
}

fn engine(text: &str) -> Result<EngineVersion, String> {
    engine_version(text)
        .ok_or_else(|| format!("“{text}”不是版本号，请写成 0.1.0 的样子 / not a version; write it like 0.1.0"))
}

/// `ROLE=…`.
fn role(text: &str) -> Result<(Role, &str), String> {
    let named = text.split_once('=').and_then(|(role, rest)| Some((Role::named(role)?, rest)));
    named.ok_or_else(|| {
        format!("“{text}”应写成 角色=…，角色为 root、targets、snapshot、timestamp 之一 / write ROLE=…, with the role root, targets, snapshot or timestamp")
    })
}

fn role_keys(text: &str) -> Result<(Role, Vec<PathBuf>), String> {
    role(text).map(|(role, files)| (role, files.split(',').map(PathBuf::from).collect()))
}

fn role_number(text: &str) -> Result<(Role, usize), String> {
    let (role, number) = role(text)?;
    let number = number.parse().ok().filter(|n| *n > 0);
    number.map(|n| (role, n)).ok_or_else(|| format!("“{text}”里的数目应从 1 起 / the number in `{text}` starts from 1"))
}
