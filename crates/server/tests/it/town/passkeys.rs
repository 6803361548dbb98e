//! Persons whose device holds a passkey.

use parvis_testkit::{Authenticator, Browser, Form, Page};

use super::Town;

impl Town {
    /// What a page asks of a device: the options, and the origin at which the page says that they serve.
    pub fn asked(&self, browser: &mut Browser, page: &Page) -> (String, String) {
        let of = |name| {
            page.attr("form[data-passkey]", name)
                .expect("a passkey is offered")
        };
        let form = page.form(form_of(page)).to(&of("data-options"));
        let options = browser.submit(&form).shown();
        assert_eq!(options.header("content-type"), "application/json");
        (options.source(), of("data-passkey"))
    }

    /// The form of a page, with what the device of the person answers.
    pub fn answered(&self, browser: &mut Browser, page: &Page, device: &mut Authenticator) -> Form {
        let (options, origin) = self.asked(browser, page);
        let answer = match options.contains("\"user\"") {
            true => device.make(&options, &origin),
            false => device.prove(&options, &origin),
        };
        page.form(form_of(page)).tamper("reponse", &answer)
    }

    /// Adds a passkey to the account of a browser; the page that follows.
    pub fn add_passkey(
        &self,
        browser: &mut Browser,
        device: &mut Authenticator,
        name: &str,
    ) -> Page {
        let page = browser.get("/compte/cles/ajouter").shown();
        let form = self.answered(browser, &page, device).fill("nom", name);
        let next = browser.post_form(&form).shown();
        self.work();
        next
    }

    /// Signs in with a passkey, in a browser that knows nothing; where that leads.
    pub fn enter_with(&self, browser: &mut Browser, device: &mut Authenticator) -> Page {
        let page = browser.get("/compte/connexion").shown();
        let form = self.answered(browser, &page, device);
        browser.post_form(&form)
    }
}

/// The end of the address of the form that a device answers.
fn form_of(page: &Page) -> &'static str {
    match page.find_form("/compte/cles/ajouter") {
        Some(_) => "/compte/cles/ajouter",
        None => "/compte/connexion/cle",
    }
}
