//! A generated file, edited as the pages of the editor do: what is not touched keeps its bytes, and nothing is lost.

mod operations;
mod seen;
mod tape;
mod value;
mod written;

use parvis_procedure::check;
use parvis_procedure::edit::{Document, Refused};
use proptest::prelude::*;
use serde_json::Value;

use operations::{Asked, Undone};
use seen::{comments, difference, lines_hold, read};
use tape::Tape;

/// Operations done to one file, one after the other.
const OPERATIONS: usize = 5;

fn bytes(count: usize) -> impl Strategy<Value = Vec<u8>> {
    prop::collection::vec(any::<u8>(), 0..count)
}

/// The number of problems that a text has.
fn problems(text: &str) -> Vec<String> {
    let found = check("essai.yaml", text).err().unwrap_or_default();
    found.into_iter().map(|problem| problem.message).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: ProptestConfig::default().cases / 5, max_shrink_iters: 200, ..ProptestConfig::default() })]

    #[test]
    fn a_file_is_edited_without_losing_a_comment_nor_a_line(drawn in bytes(1_500), acts in bytes(80)) {
        let mut tape = Tape::new(&drawn);
        let said = value::procedure(&mut tape);
        let mut text = written::written(&mut tape, &said);
        prop_assert_eq!(read(&text), seen::tidy(said.json()), "{}", text);
        prop_assert_eq!(problems(&text), Vec::<String>::new(), "{}", text);
        let mut acts = Tape::new(&acts);
        for _ in 0..OPERATIONS {
            let before = read(&text);
            let Some(asked) = operations::draw(&mut acts, &text, &before) else { continue };
            match one(&text, &before, &asked) {
                Ok(Some(after)) => text = after,
                Ok(None) => {}
                Err(why) => prop_assert!(false, "{}\n{:?}\n---\n{}", why, asked.operation, text),
            }
        }
    }
}

/// Does one operation and looks at what it did; none when it is refused, for a reason that stands in the text.
fn one(text: &str, before: &Value, asked: &Asked) -> Result<Option<String>, String> {
    let document = Document::read(text).map_err(|why| format!("not read: {why}"))?;
    let after = match document.edited(&asked.operation) {
        Ok(after) => after,
        Err(why) => return refused(text, asked, &why).map(|()| None),
    };
    if read(&after) != asked.expected {
        return Err(format!(
            "says something else:\n{}",
            difference(text, &after)
        ));
    }
    comments(text, &after, asked).map_err(|why| format!("{why}:\n{}", difference(text, &after)))?;
    lines_hold(text, &after, before, asked)
        .map_err(|why| format!("{why}:\n{}", difference(text, &after)))?;
    if asked.keeps_right && problems(text).is_empty() && !problems(&after).is_empty() {
        return Err(format!(
            "not right any more: {:?}\n{after}",
            problems(&after)
        ));
    }
    if let Some(Undone { operation, .. }) = &asked.undone {
        let back = Document::read(&after).and_then(|document| document.edited(operation));
        match back {
            Ok(back) if back == text => {}
            Ok(back) => {
                return Err(format!(
                    "undoing gives something else: done\n{}undone\n{}",
                    difference(text, &after),
                    difference(text, &back)
                ));
            }
            Err(why) => {
                return Err(format!(
                    "cannot be undone ({why}):\n{}",
                    difference(text, &after)
                ));
            }
        }
    }
    Ok(Some(after))
}

/// What may be refused: what shares its line with something else, and what would take a comment away.
fn refused(text: &str, asked: &Asked, why: &Refused) -> Result<(), String> {
    let line = |line: &usize| text.lines().nth(line - 1).unwrap_or_default();
    let stands = match why {
        Refused::Comment { line: at } => line(at).contains('#'),
        Refused::Shape { line: at } => {
            let content = line(at).trim_start();
            // The first key after a dash, or an item between marks.
            content.starts_with("- ") || content.contains(['{', '['])
        }
        _ => false,
    };
    match stands {
        true => Ok(()),
        false => Err(format!("refused, {why}: {:?}", asked.at)),
    }
}
