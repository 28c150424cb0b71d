//! What may stand at a place, in a lawyer's words: pest's rule names never reach a message.

use super::Language;
use super::grammar::Rule;
use super::keywords::{self, ItemWord};

/// Something that may stand at a place.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Term {
    /// A keyword, in the file's language.
    Keyword(&'static str),
    /// A sign, as typed.
    Sign(&'static str),
    /// Anything else, described.
    Thing { zh: &'static str, en: &'static str },
}

impl Term {
    /// In a message of that language.
    pub fn show(&self, message: Language) -> String {
        match (self, message) {
            (Self::Keyword(word), Language::Zh) => format!("“{word}”"),
            (Self::Keyword(word), Language::En) => format!("`{word}`"),
            (Self::Sign(sign), Language::Zh) => format!("“{sign}”"),
            (Self::Sign(sign), Language::En) => format!("`{sign}`"),
            (Self::Thing { zh, .. }, Language::Zh) => (*zh).to_owned(),
            (Self::Thing { en, .. }, Language::En) => (*en).to_owned(),
        }
    }
}

/// `a, b or c`.
pub(super) fn list(terms: &[Term], language: Language) -> String {
    let shown: Vec<String> = terms.iter().map(|t| t.show(language)).collect();
    let (comma, or) = match language {
        Language::Zh => ("、", "或"),
        Language::En => (", ", " or "),
    };
    match shown.split_last() {
        Some((last, rest)) if !rest.is_empty() => format!("{}{or}{last}", rest.join(comma)),
        Some((last, _)) => last.clone(),
        None => String::new(),
    }
}

fn thing(zh: &'static str, en: &'static str) -> Vec<Term> {
    vec![Term::Thing { zh, en }]
}

fn words(rules: &[Rule], language: Language) -> Vec<Term> {
    rules.iter().filter_map(|r| keyword(*r, language)).collect()
}

fn keyword(rule: Rule, language: Language) -> Option<Term> {
    keywords::of(rule).map(|k| k.spelling(language)).filter(|s| !s.is_empty()).map(Term::Keyword)
}

/// What a grammar rule stands for.
pub(super) fn terms(rule: Rule, language: Language) -> Vec<Term> {
    use Rule as R;
    if keywords::of(rule).is_some() {
        return keyword(rule, language).into_iter().collect();
    }
    match rule {
        R::ident | R::ref_name | R::list_name | R::step | R::qualified | R::fact_key => thing("名称", "a name"),
        R::decl_name => thing("名称（带英文标识）", "a name with its id"),
        R::decl_id => thing("英文标识", "an ASCII id"),
        R::member => thing("枚举值", "a member"),
        R::category => thing("类目", "a category"),
        R::field => thing("字段", "a field"),
        R::pack_id => thing("规则包标识（cn.example）", "a pack id (cn.example)"),
        R::path | R::path_list => thing("路径（商品.价格）", "a path (goods.price)"),
        R::string | R::bilingual | R::wording => thing("引号中的文字 \"…\"", "a text in quotes \"…\""),
        R::integer | R::number | R::quantity | R::fact_number => thing("数", "a number"),
        R::date | R::bad_date => thing("日期（2026-02-01）", "a date (2026-02-01)"),
        R::distance => thing("字数（4 或 ~4）", "a distance (4 or ~4)"),
        R::class_count => thing("字数（1..4）", "a count (1..4)"),
        R::lbrace => vec![Term::Sign("{")],
        R::rbrace => vec![Term::Sign("}")],
        R::lparen => vec![Term::Sign("(")],
        R::rparen => vec![Term::Sign(")")],
        R::lbracket => vec![Term::Sign("[")],
        R::rbracket => vec![Term::Sign("]")],
        R::list_open => vec![Term::Sign("<")],
        R::rangle | R::list_close => vec![Term::Sign(">")],
        R::colon => vec![Term::Sign(":")],
        R::sep => vec![Term::Sign(",")],
        R::equals => vec![Term::Sign("=")],
        R::pipe => vec![Term::Sign("|")],
        R::arrow => vec![Term::Sign("→")],
        R::numeral => thing("序号", "a number"),
        R::zh_article | R::zh_art | R::part | R::en_article => match language {
            Language::Zh => thing("条文（第九条第三项）", "an article (第九条第三项)"),
            Language::En => thing("条文（article 9 item 3）", "an article (article 9 item 3)"),
        },
        R::section => words(&[R::kw_section], language),
        R::zh_par => thing("第N款", "第N款"),
        R::zh_item => thing("第N项", "第N项"),
        R::cite | R::cite_list => match language {
            Language::Zh => {
                thing("法规代号和条文（advertising-law 第九条）", "a law and an article (advertising-law 第九条)")
            }
            Language::En => {
                thing("法规代号和条文（advertising-law article 9）", "a law and an article (advertising-law article 9)")
            }
        },
        R::layer => words(&[R::kw_law, R::kw_code, R::kw_platform_layer, R::kw_campaign], language),
        R::reason => words(
            &[
                R::kw_definition,
                R::kw_scope_reason,
                R::kw_authority_process,
                R::kw_penalty_reason,
                R::kw_register,
                R::kw_open_norm,
                R::kw_encouragement,
                R::kw_not_selling,
            ],
            language,
        ),
        R::type_ref | R::type_word => thing("类型（文案、金额、列表<规格>…）", "a type (copy, money, list<sku> …)"),
        R::entry | R::entry_word => thing("词", "a word"),
        R::exact => words(&[R::kw_exact], language),
        R::sequence | R::piece => thing("句式的一部分", "a part of a pattern"),
        R::pat_word | R::unit_word | R::look => thing("词", "a word"),
        R::group => vec![Term::Sign("(")],
        R::pat_ref | R::says_list | R::langle => thing("<名称>", "<name>"),
        R::gap => thing("间隔（..6）", "a gap (..6)"),
        R::pat_num => words(&[R::kw_num], language),
        R::pat_class => vec![Term::Sign("[")],
        R::clause_start => vec![Term::Sign("^")],
        R::clause_end => vec![Term::Sign("$")],
        R::not_before => words(&[R::kw_not_before], language),
        R::not_after => words(&[R::kw_not_after], language),
        R::optional => vec![Term::Sign("?")],
        R::fold_kind => words(
            &[
                R::kw_width,
                R::kw_case,
                R::kw_style,
                R::kw_traditional,
                R::kw_zero_width,
                R::kw_separator,
                R::kw_digit,
                R::kw_variant,
                R::kw_repeat,
                R::kw_pinyin,
                R::kw_abbreviation,
                R::kw_homophone,
                R::kw_look_alike,
                R::kw_split,
                R::kw_emoji,
                R::kw_code_word,
                R::kw_recognition,
            ],
            language,
        ),
        R::fold_table => vec![Term::Sign("{")],
        R::fold_file => words(&[R::kw_file], language),
        R::expr | R::conjunction | R::negation | R::comparison => thing("条件", "a condition"),
        R::sum | R::product | R::operand => thing("值", "a value"),
        R::in_list | R::in_member => thing("名称或文字", "a name or a text"),
        R::cmp_op | R::num_cmp | R::cmp_eq | R::cmp_ne | R::cmp_le | R::cmp_ge | R::cmp_lt | R::cmp_gt => {
            thing("比较符号（== != < <= > >=）", "a comparison (== != < <= > >=)")
        }
        R::add_op | R::op_add | R::op_sub | R::op_mul => thing("+ - *", "+ - *"),
        R::unit => thing("单位（元、%、日、个月、年、小时）", "a unit (yuan, %, days, months, years, hours)"),
        R::boolean => words(&[R::kw_true, R::kw_false], language),
        R::presume_keeps => words(&[R::kw_keeps, R::kw_softens], language),
        R::c_norm => words(&[R::kw_forbid, R::kw_require, R::kw_permit], language),
        R::scope => words(&[R::kw_text, R::kw_all], language),
        R::severity => words(&[R::kw_high, R::kw_medium, R::kw_low], language),
        R::nature => words(&[R::kw_determinate, R::kw_suspected, R::kw_judgement], language),
        R::party => words(
            &[
                R::kw_platform,
                R::kw_seller,
                R::kw_room_operator,
                R::kw_host,
                R::kw_agency,
                R::kw_advertiser,
                R::kw_ad_publisher,
                R::kw_ad_operator,
                R::kw_endorser,
            ],
            language,
        ),
        R::expected => words(
            &[
                R::kw_violates,
                R::kw_lawful,
                R::kw_exempt,
                R::kw_suspected,
                R::kw_needs_evidence,
                R::kw_needs_judgement,
                R::kw_undetermined,
                R::kw_none,
            ],
            language,
        ),
        R::decision => vec![Term::Keyword("block"), Term::Keyword("review"), Term::Keyword("pass")],
        R::fact | R::fact_pair => thing("值", "a value"),
        R::fact_record => thing("{ 事实 }", "{ facts }"),
        R::fact_list => thing("[ … ]", "[ … ]"),
        _ => Vec::new(),
    }
}

/// The keywords that begin the clauses of an item, those of its exceptions included.
pub(super) fn clauses(word: ItemWord) -> &'static [Rule] {
    use Rule as R;
    match word {
        ItemWord::Pack => &[R::kw_title, R::kw_layer, R::kw_publisher, R::kw_uses, R::kw_valid],
        ItemWord::Instrument => &[
            R::kw_issuer,
            R::kw_number,
            R::kw_promulgated,
            R::kw_effective,
            R::kw_repealed,
            R::kw_version,
            R::kw_text,
            R::kw_article,
            R::kw_section,
        ],
        ItemWord::Context => &[
            R::kw_preceded_by,
            R::kw_followed_by,
            R::kw_clause_has,
            R::kw_sentence_has,
            R::kw_nearby_has,
            R::kw_next_has,
            R::kw_enclosed_by,
            R::kw_part_of,
            R::kw_sentence_ends,
            R::kw_include,
        ],
        ItemWord::Prescribed => &[R::kw_cites],
        ItemWord::Presume => &[R::kw_assume, R::kw_unless, R::kw_keeps, R::kw_softens, R::kw_message],
        ItemWord::Rule => &[
            R::kw_cites,
            R::kw_valid,
            R::kw_binds,
            R::kw_applies,
            R::kw_scope,
            R::kw_forbid,
            R::kw_require,
            R::kw_permit,
            R::kw_outside,
            R::kw_except,
            R::kw_when,
            R::kw_evidence,
            R::kw_severity,
            R::kw_nature,
            R::kw_message,
            R::kw_fix,
            R::kw_penalty,
            R::kw_example,
        ],
        ItemWord::Raise => &[R::kw_severity, R::kw_message],
        ItemWord::Calendar => &[R::kw_year, R::kw_rest, R::kw_work],
        ItemWord::Scenario => &[R::kw_subject, R::kw_on, R::kw_as_of, R::kw_scope, R::kw_expect],
        _ => &[],
    }
}

/// How a clause or an item is written, by its keyword: the help of most messages.
pub(super) fn usage(rule: Rule, language: Language) -> Option<&'static str> {
    use Rule as R;
    let (zh, en) = match rule {
        R::kw_pack => ("包 cn.example (1) { … }", "pack cn.example (1) { … }"),
        R::kw_title => ("名称 \"示例\" \"Example\"", "title \"示例\" \"Example\""),
        R::kw_layer => ("层级 法律", "layer law"),
        R::kw_publisher => ("发布者 \"准则\" \"Zhunze\"", "publisher \"准则\" \"Zhunze\""),
        R::kw_uses => ("引用 cn.facts 1", "uses cn.facts 1"),
        R::kw_instrument => (
            "法 advertising-law \"中华人民共和国广告法\" { … }",
            "instrument advertising-law \"中华人民共和国广告法\" \"Advertising Law\" { … }",
        ),
        R::kw_issuer => ("机关 \"全国人民代表大会常务委员会\"", "issuer \"全国人民代表大会常务委员会\""),
        R::kw_number => ("文号 \"主席令第二十二号\"", "number \"主席令第二十二号\""),
        R::kw_promulgated => ("公布 2015-04-24", "promulgated 2015-04-24"),
        R::kw_effective => ("施行 2015-09-01", "effective 2015-09-01"),
        R::kw_repealed => ("废止 2026-01-31", "repealed 2026-01-31"),
        R::kw_version => ("版本 2021-04-29", "version 2021-04-29"),
        R::kw_article => ("第九条第三项 \"…\"", "article 9 item 3 \"…\""),
        R::kw_section => ("部分 \"五（三）\" \"…\"", "section \"五（三）\" \"…\""),
        R::kw_enum => ("枚举 渠道 (channel) { 口播 (speech) 标题 (title) }", "enum channel { speech title }"),
        R::kw_taxonomy => (
            "类目树 类目 (category) { 食品 (food) { 保健食品 (health-food) } }",
            "taxonomy category { food { health-food } }",
        ),
        R::kw_record => ("记录 规格 (sku) { 价格 (price): 金额 \"单价\" }", "record sku { price: money \"单价\" }"),
        R::kw_subject => ("主体 商品页 (listing) { … }", "subject listing { … }"),
        R::kw_lexicon => {
            ("词库 慢性病 (chronic-diseases) { 高血压 糖尿病 }", "lexicon chronic-diseases { 高血压 糖尿病 }")
        }
        R::kw_pattern => (
            "句式 限期见效 (timed-effect) = 数(天|日) ..6 (见效|变白)",
            "pattern timed-effect = num(天|日) ..6 (见效|变白)",
        ),
        R::kw_fold => (
            "折叠 宽度 = unicode，或 折叠 分隔符 = { \"*\" \"·\" }",
            "fold width = unicode, or fold separator = { \"*\" \"·\" }",
        ),
        R::kw_context => {
            ("语境 否定 (negation) { 前有 (不|没有) 距 4 }", "context negation { preceded-by (不|没有) within 4 }")
        }
        R::kw_preceded_by => ("前有 (不|没有) 距 4", "preceded-by (不|没有) within 4"),
        R::kw_followed_by => ("后有 (等词|字样) 距 6", "followed-by (等词|字样) within 6"),
        R::kw_clause_has => ("同分句有 (谣言|辟谣)", "clause-has (谣言|辟谣)"),
        R::kw_sentence_has => ("同句有 (广告法|违禁词)", "sentence-has (广告法|违禁词)"),
        R::kw_nearby_has => ("邻句有 (广告法|违禁词)", "nearby-has (广告法|违禁词)"),
        R::kw_next_has => ("后句有 (没这回事|不敢包)", "next-has (没这回事|不敢包)"),
        R::kw_enclosed_by => ("括于 \"《\" \"》\"", "enclosed-by \"《\" \"》\""),
        R::kw_part_of => ("属于 <名称>", "part-of <name>"),
        R::kw_sentence_ends => ("句末为 (吗|呢)", "sentence-ends (吗|呢)"),
        R::kw_include => ("含 否定", "include negation"),
        R::kw_prescribed => (
            "法定用语 名称 (id) { 依据 advertising-law 第十八条第二款 \"…\" }",
            "prescribed id { cites advertising-law article 18 paragraph 2 \"…\" }",
        ),
        R::kw_define => ("定义 是药品 (is-drug) = 商品.类目 属于 药品", "define is-drug = goods.category in drug"),
        R::kw_presume => (
            "推定 非药品 (goods-not-medicine) { 设 是药品 为 假 … }",
            "presume goods-not-medicine { assume is-drug is false … }",
        ),
        R::kw_assume => ("设 是药品 为 假", "assume is-drug is false"),
        R::kw_unless => ("除非 出现 <药品标志>", "unless says <drug-marks>"),
        R::kw_rule => ("规则 绝对化用语 (absolute-terms) { … }", "rule absolute-terms { … }"),
        R::kw_cites => ("依据 advertising-law 第九条第三项", "cites advertising-law article 9 item 3"),
        R::kw_valid => ("有效 自 2026-02-01 至 2027-01-31", "valid from 2026-02-01 to 2027-01-31"),
        R::kw_binds => ("约束 经营者, 主播", "binds seller, host"),
        R::kw_applies => ("适用 商品页, 直播 当 非 是药品", "applies listing, livestream when not is-drug"),
        R::kw_scope => ("范围 文本，或 范围 全部", "scope text, or scope all"),
        R::kw_forbid => ("禁止 出现 <极限词>", "forbid says <superlatives>"),
        R::kw_require => ("应当 载明 <保健食品声明> 于 商品.标题", "require states <not-a-drug-notice> in goods.title"),
        R::kw_permit => ("可以 出现 <名称>", "permit says <name>"),
        R::kw_outside => ("排除 非主张, 普通副词", "outside not-a-claim, plain-adverb"),
        R::kw_except => (
            "除非 自我比较 (self-comparison) { 依据 … 当 … 证据 … }",
            "except self-comparison { cites … when … evidence … }",
        ),
        R::kw_when => ("当 邻近 自比", "when near self-comparison"),
        R::kw_evidence => {
            ("证据 备查 \"…\"，或 证据 须附 \"…\" 当 …", "evidence on-request \"…\", or evidence required \"…\" when …")
        }
        R::kw_severity => ("级别 高", "severity high"),
        R::kw_nature => ("性质 存疑", "nature suspected"),
        R::kw_message => ("说明 \"…\" \"…\"", "message \"…\" \"…\""),
        R::kw_fix => (
            "建议 删除，或 建议 改为 \"…\"，或 建议 提示 \"…\"",
            "fix delete, or fix replace \"…\", or fix advise \"…\"",
        ),
        R::kw_penalty => ("处罚 advertising-law 第五十七条 \"…\"", "penalty advertising-law article 57 \"…\""),
        R::kw_example => (
            "例 违反 \"…\"，或 例 合法 商品页 { 标题: \"…\" }",
            "example violates \"…\", or example lawful listing { title: \"…\" }",
        ),
        R::kw_raise => (
            "加重 absolute-terms { 级别 高 说明 \"…\" \"…\" }",
            "raise absolute-terms { severity high message \"…\" \"…\" }",
        ),
        R::kw_extend => ("扩充 极限词 \"…\" \"…\" { 词 词 }", "extend superlatives \"…\" \"…\" { 词 词 }"),
        R::kw_calendar => (
            "日历 工作日历 (workdays) { 年份 2026 \"…\" { 休 2026-01-01 } }",
            "calendar workdays { year 2026 \"…\" { off 2026-01-01 } }",
        ),
        R::kw_year => ("年份 2026 \"…\" { 休 … 班 … }", "year 2026 \"…\" { off … worked … }"),
        R::kw_rest => ("休 2026-01-01 至 2026-01-03", "off 2026-01-01 to 2026-01-03"),
        R::kw_work => ("班 2026-01-04", "worked 2026-01-04"),
        R::kw_scenario => ("场景 \"…\" { 主体 … 期望 … }", "scenario \"…\" { subject … expect … }"),
        R::kw_on => ("日期 2026-01-31", "on 2026-01-31"),
        R::kw_as_of => ("评估 2026-01-31", "as-of 2026-01-31"),
        R::kw_expect => {
            ("期望 absolute-terms 违反，或 期望 决定 pass", "expect absolute-terms violates, or expect decision pass")
        }
        R::kw_text => ("文本 全文，或 文本 部分", "text full, or text partial"),
        _ => return None,
    };
    Some(match language {
        Language::Zh => zh,
        Language::En => en,
    })
}
