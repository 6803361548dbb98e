//! The blocks of a mail: both its plain text and its HTML are made from them.
//!
//! A filled template is read line by line. Blocks are separated by blank lines; the beginning of a line says what it is:
//! `# ` a heading, `- ` an item, `| ` a line that stays a line, `= ` a code, `=> path | label` a link, `---` a rule.
//! Every value of a template is preceded by [`MARK`], so that a value at the beginning of a line is never read as one of these.

/// Stands before every value while a filled template is read; removed afterwards. No value contains it.
pub(crate) const MARK: char = '\u{e000}';

/// A block of a mail.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Block {
    Heading(String),
    Paragraph(String),
    Lines(Vec<String>),
    List(Vec<String>),
    Code(String),
    Link { path: String, label: String },
    Rule,
}

/// What a filled template says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Reading {
    pub(crate) subject: String,
    pub(crate) blocks: Vec<Block>,
}

/// Reads a filled template; nothing when it has no subject, or a link that does not lead to a page of the organisation.
pub(crate) fn read(filled: &str) -> Option<Reading> {
    let (first, rest) = filled.trim_start().split_once('\n')?;
    let subject = plain(first.strip_prefix("Subject:")?);
    if subject.is_empty() {
        return None;
    }
    let mut blocks = Vec::new();
    let mut open = false;
    for line in rest.lines().map(str::trim) {
        if line.is_empty() {
            open = false;
            continue;
        }
        let next = block(line)?;
        match (open, blocks.last_mut(), next) {
            (true, Some(last), next) => {
                if let Some(apart) = joined(last, next) {
                    blocks.push(apart);
                }
            }
            (_, _, next) => blocks.push(next),
        }
        open = true;
    }
    Some(Reading { subject, blocks })
}

/// The block that one line begins.
fn block(line: &str) -> Option<Block> {
    let after = |beginning: &str| line.strip_prefix(beginning).map(plain);
    if line == "---" {
        return Some(Block::Rule);
    }
    if let Some(link) = line.strip_prefix("=> ") {
        return link_of(link);
    }
    let found = after("# ").map(Block::Heading);
    let found = found.or_else(|| after("- ").map(|item| Block::List(vec![item])));
    let found = found.or_else(|| after("| ").map(|line| Block::Lines(vec![line])));
    let found = found.or_else(|| after("= ").map(Block::Code));
    Some(found.unwrap_or_else(|| Block::Paragraph(plain(line))))
}

/// Adds a line to the block above it when both are of one sort; gives it back otherwise.
fn joined(last: &mut Block, next: Block) -> Option<Block> {
    match (last, next) {
        (Block::Paragraph(text), Block::Paragraph(more)) => {
            text.push(' ');
            text.push_str(&more);
            None
        }
        (Block::List(items), Block::List(more)) | (Block::Lines(items), Block::Lines(more)) => {
            items.extend(more);
            None
        }
        (_, next) => Some(next),
    }
}

/// `path | label`, where the path is one of the organisation's: a single slash first, no space, nothing to escape.
fn link_of(text: &str) -> Option<Block> {
    let (path, label) = text.split_once(" | ")?;
    let (path, label) = (plain(path), plain(label));
    let ours = path.starts_with('/')
        && !path.starts_with("//")
        && path
            .bytes()
            .all(|byte| byte.is_ascii_graphic() && !b"\"'<>\\`".contains(&byte));
    (ours && !label.is_empty()).then_some(Block::Link { path, label })
}

fn plain(text: &str) -> String {
    text.trim().replace(MARK, "").trim().to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_beginning_of_a_line_says_what_it_is() {
        let text = "Subject: Bonjour\n\nun\ndeux\n\n# titre\n- a\n- b\n\n= 12\n\n| x\n| y\n\n=> /a | ici\n---\n";
        let reading = read(text).unwrap();
        assert_eq!(reading.subject, "Bonjour");
        assert_eq!(
            reading.blocks,
            [
                Block::Paragraph("un deux".to_owned()),
                Block::Heading("titre".to_owned()),
                Block::List(vec!["a".to_owned(), "b".to_owned()]),
                Block::Code("12".to_owned()),
                Block::Lines(vec!["x".to_owned(), "y".to_owned()]),
                Block::Link {
                    path: "/a".to_owned(),
                    label: "ici".to_owned()
                },
                Block::Rule,
            ]
        );
    }

    #[test]
    fn a_value_is_never_read_as_a_mark_of_ours() {
        let text = format!("Subject: x\n\n{MARK}=> /evil | cliquez\n\n{MARK}# grand\n");
        assert_eq!(
            read(&text).unwrap().blocks,
            [
                Block::Paragraph("=> /evil | cliquez".to_owned()),
                Block::Paragraph("# grand".to_owned()),
            ]
        );
    }

    #[test]
    fn a_link_that_leads_elsewhere_is_refused() {
        for path in ["//evil.example", "https://evil.example", "/a b", "/\"x", ""] {
            assert_eq!(
                read(&format!("Subject: x\n\n=> {MARK}{path} | a\n")),
                None,
                "{path}"
            );
        }
    }

    #[test]
    fn a_template_without_a_subject_is_refused() {
        assert_eq!(read("Bonjour\n\ntexte\n"), None);
        assert_eq!(read("Subject:  \n\ntexte\n"), None);
    }
}
