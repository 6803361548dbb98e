//! Amounts in letters, as a decision and an order write them beside the figures: a digit that is misread is then seen.

use parvis_kernel::Language;

/// An amount in letters: `mille deux cent cinquante euros et dix centimes`.
///
/// French is written as in the traditional spelling, with hyphens below one hundred only; amounts reach a thousand billion euros.
#[must_use]
pub fn in_letters(cents: i64, language: Language) -> String {
    let (euros, rest) = (cents.unsigned_abs() / 100, cents.unsigned_abs() % 100);
    let sign = match (cents < 0, language) {
        (false, _) => "",
        (true, Language::French) => "moins ",
        (true, Language::English) => "minus ",
    };
    let (of_euros, and) = match language {
        Language::French => (euros_in_french(euros), " et "),
        Language::English => (euros_in_english(euros), " and "),
    };
    match (euros, rest) {
        (_, 0) => format!("{sign}{of_euros}"),
        (0, _) => format!("{sign}{}", cents_in(rest, language)),
        _ => format!("{sign}{of_euros}{and}{}", cents_in(rest, language)),
    }
}

fn cents_in(cents: u64, language: Language) -> String {
    let plural = if cents > 1 { "s" } else { "" };
    match language {
        Language::French => format!("{} centime{plural}", french(cents)),
        Language::English => format!("{} cent{plural}", english(cents)),
    }
}

/// « un million d'euros », « deux mille euros », « un euro ».
fn euros_in_french(euros: u64) -> String {
    let unit = match euros {
        0 | 1 => "euro",
        _ => "euros",
    };
    let is_round = euros >= 1_000_000 && euros.is_multiple_of(1_000_000);
    let of = if is_round { " d'" } else { " " };
    format!("{}{of}{unit}", french(euros))
}

fn euros_in_english(euros: u64) -> String {
    let unit = if euros == 1 { "euro" } else { "euros" };
    format!("{} {unit}", english(euros))
}

const SMALL_FR: [&str; 17] = [
    "zéro", "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze",
    "douze", "treize", "quatorze", "quinze", "seize",
];
const TENS_FR: [&str; 7] = [
    "",
    "dix",
    "vingt",
    "trente",
    "quarante",
    "cinquante",
    "soixante",
];
const SMALL_EN: [&str; 20] = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
];
const TENS_EN: [&str; 10] = [
    "", "ten", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety",
];

fn word(words: &[&'static str], place: u64) -> &'static str {
    let place = usize::try_from(place).unwrap_or(usize::MAX);
    words.get(place).copied().unwrap_or_default()
}

fn french(number: u64) -> String {
    for (unit, name) in [(1_000_000_000, "milliard"), (1_000_000, "million")] {
        if number >= unit {
            let (count, rest) = (number / unit, number % unit);
            let plural = if count > 1 { "s" } else { "" };
            let head = format!("{} {name}{plural}", french(count));
            return joined(head, rest, french);
        }
    }
    match number {
        0..=16 => word(&SMALL_FR, number).to_owned(),
        17..=99 => french_tens(number),
        100..=999 => french_hundreds(number, true),
        _ => {
            let (count, rest) = (number / 1_000, number % 1_000);
            // « cent » and « vingt » take no mark of the plural before « mille ».
            let head = match count {
                1 => "mille".to_owned(),
                _ => format!("{} mille", before_mille(count)),
            };
            joined(head, rest, french)
        }
    }
}

fn before_mille(count: u64) -> String {
    let said = match count {
        100..=999 => french_hundreds(count, false),
        _ => french(count),
    };
    match said.strip_suffix("quatre-vingts") {
        Some(head) => format!("{head}quatre-vingt"),
        None => said,
    }
}

fn french_tens(number: u64) -> String {
    let (ten, unit) = match number {
        70..=79 => (6, number - 60),
        90..=99 => (8, number - 80),
        _ => (number / 10, number % 10),
    };
    let head = if ten == 8 {
        "quatre-vingt"
    } else {
        word(&TENS_FR, ten)
    };
    match unit {
        0 if ten == 8 => "quatre-vingts".to_owned(),
        0 => head.to_owned(),
        1 | 11 if ten != 8 => format!("{head} et {}", french(unit)),
        _ => format!("{head}-{}", french(unit)),
    }
}

fn french_hundreds(number: u64, plural: bool) -> String {
    let (count, rest) = (number / 100, number % 100);
    let head = match (count, rest) {
        (1, _) => "cent".to_owned(),
        (_, 0) if plural => format!("{} cents", french(count)),
        _ => format!("{} cent", french(count)),
    };
    joined(head, rest, french)
}

fn english(number: u64) -> String {
    for (unit, name) in [
        (1_000_000_000, "billion"),
        (1_000_000, "million"),
        (1_000, "thousand"),
    ] {
        if number >= unit {
            let head = format!("{} {name}", english(number / unit));
            return match number % unit {
                rest @ 1..=99 => format!("{head} and {}", english(rest)),
                rest => joined(head, rest, english),
            };
        }
    }
    match (number, number % 10) {
        (0..=19, _) => word(&SMALL_EN, number).to_owned(),
        (20..=99, 0) => word(&TENS_EN, number / 10).to_owned(),
        (20..=99, unit) => format!("{}-{}", word(&TENS_EN, number / 10), english(unit)),
        _ => {
            let head = format!("{} hundred", english(number / 100));
            match number % 100 {
                0 => head,
                rest => format!("{head} and {}", english(rest)),
            }
        }
    }
}

fn joined(head: String, rest: u64, say: fn(u64) -> String) -> String {
    match rest {
        0 => head,
        rest => format!("{head} {}", say(rest)),
    }
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use super::*;

    #[test]
    fn amounts_are_written_as_a_cheque_writes_them() {
        for (cents, expected) in [
            (0, "zéro euro"),
            (100, "un euro"),
            (1, "un centime"),
            (2_100, "vingt et un euros"),
            (7_100, "soixante et onze euros"),
            (8_000, "quatre-vingts euros"),
            (8_100, "quatre-vingt-un euros"),
            (9_100, "quatre-vingt-onze euros"),
            (
                9_999,
                "quatre-vingt-dix-neuf euros et quatre-vingt-dix-neuf centimes",
            ),
            (20_000, "deux cents euros"),
            (20_100, "deux cent un euros"),
            (100_000, "mille euros"),
            (
                125_050,
                "mille deux cent cinquante euros et cinquante centimes",
            ),
            (8_000_000, "quatre-vingt mille euros"),
            (20_000_000, "deux cent mille euros"),
            (28_000_000, "deux cent quatre-vingt mille euros"),
            (100_000_000, "un million d'euros"),
            (200_000_100, "deux millions un euros"),
            (18_000_000_000, "cent quatre-vingts millions d'euros"),
            (-150, "moins un euro et cinquante centimes"),
        ] {
            assert_eq!(in_letters(cents, Language::French), expected, "{cents}");
        }
        for (cents, expected) in [
            (100, "one euro"),
            (
                125_050,
                "one thousand two hundred and fifty euros and fifty cents",
            ),
            (100_100, "one thousand and one euros"),
            (8_101, "eighty-one euros and one cent"),
        ] {
            assert_eq!(in_letters(cents, Language::English), expected, "{cents}");
        }
    }

    #[test]
    fn two_amounts_are_never_written_alike() {
        for language in [Language::French, Language::English] {
            let mut written = BTreeMap::new();
            for euros in (0..20_000).chain((20_000..3_000_000).step_by(997)) {
                let before = written.insert(in_letters(euros * 100, language), euros);
                assert_eq!(before, None, "{euros}");
            }
        }
    }
}
