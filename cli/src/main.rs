//! The command line. No logic lives here: it reads files, calls the library, prints, and turns outcomes into exit codes.

mod args;
mod batch;
mod check;
mod diff;
mod eval;
mod explain;
mod fmt;
mod lines;
mod lsp;
mod new;
mod out;
mod packs;
mod show;
mod sources;
mod testing;
mod trust;
mod vouched;

use args::{Cli, Command};
use clap::Parser;
use std::process::ExitCode;

/// Nothing blocks.
const OK: u8 = 0;
/// Something blocks, or a test failed.
const BLOCKED: u8 = 1;
/// Bad input or usage.
const BAD: u8 = 2;

/// What went wrong, in words for people; the process ends with [`BAD`].
type Fallible<T> = Result<T, String>;

fn main() -> ExitCode {
    let done = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Replay(args) => check::replay(&args),
        Command::Batch(args) => batch::run(&args),
        Command::Diff(args) => diff::run(&args),
        Command::Build { dir, output, packs, lean, no_english } => {
            packs::build(&dir, &output, &packs, lean, no_english)
        }
        Command::Test { dir, packs, as_of, coverage, format } => testing::test(&dir, &packs, as_of, coverage, format),
        Command::Mutate(args) => testing::mutate(&args),
        Command::Lsp => lsp::run(),
        Command::New { name, dir } => new::run(&name, &dir),
        Command::Lint { dir, packs, format } => packs::lint(&dir, &packs, format),
        Command::Fmt(args) => fmt::run(&args),
        Command::Coverage { packs, format } => explain::coverage(&packs, format),
        Command::Explain(args) => explain::run(&args),
        Command::Eval(args) => eval::run(&args),
        Command::Trust(command) => trust::run(command),
        Command::Schema { format, packs } => explain::schema(format, &packs),
    };
    match done {
        Ok(code) => ExitCode::from(code),
        Err(message) => {
            eprintln!("{message}");
            ExitCode::from(BAD)
        }
    }
}
