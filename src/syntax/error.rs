//! Every diagnostic of this room, worded for people who write law and not programs.

use super::Language;
use super::tree::Span;
use crate::diagnostic::{Diagnostic, Message};

/// A span from byte offsets.
pub(super) fn span(file: u32, start: usize, end: usize) -> Span {
    let narrow = |n: usize| u32::try_from(n).unwrap_or(u32::MAX);
    Span { file, start: narrow(start), end: narrow(end.max(start)) }
}

fn say(zh: impl Into<String>, en: impl Into<String>) -> Message {
    Message::new(zh, en)
}

/// Full-width characters that the scanner mends itself.
#[derive(Clone, Copy, Debug)]
pub(super) enum FullWidth {
    Quotes,
    OpenBrace,
    CloseBrace,
}

/// E0102.
pub(super) fn unclosed_string(at: Span, curly: Option<Span>) -> Diagnostic {
    let help = if curly.is_some() {
        say("结尾的 ” 是全角引号，请改为半角引号 \"", "the closing ” is a full-width quote; type the plain quote \"")
    } else {
        say(
            "在文字末尾补上半角引号 \"；文字中的引号写作 \\\"，换行写作 \\n",
            "close the text with \"; a quote inside it is written \\\", a line break \\n",
        )
    };
    let d = Diagnostic::error(
        "E0102",
        at,
        say("引号没有成对：文字到行末仍未结束", "this text is not closed before its line ends"),
        help,
    );
    match curly {
        Some(place) => d.label(place, say("全角引号不能结束文字", "a full-width quote does not close a text")),
        None => d,
    }
}

fn bracket(c: char) -> &'static str {
    match c {
        '(' => ")",
        '[' => "]",
        _ => "}",
    }
}

/// E0103 at the end of the file or before the next item.
pub(super) fn unclosed(at: Span, open: char, next: Option<Span>) -> Diagnostic {
    let close = bracket(open);
    let d = Diagnostic::error(
        "E0103",
        at,
        say(format!("“{open}”没有对应的“{close}”"), format!("this `{open}` is never closed")),
        say(format!("在它应当结束的地方补上 {close}"), format!("add `{close}` where it should end")),
    );
    match next {
        Some(place) => d.label(place, say("下一个条目从这里开始", "the next item begins here")),
        None => d,
    }
}

/// E0103 where another bracket closes first.
pub(super) fn unclosed_before(at: Span, open: char, closer: Span, found: char) -> Diagnostic {
    let close = bracket(open);
    Diagnostic::error(
        "E0103",
        at,
        say(format!("“{open}”没有对应的“{close}”"), format!("this `{open}` is never closed")),
        say(format!("在 {found} 之前补上 {close}"), format!("add `{close}` before the `{found}`")),
    )
    .label(closer, say("这里结束的是外层的括号", "this closes an outer bracket"))
}

/// E0104.
pub(super) fn unopened(at: Span, found: char) -> Diagnostic {
    Diagnostic::error(
        "E0104",
        at,
        say(format!("多出一个“{found}”，前面没有与它对应的括号"), format!("this `{found}` closes nothing")),
        say("删去它，或在前面补上对应的左括号", "delete it, or add the bracket that it should close"),
    )
}

/// E0105.
pub(super) fn too_deep(at: Span, limit: usize) -> Diagnostic {
    Diagnostic::error(
        "E0105",
        at,
        say(format!("嵌套超过 {limit} 层"), format!("nested more than {limit} levels deep")),
        say(
            "把里层的条件写成单独的“定义”，把里层的句式写成单独的“句式”，再引用它们",
            "name the inner condition with `define`, or the inner pattern with `pattern`, and refer to it",
        ),
    )
}

/// E0106 for a file.
pub(super) fn file_too_large(file: u32, size: usize, limit: usize) -> Diagnostic {
    Diagnostic::error(
        "E0106",
        span(file, 0, 0),
        say(
            format!("文件有 {size} 字节，上限是 {limit} 字节"),
            format!("the file has {size} bytes; the limit is {limit}"),
        ),
        say("把它拆成几个文件", "split it into several files"),
    )
}

/// E0106 for an item.
pub(super) fn item_too_large(at: Span, size: usize, limit: usize) -> Diagnostic {
    Diagnostic::error(
        "E0106",
        at,
        say(
            format!("这一条目有 {size} 字节，上限是 {limit} 字节"),
            format!("this item has {size} bytes; the limit is {limit}"),
        ),
        say("把它拆成几个条目；词库可以用“含”合并", "split it into several items; a lexicon can include others"),
    )
}

/// E0107 where the scanner met it.
pub(super) fn full_width(at: Span, what: FullWidth) -> Diagnostic {
    let (zh, en) = match what {
        FullWidth::Quotes => ("“ ”", "\""),
        FullWidth::OpenBrace => ("｛", "{"),
        FullWidth::CloseBrace => ("｝", "}"),
    };
    full_width_char(at, zh, en)
}

/// E0107.
pub(super) fn full_width_char(at: Span, found: &str, ascii: &str) -> Diagnostic {
    Diagnostic::error(
        "E0107",
        at,
        say(format!("这里是全角的 {found}"), format!("this is the full-width {found}")),
        say(format!("请改为半角的 {ascii}"), format!("type the plain {ascii}")),
    )
}

/// E0108.
pub(super) fn unknown_keyword(at: Span, found: &str, near: Option<&str>, zh: &str, en: &str) -> Diagnostic {
    let help = match near {
        Some(near) => say(format!("是否想写“{near}”？"), format!("did you mean `{near}`?")),
        None => say(format!("可以写的有：{zh}"), format!("what may stand here: {en}")),
    };
    let message = say(format!("没有“{found}”这个关键词"), format!("there is no keyword `{found}`"));
    Diagnostic::error("E0108", at, message, help)
}

/// E0109, text that no item holds. `clause`: it begins like a clause of the item before it.
pub(super) fn stray(at: Span, found: &str, clause: bool, words: (&str, &str)) -> Diagnostic {
    let help = if clause {
        say("它是条目里面的内容：检查前面是否多写了一个 }", "it belongs inside an item: look for a `}` too many above")
    } else {
        say(
            format!("每个条目以关键词开头：{}；说明性的文字前加 #", words.0),
            format!("an item begins with {}; put # before a comment", words.1),
        )
    };
    let message = say(format!("“{found}”不属于任何条目"), format!("`{found}` belongs to no item"));
    Diagnostic::error("E0109", at, message, help)
}

/// E0110.
pub(super) fn mixed_languages(at: Span, found: &str, wanted: &str, language: Language) -> Diagnostic {
    let (zh, en, flag) = match language {
        Language::Zh => ("中文", "Chinese", "zh"),
        Language::En => ("英文", "English", "en"),
    };
    Diagnostic::error(
        "E0110",
        at,
        say(
            format!("本文件的关键词是{zh}，这里用了“{found}”"),
            format!("this file's keywords are {en}, and here stands `{found}`"),
        ),
        say(
            format!("写作 {wanted}；或用 zhunze fmt --keywords {flag} 统一整个文件"),
            format!("write `{wanted}`, or run `zhunze fmt --keywords {flag}` on the whole file"),
        ),
    )
}

/// E0111.
pub(super) fn bad_date(at: Span, suggestion: Option<String>) -> Diagnostic {
    let shown = suggestion.unwrap_or_else(|| "2026-02-01".to_owned());
    Diagnostic::error(
        "E0111",
        at,
        say("日期的写法不对", "this is not how a date is written"),
        say(
            format!("写作“年-月-日”，年四位、月和日各两位：{shown}"),
            format!("write year-month-day with four, two and two digits: {shown}"),
        ),
    )
}

/// E0112.
pub(super) fn bad_escape(at: Span, found: char) -> Diagnostic {
    Diagnostic::error(
        "E0112",
        at,
        say(format!("文字中的 \\{found} 没有意义"), format!("`\\{found}` means nothing in a text")),
        say(
            "反斜杠之后只能是 \"、\\ 或 n；反斜杠本身写作 \\\\",
            "after a backslash only \", \\ or n may stand; a backslash itself is written \\\\",
        ),
    )
}

/// E0113.
pub(super) fn out_of_range(at: Span, zh: &str, en: &str, from: u32, to: u32) -> Diagnostic {
    Diagnostic::error(
        "E0113",
        at,
        say(format!("{zh}不在 {from} 到 {to} 之间"), format!("{en} is not between {from} and {to}")),
        say(format!("写一个 {from} 到 {to} 之间的整数"), format!("write a whole number between {from} and {to}")),
    )
}

/// E0114.
pub(super) fn given_twice(at: Span, first: Span, zh: &str, en: &str) -> Diagnostic {
    Diagnostic::error(
        "E0114",
        at,
        say(format!("“{zh}”只能写一次"), format!("`{en}` may be given once")),
        say("只留一处", "keep one of them"),
    )
    .label(first, say("第一次在这里", "the first one is here"))
}

/// E0115.
pub(super) fn id_not_ascii(at: Span) -> Diagnostic {
    Diagnostic::error(
        "E0115",
        at,
        say("括号中的标识含有非 ASCII 字符", "the id in parentheses has characters that are not ASCII"),
        say(
            "用英文字母、数字和连字符写，例如 (absolute-terms)",
            "write it with English letters, digits and hyphens, as in (absolute-terms)",
        ),
    )
}

/// E0117.
pub(super) fn root_as_variable(at: Span, found: &str) -> Diagnostic {
    Diagnostic::error(
        "E0117",
        at,
        say(
            format!("“{found}”指受检对象或商品，不能作变量名"),
            format!("`{found}` is the subject or the goods and cannot name a variable"),
        ),
        say("换一个名称", "choose another name"),
    )
}

/// E0118.
pub(super) fn mark_after_part(at: Span) -> Diagnostic {
    Diagnostic::error(
        "E0118",
        at,
        say(
            "这里的“？”紧接在前一部分之后，看不出是“可有可无”还是文字",
            "this full-width mark follows the part before it directly",
        ),
        say(
            "表示可有可无请改为半角 ?；表示文字请加引号 \"？\"，并用空格隔开",
            "for an optional part type the plain ?; for the mark itself write \"？\" after a space",
        ),
    )
}

/// E0118 for `约数(天)`.
pub(super) fn hidden_keyword(at: Span, keyword: &str) -> Diagnostic {
    Diagnostic::error(
        "E0118",
        at,
        say(
            format!("看不出“{keyword}”是这个词的一部分，还是关键词 {keyword}( … )"),
            format!("nobody can tell whether `{keyword}` is a part of this word or the keyword {keyword}( … )"),
        ),
        say(
            format!("关键词前加空格：… {keyword}(…)；若是词的一部分，在括号前加空格"),
            format!(
                "for the keyword put a space before it, `… {keyword}(…)`; for a part of the word put one before the parenthesis"
            ),
        ),
    )
}

/// E0119.
pub(super) fn sign(at: Span, found: &str, right_zh: &str, right_en: &str) -> Diagnostic {
    Diagnostic::error(
        "E0119",
        at,
        say(format!("这里不能写“{found}”"), format!("`{found}` is not a sign of this language")),
        say(format!("请写作 {right_zh}"), format!("write {right_en}")),
    )
}

/// E0119 for alternatives outside parentheses.
pub(super) fn bare_alternatives(at: Span) -> Diagnostic {
    Diagnostic::error(
        "E0119",
        at,
        say("“|”只能写在括号里", "`|` may stand only in parentheses"),
        say("把几种写法放进括号：(见效|变白)", "put the alternatives in parentheses: (见效|变白)"),
    )
}

/// E0119 for `?` where nothing can be optional.
pub(super) fn misplaced_optional(at: Span) -> Diagnostic {
    Diagnostic::error(
        "E0119",
        at,
        say("“?”只能写在词、<名称>或括号之后", "`?` may stand only after a word, a <name> or a closing parenthesis"),
        say(
            "整个数可有可无写作 (数(个))?，单位可有可无写作 数 个?；问号本身是文字时写作 \"?\"",
            "an optional number is (num(个))?, an optional unit num 个?; a question mark of the text is \"?\"",
        ),
    )
}

/// E0199.
pub(super) fn internal(at: Span) -> Diagnostic {
    Diagnostic::error(
        "E0199",
        at,
        say("这一条目没能读入，原因在程序而不在您", "this item could not be read; the fault is the program's"),
        say("请把这一条目报告给 zhunze 的开发者", "please report this item to the developers of zhunze"),
    )
}

/// E0103 in a type.
pub(super) fn unclosed_type(open: Span, whole: Span) -> Diagnostic {
    Diagnostic::error(
        "E0103",
        open,
        say("“<”没有对应的“>”", "this `<` is never closed"),
        say("在类型之后补上 >，例如 列表<规格>", "add `>` after the type, as in list<sku>"),
    )
    .label(whole, say("这个类型", "this type"))
}
