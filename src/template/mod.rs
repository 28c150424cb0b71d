//! A pack to start from: it compiles, is laid out, and its tests pass; its comments teach.

use crate::diagnostic::Message;

/// The files of a new pack: name and text.
///
/// # Errors
/// Where the name cannot be a pack's id.
pub fn new_pack(id: &str) -> Result<Vec<(&'static str, String)>, Message> {
    let is_part = |part: &str| {
        part.starts_with(|c: char| c.is_ascii_lowercase())
            && !part.ends_with('-')
            && !part.contains("--")
            && part.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
    };
    if !id.contains('.') || !id.split('.').all(is_part) {
        return Err(Message::new(
            format!("“{id}”不能作包名：用小写英文字母、数字、-，至少两段，以 . 隔开，例如 shop.rules"),
            format!(
                "`{id}` cannot be a pack's id: lower-case letters, digits and -, two or more parts joined by `.`, such as shop.rules"
            ),
        ));
    }
    let slug = id.replace('.', "-");
    let fill = |text: &str| text.replace("@ID@", id).replace("@SLUG@", &slug);
    Ok(vec![
        ("pack.zz", fill(include_str!("pack.zz"))),
        ("rules.zz", fill(include_str!("rules.zz"))),
        ("rules.test.zz", fill(include_str!("rules.test.zz"))),
    ])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_ids_become_packs() {
        for id in ["shop.rules", "a.b-c.d1"] {
            assert!(new_pack(id).unwrap_or_default().iter().all(|(_, text)| !text.contains('@')), "{id}");
        }
        for id in ["", "shop", "Shop.rules", "shop..rules", "shop.规则", "../x.y", "shop.-a", "shop.a-", "1.a"] {
            assert!(new_pack(id).is_err(), "{id}");
        }
    }
}
