//! Persons who chose to have an account.

use parvis_access::{AccessError, OrganisationRole, role};
use parvis_kernel::{Clock, Ctx};
use parvis_testkit::{Browser, Page};

use super::{Place, Town};

/// The password of every account.
pub const SECRET_SENTENCE: &str = "la glycine refleurit sous la pluie";

impl Town {
    /// Opens an account by the pages; the browser is signed in.
    pub fn open_account(&self, place: &Place, address: &str) -> Browser {
        let mut browser = place.browser();
        self.open_account_in(&mut browser, address);
        browser
    }

    /// The same, in a browser that may hold something already.
    pub fn open_account_in(&self, browser: &mut Browser, address: &str) {
        let page = browser.get("/compte/ouvrir").shown();
        let waiting = browser.post_form(&page.form("/compte/ouvrir").fill("email", address));
        let choose = self.give_code(browser, &waiting.shown(), address).shown();
        let form = choose.form("/compte/ouvrir/suite");
        let home = browser.post_form(&form.fill("password", SECRET_SENTENCE));
        assert_eq!(home.shown().path, "/compte?fait=ouvert");
        self.work();
    }

    /// Gives an address and a password on the page of sign-in.
    pub fn sign_in(&self, browser: &mut Browser, address: &str, password: &str) -> Page {
        let page = browser.get("/compte/connexion").shown();
        let form = page.form("/compte/connexion");
        browser.post_form(&form.fill("email", address).fill("password", password))
    }

    /// Adds a second factor to the account of a browser; the page that shows the recovery codes.
    pub fn add_second_factor(&self, browser: &mut Browser) -> (Page, Page) {
        let page = browser.get("/compte/second-facteur").shown();
        let code = self.code_of(&page);
        let form = page.form("/compte/second-facteur").fill("code", &code);
        let codes = browser.post_form(&form).shown();
        self.work();
        (page, codes)
    }

    /// Makes an agent an administrator.
    pub fn make_administrator(&self, place: &Place, who: &str) {
        let id = place.agents.iter().find(|(own, _)| *own == who).unwrap().1;
        let ctx = Ctx::house(place.organisation.id, self.test.clock.now());
        let granted = self.house.store.write_blocking(move |tx| {
            role::grant(&ctx, tx, id, OrganisationRole::Administrator)?;
            Ok::<_, AccessError>(())
        });
        granted.unwrap();
    }

    /// The path of the link in the last mail to an address that says something.
    pub fn link_of(&self, address: &str, said: &str) -> String {
        self.work();
        let mails = self.post.to(address).into_iter().rev();
        let mut texts = mails.map(|mail| mail.text.as_str().to_owned());
        let text = texts.find(|text| text.contains(said)).unwrap();
        let found = text.split_whitespace().find_map(|word| {
            let path = word.split_once("/compte/")?.1;
            Some(format!("/compte/{path}"))
        });
        found.unwrap_or_else(|| panic!("no link in {text}"))
    }
}
