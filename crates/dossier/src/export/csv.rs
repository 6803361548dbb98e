//! CSV as French spreadsheets open it: UTF-8 with its mark, semicolons, quoted as RFC 4180 asks.

use super::cell::Cell;

/// The mark by which spreadsheets recognise UTF-8.
pub(crate) const MARK: &str = "\u{feff}";

/// One line. Every text is quoted and [`neutralised`].
pub(crate) fn line(cells: &[Cell], out: &mut Vec<u8>) {
    for (index, cell) in cells.iter().enumerate() {
        if index > 0 {
            out.push(b';');
        }
        match cell {
            Cell::Empty => {}
            Cell::Number(number) => out.extend_from_slice(number.to_string().as_bytes()),
            Cell::Decimal(number) => {
                out.extend_from_slice(number.to_string().replace('.', ",").as_bytes());
            }
            Cell::Date(date) => out.extend_from_slice(date.to_string().as_bytes()),
            Cell::Text(text) => {
                out.push(b'"');
                let text = neutralised(text).replace('"', "\"\"");
                out.extend_from_slice(text.as_bytes());
                out.push(b'"');
            }
        }
    }
    out.extend_from_slice(b"\r\n");
}

/// A text that no spreadsheet takes for a formula: an apostrophe stands before each sign that begins one, at the start of the text
/// and after every sign at which a reader set to another separator would cut it (OWASP, CSV injection).
pub(crate) fn neutralised(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 1);
    let mut fresh = true;
    for sign in text.chars().filter(|sign| *sign != '\0') {
        if fresh && begins_formula(sign) {
            out.push('\'');
        }
        fresh = cuts(sign) || (fresh && is_passed_over(sign));
        out.push(sign);
    }
    out
}

/// The signs with which spreadsheets begin a formula, their wide and small forms, and the controls that OWASP names.
const fn begins_formula(sign: char) -> bool {
    matches!(
        sign,
        '=' | '+'
            | '-'
            | '@'
            | '\t'
            | '\r'
            | '\n'
            | '\u{ff1d}'
            | '\u{ff0b}'
            | '\u{ff0d}'
            | '\u{ff20}'
            | '\u{fe66}'
            | '\u{fe62}'
            | '\u{fe63}'
            | '\u{fe6b}'
            | '\u{2212}'
    )
}

const fn cuts(sign: char) -> bool {
    matches!(sign, ',' | ';' | '\t' | '\r' | '\n' | '|' | '"')
}

/// What a spreadsheet may skip before it reads a cell.
fn is_passed_over(sign: char) -> bool {
    let is_unseen = matches!(sign,
        '\'' | '\u{ad}' | '\u{feff}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}');
    sign.is_whitespace() || sign.is_control() || is_unseen
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_text_begins_a_formula() {
        let nasty = [
            ("=1+1", "'=1+1"),
            ("+33 6 12", "'+33 6 12"),
            ("-2+3", "'-2+3"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("\t=1", "'\t'=1"),
            ("\r=1", "'\r'=1"),
            ("\n=1", "'\n'=1"),
            ("＝1+1", "'＝1+1"),
            ("＋1", "'＋1"),
            ("－1", "'－1"),
            ("＠a", "'＠a"),
            ("  =1", "  '=1"),
            ("\u{a0}=1", "\u{a0}'=1"),
            ("\u{200b}\u{202e}=1", "\u{200b}\u{202e}'=1"),
            ("'=1", "''=1"),
            ("a;=1", "a;'=1"),
            ("a,=1", "a,'=1"),
            ("a\"=1", "a\"'=1"),
            ("a\0", "a"),
        ];
        for (typed, written) in nasty {
            assert_eq!(neutralised(typed), written, "{typed:?}");
        }
        for plain in ["Zoé", "12 bis, rue du Port", "a = b", "Jean-Luc", "a@b.fr"] {
            assert_eq!(neutralised(plain), plain);
        }
    }

    #[test]
    fn a_line_is_quoted_as_the_rfc_asks() {
        let cells = [
            Cell::text("a \"b\"; c\nd"),
            Cell::Empty,
            Cell::Number(-5),
            Cell::Decimal("-12.50".parse().unwrap()),
            Cell::Date(jiff::civil::date(2026, 11, 22)),
        ];
        let mut out = Vec::new();
        line(&cells, &mut out);
        let out = String::from_utf8(out).unwrap();
        assert_eq!(out, "\"a \"\"b\"\"; c\nd\";;-5;-12,50;2026-11-22\r\n");
    }

    proptest::proptest! {
        #[test]
        fn whatever_is_typed_reads_back_as_one_cell_that_begins_no_formula(typed in ".{0,40}") {
            let mut out = Vec::new();
            line(&[Cell::Text(typed), Cell::Number(1)], &mut out);
            let out = String::from_utf8(out).unwrap();
            let inner = out.strip_prefix('"').unwrap().strip_suffix("\";1\r\n").unwrap();
            proptest::prop_assert_eq!(inner.replace("\"\"", "").matches('"').count(), 0);
            let first = inner.replace("\"\"", "\"");
            let first = first.trim_start_matches(|sign: char| is_passed_over(sign) && sign != '\'');
            proptest::prop_assert!(!first.starts_with(['=', '+', '-', '@']));
        }
    }
}
