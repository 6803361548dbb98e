//! The aid after a disaster, from the library: decided, checked, ordered.

use parvis_kernel::{Clock, Ctx};
use parvis_testkit::{Browser, Form, Page};

use super::{Known, Town};

impl Town {
    /// Opens the aid of the library in Rochebrune; again is nothing new.
    pub fn open_aid(&self) {
        let aid = parvis_demarche::LIBRARY.iter();
        let aid = aid.filter(|(name, _)| *name == "aide-urgence-catastrophe.yaml");
        let (name, source) = aid.copied().next().unwrap();
        let source = source
            .replace("service: ccas", "service: vie-scolaire")
            .replace("group: ccas", "group: vie-scolaire");
        let checked = parvis_demarche::check(name, &source).unwrap();
        let claire = self.rochebrune.agents[0].1;
        let ctx = Ctx::house(self.rochebrune.organisation.id, self.test.clock.now());
        self.house
            .store
            .write_blocking(move |tx| {
                parvis_demarche::confirm(&ctx, tx, &checked, claire)?;
                parvis_demarche::publish(&ctx, tx, &checked)
            })
            .unwrap();
    }

    /// A request for aid that Claire granted to somebody known so: the browser of its person, its number.
    pub fn aid_decided(&self, known: Known<'_>) -> (Browser, String) {
        self.open_aid();
        let (person, number) = self.deposited(&self.rochebrune, "aide-urgence", known);
        let mut claire = self.agent(&self.rochebrune, "claire");
        self.take(&mut claire, &number);
        self.decide(&mut claire, &number, "in-full");
        (person, number)
    }

    /// The form on which Karim checks the account of a request for aid.
    pub fn account_to_check(&self) -> (Browser, Form) {
        let (_, number) = self.aid_decided(Known::Code);
        self.account_of(&number)
    }

    /// The form on which Karim checks the account of this request.
    pub fn account_of(&self, number: &str) -> (Browser, Form) {
        let mut karim = self.agent(&self.rochebrune, "karim");
        let page = karim.get(&format!("/agent/dossiers/{number}/compte"));
        let form = page.shown().form("/compte").fill("compte", "montre");
        (karim, form)
    }

    /// The form on which Karim confirms an order.
    pub fn order_to_make(&self) -> (Browser, Form) {
        let (mut karim, form) = self.account_to_check();
        let _ = karim.post_form(&form).shown();
        let form = self.order_of(&mut karim);
        (karim, form)
    }

    /// The form on which an agent confirms an order of all that may be ordered.
    pub fn order_of(&self, by: &mut Browser) -> Form {
        let group = self.group_of("vie-scolaire");
        let list = by.get(&format!("/agent/paiements?groupe={group}"));
        let links = list.shown().attrs("main a", "href").into_iter();
        let mut links = links.filter(|link| link.contains("/paiements/nouveau"));
        let page = by.open(&links.next().expect("something to order"));
        page.shown().form("/agent/paiements")
    }

    /// An order just made, as Karim reads it.
    pub fn order_made(&self) -> (Browser, Page) {
        let (mut karim, form) = self.order_to_make();
        let page = karim.post_form(&form).shown();
        (karim, page)
    }

    fn group_of(&self, slug: &str) -> String {
        let organisation = self.rochebrune.organisation.id;
        let groups = self
            .house
            .store
            .read_blocking(move |tx| parvis_organisation::groups(tx, organisation))
            .unwrap();
        let mut groups = groups.into_iter();
        let found = groups.find(|(group, _)| group.slug == slug);
        found.unwrap().0.id.to_string()
    }
}
