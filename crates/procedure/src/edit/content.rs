//! What is written: a value to put in a text, and how it is spelled so that it reads back the same.

/// Columns that a value on one line may take.
const WIDTH: usize = 110;

/// A value to write.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Content {
    /// Words of the author, whatever they are: quoted when they need it.
    Text(String),
    /// A number, `true`, `false`: written as it is.
    Word(String),
    /// Keys and values, in order.
    Map(Vec<(String, Content)>),
    /// A list.
    List(Vec<Content>),
}

impl Content {
    /// Words.
    #[must_use]
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// Yes or no.
    #[must_use]
    pub fn flag(flag: bool) -> Self {
        Self::Word(flag.to_string())
    }

    /// A number.
    #[must_use]
    pub fn number(number: i64) -> Self {
        Self::Word(number.to_string())
    }

    /// A map of one language or more; French alone is the text itself.
    #[must_use]
    pub fn words(versions: Vec<(String, String)>) -> Self {
        match versions.as_slice() {
            [(language, text)] if language == "fr" => Self::text(text),
            _ => {
                let versions = versions.into_iter();
                Self::Map(
                    versions
                        .map(|(key, text)| (key, Self::Text(text)))
                        .collect(),
                )
            }
        }
    }

    fn has_lines(&self) -> bool {
        match self {
            Self::Text(text) => text.trim_end().contains('\n'),
            Self::Word(_) => false,
            Self::Map(entries) => entries.iter().any(|(_, value)| value.has_lines()),
            Self::List(items) => items.iter().any(Self::has_lines),
        }
    }

    fn is_scalar(&self) -> bool {
        matches!(self, Self::Text(_) | Self::Word(_))
    }
}

/// How a text is laid out: what is added follows what is there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Layout {
    /// Columns between a key and the dashes of its list.
    pub dashes: usize,
}

/// A value on one line, as it stands between marks.
pub(super) fn flow(content: &Content) -> String {
    match content {
        Content::Text(text) => scalar(text, true),
        Content::Word(word) => word.clone(),
        Content::Map(entries) if entries.is_empty() => "{}".to_owned(),
        Content::Map(entries) => {
            let entries = entries.iter();
            let parts = entries.map(|(key, value)| format!("{key}: {}", flow(value)));
            format!("{{ {} }}", parts.collect::<Vec<_>>().join(", "))
        }
        Content::List(items) => {
            let items = items.iter().map(flow);
            format!("[{}]", items.collect::<Vec<_>>().join(", "))
        }
    }
}

/// A value after a colon, whose key stands at a column: with the blank that separates it.
pub(super) fn value(content: &Content, column: usize, layout: Layout) -> String {
    match content {
        Content::Text(text) => {
            lines(text, column).unwrap_or_else(|| format!(" {}", scalar(text, false)))
        }
        Content::Word(word) => format!(" {word}"),
        Content::Map(entries) if is_short(content, column) || entries.is_empty() => {
            format!(" {}", flow(content))
        }
        Content::List(items) if is_short(content, column) || items.is_empty() => {
            format!(" {}", flow(content))
        }
        Content::Map(entries) => {
            let inner = column + 2;
            let blanks = " ".repeat(inner);
            let entries = entries
                .iter()
                .map(|(key, inside)| format!("\n{blanks}{key}:{}", value(inside, inner, layout)));
            entries.collect()
        }
        Content::List(items) => {
            let inner = column + layout.dashes;
            let items = items.iter();
            items
                .map(|one| format!("\n{}", item(one, inner, layout)))
                .collect()
        }
    }
}

/// An item of a block list whose dashes stand at a column, without the end of its last line.
pub(super) fn item(content: &Content, column: usize, layout: Layout) -> String {
    let blanks = " ".repeat(column);
    let Content::Map(entries) = content else {
        return match content {
            Content::Text(text) => match lines(text, column) {
                Some(lines) => format!("{blanks}-{lines}"),
                None => format!("{blanks}- {}", scalar(text, false)),
            },
            _ => format!("{blanks}- {}", flow(content)),
        };
    };
    let inner = column + 2;
    let mut written = String::new();
    for (index, (key, inside)) in entries.iter().enumerate() {
        let before = match index {
            0 => format!("{blanks}- "),
            _ => format!("\n{}", " ".repeat(inner)),
        };
        written.push_str(&format!("{before}{key}:{}", value(inside, inner, layout)));
    }
    match entries.is_empty() {
        true => format!("{blanks}- {{}}"),
        false => written,
    }
}

/// An entry of a block map at a column, without the end of its last line.
pub(super) fn entry(key: &str, content: &Content, column: usize, layout: Layout) -> String {
    format!(
        "{}{key}:{}",
        " ".repeat(column),
        value(content, column, layout)
    )
}

/// Whether a map or a list reads well on one line: scalars only, and room for them.
fn is_short(content: &Content, column: usize) -> bool {
    let scalars = match content {
        Content::Map(entries) => entries.iter().all(|(_, value)| value.is_scalar()),
        Content::List(items) => items.iter().all(Content::is_scalar),
        _ => false,
    };
    scalars && !content.has_lines() && flow(content).chars().count() + column < WIDTH
}

/// Several lines after a `|`, when the text has several and they can be written so.
fn lines(text: &str, column: usize) -> Option<String> {
    let text = tidy(text);
    let odd = |one: char| one.is_control() && one != '\n';
    if !text.contains('\n') || text.starts_with([' ', '\n']) || text.contains(odd) {
        return None;
    }
    let blanks = " ".repeat(column + 2);
    let written = text.lines().map(|line| match line.trim_end() {
        "" => "\n".to_owned(),
        line => format!("\n{blanks}{line}"),
    });
    Some(format!(" |{}", written.collect::<String>()))
}

/// A text without blanks at the end of its lines: what is written and read back.
pub(super) fn tidy(text: &str) -> String {
    let lines = text.trim_end().lines().map(str::trim_end);
    lines.collect::<Vec<_>>().join("\n")
}

/// A text on one line, quoted when it would read as something else.
pub(super) fn scalar(text: &str, in_flow: bool) -> String {
    let text = tidy(text);
    if is_plain(&text, in_flow) {
        return text;
    }
    let escapes = |one: char| one.is_control();
    if text.contains(['"', '\\']) && !text.contains(escapes) {
        return format!("'{}'", text.replace('\'', "''"));
    }
    let mut quoted = String::from("\"");
    for one in text.chars() {
        match one {
            '"' => quoted.push_str("\\\""),
            '\\' => quoted.push_str("\\\\"),
            '\n' => quoted.push_str("\\n"),
            '\t' => quoted.push_str("\\t"),
            one if one.is_control() => quoted.push_str(&format!("\\u{:04x}", u32::from(one))),
            one => quoted.push(one),
        }
    }
    quoted.push('"');
    quoted
}

/// Whether a text without quotes reads as itself, here and for older readers of YAML.
pub(super) fn is_plain(text: &str, in_flow: bool) -> bool {
    let Some(first) = text.chars().next() else {
        return false;
    };
    let marks = |one: char| "-?:,[]{}#&*!|>'\"%@`=<~".contains(one);
    let odd = |one: char| one.is_control() || one == '\u{feff}';
    let breaks = text.contains(": ") || text.contains(" #") || text.ends_with(':');
    let in_marks = in_flow && (text.contains([',', '[', ']', '{', '}', ':']) || text.contains('"'));
    !marks(first)
        && text.trim() == text
        && !text.contains(odd)
        && !breaks
        && !in_marks
        && !reads_as_another(text)
}

/// Words that some reader takes for a flag, for nothing, a number or a date.
fn reads_as_another(text: &str) -> bool {
    const WORDS: &[&str] = &[
        "true", "false", "yes", "no", "on", "off", "y", "n", "null", "none", "nan", ".nan", ".inf",
    ];
    let small = text.to_lowercase();
    let figures = |one: u8| one.is_ascii_hexdigit() || b"+-.,_:xotz".contains(&one);
    let begins = text.starts_with(|one: char| one.is_ascii_digit() || "+.".contains(one));
    WORDS.contains(&small.as_str()) || (begins && small.bytes().all(figures))
}
