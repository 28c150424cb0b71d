//! Measures packs on labelled text: reads a corpus, checks each line, counts what was found and what was not.
//!
//! A line is a text with the verdict that a lawyer gave it and, where it is not lawful, the words that make it so. A line that is
//! not lawful is *found* if a finding of status violation, suspected or needs-evidence overlaps those words. A lawful line is a
//! *false alarm* if it has a finding of status violation or suspected, wherever that stands.

mod text;

use crate::diagnostic::Message;
use crate::engine::{Decision, Engine, Options};
use crate::eval::options::Status;
use crate::report::Report;
use crate::syntax::tree::Scope;
use serde::Serialize;
use serde_json::{Value, json};
use std::collections::BTreeMap;

pub use text::render;

/// The columns that are read, by name in the head line.
const COLUMNS: [&str; 9] = ["id", "medium", "category", "verdict", "clarity", "claim", "technique", "span", "text"];

/// What the corpus calls its categories, and the packs' ids; an empty id: nothing is said of the category.
const CATEGORIES: [(&str, &str); 19] = [
    ("food", "ordinary-food"),
    ("health-food", "health-food"),
    ("alcohol", "alcohol"),
    ("cosmetics", "cosmetics"),
    ("drug", "drug"),
    ("medical-device", "medical-device"),
    ("medical-aesthetic", "medical-aesthetics"),
    ("tobacco", "tobacco"),
    ("clothing", "apparel"),
    ("electronics", "electronics"),
    ("baby", "mother-baby"),
    ("household", "home"),
    ("jewelry", "jewellery"),
    ("agriculture", "agri-inputs"),
    ("education", "education"),
    ("finance", "finance"),
    ("real-estate", "real-estate"),
    ("general", ""),
    ("unknown", ""),
];

/// What a lawyer said of a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize)]
#[serde(rename_all = "kebab-case")]
#[allow(missing_docs)]
pub enum Verdict {
    Violation,
    Suspected,
    /// Lawful for who can prove it.
    IfProven,
    Lawful,
}

/// A labelled line.
#[derive(Clone, Debug, PartialEq, Eq)]
#[allow(missing_docs)]
pub struct Line {
    pub id: String,
    /// A livestream's words; else a listing's.
    pub speech: bool,
    /// The packs' category id; empty where nothing is said.
    pub category: &'static str,
    pub verdict: Verdict,
    /// People would not argue about it.
    pub clear: bool,
    pub claim: String,
    /// How the words are spelt: `plain`, `paraphrase`, `pinyin`, …
    pub techniques: Vec<String>,
    /// The words that make it unlawful; empty for lawful lines.
    pub span: String,
    pub text: String,
}

/// Reads a corpus file: tab-separated, the first line names the columns.
///
/// # Errors
/// Says which line does not read, and why.
pub fn read(table: &str) -> Result<Vec<Line>, Message> {
    let wrong = |number: usize, zh: &str, en: &str| {
        Message::new(format!("第 {number} 行：{zh}"), format!("line {number}: {en}"))
    };
    let mut rows = table.lines().enumerate().map(|(index, row)| (index.saturating_add(1), row));
    let (_, head) = rows.next().ok_or_else(|| wrong(1, "空文件", "empty file"))?;
    let names: Vec<&str> = head.split('\t').collect();
    let mut places = [0usize; COLUMNS.len()];
    for (place, name) in places.iter_mut().zip(COLUMNS) {
        let found = names.iter().position(|n| *n == name);
        *place = found.ok_or_else(|| wrong(1, &format!("缺少列 {name}"), &format!("no column {name}")))?;
    }
    let mut lines = Vec::new();
    for (number, row) in rows.filter(|(_, row)| !row.is_empty()) {
        let cells: Vec<&str> = row.split('\t').collect();
        let [id, medium, category, verdict, clarity, claim, technique, span, text] =
            places.map(|place| cells.get(place).copied().unwrap_or(""));
        let verdict = match verdict {
            "violation" => Verdict::Violation,
            "suspected" => Verdict::Suspected,
            "if-proven" => Verdict::IfProven,
            "lawful" => Verdict::Lawful,
            _ => return Err(wrong(number, "没有这个结论", "there is no such verdict")),
        };
        let category = CATEGORIES.iter().find(|(own, _)| *own == category);
        let (_, category) = category.ok_or_else(|| wrong(number, "没有这个类目", "there is no such category"))?;
        if verdict != Verdict::Lawful && (span.is_empty() || !text.contains(span)) {
            return Err(wrong(number, "标注的词不在文中", "the labelled words are not in the text"));
        }
        lines.push(Line {
            id: id.to_owned(),
            speech: medium == "speech",
            category,
            verdict,
            clear: clarity != "arguable",
            claim: claim.to_owned(),
            techniques: technique.split(',').map(str::to_owned).collect(),
            span: span.to_owned(),
            text: text.to_owned(),
        });
    }
    Ok(lines)
}

impl Line {
    /// The line as a subject.
    #[must_use]
    pub fn subject(&self) -> Value {
        let own = |key: &str, value: &str| if value.is_empty() { json!({}) } else { json!({key: value}) };
        if self.speech {
            json!({"kind": "livestream", "script": self.text, "products": [own("category", self.category)]})
        } else {
            let mut subject = own("category", self.category);
            if let Some(map) = subject.as_object_mut() {
                map.insert("kind".to_owned(), "listing".into());
                map.insert("title".to_owned(), self.text.as_str().into());
            }
            subject
        }
    }

    /// The labelled words, as bytes of the text.
    fn labelled(&self) -> (usize, usize) {
        let start = self.text.find(&self.span).unwrap_or(0);
        (start, start.saturating_add(self.span.len()))
    }
}

/// What became of a line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Outcome {
    /// The labelled words were found.
    pub found: bool,
    /// There is a violation or a suspicion anywhere.
    pub accused: bool,
    /// The decision is `pass`.
    pub passed: bool,
    /// What was found: rule, status, words.
    pub findings: Vec<(String, Status, String)>,
}

impl Outcome {
    fn of(line: &Line, report: &Report) -> Self {
        let (start, end) = line.labelled();
        let counts = |s: Status| matches!(s, Status::Violation | Status::Suspected | Status::NeedsEvidence);
        let overlaps = |[from, to]: [usize; 2]| from < end && to > start;
        let found =
            report.findings.iter().filter(|f| counts(f.status)).any(|f| f.spans.iter().any(|s| overlaps(s.utf8)));
        let accused = report.findings.iter().any(|f| matches!(f.status, Status::Violation | Status::Suspected));
        let words = |f: &crate::report::Finding| -> String {
            f.spans.iter().map(|s| s.text.as_str()).collect::<Vec<_>>().join(" … ")
        };
        let findings = report.findings.iter().map(|f| (f.rule.clone(), f.status, words(f))).collect();
        Self { found, accused, passed: report.decision == Decision::Pass, findings }
    }
}

/// Counts, and the rates that follow from them, in tenths of a per cent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Score {
    /// Lines that are not lawful.
    pub unlawful: u32,
    /// Those of them that were found.
    pub found: u32,
    /// Lawful lines.
    pub lawful: u32,
    /// Those of them with a violation or a suspicion.
    pub accused: u32,
    /// Lawful lines that pass.
    pub passed: u32,
    /// Found lines among found lines and false alarms.
    pub precision: Option<u32>,
    /// Found lines among those that are not lawful.
    pub recall: Option<u32>,
    /// The harmonic mean of the two.
    pub f1: Option<u32>,
    /// Lawful lines that pass, of all lawful lines.
    pub pass_rate: Option<u32>,
    /// Lawful lines without violation or suspicion, of all lawful lines.
    pub quiet_rate: Option<u32>,
}

fn rate(part: u32, whole: u32) -> Option<u32> {
    part.saturating_mul(1000).checked_div(whole)
}

impl Score {
    fn add(&mut self, line: &Line, outcome: &Outcome) {
        let bump = |count: &mut u32, by: bool| *count = count.saturating_add(u32::from(by));
        let lawful = line.verdict == Verdict::Lawful;
        bump(&mut self.unlawful, !lawful);
        bump(&mut self.found, !lawful && outcome.found);
        bump(&mut self.lawful, lawful);
        bump(&mut self.accused, lawful && outcome.accused);
        bump(&mut self.passed, lawful && outcome.passed);
    }

    fn rates(&mut self) {
        self.recall = rate(self.found, self.unlawful);
        self.precision = rate(self.found, self.found.saturating_add(self.accused));
        let missed = self.unlawful.saturating_sub(self.found);
        let twice = self.found.saturating_mul(2);
        self.f1 = rate(twice, twice.saturating_add(self.accused).saturating_add(missed));
        self.pass_rate = rate(self.passed, self.lawful);
        self.quiet_rate = rate(self.lawful.saturating_sub(self.accused), self.lawful);
    }
}

/// The measured corpus.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Measured {
    /// Everything.
    pub all: Score,
    /// Lines that nobody argues about, and the others.
    pub clear: Score,
    /// See `clear`.
    pub arguable: Score,
    /// By claim.
    pub claims: BTreeMap<String, Score>,
    /// By the way the words are spelt.
    pub techniques: BTreeMap<String, Score>,
    /// By verdict.
    pub verdicts: BTreeMap<Verdict, Score>,
    /// Lines that were not found, and lawful lines that do not pass; where asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub misses: Vec<Miss>,
}

/// A line that did not go as its label says.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Miss {
    /// Id of the line.
    pub id: String,
    /// `missed`, `false-alarm`, or `review`: a lawful line that asks for something.
    pub kind: &'static str,
    /// Its claim.
    pub claim: String,
    /// How it is spelt.
    pub technique: String,
    /// The labelled words.
    #[serde(skip_serializing_if = "String::is_empty")]
    pub span: String,
    /// The text.
    pub text: String,
    /// What was found, if anything.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub findings: Vec<(String, Status, String)>,
}

/// Checks every line and counts.
///
/// # Errors
/// A line that is no subject.
pub fn measure(engine: &Engine, options: &Options, lines: &[Line], misses: bool) -> Result<Measured, Message> {
    let mut options = options.clone();
    options.scope = Scope::Text;
    let mut measured = Measured::default();
    for line in lines {
        let report = engine.check(&line.subject(), &options).map_err(|e| e.message())?;
        let outcome = Outcome::of(line, &report);
        measured.all.add(line, &outcome);
        let clarity = if line.clear { &mut measured.clear } else { &mut measured.arguable };
        clarity.add(line, &outcome);
        measured.claims.entry(line.claim.clone()).or_default().add(line, &outcome);
        measured.verdicts.entry(line.verdict).or_default().add(line, &outcome);
        for technique in &line.techniques {
            measured.techniques.entry(technique.clone()).or_default().add(line, &outcome);
        }
        let kind = match line.verdict {
            Verdict::Lawful if outcome.accused => "false-alarm",
            Verdict::Lawful if !outcome.passed => "review",
            Verdict::Lawful => continue,
            _ if outcome.found => continue,
            _ => "missed",
        };
        if misses {
            measured.misses.push(Miss {
                id: line.id.clone(),
                kind,
                claim: line.claim.clone(),
                technique: line.techniques.join(","),
                span: line.span.clone(),
                text: line.text.clone(),
                findings: outcome.findings,
            });
        }
    }
    let groups = [&mut measured.all, &mut measured.clear, &mut measured.arguable].into_iter();
    let maps = measured.claims.values_mut().chain(measured.techniques.values_mut());
    groups.chain(maps).chain(measured.verdicts.values_mut()).for_each(Score::rates);
    Ok(measured)
}

#[cfg(test)]
mod tests {
    use super::*;

    const HEAD: &str = "id\tmedium\tcategory\tverdict\tclarity\tclaim\ttechnique\tspan\ttext\n";

    #[test]
    fn a_line_becomes_a_subject_and_its_words_are_placed() {
        let lines = read(&format!(
            "{HEAD}A-1\tspeech\tfood\tviolation\tclear\tabsolute\tplain\t最好\t这是最好的\nA-2\tlisting\tunknown\tlawful\targuable\tx\ta,b\t\t好茶\n"
        ))
        .unwrap();
        assert_eq!(lines[0].subject()["products"][0]["category"], "ordinary-food");
        assert_eq!(lines[0].labelled(), (6, 12));
        assert_eq!(lines[1].subject().get("category"), None);
        assert_eq!(lines[1].techniques, ["a", "b"]);
        assert!(!lines[1].clear);
    }

    #[test]
    fn what_does_not_read_is_told() {
        assert!(read("id\tmedium\n").unwrap_err().en.contains("category"));
        let row = |row: &str| read(&format!("{HEAD}{row}\n")).unwrap_err().en;
        assert!(row("A\tspeech\tfood\tmaybe\tclear\tx\tplain\t\tt").contains("verdict"));
        assert!(row("A\tspeech\tspace\tlawful\tclear\tx\tplain\t\tt").contains("category"));
        assert!(row("A\tspeech\tfood\tviolation\tclear\tx\tplain\tq\tt").contains("words"));
    }

    #[test]
    fn rates_follow_from_counts() {
        let mut score = Score { unlawful: 10, found: 8, lawful: 20, accused: 2, passed: 15, ..Score::default() };
        score.rates();
        assert_eq!((score.precision, score.recall, score.f1), (Some(800), Some(800), Some(800)));
        assert_eq!((score.pass_rate, score.quiet_rate), (Some(750), Some(900)));
        let mut none = Score::default();
        none.rates();
        assert_eq!(none, Score::default());
    }
}
