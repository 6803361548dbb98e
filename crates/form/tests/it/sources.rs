//! A question may name who already has its answer.

use parvis_form::{Form, Source};

use crate::world::{HEAD, compile, step};

fn problems(elements: &str) -> Vec<String> {
    let text = format!("{HEAD}- step: one\n  title: Une\n  elements:\n{elements}");
    let problems = compile(&text).unwrap_err();
    problems.iter().map(ToString::to_string).collect()
}

#[test]
fn a_question_that_names_a_source_keeps_it_and_another_has_none() {
    for kind in ["integer", "amount", "decimal, decimals: 2"] {
        let form = step(&format!(
            "  - {{field: qf, label: Quotient, kind: {kind}, source: api-particulier/quotient-familial}}\n  - {{field: other, label: Autre, kind: {kind}}}\n"
        ));
        let source = |name: &str| form.field(name).unwrap().source;
        assert_eq!(source("qf"), Some(Source::QuotientFamilial), "{kind}");
        assert_eq!(source("other"), None);
        let read = Form::from_canonical(&form.to_canonical()).unwrap();
        assert_eq!(read, form, "a stored form keeps it");
    }
}

#[test]
fn an_unknown_source_another_kind_and_a_row_are_refused_where_they_stand() {
    let unknown = problems("  - {field: qf, label: Q, kind: integer, source: caf/quotient}\n");
    assert!(
        unknown[0].contains("`caf/quotient` is no source"),
        "{unknown:?}"
    );
    assert!(unknown[0].contains("api-particulier/quotient-familial"));
    let known = "source: api-particulier/quotient-familial";
    for kind in ["short_text", "piece", "consent", "yes_no"] {
        let other = problems(&format!(
            "  - {{field: qf, label: Q, kind: {kind}, {known}}}\n"
        ));
        assert!(other[0].contains("does not fit this kind"), "{other:?}");
    }
    let computed = problems(&format!(
        "  - {{field: a, label: A, kind: integer}}\n  - {{field: qf, label: Q, kind: computed, value: a * 2, {known}}}\n"
    ));
    assert!(
        computed[0].contains("`source` does not belong to"),
        "{computed:?}"
    );
    let row = problems(&format!(
        "  - {{block: rows, title: R, row_title: R, fields: [{{field: qf, label: Q, kind: integer, {known}}}]}}\n"
    ));
    assert!(
        row[0].contains("no source is asked for each row"),
        "{row:?}"
    );
}

#[test]
fn every_source_has_a_name_that_reads_back() {
    for source in Source::ALL {
        assert_eq!(source.term().parse(), Ok(*source));
        assert_eq!(serde_json::to_value(source).unwrap(), source.term());
        assert!(!source.kinds().is_empty());
    }
}
