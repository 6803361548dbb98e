//! The text that is given back, to the byte.

use proptest::prelude::*;

use super::*;
use crate::LIBRARY;

const FILE: &str = "\
# The head of the file.
slug: essai
title: { fr: Un essai, en: A trial }
minutes: 5   # at most

doors: [{ kind: counter, text: À la mairie. }]
papers: []
steps:
  # Before the first step.
  - step: one
    title: Une
    elements:
      - field: a
        kind: choice
        label: 'Quoi ?'   # in quotes
        options:
          - { value: x, label: X }
          # About y.
          - { value: y, label: Y }
      # Not asked to all.
      - explanation: |
          Une ligne.

          Une autre.
        if: a == 'x'
        # At the end of the explanation.

  # Before the second step.
  - step: two
    title: Deux
    if: a == 'y'
    elements:
      - field: b
        kind: yes_no
        label: \"Oui : ou non ?\"
sources: []
# The end.
";

fn path(text: &str) -> Path {
    text.parse().unwrap()
}

fn edited(text: &str, operation: &Operation) -> String {
    Document::read(text).unwrap().edited(operation).unwrap()
}

fn set(at: &str, content: Content) -> Operation {
    Operation::Set {
        path: path(at),
        content,
    }
}

fn remove(at: &str) -> Operation {
    Operation::Remove { path: path(at) }
}

fn insert(list: &str, at: usize, content: Content) -> Operation {
    Operation::Insert {
        list: path(list),
        at,
        content,
    }
}

fn raise(at: &str) -> Operation {
    Operation::Raise { path: path(at) }
}

fn lower(at: &str) -> Operation {
    Operation::Lower { path: path(at) }
}

fn field(name: &str) -> Content {
    Content::Map(vec![
        ("field".to_owned(), Content::text(name)),
        ("kind".to_owned(), Content::text("short_text")),
        ("label".to_owned(), Content::text("Une question ?")),
    ])
}

/// What changes: the lines that go, with `-`, and those that come, with `+`.
fn changes(before: &str, after: &str) -> Vec<String> {
    let (mut old, mut new): (Vec<&str>, Vec<&str>) =
        (before.lines().collect(), after.lines().collect());
    while !old.is_empty() && old.first() == new.first() {
        old.remove(0);
        new.remove(0);
    }
    while !old.is_empty() && old.last() == new.last() {
        old.pop();
        new.pop();
    }
    let gone = old.into_iter().map(|line| format!("-{line}"));
    gone.chain(new.into_iter().map(|line| format!("+{line}")))
        .collect()
}

#[test]
fn a_value_is_written_where_it_stands_and_nothing_else_moves() {
    for (at, content, expected) in [
        (
            "minutes",
            Content::number(8),
            vec!["-minutes: 5   # at most", "+minutes: 8   # at most"],
        ),
        (
            "title/en",
            Content::text("A test, again"),
            vec![
                "-title: { fr: Un essai, en: A trial }",
                "+title: { fr: Un essai, en: \"A test, again\" }",
            ],
        ),
        (
            "steps/one/title",
            Content::text("Une : deux"),
            vec!["-    title: Une", "+    title: \"Une : deux\""],
        ),
        (
            "steps/one/elements/a/label",
            Content::text("Lequel ?"),
            vec![
                "-        label: 'Quoi ?'   # in quotes",
                "+        label: 'Lequel ?'   # in quotes",
            ],
        ),
        (
            "steps/one/elements/a/hint",
            Content::text("yes"),
            vec!["+        hint: \"yes\""],
        ),
        (
            "steps/one/elements/a/if",
            Content::text("'x' in b"),
            vec!["+        if: \"'x' in b\""],
        ),
        (
            "doors/0/text",
            Content::text("Au guichet"),
            vec![
                "-doors: [{ kind: counter, text: À la mairie. }]",
                "+doors: [{ kind: counter, text: Au guichet }]",
            ],
        ),
        (
            "steps/two/intro",
            Content::text("Une ligne.\n\nDeux."),
            vec!["+    intro: |", "+      Une ligne.", "+", "+      Deux."],
        ),
        (
            "steps/one/elements/1/explanation",
            Content::text("Court."),
            vec![
                "-      - explanation: |",
                "-          Une ligne.",
                "-",
                "-          Une autre.",
                "+      - explanation: Court.",
            ],
        ),
        (
            "steps/two/title",
            Content::words(vec![
                ("fr".to_owned(), "Deux".to_owned()),
                ("en".to_owned(), "Two".to_owned()),
            ]),
            vec!["-    title: Deux", "+    title: { fr: Deux, en: Two }"],
        ),
    ] {
        let after = edited(FILE, &set(at, content));
        assert_eq!(changes(FILE, &after), expected, "{at}");
    }
}

#[test]
fn lines_take_the_comment_that_stood_at_their_end_to_their_head() {
    let after = edited(
        FILE,
        &set("steps/one/elements/a/label", Content::text("Quoi ?\nOù ?")),
    );
    assert_eq!(
        changes(FILE, &after),
        [
            "-        label: 'Quoi ?'   # in quotes",
            "+        label: | # in quotes",
            "+          Quoi ?",
            "+          Où ?"
        ]
    );
}

#[test]
fn an_item_goes_with_the_comments_that_stand_against_it_and_comes_back() {
    let gone = edited(FILE, &remove("steps/one/elements/1"));
    assert!(!gone.contains("Not asked to all") && !gone.contains("At the end of the explanation"));
    assert!(gone.contains("        # About y.") || gone.contains("          # About y."));
    let moved = edited(FILE, &lower("steps/one"));
    assert!(
        moved.contains("steps:\n  # Before the second step.\n  - step: two"),
        "{moved}"
    );
    assert!(
        moved.contains("\n\n  # Before the first step.\n  - step: one"),
        "{moved}"
    );
    assert_eq!(edited(&moved, &raise("steps/one")), FILE);
    let options = edited(FILE, &raise("steps/one/elements/a/options/y"));
    assert!(options.contains(
        "options:\n          # About y.\n          - { value: y, label: Y }\n          - { value: x"
    ));
}

#[test]
fn what_is_added_is_laid_out_like_its_neighbours() {
    let step = Content::Map(vec![
        ("step".to_owned(), Content::text("three")),
        ("title".to_owned(), Content::text("Trois")),
        ("elements".to_owned(), Content::List(vec![])),
    ]);
    let after = edited(FILE, &insert("steps", 2, step));
    assert_eq!(
        changes(FILE, &after),
        [
            "+",
            "+  - step: three",
            "+    title: Trois",
            "+    elements: []"
        ]
    );
    let filled = edited(&after, &insert("steps/three/elements", 0, field("c")));
    assert_eq!(
        changes(&after, &filled),
        [
            "-    elements: []",
            "+    elements:",
            "+      - field: c",
            "+        kind: short_text",
            "+        label: Une question ?"
        ]
    );
    let option = Content::Map(vec![
        ("value".to_owned(), Content::text("z")),
        ("label".to_owned(), Content::text("Z, ou rien")),
    ]);
    let after = edited(FILE, &insert("steps/one/elements/a/options", 2, option));
    assert_eq!(
        changes(FILE, &after),
        ["+          - { value: z, label: \"Z, ou rien\" }"]
    );
    let door = Content::Map(vec![("kind".to_owned(), Content::text("post"))]);
    let after = edited(FILE, &insert("doors", 1, door));
    assert_eq!(
        changes(FILE, &after),
        [
            "-doors: [{ kind: counter, text: À la mairie. }]",
            "+doors: [{ kind: counter, text: À la mairie. }, { kind: post }]"
        ]
    );
}

#[test]
fn a_copy_has_its_own_names_and_its_conditions_speak_of_it() {
    let after = edited(
        FILE,
        &Operation::Duplicate {
            path: path("steps/one"),
        },
    );
    let document = Document::read(&after).unwrap();
    assert_eq!(
        document.word(&path("steps/one_2/elements/a_2/kind")),
        "choice"
    );
    assert_eq!(
        document.word(&path("steps/one_2/elements/1/if")),
        "a_2 == 'x'"
    );
    assert_eq!(document.word(&path("steps/two/if")), "a == 'y'");
    assert_eq!(after.matches("# Before the first step.").count(), 2);
    assert_eq!(edited(&after, &remove("steps/one_2")), FILE);
}

#[test]
fn a_new_name_is_known_to_every_condition() {
    let renamed = Operation::Rename {
        path: path("steps/one/elements/a"),
        name: "what".to_owned(),
    };
    let after = edited(FILE, &renamed);
    assert!(after.contains("field: what\n") && after.contains("if: what == 'x'\n"));
    assert!(after.contains("if: what == 'y'\n") && !after.contains("a == "));
    let document = Document::read(FILE).unwrap();
    for (name, refused) in [
        (
            "b",
            Refused::Taken {
                name: "b".to_owned(),
            },
        ),
        (
            "A b",
            Refused::Name {
                name: "A b".to_owned(),
            },
        ),
    ] {
        let name = name.to_owned();
        let operation = Operation::Rename {
            path: path("steps/one/elements/a"),
            name,
        };
        assert_eq!(document.edited(&operation), Err(refused));
    }
}

#[test]
fn a_new_name_keeps_the_quotes_of_a_condition() {
    let text = FILE.replace("if: a == 'y'", r#"if: "a == \"x\" || a == 'y'""#);
    let renamed = |from: &str, name: &str| Operation::Rename {
        path: path("steps/one/elements").child(from),
        name: name.to_owned(),
    };
    let after = edited(&text, &renamed("a", "what"));
    assert!(
        after.contains(r#"if: "what == \"x\" || what == 'y'""#),
        "{after}"
    );
    assert_eq!(edited(&after, &renamed("what", "a")), text);
}

#[test]
fn a_question_moves_to_another_step_with_its_comments() {
    let moved = Operation::Move {
        path: path("steps/one/elements/1"),
        list: path("steps/two/elements"),
        at: 1,
    };
    let after = edited(FILE, &moved);
    assert!(
        after.contains("ou non ?\"\n      # Not asked to all.\n      - explanation: |\n          Une ligne.\n\n"),
        "{after}"
    );
    assert!(
        after.contains("# At the end of the explanation.\nsources"),
        "{after}"
    );
}

#[test]
fn an_item_moves_between_a_list_on_lines_and_a_list_between_brackets_when_it_stands_on_one_line() {
    let text = "\
slug: essai
steps:
  - step: one
    elements: [{ heading: A }, { heading: B }]
  - step: two
    elements:
      - { heading: C }
      - heading: D
  - step: three
    elements: []
";
    let moved = |from: &str, to: &str, at| Operation::Move {
        path: path(from),
        list: path(to),
        at,
    };
    let after = edited(
        text,
        &moved("steps/one/elements/0", "steps/two/elements", 1),
    );
    assert!(after.contains("elements: [{ heading: B }]\n"), "{after}");
    assert!(
        after.contains("      - { heading: C }\n      - { heading: A }\n      - heading: D\n"),
        "{after}"
    );
    let back = moved("steps/two/elements/1", "steps/one/elements", 0);
    assert_eq!(edited(&after, &back), text);
    let alone = edited(
        text,
        &moved("steps/one/elements/0", "steps/three/elements", 0),
    );
    assert!(
        alone.ends_with("    elements:\n      - { heading: A }\n"),
        "{alone}"
    );
    let document = Document::read(text).unwrap();
    let lines = moved("steps/two/elements/1", "steps/one/elements", 0);
    assert_eq!(document.edited(&lines), Err(Refused::Shape { line: 4 }));
}

#[test]
fn what_cannot_be_changed_safely_is_refused_with_its_line() {
    for (text, refused) in [
        ("a: &x 1\nb: *x\n", Refused::Anchor { line: 1 }),
        ("a: {b: 1}\nc:\n  <<: {d: 2}\n", Refused::Anchor { line: 3 }),
        ("a: !t 1\n", Refused::Tag { line: 1 }),
        ("- a\n- b\n", Refused::Shape { line: 1 }),
        ("a: 1\n---\nb: 2\n", Refused::Shape { line: 1 }),
        ("a: |+\n  b\n\n", Refused::Shape { line: 1 }),
        ("? a\n: b\n", Refused::Shape { line: 1 }),
        ("a: [b: c]\n", Refused::Shape { line: 1 }),
        ("a: [1,\n", Refused::Unreadable { line: 1 }),
    ] {
        let found = Document::read(text).map(|_| ()).unwrap_err();
        assert_eq!(found, refused, "{text}");
    }
    let text = "a:\n  # About b.\n  b: 1\nc: 2\n";
    let document = Document::read(text).unwrap();
    let refused = document.edited(&set("a", Content::text("x"))).unwrap_err();
    assert_eq!(refused, Refused::Comment { line: 2 });
}

#[test]
fn markup_in_a_label_stays_a_text() {
    for label in [
        "<script>alert(1)</script>",
        "<b>&amp;",
        "{{ 7 }}",
        "- [x] `a`",
        "%x",
        "@y",
        "*z*",
    ] {
        let after = edited(FILE, &set("steps/one/title", Content::text(label)));
        assert_eq!(
            Document::read(&after)
                .unwrap()
                .word(&path("steps/one/title")),
            label
        );
    }
}

#[test]
fn a_place_of_the_text_is_found_by_its_line_and_its_column() {
    let document = Document::read(FILE).unwrap();
    let line = |text: &str| 1 + FILE.lines().position(|line| line.contains(text)).unwrap() as u64;
    for (at, column, expected) in [
        ("value: y", 15, "steps/one/elements/a/options/y/value"),
        ("step: two", 5, "steps/two/step"),
        ("Oui :", 16, "steps/two/elements/b/label"),
        ("title: {", 14, "title/fr"),
    ] {
        assert_eq!(document.path_at(line(at), column).to_string(), expected);
    }
}

/// Every item of every list, and every key, of a text.
fn places(document: &Document) -> (Vec<Path>, Vec<Path>) {
    fn walk(node: &Node, at: &Path, items: &mut Vec<Path>, keys: &mut Vec<Path>) {
        match &node.shape {
            tree::Shape::Scalar(_) => {}
            tree::Shape::Map(map) => {
                for entry in &map.entries {
                    let inner = at.child(&entry.key);
                    keys.push(inner.clone());
                    walk(&entry.node, &inner, items, keys);
                }
            }
            tree::Shape::List(list) => {
                for (index, item) in list.items.iter().enumerate() {
                    let inner = at.child(index);
                    items.push(inner.clone());
                    walk(&item.node, &inner, items, keys);
                }
            }
        }
    }
    let (mut items, mut keys) = (Vec::new(), Vec::new());
    walk(&document.root, &Path::root(), &mut items, &mut keys);
    (items, keys)
}

/// Some of many, as far from one another as they can be: the library grows, the time of a test does not.
fn some(places: Vec<Path>) -> impl Iterator<Item = Path> {
    let step = 1 + places.len() / 25;
    places.into_iter().step_by(step)
}

/// A value set to what it says changes no byte.
#[test]
fn nothing_changes_when_nothing_is_said_otherwise() {
    for (name, source) in LIBRARY {
        let document = Document::read(source).unwrap();
        for key in some(places(&document).1) {
            let Some(scalar) = path::at(&document.root, &key).and_then(Node::scalar) else {
                continue;
            };
            let content = Content::text(scalar.text.clone());
            let set = document.edited(&Operation::Set { path: key, content });
            assert_eq!(set.as_deref(), Ok(*source), "{name}");
        }
    }
}

#[test]
fn every_item_of_every_file_goes_up_and_down_and_comes_back() {
    for (name, source) in LIBRARY.iter().chain([&("essai", FILE)]) {
        let document = Document::read(source).unwrap();
        for item in some(places(&document).0) {
            let Ok(lowered) = document.done(&Operation::Lower { path: item.clone() }) else {
                // The last of its list.
                let next: usize = item.last().unwrap().parse().unwrap();
                assert_eq!(
                    document.items(&item.parent()).len(),
                    next + 1,
                    "{name} {item}"
                );
                continue;
            };
            let index: usize = item.last().unwrap().parse().unwrap();
            let below = item.parent().child(index + 1);
            let raised = lowered.edited(&Operation::Raise { path: below });
            assert_eq!(raised.as_deref(), Ok(*source), "{name} {item}");
        }
    }
}

#[test]
fn every_item_of_every_file_is_copied_and_its_copy_removed() {
    for (name, source) in LIBRARY.iter().chain([&("essai", FILE)]) {
        let document = Document::read(source).unwrap();
        for item in some(places(&document).0) {
            let copied = document.done(&Operation::Duplicate { path: item.clone() });
            let index: usize = item.last().unwrap().parse().unwrap();
            let copy = item.parent().child(index + 1);
            let removed =
                copied.and_then(|copied| copied.edited(&Operation::Remove { path: copy }));
            assert_eq!(removed.as_deref(), Ok(*source), "{name} {item}");
        }
    }
}

#[test]
fn every_key_and_every_item_of_every_file_can_be_removed_alone() {
    for (name, source) in LIBRARY.iter().chain([&("essai", FILE)]) {
        let document = Document::read(source).unwrap();
        let (items, keys) = places(&document);
        for place in some(items).chain(some(keys)) {
            match document.edited(&Operation::Remove {
                path: place.clone(),
            }) {
                Ok(after) => assert!(after.len() < source.len(), "{name} {place}"),
                Err(Refused::Comment { .. }) => {}
                // An item that would hold nothing goes as a whole.
                Err(Refused::Shape { .. }) if document.keys(&place.parent()).len() == 1 => {}
                Err(other) => panic!("{name} {place}: {other}"),
            }
        }
    }
}

/// A text that somebody might write: words, marks of YAML, quotes, lines.
fn any_text() -> impl Strategy<Value = String> {
    let parts = prop::sample::select(vec![
        "a",
        "é",
        " ",
        ": ",
        " #",
        "#",
        "- ",
        "-",
        "?",
        "'",
        "\"",
        "\\",
        "{",
        "}",
        "[",
        "]",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
        "%",
        "@",
        "`",
        "\n",
        "\n\n",
        "true",
        "no",
        "12",
        "1.5",
        "2020-01-02",
        "~",
        "null",
        "<b>",
        "\t",
        "=",
        "x:",
        "\u{a0}",
        "…",
        "0x1F",
    ]);
    prop::collection::vec(parts, 1..8).prop_map(|parts| parts.concat().trim().to_owned())
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    #[test]
    fn any_text_is_read_back_as_it_was_given(text in any_text(), place in 0_usize..6) {
        prop_assume!(!text.is_empty());
        let places = [
            "title/fr", "minutes", "doors/0/text", "steps/one/title", "steps/one/elements/a/options/x/label", "steps/two/intro",
        ];
        let at = path(places[place]);
        let operation = Operation::Set { path: at.clone(), content: Content::text(text.clone()) };
        let after = edited(FILE, &operation);
        let lines: Vec<&str> = text.lines().map(str::trim_end).collect();
        let document = Document::read(&after).unwrap();
        let found = document.word(&at).lines().map(str::trim_end).collect::<Vec<_>>();
        prop_assert_eq!(found, lines);
        // What the reader of procedures sees is the same.
        let read: serde_json::Value = parvis_form::definition::read("x", &after).unwrap();
        let mut value = &read;
        for part in at.parts() {
            value = match value {
                serde_json::Value::Array(items) => items
                    .iter()
                    .enumerate()
                    .find(|(index, item)| {
                        let named = ["step", "field", "value"].iter().any(|key| item[*key] == part.as_str());
                        named || *part == index.to_string()
                    })
                    .map(|(_, item)| item)
                    .unwrap(),
                other => &other[part.as_str()],
            };
        }
        prop_assert!(value.is_string(), "{:?}", value);
    }

    #[test]
    fn adding_then_removing_gives_the_same_bytes(file in any::<prop::sample::Index>(), place in any::<prop::sample::Index>(), text in any_text()) {
        let (_, source) = LIBRARY[file.index(LIBRARY.len())];
        let document = Document::read(source).unwrap();
        let (items, _) = places(&document);
        let item = &items[place.index(items.len())];
        let at: usize = item.last().unwrap().parse().unwrap();
        let content = Content::Map(vec![
            ("value".to_owned(), Content::text("added")),
            ("label".to_owned(), Content::words(vec![("fr".to_owned(), text.clone()), ("en".to_owned(), text)])),
        ]);
        let list = item.parent();
        let added = document.done(&Operation::Insert { list: list.clone(), at, content }).unwrap();
        let removed = added.edited(&Operation::Remove { path: list.child(at) });
        prop_assert_eq!(removed.as_deref(), Ok(source));
    }

    #[test]
    fn a_new_key_then_its_removal_gives_the_same_bytes(file in any::<prop::sample::Index>(), place in any::<prop::sample::Index>(), text in any_text()) {
        let (_, source) = LIBRARY[file.index(LIBRARY.len())];
        let document = Document::read(source).unwrap();
        let maps: Vec<Path> = places(&document).1.into_iter().map(|key| key.parent()).collect();
        let at = maps[place.index(maps.len())].child("added");
        let added = document.done(&Operation::Set { path: at.clone(), content: Content::text(text) }).unwrap();
        let removed = added.edited(&Operation::Remove { path: at });
        prop_assert_eq!(removed.as_deref(), Ok(source));
    }

    #[test]
    fn a_file_is_read_and_changed_or_refused_but_nothing_else(text in "[a-c:#\\-\\[\\]{},&*!|>'\" \n]{0,60}", at in "[a-c]{1}") {
        if let Ok(document) = Document::read(&text) {
            let place = path(&at);
            let _ = document.edited(&Operation::Set { path: place.clone(), content: Content::text("x y") });
            let _ = document.edited(&Operation::Remove { path: place.clone() });
            let _ = document.edited(&Operation::Insert { list: place, at: 0, content: Content::text("z") });
        }
    }
}
