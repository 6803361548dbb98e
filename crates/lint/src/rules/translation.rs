//! Texts that are missing in a language in which the procedure is offered.

use parvis_kernel::{Language, LanguageTag};

use super::Family;
use crate::finding::Findings;
use crate::read::Subject;
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&MISSING],
    find: missing,
};

const MISSING: Rule = Rule {
    id: "translation-missing",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Une page annoncée dans une langue et à moitié en français perd qui ne lit pas le français.",
        "A page announced in a language and half in French loses whoever does not read French.",
    ),
    source: Source::read("CRPA, art. L111-1 (le français prévaut, la traduction aide)"),
    example: Example {
        before: "title: { fr: Un essai, en: A trial }",
        after: "title: Un essai",
    },
};

/// The languages of a procedure are French, those that it promises and those of its title.
fn missing(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let offered = subject.file.languages();
    for prose in &subject.prose {
        let lacks = |language: &&LanguageTag| prose.in_language(language.as_str()).is_none();
        let lacking: Vec<&LanguageTag> = offered.iter().filter(lacks).collect();
        if lacking.is_empty()
            || is_the_same_everywhere(prose.in_language("fr").map_or("", |french| &french.text))
        {
            continue;
        }
        let named = |language: Language| {
            let names = lacking.iter().map(|lacking| lacking.name(language));
            names.collect::<Vec<_>>().join(", ")
        };
        findings.note(
            &MISSING,
            &prose.place,
            Words::new(
                format!("ce texte manque en : {}", named(Language::French)),
                format!("this text is missing in: {}", named(Language::English)),
            ),
            Fixed::new(
                "écrivez-le dans toutes les langues de « languages » et du titre",
                "write it in all the languages of `languages` and of the title",
            ),
        );
    }
}

/// A number or a code reads the same in every language.
fn is_the_same_everywhere(french: &str) -> bool {
    !french.chars().any(char::is_lowercase)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::tests::{found, with};

    #[test]
    fn each_text_that_lacks_a_promised_language_is_told_with_its_place() {
        let source = with("languages: [ar, uk]\ntitle: { fr: Un essai, ar: تجربة }");
        let found = found(&source);
        let lacking: Vec<_> = found
            .iter()
            .filter(|finding| finding.rule.id == MISSING.id)
            .collect();
        let title = lacking.first().unwrap();
        let line = source
            .lines()
            .position(|line| line.starts_with("title"))
            .unwrap();
        assert_eq!(title.line, line as u64 + 1);
        let said = title.message.said(Language::French);
        assert_eq!(said, "ce texte manque en : ukrainien");
        let others = lacking.iter().skip(1);
        for finding in others {
            let said = finding.message.said(Language::French);
            assert_eq!(
                said, "ce texte manque en : arabe, ukrainien",
                "{}",
                finding.line
            );
        }
        assert!(lacking.len() > 5, "{lacking:#?}");
    }
}
