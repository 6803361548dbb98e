//! Agents who sign in by the OpenID Connect provider of their organisation.

mod declaring;
mod leaving;
mod lies;
mod stand_in;
mod who;

use parvis_testkit::{Browser, Form, Page};

use crate::town::{Place, Town, in_towns};
use stand_in::{CLIENT, Person, SECRET, StandIn};

pub const DOOR: &str = "/agent/connexion/fournisseur";
const BACK: &str = "/agent/connexion/fournisseur/retour";
const SETTINGS: &str = "/agent/administration/connexion";
const EDIT: &str = "/agent/administration/connexion/modifier";
const TRIAL: &str = "/agent/connexion/fournisseur/essai";

/// A provider that Claire declared, tried out and opened.
pub struct Ground<'a> {
    pub town: &'a Town,
    pub provider: StandIn,
    pub claire: Browser,
}

impl<'a> Ground<'a> {
    pub fn open(town: &'a Town) -> Self {
        Self::with(town, |form| form)
    }

    /// The same, with other settings.
    pub fn with(town: &'a Town, fill: impl FnOnce(Form) -> Form) -> Self {
        let mut ground = Self::declared(town, &town.rochebrune, fill);
        ground.trial();
        ground.opens();
        ground
    }

    /// Declared only.
    pub fn declared(town: &'a Town, place: &Place, fill: impl FnOnce(Form) -> Form) -> Self {
        let provider = StandIn::start(town);
        town.make_administrator(place, "claire");
        let mut claire = town.agent(place, "claire");
        let form = claire.get(EDIT).shown().form("/modifier");
        let form = form
            .fill("emetteur", &provider.issuer())
            .fill("client", CLIENT)
            .fill("secret", SECRET)
            .fill("bouton", "mon compte de la ville");
        let saved = claire.submit(&fill(form));
        assert_eq!(saved.leads_to().split('?').next(), Some(SETTINGS));
        Self {
            town,
            provider,
            claire,
        }
    }

    /// Claire tries it out; the page that shows what came back.
    pub fn trial(&mut self) -> Page {
        let person = Person::verified("sub-claire", "claire@rochebrune.example");
        self.trial_of(person)
    }

    pub fn trial_of(&mut self, person: Person) -> Page {
        let asked = self.claire.get(TRIAL).leads_to().to_owned();
        let back = self.provider.signs_in(&asked, person);
        self.claire.get(&back)
    }

    pub fn opens(&mut self) {
        let form = self.claire.get(SETTINGS).shown().form("/ouvrir");
        let _ = self.claire.post_form(&form).shown();
    }

    /// Changes a setting.
    pub fn changes(&mut self, fill: impl FnOnce(Form) -> Form) {
        let form = self.claire.get(EDIT).shown().form("/modifier");
        let _ = self.claire.post_form(&fill(form)).shown();
    }

    /// A new browser leaves for the provider; where it is sent.
    pub fn leaves(&self) -> (Browser, String) {
        let mut browser = self.town.rochebrune.browser();
        let asked = browser.get(DOOR).leads_to().to_owned();
        (browser, asked)
    }

    /// Somebody signs in with a new browser; the answer of the house.
    pub fn comes(&self, person: Person) -> (Browser, Page) {
        let (mut browser, asked) = self.leaves();
        let back = self.provider.signs_in(&asked, person);
        let page = browser.get(&back);
        self.town.later(60);
        (browser, page)
    }
}

/// Runs a test with a provider that is open, on each engine.
pub fn with_provider(test: impl Fn(Ground<'_>)) {
    in_towns(|town| test(Ground::open(town)));
}

pub fn claire() -> Person {
    Person::verified("sub-claire", "claire@rochebrune.example")
}

/// Whether the browser is the one of a signed-in agent.
pub fn is_in(browser: &mut Browser) -> bool {
    browser.get("/agent").status == http::StatusCode::OK
}
