//! Reads scalar values from JSON. Exact: a JSON number is taken as its shortest decimal notation, and refused where that would
//! guess (more than 15 significant digits).

use super::date::parse_day;
use super::value::{Period, Stamp};
use crate::diagnostic::Message;
use crate::pack::decimal::Decimal;
use serde_json::{Number, Value};

type Read<T> = Result<T, Message>;

/// China Standard Time, taken where a moment states no offset.
const CHINA: i32 = 8 * 3600;

fn expected(zh: &str, en: &str, found: &Value) -> Message {
    let (found_zh, found_en) = match found {
        Value::Null => ("空", "null"),
        Value::Bool(_) => ("布尔值", "a bool"),
        Value::Number(_) => ("数字", "a number"),
        Value::String(_) => ("文字", "a string"),
        Value::Array(_) => ("列表", "a list"),
        Value::Object(_) => ("对象", "an object"),
    };
    Message::new(format!("应为{zh}，却是{found_zh}"), format!("expected {en}, found {found_en}"))
}

pub(super) fn wrong_type(zh: &str, en: &str, found: &Value) -> Message {
    expected(zh, en, found)
}

pub(super) fn boolean(value: &Value) -> Read<bool> {
    value.as_bool().ok_or_else(|| expected("真假值（true 或 false）", "true or false", value))
}

fn from_number(n: &Number) -> Read<Decimal> {
    if let Some(i) = n.as_i64() {
        return Ok(Decimal::int(i));
    }
    let too_long = || {
        Message::new(
            format!("数字 {n} 超出精确表示的范围；请改用文字书写，如 \"199.90\""),
            format!("{n} is not exact as a JSON number; write it as a string, such as \"199.90\""),
        )
    };
    // Rust writes the shortest decimal that reads back as the same number: what was written, if it had at most 15 digits.
    let text = n.as_f64().filter(|f| f.is_finite()).map(|f| format!("{f}")).ok_or_else(too_long)?;
    let digits = text.bytes().filter(u8::is_ascii_digit).skip_while(|b| *b == b'0').count();
    if digits > 15 {
        return Err(too_long());
    }
    Decimal::parse(&text).ok_or_else(too_long)
}

pub(super) fn decimal(value: &Value) -> Read<Decimal> {
    match value {
        Value::Number(n) => from_number(n),
        Value::String(s) => Decimal::parse(s.trim()).ok_or_else(|| {
            Message::new(
                format!("“{s}”不是数；请只写数字和小数点，如 12.5"),
                format!("\"{s}\" is not a number; write digits and a point, such as 12.5"),
            )
        }),
        _ => Err(expected("数", "a number", value)),
    }
}

pub(super) fn integer(value: &Value) -> Read<Decimal> {
    let n = decimal(value)?.normal();
    if n.scale == 0 {
        Ok(n)
    } else {
        Err(Message::new(format!("应为整数，却是 {n}"), format!("expected an integer, found {n}")))
    }
}

pub(super) fn money(value: &Value) -> Read<Decimal> {
    let n = decimal(value)?.normal();
    if n.scale <= 2 {
        Ok(n)
    } else {
        Err(Message::new(format!("金额最多两位小数，却是 {n}"), format!("money has at most two decimals, found {n}")))
    }
}

pub(super) fn fen(value: &Value) -> Read<Decimal> {
    let n = integer(value)?;
    Ok(Decimal { units: n.units, scale: 2 }.normal())
}

pub(super) fn percent(value: &Value) -> Read<Decimal> {
    match value {
        Value::String(s) if s.trim_end().ends_with('%') => {
            decimal(&Value::String(s.trim_end().trim_end_matches('%').to_owned()))
        }
        _ => decimal(value),
    }
}

pub(super) fn date(value: &Value) -> Read<i32> {
    let Value::String(s) = value else {
        return Err(expected("日期（YYYY-MM-DD）", "a date (YYYY-MM-DD)", value));
    };
    parse_day(s).ok_or_else(|| {
        Message::new(
            format!("“{s}”不是存在的日期；请写成 YYYY-MM-DD"),
            format!("\"{s}\" is not a date that exists; write YYYY-MM-DD"),
        )
    })
}

fn parse_moment(s: &str) -> Option<Stamp> {
    let date = parse_day(s.get(..10)?)?;
    let rest = s.get(10..)?;
    let clock = |h: &str, m: &str| {
        let two = |t: &str| (t.len() == 2).then(|| t.parse::<i64>().ok()).flatten();
        let (h, m) = (two(h)?, two(m)?);
        (h < 24 && m < 60).then(|| h.saturating_mul(3600).saturating_add(m.saturating_mul(60)))
    };
    let (mut local, mut offset) = (0i64, CHINA);
    if !rest.is_empty() {
        let rest = rest.strip_prefix(['T', 't', ' '])?;
        let at = rest.find(['Z', 'z', '+', '-']).unwrap_or(rest.len());
        let (time, zone) = rest.split_at(at);
        let mut parts = time.split(':');
        local = clock(parts.next()?, parts.next()?)?;
        if let Some(seconds) = parts.next() {
            let whole = seconds.split_once('.').map_or(seconds, |(whole, _)| whole);
            let seconds = (whole.len() == 2).then(|| whole.parse::<i64>().ok()).flatten().filter(|s| *s < 60)?;
            local = local.saturating_add(seconds);
        }
        if parts.next().is_some() {
            return None;
        }
        offset = match zone {
            "" => CHINA,
            "Z" | "z" => 0,
            _ => {
                let (h, m) = zone.get(1..)?.split_once(':')?;
                let size = i32::try_from(clock(h, m)?).ok()?;
                if zone.starts_with('-') { size.checked_neg()? } else { size }
            }
        };
    }
    let utc = i64::from(date).checked_mul(86_400)?.checked_add(local)?.checked_sub(i64::from(offset))?;
    Some(Stamp { utc, offset })
}

pub(super) fn moment(value: &Value) -> Read<Stamp> {
    let Value::String(s) = value else {
        return Err(expected("时刻（如 2026-11-21T20:00:00+08:00）", "a moment (2026-11-21T20:00:00+08:00)", value));
    };
    parse_moment(s).ok_or_else(|| {
        Message::new(
            format!("“{s}”不是存在的时刻；请写成 2026-11-21T20:00:00+08:00（不写时区按北京时间）"),
            format!(
                "\"{s}\" is not a moment that exists; write 2026-11-21T20:00:00+08:00 (without offset: China time)"
            ),
        )
    })
}

fn unit(unit: &str, n: i64) -> Option<Period> {
    let zero = Period { months: 0, days: 0, seconds: 0 };
    let days = |by: i64| Some(Period { days: i32::try_from(n.checked_mul(by)?).ok()?, ..zero });
    let months = |by: i64| Some(Period { months: i32::try_from(n.checked_mul(by)?).ok()?, ..zero });
    let seconds = |by: i64| Some(Period { seconds: n.checked_mul(by)?, ..zero });
    match unit {
        "秒" | "s" | "second" | "seconds" => seconds(1),
        "分钟" | "分" | "min" | "minute" | "minutes" => seconds(60),
        "小时" | "时" | "h" | "hour" | "hours" => seconds(3600),
        "日" | "天" | "d" | "day" | "days" => days(1),
        "周" | "星期" | "week" | "weeks" => days(7),
        "个月" | "月" | "month" | "months" => months(1),
        "年" | "year" | "years" => months(12),
        _ => None,
    }
}

fn sum(a: Period, b: Period) -> Option<Period> {
    Some(Period {
        months: a.months.checked_add(b.months)?,
        days: a.days.checked_add(b.days)?,
        seconds: a.seconds.checked_add(b.seconds)?,
    })
}

/// ISO 8601 (`P3Y`, `P7D`, `PT24H`), or an integer with a unit (`7日`, `6 个月`, `3 years`).
pub(super) fn parse_period(text: &str) -> Option<Period> {
    let text = text.trim();
    let mut total = Period { months: 0, days: 0, seconds: 0 };
    let Some(mut rest) = text.strip_prefix('P') else {
        let at = text.find(|c: char| !c.is_ascii_digit() && c != '-')?;
        let (number, name) = text.split_at(at);
        return unit(name.trim(), number.parse().ok()?);
    };
    let (mut time, mut any) = (false, false);
    while !rest.is_empty() {
        if let Some(r) = rest.strip_prefix('T').filter(|_| !time) {
            (rest, time, any) = (r, true, false);
            continue;
        }
        let at = rest.find(|c: char| !c.is_ascii_digit())?;
        let (number, tail) = rest.split_at(at);
        let n: i64 = number.parse().ok()?;
        let letter = tail.chars().next()?;
        let part = match (time, letter) {
            (false, 'Y') => unit("年", n),
            (false, 'M') => unit("月", n),
            (false, 'W') => unit("周", n),
            (false, 'D') => unit("日", n),
            (true, 'H') => unit("小时", n),
            (true, 'M') => unit("分", n),
            (true, 'S') => unit("秒", n),
            _ => None,
        }?;
        total = sum(total, part)?;
        rest = tail.get(1..)?;
        any = true;
    }
    any.then_some(total)
}

pub(super) fn period(value: &Value) -> Read<Period> {
    let Value::String(s) = value else {
        return Err(expected(
            "期间（如 \"P7D\"、\"7日\"、\"6个月\"）",
            "a duration (\"P7D\", \"7 days\", \"6 months\")",
            value,
        ));
    };
    parse_period(s).ok_or_else(|| {
        Message::new(
            format!("“{s}”不是期间；请写成 \"P7D\"、\"7日\"、\"6个月\"、\"3年\"、\"24小时\""),
            format!("\"{s}\" is not a duration; write \"P7D\", \"7 days\", \"6 months\", \"3 years\", \"24 hours\""),
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn numbers_are_exact_or_refused() {
        for (value, expected) in [
            (json!(199.9), "199.9"),
            (json!("199.90"), "199.9"),
            (json!(0.1), "0.1"),
            (json!(-3), "-3"),
            (json!(3.0), "3"),
            (json!(123456789012.34), "123456789012.34"),
        ] {
            assert_eq!(decimal(&value).unwrap().to_string(), expected, "{value}");
        }
        for value in
            [json!(0.1 + 0.2), json!(1e300), json!(u64::MAX), json!("1,299"), json!("1e3"), json!(""), json!([])]
        {
            assert!(decimal(&value).is_err(), "{value}");
        }
        assert!(money(&json!(1.005)).is_err());
        assert!(money(&json!("1.50")).is_ok());
        assert_eq!(fen(&json!(19990)).unwrap().to_string(), "199.9");
        assert!(fen(&json!(1.5)).is_err());
        assert_eq!(percent(&json!("30%")).unwrap(), Decimal::int(30));
    }

    #[test]
    fn moments_keep_their_offset() {
        let at = |s: &str| moment(&json!(s)).unwrap();
        assert_eq!(at("1970-01-01T08:00:00+08:00"), Stamp { utc: 0, offset: CHINA });
        assert_eq!(at("1970-01-01 08:00"), Stamp { utc: 0, offset: CHINA });
        assert_eq!(at("1970-01-01T00:00:00.5Z").utc, 0);
        assert_eq!(at("1970-01-01T23:30:00Z").day(), 0);
        for text in ["1970-01-01T24:00", "1970-02-30T10:00", "1970-01-01T1:00", "1970-01-01T10", "1970-01-01T10:00+8"] {
            assert!(moment(&json!(text)).is_err(), "{text}");
        }
    }

    #[test]
    fn durations_are_read_in_both_spellings() {
        let p = |months, days, seconds| Some(Period { months, days, seconds });
        for (text, expected) in [
            ("P7D", p(0, 7, 0)),
            ("P1Y6M", p(18, 0, 0)),
            ("PT24H", p(0, 0, 86_400)),
            ("P1DT30M", p(0, 1, 1800)),
            ("7日", p(0, 7, 0)),
            ("6 个月", p(6, 0, 0)),
            ("3 years", p(36, 0, 0)),
            ("P", None),
            ("PT", None),
            ("7", None),
            ("P7", None),
            ("99999999999999999999日", None),
        ] {
            assert_eq!(parse_period(text), expected, "{text}");
        }
    }
}
