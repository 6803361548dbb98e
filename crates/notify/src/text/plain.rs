//! The plain text of a mail.

use parvis_kernel::Language;

use super::block::Block;

pub(super) fn write(language: Language, blocks: &[Block], root: &str) -> String {
    let colon = match language {
        Language::French => "\u{a0}:",
        Language::English => ":",
    };
    let parts: Vec<String> = blocks
        .iter()
        .map(|block| part(block, root, colon))
        .collect();
    let mut text = parts.join("\n\n");
    text.push('\n');
    text
}

fn part(block: &Block, root: &str, colon: &str) -> String {
    match block {
        Block::Heading(text) | Block::Paragraph(text) => text.clone(),
        Block::Lines(lines) => lines.join("\n"),
        Block::List(items) => {
            let items: Vec<String> = items.iter().map(|item| format!("- {item}")).collect();
            items.join("\n")
        }
        Block::Code(code) => format!("    {code}"),
        // The address stands alone on its line, so that every mail program makes a whole link of it.
        Block::Link { path, label } => format!("{label}{colon}\n{root}{path}"),
        // The mark before a signature.
        Block::Rule => "-- ".to_owned(),
    }
}
