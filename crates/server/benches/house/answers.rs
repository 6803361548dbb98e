//! What each person asks for, drawn by seeded chance, and what the answer must be.

use std::collections::BTreeMap;

use jiff::{ToSpan, Zoned};

use crate::chance::Chance;
use crate::forms::{File, Form, Value, text};
use crate::people::Person;
use crate::pieces;

/// The procedures, by their addresses.
pub const CERTIFICATE: &str = "acte-naissance";
/// School and canteen.
pub const SCHOOL: &str = "ecole-cantine";
/// A report without identity.
pub const REPORT: &str = "signaler-un-probleme";

/// How a person is known again.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Known {
    /// By a code sent to their address.
    Email,
    /// By a follow-up code.
    Code,
    /// By a follow-up code, and nobody knows who they are.
    Anonymous,
}

/// How the file must end.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Expected {
    /// The decision gives what was asked.
    Accepted,
    /// The decision refuses it.
    Refused,
    /// Closed without a decision, which was not asked.
    Closed,
}

/// What goes wrong on the way, and is put right.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Slips {
    /// A wrong code is typed first.
    pub wrong_code: bool,
    /// The declaration is first left unticked.
    pub undeclared: bool,
    /// The deposit is sent twice.
    pub twice: bool,
}

/// What a person asks for.
#[derive(Debug, Clone)]
pub struct Plan {
    /// Who asks.
    pub person: Person,
    /// The procedure.
    pub procedure: &'static str,
    /// How they are known again.
    pub known: Known,
    /// Who helps them, if somebody does.
    pub helper: Option<String>,
    /// How many rows of children.
    pub rows: usize,
    /// How the file must end.
    pub expected: Expected,
    /// What goes wrong on the way.
    pub slips: Slips,
    texts: BTreeMap<String, Vec<String>>,
    files: BTreeMap<String, File>,
}

impl Plan {
    /// The plan of a person: the procedure and everything else by chance.
    pub fn drawn(person: &Person, everybody: &[Person], mut chance: Chance) -> Self {
        let procedure = match chance.below(100) {
            0..40 => CERTIFICATE,
            40..75 => SCHOOL,
            _ => REPORT,
        };
        let mut plan = Self::blank(person, procedure);
        plan.slips = Slips {
            wrong_code: chance.percent(3),
            undeclared: chance.percent(3),
            twice: chance.percent(5),
        };
        plan.known = match chance.below(100) {
            0..10 => Known::Code,
            10..70 if procedure == REPORT => Known::Anonymous,
            _ => Known::Email,
        };
        let helped = plan.known != Known::Anonymous && chance.percent(10);
        plan.helper = helped.then(|| {
            let helper = chance.pick(everybody);
            format!("{} {}", helper.first_names, helper.family_name)
        });
        match procedure {
            CERTIFICATE => plan.certificate(everybody, &mut chance),
            SCHOOL => plan.school(everybody, &mut chance),
            _ => plan.report(&mut chance),
        }
        plan
    }

    /// The plan of the measures: an extract of one's own birth certificate, by e-mail.
    pub fn extract(person: &Person) -> Self {
        let mut plan = Self::blank(person, CERTIFICATE);
        plan.put("document", "extract");
        plan.put("copies", "1");
        plan.identity("person", person, true);
        plan.put("born_here", "yes");
        plan.address("delivery_address", person);
        plan
    }

    /// The plan of the measures: a report that nobody signs.
    pub fn quick_report(person: &Person) -> Self {
        let mut plan = Self::blank(person, REPORT);
        plan.known = Known::Anonymous;
        plan.expected = Expected::Closed;
        plan.put("category", "road");
        plan.put("road_problem", "hole");
        plan.put("danger", "no");
        plan.address("place", person);
        plan.put(
            "details",
            "Un trou au milieu de la chaussée, devant le numéro indiqué.",
        );
        plan.put("wants_news", "no");
        plan
    }

    fn blank(person: &Person, procedure: &'static str) -> Self {
        Self {
            person: person.clone(),
            procedure,
            known: Known::Email,
            helper: None,
            rows: 0,
            expected: Expected::Accepted,
            slips: Slips::default(),
            texts: BTreeMap::new(),
            files: BTreeMap::new(),
        }
    }

    fn put(&mut self, name: &str, value: impl Into<String>) {
        self.texts.insert(name.to_owned(), vec![value.into()]);
    }

    fn put_all(&mut self, name: &str, values: &[&str]) {
        let values = values.iter().map(|value| (*value).to_owned()).collect();
        self.texts.insert(name.to_owned(), values);
    }

    fn identity(&mut self, name: &str, person: &Person, born: bool) {
        self.put(&format!("{name}-family-name"), &person.family_name);
        self.put(&format!("{name}-first-names"), &person.first_names);
        if born {
            for (part, value) in ["birth-day", "birth-month", "birth-year"]
                .iter()
                .zip(&person.born)
            {
                self.put(&format!("{name}-{part}"), value);
            }
        }
    }

    fn address(&mut self, name: &str, person: &Person) {
        self.put(&format!("{name}-number"), &person.number);
        self.put(&format!("{name}-street"), &person.street);
        self.put(&format!("{name}-postcode"), &person.postcode);
        self.put(&format!("{name}-commune"), &person.commune);
        self.put(&format!("{name}-commune-code"), &person.commune_code);
    }

    fn piece(&mut self, name: &str, shown: &str, chance: &mut Chance) {
        if chance.percent(10) {
            self.put(&format!("{name}-other-way"), "yes");
        } else {
            self.files
                .insert(name.to_owned(), pieces::paper(shown, chance));
        }
    }

    fn certificate(&mut self, everybody: &[Person], chance: &mut Chance) {
        let document = *chance.pick(&[
            "extract",
            "extract",
            "extract",
            "extract_with_parents",
            "full_copy",
        ]);
        self.put("document", document);
        self.put("copies", chance.between(1, 3).to_string());
        let link = *chance.pick(&[
            "self",
            "self",
            "spouse",
            "ascendant",
            "descendant",
            "representative",
            "professional",
            "other",
        ]);
        self.put("link", link);
        let own = self.person.clone();
        let born = if link == "self" || chance.percent(50) {
            &own
        } else {
            chance.pick(everybody)
        };
        self.identity("person", born, true);
        let here = chance.percent(85);
        self.put("born_here", if here { "yes" } else { "no" });
        self.put("birth_commune", &born.commune);
        self.put("birth_commune-code", &born.commune_code);
        self.identity("first_parent", chance.pick(everybody), false);
        if chance.percent(70) {
            self.identity("second_parent", chance.pick(everybody), false);
        }
        self.piece("link_proof", "livret-de-famille", chance);
        self.address("delivery_address", &own);
        let closed_to_them = document != "extract" && link == "other";
        if closed_to_them || !here {
            self.expected = Expected::Refused;
        }
    }

    fn school(&mut self, everybody: &[Person], chance: &mut Chance) {
        let needs = chance.some(&["school", "canteen"]);
        self.put_all("needs", &needs);
        self.put(
            "reason",
            *chance.pick(&["first", "next_school", "moved", "other"]),
        );
        let today = Zoned::now().date();
        let days = i64::try_from(chance.between(20, 200)).unwrap_or(20);
        let from = today.saturating_add(days.days());
        self.put("start_date-day", from.day().to_string());
        self.put("start_date-month", from.month().to_string());
        self.put("start_date-year", from.year().to_string());
        self.rows = *chance.pick(&[1, 1, 1, 2, 2, 3]);
        for row in 0..self.rows {
            self.child(row, i32::from(today.year()), everybody, chance);
        }
        let own = self.person.clone();
        self.address("home", &own);
        let other = chance.percent(70);
        self.put("has_other_parent", if other { "yes" } else { "no" });
        let parent = chance.pick(everybody);
        self.identity("other_parent", parent, false);
        if chance.percent(60) {
            self.put("other_parent_phone", &parent.phone);
        }
        self.put("lunch_phone", &own.phone);
        self.put("invoice", *chance.pick(&["email", "post"]));
        self.put("invoice_email", &own.email);
        self.piece("family_proof", "livret-de-famille", chance);
        self.piece("address_proof", "justificatif-de-domicile", chance);
    }

    fn child(&mut self, row: usize, year: i32, everybody: &[Person], chance: &mut Chance) {
        const LEVELS: [&str; 9] = ["tps", "ps", "ms", "gs", "cp", "ce1", "ce2", "cm1", "cm2"];
        let level = chance.below(LEVELS.len());
        let name = |part: &str| format!("children.{row}.{part}");
        let first_names = chance.pick(everybody).first_names.clone();
        let family_name = self.person.family_name.clone();
        self.put(&name("child-family-name"), family_name);
        self.put(&name("child-first-names"), first_names);
        let born = year - 2 - i32::try_from(level).unwrap_or(0);
        self.put(&name("child-birth-day"), chance.between(1, 28).to_string());
        self.put(
            &name("child-birth-month"),
            chance.between(1, 10).to_string(),
        );
        self.put(&name("child-birth-year"), born.to_string());
        self.put(&name("level"), LEVELS[level]);
        let days = chance.some(&["monday", "tuesday", "thursday", "friday"]);
        self.put_all(&name("canteen_days"), &days);
        self.put(
            &name("menu"),
            *chance.pick(&["daily", "daily", "vegetarian"]),
        );
        if LEVELS[level] == "tps" {
            self.expected = Expected::Refused;
        }
    }

    fn report(&mut self, chance: &mut Chance) {
        self.expected = Expected::Closed;
        let category = *chance.pick(&["road", "light", "waste", "green", "noise", "other"]);
        self.put("category", category);
        self.put(
            "road_problem",
            *chance.pick(&["hole", "broken_pavement", "blocked", "sign"]),
        );
        self.put(
            "waste_problem",
            *chance.pick(&["bulky", "bags", "rubble", "graffiti"]),
        );
        let times = chance.some(&["day", "evening", "night", "weekend"]);
        self.put_all("noise_times", &times);
        self.put("danger", if chance.percent(10) { "yes" } else { "no" });
        let own = self.person.clone();
        self.address("place", &own);
        if chance.percent(40) {
            self.put("landmark", "En face de l’école, près de l’arrêt de bus.");
        }
        self.put(
            "details",
            "C’est là depuis plusieurs jours. Merci de regarder.",
        );
        if chance.percent(50) {
            self.files
                .insert("photo".to_owned(), pieces::photograph("photo", chance));
        }
        let news = chance.percent(30);
        self.put("wants_news", if news { "yes" } else { "no" });
        self.put("news_email", &own.email);
    }

    /// What this person puts in an input of a form; nothing to leave it as it is shown.
    pub fn answer(&self, form: &Form, name: &str) -> Option<Vec<Value>> {
        if !form.offered(&format!("{name}-code")).is_empty() {
            // A commune is chosen among several: the text of another stays empty.
            return Some(vec![text("")]);
        }
        if let Some(file) = self.files.get(name) {
            let held = !form.hidden(name).is_empty();
            return (!held).then(|| vec![Value::File(file.clone())]);
        }
        let values = self.texts.get(&self.without_row(form, name))?;
        Some(values.iter().map(|value| text(value)).collect())
    }

    /// `children.0.level` for the input of the first row, whose true name holds the identifier of the row.
    fn without_row(&self, form: &Form, name: &str) -> String {
        let mut parts = name.splitn(3, '.');
        let (Some(block), Some(row), Some(cell)) = (parts.next(), parts.next(), parts.next())
        else {
            return name.to_owned();
        };
        let index = form
            .hidden(block)
            .iter()
            .position(|id| *id == row)
            .unwrap_or(0);
        format!("{block}.{index}.{cell}")
    }
}
