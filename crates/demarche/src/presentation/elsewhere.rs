//! A démarche that somebody else answers: who, and how to reach them.

use parvis_procedure::ProcedureFile;

use crate::prose::{Said, Words};

/// Who answers instead of the collectivité.
pub(super) struct Elsewhere {
    pub name: Said,
    pub text: Said,
    pub url: Option<String>,
    /// The number as people write it, and as a telephone dials it.
    pub phone: Option<(String, String)>,
}

pub(super) fn of(words: &Words<'_>, file: &ProcedureFile) -> Option<Elsewhere> {
    let orientation = file.orientation.as_ref()?;
    let dialled = |phone: &String| phone.chars().filter(|sign| !sign.is_whitespace()).collect();
    Some(Elsewhere {
        name: words.of(&orientation.name),
        text: words.of(&orientation.text),
        url: orientation.url.clone(),
        phone: orientation
            .phone
            .as_ref()
            .map(|phone| (phone.clone(), dialled(phone))),
    })
}
