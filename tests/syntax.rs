//! Source → tree: the document's examples, every diagnostic, limits.
#![cfg(feature = "compiler")]

use zhunze::syntax::parse;

/// The ```zz blocks of the language document.
fn document_blocks() -> Vec<String> {
    let text = include_str!("../docs/language.md");
    let mut blocks = Vec::new();
    let mut lines = text.lines();
    while let Some(line) = lines.next() {
        if line.trim() == "```zz" {
            blocks.push(lines.by_ref().take_while(|l| l.trim() != "```").map(|l| format!("{l}\n")).collect());
        }
    }
    blocks
}

#[test]
fn every_example_of_the_document_parses() {
    let blocks = document_blocks();
    assert!(blocks.len() >= 10, "found only {} blocks", blocks.len());
    for block in blocks {
        let (file, diagnostics) = parse(0, &block);
        assert!(diagnostics.is_empty(), "{block}\n{diagnostics:#?}");
        assert!(!file.items.is_empty());
    }
}
