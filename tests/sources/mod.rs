//! Random valid source files, each in both keyword languages.

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::strategy::Union;

/// A token in both languages.
#[derive(Clone, Debug)]
pub struct Token {
    zh: String,
    en: String,
}

pub type Tokens = Vec<Token>;

/// A file: items, each a list of tokens, and what stands between the tokens.
#[derive(Clone, Debug)]
pub struct Source {
    items: Vec<Tokens>,
    spaces: Vec<usize>,
}

/// White space and comments that may stand anywhere.
const SPACES: [&str; 9] = [" ", "\n", "\n  ", "  ", "\n\n", "\n\n\n", " # 尾注\n", "\n# 独行\n", "\t\u{3000}"];

impl Source {
    /// The text in Chinese or in English.
    pub fn text(&self, english: bool) -> String {
        let mut spaces = self.spaces.iter().cycle();
        let mut out = String::new();
        for item in &self.items {
            for (i, token) in item.iter().enumerate() {
                let space = SPACES[*spaces.next().unwrap()];
                if i > 0 {
                    out.push_str(space);
                }
                out.push_str(if english { &token.en } else { &token.zh });
            }
            out.push_str(if spaces.next().unwrap().is_multiple_of(2) { "\n" } else { "  # 条目之后\n\n" });
        }
        out
    }
}

fn both(zh: impl Into<String>, en: impl Into<String>) -> Tokens {
    vec![Token { zh: zh.into(), en: en.into() }]
}

/// Words separated by spaces, `中文/english`, `/` alone for a word that is the same.
fn words(text: &str) -> Tokens {
    text.split(' ').flat_map(|w| w.split_once('¦').map_or_else(|| both(w, w), |(zh, en)| both(zh, en))).collect()
}

fn cat(parts: impl IntoIterator<Item = Tokens>) -> Tokens {
    parts.into_iter().flatten().collect()
}

fn just(text: &'static str) -> BoxedStrategy<Tokens> {
    Just(words(text)).boxed()
}

fn one_of(texts: &'static [&'static str]) -> BoxedStrategy<Tokens> {
    (0..texts.len()).prop_map(|i| words(texts[i])).boxed()
}

fn opt(inner: impl Strategy<Value = Tokens> + 'static) -> BoxedStrategy<Tokens> {
    prop_oneof![Just(Tokens::new()), inner].boxed()
}

/// Parts one after another.
macro_rules! seq {
    ($($part:expr),+ $(,)?) => { { let parts: Vec<BoxedStrategy<Tokens>> = vec![$($part.boxed()),+]; parts.prop_map(cat).boxed() } };
}

fn list(inner: BoxedStrategy<Tokens>, sep: &'static str, most: usize) -> BoxedStrategy<Tokens> {
    vec(inner, 1..=most)
        .prop_map(move |parts| {
            let mut out = Tokens::new();
            for (i, part) in parts.into_iter().enumerate() {
                if i > 0 {
                    out.extend(words(sep));
                }
                out.extend(part);
            }
            out
        })
        .boxed()
}

fn many(inner: BoxedStrategy<Tokens>, most: usize) -> BoxedStrategy<Tokens> {
    vec(inner, 0..=most).prop_map(cat).boxed()
}

fn name() -> BoxedStrategy<Tokens> {
    prop_oneof![
        one_of(&[
            "甲",
            "极限词",
            "absolute-terms",
            "a1",
            "x_y",
            "title",
            "text",
            "规格2",
            "版本号",
            "cn.text/否定",
            "〇号"
        ]),
        "[a-z][a-z0-9]{0,12}(-[a-z0-9]{1,8})?".prop_filter_map("keyword", |w| plain(&w).then(|| both(w.clone(), w))),
        "[乙丙丁戊己庚辛壬癸]{1,12}".prop_map(|w| both(w.clone(), w)),
    ]
    .boxed()
}

fn local() -> BoxedStrategy<Tokens> {
    one_of(&["甲乙", "a1", "名称", "title", "x-y", "某一个很长很长的名称用来折行", "kind"])
}

fn plain(word: &str) -> bool {
    const TAKEN: [&str; 30] = [
        "and", "or", "not", "has", "in", "of", "every", "some", "says", "states", "near", "holds", "where", "true",
        "false", "when", "cites", "binds", "applies", "forbid", "require", "outside", "except", "unless", "null",
        "article", "section", "list", "count", "sum",
    ];
    !TAKEN.contains(&word)
}

fn decl() -> BoxedStrategy<Tokens> {
    seq![local(), opt(seq![just("("), one_of(&["a", "a-b", "absolute-terms", "x2"]), just(")")])]
}

fn string() -> BoxedStrategy<Tokens> {
    "[a-zA-Z甲乙，。“”# {}()|]{0,30}(\\\\\"|\\\\n|\\\\\\\\)?[好坏]{0,50}"
        .prop_map(|s| both(format!("\"{s}\""), format!("\"{s}\"")))
        .boxed()
}

fn bilingual() -> BoxedStrategy<Tokens> {
    seq![string(), opt(string())]
}

fn date() -> BoxedStrategy<Tokens> {
    one_of(&["2015-09-01", "2026-02-01", "1999-12-31"])
}

fn part() -> BoxedStrategy<Tokens> {
    let number = |max: u16| (1..=max).prop_map(|n| (numeral(n), n));
    prop_oneof![
        4 => (number(999), proptest::option::of(number(9)), proptest::option::of(number(30)), proptest::option::of(number(99)))
            .prop_map(|(article, sub, paragraph, item)| {
                let mut zh = format!("第{}条", article.0);
                let mut en = format!("article {}", article.1);
                for (number, before, after, word) in [(sub, "之", "", "sub"), (paragraph, "第", "款", "paragraph"), (item, "第", "项", "item")] {
                    if let Some((han, n)) = number {
                        zh.push_str(&format!("{before}{han}{after}"));
                        en.push_str(&format!(" {word} {n}"));
                    }
                }
                both(zh, en)
            }),
        1 => just("部分¦section \"五（三）\""),
    ]
    .boxed()
}

/// A second writer of numerals, to hold against the library's.
fn numeral(n: u16) -> String {
    let digit = |d: u16| ["零", "一", "二", "三", "四", "五", "六", "七", "八", "九"][usize::from(d)];
    match n {
        0..=9 => digit(n).into(),
        10..=19 => format!("十{}", if n == 10 { "" } else { digit(n % 10) }),
        20..=99 => format!("{}十{}", digit(n / 10), if n.is_multiple_of(10) { "" } else { digit(n % 10) }),
        _ if n.is_multiple_of(100) => format!("{}百", digit(n / 100)),
        _ if n % 100 < 10 => format!("{}百零{}", digit(n / 100), digit(n % 10)),
        _ => {
            let rest = n % 100;
            format!(
                "{}百{}十{}",
                digit(n / 100),
                digit(rest / 10),
                if rest.is_multiple_of(10) { "" } else { digit(rest % 10) }
            )
        }
    }
}

fn cite() -> BoxedStrategy<Tokens> {
    seq![one_of(&["advertising-law", "absolute-terms-guide-2023", "price-law"]), part()]
}

fn cites() -> BoxedStrategy<Tokens> {
    seq![just("依据¦cites"), list(prop_oneof![3 => cite(), 1 => seq![cite(), just(","), part()]].boxed(), ",", 3)]
}

fn path() -> BoxedStrategy<Tokens> {
    prop_oneof![
        Just(both("商品.价格", "goods.价格")),
        Just(both("主体.账号公示.服务机构", "subject.账号公示.服务机构")),
        just("货.标题"),
        just("x.y_z"),
    ]
    .boxed()
}

fn angle() -> BoxedStrategy<Tokens> {
    name()
        .prop_map(|n| {
            let name = &n[0].zh;
            both(format!("<{name}>"), format!("<{name}>"))
        })
        .boxed()
}

/// A condition.
pub fn expr() -> BoxedStrategy<Tokens> {
    let value = prop_oneof![
        path(),
        one_of(&[
            "199.90 元¦yuan",
            "30 %",
            "1 日¦day",
            "7 日¦days",
            "6 个月¦months",
            "1 年¦year",
            "24 小时¦hours",
            "1_000",
            "0.5"
        ]),
        date(),
        string(),
        one_of(&["真¦true", "评估日¦as-of", "行为始¦conduct-from", "行为止¦conduct-to"]),
        seq![one_of(&["个数¦count", "最小¦min", "最大¦max", "合计¦sum"]), just("("), path(), just(")")],
        local(),
    ]
    .boxed();
    let leaf = Union::new(vec![
        value.clone(),
        seq![value.clone(), one_of(&["+", "-", "*"]), value.clone()],
        seq![value.clone(), one_of(&["==", "!=", "<", "<=", ">", ">="]), value],
        seq![path(), just("属于¦in"), list(prop_oneof![name(), string()].boxed(), ",", 3)],
        seq![path(), just("属于¦in {"), list(name(), "、¦,", 3), just("}")],
        seq![just("有¦has"), path()],
        seq![just("出现¦says"), list(angle(), ",", 3), opt(seq![just("于¦in"), list(path(), "，¦,", 2)])],
        seq![just("载明¦states"), list(angle(), ",", 2), opt(seq![just("于¦in"), list(path(), ",", 2)])],
        seq![just("邻近¦near"), name()],
        seq![just("持有¦holds"), string()],
    ])
    .boxed();
    leaf.prop_recursive(3, 24, 4, |inner| {
        let inner = inner.boxed();
        prop_oneof![
            seq![just("("), list(inner.clone(), "或¦or", 4), just(")")],
            seq![just("("), list(inner.clone(), "且¦and", 4), just(")")],
            seq![one_of(&["非¦not", "非¦not 非¦not"]), just("（¦("), inner.clone(), just("）¦)")],
            seq![
                one_of(&["每个¦every", "任一¦some"]),
                local(),
                just("于¦of"),
                path().prop_map(|mut path| {
                    path[0].zh.push_str(" 满足");
                    path
                }),
                just("("),
                inner.clone(),
                just(")")
            ],
            seq![just("出现¦says"), angle(), just("其中¦where ("), inner, just(")")],
        ]
    })
    .boxed()
}

/// A pattern's sequence.
pub fn pattern() -> BoxedStrategy<Tokens> {
    let word = prop_oneof![
        one_of(&[
            "见效",
            "好",
            "最",
            "100%",
            "\"NO.1\"",
            "原文\"A\"¦exact\"A\"",
            "数据",
            "有数",
            "三天之内见效不满意退款",
            "？"
        ]),
        angle(),
    ]
    .boxed();
    let number = seq![
        just("数¦num"),
        opt(one_of(&[": 价", "： a"])),
        opt(one_of(&["( 天 | 日 )", "( 元 )"])),
        opt(one_of(&["<= 30", "> 0.5", "== 1"]))
    ];
    let leaf = prop_oneof![
        4 => seq![word.clone(), opt(just("?"))],
        1 => one_of(&["..6", "2..6", "..", "~6", "~", "^", "$"]).prop_map(|t| t),
        1 => number,
        1 => one_of(&["[ 汉¦han 1..4 ]", "[ 任意¦any ]", "[ \"的地得\" 2 ]", "[ 字母¦latin 2 ]", "[ 数字¦digit 1..3 ]"]),
        1 => seq![one_of(&["不接¦not-before", "不承¦not-after"]), just("("), list(word, "|", 3), just(")")],
    ]
    .boxed();
    let element = leaf.prop_recursive(3, 40, 8, |inner| {
        let sequence = vec(inner.boxed(), 1..4).prop_map(cat).boxed();
        seq![just("("), list(sequence, "|", 8), just(")"), opt(just("?"))]
    });
    vec(element.boxed(), 1..6).prop_map(cat).boxed()
}

fn atom() -> BoxedStrategy<Tokens> {
    prop_oneof![just("不"), angle(), seq![just("("), list(pattern(), "|", 4), just(")")]].boxed()
}

fn facts() -> BoxedStrategy<Tokens> {
    let leaf =
        prop_oneof![string(), date(), one_of(&["-5", "199.90", "真¦true", "假¦false", "空¦null", "化妆品"])].boxed();
    let value = leaf.prop_recursive(3, 16, 4, |inner| {
        let inner = inner.boxed();
        prop_oneof![
            seq![just("["), opt(seq![list(inner.clone(), ",", 3), opt(just(","))]), just("]")],
            seq![just("{"), list(seq![local(), just(":"), inner], ",", 3), just("}")],
        ]
    });
    seq![just("{"), opt(seq![list(seq![local(), just(":"), value], "，¦,", 4), opt(just(","))]), just("}")]
}

fn status() -> BoxedStrategy<Tokens> {
    one_of(&[
        "违反¦violates",
        "合法¦lawful",
        "豁免¦exempt",
        "存疑¦suspected",
        "待证¦needs-evidence",
        "待判断¦needs-judgement",
        "待定¦undetermined",
    ])
}

fn rule() -> BoxedStrategy<Tokens> {
    let party = one_of(&[
        "平台¦platform",
        "经营者¦seller",
        "直播间运营者¦room-operator",
        "主播¦host",
        "广告发布者¦publisher",
        "代言人¦endorser",
    ]);
    let exception = seq![
        just("除非¦except"),
        decl(),
        just("{"),
        opt(cites()),
        opt(seq![just("当¦when"), expr()]),
        opt(prop_oneof![
            seq![just("证据¦evidence 备查¦on-request"), bilingual()],
            seq![just("证据¦evidence 须附¦required"), bilingual(), opt(seq![just("当¦when"), expr()])],
        ]),
        just("}"),
    ];
    let clauses: Vec<BoxedStrategy<Tokens>> = vec![
        cites(),
        opt(seq![just("有效¦valid 自¦from"), date(), opt(seq![just("至¦to"), date()])]),
        opt(seq![just("约束¦binds"), list(party, ",", 4)]),
        opt(seq![just("适用¦applies"), list(local(), "、¦,", 2), opt(seq![just("当¦when"), expr()])]),
        opt(one_of(&["范围¦scope 文本¦text", "范围¦scope 全部¦all"])),
        opt(seq![one_of(&["禁止¦forbid", "应当¦require", "可以¦permit"]), expr()]),
        opt(seq![just("排除¦outside"), list(name(), ",", 3)]),
        many(exception, 2),
        opt(one_of(&["级别¦severity 高¦high", "级别¦severity 中¦medium", "级别¦severity 低¦low ;"])),
        opt(one_of(&["性质¦nature 存疑¦suspected", "性质¦nature 待判断¦judgement"])),
        opt(seq![just("说明¦message"), bilingual()]),
        opt(one_of(&[
            "建议¦fix 删除¦delete",
            "建议¦fix 改为¦replace \"好\" 安全¦safe",
            "建议¦fix 提示¦advise \"甲\" \"b\"",
        ])),
        opt(seq![
            just("处罚¦penalty"),
            cite(),
            opt(seq![just("自¦from"), date()]),
            opt(seq![just("至¦to"), date()]),
            opt(bilingual())
        ]),
        many(seq![just("例¦example"), status(), prop_oneof![string(), seq![local(), facts()]]], 2),
    ];
    (decl(), clauses)
        .prop_map(|(name, clauses)| cat([words("规则¦rule"), name, words("{"), cat(clauses), words("}")]))
        .boxed()
}

fn item() -> BoxedStrategy<Tokens> {
    let dated = |word: &'static str| opt(seq![just(word), date()]);
    let ty = one_of(&[
        "布尔¦bool",
        "金额¦money",
        "文案¦copy",
        "甲类",
        "列表¦list < 列表¦list < 文本¦text > >",
        "期间¦duration",
    ]);
    let field = seq![decl(), just(":"), ty, opt(just("必填¦required")), opt(bilingual()), opt(just("；¦;"))];
    let member = seq![decl(), opt(bilingual()), opt(just(","))];
    let category = member
        .clone()
        .prop_recursive(2, 8, 3, |inner| seq![decl(), opt(bilingual()), just("{"), many(inner.boxed(), 3), just("}")]);
    let entry = seq![
        prop_oneof![one_of(&["感冒", "\"偏头痛\"", "原文\"A\"¦exact\"A\"", "NO.1", "？！", "规则", "a/b"]), string()],
        opt(seq![just("："), string()])
    ];
    let extra = entry.clone();
    let reason = one_of(&[
        "定义¦definition",
        "范围¦scope",
        "主管机关程序¦authority-process",
        "处罚¦penalty",
        "非销售¦not-selling",
    ]);
    let article = prop_oneof![
        seq![part(), dated("自¦from"), dated("至¦to"), bilingual()],
        seq![part(), just("不编码¦not-encoded"), reason, bilingual()],
    ];
    let line = prop_oneof![
        seq![just("前有¦preceded-by"), atom(), one_of(&["距¦within 4", "距¦within ~40"])],
        seq![just("后有¦followed-by"), atom(), just("距¦within 0")],
        seq![
            one_of(&[
                "同分句有¦clause-has",
                "同句有¦sentence-has",
                "邻句有¦nearby-has",
                "后句有¦next-has",
                "属于¦part-of",
                "句末为¦sentence-ends"
            ]),
            atom()
        ],
        just("括于¦enclosed-by \"《\" \"》\""),
        seq![just("含¦include"), name()],
    ];
    let unless = opt(seq![just("除非¦unless"), expr()]);
    Union::new(vec![
        seq![
            just("包¦pack cn.example ( 3 ) {"),
            opt(seq![just("名称¦title"), bilingual()]),
            opt(one_of(&["层级¦layer 法律¦law", "层级¦layer 活动¦campaign"])),
            just("引用¦uses cn.facts 1"),
            just("}")
        ],
        seq![
            just("法¦instrument advertising-law"),
            bilingual(),
            just("{"),
            dated("施行¦effective"),
            dated("公布¦promulgated"),
            dated("版本¦version"),
            opt(one_of(&["文本¦text 全文¦full", "文本¦text 部分¦partial"])),
            many(article.boxed(), 3),
            just("}")
        ],
        seq![just("枚举¦enum"), decl(), opt(bilingual()), just("{"), many(member, 12), just("}")],
        seq![just("类目树¦taxonomy"), decl(), just("{"), many(category.boxed(), 3), just("}")],
        seq![one_of(&["记录¦record", "主体¦subject"]), decl(), opt(bilingual()), just("{"), many(field, 3), just("}")],
        seq![
            just("词库¦lexicon"),
            decl(),
            opt(seq![just("含¦includes"), list(name(), "、¦,", 3)]),
            just("{"),
            many(entry, 40),
            just("}")
        ],
        seq![just("句式¦pattern"), decl(), just("="), pattern()],
        seq![
            just("折叠¦fold"),
            one_of(&["宽度¦width", "分隔符¦separator 存疑¦uncertain", "异体¦variant"]),
            just("="),
            one_of(&["unicode", "文件¦file \"a.tsv\"", "{ \"*\" \"·\" }", "{ \"壹\" ->¦→ \"一\" \"柒\" → \"七\" }"])
        ],
        seq![just("语境¦context"), decl(), just("{"), many(line.boxed(), 3), just("}")],
        seq![just("法定用语¦prescribed"), decl(), just("{"), opt(cites()), many(string(), 2), just("}")],
        seq![just("定义¦define"), decl(), just("="), expr()],
        seq![
            just("推定¦presume"),
            decl(),
            just("{ 设¦assume"),
            name(),
            one_of(&["为¦is 真¦true", "为¦is 假¦false"]),
            unless,
            one_of(&["保持¦keeps", "存疑¦softens"]),
            just("说明¦message"),
            bilingual(),
            just("}")
        ],
        seq![
            just("加重¦raise"),
            name(),
            just("{"),
            opt(one_of(&["级别¦severity 高¦high", "级别¦severity 中¦medium ;"])),
            opt(seq![just("说明¦message"), bilingual()]),
            just("}")
        ],
        seq![
            just("扩充¦extend"),
            name(),
            opt(bilingual()),
            prop_oneof![seq![just("{"), many(extra, 40), just("}")], seq![just("="), pattern()]]
        ],
        seq![
            just("日历¦calendar"),
            decl(),
            just("{ 年份¦year 2026"),
            opt(bilingual()),
            just("{"),
            many(seq![one_of(&["休¦off", "班¦worked"]), date(), opt(seq![just("至¦to"), date()])], 3),
            just("} }")
        ],
        rule(),
        rule(),
        rule(),
        seq![
            just("场景¦scenario"),
            string(),
            just("{ 主体¦subject"),
            local(),
            facts(),
            dated("日期¦on"),
            dated("评估¦as-of"),
            many(
                seq![
                    just("期望¦expect"),
                    prop_oneof![just("决定¦decision pass"), seq![name(), one_of(&["无¦none", "违反¦violates"])]]
                ],
                3
            ),
            just("}")
        ],
    ])
    .boxed()
}

/// A file.
pub fn source() -> BoxedStrategy<Source> {
    (vec(item(), 1..4), vec(0..SPACES.len(), 7..60)).prop_map(|(items, spaces)| Source { items, spaces }).boxed()
}
