//! What people call the report's words, in Chinese and in English.

use crate::eval::options::Status;
use crate::syntax::tree::{Layer, Party, Severity};

/// Who is bound.
pub(crate) const fn party(party: Party) -> (&'static str, &'static str) {
    match party {
        Party::Platform => ("平台", "platform"),
        Party::Seller => ("经营者", "seller"),
        Party::RoomOperator => ("直播间运营者", "room operator"),
        Party::Host => ("主播", "host"),
        Party::Agency => ("服务机构", "agency"),
        Party::Advertiser => ("广告主", "advertiser"),
        Party::Publisher => ("广告发布者", "publisher"),
        Party::AdOperator => ("广告经营者", "ad operator"),
        Party::Endorser => ("代言人", "endorser"),
    }
}

/// Where a norm comes from.
pub(crate) const fn layer(layer: Layer) -> (&'static str, &'static str) {
    match layer {
        Layer::Law => ("法律", "law"),
        Layer::Code => ("行业规范", "industry code"),
        Layer::Platform => ("平台规则", "platform rules"),
        Layer::Campaign => ("活动规则", "campaign rules"),
    }
}

/// How weighty a finding is.
pub(crate) const fn severity(severity: Severity) -> (&'static str, &'static str) {
    match severity {
        Severity::Low => ("低", "low"),
        Severity::Medium => ("中", "medium"),
        Severity::High => ("高", "high"),
    }
}

/// How a finding stands.
pub(crate) const fn status(status: Status) -> (&'static str, &'static str) {
    match status {
        Status::Violation => ("违反", "violation"),
        Status::Suspected => ("存疑", "suspected"),
        Status::NeedsEvidence => ("须有证据", "needs evidence"),
        Status::NeedsJudgement => ("待人工判断", "needs judgement"),
        Status::Undetermined => ("未定", "undetermined"),
    }
}
