//! The HTML of a mail: real headings, lists and links, readable without any style, no image, nothing fetched.

use parvis_kernel::Language;

use super::block::Block;

/// Large enough to read on a phone, narrow enough to read on a screen; colours are those of the mail program.
const BODY: &str = "font-family:sans-serif;font-size:16px;line-height:1.5;max-width:40em";

pub(super) fn write(language: Language, subject: &str, blocks: &[Block], root: &str) -> String {
    let body: Vec<String> = blocks.iter().map(|block| part(block, root)).collect();
    format!(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>{}</title>\n</head>\n\
         <body style=\"{BODY}\">\n{}\n</body>\n</html>\n",
        language.tag(),
        escaped(subject),
        body.join("\n")
    )
}

fn part(block: &Block, root: &str) -> String {
    match block {
        Block::Heading(text) => format!("<h2 style=\"font-size:18px\">{}</h2>", escaped(text)),
        Block::Paragraph(text) => format!("<p>{}</p>", escaped(text)),
        Block::Lines(lines) => {
            let lines: Vec<String> = lines.iter().map(|line| escaped(line)).collect();
            format!("<p>{}</p>", lines.join("<br>"))
        }
        Block::List(items) => {
            let items: Vec<String> = items
                .iter()
                .map(|item| format!("<li>{}</li>", escaped(item)))
                .collect();
            format!("<ul>{}</ul>", items.concat())
        }
        Block::Code(code) => format!(
            "<p><strong style=\"font-size:28px;letter-spacing:3px\">{}</strong></p>",
            escaped(code)
        ),
        Block::Link { path, label } => format!(
            "<p><a href=\"{}\">{}</a></p>",
            escaped(&format!("{root}{path}")),
            escaped(label)
        ),
        Block::Rule => "<hr>".to_owned(),
    }
}

fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => out.push_str("&amp;"),
            '<' => out.push_str("&lt;"),
            '>' => out.push_str("&gt;"),
            '"' => out.push_str("&quot;"),
            '\'' => out.push_str("&#39;"),
            other => out.push(other),
        }
    }
    out
}
