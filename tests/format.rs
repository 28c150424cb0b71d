//! The formatter: the document is laid out as it says, and nothing is ever lost.
#![cfg(not(target_arch = "wasm32"))]
#![cfg(feature = "compiler")]

mod sources;

use proptest::prelude::*;
use zhunze::diagnostic::{Sources, render};
use zhunze::syntax::{Language, format, parse};

/// The tree without places, and the texts of the comments.
fn shape(text: &str) -> (String, Vec<String>) {
    let (file, diagnostics) = parse(0, text);
    assert!(diagnostics.is_empty(), "{text}\n{diagnostics:#?}");
    let debug = format!("{:?}", file.items);
    let mut parts = debug.split("Span { file");
    let mut tree = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        tree.push('@');
        tree.push_str(part.split_once('}').unwrap().1);
    }
    (tree, file.comments.into_iter().map(|c| c.text).collect())
}

fn holds(text: &str) {
    let zh = format(text, Some(Language::Zh)).unwrap_or_else(|d| panic!("{text}\n{d:#?}"));
    let en = format(text, Some(Language::En)).unwrap();
    assert_eq!(format(&zh, None).unwrap(), zh, "twice is not once, from\n{text}");
    assert_eq!(format(&en, None).unwrap(), en, "twice is not once, from\n{text}");
    assert_eq!(format(&en, Some(Language::Zh)).unwrap(), zh, "there and back, from\n{text}");
    assert_eq!(format(&zh, Some(Language::En)).unwrap(), en, "back and there, from\n{text}");
    let same = format(text, None).unwrap();
    assert_eq!(shape(text), shape(&same), "the tree changed:\n{text}\n{same}");
    for line in same.lines() {
        assert_eq!(line, line.trim_end(), "white space at the end of a line");
    }
}

#[test]
fn the_document_is_formatted() {
    let text = include_str!("../docs/language.md");
    let blocks: Vec<&str> = text.split("```zz\n").skip(1).filter_map(|rest| rest.split("```").next()).collect();
    assert!(blocks.len() >= 10);
    for block in blocks {
        assert_eq!(format(block, None).unwrap(), block);
        holds(block);
    }
}

/// `tests/golden/format/*.zz` as written, `*.zh.out` and `*.en.out` as formatted. `UPDATE_GOLDEN=1` writes the latter.
#[test]
fn golden_layouts() {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/golden/format");
    let mut paths: Vec<_> = std::fs::read_dir(&folder).unwrap().map(|e| e.unwrap().path()).collect();
    paths.retain(|p| p.extension().is_some_and(|e| e == "zz"));
    assert!(!paths.is_empty());
    for path in paths {
        let text = std::fs::read_to_string(&path).unwrap();
        if !text.contains("# mixed") {
            holds(&text);
        }
        for (language, extension) in [(Language::Zh, "zh.out"), (Language::En, "en.out")] {
            let found = format(&text, Some(language)).unwrap();
            let golden = path.with_extension(extension);
            if std::env::var_os("UPDATE_GOLDEN").is_some() {
                std::fs::write(&golden, &found).unwrap();
            }
            assert_eq!(std::fs::read_to_string(&golden).unwrap_or_default(), found, "{}", golden.display());
        }
    }
}

/// Every `.zz` file of the repository that can be read keeps its tree in both languages.
#[test]
fn the_packs_keep_their_trees() {
    let mut folders = vec![std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("packs")];
    let mut files = 0;
    while let Some(folder) = folders.pop() {
        for path in std::fs::read_dir(folder).unwrap().map(|e| e.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if path.extension().is_some_and(|e| e == "zz") {
                let text = std::fs::read_to_string(&path).unwrap();
                assert!(parse(0, &text).1.is_empty(), "{} has mistakes", path.display());
                let [zh, en] = [Language::Zh, Language::En].map(|language| format(&text, Some(language)).unwrap());
                assert_eq!(shape(&text), shape(&zh), "{}", path.display());
                assert_eq!(format(&zh, None).unwrap(), zh, "{}", path.display());
                assert_eq!(format(&en, Some(Language::Zh)).unwrap(), zh, "{}", path.display());
                files += 1;
            }
        }
    }
    assert!(files > 0);
}

#[test]
fn what_cannot_be_read_is_not_formatted() {
    assert!(format("规则 甲 (a) { 级别 }", None).unwrap_err().iter().all(|d| d.code == "E0101"));
    assert_eq!(format("", None).unwrap(), "");
    assert_eq!(format("\u{FEFF}\n\n# 只有注释\n\n\n# 两条", None).unwrap(), "# 只有注释\n\n# 两条\n");
    assert_eq!(
        format("词库 甲 (a) { 好 }\r\n\r\n\r\n词库 乙 (b) {\r\n}", None).unwrap(),
        "词库 甲 (a) { 好 }\n\n词库 乙 (b) {}\n"
    );
}

/// `PROPTEST_CASES` asks for more.
fn config() -> ProptestConfig {
    let asked = std::env::var_os("PROPTEST_CASES").is_some();
    let default = ProptestConfig { failure_persistence: None, ..ProptestConfig::default() };
    if asked { default } else { ProptestConfig { cases: 40, ..default } }
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn nothing_is_lost(source in sources::source()) {
        holds(&source.text(false));
        holds(&source.text(true));
    }

    #[test]
    fn both_languages_are_one(source in sources::source()) {
        let (zh, en) = (source.text(false), source.text(true));
        prop_assert_eq!(format(&zh, Some(Language::En)).unwrap(), format(&en, None).unwrap());
        prop_assert_eq!(format(&en, Some(Language::Zh)).unwrap(), format(&zh, None).unwrap());
    }

    #[test]
    fn no_text_stops_the_parser(
        source in sources::source(),
        english in any::<bool>(),
        edits in proptest::collection::vec((any::<prop::sample::Index>(), 0..3u8, any::<prop::sample::Index>()), 1..12),
    ) {
        const BITS: [&str; 28] = [
            "\"", "“", "”", "(", ")", "（", "）", "{", "}", "｛", "｝", "[", "]", "<", ">", "#", "\n", "\\", "第", "条", "数(", "？", "..", "非 ", "规则 ",
            "\u{0}", "\u{10FFFF}", "\r",
        ];
        let mut text = source.text(english);
        for (place, kind, bit) in edits {
            let places: Vec<usize> = text.char_indices().map(|(i, _)| i).collect();
            if places.is_empty() {
                break;
            }
            let at = places[place.index(places.len())];
            let end = at + text[at..].chars().next().unwrap().len_utf8();
            let bit = BITS[bit.index(BITS.len())];
            match kind {
                0 => text.replace_range(at..end, ""),
                1 => text.insert_str(at, bit),
                _ => text.replace_range(at..end, bit),
            }
        }
        let mut sources = Sources::default();
        let file = sources.add("a.zz", &text);
        let (tree, diagnostics) = parse(file, &text);
        for span in diagnostics.iter().flat_map(|d| std::iter::once(d.span).chain(d.labels.iter().map(|l| l.span)))
            .chain(tree.items.iter().map(|i| i.span)).chain(tree.comments.iter().map(|c| c.span))
        {
            prop_assert!(text.get(span.start as usize..span.end as usize).is_some(), "{:?}\n{}\n{:?}", span, text, diagnostics);
        }
        prop_assert!(diagnostics.iter().all(|d| d.code != "E0199"), "{:?}", diagnostics);
        for language in [Language::Zh, Language::En] {
            let _ = render::human(&diagnostics, &sources, language, true);
        }
        let _ = render::json(&diagnostics, &sources);
        // What can be read can be formatted.
        prop_assert_eq!(format(&text, None).is_ok(), diagnostics.iter().all(|d| d.code == "E0110"));
    }
}
