//! How somebody writes a file: quotes, blank lines, comments and layout are drawn.

use super::tape::Tape;
use super::value::Said;

/// The text of a file.
pub fn written(tape: &mut Tape<'_>, said: &Said) -> String {
    let mut writer = Writer {
        text: String::new(),
        tape,
        comments: 0,
        may_comment_from: None,
    };
    if writer.tape.one_in(3) {
        writer.comment(0);
        writer.text.push('\n');
    }
    let Said::Map(entries) = said else {
        unreachable!("a file is a map")
    };
    writer.map(entries, 0, false);
    writer.above(0);
    let mut text = writer.text;
    if tape.one_in(6) {
        text.truncate(text.trim_end_matches('\n').len());
    }
    text
}

struct Writer<'a, 'b> {
    text: String,
    tape: &'a mut Tape<'b>,
    comments: usize,
    /// Lines end here: what stands as deep is one of them.
    may_comment_from: Option<usize>,
}

impl Writer<'_, '_> {
    fn blanks(&mut self, count: usize) {
        self.text.push_str(&" ".repeat(count));
    }

    fn said_in_comment(&mut self) -> String {
        self.comments += 1;
        let odd = [
            "",
            " : à revoir",
            "# encore",
            " - step: x",
            " l'un",
            " \"deux",
            " {",
            " |",
            "  ",
        ];
        format!(
            "#{}c{}{}",
            self.tape.among(&[" ", "", "  "]),
            self.comments,
            self.tape.among(&odd)
        )
    }

    fn comment(&mut self, column: usize) {
        let said = self.said_in_comment();
        self.blanks(column);
        self.text.push_str(&said);
        self.text.push('\n');
    }

    /// What stands above a line: nothing, blank lines, comments that touch it or not.
    fn above(&mut self, column: usize) {
        if !self.tape.one_in(3) {
            self.may_comment_from = None;
            return;
        }
        for _ in 0..1 + self.tape.pick(3) {
            match self.tape.pick(4) {
                0 => self.text.push('\n'),
                1 | 2 => self.comment(column),
                _ => {
                    let other = self.tape.among(&[0, 1, column + 2, column + 5]);
                    let room = self.may_comment_from.unwrap_or(usize::MAX);
                    self.comment(other.min(room.saturating_sub(1)));
                }
            }
        }
        self.may_comment_from = None;
    }

    /// The end of a line, where a comment may stand.
    fn end(&mut self) {
        if self.tape.one_in(6) {
            let said = self.said_in_comment();
            let space = self.tape.among(&[" ", "   "]);
            self.text.push_str(&format!("{space}{said}"));
        } else if self.tape.one_in(12) {
            self.text.push_str("  ");
        }
        self.text.push('\n');
    }

    fn map(&mut self, entries: &[(&'static str, Said)], column: usize, on_the_line: bool) {
        for (index, (key, value)) in entries.iter().enumerate() {
            if index > 0 || !on_the_line {
                self.above(column);
                self.blanks(column);
            }
            match self.tape.one_in(24) {
                true => self.text.push_str(&format!("\"{key}\":")),
                false => self.text.push_str(&format!("{key}:")),
            }
            self.value(value, column);
        }
    }

    fn list(&mut self, items: &[Said], column: usize) {
        for item in items {
            self.above(column);
            self.blanks(column);
            self.text.push('-');
            match item {
                Said::Map(entries) if !self.between_marks(item, 4) => {
                    if self.tape.one_in(10) {
                        self.end();
                        self.map(entries, column + 2, false);
                    } else {
                        let space = self.tape.among(&[1, 1, 1, 3]);
                        self.blanks(space);
                        self.map(entries, column + 1 + space, true);
                    }
                }
                other => self.value(other, column),
            }
        }
    }

    /// Whether a map or a list is written on one line: when it can, once in so many.
    fn between_marks(&mut self, said: &Said, one_in: usize) -> bool {
        let small = match said {
            Said::Map(entries) => entries.len() < 4 && entries.iter().all(|(_, value)| fits(value)),
            Said::List(items) => items.iter().all(fits),
            _ => false,
        };
        small && self.tape.one_in(one_in)
    }

    /// A value after a colon or a dash that stands at a column.
    fn value(&mut self, said: &Said, column: usize) {
        match said {
            Said::Map(entries) if entries.is_empty() => self.line(" {}"),
            Said::List(items) if items.is_empty() => self.line(" []"),
            Said::Map(_) | Said::List(_) if self.between_marks(said, 2) => {
                let space = self.tape.among(&[" ", "  "]);
                let flow = self.flow(said, column);
                self.line(&format!("{space}{flow}"));
            }
            Said::Map(entries) => {
                self.end();
                let deeper = self.tape.among(&[2, 2, 2, 4]);
                self.map(entries, column + deeper, false);
            }
            Said::List(items) => {
                self.end();
                let deeper = self.tape.among(&[2, 2, 0, 4]);
                self.list(items, column + deeper);
            }
            Said::Text(text) => self.text(text, column),
            Said::Name(name) => {
                let scalar = self.scalar(name, false);
                let space = self.tape.among(&[" ", " ", " ", "   "]);
                self.line(&format!("{space}{scalar}"));
            }
            Said::Word(word) => self.line(&format!(" {word}")),
        }
    }

    fn line(&mut self, text: &str) {
        self.text.push_str(text);
        self.end();
    }

    fn text(&mut self, text: &str, column: usize) {
        let can_be_lines = !text.starts_with([' ', '\n']);
        if can_be_lines && (text.contains('\n') && !self.tape.one_in(4) || self.tape.one_in(12)) {
            return self.lines(text, column);
        }
        let on_two = text.split_once(' ').filter(|(one, two)| {
            is_plain(text, false) && is_plain(one, false) && is_plain(two, false)
        });
        if let Some((one, two)) = on_two
            && self.tape.one_in(6)
        {
            let quote = self.tape.among(&["", "\"", "'"]);
            let whole = !text.contains(['"', '\'', '\\']);
            let quote = if whole { quote } else { "" };
            let blanks = " ".repeat(column + 4);
            return self.line(&format!(" {quote}{one}\n{blanks}{two}{quote}"));
        }
        let scalar = self.scalar(text, false);
        if self.tape.one_in(20) {
            // The value on the line below its key.
            let blanks = " ".repeat(column + 3);
            self.end();
            return self.line(&format!("{blanks}{scalar}"));
        }
        self.line(&format!(" {scalar}"));
    }

    fn lines(&mut self, text: &str, column: usize) {
        let mark = match text.contains('\n') {
            true => self.tape.among(&["|", "|-"]),
            false => self.tape.among(&["|", "|-", ">", ">-"]),
        };
        self.line(&format!(" {mark}"));
        let inner = column + self.tape.among(&[2, 2, 4]);
        for line in text.split('\n') {
            if !line.is_empty() {
                self.blanks(inner);
            }
            self.text.push_str(line);
            self.text.push('\n');
        }
        self.may_comment_from = Some(inner);
    }

    fn scalar(&mut self, text: &str, in_flow: bool) -> String {
        let simple = !text.contains('\n');
        match self.tape.pick(5) {
            0..=2 if is_plain(text, in_flow) => text.to_owned(),
            3 if simple => format!("'{}'", text.replace('\'', "''")),
            _ => {
                let text = text.replace('\\', "\\\\").replace('"', "\\\"");
                format!("\"{}\"", text.replace('\n', "\\n"))
            }
        }
    }

    fn flow(&mut self, said: &Said, column: usize) -> String {
        match said {
            Said::Text(text) | Said::Name(text) => self.scalar(text, true),
            Said::Word(word) => word.clone(),
            Said::Map(entries) => {
                let parts = entries.iter().map(|(key, value)| {
                    let value = self.flow(value, column);
                    format!("{key}: {value}")
                });
                let parts: Vec<String> = parts.collect();
                let space = self.tape.among(&[" ", "", "  "]);
                format!("{{{space}{}{space}}}", parts.join(", "))
            }
            Said::List(items) => {
                let parts: Vec<String> = items.iter().map(|item| self.flow(item, column)).collect();
                match self.tape.one_in(4) {
                    true => self.on_lines(&parts, column),
                    false => format!("[{}]", parts.join(self.tape.among(&[", ", " , ", ",  "]))),
                }
            }
        }
    }

    /// A list between brackets, an item on each line.
    fn on_lines(&mut self, parts: &[String], column: usize) -> String {
        let blanks = " ".repeat(column + 2);
        let mut text = "[\n".to_owned();
        for (index, part) in parts.iter().enumerate() {
            let last = index + 1 == parts.len();
            let comma = if last && !self.tape.one_in(2) {
                ""
            } else {
                ","
            };
            text.push_str(&format!("{blanks}{part}{comma}"));
            if self.tape.one_in(4) {
                text.push_str(&format!("  {}", self.said_in_comment()));
            }
            text.push('\n');
        }
        text.push_str(&" ".repeat(column + 1));
        text.push(']');
        text
    }
}

fn fits(said: &Said) -> bool {
    match said {
        Said::Map(entries) => entries.len() < 4 && entries.iter().all(|(_, value)| fits(value)),
        Said::List(items) => items.iter().all(fits),
        _ => true,
    }
}

/// Whether a text reads as itself without quotes: what any reader agrees on.
fn is_plain(text: &str, in_flow: bool) -> bool {
    let odd = text.contains(": ") || text.contains(" #") || text.ends_with([':', ' ']);
    let marks = in_flow && text.contains([',', '[', ']', '{', '}', ':', '"']);
    let begins = text.starts_with(|one: char| one.is_alphabetic());
    begins
        && !odd
        && !marks
        && !text.contains(['\n', '"'])
        && !["yes", "null", "true"].contains(&text)
}
