//! Chinese numerals of articles, 一 to 九百九十九, read; [`crate::cite`] writes them.

/// Reads `三`, `十`, `二十一`, `一百〇五`, `一百一十`, positional `一二三`, or Arabic digits. `None` unless it is 1 to 999.
pub(super) fn read(text: &str) -> Option<u16> {
    let value = if text.bytes().all(|b| b.is_ascii_digit()) { text.parse().ok()? } else { chinese(text)? };
    (1..=999).contains(&value).then_some(value)
}

fn digit(c: char) -> Option<u16> {
    Some(match c {
        '〇' | '零' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

fn chinese(text: &str) -> Option<u16> {
    if !text.contains(['十', '百']) {
        // Positional, as in 一〇五.
        return (text.chars().count() <= 3)
            .then(|| text.chars().try_fold(0u16, |n, c| n.checked_mul(10)?.checked_add(digit(c)?)))?;
    }
    let mut total = 0u16;
    // The digit that waits for its place, and the place value that must still fall.
    let mut waiting: Option<u16> = None;
    let mut below = 1000u16;
    for c in text.chars() {
        let place = match c {
            '百' => 100,
            '十' => 10,
            '〇' | '零' if waiting.is_none() && below == 100 => continue,
            _ if waiting.is_some() => return None,
            _ => {
                waiting = Some(digit(c).filter(|d| *d > 0)?);
                continue;
            }
        };
        // 十 may open a numeral without a digit; 百 may not.
        let times = match waiting.take() {
            Some(d) => d,
            None if place == 10 && total == 0 => 1,
            None => return None,
        };
        if place >= below {
            return None;
        }
        below = place;
        total = total.checked_add(times.checked_mul(place)?)?;
    }
    total.checked_add(waiting.unwrap_or(0))
}

#[cfg(test)]
mod tests {
    use super::read;
    use crate::cite::numeral as write;

    #[test]
    fn every_number_reads_back() {
        for n in 1..=999 {
            assert_eq!(read(&write(n)), Some(n), "{}", write(n));
        }
    }

    #[test]
    fn spellings_found_in_statutes() {
        for (text, n) in [
            ("十", 10),
            ("一十", 10),
            ("一百〇五", 105),
            ("一百零五", 105),
            ("一百一十", 110),
            ("一〇五", 105),
            ("24", 24),
        ] {
            assert_eq!(read(text), Some(n), "{text}");
        }
        for text in [
            "",
            "零",
            "百",
            "十百",
            "一二十",
            "十十",
            "一千",
            "1000",
            "0",
            "一百百",
            "一百十",
            "一二三四",
            "99999999999",
        ] {
            assert_eq!(read(text), None, "{text}");
        }
    }
}
