//! Seeded sales text, and a bundle of about 3,000 words and 200 patterns to scan it for. Nothing is read from outside, so that
//! every machine measures the same.

use zhunze::pack::decimal::Decimal;
use zhunze::pack::model::{Class, FoldTable, PatNode, Pattern, Word};
use zhunze::syntax::tree::{CmpOp, FoldKind, Reach};

/// Common characters, roughly by frequency.
const COMMON: &str = "的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里用道行\
所然家种事成方多经么去法学如都同现当没动面起看定天分还进好小部其些主样理心她本前开但因只从想实日军者意无力它与长把机十民第公此已工使情明\
性知全三又关点正业外将两高间由问很最重并物手应战向头文体政美相见被利什二等产或新己制身果加西斯月话合回特代内信表化老给世位次度门任常先海\
通教儿原东声提立及比员解水名真论处走义各入几口认条平系气题活尔更别打女变四神总何电数安少报才结反受目太量再感建务做接必场件计管期市直德资\
命山金指克许统区保至队形社便空决治展马科司五基眼书非则听白却界达光放强即像难且权思王象完设式色路记南品住告类求据程北边死张该交规万取拉格\
望觉术领共确传师观清今切院让识候带导争运笔款衣裙鞋包棉纯厚薄透秋冬夏春季修身显瘦百搭潮流时尚简约宽松舒适柔软亲肤吸汗防晒保湿滋润嫩肤面膜\
精华霜乳洗护养发油控痘祛斑皱紧致提亮肌敏感温泡茶叶蜂蜜坚果零食牛奶粉糖盐酱醋米锅碗杯壶刀具厨房收纳盒架灯充线耳屏手环表座枕被套床垫毯窗帘";

/// What sellers say around a claim.
const PHRASES: &[&str] = &[
    "家人们看过来",
    "今天直播间给大家带来",
    "这款真的很好用",
    "面料柔软亲肤",
    "支持七天无理由退换",
    "全场包邮",
    "现货当天发货",
    "点击下方小黄车",
    "库存不多了",
    "颜色可选",
    "尺码偏大建议拍小一码",
    "品质保证",
    "厂家直销",
    "一件代发",
    "送运费险",
    "新款上市",
    "适合敏感肌",
    "成分温和",
    "不含酒精",
    "请放心购买",
    "以实物为准",
    "拍下备注颜色",
    "不支持开发票",
    "有问题联系客服",
    "加购收藏优先发货",
];

const UNITS: &[&str] = &["元", "天", "件", "%", "小时", "ml", "日", "个月", "块", "折"];
const CLAIMS: &[&str] = &[
    "国家级",
    "最高级",
    "最佳",
    "第一",
    "顶级",
    "极致",
    "全网最低",
    "治疗",
    "根治",
    "治愈",
    "NO.1",
    "TOP1",
    "销量冠军",
    "独一无二",
    "永久",
    "百分之百有效",
    "无副作用",
    "零风险",
    "稳赚",
    "包治",
    "药到病除",
    "特效",
    "神器",
    "秒杀全网",
    "史无前例",
    "万能",
];
const SHORT: &[&str] = &["最", "不", "没", "无", "是", "先", "看", "的", "好", "第", "级", "病", "效", "国家", "所有"];

/// A small generator (xorshift), seeded.
#[derive(Clone, Debug)]
pub struct Seeded(u64);

impl Seeded {
    pub fn new(seed: u64) -> Self {
        Self(seed)
    }

    pub fn below(&mut self, n: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 >> 11) as usize % n
    }

    fn pick<'a, T>(&mut self, list: &'a [T]) -> &'a T {
        &list[self.below(list.len())]
    }

    fn chance(&mut self, percent: usize) -> bool {
        self.below(100) < percent
    }
}

/// Words and patterns.
pub struct Tables {
    pub words: Vec<Word>,
    pub patterns: Vec<Pattern>,
    pub folds: Vec<FoldTable>,
    lexicon: Vec<String>,
}

/// About 3,000 words in 60 lexicons, and patterns up to 200 in all.
pub fn tables() -> Tables {
    let mut random = Seeded::new(0x5eed_0001);
    let common: Vec<char> = COMMON.chars().collect();
    let mut lexicon: Vec<String> = CLAIMS.iter().map(|w| (*w).to_owned()).collect();
    while lexicon.len() < 2_970 {
        let length = *random.pick(&[2, 3, 3, 4, 4, 4, 5, 6]);
        let word: String = (0..length).map(|_| *random.pick(&common)).collect();
        if !lexicon.contains(&word) {
            lexicon.push(word);
        }
    }
    let mut words: Vec<Word> = lexicon.iter().map(|w| Word { text: w.clone(), exact: false }).collect();
    let extra = words.len() as u32;
    words.extend(SHORT.iter().chain(UNITS).map(|w| Word { text: (*w).to_owned(), exact: false }));
    let short = |n: usize| extra + n as u32;
    let unit = |n: usize| extra + (SHORT.len() + n) as u32;
    let mut patterns: Vec<Pattern> = Vec::new();
    let mut push = |nodes: Vec<PatNode>| {
        let key = format!("p{}", patterns.len());
        patterns.push(Pattern { key, name: String::new(), nodes, prescribed: Vec::new() });
    };
    let lexicons = 60u32;
    for n in 0..lexicons {
        let mut nodes: Vec<PatNode> = (n..extra).step_by(lexicons as usize).map(PatNode::Word).collect();
        nodes.push(PatNode::Alt((0..nodes.len() as u32).collect()));
        push(nodes);
    }
    let gap = |max| PatNode::Gap { min: 0, max: Some(max), within: Reach::Clause };
    let number = |first: usize, cmp| PatNode::Num { capture: Some(1), units: vec![unit(first), unit(first + 1)], cmp };
    for n in 0..140u32 {
        let (a, b) = (PatNode::Pattern(n % lexicons), PatNode::Pattern((n * 7 + 3) % lexicons));
        let nodes = match n % 5 {
            0 => vec![a, gap(6), b, PatNode::Seq(vec![0, 1, 2])],
            1 => vec![a, gap(4), number(n as usize % 8, None), PatNode::Seq(vec![0, 1, 2])],
            2 => vec![
                number(n as usize % 8, Some((CmpOp::Le, Decimal::int(30)))),
                PatNode::Gap { min: 0, max: Some(6), within: Reach::Sentence },
                b,
                PatNode::Seq(vec![0, 1, 2]),
            ],
            3 => vec![
                PatNode::NotAfter(vec![short(1), short(2)]),
                a,
                PatNode::NotBefore(vec![short(5), short(6)]),
                PatNode::Seq(vec![0, 1, 2]),
            ],
            _ => vec![
                PatNode::Word(short(0)),
                PatNode::Class { class: Class::Han, min: 0, max: 2 },
                PatNode::Opt(1),
                a,
                PatNode::Seq(vec![0, 2, 3]),
            ],
        };
        push(nodes);
    }
    Tables { words, patterns, folds: folds(), lexicon }
}

fn folds() -> Vec<FoldTable> {
    let wide = |c: char| (char::from_u32(c as u32 + 0xfee0).unwrap_or(c), c.to_string());
    let table = |kind, uncertain, entries| FoldTable { kind, uncertain, entries, spellings: Vec::new() };
    let drop = |chars: &str| chars.chars().map(|c| (c, String::new())).collect::<Vec<_>>();
    let pairs = |text: &str| -> Vec<(char, String)> {
        let mut chars = text.chars();
        std::iter::from_fn(|| Some((chars.next()?, chars.next()?.to_string()))).collect()
    };
    vec![
        table(FoldKind::Width, false, ('!'..='~').map(wide).collect()),
        table(FoldKind::Case, false, ('A'..='Z').map(|c| (c, c.to_ascii_lowercase().to_string())).collect()),
        table(
            FoldKind::Traditional,
            false,
            pairs("國国級级療疗絕绝對对個个這这們们來来時时會会後后裡里開开點点關关無无賣卖價价實实體体"),
        ),
        table(FoldKind::ZeroWidth, false, drop("\u{200b}\u{200c}\u{200d}\u{fe0f}\u{feff}")),
        table(FoldKind::Separator, false, drop(" *·•.-_—")),
        table(FoldKind::Separator, true, drop("/|+&~【】()")),
        table(FoldKind::Digit, false, pairs("0零1一2二3三4四5五6六7七8八9九壹一贰二叁三柒七")),
        table(FoldKind::Repeat, false, Vec::new()),
    ]
}

/// At least `bytes` of text in lines of one to four sentences. Of the clauses about one in twenty holds a word of the lexicons, one in
/// six a number with a unit; one word in twenty is respelt.
pub fn text(tables: &Tables, bytes: usize) -> String {
    let mut random = Seeded::new(0x5eed_0002);
    let common: Vec<char> = COMMON.chars().collect();
    let mut text = String::with_capacity(bytes + 1024);
    while text.len() < bytes {
        for _ in 0..=random.below(4) {
            for _ in 0..=random.below(3) {
                clause(tables, &common, &mut random, &mut text);
                text.push(*random.pick(&['，', '，', '，', '、', ' ', '；', ',']));
            }
            clause(tables, &common, &mut random, &mut text);
            text.push(*random.pick(&['。', '。', '！', '!', '？', '…']));
        }
        text.push('\n');
    }
    text
}

fn clause(tables: &Tables, common: &[char], random: &mut Seeded, text: &mut String) {
    if random.chance(30) {
        text.push_str(random.pick::<&str>(PHRASES));
    } else {
        for _ in 0..3 + random.below(9) {
            // The square of a uniform number leans to the frequent characters.
            let at = random.below(common.len()) * random.below(common.len()) / common.len();
            text.push(common[at]);
        }
    }
    if random.chance(5) {
        let word = if random.chance(25) { *random.pick(CLAIMS) } else { random.pick(&tables.lexicon).as_str() };
        if random.chance(5) {
            text.extend(word.chars().flat_map(|c| [c, '*']));
        } else {
            text.push_str(word);
        }
    }
    if random.chance(17) {
        let number = random.below(1000) + 1;
        text.push_str(&number.to_string());
        text.push_str(random.pick::<&str>(UNITS));
    }
    if random.chance(6) {
        text.push_str(random.pick::<&str>(&["🔥", "NEW", "iPhone15", "2025款", "XL", "💰"]));
    }
}
