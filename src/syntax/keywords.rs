//! Every keyword in both languages. The grammar lists the same spellings; a test holds the two together.

use super::Language;
use super::grammar::Rule;
use std::sync::OnceLock;

/// A keyword of the grammar and its spelling in each language. Where the same word means two things (`部分`: partial, section),
/// each meaning is a keyword of its own.
pub(super) struct Keyword {
    /// The grammar rule.
    pub rule: Rule,
    /// Chinese spelling; empty where Chinese has no word.
    pub zh: &'static str,
    /// English spelling; empty where English has no word.
    pub en: &'static str,
}

impl Keyword {
    /// The spelling in one language.
    pub fn spelling(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }
}

/// A word that begins a path: the subject, or the goods. Not a rule of the grammar, where it is a name like others.
pub(super) struct Root {
    pub zh: &'static str,
    pub en: &'static str,
}

impl Root {
    /// The spelling in one language.
    pub fn spelling(&self, language: Language) -> &'static str {
        match language {
            Language::Zh => self.zh,
            Language::En => self.en,
        }
    }
}

/// The roots.
pub(super) static ROOTS: [Root; 2] = [Root { zh: "主体", en: "subject" }, Root { zh: "商品", en: "goods" }];

/// The root of a path that has further steps, if it is spelt in that language.
pub(super) fn root(path: &str, language: Language) -> Option<&'static Root> {
    let (first, _) = path.split_once('.')?;
    ROOTS.iter().find(|root| root.spelling(language) == first)
}

/// The keyword of a grammar rule.
pub(super) fn of(rule: Rule) -> Option<&'static Keyword> {
    static BY_RULE: OnceLock<Vec<Option<&'static Keyword>>> = OnceLock::new();
    let table = BY_RULE.get_or_init(|| {
        let last = KEYWORDS.iter().map(|k| k.rule as usize).max().unwrap_or(0);
        let mut table = vec![None; last.saturating_add(1)];
        for keyword in KEYWORDS {
            if let Some(slot) = table.get_mut(keyword.rule as usize) {
                *slot = Some(keyword);
            }
        }
        table
    });
    table.get(rule as usize).copied().flatten()
}

/// The kinds of item, by their first word.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum ItemWord {
    Pack,
    Instrument,
    Enum,
    Taxonomy,
    Record,
    Subject,
    Lexicon,
    Pattern,
    Fold,
    Context,
    Prescribed,
    Define,
    Presume,
    Rule,
    Raise,
    Extend,
    Calendar,
    Scenario,
}

impl ItemWord {
    /// Every kind with its keyword and the rule that reads the whole item, in the order of the document.
    pub const ALL: [(Self, Rule, Rule); 18] = [
        (Self::Pack, Rule::kw_pack, Rule::pack_item),
        (Self::Instrument, Rule::kw_instrument, Rule::instrument_item),
        (Self::Enum, Rule::kw_enum, Rule::enum_item),
        (Self::Taxonomy, Rule::kw_taxonomy, Rule::taxonomy_item),
        (Self::Record, Rule::kw_record, Rule::record_item),
        (Self::Subject, Rule::kw_subject, Rule::subject_item),
        (Self::Lexicon, Rule::kw_lexicon, Rule::lexicon_item),
        (Self::Pattern, Rule::kw_pattern, Rule::pattern_item),
        (Self::Fold, Rule::kw_fold, Rule::fold_item),
        (Self::Context, Rule::kw_context, Rule::context_item),
        (Self::Prescribed, Rule::kw_prescribed, Rule::prescribed_item),
        (Self::Define, Rule::kw_define, Rule::define_item),
        (Self::Presume, Rule::kw_presume, Rule::presume_item),
        (Self::Rule, Rule::kw_rule, Rule::rule_item),
        (Self::Raise, Rule::kw_raise, Rule::raise_item),
        (Self::Extend, Rule::kw_extend, Rule::extend_item),
        (Self::Calendar, Rule::kw_calendar, Rule::calendar_item),
        (Self::Scenario, Rule::kw_scenario, Rule::scenario_item),
    ];

    /// The kind that a word opens.
    pub fn of(word: &str) -> Option<Self> {
        Self::ALL
            .iter()
            .find(|(_, keyword, _)| of(*keyword).is_some_and(|k| k.zh == word || k.en == word))
            .map(|(kind, _, _)| *kind)
    }

    /// The words of both languages.
    pub fn words() -> impl Iterator<Item = &'static str> {
        Self::ALL.iter().filter_map(|(_, keyword, _)| of(*keyword)).flat_map(|k| [k.zh, k.en])
    }

    /// The rule that reads the whole item.
    pub fn grammar(self) -> Option<Rule> {
        Self::ALL.iter().find(|(kind, _, _)| *kind == self).map(|(_, _, rule)| *rule)
    }

    /// Whether the item ends with the brace that closes it. The others run to the next item.
    pub fn ends_with_brace(self) -> bool {
        !matches!(self, Self::Pattern | Self::Define)
    }
}

macro_rules! keywords {
    ($($rule:ident $zh:literal $en:literal;)*) => { &[$(Keyword { rule: Rule::$rule, zh: $zh, en: $en }),*] };
}

/// The table.
pub(super) static KEYWORDS: &[Keyword] = keywords! {
    kw_article "" "article";
    kw_sub "" "sub";
    kw_paragraph "" "paragraph";
    kw_item "" "item";
    kw_section "部分" "section";
    kw_pack "包" "pack";
    kw_title "名称" "title";
    kw_layer "层级" "layer";
    kw_publisher "发布者" "publisher";
    kw_uses "引用" "uses";
    kw_law "法律" "law";
    kw_code "行业" "code";
    kw_platform_layer "平台" "platform";
    kw_campaign "活动" "campaign";
    kw_instrument "法" "instrument";
    kw_issuer "机关" "issuer";
    kw_number "文号" "number";
    kw_promulgated "公布" "promulgated";
    kw_effective "施行" "effective";
    kw_repealed "废止" "repealed";
    kw_version "版本" "version";
    kw_text "文本" "text";
    kw_full "全文" "full";
    kw_partial "部分" "partial";
    kw_from "自" "from";
    kw_to "至" "to";
    kw_not_encoded "不编码" "not-encoded";
    kw_definition "定义" "definition";
    kw_scope_reason "范围" "scope";
    kw_authority_process "主管机关程序" "authority-process";
    kw_penalty_reason "处罚" "penalty";
    kw_register "登记" "register";
    kw_open_norm "开放规范" "open-norm";
    kw_encouragement "鼓励" "encouragement";
    kw_not_selling "非销售" "not-selling";
    kw_enum "枚举" "enum";
    kw_taxonomy "类目树" "taxonomy";
    kw_record "记录" "record";
    kw_subject "主体" "subject";
    kw_required "必填" "required";
    kw_bool "布尔" "bool";
    kw_int "整数" "int";
    kw_decimal "小数" "decimal";
    kw_money "金额" "money";
    kw_date "日期" "date";
    kw_datetime "时刻" "datetime";
    kw_duration "期间" "duration";
    kw_percent "百分比" "percent";
    kw_copy "文案" "copy";
    kw_list "列表" "list";
    kw_lexicon "词库" "lexicon";
    kw_includes "含" "includes";
    kw_exact "原文" "exact";
    kw_pattern "句式" "pattern";
    kw_num "数" "num";
    kw_han "汉" "han";
    kw_latin "字母" "latin";
    kw_digit "数字" "digit";
    kw_any "任意" "any";
    kw_not_before "不接" "not-before";
    kw_not_after "不承" "not-after";
    kw_fold "折叠" "fold";
    kw_uncertain "存疑" "uncertain";
    kw_unicode "unicode" "unicode";
    kw_file "文件" "file";
    kw_width "宽度" "width";
    kw_case "大小写" "case";
    kw_style "样式" "style";
    kw_traditional "繁简" "traditional";
    kw_zero_width "零宽" "zero-width";
    kw_separator "分隔符" "separator";
    kw_variant "异体" "variant";
    kw_repeat "重复" "repeat";
    kw_pinyin "拼音" "pinyin";
    kw_abbreviation "缩写" "abbreviation";
    kw_homophone "谐音" "homophone";
    kw_look_alike "形近" "look-alike";
    kw_split "拆字" "split";
    kw_emoji "表情" "emoji";
    kw_code_word "暗语" "code-word";
    kw_recognition "误识" "recognition";
    kw_context "语境" "context";
    kw_preceded_by "前有" "preceded-by";
    kw_followed_by "后有" "followed-by";
    kw_clause_has "同分句有" "clause-has";
    kw_sentence_has "同句有" "sentence-has";
    kw_nearby_has "邻句有" "nearby-has";
    kw_next_has "后句有" "next-has";
    kw_enclosed_by "括于" "enclosed-by";
    kw_part_of "属于" "part-of";
    kw_sentence_ends "句末为" "sentence-ends";
    kw_include "含" "include";
    kw_within "距" "within";
    kw_prescribed "法定用语" "prescribed";
    kw_or "或" "or";
    kw_and "且" "and";
    kw_not "非" "not";
    kw_in "属于" "in";
    kw_has "有" "has";
    kw_every "每个" "every";
    kw_some "任一" "some";
    kw_of "于" "of";
    kw_satisfies "满足" "";
    kw_says "出现" "says";
    kw_states "载明" "states";
    kw_at "于" "in";
    kw_where "其中" "where";
    kw_near "邻近" "near";
    kw_holds "持有" "holds";
    kw_count "个数" "count";
    kw_min "最小" "min";
    kw_max "最大" "max";
    kw_sum "合计" "sum";
    kw_as_of_date "评估日" "as-of";
    kw_conduct_from "行为始" "conduct-from";
    kw_conduct_to "行为止" "conduct-to";
    kw_true "真" "true";
    kw_false "假" "false";
    kw_yuan "元" "yuan";
    kw_percent_sign "%" "%";
    kw_working_days "工作日" "working-days";
    kw_days "日" "days";
    kw_months "个月" "months";
    kw_years "年" "years";
    kw_hours "小时" "hours";
    kw_define "定义" "define";
    kw_presume "推定" "presume";
    kw_assume "设" "assume";
    kw_is "为" "is";
    kw_unless "除非" "unless";
    kw_keeps "保持" "keeps";
    kw_softens "存疑" "softens";
    kw_rule "规则" "rule";
    kw_cites "依据" "cites";
    kw_valid "有效" "valid";
    kw_binds "约束" "binds";
    kw_applies "适用" "applies";
    kw_when "当" "when";
    kw_scope "范围" "scope";
    kw_all "全部" "all";
    kw_forbid "禁止" "forbid";
    kw_require "应当" "require";
    kw_permit "可以" "permit";
    kw_outside "排除" "outside";
    kw_except "除非" "except";
    kw_evidence "证据" "evidence";
    kw_on_request "备查" "on-request";
    kw_proof_required "须附" "required";
    kw_severity "级别" "severity";
    kw_high "高" "high";
    kw_medium "中" "medium";
    kw_low "低" "low";
    kw_nature "性质" "nature";
    kw_determinate "确定" "determinate";
    kw_suspected "存疑" "suspected";
    kw_judgement "待判断" "judgement";
    kw_message "说明" "message";
    kw_fix "建议" "fix";
    kw_delete "删除" "delete";
    kw_replace "改为" "replace";
    kw_advise "提示" "advise";
    kw_safe "安全" "safe";
    kw_penalty "处罚" "penalty";
    kw_example "例" "example";
    kw_platform "平台" "platform";
    kw_seller "经营者" "seller";
    kw_room_operator "直播间运营者" "room-operator";
    kw_host "主播" "host";
    kw_agency "服务机构" "agency";
    kw_advertiser "广告主" "advertiser";
    kw_ad_publisher "广告发布者" "publisher";
    kw_ad_operator "广告经营者" "ad-operator";
    kw_endorser "代言人" "endorser";
    kw_violates "违反" "violates";
    kw_lawful "合法" "lawful";
    kw_exempt "豁免" "exempt";
    kw_needs_evidence "待证" "needs-evidence";
    kw_needs_judgement "待判断" "needs-judgement";
    kw_undetermined "待定" "undetermined";
    kw_none "无" "none";
    kw_raise "加重" "raise";
    kw_extend "扩充" "extend";
    kw_calendar "日历" "calendar";
    kw_year "年份" "year";
    kw_rest "休" "off";
    kw_work "班" "worked";
    kw_null "空" "null";
    kw_scenario "场景" "scenario";
    kw_on "日期" "on";
    kw_as_of "评估" "as-of";
    kw_expect "期望" "expect";
    kw_decision "决定" "decision";
};

#[cfg(test)]
mod tests {
    use super::super::grammar::{Grammar, Rule};
    use super::{ItemWord, KEYWORDS, of};
    use pest::Parser;

    #[test]
    fn the_table_has_every_keyword_of_the_grammar() {
        for rule in Rule::all_rules() {
            assert_eq!(format!("{rule:?}").starts_with("kw_"), of(*rule).is_some(), "{rule:?}");
        }
        for (i, keyword) in KEYWORDS.iter().enumerate() {
            assert!(KEYWORDS[..i].iter().all(|k| k.rule != keyword.rule), "{:?}", keyword.rule);
        }
    }

    #[test]
    fn the_grammar_reads_every_spelling_and_no_longer_word() {
        for keyword in KEYWORDS {
            for word in [keyword.zh, keyword.en].into_iter().filter(|w| !w.is_empty()) {
                let read = |text: &str| Grammar::parse(keyword.rule, text).is_ok_and(|pairs| pairs.as_str() == word);
                assert!(read(word), "{:?} {word}", keyword.rule);
                // `原文"…"` and `%` need no word border.
                let border = !matches!(keyword.rule, Rule::kw_exact | Rule::kw_percent_sign);
                assert_eq!(read(&format!("{word}甲")), !border, "{:?} {word}甲", keyword.rule);
                assert_eq!(read(&format!("{word}-a")), !border, "{:?} {word}-a", keyword.rule);
            }
        }
    }

    #[test]
    fn items_have_words_and_rules() {
        for (kind, _, rule) in ItemWord::ALL {
            assert_eq!(kind.grammar(), Some(rule));
        }
        assert_eq!(ItemWord::of("规则"), Some(ItemWord::Rule));
        assert_eq!(ItemWord::of("lexicon"), Some(ItemWord::Lexicon));
        assert_eq!(ItemWord::of("规责"), None);
    }
}
