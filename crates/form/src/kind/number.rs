//! Numbers as people type and read them, in French and in English.

use parvis_kernel::Language;

/// Why a typed number is not one that can be kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Unread {
    /// Not a number.
    NotNumber,
    /// More digits after the point than are kept: `1,234` when cents are the least.
    TooPrecise,
}

/// Reads a number typed the French or the English way, without its point: `1 234,5` with two decimals is 123450.
///
/// Thousands may be apart, with spaces, points or commas, by groups of three digits: `12 50` is a slip, and is refused
/// rather than read as 1250. A single comma or point is the decimal one.
pub(super) fn parse(typed: &str, decimals: u8) -> Result<i64, Unread> {
    let (minus, bare) = signed(typed);
    let (whole, rest) = split(bare)?;
    let digits = |text: &str| text.bytes().all(|letter| letter.is_ascii_digit());
    if !digits(rest) || (whole.is_empty() && rest.is_empty()) {
        return Err(Unread::NotNumber);
    }
    let whole = ungrouped(whole).ok_or(Unread::NotNumber)?;
    let missing = usize::from(decimals)
        .checked_sub(rest.len())
        .ok_or(Unread::TooPrecise)?;
    let all = format!("{whole}{rest}{}", "0".repeat(missing));
    let units: i64 = all.parse().map_err(|_| Unread::NotNumber)?;
    Ok(if minus { -units } else { units })
}

/// The sign, and what follows it.
fn signed(typed: &str) -> (bool, &str) {
    let typed = typed.trim();
    match typed.strip_prefix(['-', '\u{2212}', '\u{2013}']) {
        Some(bare) => (true, bare.trim_start()),
        None => (false, typed.strip_prefix('+').unwrap_or(typed).trim_start()),
    }
}

/// What stands before and after the decimal separator: the last comma or point, unless it is repeated.
fn split(bare: &str) -> Result<(&str, &str), Unread> {
    let Some(place) = bare.rfind([',', '.']) else {
        return Ok((bare, ""));
    };
    let (whole, rest) = bare.split_at(place);
    let (separator, rest) = rest.split_at(1);
    match (whole.contains(separator), whole.contains([',', '.'])) {
        // `1.234.567`: the repeated one keeps thousands apart.
        (true, _)
            if [',', '.']
                .iter()
                .all(|one| separator.contains(*one) || !whole.contains(*one)) =>
        {
            Ok((bare, ""))
        }
        (true, _) => Err(Unread::NotNumber),
        (false, _) => Ok((whole, rest)),
    }
}

/// The digits of a whole number whose thousands may be apart, all by the same separator.
fn ungrouped(whole: &str) -> Option<String> {
    let is_digit = |letter: char| letter.is_ascii_digit();
    let Some(separator) = whole.chars().find(|letter| !is_digit(*letter)) else {
        return Some(whole.to_owned());
    };
    if !" .,'’".contains(separator) {
        return None;
    }
    let mut groups = whole.split(separator);
    let first = groups
        .next()
        .filter(|group| (1..=3).contains(&group.len()))?;
    let mut all = first.to_owned();
    for group in groups {
        if group.len() != 3 {
            return None;
        }
        all.push_str(group);
    }
    all.chars().all(is_digit).then_some(all)
}

/// A whole number with its thousands apart, from so many digits on: `12 000`, `12,000`.
pub(super) fn grouped(number: u64, from: usize, language: Language) -> String {
    let separator = match language {
        Language::French => '\u{202f}',
        Language::English => ',',
    };
    let digits = number.to_string();
    let mut grouped = String::new();
    for (place, digit) in digits.chars().enumerate() {
        if place > 0 && (digits.len() - place).is_multiple_of(3) && digits.len() >= from {
            grouped.push(separator);
        }
        grouped.push(digit);
    }
    grouped
}

/// A number with its decimals, in words: `12 000,50`, `12,000.50`.
pub(super) fn in_words(units: i64, decimals: u8, language: Language) -> String {
    let point = match language {
        Language::French => ',',
        Language::English => '.',
    };
    let scale = 10_u64.pow(u32::from(decimals));
    let (whole, rest) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
    let sign = if units < 0 { "-" } else { "" };
    let whole = grouped(whole, 4, language);
    if decimals == 0 {
        return format!("{sign}{whole}");
    }
    format!(
        "{sign}{whole}{point}{rest:0width$}",
        width = usize::from(decimals)
    )
}

/// A number as it is shown again in its input: without anything between thousands, with a comma, as people type it.
pub(super) fn typed_again(units: i64, decimals: u8) -> String {
    let scale = 10_u64.pow(u32::from(decimals));
    let (whole, rest) = (units.unsigned_abs() / scale, units.unsigned_abs() % scale);
    let sign = if units < 0 { "-" } else { "" };
    if decimals == 0 {
        return format!("{sign}{whole}");
    }
    format!(
        "{sign}{whole},{rest:0width$}",
        width = usize::from(decimals)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn numbers_are_typed_the_french_and_the_english_way() {
        for (typed, units) in [
            ("12,50", 1250),
            ("12.5", 1250),
            ("12", 1200),
            ("12,", 1200),
            (",5", 50),
            ("1 234,50", 123_450),
            ("1.234,50", 123_450),
            ("1,234.50", 123_450),
            ("1.234.567", 123_456_700),
            ("1'234.5", 123_450),
            ("-3", -300),
            ("− 3,2", -320),
            ("+3", 300),
            ("0012", 1200),
        ] {
            assert_eq!(parse(typed, 2), Ok(units), "{typed}");
        }
    }

    #[test]
    fn slips_are_refused_rather_than_read_otherwise() {
        for typed in [
            "",
            "-",
            ",",
            ".",
            "12 50",
            "1 2345",
            "1 234 5",
            "12e3",
            "1,2,3",
            "1.234,5.6",
            "1 234.567,8",
            "1,234.567,8",
            "12 euros",
            "٣",
            "--3",
            "1  234",
            "99999999999999999999",
            "1234 567",
        ] {
            assert_eq!(parse(typed, 2), Err(Unread::NotNumber), "{typed}");
        }
        for typed in ["1,234", "1.234", "0,001", "1 234,500"] {
            assert_eq!(parse(typed, 2), Err(Unread::TooPrecise), "{typed}");
        }
    }

    #[test]
    fn numbers_are_said_in_both_languages() {
        assert_eq!(
            in_words(123_456_750, 2, Language::French),
            "1\u{202f}234\u{202f}567,50"
        );
        assert_eq!(in_words(123_456_750, 2, Language::English), "1,234,567.50");
        assert_eq!(in_words(-5, 1, Language::French), "-0,5");
        assert_eq!(in_words(202_650, 2, Language::English), "2,026.50");
        assert_eq!(
            grouped(i64::MIN.unsigned_abs(), 5, Language::English),
            "9,223,372,036,854,775,808"
        );
    }

    proptest! {
        #[test]
        fn what_is_shown_again_reads_the_same(units in any::<i32>(), decimals in 0..=6_u8) {
            let units = i64::from(units);
            prop_assert_eq!(parse(&typed_again(units, decimals), decimals), Ok(units));
        }

        #[test]
        fn what_is_said_reads_the_same_once_spaces_are_plain(units in any::<i64>().prop_map(|units| units / 2), decimals in 0..=2_u8) {
            let said = in_words(units, decimals, Language::French).replace('\u{202f}', " ");
            prop_assert_eq!(parse(&said, decimals), Ok(units));
        }
    }
}
