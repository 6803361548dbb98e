//! The texts of the procedure that agents reuse: links that fill the form, without script.

use std::collections::HashMap;

use parvis_web::Visit;

use crate::open::OpenView;
use crate::said::Said;

/// A text to reuse.
pub(crate) struct ReplyLink {
    /// How agents find it.
    pub(crate) title: String,
    /// The address of the same page, with the text in the form.
    pub(crate) href: String,
}

/// The texts of the procedure, each as a link to the page that it fills.
pub(crate) fn reply_links(visit: &Visit, view: &OpenView, page: &str) -> Vec<ReplyLink> {
    let number = &view.dossier.number;
    let texts = (1..).zip(&view.revision.file.reply_texts);
    texts
        .map(|(index, text)| ReplyLink {
            title: Said::of(visit, &text.title).text,
            href: visit.url(&format!(
                "/agent/dossiers/{number}/{page}?texte={index}#texte"
            )),
        })
        .collect()
}

/// The text that an address asks for, in the language of the person; nothing for another.
pub(crate) fn chosen_text(view: &OpenView, parameters: &HashMap<String, String>) -> String {
    let index = parameters.get("texte");
    let index = index.and_then(|index| index.parse::<usize>().ok()?.checked_sub(1));
    let text = index.and_then(|index| view.revision.file.reply_texts.get(index));
    text.map(|chosen| chosen.text.in_language(view.dossier.language).to_owned())
        .unwrap_or_default()
}
