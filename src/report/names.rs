//! What people call the report's words, in Chinese and in English.

use crate::eval::options::Status;
use crate::syntax::tree::Party;

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
