//! What all pages that need nothing else share: their look, and escaping.

/// The look of a page: dark and light, tables, folded sections.
pub(crate) const STYLE: &str = "\
:root{color-scheme:light dark;--line:color-mix(in srgb,currentColor 18%,transparent);--soft:color-mix(in srgb,currentColor 62%,transparent)}\
body{font:16px/1.7 system-ui,'Noto Sans CJK SC','PingFang SC','Microsoft YaHei',sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem}\
table{border-collapse:collapse;width:100%;font-size:.9375rem}th,td{text-align:left;vertical-align:top;padding:.35rem .6rem;border-bottom:1px solid var(--line)}\
td.n,th.n{text-align:right;font-variant-numeric:tabular-nums}code{font-size:.85em}small,.soft{color:var(--soft)}\
.open{color:#b3261e;font-weight:600}summary{cursor:pointer;padding:.4rem 0;font-weight:600}details{border-bottom:1px solid var(--line)}";

/// Text as it may stand in HTML, in attributes too.
pub(crate) fn escape(text: &str) -> String {
    text.replace('&', "&amp;").replace('<', "&lt;").replace('>', "&gt;").replace('"', "&quot;")
}
