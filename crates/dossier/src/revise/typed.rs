//! What was typed and not accepted yet, under the steps of another version of the form.

use parvis_form::{
    ASKED_INPUT, Answers, At, Carried, Element, Entries, Form, Misfit, Step, asked_input,
};

use crate::answer::fields::{accepted_entries, is_of};
use crate::store::{StepDraft, StoredEntries};

/// What the steps of the new form keep of it, whatever the step where it was typed; and, with what was answered, the steps of the
/// answers that are asked again.
pub(super) fn carried(form: &Form, carried: &Carried, former: &StoredEntries) -> StoredEntries {
    let beside = former.iter().filter(|(name, _)| name.starts_with('-'));
    let mut kept: StoredEntries = beside
        .map(|(name, typed)| (name.clone(), typed.clone()))
        .collect();
    let typed = former.iter().filter(|(name, _)| !name.starts_with('-'));
    let typed: Vec<&StepDraft> = typed.map(|(_, typed)| typed).collect();
    for step in form.steps() {
        let again = carried.misfits.iter();
        let again = again.filter(|misfit| misfit.is_asked_again());
        let is_again = again.into_iter().any(|misfit| is_in(step, misfit));
        if let Some(draft) = of_step(step, &carried.answers, &typed, is_again) {
            kept.insert(step.id.to_string(), draft);
        }
    }
    kept
}

/// What a step keeps of what was typed, and of what was answered beside it; nothing when it must keep nothing.
pub(super) fn of_step(
    step: &Step,
    answers: &Answers,
    typed: &[&StepDraft],
    is_again: bool,
) -> Option<StepDraft> {
    let mut entries = accepted_entries(step.elements.iter(), answers);
    let mut refused = is_again;
    let mut is_typed = false;
    for draft in typed {
        let own = draft.entries.iter().filter(|(name, _)| is_of(step, name));
        let own: Entries = own
            .map(|(name, values)| (name.clone(), values.clone()))
            .collect();
        if own.is_empty() {
            continue;
        }
        forget_asked(step, draft, &mut entries);
        entries.extend(own);
        is_typed = true;
        refused |= draft.refused;
    }
    (is_typed || is_again).then_some(StepDraft {
        entries,
        refused,
        ..StepDraft::default()
    })
}

/// What was on the page is what was typed there: a box that is ticked no more posts nothing.
fn forget_asked(step: &Step, draft: &StepDraft, entries: &mut Entries) {
    let asked = draft.entries.get(ASKED_INPUT);
    let was_asked = |id| {
        let name = asked_input(At::Form, id);
        asked.is_none_or(|asked| asked.contains(&name))
    };
    for element in &step.elements {
        match element {
            Element::Field(field) if was_asked(&field.id) => {
                for name in field.kind.input_names(&field.id) {
                    entries.remove(&name);
                }
            }
            Element::Block(block) if was_asked(&block.id) => {
                let prefix = format!("{}.", block.id);
                entries.retain(|name, _| !name.starts_with(&prefix) && name != block.id.as_str());
            }
            Element::Field(_) | Element::Block(_) | Element::Explanation(_) => {}
        }
    }
}

fn is_in(step: &Step, misfit: &Misfit) -> bool {
    let top = misfit
        .row
        .as_ref()
        .map_or(&misfit.field, |(block, _)| block);
    step.elements.iter().any(|element| match element {
        Element::Field(field) => field.id == *top,
        Element::Block(block) => block.id == *top,
        Element::Explanation(_) => false,
    })
}
