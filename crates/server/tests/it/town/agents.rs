//! How agents come in: by the pages, with password and time-based code.

use std::sync::OnceLock;

use parvis_access::{password, totp};
use parvis_kernel::{Clock, Ctx};
use parvis_testkit::{Browser, Form, Page};

use super::{Place, Town};

/// The password of every agent.
pub const PASSWORD: &str = "le heron cendre attend la maree";
/// The secret of every second factor.
const SECRET: [u8; 20] = *b"twenty-secret-bytes!";
/// A time-based code serves once; the next one comes after this many seconds.
const NEXT_CODE: u64 = 31;

/// Computed once: it is slow on purpose.
pub fn password_hash() -> String {
    static HASH: OnceLock<String> = OnceLock::new();
    HASH.get_or_init(|| password::hash(PASSWORD).unwrap())
        .clone()
}

impl Town {
    /// The browser of an agent who signed in, the second factor enrolled before if need be.
    pub fn agent(&self, place: &Place, who: &str) -> Browser {
        self.enrol(place, who);
        self.later(NEXT_CODE);
        self.agent_in(place, place.browser(), who)
    }

    /// The same browser, once an agent who has a second factor signed in with it.
    pub fn agent_in(&self, place: &Place, mut browser: Browser, who: &str) -> Browser {
        let asked = self.give_password(place, &mut browser, who);
        let code = totp::code_at(&SECRET, self.test.clock.now()).unwrap();
        let form = browser.follow(asked).form("/agent/connexion/code");
        let queue = browser.post_form(&form.fill("code", &code));
        assert_eq!(queue.path, "/agent");
        let _ = queue.shown();
        browser
    }

    /// Gives address and password at the door of agents.
    pub fn give_password(&self, place: &Place, browser: &mut Browser, who: &str) -> Page {
        let email = format!("{who}@{}.example", place.organisation.slug);
        let form = browser
            .get("/agent/connexion")
            .shown()
            .form("/agent/connexion");
        browser.submit(&form.fill("email", &email).fill("password", PASSWORD))
    }

    /// The batch that an agent prepares with the first dossier of their list.
    pub fn batch(&self, agent: &mut Browser) -> String {
        let ticks = agent.get("/agent").shown().form("/agent/lots");
        let choice = ticks.offered("choix")[0].to_owned();
        let preview = agent.post_form(&ticks.tick("choix", &choice).fill("acte", "take"));
        let path = preview.shown().path;
        path.rsplit('/').next().unwrap().to_owned()
    }

    /// The standard text that an agent keeps for their group.
    pub fn standard_text(&self, agent: &mut Browser) -> String {
        let form = self.standard_text_form(agent);
        let list = agent.post_form(&form).shown();
        let links = list.attrs("table a", "href");
        let link = links.last().unwrap();
        link.rsplit('/').next().unwrap().to_owned()
    }

    /// The form that keeps a standard text for the group of an agent.
    pub fn standard_text_form(&self, agent: &mut Browser) -> Form {
        let page = agent.get("/agent/textes/nouveau").shown();
        let groups = page.attrs("input[name=pour]", "value");
        page.form("/agent/textes")
            .fill("pour", groups.last().unwrap())
            .fill("ou", "message")
            .fill("titre", "Justificatif trop ancien")
            .fill(
                "texte",
                "Votre demande {numero} a besoin d’un justificatif récent.",
            )
    }

    /// The view that an agent saves of their list.
    pub fn view(&self, agent: &mut Browser) -> String {
        let form = self.view_form(agent);
        let list = agent.post_form(&form).shown();
        let links = list.attrs("nav a[aria-current=true]", "href");
        let link = links.iter().find_map(|link| link.split("vue=").nth(1));
        link.unwrap().to_owned()
    }

    /// The form that saves the list of an agent as a view.
    pub fn view_form(&self, agent: &mut Browser) -> Form {
        let links = agent.get("/agent").shown().attrs("main a", "href");
        let mut links = links.into_iter();
        let link = links.find(|link| link.contains("/vues/nouvelle"));
        let page = agent.get(&link.unwrap()).shown();
        page.form("/agent/vues")
            .fill("nom", "À traiter cette semaine")
    }

    /// The export that an agent asks of their list.
    pub fn export(&self, agent: &mut Browser) -> String {
        let form = self.export_form(agent);
        let _ = agent.post_form(&form).shown();
        let page = agent.get("/agent/exports").shown();
        let form = page.form("/supprimer");
        form.action().split('/').nth(3).unwrap().to_owned()
    }

    /// The form that asks for an export of the list of an agent.
    pub fn export_form(&self, agent: &mut Browser) -> Form {
        let links = agent.get("/agent").shown().attrs("main a", "href");
        let mut links = links.into_iter();
        let link = links.find(|link| link.contains("/exports/nouveau"));
        let page = agent.get(&link.unwrap()).shown();
        page.form("/agent/exports").fill("format", "csv")
    }

    fn enrol(&self, place: &Place, who: &str) {
        let id = place.agents.iter().find(|(own, _)| *own == who).unwrap().1;
        let now = self.test.clock.now();
        let ctx = Ctx::house(place.organisation.id, now);
        let code = totp::code_at(&SECRET, now).unwrap();
        // Already enrolled: refused, and that is fine.
        let _ = self.house.store.write_blocking(move |tx| {
            parvis_access::agent::enrol_second_factor(&ctx, tx, id, &SECRET, &code)
        });
    }
}

impl Town {
    /// The code that an agent's application shows for the key of a page of enrolment.
    pub fn code_of(&self, page: &Page) -> String {
        let key = page.text("strong.parvis-reference").replace(' ', "");
        totp::code_at(&decoded(&key), self.test.clock.now()).unwrap()
    }
}

/// Base 32 (RFC 4648), as an application reads it.
pub fn decoded(key: &str) -> Vec<u8> {
    let (mut bits, mut held, mut bytes) = (0_u32, 0_u32, Vec::new());
    for letter in key.bytes() {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'2'..=b'7' => letter - b'2' + 26,
            other => panic!("not base 32: {other}"),
        };
        bits = (bits << 5) | u32::from(value);
        held += 5;
        if held >= 8 {
            held -= 8;
            bytes.push(u8::try_from((bits >> held) & 0xff).unwrap());
        }
    }
    bytes
}
