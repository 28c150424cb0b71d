//! The words' semantics of the parent's docs written down as plainly as possible, and the engine held against it.

use super::api::TextSource;
use super::automaton::Readout;
use super::engine::TextEngine;
use super::number::is_numeral;
use super::sentence;
use super::symbols::is_han;
use super::window::Window;
use crate::pack::model::{FoldTable, PatNode, Pattern, Word};
use crate::syntax::tree::FoldKind;
use std::collections::BTreeSet;

/// Characters of texts: of each kind that folding, borders and separators tell apart.
pub const TEXT: &[char] = &[
    '好', '好', '最', '绝', '絕', '一', '二', 'a', 'b', 'A', 'Ａ', '1', '2', '１', '①', '⑫', '㎏', 'k', '\u{200b}',
    '-', '.', '·', '/', '，', ',', '。', '\n', '元', '😀', '㍻', '平', '成',
];
/// Characters of words.
pub const WORD: &[char] = &[
    '好', '好', '最', '绝', '絕', '一', '二', 'a', 'b', 'A', 'Ａ', '1', '2', '①', '㎏', 'k', 'g', '\u{200b}', '-', '.',
    '/', '，', '元', '平', '成',
];

/// Some of the tables there may be, one for each bit.
pub fn tables(choice: u16) -> Vec<FoldTable> {
    let table = |kind, uncertain, pairs: &[(char, &str)]| FoldTable {
        kind,
        uncertain,
        spellings: Vec::new(),
        entries: pairs.iter().map(|(c, to)| (*c, (*to).to_owned())).collect(),
    };
    let respelt = |kind, uncertain, pairs: &[(&str, &str)]| FoldTable {
        kind,
        uncertain,
        entries: Vec::new(),
        spellings: pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect(),
    };
    let all = [
        table(FoldKind::Width, false, &[('Ａ', "A"), ('１', "1"), ('，', ","), ('．', ".")]),
        table(FoldKind::Case, choice & 4096 != 0, &[('A', "a")]),
        table(FoldKind::Style, false, &[('①', "1"), ('⑫', "12"), ('㎏', "kg"), ('㍻', "平成")]),
        table(FoldKind::Traditional, false, &[('絕', "绝")]),
        table(FoldKind::ZeroWidth, false, &[('\u{200b}', "")]),
        table(FoldKind::Separator, false, &[('-', ""), ('.', "")]),
        table(FoldKind::Separator, true, &[('/', ""), ('·', "")]),
        table(FoldKind::Digit, false, &[('1', "一"), ('2', "二")]),
        table(FoldKind::Repeat, false, &[]),
        respelt(FoldKind::Split, false, &[("a1", "最"), ("好-k", "绝")]),
        respelt(FoldKind::Pinyin, true, &[("b", "好"), ("平", "一二")]),
    ];
    all.into_iter().enumerate().filter(|(index, _)| choice >> index & 1 == 1).map(|(_, table)| table).collect()
}

/// The word, and it with one or two parts respelt.
fn spellings(word: &Word, tables: &[FoldTable]) -> Vec<Word> {
    // What is dropped anywhere is no part of a word.
    let text = word.text.chars().filter(|c| word.exact || !fold(*c, tables).zero).collect();
    let mut all = vec![(Word { text, ..word.clone() }, 0)];
    for _ in 0..if word.exact { 0 } else { 2 } {
        for (word, next) in all.clone() {
            for (from, to) in tables.iter().flat_map(|t| &t.spellings) {
                for (at, _) in word.text.match_indices(to.as_str()).filter(|(at, _)| *at >= next) {
                    let text = format!("{}{from}{}", &word.text[..at], &word.text[at + to.len()..]);
                    all.push((Word { text, exact: false }, at + from.len()));
                }
            }
        }
    }
    all.into_iter().map(|(word, _)| word).collect()
}

#[derive(Clone, Debug)]
struct Char {
    source: char,
    /// Folded; empty for what is dropped.
    letters: Vec<char>,
    separator: Option<char>,
    zero: bool,
    digit: bool,
    letter: bool,
}

fn fold(c: char, tables: &[FoldTable]) -> Char {
    let find = |c: char, drop: bool| {
        let mut order: Vec<&FoldTable> = tables.iter().collect();
        order.sort_by_key(|t| t.uncertain);
        order.into_iter().find_map(|t| {
            let is_drop = matches!(t.kind, FoldKind::ZeroWidth | FoldKind::Separator);
            let to = t.entries.iter().find(|(from, _)| *from == c)?;
            (is_drop == drop).then(|| (t.kind, to.1.clone()))
        })
    };
    let mut chain = vec![c];
    let (mut digit, mut letter) = (c.is_ascii_digit(), c.is_ascii_alphabetic());
    loop {
        let next: Vec<char> = chain
            .iter()
            .flat_map(|c| match (find(*c, true), find(*c, false)) {
                (None, Some((_, to))) => to.chars().collect(),
                _ => vec![*c],
            })
            .collect();
        if next == chain {
            break;
        }
        chain = next;
        if chain.iter().all(char::is_ascii_alphanumeric) {
            digit = chain.iter().all(char::is_ascii_digit);
            letter = chain.iter().all(char::is_ascii_alphabetic);
        }
    }
    let kept: Vec<char> = chain.iter().copied().filter(|c| find(*c, true).is_none()).collect();
    let separator = chain.iter().copied().find(|c| find(*c, true).is_some_and(|(kind, _)| kind == FoldKind::Separator));
    let zero = kept.is_empty() && separator.is_none();
    Char { source: c, separator: separator.filter(|_| kept.is_empty()), zero, letters: kept, digit, letter }
}

/// A letter, and which character it comes from.
type Letters = Vec<(char, usize)>;

fn letters(chars: &[Char]) -> Letters {
    chars.iter().enumerate().flat_map(|(index, c)| c.letters.iter().map(move |l| (*l, index))).collect()
}

fn runs(letters: &[(char, usize)], repeat: bool) -> Vec<Letters> {
    let mut runs: Vec<Letters> = Vec::new();
    for letter in letters {
        let repeats = repeat && is_han(letter.0) && !is_numeral(letter.0);
        match runs.last_mut() {
            Some(run) if repeats && run[0].0 == letter.0 => run.push(*letter),
            _ => runs.push(vec![*letter]),
        }
    }
    runs
}

fn separators(chars: &[Char], from: usize, to: usize) -> Vec<char> {
    chars.get(from + 1..to).unwrap_or(&[]).iter().filter_map(|c| c.separator).collect()
}

/// Whether the word, already folded, matches `text[i..j)`.
fn matches(source: &[char], text: &[Char], i: usize, j: usize, word: &Word, own: &[Char], repeat: bool) -> bool {
    let mine = letters(own);
    if mine.is_empty() {
        let wanted: Vec<char> = own.iter().filter_map(|c| c.separator).collect();
        let slice = &text[i..j];
        let ends = [i, j - 1].iter().all(|at| text[*at].separator.is_some());
        let plain = slice.iter().all(|c| c.letters.is_empty());
        let same = slice.iter().filter_map(|c| c.separator).eq(wanted.iter().copied());
        let exact = !word.exact || source[i..j].iter().copied().eq(word.text.chars());
        return !wanted.is_empty() && ends && plain && same && exact;
    }
    if word.exact {
        if !source[i..j].iter().copied().eq(word.text.chars()) {
            return false;
        }
        let lead = own.iter().take_while(|c| c.letters.is_empty()).count();
        let trail = own.iter().rev().take_while(|c| c.letters.is_empty()).count();
        return letters_match(text, i + lead, j - trail, own, repeat);
    }
    letters_match(text, i, j, own, repeat)
}

fn letters_match(text: &[Char], i: usize, j: usize, own: &[Char], repeat: bool) -> bool {
    if text[i].letters.is_empty() || text[j - 1].letters.is_empty() {
        return false;
    }
    // 1
    let (mine, theirs) = (runs(&letters(own), repeat), runs(&letters(&text[i..j]), repeat));
    let alike = |a: &Letters, b: &Letters| {
        let repeats = repeat && is_han(a[0].0) && !is_numeral(a[0].0);
        a[0].0 == b[0].0 && (a.len() == b.len() || repeats && b.len() > a.len())
    };
    if mine.len() != theirs.len() || !mine.iter().zip(&theirs).all(|(a, b)| alike(a, b)) {
        return false;
    }
    // 2
    let flat: Letters = theirs.iter().flatten().copied().collect();
    for pair in flat.windows(2) {
        if separators(text, i + pair[0].1, i + pair[1].1).len() > 3 {
            return false;
        }
    }
    for (mine, theirs) in mine.windows(2).zip(theirs.windows(2)) {
        let (a, b) = (mine[0].last().unwrap().1, mine[1][0].1);
        let (x, y) = (i + theirs[0].last().unwrap().1, i + theirs[1][0].1);
        let (has, there) = (separators(own, a, b), separators(text, x, y));
        let alnum = |c: &Char| c.digit || c.letter;
        if text[x].digit && text[y].digit || own[a].digit && own[b].digit {
            if has != there {
                return false;
            }
        } else if (alnum(&text[x]) && alnum(&text[y]) || alnum(&own[a]) && alnum(&own[b]))
            && !there.is_empty()
            && has.is_empty()
        {
            return false;
        }
    }
    // 3
    let visible: Vec<usize> = (0..text.len()).filter(|at| !text[*at].zero).collect();
    let at = |position: Option<usize>| position.and_then(|p| visible.get(p)).map(|at| &text[*at]);
    let cut = |out: Option<usize>, own: usize, beyond: Option<usize>| {
        let (Some(out), own) = (at(out), &text[own]) else { return false };
        let goes_on = matches!(out.source, '.' | '．' | ',');
        own.letter && out.letter || own.digit && (out.digit || goes_on && at(beyond).is_some_and(|c| c.digit))
    };
    let first = visible.iter().position(|at| *at == i).unwrap();
    let last = visible.iter().position(|at| *at == j - 1).unwrap();
    if cut(first.checked_sub(1), i, first.checked_sub(2)) || cut(Some(last + 1), j - 1, Some(last + 2)) {
        return false;
    }
    // 4
    let before = (0..i).rev().find(|at| !text[*at].letters.is_empty()).filter(|at| separators(text, *at, i).len() <= 3);
    let after =
        (j..text.len()).find(|at| !text[*at].letters.is_empty()).filter(|at| separators(text, j - 1, *at).len() <= 3);
    let repeats = |letter: char| repeat && is_han(letter) && !is_numeral(letter);
    let (head, tail) = (&theirs[0], theirs.last().unwrap());
    let cut_left = before.is_some_and(|at| text[at].letters.last() == Some(&head[0].0)) && repeats(head[0].0);
    let cut_right = after.is_some_and(|at| text[at].letters.first() == Some(&tail[0].0)) && repeats(tail[0].0);
    (head.len() == mine[0].len() || !cut_left) && (tail.len() == mine.last().unwrap().len() || !cut_right)
}

/// One pattern for each word.
fn patterns(count: usize) -> Vec<Pattern> {
    let pattern = |word| Pattern {
        key: format!("p{word}"),
        name: String::new(),
        nodes: vec![PatNode::Word(word)],
        prescribed: Vec::new(),
    };
    (0..count as u32).map(pattern).collect()
}

/// Every word hit of the engine in a text, as bytes.
fn hits(engine: &TextEngine, text: &str) -> BTreeSet<(usize, usize, u32)> {
    let mut found = BTreeSet::new();
    let (mut window, mut raw) = (Window::default(), Readout::default());
    let meter = super::run::Meter::new(0, u64::MAX);
    let mut from = 0;
    while let Some(bytes) = sentence::next(&engine.reader.symbols, text, from) {
        engine.open(&mut window, &mut raw, text, bytes, |_| true, &meter);
        for hit in &window.hits {
            let (start, end) = window.bytes(usize::from(hit.start), usize::from(hit.end));
            found.insert((start, end, hit.word));
        }
        from = bytes.1;
    }
    found
}

/// Holds the engine against the definition: what it finds, and what it should.
pub fn both(words: &[Word], text: &str, folds: &[FoldTable]) -> [BTreeSet<(usize, usize, u32)>; 2] {
    let patterns = patterns(words.len());
    let source = TextSource { words, patterns: &patterns, contexts: &[], folds };
    let engine = TextEngine::build(&source).unwrap();
    let chars: Vec<char> = text.chars().collect();
    let folded: Vec<Char> = chars.iter().map(|c| fold(*c, folds)).collect();
    let repeat = folds.iter().any(|t| t.kind == FoldKind::Repeat);
    let bytes: Vec<usize> = text.char_indices().map(|(at, _)| at).chain([text.len()]).collect();
    let mut expected = BTreeSet::new();
    for (index, word) in words.iter().enumerate() {
        for word in spellings(word, folds) {
            let own: Vec<Char> = word.text.chars().map(|c| fold(c, folds)).collect();
            for i in 0..chars.len() {
                for j in i + 1..=chars.len() {
                    if !chars[i..j].contains(&'\n')
                        && !chars[i..j].contains(&'。')
                        && matches(&chars, &folded, i, j, &word, &own, repeat)
                    {
                        expected.insert((bytes[i], bytes[j], index as u32));
                    }
                }
            }
        }
    }
    [hits(&engine, text), expected]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn string(of: &'static [char], length: std::ops::Range<usize>) -> impl Strategy<Value = String> {
        prop::collection::vec(prop::sample::select(of), length).prop_map(|chars| chars.into_iter().collect())
    }

    fn words() -> impl Strategy<Value = Vec<Word>> {
        let word = (string(WORD, 1..5), prop::bool::weighted(0.2)).prop_map(|(text, exact)| {
            let borders = text.starts_with('\u{200b}') || text.ends_with('\u{200b}');
            Word { exact: exact && !borders, text }
        });
        prop::collection::vec(word, 1..8)
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 2000, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn the_engine_finds_what_the_definition_says(
            words in words(),
            text in string(TEXT, 0..16),
            choice in 0u16..8192,
        ) {
            let [found, expected] = both(&words, &text, &tables(choice));
            prop_assert_eq!(found, expected);
        }
    }
}
