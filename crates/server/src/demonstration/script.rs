//! The script of one dossier: who, what, how it ends. Drawn from a seed before anything is written.

use std::sync::Arc;

use jiff::tz::TimeZone;
use parvis_demarche::Revision;
use parvis_dossier::model::Identification;
use parvis_dossier::people::NewHelper;
use parvis_kernel::{Instant, Language};
use parvis_law::EffectKind;

use super::calendar::Hours;
use super::communes::Town;
use super::course::Course;
use super::people::Person;
use super::random::Random;
use super::stories::{Asker, Given, Shelf, Story, story, talk};

/// One dossier to come.
pub(super) struct Script {
    pub(super) town: usize,
    pub(super) revision: Arc<Revision>,
    pub(super) course: Course,
    pub(super) seed: u64,
    pub(super) person: Person,
    pub(super) identification: Identification,
    pub(super) helper: Option<NewHelper>,
    pub(super) language: Language,
    pub(super) hours: Hours,
    pub(super) story: Story,
    /// What the person gives when the service asks.
    pub(super) answer: Option<Given>,
    /// The last name of the agent who instructs it; any of the group without one.
    pub(super) agent: Option<&'static str>,
}

/// What all scripts share.
pub(super) struct Stage {
    pub(super) towns: Vec<Town>,
    pub(super) people: Vec<Person>,
    pub(super) shelf: Shelf,
    pub(super) now: Instant,
}

impl Stage {
    /// The asker of a script.
    pub(super) fn asker<'a>(&'a self, script: &'a Script) -> Option<Asker<'a>> {
        let town = self.towns.get(script.town)?;
        Some(Asker {
            person: &script.person,
            others: &self.people,
            town,
            identification: script.identification,
            language: script.language,
            course: script.course,
            today: parvis_web::format::day(self.now, &town.desk.organisation.zone()),
            shelf: &self.shelf,
        })
    }

    /// Draws the script of the dossier of this rank among those of a commune on a procedure.
    pub(super) fn script(
        &self,
        town: usize,
        revision: &Arc<Revision>,
        rank: usize,
        seed: u64,
    ) -> Option<Script> {
        let mut random = Random::seeded(seed);
        let file = &revision.file;
        let course = Course::of_rank(rank, file.asks_for_decision, &mut random);
        let organisation = &self.towns.get(town)?.desk.organisation;
        let draft_days = i64::from(file.draft_days.unwrap_or(organisation.profile.draft_days));
        let silence_decides = file.silence.kind() != EffectKind::None;
        let age = course.age(draft_days, silence_decides, &mut random);
        let zone: TimeZone = organisation.zone();
        let identification = identification(file.is_anonymous_allowed(), &mut random);
        let mut script = Script {
            town,
            revision: Arc::clone(revision),
            course,
            seed,
            person: self.people.get(random.below(self.people.len()))?.clone(),
            identification,
            helper: helper(identification, &mut random),
            language: if random.chance(14) {
                Language::English
            } else {
                Language::French
            },
            hours: Hours::begun(self.now, age, zone, &mut random),
            story: Story::default(),
            answer: None,
            agent: None,
        };
        let asker = self.asker(&script)?;
        let story = story(&revision.slug, &asker, &mut random);
        script.answer = self.answer(&story, revision, course);
        script.story = story;
        Some(script)
    }

    /// What is given when the service asks, by those who answer.
    fn answer(&self, story: &Story, revision: &Revision, course: Course) -> Option<Given> {
        use parvis_dossier::piece::Place;
        let asked = &talk(&revision.slug).asked;
        let place = match story.answers.get(asked.field) {
            Some(parvis_form::Answer::Pieces(_)) => Place::Field(asked.field.to_owned()),
            Some(_) => return None,
            None => Place::Exchange,
        };
        let file = match revision.slug.as_str() {
            "acte-naissance" => self.shelf.family_record.clone(),
            "signaler-un-probleme" => self.shelf.pictures.first()?.clone(),
            _ => self.shelf.address_proof.clone(),
        };
        (course == Course::Answered).then(|| Given {
            id: parvis_kernel::PieceId::new(),
            place,
            file,
        })
    }
}

fn identification(anonymous_allowed: bool, random: &mut Random) -> Identification {
    if anonymous_allowed && random.chance(60) {
        Identification::Anonymous
    } else if random.chance(78) {
        Identification::Email
    } else {
        Identification::Code
    }
}

/// Half of those who have no e-mail are helped, and some of the others.
fn helper(identification: Identification, random: &mut Random) -> Option<NewHelper> {
    let helped = match identification {
        Identification::Anonymous => false,
        Identification::Code => random.chance(55),
        Identification::Email => random.chance(8),
    };
    let helpers = [
        ("Yasmine Cordier", "France Services du pays de Loire"),
        ("Bruno Lacaze", "Centre social des Mariniers"),
        ("Élise Pommier", "Médiathèque"),
        ("Samuel Roca", ""),
    ];
    let (name, structure) = random.pick(&helpers);
    helped.then(|| NewHelper {
        name: name.to_owned().into(),
        structure: structure.to_owned().into(),
        agreement: true,
    })
}
