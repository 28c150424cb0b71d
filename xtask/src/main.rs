//! `cargo xtask`: builds, checks and measures everything in this repository.

mod abi;
mod bench;
mod bench_diff;
mod counts;
mod edge;
mod house;
mod install;
mod npm;
mod pages;
mod ratchet;
mod respell;
mod rust;
mod sizes;
mod step;
mod tuf;
mod vscode;
mod wasm;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

use crate::house::House;

#[derive(Parser)]
#[command(name = "cargo xtask", bin_name = "cargo xtask", about, arg_required_else_help = true)]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Run every check, or only the named steps and what they need
    Test {
        /// Steps to run; all when none is named
        #[arg(value_name = "STEP")]
        steps: Vec<String>,
        /// Only list the steps
        #[arg(long)]
        list: bool,
        /// Take the tools as they are instead of looking whether any is missing
        #[arg(long)]
        no_install: bool,
    },
    /// Install the tools that are missing
    Install,
    /// Build every WebAssembly variant into npm/dist
    BuildWasm,
    /// Compare the gzipped sizes of the WebAssembly with benches/ratchet.json
    Sizes {
        /// Record the sizes of now
        #[arg(long)]
        bless: bool,
    },
    /// Compare instruction counts with benches/ratchet.json
    Counts {
        /// Record the counts of now
        #[arg(long)]
        bless: bool,
    },
    /// Write the pinyin tables of packs/cn.text from its list of respelt words
    Respell,
    /// Run the benchmarks
    Bench {
        /// Only benchmarks whose name contains this
        filter: Option<String>,
    },
}

fn main() -> ExitCode {
    let arguments = Arguments::parse();
    let done = House::find().and_then(|house| match arguments.task {
        Task::Test { list: true, .. } => {
            step::list();
            Ok(())
        }
        Task::Test { steps, no_install, .. } => step::run(&house, &steps, !no_install),
        Task::Install => install::everything(&house),
        Task::BuildWasm => wasm::build(&house),
        Task::Sizes { bless } => wasm::build(&house).and_then(|()| sizes::compare(&house, bless)),
        Task::Counts { bless } => counts::compare(&house, bless),
        Task::Respell => respell::run(&house),
        Task::Bench { filter } => bench::run_all(&house, filter.as_deref()),
    });
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("error: {error:#}");
            ExitCode::FAILURE
        }
    }
}
