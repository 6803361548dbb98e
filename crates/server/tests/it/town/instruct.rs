//! What an agent does on the pages of a file.

use parvis_testkit::{Browser, Page};

use super::Town;

/// Why a request is refused, in fact.
pub const IN_FACT: &str = "L’acte demandé n’est pas conservé par notre commune.";

impl Town {
    /// Opens a file.
    pub fn open_file(&self, agent: &mut Browser, number: &str) -> Page {
        agent.get(&format!("/agent/dossiers/{number}")).shown()
    }

    /// Takes a file and puts it under instruction.
    pub fn take(&self, agent: &mut Browser, number: &str) -> Page {
        let file = self.open_file(agent, number);
        let taken = agent.post_form(&file.form("/attribuer").press("a", "moi"));
        let _ = taken.shown();
        let file = self.open_file(agent, number);
        agent.post_form(&file.form("/instruire")).shown()
    }

    /// Asks the person for something on the named fields.
    pub fn ask(&self, agent: &mut Browser, number: &str, field: &str, text: &str) -> Page {
        let page = agent
            .get(&format!("/agent/dossiers/{number}/demander"))
            .shown();
        let form = page.form("/demander");
        let offered = form.offered("champs");
        let place = offered
            .iter()
            .find(|place| **place == field || place.ends_with(field))
            .unwrap_or_else(|| panic!("{field} cannot be asked: {offered:?}"));
        let form = form.clone().tick("champs", place).fill("texte", text);
        agent.post_form(&form).shown()
    }

    /// Decides in full, or refuses.
    pub fn decide(&self, agent: &mut Browser, number: &str, outcome: &str) -> Page {
        let page = agent
            .get(&format!("/agent/dossiers/{number}/decider"))
            .shown();
        let mut form = page
            .form("/decider")
            .fill("issue", outcome)
            .fill("signature", "teleservice");
        if outcome == "refused" {
            let ground = form.offered("motif")[0].to_owned();
            form = form.tick("motif", &ground).fill("fait", IN_FACT);
        }
        let preview = agent.submit(&form.press("etape", "relire")).shown();
        agent
            .post_form(&preview.form("/decider").press("etape", "confirmer"))
            .shown()
    }
}
