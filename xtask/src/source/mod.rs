//! A small reader of Rust text: words, literal texts and marks with their lines; comments disappear.
//!
//! It knows just enough of the language (raw strings, escapes, lifetimes, nested comments) to tell a name
//! from a text and a text from a comment. It does not parse.

mod lexer;

pub use lexer::{Kind, Token, tokens};

/// Removes every item marked `#[cfg(test)]`: what remains is what runs in production.
pub fn without_tests(tokens: Vec<Token>) -> Vec<Token> {
    let mut kept = Vec::with_capacity(tokens.len());
    let mut rest = tokens.as_slice();
    while let Some((first, after)) = rest.split_first() {
        if is_test_attribute(rest) {
            rest = after_item(rest);
        } else {
            kept.push(first.clone());
            rest = after;
        }
    }
    kept
}

fn is_test_attribute(tokens: &[Token]) -> bool {
    starts_with(tokens, &["#", "[", "cfg", "(", "test", ")", "]"])
}

/// Tells whether the tokens begin with these words and marks.
pub fn starts_with(tokens: &[Token], wanted: &[&str]) -> bool {
    tokens.len() >= wanted.len()
        && tokens
            .iter()
            .zip(wanted)
            .all(|(token, wanted)| token.is(wanted))
}

/// What follows the item that begins here: after its `;`, or after the brace that closes it.
fn after_item(tokens: &[Token]) -> &[Token] {
    let mut depth = 0_usize;
    for (index, token) in tokens.iter().enumerate() {
        match token.kind {
            Kind::Mark('{' | '(' | '[') => depth += 1,
            Kind::Mark(')' | ']') => depth = depth.saturating_sub(1),
            Kind::Mark('}') if depth <= 1 => return tokens.get(index + 1..).unwrap_or_default(),
            Kind::Mark('}') => depth -= 1,
            Kind::Mark(';') if depth == 0 => return tokens.get(index + 1..).unwrap_or_default(),
            _ => {}
        }
    }
    &[]
}

#[cfg(test)]
mod tests {
    use super::*;

    fn words(source: &str) -> Vec<String> {
        let tokens = without_tests(tokens(source));
        tokens
            .iter()
            .filter_map(|token| token.word().map(str::to_owned))
            .collect()
    }

    #[test]
    fn test_items_disappear_and_what_follows_stays() {
        let source = "fn a() {} #[cfg(test)] mod tests { fn b() { if x { y } } } fn c() {}";
        assert_eq!(words(source), ["fn", "a", "fn", "c"]);
    }

    #[test]
    fn a_test_module_in_its_own_file_disappears() {
        assert_eq!(words("#[cfg(test)]\nmod tests;\nfn c() {}"), ["fn", "c"]);
    }
}
