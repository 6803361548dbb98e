//! What every component and every page must be: well formed, labelled, with unique ids.

use std::collections::BTreeSet;

use parvis_kernel::Language;
use scraper::{ElementRef, Html, Selector};

use crate::sample::Sample;
use crate::{components, pages, sample};

/// Every example and every page of the gallery, in both languages.
fn everything() -> Vec<(String, String)> {
    let sample = Sample::new();
    let mut all = Vec::new();
    for language in Language::ALL {
        let visit = sample::visit(language).unwrap();
        let parts = components::all(&visit, &sample).unwrap();
        let pages = pages::all(&visit, &sample).unwrap();
        let whole = pages::gallery(&visit, &parts[..1]).unwrap();
        let named = parts.into_iter().chain(pages).chain([("gallery", whole)]);
        all.extend(named.map(|(name, html)| (format!("{name} ({language})"), html)));
    }
    all
}

fn select<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    html.select(&Selector::parse(selector).unwrap()).collect()
}

fn parsed(html: &str) -> Html {
    if html.starts_with("<!doctype") {
        Html::parse_document(html)
    } else {
        Html::parse_fragment(html)
    }
}

#[test]
fn every_component_has_an_example_that_is_tested() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/templates/components");
    let on_disk: BTreeSet<String> = std::fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .collect();
    let sample = Sample::new();
    let tested: BTreeSet<String> =
        components::all(&sample::visit(Language::French).unwrap(), &sample)
            .unwrap()
            .into_iter()
            .map(|(path, _)| path.split('/').nth(1).unwrap().to_owned())
            .collect();
    assert_eq!(on_disk, tested);
}

#[test]
fn tags_are_closed_in_the_order_in_which_they_were_opened() {
    for (name, html) in everything() {
        if let Err(problem) = balanced(&html) {
            panic!("{name}: {problem}");
        }
    }
}

/// Follows the tags of a text: void elements aside, each is closed by its own.
fn balanced(html: &str) -> Result<(), String> {
    const VOID: &[&str] = &[
        "br", "hr", "img", "input", "link", "meta", "path", "rect", "wbr",
    ];
    let mut open: Vec<&str> = Vec::new();
    for piece in html.split('<').skip(1) {
        let (tag, _) = piece
            .split_once('>')
            .ok_or_else(|| format!("never closed: <{piece}"))?;
        let name = tag
            .trim_start_matches('/')
            .split([' ', '\n', '/'])
            .next()
            .unwrap();
        if tag.starts_with('!') || VOID.contains(&name) {
            continue;
        }
        if tag.starts_with('/') {
            let last = open.pop();
            if last != Some(name) {
                return Err(format!("</{name}> closes {last:?}"));
            }
        } else {
            open.push(name);
        }
    }
    if open.is_empty() {
        Ok(())
    } else {
        Err(format!("never closed: {open:?}"))
    }
}

#[test]
fn an_id_is_used_once() {
    for (name, html) in everything() {
        let html = parsed(&html);
        let mut seen = BTreeSet::new();
        for element in select(&html, "[id]") {
            let id = element.value().id().unwrap();
            assert!(seen.insert(id.to_owned()), "{name}: {id} twice");
            assert!(!id.is_empty() && !id.contains(' '), "{name}: {id:?}");
        }
    }
}

#[test]
fn every_field_has_one_label() {
    for (name, html) in everything() {
        let html = parsed(&html);
        for field in select(&html, "input:not([type=hidden]), select, textarea") {
            let id = field
                .value()
                .id()
                .unwrap_or_else(|| panic!("{name}: a field without id"));
            let labels = select(&html, &format!("label[for=\"{id}\"]"));
            if name.contains("/field/") {
                continue;
            }
            assert_eq!(labels.len(), 1, "{name}: labels of {id}");
            assert!(
                !labels[0].text().collect::<String>().trim().is_empty(),
                "{name}: {id}"
            );
        }
    }
}

#[test]
fn descriptions_and_links_lead_to_something_of_the_page() {
    for (name, html) in everything() {
        let html = parsed(&html);
        for attribute in ["aria-describedby", "aria-labelledby", "list"] {
            for element in select(&html, &format!("[{attribute}]")) {
                let value = element.value().attr(attribute).unwrap();
                for id in value.split(' ') {
                    let found = select(&html, &format!("[id=\"{id}\"]"));
                    assert_eq!(found.len(), 1, "{name}: {attribute}={value:?}");
                }
            }
        }
        for link in select(&html, ".govuk-error-summary a") {
            let id = link.value().attr("href").unwrap().trim_start_matches('#');
            assert_eq!(
                select(&html, &format!("[id=\"{id}\"]")).len(),
                1,
                "{name}: #{id}"
            );
        }
    }
}

#[test]
fn nothing_is_inline_for_the_content_security_policy() {
    for (name, html) in everything() {
        let html = parsed(&html);
        let found = select(
            &html,
            "[style], style, script:not([src]), [onclick], [onsubmit], [onload]",
        );
        assert!(found.is_empty(), "{name}");
    }
}

#[test]
fn no_page_speaks_of_another_state() {
    for (name, html) in everything() {
        let text: String = parsed(&html).root_element().text().collect();
        for mark in ["GOV.UK", "United Kingdom", "Crown", "Ministry of Justice"] {
            assert!(!text.contains(mark), "{name}: {mark}");
        }
    }
}

#[test]
fn a_page_has_one_title_one_main_and_headings_in_order() {
    let sample = Sample::new();
    for (name, html) in pages::all(&sample::visit(Language::French).unwrap(), &sample).unwrap() {
        let html = parsed(&html);
        assert_eq!(select(&html, "h1").len(), 1, "{name}");
        assert_eq!(select(&html, "main").len(), 1, "{name}");
        assert_eq!(select(&html, "html[lang=fr]").len(), 1, "{name}");
        assert!(select(&html, "*").len() < 300, "{name}: too many elements");
    }
}

#[test]
fn what_a_person_types_is_never_markup() {
    let sample = Sample {
        rows: vec![parvis_web::Row::new("<b>", "<script>alert(1)</script>\"'&")],
        ..Sample::new()
    };
    let visit = sample::visit(Language::French).unwrap();
    let parts = components::all(&visit, &sample).unwrap();
    let (_, html) = parts
        .iter()
        .find(|(name, _)| name.contains("summary_list"))
        .unwrap();
    assert!(!html.contains("<script>") && !html.contains("<b>"));
}
