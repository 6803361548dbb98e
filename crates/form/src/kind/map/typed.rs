//! Coordinates as people type them: latitude, then longitude, one point a line, as telephones and maps give them.

use crate::answer::Position;

/// Why a line is no position.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Untyped {
    /// Not two numbers.
    NotTwoNumbers,
    /// Off the globe.
    OffGlobe,
}

/// Reads a line: `48.8566, 2.3522`, `48,8566 2,3522`, `48,8566 ; 2,3522`, `48.8566° N, 2.3522° E`.
pub(super) fn position(line: &str) -> Result<Position, Untyped> {
    let (latitude, longitude) = halves(line).ok_or(Untyped::NotTwoNumbers)?;
    let latitude = millionths(latitude.trim(), ['N', 'S'], &['S']);
    let longitude = millionths(longitude.trim(), ['E', 'W'], &['W', 'O']);
    let (latitude, longitude) = latitude.zip(longitude).ok_or(Untyped::NotTwoNumbers)?;
    Position::new(longitude, latitude).ok_or(Untyped::OffGlobe)
}

/// A position as it is typed again.
pub(super) fn typed(position: Position) -> String {
    let latitude = degrees(position.latitude());
    format!("{latitude}, {}", degrees(position.longitude()))
}

/// The two numbers of a line: apart by `;`, by spaces, or by the comma in the middle.
fn halves(line: &str) -> Option<(String, String)> {
    if let Some((before, after)) = line.split_once(';') {
        return Some((before.to_owned(), after.to_owned()));
    }
    let mut numbers: Vec<String> = Vec::new();
    for word in line.split_whitespace() {
        match numbers.last_mut() {
            Some(number) if !word.contains(|sign: char| sign.is_ascii_digit()) => {
                number.push_str(word)
            }
            _ => numbers.push(word.to_owned()),
        }
    }
    match numbers.as_slice() {
        [one] => {
            let (before, after) = one.split_at_checked(middle_comma(one)?)?;
            Some((before.to_owned(), after.trim_start_matches(',').to_owned()))
        }
        [latitude, longitude] => Some((
            latitude.trim_end_matches(',').to_owned(),
            longitude.trim_end_matches(',').to_owned(),
        )),
        _ => None,
    }
}

/// The comma between the two numbers of `48.8566,2.3522` or of `48,8566,2,3522`.
fn middle_comma(line: &str) -> Option<usize> {
    let mut commas = line.match_indices(',').map(|(at, _)| at);
    match line.matches(',').count() {
        1 => commas.next(),
        3 => commas.nth(1),
        _ => None,
    }
}

/// The millionths of a degree of a number, with what tells its half of the globe.
fn millionths(text: &str, letters: [char; 2], minus: &[char]) -> Option<i64> {
    let upper = text.to_uppercase();
    let is_letter = |sign: char| letters.contains(&sign) || minus.contains(&sign);
    let bare = upper.trim_end_matches(is_letter);
    let negative = upper.len() > bare.len() && upper.ends_with(minus);
    if upper.len() > bare.len() + 1 {
        return None;
    }
    let bare = bare.trim_end().trim_end_matches('°').trim();
    let (sign, digits) = match bare.strip_prefix(['-', '\u{2212}']) {
        Some(_) if negative => return None,
        Some(digits) => (-1, digits),
        None if negative => (-1, bare),
        None => (1, bare.strip_prefix('+').unwrap_or(bare)),
    };
    Some(sign * unsigned(digits)?)
}

/// `48.8566` in millionths, rounded.
fn unsigned(text: &str) -> Option<i64> {
    let (whole, part) = text.split_once(['.', ',']).unwrap_or((text, ""));
    let digits = |text: &str| text.bytes().all(|byte| byte.is_ascii_digit());
    if whole.is_empty() || whole.len() > 3 || part.len() > 20 || !digits(whole) || !digits(part) {
        return None;
    }
    let padded = format!("{part:0<7}");
    let seven: i64 = padded.get(..7)?.parse().ok()?;
    let whole: i64 = whole.parse().ok()?;
    Some(whole * i64::from(Position::DEGREE) + (seven + 5) / 10)
}

/// Millionths as degrees, without the zeros that say nothing.
fn degrees(value: i32) -> String {
    let sign = if value < 0 { "-" } else { "" };
    let (whole, rest) = (
        value.unsigned_abs() / 1_000_000,
        value.unsigned_abs() % 1_000_000,
    );
    let text = format!("{sign}{whole}.{rest:06}");
    text.trim_end_matches('0').trim_end_matches('.').to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coordinates_are_read_as_telephones_and_people_write_them() {
        let paris = Position::new(2_352_200, 48_856_600);
        for line in [
            "48.8566, 2.3522",
            "48.8566,2.3522",
            "48.8566 2.3522",
            "48,8566 2,3522",
            "48,8566 ; 2,3522",
            "48,8566, 2,3522",
            "48,8566,2,3522",
            "48.8566° N, 2.3522° E",
            "48.8566N 2.3522E",
            "48.85660000001, +2.3522",
        ] {
            assert_eq!(position(line).ok(), paris, "{line}");
        }
        let rennes = Position::new(-1_677_793, 48_117_266);
        for line in [
            "48.117266, -1.677793",
            "48,117266 N 1,677793 O",
            "48.117266 -1.677793",
        ] {
            assert_eq!(position(line).ok(), rennes, "{line}");
        }
        for line in [
            "",
            "48.8566",
            "Paris",
            "48.8.5, 2",
            "1e3, 2",
            "48, 2, 3, 4, 5",
            "48° 51′, 2° 21′",
            "- , -",
        ] {
            assert_eq!(position(line), Err(Untyped::NotTwoNumbers), "{line}");
        }
        assert_eq!(position("90.000001, 0"), Err(Untyped::OffGlobe));
        assert_eq!(position("0, 180.5"), Err(Untyped::OffGlobe));
    }

    /// The script of maps reads the same lines in the same way: its test has the same table.
    #[test]
    fn lines_are_read_as_the_script_reads_them() {
        for line in include_str!("coordinates.tsv").lines() {
            let (line, expected) = line.split_once('\t').unwrap();
            let read = position(line).map(typed).unwrap_or_default();
            assert_eq!(read, expected, "{line}");
        }
    }

    proptest::proptest! {
        #[test]
        fn a_position_that_is_typed_again_is_the_same(longitude in -180_000_000_i64..=180_000_000, latitude in -90_000_000_i64..=90_000_000) {
            let first = Position::new(longitude, latitude).unwrap();
            proptest::prop_assert_eq!(position(&typed(first)), Ok(first));
        }

        #[test]
        fn any_line_is_read_or_refused(line in "\\PC{0,30}|[0-9., ;NSEWO°+-]{0,24}") {
            if let Ok(first) = position(&line) {
                proptest::prop_assert_eq!(position(&typed(first)), Ok(first));
            }
        }
    }
}
