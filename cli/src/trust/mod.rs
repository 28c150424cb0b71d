//! Publishing packs and taking them in: keys, signatures, repositories. What is trusted is decided in the library; here are the files,
//! the network, the clock and the random numbers.

pub mod args;
pub mod files;
mod keys;
mod publish;
pub mod pull;
mod sign;
mod verify;
mod wire;

pub use keys::{private, public};

use crate::args::TextOrJson;
use crate::{BLOCKED, Fallible, out};
use args::TrustCommand;
use zhunze::trust::statement::engine_text;
use zhunze::trust::{TrustError, Trusted, time};

pub fn run(command: TrustCommand) -> Fallible<u8> {
    match command {
        TrustCommand::Keygen { output } => keys::generate(&output),
        TrustCommand::Root(args) => keys::root(&args),
        TrustCommand::Sign(args) => sign::run(&args),
        TrustCommand::Verify(args) => verify::run(&args),
        TrustCommand::Publish(args) => publish::run(&args),
        TrustCommand::Pull(args) => pull::run(&args),
    }
}

/// A cause in both languages, for standard error.
pub fn said(error: &TrustError) -> String {
    let message = error.message();
    format!("{} / {} [{}]", message.zh, message.en, error.code())
}

/// Something that is not trusted: not bad usage, so the exit status is another.
fn refused(error: &TrustError, format: TextOrJson) -> u8 {
    eprintln!("拒绝 refused: {}", said(error));
    if format == TextOrJson::Json {
        out::line(&serde_json::json!({"error": error.to_value()}).to_string());
    }
    BLOCKED
}

/// Prints what is trusted.
fn show(trusted: &Trusted, format: TextOrJson) {
    for note in &trusted.notes {
        eprintln!("注意 note: {}", said(note));
    }
    if format == TextOrJson::Json {
        out::line(&trusted.to_value().to_string());
        return;
    }
    for pack in &trusted.packs {
        let Some(stated) = &pack.statement else {
            out::line(&format!("未签名 unsigned  {}  sha256:{}", pack.name, pack.sha256));
            continue;
        };
        let at = |at| time::write(at).unwrap_or_default();
        out::line(&format!(
            "可信 trusted  {}  {} 版本 version {}\n  发布者 issuer {}\n  发布 issued {}  有效至 expires {}\n  法律状态 law as of {}  引擎 engine {} … {}\n  sha256:{}",
            pack.name,
            stated.id,
            stated.version,
            stated.issuer,
            at(stated.issued),
            at(stated.expires),
            zhunze::eval::date::format_day(stated.law_status),
            engine_text(stated.engine_from),
            engine_text(stated.engine_below),
            pack.sha256,
        ));
    }
}
