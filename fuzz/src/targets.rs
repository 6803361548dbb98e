//! What hostile input is given to: the same targets serve `make fuzz` (cargo-fuzz, guided by coverage) and the tests, which draw
//! their input. A target panics when a promise is broken; refusing is no failure.

use std::sync::LazyLock;

use parvis_form::answer::Part;
use parvis_form::{
    Answers, At, Entries, Form, Journey, NoPieces, NoPlaces, Pruned, Surroundings, entries_of,
    normalise_step, summary, validate,
};
use parvis_kernel::Language;
use parvis_procedure::{LIBRARY, check, french};

/// A procedure file, whole: it is refused with a place inside it, or what it gives can be stored, read back and walked.
pub fn procedure(text: &str) {
    match check("demarche.yaml", text) {
        Err(problems) => {
            assert!(!problems.is_empty());
            let lines = u64::try_from(text.lines().count()).unwrap_or(u64::MAX);
            for problem in problems {
                assert!(problem.line <= lines + 1, "{problem}");
                assert!(!french(&problem.message).is_empty());
            }
        }
        Ok(checked) => {
            let stored = checked.form.to_canonical();
            assert_eq!(
                Form::from_canonical(&stored).ok(),
                Some(checked.form.clone())
            );
            let journey = Journey::new(&checked.form, &Answers::new(), TODAY);
            assert!(journey.steps().len() <= checked.form.steps().len());
        }
    }
}

/// An expression, as the condition of a question that comes after others of every type.
pub fn expression(text: &str) {
    let Ok(quoted) = serde_json::to_string(text) else {
        return;
    };
    procedure(&format!(
        "{BEFORE}      - {{ field: last, kind: short_text, label: Fin, if: {quoted} }}\n"
    ));
}

/// What a browser posts to a form of the library: read without panic, and what is kept is read again as the same.
pub fn entries(form: usize, posted: &[(usize, String)]) {
    let forms = &*FORMS;
    let Some(form) = forms.get(form % forms.len()) else {
        return;
    };
    let names = names(form);
    let mut typed = Entries::new();
    for (name, value) in posted {
        if let Some(name) = names.get(name % names.len().max(1)) {
            typed.entry(name.clone()).or_default().push(value.clone());
        }
    }
    let mut answers = Answers::new();
    for step in form.steps() {
        answers = normalise_step(form, step, &answers, &typed, &world()).answers;
    }
    let pruned = Pruned::of(form, answers.clone());
    assert_eq!(
        said(&pruned),
        said(&answers),
        "what is read is already pruned"
    );
    for language in Language::ALL {
        let _ = summary(form, &answers, language);
    }
    for step in Journey::new(form, &answers, TODAY).steps() {
        for (field, row) in step.fields() {
            if let (None, Some(answer)) = (row, answers.get(field.id.as_str())) {
                assert!(
                    !entries_of(field, At::Form, answer).is_empty(),
                    "{}",
                    field.id
                );
            }
        }
    }
}

/// Answers that come as JSON, from an application or a stored draft: decoded or refused, then judged without panic.
pub fn answers(form: usize, text: &str) {
    let forms = &*FORMS;
    let Some(form) = forms.get(form % forms.len()) else {
        return;
    };
    let Ok(decoded) = serde_json::from_str::<Answers>(text) else {
        return;
    };
    let _ = validate(form, &decoded, &world());
    let pruned = Pruned::of(form, decoded);
    let _ = pruned.validate(&world());
    let _ = summary(form, &pruned, Language::French);
    assert!(Journey::of_pruned(&pruned, TODAY).steps().len() <= form.steps().len());
}

/// The day on which everything happens.
const TODAY: jiff::civil::Date = jiff::civil::date(2026, 11, 23);
/// A file of which the last question is missing.
const BEFORE: &str = include_str!("before.yaml");

static FORMS: LazyLock<Vec<Form>> = LazyLock::new(|| {
    let checked = LIBRARY
        .iter()
        .filter_map(|(name, text)| check(name, text).ok());
    let forms = checked.map(|checked| checked.form);
    forms.filter(|form| !form.steps().is_empty()).collect()
});

fn world() -> Surroundings<'static> {
    Surroundings {
        places: &NoPlaces,
        pieces: &NoPieces,
        ..Surroundings::on(TODAY)
    }
}

/// Every input of a form, a row of each block and names that it does not have.
fn names(form: &Form) -> Vec<String> {
    let fields = form
        .fields()
        .flat_map(|field| field.kind.input_names(&field.id));
    let mut names: Vec<String> = fields.collect();
    for step in form.steps() {
        for element in &step.elements {
            if let parvis_form::Element::Block(block) = element {
                names.push(At::Form.name(&block.id, Part::Whole));
                let row = format!("{}.0190163d-8694-739b-aea5-966c26f8ad91", block.id);
                let cells = block
                    .fields
                    .iter()
                    .flat_map(|field| field.kind.input_names(&field.id));
                names.extend(cells.map(|name| format!("{row}.{name}")));
            }
        }
    }
    names.extend(["form.asked", "", "é", "a.b.c"].map(str::to_owned));
    names
}

fn said(answers: &Answers) -> String {
    serde_json::to_string(answers).unwrap_or_default()
}
