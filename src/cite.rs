//! Citations as people write them: 《中华人民共和国广告法》第九条第三项.

use crate::syntax::Language;
use std::fmt::Write;

/// A place in an instrument.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place<'a> {
    /// The instrument's title in Chinese and in English, which may be empty.
    pub(crate) title: (&'a str, &'a str),
    /// 第N条.
    pub(crate) article: Option<u16>,
    /// 之N.
    pub(crate) sub: Option<u16>,
    /// 第N款.
    pub(crate) paragraph: Option<u16>,
    /// 第N项.
    pub(crate) item: Option<u16>,
    /// Section of an instrument without articles, in its own words.
    pub(crate) section: Option<&'a str>,
}

impl Place<'_> {
    /// The citation. An instrument without an English title is cited in Chinese.
    pub(crate) fn named(&self, language: Language) -> String {
        match (language, self.title) {
            (Language::En, (_, en)) if !en.is_empty() => match self.part(language) {
                part if part.is_empty() => en.to_owned(),
                part => format!("{en}, {part}"),
            },
            (_, (zh, _)) => format!("《{zh}》{}", self.part(Language::Zh)),
        }
    }

    /// The place in its instrument: 第九条第三项.
    pub(crate) fn part(&self, language: Language) -> String {
        let mut out = String::new();
        // Writing to a string cannot fail.
        if language == Language::En {
            let parts =
                [("article", self.article), ("sub", self.sub), ("paragraph", self.paragraph), ("item", self.item)];
            for (at, (name, number)) in parts.into_iter().filter_map(|(name, n)| Some((name, n?))).enumerate() {
                let _ = write!(out, "{}{name} {number}", if at == 0 { "" } else { " " });
            }
            if let Some(section) = self.section {
                let _ = write!(out, "section {section}");
            }
            return out;
        }
        let parts =
            [("第", self.article, "条"), ("之", self.sub, ""), ("第", self.paragraph, "款"), ("第", self.item, "项")];
        for (before, number, after) in parts.into_iter().filter_map(|(before, n, after)| Some((before, n?, after))) {
            let _ = write!(out, "{before}{}{after}", numeral(number));
        }
        out.push_str(self.section.unwrap_or(""));
        out
    }
}

/// A number as statutes write it, 1 to 9999: 十, 二十一, 一百零五; others in digits.
pub(crate) fn numeral(n: u16) -> String {
    const DIGITS: [&str; 10] = ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    if n == 0 || n >= 10_000 {
        return n.to_string();
    }
    let mut out = String::new();
    let mut gap = false;
    for (size, name) in [(1000u16, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = n.checked_div(size).unwrap_or(0).checked_rem(10).unwrap_or(0);
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if gap {
            out.push('零');
            gap = false;
        }
        if !(digit == 1 && size == 10 && out.is_empty()) {
            out.push_str(DIGITS.get(usize::from(digit)).copied().unwrap_or(""));
        }
        out.push_str(name);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_are_written_as_in_law() {
        for (n, text) in [
            (1, "一"),
            (9, "九"),
            (10, "十"),
            (18, "十八"),
            (20, "二十"),
            (57, "五十七"),
            (100, "一百"),
            (101, "一百零一"),
            (110, "一百一十"),
            (1024, "一千零二十四"),
        ] {
            assert_eq!(numeral(n), text);
        }
    }

    #[test]
    fn citations_are_written_in_both_languages() {
        let title = ("广告法", "Advertising Law");
        let none = Place { title, article: None, sub: None, paragraph: None, item: None, section: None };
        let item = Place { article: Some(9), paragraph: Some(1), item: Some(3), ..none };
        assert_eq!(item.named(Language::Zh), "《广告法》第九条第一款第三项");
        assert_eq!(item.named(Language::En), "Advertising Law, article 9 paragraph 1 item 3");
        let sub = Place { article: Some(10), sub: Some(1), ..none };
        assert_eq!(sub.named(Language::Zh), "《广告法》第十条之一");
        let section = Place { section: Some("五（三）"), ..none };
        assert_eq!(section.named(Language::Zh), "《广告法》五（三）");
        assert_eq!(section.named(Language::En), "Advertising Law, section 五（三）");
        assert_eq!(Place { title: ("广告法", ""), ..item }.named(Language::En), "《广告法》第九条第一款第三项");
    }
}
