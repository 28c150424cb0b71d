//! The command line. No logic lives here: it reads files, calls the library, prints, and turns outcomes into exit codes.

mod show;
mod sources;

use clap::{Parser, Subcommand};
use std::path::PathBuf;
use std::process::ExitCode;

/// Checks listings and livestream scripts against Chinese e-commerce law.
#[derive(Debug, Parser)]
#[command(name = "zhunze", version)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Debug, Subcommand)]
enum Command {
    /// Compiles the pack folders below DIR.
    Build {
        /// A pack folder, or a folder of them.
        dir: PathBuf,
        /// Where to write: one pack, or a bundle of several.
        #[arg(short, long)]
        output: PathBuf,
    },
}

/// The packs that ship with the tool.
pub static BUILT_IN: &[u8] = include_bytes!(concat!(env!("OUT_DIR"), "/cn.zzb"));

fn main() -> ExitCode {
    match Cli::parse().command {
        Command::Build { dir, output } => {
            let dirs = sources::pack_dirs(&dir).unwrap_or_default();
            let inputs: Result<Vec<_>, _> = dirs.iter().map(|d| sources::read_pack(d, &dir)).collect();
            let inputs = match inputs {
                Ok(i) => i,
                Err(e) => {
                    eprintln!("{e}");
                    return ExitCode::from(2);
                }
            };
            let outcome = zhunze::compile::compile(&inputs, &[]);
            eprint!("{}", show::diagnostics(&outcome));
            if outcome.failed() {
                return ExitCode::from(2);
            }
            let bytes = zhunze::compile::bundle(&outcome.packs).unwrap_or_default();
            println!("{} packs, {} bytes", outcome.packs.len(), bytes.len());
            let _ = std::fs::write(output, bytes);
            ExitCode::SUCCESS
        }
    }
}
