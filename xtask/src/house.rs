//! Where things are, and how a command is run there.

use std::env;
use std::ffi::OsStr;
use std::path::{Path, PathBuf};
use std::process::Command;

use anyhow::{Context, Result, bail, ensure};

/// The target that browsers, Node and the edge run.
pub const WASM: &str = "wasm32-unknown-unknown";

/// The repository on this machine.
pub struct House {
    /// The repository's root.
    pub root: PathBuf,
    /// Cargo's target directory, where everything that is made and not shipped goes.
    pub target: PathBuf,
}

impl House {
    /// Finds the repository from what cargo says, or from the working directory.
    pub fn find() -> Result<House> {
        let start = match env::var_os("CARGO_MANIFEST_DIR") {
            Some(manifest) => PathBuf::from(manifest),
            None => env::current_dir()?,
        };
        let root = start
            .ancestors()
            .find(|folder| folder.join("Cargo.lock").is_file())
            .with_context(|| format!("no Cargo.lock above {}", start.display()))?
            .to_owned();
        let target = match env::var_os("CARGO_TARGET_DIR") {
            Some(folder) => root.join(folder),
            None => root.join("target"),
        };
        Ok(House { root, target })
    }

    /// Where `npm/` is.
    pub fn npm(&self) -> PathBuf {
        self.root.join("npm")
    }

    /// Where `editor/` is.
    pub fn editor(&self) -> PathBuf {
        self.root.join("editor")
    }

    /// Where `edge/` is.
    pub fn edge(&self) -> PathBuf {
        self.root.join("edge")
    }

    /// Where `www/` is.
    pub fn www(&self) -> PathBuf {
        self.root.join("www")
    }

    /// Where `vscode/` is.
    pub fn vscode(&self) -> PathBuf {
        self.root.join("vscode")
    }

    /// A program that `install` put under the target directory.
    pub fn tool(&self, name: &str) -> PathBuf {
        self.target.join("tools/bin").join(name)
    }

    /// `cargo` with a subcommand, at the root.
    pub fn cargo(&self, subcommand: &str) -> Command {
        let mut command = self.command(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
        command.arg(subcommand);
        command
    }

    /// Any program, at the root.
    pub fn command(&self, program: impl AsRef<OsStr>) -> Command {
        let mut command = Command::new(program);
        command.current_dir(&self.root);
        command
    }
}

/// Shows a command and runs it; its output goes straight through.
pub fn run(command: &mut Command) -> Result<()> {
    println!("$ {}", shown(command));
    let status = command
        .status()
        .with_context(|| format!("cannot start {}; `cargo xtask install` brings what is missing", shown(command)))?;
    if !status.success() {
        bail!("{} ended with {status}", shown(command));
    }
    Ok(())
}

/// Runs a command without showing it and returns what it prints.
pub fn output(command: &mut Command) -> Result<String> {
    let output = command
        .output()
        .with_context(|| format!("cannot start {}; `cargo xtask install` brings what is missing", shown(command)))?;
    ensure!(
        output.status.success(),
        "{} ended with {}: {}",
        shown(command),
        output.status,
        String::from_utf8_lossy(&output.stderr)
    );
    Ok(String::from_utf8(output.stdout)?)
}

/// A command as a person would type it at the root.
fn shown(command: &Command) -> String {
    let program = Path::new(command.get_program()).file_name().unwrap_or(command.get_program());
    let mut line = program.to_string_lossy().into_owned();
    for argument in command.get_args() {
        line.push(' ');
        line.push_str(&argument.to_string_lossy());
    }
    line
}
