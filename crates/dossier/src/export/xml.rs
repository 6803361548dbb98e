//! Texts inside of XML.

/// A text as XML 1.0 carries it: escaped, and without the signs that XML does not know.
pub(super) fn escaped(text: &str, out: &mut String) {
    let mut signs = text.chars().peekable();
    while let Some(sign) = signs.next() {
        match sign {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\r' if signs.peek() == Some(&'\n') => {}
            '\r' => out.push('\n'),
            '\t' | '\n' => out.push(sign),
            sign if sign.is_control() || matches!(sign, '\u{fffe}' | '\u{ffff}') => {
                out.push('\u{fffd}');
            }
            sign => out.push(sign),
        }
    }
}

/// The text escaped, on its own.
pub(super) fn text(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    escaped(text, &mut out);
    out
}
