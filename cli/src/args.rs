//! The flags of every command.

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::time::{SystemTime, UNIX_EPOCH};
use zhunze::engine::{Conduct, Detail, Options};
use zhunze::eval::date::parse_day;
use zhunze::pack::model::Day;
use zhunze::syntax::tree::Scope;

/// 准则：在发布前按中国电商法律检查商品页和直播话术。
/// Checks listings and livestream scripts against Chinese e-commerce law before publication.
#[derive(Debug, Parser)]
#[command(
    name = "zhunze",
    version,
    after_help = "退出码 exit status: 0 无阻断 nothing blocks · 1 有阻断 something blocks · 2 输入或用法有误 bad input or usage"
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Command,
}

#[derive(Debug, Subcommand)]
pub enum Command {
    /// 检查主体或话术 Checks subjects and scripts; one input prints one report, several print one a line
    Check(CheckArgs),
    /// 重放回执 Makes a receipt's check again and says what agrees with it and what does not
    Replay(ReplayArgs),
    /// 批量检查 Checks a subject a line and writes a report a line, in order, on all cores
    Batch(BatchArgs),
    /// 编译规则包 Compiles the pack folders at or below DIR into one pack or bundle
    Build {
        /// A pack folder, or a folder of them
        dir: PathBuf,
        /// Where to write
        #[arg(short, long)]
        output: PathBuf,
        #[command(flatten)]
        packs: PackArgs,
        /// Leave out what only `explain` needs; the digests stay
        #[arg(long)]
        lean: bool,
        /// Leave out English texts; reports then have the Chinese ones in their place, and the digests stay
        #[arg(long)]
        no_english: bool,
    },
    /// 运行例子和场景 Runs every example and scenario of the packs at or below DIR
    Test {
        /// A pack folder, or a folder of them
        dir: PathBuf,
        #[command(flatten)]
        packs: PackArgs,
        /// Evaluation date; today in China where it is not given
        #[arg(long, value_parser = day)]
        as_of: Option<Day>,
        /// Also says which rules, branches, exceptions and contexts no test reaches
        #[arg(long)]
        coverage: bool,
        /// How to print
        #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
        format: TextOrJson,
    },
    /// 变异测试 Changes the packs' conditions one at a time and says which changes no test notices
    Mutate(MutateArgs),
    /// 语言服务 The language server, for editors: problems, explanations, completion, renaming, layout
    Lsp,
    /// 新建规则包 Makes a folder with a pack that compiles, whose tests pass and whose comments teach
    New {
        /// The pack's id, such as shop.rules; the folder is called so too
        name: String,
        /// Where the folder is made
        #[arg(long, default_value = ".")]
        dir: PathBuf,
    },
    /// 检查规则 Reports every problem of the packs at or below DIR
    Lint {
        /// A pack folder, or a folder of them
        dir: PathBuf,
        #[command(flatten)]
        packs: PackArgs,
        /// How to print
        #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
        format: TextOrJson,
    },
    /// 排版规则文件 Formats rule files; with --keywords also turns Chinese keywords into English ones or back
    Fmt(FmtArgs),
    /// 比较规则包 Says what new packs change by meaning, and over a corpus whose decisions change, by which rule
    Diff(DiffArgs),
    /// 法条覆盖 Lists every article with its rules, or with the reason why it has none; fails where one has neither
    Coverage {
        #[command(flatten)]
        packs: PackArgs,
        /// How to print it
        #[arg(long, value_enum, default_value = "text")]
        format: CoverageFormat,
    },
    /// 解释规则 Says what a rule demands, by which law, with its exceptions and examples
    Explain(ExplainArgs),
    /// 在标注语料上衡量规则 Measures the packs on labelled text: precision, recall, F1
    Eval(EvalArgs),
    #[command(flatten)]
    Trust(crate::trust::args::TrustCommand),
    /// 输入的结构 Prints the shape of subjects
    Schema {
        /// How to print
        #[arg(long, value_enum, default_value_t = SchemaFormat::Json)]
        format: SchemaFormat,
        #[command(flatten)]
        packs: PackArgs,
    },
}

/// Which packs are loaded, and on whose word.
#[derive(Clone, Debug, Default, Args)]
pub struct PackArgs {
    /// Packs instead of, or beside, the built-in ones: a folder of sources, a folder of `pull`, or a pack
    #[arg(long = "pack", value_name = "PACK")]
    pub named: Vec<PathBuf>,
    /// Loads packs that nobody signed
    #[arg(long)]
    pub allow_unsigned: bool,
    /// Loads packs that are signed and out of date, and says so.
    #[arg(skip)]
    pub allow_expired: bool,
}

/// What `check`, `batch` and `diff` share.
#[derive(Debug, Args)]
pub struct Judging {
    #[command(flatten)]
    pub packs: PackArgs,
    /// Conduct date, unless the subject says
    #[arg(long, value_parser = day)]
    pub on: Option<Day>,
    /// Evaluation date; today in China where it is not given
    #[arg(long, value_parser = day)]
    pub as_of: Option<Day>,
    /// Judge the words alone, or everything; by default `text` for words and `all` for JSON
    #[arg(long, value_enum)]
    pub scope: Option<ScopeArg>,
    /// A decision policy (JSON)
    #[arg(long)]
    pub policy: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub struct CheckArgs {
    /// .json subject, .txt .md .srt .vtt script, - for standard input
    #[arg(required = true)]
    pub input: Vec<PathBuf>,
    #[command(flatten)]
    pub judging: Judging,
    /// How much to say
    #[arg(long, value_enum, default_value_t = DetailArg::Findings)]
    pub detail: DetailArg,
    /// Writes a receipt of the check, which `replay` proves later; for one input
    #[arg(long)]
    pub receipt: Option<PathBuf>,
    /// Signs the receipt with these private keys
    #[arg(long, requires = "receipt")]
    pub key: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = ReportFormat::Text)]
    pub format: ReportFormat,
    /// Language of the text format
    #[arg(long, value_enum, default_value_t = Lang::Zh)]
    pub lang: Lang,
}

#[derive(Debug, Args)]
#[command(
    after_help = "退出码 exit status: 0 证实 proved · 1 不符或无法证实 contradicted, or nothing is proved · 2 回执或输入无法读取 a receipt or input that does not read"
)]
pub struct ReplayArgs {
    /// The receipt that `check --receipt` wrote
    pub receipt: PathBuf,
    /// The input as it was checked; - for standard input
    pub input: PathBuf,
    #[command(flatten)]
    pub packs: PackArgs,
    /// Also loads signed packs that are out of date by now, and says so
    #[arg(long)]
    pub allow_expired: bool,
    /// Public keys that must have signed the receipt
    #[arg(long)]
    pub key: Vec<PathBuf>,
    /// How to print
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub format: TextOrJson,
}

#[derive(Debug, Args)]
pub struct BatchArgs {
    /// Subjects, one a line; - for standard input
    pub input: PathBuf,
    /// Where to write; standard output where it is not given
    #[arg(short, long)]
    pub output: Option<PathBuf>,
    #[command(flatten)]
    pub judging: Judging,
    /// How much to say
    #[arg(long, value_enum, default_value_t = DetailArg::Findings)]
    pub detail: DetailArg,
}

#[derive(Debug, Args)]
#[command(
    after_help = "退出码 exit status: 0 没有决定改变 no decision changes · 1 有决定改变 some do · 2 输入或用法有误 bad input or usage"
)]
pub struct DiffArgs {
    /// The packs as they are: a pack, a bundle, or a folder of sources
    pub old: PathBuf,
    /// The packs as they would be
    pub new: PathBuf,
    /// Subjects, one a line, to see whose decision changes; - for standard input
    #[arg(long)]
    pub over: Option<PathBuf>,
    #[command(flatten)]
    pub judging: Judging,
    /// Most subjects to show
    #[arg(long, default_value_t = 20)]
    pub examples: usize,
    /// How to print
    #[arg(long, value_enum, default_value_t = DiffFormat::Text)]
    pub format: DiffFormat,
}

#[derive(Debug, Args)]
pub struct FmtArgs {
    /// Files or folders
    #[arg(required = true)]
    pub input: Vec<PathBuf>,
    /// Writes nothing; fails where a file is not formatted
    #[arg(long)]
    pub check: bool,
    /// Turns the keywords into one language
    #[arg(long, value_enum)]
    pub keywords: Option<Lang>,
}

#[derive(Debug, Args)]
#[command(
    after_help = "退出码 exit status: 0 每个改动都有测试发现 every change is noticed · 1 有改动没有测试发现 some are not · 2 输入或用法有误 bad input or usage"
)]
pub struct MutateArgs {
    /// A pack folder, or a folder of them
    pub dir: PathBuf,
    /// Only these rules: id, key or Chinese name
    #[arg(long)]
    pub rule: Vec<String>,
    #[command(flatten)]
    pub packs: PackArgs,
    /// Evaluation date; today in China where it is not given
    #[arg(long, value_parser = day)]
    pub as_of: Option<Day>,
    /// How to print
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub format: TextOrJson,
}

#[derive(Debug, Args)]
pub struct ExplainArgs {
    /// Rule id, key or Chinese name
    #[arg(required_unless_present = "all")]
    pub rule: Option<String>,
    /// Every rule
    #[arg(long)]
    pub all: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub format: TextOrJson,
    #[command(flatten)]
    pub packs: PackArgs,
}

#[derive(Debug, Args)]
pub struct EvalArgs {
    /// A folder of labelled .tsv files
    pub dir: PathBuf,
    /// The part in `frozen/`, which no rule was tuned on; totals only
    #[arg(long)]
    pub frozen: bool,
    /// Also the lines that did not go as labelled
    #[arg(long)]
    pub misses: bool,
    /// How to print
    #[arg(long, value_enum, default_value_t = TextOrJson::Text)]
    pub format: TextOrJson,
    /// Evaluation date; today in China where it is not given
    #[arg(long, value_parser = day)]
    pub as_of: Option<Day>,
    #[command(flatten)]
    pub packs: PackArgs,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ScopeArg {
    Text,
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DetailArg {
    Decision,
    Findings,
    All,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum ReportFormat {
    Text,
    Json,
    Sarif,
    /// What has to be put right, as a Markdown table
    Rectification,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum TextOrJson {
    Text,
    Json,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum CoverageFormat {
    /// Markdown
    Text,
    Json,
    /// One page that needs nothing else
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum DiffFormat {
    Text,
    Json,
    /// One page that needs nothing else
    Html,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum SchemaFormat {
    Json,
    Ts,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
pub enum Lang {
    Zh,
    En,
}

fn day(text: &str) -> Result<Day, String> {
    parse_day(text).ok_or_else(|| {
        format!("“{text}”不是存在的日期，请写成 2026-11-21 的样子 / not a date that exists; write it like 2026-11-21")
    })
}

/// Today in China, where the law applies.
pub fn today() -> Day {
    let seconds = SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |d| d.as_secs());
    Day::try_from((seconds + 8 * 3600) / 86_400).unwrap_or(Day::MAX)
}

impl Judging {
    /// The engine's options; `words`: the input is words only.
    pub fn options(&self, words: bool, detail: DetailArg) -> Result<Options, String> {
        let mut options = Options::new(self.as_of.unwrap_or_else(today));
        options.on = self.on.map(Conduct::on);
        options.scope = match (self.scope, words) {
            (Some(ScopeArg::Text), _) | (None, true) => Scope::Text,
            (Some(ScopeArg::All), _) | (None, false) => Scope::All,
        };
        options.detail = match detail {
            DetailArg::Decision => Detail::Decision,
            DetailArg::Findings => Detail::Findings,
            DetailArg::All => Detail::All,
        };
        if let Some(path) = &self.policy {
            let text = std::fs::read_to_string(path).map_err(|e| format!("{}: {e}", path.display()))?;
            options.policy = serde_json::from_str(&text).map_err(|e| format!("{}: {e}", path.display()))?;
        }
        Ok(options)
    }
}
