//! What any page of HTML must be: the rules that a machine can check without judging.

use std::collections::BTreeSet;

use scraper::{ElementRef, Html};

use super::Page;
use super::page::{parsed, plain};

/// What is wrong with a page: nothing, for a right one.
#[must_use]
pub fn problems_of(page: &Page) -> Vec<String> {
    let html = page.document();
    let mut problems = Vec::new();
    frame(page, &html, &mut problems);
    identifiers(&html, &mut problems);
    fields(&html, &mut problems);
    names(&html, &mut problems);
    // A block of linked data is no script: nothing of it is ever run.
    let inline = "[style], style, script:not([src]):not([type='application/ld+json']), [onclick], [onsubmit], [onload], [onchange]";
    for element in html.select(&parsed(inline)) {
        problems.push(format!("inline script or style: {}", shown(element)));
    }
    problems
}

/// Language, title, headings, main part.
fn frame(page: &Page, html: &Html, problems: &mut Vec<String>) {
    let count = |selector: &str| html.select(&parsed(selector)).count();
    for selector in ["html[lang]", "title", "h1", "main", "meta[name=viewport]"] {
        if count(selector) != 1 {
            problems.push(format!("{} of {selector}", count(selector)));
        }
    }
    let title = page.title();
    if title.is_empty() {
        problems.push("an empty title".to_owned());
    }
    let has_errors = count(".govuk-error-summary") > 0;
    let says_so = title.starts_with("Erreur") || title.starts_with("Error");
    if has_errors != says_so {
        problems.push(format!("a title that does not say errors: {title}"));
    }
    let mut level = 0;
    for heading in html.select(&parsed("h1, h2, h3, h4, h5, h6")) {
        let own = heading
            .value()
            .name()
            .trim_start_matches('h')
            .parse()
            .unwrap_or(0);
        // The first heading of a banner or of a summary of errors may stand before the h1.
        if level > 0 && own > level + 1 {
            problems.push(format!("h{level} then h{own}: {}", text(heading)));
        }
        if text(heading).is_empty() {
            problems.push("an empty heading".to_owned());
        }
        level = own;
    }
}

/// Identifiers are used once, and what refers to one finds it.
fn identifiers(html: &Html, problems: &mut Vec<String>) {
    let mut ids = BTreeSet::new();
    for element in html.select(&parsed("[id]")) {
        let id = element.attr("id").unwrap_or_default();
        if id.is_empty() || id.contains(' ') {
            problems.push(format!("identifier {id:?}"));
        }
        if !ids.insert(id.to_owned()) {
            problems.push(format!("identifier {id} twice"));
        }
    }
    for attribute in [
        "aria-describedby",
        "aria-labelledby",
        "aria-controls",
        "for",
        "list",
    ] {
        for element in html.select(&parsed(&format!("[{attribute}]"))) {
            let value = element.attr(attribute).unwrap_or_default();
            for id in value.split_whitespace().filter(|id| !ids.contains(*id)) {
                problems.push(format!("{attribute} leads nowhere: {id}"));
            }
        }
    }
    for link in html.select(&parsed("a[href^='#']")) {
        let id = link
            .attr("href")
            .unwrap_or_default()
            .trim_start_matches('#');
        if !ids.contains(id) {
            problems.push(format!("a link leads nowhere: #{id}"));
        }
    }
}

/// Every input has a label, or a name given otherwise.
fn fields(html: &Html, problems: &mut Vec<String>) {
    for field in html.select(&parsed("input:not([type=hidden]), select, textarea")) {
        let id = field.attr("id").unwrap_or_default();
        let labels: Vec<String> = html
            .select(&parsed("label[for]"))
            .filter(|label| label.attr("for") == Some(id))
            .map(text)
            .collect();
        let named = field.attr("aria-label").is_some() || field.attr("aria-labelledby").is_some();
        let labelled = labels.len() == 1 && labels.iter().all(|label| !label.is_empty());
        if !labelled && !named {
            problems.push(format!("labels of {}: {labels:?}", shown(field)));
        }
    }
    for group in html.select(&parsed("fieldset")) {
        let legend = group.select(&parsed("legend")).next();
        if legend.is_none_or(|legend| text(legend).is_empty()) {
            problems.push("a group without legend".to_owned());
        }
    }
}

/// Links, buttons and pictures say what they are.
fn names(html: &Html, problems: &mut Vec<String>) {
    for element in html.select(&parsed("a[href], button")) {
        let picture = element.select(&parsed("img[alt]")).next();
        let named = !text(element).is_empty()
            || element
                .attr("aria-label")
                .is_some_and(|label| !label.is_empty())
            || picture.is_some_and(|picture| picture.attr("alt") != Some(""));
        if !named {
            problems.push(format!("without a name: {}", shown(element)));
        }
    }
    for picture in html.select(&parsed("img:not([alt])")) {
        problems.push(format!("without alternative: {}", shown(picture)));
    }
    for table in html.select(&parsed("table")) {
        if table.select(&parsed("th")).next().is_none() {
            problems.push("a table without headers".to_owned());
        }
    }
}

fn text(element: ElementRef<'_>) -> String {
    plain(&element.text().collect::<Vec<_>>().join(" "))
}

/// The opening tag.
fn shown(element: ElementRef<'_>) -> String {
    let html = element.html();
    let end = html.find('>').map_or(html.len(), |end| end + 1);
    html.get(..end).unwrap_or(&html).to_owned()
}
