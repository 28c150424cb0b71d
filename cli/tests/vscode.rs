//! The VS Code extension's grammar is the language's: made from its keyword table. `UPDATE_GOLDEN=1` writes it.

mod common;

use common::root;

#[test]
fn the_grammar_is_made_from_the_keywords() {
    let path = root().join("vscode/syntaxes/zhunze.tmLanguage.json");
    let made = zhunze::syntax::textmate();
    if std::env::var_os("UPDATE_GOLDEN").is_some() {
        std::fs::write(&path, &made).unwrap();
    }
    let committed = std::fs::read_to_string(&path).unwrap_or_default();
    assert!(committed == made, "run this test with UPDATE_GOLDEN=1 to write the grammar anew");
}
