//! “Did you mean …?”

/// The candidate that differs least from what was written, if it differs by little: one character of a short word, a third of a
/// long one. Ties go to the earlier candidate.
pub fn nearest<'c>(found: &str, candidates: impl IntoIterator<Item = &'c str>) -> Option<&'c str> {
    let found: Vec<char> = found.chars().take(64).flat_map(char::to_lowercase).collect();
    if found.len() < 2 {
        return None;
    }
    let bound = (found.len() / 3).max(1);
    let mut best: Option<(usize, &str)> = None;
    for candidate in candidates {
        let other: Vec<char> = candidate.chars().flat_map(char::to_lowercase).collect();
        if other.len().abs_diff(found.len()) > bound {
            continue;
        }
        let d = distance(&found, &other);
        // A word of which nothing is left is another word.
        if d <= bound && d < other.len() && best.is_none_or(|(b, _)| d < b) {
            best = Some((d, candidate));
        }
    }
    best.map(|(_, candidate)| candidate)
}

/// Insertions, deletions, replacements, and swaps of neighbours.
fn distance(a: &[char], b: &[char]) -> usize {
    let mut before: Vec<usize> = Vec::new();
    let mut row: Vec<usize> = (0..=b.len()).collect();
    let mut last_a = None;
    for (i, x) in a.iter().enumerate() {
        let mut next = Vec::with_capacity(row.len());
        next.push(i.saturating_add(1));
        let mut last_b = None;
        for (j, y) in b.iter().enumerate() {
            let at = |r: &[usize], k: usize| r.get(k).copied().unwrap_or(usize::MAX / 2);
            let replaced = at(&row, j).saturating_add(usize::from(x != y));
            let deleted = at(&row, j.saturating_add(1)).saturating_add(1);
            let inserted = at(&next, j).saturating_add(1);
            let mut least = replaced.min(deleted).min(inserted);
            if last_a == Some(y) && last_b == Some(x) && !before.is_empty() {
                least = least.min(at(&before, j.saturating_sub(1)).saturating_add(1));
            }
            next.push(least);
            last_b = Some(y);
        }
        before = std::mem::replace(&mut row, next);
        last_a = Some(x);
    }
    row.last().copied().unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::nearest;

    #[test]
    fn near_words_and_no_others() {
        let words = ["规则", "词库", "rule", "lexicon", "severity", "强制说明"];
        for (found, wanted) in [
            ("规责", Some("规则")),
            ("词典", Some("词库")),
            ("ruel", Some("rule")),
            ("Lexcion", Some("lexicon")),
            ("severty", Some("severity")),
            ("词", None),
            ("广告", None),
            ("pack", None),
        ] {
            assert_eq!(nearest(found, words), wanted, "{found}");
        }
    }
}
