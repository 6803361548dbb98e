//! What the pages of the editor ask of an author, part by part: each line is a key of the file, its words, and how it is typed.

mod file;
mod parts;
mod terms;

pub(super) use file::{DOORS, FILES, FilePart};
pub(super) use parts::{
    BLOCK, EXPLANATION, FIELD, FIELD_DATA, FIELD_WHEN, HEADING, OPTION, OPTIONS, OPTIONS_LEADING,
    STEP,
};

/// One thing that an author says.
#[derive(Debug, Clone, Copy)]
pub(super) struct Asked {
    /// Where it is written, from the part that is edited.
    pub key: &'static str,
    /// The key of the words that ask for it.
    pub words: &'static str,
    /// The key of the words that help; nothing when there are none.
    pub hint: &'static str,
    pub what: What,
}

/// How it is typed.
#[derive(Debug, Clone, Copy)]
pub(super) enum What {
    /// A line in French, another in English.
    Words,
    /// Lines in French, others in English.
    LongWords,
    /// One line: a name, a length of time.
    Line,
    /// A condition, or a rule, in the language of conditions.
    Expression,
    /// A whole number.
    Number,
    /// Yes when ticked; what is not written means `otherwise`.
    Tick { otherwise: bool },
    /// Yes or no, always written.
    YesNo,
    /// One of the terms of the file, with their words; `otherwise` when nothing is written.
    Term(&'static [(&'static str, &'static str)]),
    /// Several of the terms of the file; what is not written means `otherwise`.
    Terms {
        terms: &'static [(&'static str, &'static str)],
        otherwise: &'static [&'static str],
    },
    /// A service of the organisation.
    Service,
    /// A group of the organisation.
    Group,
    /// A list of words, one a line.
    List,
    /// A list of words in each language, one a line.
    Lists,
    /// Items, each with what is asked of it.
    Rows(&'static Rows),
    /// The other ways than the web: words for each.
    Doors,
}

/// Items of a list.
#[derive(Debug)]
pub(super) struct Rows {
    /// The words that call one of them; `number` is given.
    pub one: &'static str,
    pub asked: &'static [Asked],
    /// The key that names an item, made from its first words.
    pub named: Option<&'static str>,
    /// Empty items that are offered when there are none.
    pub offered: usize,
    /// The words that lead to the page of an item; nothing when all of it is asked here.
    pub page: &'static str,
}

/// Something asked without help.
pub(super) const fn ask(key: &'static str, words: &'static str, what: What) -> Asked {
    Asked {
        key,
        words,
        hint: "",
        what,
    }
}

impl Asked {
    /// Helps.
    pub const fn hint(mut self, hint: &'static str) -> Self {
        self.hint = hint;
        self
    }
}

/// A group of questions of a page, under a heading.
#[derive(Debug, Clone, Copy)]
pub(super) struct Section {
    /// The words of its heading; nothing for the first.
    pub words: &'static str,
    pub asked: &'static [Asked],
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeSet;

    use serde_json::Value;

    use super::super::kinds;
    use super::*;

    /// What is written in the view of the text only, with the reason.
    const IN_THE_TEXT: &[&str] = &[
        // The name in addresses: it is chosen once, when the procedure is begun.
        "slug",
        // Which columns of a table are not text.
        "table/columns",
        // How a favourable decision is paid: written with the service of finances, rarely.
        "payment",
    ];

    /// What has a page or buttons of its own.
    const ELSEWHERE: &[&str] = &[
        "steps", "kind", "field", "step", "block", "elements", "fields",
    ];

    /// The keys of what a schema describes, those of closed maps inside too.
    fn keys(schema: &Value, under: &Value) -> BTreeSet<String> {
        let named = |name: &str| under["$defs"][name].clone();
        let properties = schema["properties"]
            .as_object()
            .cloned()
            .unwrap_or_default();
        let mut found = BTreeSet::new();
        for (key, value) in properties {
            let reference = value["$ref"]
                .as_str()
                .and_then(|name| name.rsplit('/').next());
            let value = reference.map_or(value.clone(), named);
            let inner = keys(&value, under);
            if inner.is_empty() || ELSEWHERE.contains(&key.as_str()) {
                found.insert(key);
            } else {
                found.extend(inner.iter().map(|inner| format!("{key}/{inner}")));
            }
        }
        found
    }

    fn asked(sections: &[Section]) -> BTreeSet<String> {
        let asked = sections.iter().flat_map(|section| section.asked);
        asked.map(|asked| asked.key.to_owned()).collect()
    }

    fn missing(keys: &BTreeSet<String>, asked: &BTreeSet<String>) -> Vec<String> {
        let known = |key: &&String| {
            asked.contains(*key)
                || asked.iter().any(|own| own.split('/').next() == Some(*key))
                || IN_THE_TEXT
                    .iter()
                    .any(|own| key.split('/').next() == Some(*own) || *own == key.as_str())
                || ELSEWHERE.contains(&key.as_str())
        };
        keys.iter().filter(|key| !known(key)).cloned().collect()
    }

    #[test]
    fn every_key_of_the_grammar_has_its_page_or_is_named_as_written_in_the_text() {
        let schema = parvis_procedure::procedure_schema();
        let of_file = FILES.iter().flat_map(|file| asked(file.sections)).collect();
        let none: Vec<String> = Vec::new();
        assert_eq!(missing(&keys(&schema, &schema), &of_file), none, "the file");
        for (name, sections) in [
            ("step", STEP),
            ("block", BLOCK),
            ("explanation", EXPLANATION),
            ("heading", HEADING),
        ] {
            let keys = keys(&schema["$defs"][name], &schema);
            assert_eq!(missing(&keys, &asked(sections)), none, "{name}");
        }
        let every = [FIELD, FIELD_WHEN, FIELD_DATA].concat();
        let fields = schema["$defs"]["field"]["oneOf"].as_array().unwrap();
        assert!(fields.len() > 20);
        for field in fields {
            let kind = field["properties"]["kind"]["const"].as_str().unwrap();
            let of_kind = kinds::of(kind).unwrap().asked;
            let asked = every.iter().chain(of_kind);
            let asked = asked.map(|asked| asked.key.to_owned()).collect();
            assert_eq!(missing(&keys(field, &schema), &asked), none, "{kind}");
        }
        for (rows, name) in [(&OPTIONS, "option"), (&OPTIONS_LEADING, "linked_option")] {
            let mut asked: BTreeSet<String> = rows
                .asked
                .iter()
                .map(|asked| asked.key.to_owned())
                .collect();
            asked.extend(["value".to_owned(), "options".to_owned()]);
            let keys = keys(&schema["$defs"][name], &schema);
            assert_eq!(missing(&keys, &asked), none, "{name}");
        }
    }
}
