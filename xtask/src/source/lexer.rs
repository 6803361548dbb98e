//! From text to tokens.

/// A word, a literal text or a mark, and its line from 1.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Token {
    /// The line, from 1, where it begins.
    pub line: usize,
    /// What it is.
    pub kind: Kind,
}

/// What a token is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Kind {
    /// A name, a keyword or a number.
    Word(String),
    /// The content of a string literal, escapes resolved.
    Text(String),
    /// Any other character that is not white space.
    Mark(char),
}

impl Token {
    /// The word, if it is one.
    pub fn word(&self) -> Option<&str> {
        match &self.kind {
            Kind::Word(word) => Some(word),
            Kind::Text(_) | Kind::Mark(_) => None,
        }
    }

    /// The literal text, if it is one.
    pub fn text(&self) -> Option<&str> {
        match &self.kind {
            Kind::Text(text) => Some(text),
            Kind::Word(_) | Kind::Mark(_) => None,
        }
    }

    /// Tells whether it is this word or this mark (never a literal text).
    pub fn is(&self, wanted: &str) -> bool {
        match &self.kind {
            Kind::Word(word) => word == wanted,
            Kind::Mark(mark) => wanted.chars().eq([*mark]),
            Kind::Text(_) => false,
        }
    }
}

/// Reads a whole Rust file.
pub fn tokens(source: &str) -> Vec<Token> {
    let mut reader = Reader {
        characters: source.chars().collect(),
        at: 0,
        line: 1,
    };
    let mut tokens = Vec::new();
    while let Some(token) = reader.token() {
        tokens.push(token);
    }
    tokens
}

struct Reader {
    characters: Vec<char>,
    at: usize,
    line: usize,
}

impl Reader {
    fn peek(&self, ahead: usize) -> Option<char> {
        self.characters.get(self.at + ahead).copied()
    }

    fn next(&mut self) -> Option<char> {
        let character = self.peek(0)?;
        self.at += 1;
        if character == '\n' {
            self.line += 1;
        }
        Some(character)
    }

    fn skip(&mut self, count: usize) {
        for _ in 0..count {
            self.next();
        }
    }

    fn token(&mut self) -> Option<Token> {
        self.skip_blank_and_comments();
        let line = self.line;
        let kind = self.kind()?;
        Some(Token { line, kind })
    }

    fn skip_blank_and_comments(&mut self) {
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('/')) => self.skip_line(),
                (Some('/'), Some('*')) => self.skip_block(),
                (Some(character), _) if character.is_whitespace() => self.skip(1),
                _ => return,
            }
        }
    }

    fn skip_line(&mut self) {
        while self.peek(0).is_some_and(|character| character != '\n') {
            self.skip(1);
        }
    }

    fn skip_block(&mut self) {
        let mut depth = 0_usize;
        loop {
            match (self.peek(0), self.peek(1)) {
                (Some('/'), Some('*')) => {
                    depth += 1;
                    self.skip(2);
                }
                (Some('*'), Some('/')) => {
                    depth = depth.saturating_sub(1);
                    self.skip(2);
                }
                (Some(_), _) => self.skip(1),
                (None, _) => return,
            }
            if depth == 0 {
                return;
            }
        }
    }

    fn kind(&mut self) -> Option<Kind> {
        let first = self.peek(0)?;
        if let Some(hashes) = self.raw_string_ahead() {
            return Some(Kind::Text(self.raw_string(hashes)));
        }
        if first == '"' || (matches!(first, 'b' | 'c') && self.peek(1) == Some('"')) {
            self.skip(if first == '"' { 1 } else { 2 });
            return Some(Kind::Text(self.string()));
        }
        if first == '\'' {
            return Some(self.quote());
        }
        if first.is_alphanumeric() || first == '_' {
            return Some(Kind::Word(self.word()));
        }
        self.next().map(Kind::Mark)
    }

    fn word(&mut self) -> String {
        let mut word = String::new();
        while let Some(character) = self.peek(0).filter(|it| it.is_alphanumeric() || *it == '_') {
            word.push(character);
            self.skip(1);
        }
        word
    }

    /// The number of `#` of a raw string that begins here, if one does.
    fn raw_string_ahead(&self) -> Option<usize> {
        let prefix = match (self.peek(0), self.peek(1)) {
            (Some('r'), _) => 1,
            (Some('b' | 'c'), Some('r')) => 2,
            _ => return None,
        };
        let mut hashes = 0;
        while self.peek(prefix + hashes) == Some('#') {
            hashes += 1;
        }
        (self.peek(prefix + hashes) == Some('"')).then_some(hashes)
    }

    fn raw_string(&mut self, hashes: usize) -> String {
        while self.next().is_some_and(|character| character != '"') {}
        let mut text = String::new();
        while let Some(character) = self.next() {
            if character == '"' && (0..hashes).all(|ahead| self.peek(ahead) == Some('#')) {
                self.skip(hashes);
                break;
            }
            text.push(character);
        }
        text
    }

    fn string(&mut self) -> String {
        let mut text = String::new();
        while let Some(character) = self.next() {
            match character {
                '"' => break,
                '\\' => text.extend(self.escape()),
                other => text.push(other),
            }
        }
        text
    }

    /// The character that an escape stands for; none for a line that continues.
    fn escape(&mut self) -> Option<char> {
        match self.next()? {
            'n' => Some('\n'),
            't' => Some('\t'),
            'r' => Some('\r'),
            '0' => Some('\0'),
            'u' => self.unicode(),
            '\n' => {
                while self.peek(0).is_some_and(char::is_whitespace) {
                    self.skip(1);
                }
                None
            }
            other => Some(other),
        }
    }

    fn unicode(&mut self) -> Option<char> {
        self.skip(1);
        let mut digits = String::new();
        while let Some(digit) = self.next().filter(|digit| *digit != '}') {
            digits.push(digit);
        }
        char::from_u32(u32::from_str_radix(&digits, 16).ok()?)
    }

    /// A character literal (told as a text that no check looks for) or a lifetime.
    fn quote(&mut self) -> Kind {
        self.skip(1);
        if self.peek(0) == Some('\\') {
            self.skip(1);
            let character = self.escape();
            self.skip(1);
            return Kind::Text(character.into_iter().collect());
        }
        if self.peek(1) == Some('\'') {
            let character = self.next();
            self.skip(1);
            return Kind::Text(character.into_iter().collect());
        }
        Kind::Mark('\'')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn texts(source: &str) -> Vec<String> {
        tokens(source)
            .iter()
            .filter_map(|token| token.text().map(str::to_owned))
            .collect()
    }

    fn words(source: &str) -> Vec<String> {
        tokens(source)
            .iter()
            .filter_map(|token| token.word().map(str::to_owned))
            .collect()
    }

    #[test]
    fn comments_are_not_read_even_nested() {
        assert_eq!(
            words("a // b\n/* c /* d */ e */ f /// \"g\"\nh"),
            ["a", "f", "h"]
        );
    }

    #[test]
    fn texts_are_read_whatever_their_quotes() {
        let source = r####"f("a\"b", r"c\d", r#"e"f"#, b"g", "h \
            i", "\u{e9}")"####;
        assert_eq!(texts(source), ["a\"b", "c\\d", "e\"f", "g", "h i", "é"]);
    }

    #[test]
    fn a_lifetime_does_not_open_a_text() {
        assert_eq!(
            texts(r#"fn f<'a>(x: &'a str) { g('x', '\'', '"', "y") }"#),
            ["x", "'", "\"", "y"]
        );
    }

    #[test]
    fn lines_are_counted_through_texts_of_several_lines() {
        let tokens = tokens("a\n\"b\nc\"\nd");
        let lines: Vec<_> = tokens.iter().map(|token| token.line).collect();
        assert_eq!(lines, [1, 2, 4]);
    }

    #[test]
    fn a_word_that_begins_with_r_is_not_a_raw_text() {
        assert_eq!(words("r#type reference"), ["r", "type", "reference"]);
    }
}
