//! What a person does on the pages, from the search to the receipt.

use parvis_testkit::{Browser, Form, Page};

use super::{Place, Town};

/// How the person wants to be known again.
#[derive(Debug, Clone, Copy)]
pub enum Known<'a> {
    Email(&'a str),
    Code,
    Anonymous,
}

/// What a person answers, by name of input; `*` stands for the row of a block.
pub type Answers = &'static [(&'static str, &'static str)];

/// The smallest picture.
pub const PNG: &[u8] = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc\xf8\x0f\0\x01\x01\x01\0\xb18\xf6\x14\0\0\0\0IEND\xaeB`\x82";

const BIRTH: Answers = &[
    ("document", "extract_with_parents"),
    ("copies", "2"),
    ("link", "descendant"),
    ("person-family-name", "Lenoir"),
    ("person-first-names", "Anaïs"),
    ("person-birth-day", "2"),
    ("person-birth-month", "3"),
    ("person-birth-year", "1951"),
    ("born_here", "yes"),
    ("first_parent-family-name", "Lenoir"),
    ("first_parent-first-names", "Marius"),
    ("delivery_address-number", "12"),
    ("delivery_address-street", "rue du Puits"),
    ("delivery_address-postcode", "84110"),
    ("delivery_address-commune", "Vaison-la-Romaine"),
];

const SCHOOL: Answers = &[
    ("needs", "school"),
    ("needs", "canteen"),
    ("reason", "first"),
    ("start_date-day", "4"),
    ("start_date-month", "1"),
    ("start_date-year", "2027"),
    ("children.*.child-family-name", "Lenoir"),
    ("children.*.child-first-names", "Tom"),
    ("children.*.child-birth-day", "5"),
    ("children.*.child-birth-month", "6"),
    ("children.*.child-birth-year", "2022"),
    ("children.*.level", "ms"),
    ("children.*.canteen_days", "monday"),
    ("children.*.canteen_days", "friday"),
    ("children.*.menu", "daily"),
    ("home-number", "12"),
    ("home-street", "rue du Puits"),
    ("home-postcode", "84110"),
    ("home-commune", "Vaison-la-Romaine"),
    ("has_other_parent", "no"),
    ("lunch_phone", "06 12 34 56 78"),
    ("invoice", "post"),
    ("address_proof-other-way", "yes"),
];

const REPORT: Answers = &[
    ("category", "road"),
    ("road_problem", "hole"),
    ("danger", "no"),
    ("place-street", "rue du Puits"),
    ("place-postcode", "84110"),
    ("place-commune", "Vaison-la-Romaine"),
    ("details", "Un trou devant le numéro 12."),
    ("wants_news", "no"),
];

const AID: Answers = &[
    ("hit_here", "yes"),
    ("main_home", "yes"),
    ("place-number", "12"),
    ("place-street", "rue du Puits"),
    ("place-postcode", "84110"),
    ("place-commune", "Vaison-la-Romaine"),
    ("people", "3"),
    ("damage", "rooms"),
    ("can_sleep", "yes"),
    ("insured", "told"),
    ("phone", "06 12 34 56 78"),
    ("iban", "FR14 2004 1010 0505 0001 3M02 606"),
];

/// Right answers to a procedure.
pub fn answers(slug: &str) -> Answers {
    match slug {
        "acte-naissance" => BIRTH,
        "ecole-cantine" => SCHOOL,
        "signaler-un-probleme" => REPORT,
        "aide-urgence" => AID,
        other => panic!("no answers for {other}"),
    }
}

impl Town {
    /// Begins a draft; returns its number and the page that follows.
    pub fn begin(
        &self,
        place: &Place,
        browser: &mut Browser,
        slug: &str,
        known: Known<'_>,
    ) -> (String, Page) {
        let start = format!("/demarches/{slug}/commencer");
        let form = browser.get(&start).shown().form("/commencer");
        let page = match known {
            Known::Email(address) => {
                let asked = form.fill("connu", "courriel").fill("courriel", address);
                let page = browser.post_form(&asked).shown();
                self.give_code(browser, &page, address)
            }
            Known::Code => browser.post_form(&form.fill("connu", "code")),
            Known::Anonymous => browser.post_form(&form.fill("connu", "anonyme")),
        };
        let page = page.shown();
        let number = number_in(&page.path);
        let page = match known {
            Known::Email(_) => page,
            // The page that shows the follow-up code says where to go on.
            Known::Code | Known::Anonymous => {
                let next = page
                    .attrs("main a.govuk-button", "href")
                    .into_iter()
                    .next()
                    .unwrap();
                browser.open(&next).shown()
            }
        };
        assert!(!page.path.starts_with(place.organisation.slug.as_str()));
        (number, page)
    }

    /// Gives the code that a mail brought.
    pub fn give_code(&self, browser: &mut Browser, page: &Page, address: &str) -> Page {
        self.work();
        let code = self.post.code(address);
        browser.post_form(&page.form("/code").fill("code", &code))
    }

    /// Says for whom it is, and comes to the first step.
    pub fn first_step(&self, browser: &mut Browser, page: Page) -> Page {
        let page = match page.find_form("/pour-qui") {
            Some(form) => browser.post_form(
                &form
                    .fill("pour", "moi")
                    .fill("nom", "Lenoir")
                    .fill("prenoms", "Zoé"),
            ),
            None => page,
        };
        match step_of(&page.path) {
            Some(_) => page,
            None => browser.open(&first_task(&page)),
        }
    }

    /// A draft of somebody without e-mail, on its first step: their browser, its number, the page.
    pub fn drafting(&self, slug: &str) -> (Browser, String, Page) {
        let mut browser = self.rochebrune.browser();
        let place = &self.rochebrune;
        let (number, page) = self.begin(place, &mut browser, slug, Known::Code);
        let step = self.first_step(&mut browser, page);
        (browser, number, step)
    }

    /// Says for whom it is, answers every step, and comes to the page that checks the answers.
    pub fn fill(&self, browser: &mut Browser, number: &str, page: Page, answers: Answers) -> Page {
        let mut page = self.first_step(browser, page);
        for _ in 0..40 {
            page = page.shown();
            let Some(step) = step_of(&page.path) else {
                return browser
                    .open(&format!("/dossiers/{number}/verifier"))
                    .shown();
            };
            let form = filled(page.form(&format!("/etapes/{step}")), answers);
            page = browser.post_form(&form);
        }
        panic!("the steps never end: {}", page.path);
    }

    /// Declares and deposits; the page of the receipt.
    pub fn declare(&self, browser: &mut Browser, number: &str) -> Page {
        let page = browser.get(&format!("/dossiers/{number}/declarer")).shown();
        let form = page.form("/declarer").fill("declaration", "oui");
        let receipt = browser.post_form(&form).shown();
        assert_eq!(receipt.path, format!("/dossiers/{number}/recepisse"));
        receipt
    }

    /// A deposited dossier of a new person: their browser, its number.
    pub fn deposited(&self, place: &Place, slug: &str, known: Known<'_>) -> (Browser, String) {
        let mut browser = place.browser();
        let (number, page) = self.begin(place, &mut browser, slug, known);
        self.fill(&mut browser, &number, page, answers(slug));
        self.declare(&mut browser, &number);
        self.work();
        (browser, number)
    }
}

/// The number in the address of a page of a dossier.
pub fn number_in(path: &str) -> String {
    let rest = path.split("/dossiers/").nth(1);
    let number = rest.and_then(|rest| rest.split(['/', '?']).next());
    number
        .unwrap_or_else(|| panic!("no number in {path}"))
        .to_owned()
}

fn step_of(path: &str) -> Option<String> {
    let rest = path.split("/etapes/").nth(1)?;
    rest.split('?').next().map(str::to_owned)
}

fn first_task(page: &Page) -> String {
    let mut links = page.attrs("main a", "href").into_iter();
    links
        .find(|link| link.contains("/etapes/"))
        .unwrap_or_else(|| panic!("no step to begin: {} {}", page.path, page.told()))
}

/// Fills in all that the page asks and that there is an answer to; gives a picture where a piece is asked.
pub fn filled(form: Form, answers: Answers) -> Form {
    let names: Vec<String> = form.names().into_iter().map(str::to_owned).collect();
    let mut form = form;
    for name in &names {
        let given: Vec<&str> = answers
            .iter()
            .filter(|(own, _)| is_named(own, name))
            .map(|(_, value)| *value)
            .collect();
        form = match given.as_slice() {
            [] => form,
            [one] if form.kind(name) != "checkbox" => form.fill(name, one),
            many => many.iter().fold(form, |form, value| form.tick(name, value)),
        };
        if form.kind(name) == "file" && name != "photo" && !is_other_way(name, answers) {
            form = form.file(name, "preuve.png", PNG);
        }
    }
    form
}

fn is_named(own: &str, name: &str) -> bool {
    match own.split_once(".*.") {
        None => own == name,
        Some((block, cell)) => name
            .strip_prefix(block)
            .and_then(|rest| rest.strip_prefix('.'))
            .and_then(|rest| rest.split_once('.'))
            .is_some_and(|(_, last)| last == cell),
    }
}

fn is_other_way(name: &str, answers: Answers) -> bool {
    answers
        .iter()
        .any(|(own, _)| *own == format!("{name}-other-way"))
}
