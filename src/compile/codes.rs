//! What each code of this room means.

use crate::diagnostic::codes::CodeInfo;

/// E04xx: from checked rules to packs.
pub static CODES: &[CodeInfo] = &[
    CodeInfo {
        code: "E0401",
        title_zh: "包循环引用",
        title_en: "Packs in a circle",
        explanation_zh: "几个包互相引用，无法确定先编译哪一个。把共用的部分移到一个单独的包里，由它们引用。",
        explanation_en: "Packs use each other, so that none can come first. Move what they share into a pack of its own that they use.",
    },
    CodeInfo {
        code: "E0402",
        title_zh: "包无法写成文件",
        title_en: "A pack that cannot be written",
        explanation_zh: "包太大，或与所用的包合不到一起。拆小，或一并更新所用的包。",
        explanation_en: "The pack is too large, or does not fit the packs it uses. Split it, or update those packs too.",
    },
    CodeInfo {
        code: "E0403",
        title_zh: "找不到折叠表文件",
        title_en: "A fold table is missing",
        explanation_zh: "“文件”所指的折叠表不在包的目录里。把它放在同一个目录，或改正文件名。",
        explanation_en: "The file that a fold names is not in the pack's folder. Put it there, or correct the name.",
    },
    CodeInfo {
        code: "E0404",
        title_zh: "折叠表的一项不对",
        title_en: "A bad fold entry",
        explanation_zh: "折叠表每一项是一个字符和它折叠成的文字；零宽和分隔符直接丢弃，不写折叠成什么。按 \"壹\" → \"一\" 或 \"*\" 的样子改写。",
        explanation_en: "Each entry is one character and what it becomes; zero-width characters and separators are dropped and become nothing. Write \"壹\" → \"一\", or just \"*\".",
    },
    CodeInfo {
        code: "E0405",
        title_zh: "所用的包有错误",
        title_en: "A used pack has errors",
        explanation_zh: "本包引用的包没有编译成功，本包因此没有检查，也许还有别的问题。先改正那个包，再编译一次。",
        explanation_en: "A pack that this one uses did not compile; so this one was not checked and may have problems of its own. Correct that pack and compile again.",
    },
    CodeInfo {
        code: "E0406",
        title_zh: "两个包同名",
        title_en: "Two packs of one id",
        explanation_zh: "两个目录里的包用了同一个标识，只编译了其中一个。改用另一个标识，或放进同一个目录。",
        explanation_en: "Packs in two folders share an id, and only one of them was compiled. Give one another id, or put their files into one folder.",
    },
    CodeInfo {
        code: "E0407",
        title_zh: "词折叠后什么也不剩",
        title_en: "A word of which folding leaves nothing",
        explanation_zh: "词里只有会被折叠掉的零宽字符，永远不会匹配。写成 原文\"…\"，或删去它。",
        explanation_en: "The word has only zero-width characters, which folding drops; it can never match. Write exact\"…\", or remove it.",
    },
    CodeInfo {
        code: "E0408",
        title_zh: "文字匹配无法建立",
        title_en: "Words that cannot be matched",
        explanation_zh: "句式连同它引用的部分会匹配空的文字、无法定位或太大，每次检查都会被它拖垮。让它至少有一个必然出现的词；太大的拆成几个。",
        explanation_en: "With what it refers to, a pattern matches the empty text, cannot be found or is too large, and would slow every check. Give it a word that every match contains; split what is too large.",
    },
    CodeInfo {
        code: "E0409",
        title_zh: "扩充会放宽规则",
        title_en: "An extension that weakens",
        explanation_zh: "要扩充的词库或句式也用在例外、语境、推定、应当载明或否定的条件里，词多了，那里就判得少了。只能扩充仅由禁止使用的；或自己写一条规则。",
        explanation_en: "The lexicon or pattern is also used in an exception, a context, a presumption, a duty to state or a denial, where more words mean that less is found. Extend only what prohibitions alone use, or write a rule.",
    },
    CodeInfo {
        code: "E0410",
        title_zh: "扩充不起作用",
        title_en: "An extension that does nothing",
        explanation_zh: "所引用的包里没有规则禁止这些词。扩充规则所禁止的词库或句式，或自己写一条规则。",
        explanation_en: "No rule of the packs in use forbids these words. Extend what a rule forbids, or write a rule.",
    },
];
