//! What a text says and holds, told without the code that is tried.

use serde_json::Value;

use super::operations::{Asked, Pointer, What};

/// What any reader of YAML finds in a text; blanks at the end of lines do not count.
pub fn read(text: &str) -> Value {
    let read: Value = serde_saphyr::from_str(text).unwrap_or_else(|why| panic!("{why}\n{text}"));
    tidy(read)
}

pub fn tidy(value: Value) -> Value {
    match value {
        Value::String(text) => {
            let lines: Vec<&str> = text.trim_end().split('\n').map(str::trim_end).collect();
            lines.join("\n").into()
        }
        Value::Array(items) => items.into_iter().map(tidy).collect(),
        Value::Object(members) => {
            let members = members.into_iter();
            members.map(|(key, value)| (key, tidy(value))).collect()
        }
        other => other,
    }
}

/// The comments of a generated text with their lines: they all begin by `c` and a number.
fn comments_of(text: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    for (number, line) in text.lines().enumerate() {
        let marks = line.match_indices('#').map(|(at, _)| at);
        let comment = marks.map(|at| &line[at..]).find(|rest| {
            let said = rest[1..].trim_start();
            let digit = |one: &u8| one.is_ascii_digit();
            said.starts_with('c') && said.as_bytes().get(1).is_some_and(digit)
        });
        found.extend(comment.map(|comment| (number, comment.trim_end())));
    }
    found
}

/// Whether every comment is still there, in order, but those that go with what is removed.
pub fn comments(before: &str, after: &str, asked: &Asked) -> Result<(), String> {
    let said = |text| -> Vec<&str> {
        let found = comments_of(text).into_iter();
        found.map(|(_, said)| said).collect()
    };
    let (own, now) = (said(before), said(after));
    let sorted = |mut list: Vec<&str>| {
        list.sort_unstable();
        list.join("\n")
    };
    let holds = match asked.what {
        What::Changed | What::Added | What::Renamed => own == now,
        What::Ordered | What::Moved => sorted(own) == sorted(now),
        What::Copied => is_inside(&own, &now),
        What::Removed => {
            let (first, last) = with_its_comments(before, asked);
            let others = comments_of(before).into_iter();
            let others = others.filter(|(line, _)| *line < first || *line >= last);
            let others: Vec<&str> = others.map(|(_, said)| said).collect();
            is_inside(&others, &now) && is_inside(&now, &own)
        }
    };
    match holds {
        true => Ok(()),
        false => Err("a comment is lost, or out of order".to_owned()),
    }
}

/// Whether a list is found in another, in order.
fn is_inside(few: &[&str], many: &[&str]) -> bool {
    let mut many = many.iter();
    few.iter().all(|one| many.any(|other| other == one))
}

/// The lines, from 0, that comments may go with: no blank line stands between them and the head of what is removed.
fn with_its_comments(text: &str, asked: &Asked) -> (usize, usize) {
    let lines: Vec<&str> = text.lines().collect();
    let (mut first, last) = asked.lines;
    while first > 0
        && !lines[first - 1].trim().is_empty()
        && lines[first - 1].trim().starts_with('#')
    {
        first -= 1;
    }
    (first, last)
}

/// Whether the lines of what is not touched are the same, in the same order.
pub fn lines_hold(before: &str, after: &str, _said: &Value, asked: &Asked) -> Result<(), String> {
    let (own, now): (Vec<&str>, Vec<&str>) = (before.lines().collect(), after.lines().collect());
    match asked.what {
        What::Renamed => renamed(&own, &now, asked),
        What::Added | What::Copied => only_more(before, after),
        What::Removed => only_more(after, before),
        What::Moved => Ok(()),
        _ => {
            let (first, last) = asked.lines;
            let (first, _) = match asked.what {
                What::Ordered => (with_its_comments(before, asked).0, last),
                _ => (first, last),
            };
            if !now.starts_with(&own[..first.min(own.len())]) {
                return Err("a line above is changed".to_owned());
            }
            if !now.ends_with(&own[last.min(own.len())..]) {
                return Err("a line below is changed".to_owned());
            }
            Ok(())
        }
    }
}

/// Whether bytes were added in one place and none was changed, but the marks of what was empty.
fn only_more(before: &str, after: &str) -> Result<(), String> {
    let ended = format!("{}\n", before.trim_end_matches('\n'));
    let before = if before.ends_with('\n') {
        before
    } else {
        &ended
    };
    let ended = format!("{}\n", after.trim_end_matches('\n'));
    let after = if after.ends_with('\n') { after } else { &ended };
    let pairs = before.bytes().zip(after.bytes());
    let above = pairs.take_while(|(one, two)| one == two).count();
    let rest = before.len().min(after.len()) - above;
    let pairs = before.bytes().rev().zip(after.bytes().rev()).take(rest);
    let below = pairs.take_while(|(one, two)| one == two).count();
    let gone = before.get(above..before.len() - below).unwrap_or_default();
    let gone = gone.trim().trim_start_matches(['[', ']', '{', '}']);
    // Comments stay between the marks of what is empty and what follows.
    let is_comment = |line: &str| line.trim().is_empty() || line.trim().starts_with('#');
    match gone.lines().all(is_comment) {
        true => Ok(()),
        false => Err(format!(
            "{gone} is changed where something is added or removed"
        )),
    }
}

fn renamed(own: &[&str], now: &[&str], asked: &Asked) -> Result<(), String> {
    let (old, new) = asked.names.as_ref().unwrap();
    if own.len() != now.len() {
        return Err("a new name takes as many lines".to_owned());
    }
    let mut pairs = own.iter().zip(now);
    match pairs.find(|(one, two)| one != two && two.replace(new.as_str(), old) != **one) {
        Some((one, two)) => Err(format!("more than a name is changed: {one} / {two}")),
        None => Ok(()),
    }
}

/// Every place of a value, in the order of the text: the parts that lead to it.
pub fn places(value: &Value, at: &Pointer, found: &mut Vec<Pointer>) {
    let mut inside = |part: String, inner: &Value| {
        let mut at = at.clone();
        at.push(part);
        found.push(at.clone());
        places(inner, &at, found);
    };
    match value {
        Value::Object(members) => {
            for (key, inner) in members {
                inside(key.clone(), inner);
            }
        }
        Value::Array(items) => {
            for (index, inner) in items.iter().enumerate() {
                inside(index.to_string(), inner);
            }
        }
        _ => {}
    }
}

/// What differs between two texts, for who reads why a test fails.
pub fn difference(before: &str, after: &str) -> String {
    let (mut own, mut now): (Vec<&str>, Vec<&str>) =
        (before.lines().collect(), after.lines().collect());
    while !own.is_empty() && own.first() == now.first() {
        own.remove(0);
        now.remove(0);
    }
    while !own.is_empty() && own.last() == now.last() {
        own.pop();
        now.pop();
    }
    let gone = own.iter().map(|line| format!("-{line}\n"));
    gone.chain(now.iter().map(|line| format!("+{line}\n")))
        .collect()
}
