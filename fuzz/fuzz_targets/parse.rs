//! Any bytes: the parser, the formatter and the renderers answer, spans lie in the text, and formatting twice is formatting once.
#![no_main]

use libfuzzer_sys::fuzz_target;
use zhunze::diagnostic::{Sources, decode_utf8, render};
use zhunze::syntax::{Language, format, parse};

fuzz_target!(|bytes: &[u8]| {
    let text = match decode_utf8("fuzz.zz", bytes) {
        Ok(text) => text,
        Err(error) => {
            assert!(error.utf8[0] < bytes.len());
            return;
        }
    };
    let mut sources = Sources::default();
    let file = sources.add("fuzz.zz", text);
    let (tree, diagnostics) = parse(file, text);
    let labels = diagnostics.iter().flat_map(|d| d.labels.iter().map(|l| l.span));
    let spans = diagnostics.iter().map(|d| d.span).chain(labels).chain(tree.items.iter().map(|i| i.span));
    for span in spans {
        assert!(text.get(span.start as usize..span.end as usize).is_some(), "{span:?}");
    }
    assert!(diagnostics.iter().all(|d| d.code != "E0199"), "{diagnostics:?}");
    let _ = render::human(&diagnostics, &sources, Language::Zh, false);
    let _ = render::json(&diagnostics, &sources);
    if let Ok(once) = format(text, None) {
        assert_eq!(format(&once, None).as_ref(), Ok(&once));
        let there = format(&once, Some(Language::En));
        let back = there.and_then(|t| format(&t, Some(Language::Zh)));
        assert_eq!(back, format(&once, Some(Language::Zh)));
    }
});
