//! Choosing in a list too long to be shown: by its words, then among what they designate.

use crate::answer::words::folded;
use crate::answer::{EntryErrorKind, Listed, Part, Reader, Writer};

/// What is told to choose among, at most.
const CANDIDATES: usize = 50;
/// Letters of what is typed, at most.
pub(crate) const TYPED: u32 = 200;

/// A list in which something is looked for.
pub(crate) trait Listing {
    /// What a value identifies.
    fn of_value(&self, value: &str) -> Option<Listed>;
    /// Everything of which some label, folded, satisfies.
    fn labelled(&self, fits: &dyn Fn(&str) -> bool) -> Vec<Listed>;
}

/// Reads a value, or the whole label of one thing only.
pub(crate) fn read_value(reader: &mut Reader<'_>, list: &dyn Listing) -> Option<Listed> {
    let text = reader.short(Part::Whole, TYPED)?;
    let found = list.of_value(&text).or_else(|| only(named(list, &text)));
    if found.is_none() && reader.is_clean() {
        reader.refuse(Part::Whole, EntryErrorKind::UnknownOption);
    }
    found
}

/// Reads what was typed, or chosen among what was found.
pub(crate) fn read_search(reader: &mut Reader<'_>, list: &dyn Listing) -> Option<Listed> {
    let text = reader.short(Part::Whole, TYPED);
    let code = reader.short(Part::Code, TYPED);
    if !reader.is_clean() || text.is_none() && code.is_none() {
        return None;
    }
    match find(text.as_deref().unwrap_or_default(), code.as_deref(), list) {
        Ok(listed) => Some(listed),
        Err(kind) => {
            reader.refuse(Part::Whole, kind);
            None
        }
    }
}

/// Writes something of a list as [`read_search`] reads it.
pub(crate) fn write_search(value: &str, label: &str, writer: &mut Writer) {
    writer.put(Part::Whole, label);
    writer.put(Part::Code, value);
}

/// A value that was chosen counts only while the text still designates it.
fn find(text: &str, code: Option<&str>, list: &dyn Listing) -> Result<Listed, EntryErrorKind> {
    let chosen = code.and_then(|code| list.of_value(code));
    let wanted = folded(text);
    if let Some(listed) = &chosen
        && (text.is_empty() || is_named(listed, &wanted))
    {
        return Ok(listed.clone());
    }
    if text.is_empty() {
        return Err(EntryErrorKind::ListedUnknown);
    }
    if let Some(listed) = list.of_value(text) {
        return Ok(listed);
    }
    let mut candidates = match named(list, text) {
        exact if exact.is_empty() => near(list, &wanted),
        exact => match only(exact.clone()) {
            Some(listed) => return Ok(listed),
            None => exact,
        },
    };
    if let Some(listed) = chosen.filter(|listed| candidates.contains(listed)) {
        return Ok(listed);
    }
    if candidates.is_empty() {
        return Err(EntryErrorKind::ListedUnknown);
    }
    candidates.truncate(CANDIDATES);
    Err(EntryErrorKind::ListedAmbiguous { candidates })
}

fn named(list: &dyn Listing, text: &str) -> Vec<Listed> {
    let wanted = folded(text);
    list.labelled(&|label| label == wanted)
}

/// What has every word that was typed, at least begun; what begins with them first.
fn near(list: &dyn Listing, wanted: &str) -> Vec<Listed> {
    let words: Vec<&str> = wanted.split(' ').filter(|word| !word.is_empty()).collect();
    if words.is_empty() {
        return Vec::new();
    }
    let begun = |label: &str, word: &str| label.split(' ').any(|own| own.starts_with(word));
    let mut found = list.labelled(&|label| words.iter().all(|word| begun(label, word)));
    found.sort_by_cached_key(|listed| {
        let mut labels = listed.label.versions().map(folded);
        !labels.any(|label| label.starts_with(wanted))
    });
    found
}

fn is_named(listed: &Listed, wanted: &str) -> bool {
    listed
        .label
        .versions()
        .any(|label| folded(label) == *wanted)
}

fn only(mut found: Vec<Listed>) -> Option<Listed> {
    match found.len() {
        1 => found.pop(),
        _ => None,
    }
}
