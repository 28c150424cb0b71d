//! Making a check again, and saying what agrees with its receipt and what does not.

use super::{Receipt, check, findings_digest, sha256};
use crate::diagnostic::Message;
use crate::engine::{Decision, Engine};
use crate::report::{PackInfo, Report};
use serde::Serialize;
use std::collections::BTreeSet;
use std::fmt::Write;

/// The schema's name.
pub const SCHEMA: &str = "zhunze.replay/1";

/// What a replay comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// The same input, the same packs, the same result: the check was made and said this.
    Proved,
    /// Input and packs are those of the receipt, and the result is another one: another engine, or a forged receipt.
    Contradicted,
    /// The input or a pack is not that of the receipt, so nothing is proved.
    Incomparable,
    /// A signature does not hold: the receipt was changed after it was signed.
    Forged,
    /// A key whose signature is asked for has not signed the receipt.
    Unsigned,
}

/// A receipt against a check that was made again.
#[derive(Clone, Debug, Serialize)]
pub struct Replay {
    /// [`SCHEMA`].
    pub schema: &'static str,
    /// What it comes to.
    pub verdict: Verdict,
    /// The input's digest.
    pub input: Compared<String>,
    /// Packs that are not the same; empty: all are.
    pub packs: Vec<PackCompared>,
    /// The engine's version. Another one by itself is no contradiction.
    pub engine: Compared<String>,
    /// First and last day of the conduct.
    pub conduct: Compared<[String; 2]>,
    /// The decision.
    pub decision: Compared<Decision>,
    /// The digest of the findings.
    pub findings: Compared<String>,
    /// How many findings there are.
    pub count: Compared<usize>,
    /// Its signatures, and the keys that are asked for and did not sign.
    pub signatures: Vec<SignatureCompared>,
}

/// A signature of a receipt.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct SignatureCompared {
    /// The key's id.
    pub keyid: String,
    /// Whether it holds; `None`: this key did not sign, or this build knows no keys.
    pub holds: Option<bool>,
    /// Whether the caller knows the key. Whoever makes a key can sign with it.
    pub known: bool,
}

/// Something then and now.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Compared<T> {
    /// Whether both are the same.
    pub agrees: bool,
    /// In the receipt.
    pub then: T,
    /// In the check that was made again.
    pub now: T,
}

impl<T: PartialEq> Compared<T> {
    fn new(then: T, now: T) -> Self {
        Self { agrees: then == now, then, now }
    }
}

/// A pack that is not the same.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct PackCompared {
    /// Its id.
    pub id: String,
    /// In the receipt: version and digest.
    pub then: Option<(u32, String)>,
    /// In the check that was made again.
    pub now: Option<(u32, String)>,
}

impl Receipt {
    /// Makes the check again, with the receipt's options, and compares. The keys of `signers`, by their ids, must have signed.
    ///
    /// # Errors
    /// What is wrong with the receipt's options or with the input; an altered input that no longer is a subject is named as altered.
    pub fn replay(&self, engine: &Engine, input: &[u8], signers: &[String]) -> Result<Replay, Message> {
        let digest = sha256(input);
        let report = check(engine, input, self.input.format, &self.options()?).map_err(|e| {
            if digest == self.input.digest {
                return e;
            }
            Message::new(
                format!("输入与回执不符（摘要不同），而且无法检查：{}", e.zh),
                format!("the input is not that of the receipt (its digest differs), and cannot be checked: {}", e.en),
            )
        })?;
        Ok(self.compared(digest, &report, signers))
    }

    fn compared_signatures(&self, wanted: &[String]) -> Vec<SignatureCompared> {
        let message = self.canonical();
        let made = self.signatures.iter().map(|s| SignatureCompared {
            keyid: s.keyid.clone(),
            holds: s.holds(message.as_bytes()),
            known: wanted.contains(&s.keyid),
        });
        let missing = wanted.iter().filter(|id| !self.signatures.iter().any(|s| s.keyid == **id));
        made.chain(missing.map(|id| SignatureCompared { keyid: id.clone(), holds: None, known: true })).collect()
    }

    fn compared(&self, digest: String, report: &Report, signers: &[String]) -> Replay {
        let signatures = self.compared_signatures(signers);
        let input = Compared::new(self.input.digest.clone(), digest);
        let packs = packs(&self.packs, &report.packs);
        let decision = Compared::new(self.decision, report.decision);
        let findings = Compared::new(self.findings.digest.clone(), findings_digest(report));
        let count = Compared::new(self.findings.count, report.findings.len());
        let conduct = Compared::new(
            [self.conduct.from.clone(), self.conduct.to.clone()],
            [report.conduct.from.to_string(), report.conduct.to.to_string()],
        );
        let verdict = if signatures.iter().any(|s| s.holds == Some(false)) {
            Verdict::Forged
        } else if signatures.iter().any(|s| s.known && s.holds.is_none()) {
            Verdict::Unsigned
        } else if !input.agrees || !packs.is_empty() {
            Verdict::Incomparable
        } else if decision.agrees && findings.agrees && conduct.agrees && count.agrees {
            Verdict::Proved
        } else {
            Verdict::Contradicted
        };
        Replay {
            schema: SCHEMA,
            verdict,
            input,
            packs,
            engine: Compared::new(self.engine.clone(), report.engine.to_owned()),
            conduct,
            decision,
            findings,
            count,
            signatures,
        }
    }
}

fn packs(then: &[PackInfo], now: &[PackInfo]) -> Vec<PackCompared> {
    let find = |list: &[PackInfo], id: &str| list.iter().find(|p| p.id == id).map(|p| (p.version, p.digest.clone()));
    let ids: BTreeSet<&str> = then.iter().chain(now).map(|p| p.id.as_str()).collect();
    let all = ids.into_iter().map(|id| PackCompared { id: id.to_owned(), then: find(then, id), now: find(now, id) });
    all.filter(|p| p.then != p.now).collect()
}

impl Replay {
    /// One line of JSON.
    #[must_use]
    pub fn json(&self) -> String {
        serde_json::to_string(self).unwrap_or_default()
    }

    /// For people, Chinese first.
    #[must_use]
    pub fn text(&self) -> String {
        let mut out = String::new();
        let (zh, en) = match self.verdict {
            Verdict::Proved => {
                ("证实：同样的输入和规则包，得出同样的结果", "proved: the same input and packs give the same result")
            }
            Verdict::Contradicted => (
                "不符：输入和规则包都是回执所记的，结果却不同",
                "contradicted: input and packs are those of the receipt, the result is not",
            ),
            Verdict::Forged => (
                "伪造：签名不成立，回执在签名以后被改过",
                "forged: a signature does not hold; the receipt was changed after it was signed",
            ),
            Verdict::Unsigned => (
                "没有所要的签名，不能确定是谁的回执",
                "not signed by a key that is asked for, so whose receipt it is cannot be told",
            ),
            Verdict::Incomparable => (
                "无法证实：输入或规则包不是回执所记的",
                "nothing is proved: the input or a pack is not that of the receipt",
            ),
        };
        // Writing to a string cannot fail.
        let _ = writeln!(out, "{zh}\n{en}\n");
        line(&mut out, "输入 input", &self.input);
        if self.packs.is_empty() {
            let _ = writeln!(out, "  一致 same      规则包 packs");
        }
        for pack in &self.packs {
            let shown = |version: &Option<(u32, String)>| match version {
                Some((version, digest)) => format!("{version} {digest}"),
                None => "没有 none".to_owned(),
            };
            let _ = writeln!(out, "  不同 differs   规则包 pack {}", pack.id);
            let _ = writeln!(out, "      当时 then  {}\n      现在 now   {}", shown(&pack.then), shown(&pack.now));
        }
        line(&mut out, "引擎 engine", &self.engine);
        let joined = |[from, to]: &[String; 2]| format!("{from} – {to}");
        let conduct =
            Compared { agrees: self.conduct.agrees, then: joined(&self.conduct.then), now: joined(&self.conduct.now) };
        line(&mut out, "行为期间 conduct", &conduct);
        let decision = Compared {
            agrees: self.decision.agrees,
            then: self.decision.then.as_str().to_owned(),
            now: self.decision.now.as_str().to_owned(),
        };
        line(&mut out, "决定 decision", &decision);
        let found = |digest: &str, count: usize| format!("{digest} ({count})");
        let findings = Compared {
            agrees: self.findings.agrees,
            then: found(&self.findings.then, self.count.then),
            now: found(&self.findings.now, self.count.now),
        };
        line(&mut out, "检查结果 findings", &findings);
        for signature in &self.signatures {
            let (sign, what) = match (signature.holds, signature.known) {
                (Some(true), true) => ("一致 same     ", "签名 signed by"),
                (Some(true), false) => {
                    ("一致 same     ", "签名，但没有说明这是谁的密钥 signed by a key that nobody vouched for")
                }
                (Some(false), _) => ("不同 differs  ", "签名不成立 signature does not hold"),
                (None, true) => ("不同 differs  ", "没有签名 not signed by"),
                (None, false) => ("未核对 unknown", "签名没有核对 signature not checked"),
            };
            let _ = writeln!(out, "  {sign} {what} {}", signature.keyid);
        }
        out
    }
}

fn line(out: &mut String, what: &str, compared: &Compared<String>) {
    if compared.agrees {
        let _ = writeln!(out, "  一致 same      {what}  {}", compared.now);
    } else {
        let _ = writeln!(out, "  不同 differs   {what}");
        let _ = writeln!(out, "      当时 then  {}\n      现在 now   {}", compared.then, compared.now);
    }
}
