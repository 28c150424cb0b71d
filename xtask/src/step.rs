//! The steps of `test`, in order, and the loop that runs them.

use std::time::Instant;

use anyhow::{Result, bail};

use crate::house::House;
use crate::{abi, counts, edge, install, npm, pages, rust, sizes, tuf, vscode, wasm};

struct Step {
    name: &'static str,
    what: &'static str,
    /// Steps that must have run before; they come earlier in the list.
    needs: &'static [&'static str],
    run: fn(&House) -> Result<()>,
}

const STEPS: &[Step] = &[
    Step { name: "fmt", what: "Rust is formatted", needs: &[], run: rust::format },
    Step { name: "clippy", what: "clippy, natively and for WebAssembly", needs: &[], run: rust::clippy },
    Step { name: "rust", what: "tests of every crate", needs: &[], run: rust::workspace },
    Step { name: "runtime", what: "tests of the library without the compiler", needs: &[], run: rust::runtime },
    Step { name: "wasm-node", what: "WebAssembly tests in Node", needs: &[], run: wasm::test_in_node },
    Step { name: "wasm-browser", what: "WebAssembly tests in Chromium", needs: &[], run: wasm::test_in_browser },
    Step { name: "build-wasm", what: "every WebAssembly variant, as shipped", needs: &[], run: wasm::build },
    Step {
        name: "sizes",
        what: "the modules are no larger than allowed and as large as recorded",
        needs: &["build-wasm"],
        run: sizes::check_recorded,
    },
    Step { name: "counts", what: "as many instructions as recorded", needs: &[], run: counts::check_recorded },
    Step { name: "abi", what: "the C ABI, used from Node without imports and from C", needs: &[], run: abi::test },
    Step {
        name: "tuf",
        what: "signed repositories, to and from the reference implementation",
        needs: &[],
        run: tuf::test,
    },
    Step { name: "vscode", what: "the editor's grammar, in VS Code's own tokenizer", needs: &[], run: vscode::test },
    Step { name: "npm", what: "the npm package, built and used in Node", needs: &["build-wasm"], run: npm::test },
    Step { name: "edge", what: "the handler on Node, Deno, Bun and workerd", needs: &["npm"], run: edge::test },
    Step { name: "pages", what: "the pages, built and used in Chromium", needs: &["npm"], run: pages::test },
];

/// Prints the steps.
pub fn list() {
    for step in STEPS {
        println!("{:14} {}", step.name, step.what);
    }
}

/// Runs the named steps and what they need, or all; stops at the first that fails.
pub fn run(house: &House, names: &[String], install: bool) -> Result<()> {
    let start = Instant::now();
    let chosen = choose(names)?;
    if install {
        install::everything(house)?;
    }
    for step in &chosen {
        println!("\n▶ {}: {}", step.name, step.what);
        let begun = Instant::now();
        if let Err(error) = (step.run)(house) {
            println!("✗ {} failed after {:.1} s; alone: cargo xtask test {}", step.name, seconds(begun), step.name);
            return Err(error);
        }
        println!("✓ {} {:.1} s", step.name, seconds(begun));
    }
    println!("\n✓ {} of {} steps, {:.1} s in all", chosen.len(), STEPS.len(), seconds(start));
    Ok(())
}

fn choose(names: &[String]) -> Result<Vec<&'static Step>> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|step| step.name != name.as_str())) {
        let known: Vec<_> = STEPS.iter().map(|step| step.name).collect();
        bail!("no step is called {unknown}; there are {}", known.join(", "));
    }
    let mut wanted: Vec<&str> = names.iter().map(String::as_str).collect();
    // What a step needs stands before it, so one pass from the end reaches everything.
    for step in STEPS.iter().rev() {
        if wanted.contains(&step.name) {
            wanted.extend(step.needs);
        }
    }
    Ok(STEPS.iter().filter(|step| names.is_empty() || wanted.contains(&step.name)).collect())
}

fn seconds(since: Instant) -> f64 {
    since.elapsed().as_secs_f64()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chosen(names: &[&str]) -> Vec<&'static str> {
        let names: Vec<_> = names.iter().map(|name| (*name).to_owned()).collect();
        choose(&names).unwrap().iter().map(|step| step.name).collect()
    }

    #[test]
    fn a_step_brings_what_it_needs_in_order() {
        assert_eq!(chosen(&["pages"]), ["build-wasm", "npm", "pages"]);
        assert_eq!(chosen(&["rust", "fmt"]), ["fmt", "rust"]);
        assert_eq!(chosen(&[]).len(), STEPS.len());
    }

    #[test]
    fn an_unknown_step_is_refused_with_the_known_ones() {
        let error = choose(&["clipy".to_owned()]).err().unwrap().to_string();
        assert!(error.contains("clipy") && error.contains("wasm-browser"), "{error}");
    }
}
