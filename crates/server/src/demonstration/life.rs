//! The life of a dossier: every act is one that a person or an agent could do, at its own hour.

use anyhow::{Context, bail};
use jiff::ToSpan;
use parvis_access::challenge::{self, Confirmation, NewChallenge};
use parvis_access::session::{self, Token};
use parvis_demarche::satisfaction;
use parvis_dossier::answer::{Intent, Recorded, record_answers};
use parvis_dossier::appraise::appraise;
use parvis_dossier::ask::{Ask, ask};
use parvis_dossier::assign::assign;
use parvis_dossier::close::close;
use parvis_dossier::complete::{Completed, complete};
use parvis_dossier::decide::decide;
use parvis_dossier::deposit::deposit;
use parvis_dossier::expire::expire;
use parvis_dossier::follow::follow;
use parvis_dossier::instruct::instruct;
use parvis_dossier::message::write_message;
use parvis_dossier::model::{Closing, Dossier, Identification, Outcome};
use parvis_dossier::note::{NewNote, annotate};
use parvis_dossier::open::open_dossier;
use parvis_dossier::people::{NewPeople, set_people};
use parvis_dossier::piece::{Received, add_piece};
use parvis_dossier::read_decision::read_decision;
use parvis_dossier::start::{Start, start};
use parvis_dossier::withdraw::withdraw;
use parvis_form::{Answer, Entries};
use parvis_kernel::{Actor, ChallengeId, Ctx, MessageId, OrganisationId, Purpose, SessionId};
use parvis_law::decision::{DecisionDraft, Signatory, Term};
use parvis_store::sealing::SealingKey;
use parvis_store::{Tx, sealing};

use super::calendar::Hours;
use super::course::Course;
use super::opinions::opinion;
use super::random::Random;
use super::script::{Script, Stage};
use super::stories::{Asker, Story, Talk, entries_of_fields, entries_of_step, said, talk};

/// A draft that was just begun, and the key under which its files are stored.
#[derive(Clone)]
pub(super) struct Begun {
    pub(super) dossier: Dossier,
    pub(super) key: SealingKey,
    person: Ctx,
    hours: Hours,
}

impl Begun {
    /// Where it was begun.
    pub(super) const fn organisation(&self) -> OrganisationId {
        self.person.organisation
    }
}

/// The person confirms their address, if they have one, and begins.
pub(super) fn begin(tx: &mut Tx<'_>, stage: &Stage, script: &Script) -> anyhow::Result<Begun> {
    let desk = &stage.towns.get(script.town).context("commune")?.desk;
    let mut hours = script.hours.clone();
    let house = Ctx {
        language: script.language,
        ..Ctx::house(desk.organisation.id, hours.now())
    };
    let session = session::open(&house, tx, &Token::draw()?)?.id;
    let person = house.acting_as(Actor::Usager(session), Purpose::OwnDemarche);
    let challenge = match script.identification {
        Identification::Email => confirmed_address(tx, &person, session, script)?,
        Identification::Code | Identification::Anonymous => ChallengeId::new(),
    };
    let person = Ctx {
        now: hours.later(2),
        ..person
    };
    let new = Start {
        slug: script.revision.slug.clone(),
        session,
        identification: script.identification,
        challenge,
    };
    let dossier = start(&person, tx, desk, &new)?;
    let key = sealing::load_key(tx, desk.organisation.id, dossier.id.uuid())?;
    Ok(Begun {
        dossier,
        key,
        person,
        hours,
    })
}

fn confirmed_address(
    tx: &mut Tx<'_>,
    person: &Ctx,
    session: SessionId,
    script: &Script,
) -> anyhow::Result<ChallengeId> {
    let new = NewChallenge {
        session,
        address: script.person.email.clone().into(),
        purpose: format!("/demarches/{}/commencer", script.revision.slug),
        dossier: None,
        decoy: false,
    };
    let id = challenge::create(person, tx, &new)?;
    let code = challenge::code(tx.vault(), id);
    match challenge::confirm(person, tx, id, session, &code)? {
        Confirmation::Confirmed(_) => Ok(id),
        _ => bail!("un code de la démonstration est refusé"),
    }
}

/// Everything that happens afterwards.
pub(super) fn live(
    tx: &mut Tx<'_>,
    stage: &Stage,
    script: &Script,
    begun: &Begun,
    received: &[Received],
) -> anyhow::Result<()> {
    let asker = stage.asker(script).context("commune")?;
    let office = asker.town.office(begun.dossier.group).context("groupe")?;
    let mut random = Random::seeded(script.seed ^ 0x11FE);
    let (agent, signatory) = match script.agent {
        Some(name) => office.named(name),
        None => office
            .instructeurs
            .get(random.below(office.instructeurs.len())),
    }
    .context("instructeur")?;
    let mut life = Life {
        tx,
        script,
        received,
        talk: talk(&script.revision.slug),
        agent: Ctx::house(begun.person.organisation, begun.person.now)
            .acting_as(Actor::Agent(*agent, SessionId::new()), Purpose::Instruction),
        signatory,
        person: begun.person.clone(),
        hours: begun.hours.clone(),
        dossier: begun.dossier.clone(),
        story: script.story.clone(),
        random,
        asker,
    };
    life.run()
}

struct Life<'a, 't> {
    tx: &'a mut Tx<'t>,
    script: &'a Script,
    asker: Asker<'a>,
    talk: &'static Talk,
    received: &'a [Received],
    agent: Ctx,
    signatory: &'a Signatory,
    person: Ctx,
    hours: Hours,
    dossier: Dossier,
    story: Story,
    random: Random,
}

impl Life<'_, '_> {
    fn run(&mut self) -> anyhow::Result<()> {
        if !self.fill()? {
            return Ok(());
        }
        self.deposit()?;
        match self.script.course {
            Course::Deposited => self.wait(),
            Course::Duplicate => {
                self.look()?;
                self.close(&Closing::Duplicate)
            }
            Course::Withdrawn => self.withdraw(),
            _ => self.instructed(),
        }
    }

    /// Fills the draft in; false when it stays a draft, or expires.
    fn fill(&mut self) -> anyhow::Result<bool> {
        self.hours.later(1);
        if self.script.identification != Identification::Anonymous {
            self.say_who()?;
        }
        self.give_files(false)?;
        let steps = match self.script.course {
            Course::Draft | Course::Expired => self.random.below(4),
            _ => usize::MAX,
        };
        self.answer_steps(steps)?;
        if self.script.course == Course::Expired {
            self.expire()?;
        }
        Ok(steps == usize::MAX)
    }

    fn say_who(&mut self) -> anyhow::Result<()> {
        let people = NewPeople {
            helper: self.script.helper.clone(),
            family_name: self.script.person.family_name.clone().into(),
            first_names: self.script.person.first_names.clone().into(),
        };
        let ctx = self.as_person(1);
        let desk = &self.asker.town.desk;
        self.dossier = set_people(&ctx, self.tx, desk, &self.dossier.number, &people)?;
        Ok(())
    }

    /// Gives the files of the story, or those that answer a request.
    fn give_files(&mut self, asked: bool) -> anyhow::Result<()> {
        let answer = self.script.answer.as_ref().map(|given| given.id);
        for received in self
            .received
            .iter()
            .filter(|received| (Some(received.id) == answer) == asked)
        {
            let ctx = self.as_person(1);
            let desk = &self.asker.town.desk;
            add_piece(&ctx, self.tx, desk, &self.dossier.number, received)?;
        }
        Ok(())
    }

    /// Answers the first steps; when the person stops there, they keep a step for later.
    fn answer_steps(&mut self, count: usize) -> anyhow::Result<()> {
        let form = &self.script.revision.form;
        let mut next = form.steps().first().map(|step| step.id.to_string());
        let mut answered = 0;
        while let Some(id) = next {
            let stops = answered == count;
            let step = form.step(&id).context("étape")?;
            let entries = entries_of_step(step, &self.story.answers, &self.asker, &mut self.random);
            let minutes = self.random.between(1, 3);
            let ctx = self.as_person(minutes);
            let intent = if stops {
                Intent::SaveForLater
            } else {
                Intent::Continue
            };
            let desk = &self.asker.town.desk;
            next = match record_answers(
                &ctx,
                self.tx,
                desk,
                &self.dossier.number,
                &id,
                &entries,
                &intent,
            )? {
                Recorded::Accepted { next, .. } if !stops => next,
                Recorded::Accepted { .. } => None,
                refused => bail!(
                    "{} : l'étape {id} est refusée ({refused:?})",
                    self.script.revision.slug
                ),
            };
            answered += 1;
        }
        Ok(())
    }

    fn expire(&mut self) -> anyhow::Result<()> {
        let days = self
            .script
            .revision
            .file
            .draft_days
            .unwrap_or(self.asker.town.desk.organisation.profile.draft_days);
        let now = self.hours.later(24 * 60 * i64::from(days) + 1);
        let ctx = Ctx::house(self.person.organisation, now);
        if !expire(&ctx, self.tx, self.dossier.id)? {
            bail!("un brouillon de la démonstration n'a pas expiré");
        }
        Ok(())
    }

    fn deposit(&mut self) -> anyhow::Result<()> {
        let minutes = self.random.between(1, 4);
        let ctx = self.as_person(minutes);
        deposit(
            &ctx,
            self.tx,
            &self.asker.town.desk,
            &self.dossier.number,
            true,
        )?;
        Ok(())
    }

    /// Nobody instructs it yet: somebody may have taken it, the person may have written.
    fn wait(&mut self) -> anyhow::Result<()> {
        if self.random.chance(30) {
            self.look()?;
            self.take()?;
        }
        if self.random.chance(25) {
            self.ask_question(1)?;
        }
        Ok(())
    }

    fn withdraw(&mut self) -> anyhow::Result<()> {
        if self.random.chance(50) {
            self.look()?;
            self.take()?;
        }
        let days = self.random.between(1, 3);
        let ctx = self.as_person(24 * 60 * days);
        withdraw(&ctx, self.tx, &self.asker.town.desk, &self.dossier.number)?;
        Ok(())
    }

    fn instructed(&mut self) -> anyhow::Result<()> {
        self.look()?;
        if self.random.chance(50) {
            self.take()?;
        }
        let waits = self.script.course == Course::Waiting;
        let answers = self.script.course == Course::Answered;
        if !waits || self.random.chance(60) {
            self.instruct()?;
        }
        if self.random.chance(35) {
            self.note()?;
        }
        if self.random.chance(30) {
            self.ask_question(0)?;
            self.reply()?;
        }
        if waits || answers {
            self.request()?;
        }
        if answers {
            return self.answer_request();
        }
        if waits && self.random.chance(25) {
            return self.ask_question(0);
        }
        match self.outcome() {
            Some(outcome) => self.decide(outcome),
            None if self.script.course == Course::Reported => {
                let code = self.random.weighted(self.talk.closings, "report-done");
                self.close(&Closing::Stated(code.to_owned()))?;
                self.appraise()
            }
            None => Ok(()),
        }
    }

    const fn outcome(&self) -> Option<Outcome> {
        match self.script.course {
            Course::Accepted => Some(Outcome::InFull),
            Course::InPart => Some(Outcome::InPart),
            Course::WithConditions => Some(Outcome::WithConditions),
            Course::Refused => Some(Outcome::Refused),
            _ => None,
        }
    }

    fn look(&mut self) -> anyhow::Result<()> {
        let days = self.random.between(0, 2);
        let ctx = self.as_agent(days);
        self.dossier =
            open_dossier(&ctx, self.tx, &self.asker.town.desk, &self.dossier.number)?.dossier;
        Ok(())
    }

    fn take(&mut self) -> anyhow::Result<()> {
        let ctx = self.soon_as_agent();
        let (desk, agent) = (&self.asker.town.desk, ctx.actor.agent());
        self.dossier = assign(
            &ctx,
            self.tx,
            desk,
            &self.dossier.number,
            self.dossier.version,
            agent,
        )?;
        Ok(())
    }

    fn instruct(&mut self) -> anyhow::Result<()> {
        let ctx = self.soon_as_agent();
        let desk = &self.asker.town.desk;
        self.dossier = instruct(
            &ctx,
            self.tx,
            desk,
            &self.dossier.number,
            self.dossier.version,
        )?;
        Ok(())
    }

    fn note(&mut self) -> anyhow::Result<()> {
        let ctx = self.soon_as_agent();
        let note = self.random.pick(self.talk.notes);
        let (desk, number) = (&self.asker.town.desk, &self.dossier.number);
        let note = NewNote {
            id: MessageId::new().uuid(),
            body: (*note).to_owned(),
            ticked: Vec::new(),
        };
        Ok(annotate(&ctx, self.tx, desk, number, &note)?)
    }

    fn ask_question(&mut self, days: i64) -> anyhow::Result<()> {
        let minutes = self.random.between(30, 300);
        let ctx = self.as_person(24 * 60 * days + minutes);
        let question = self.said_by_chance(self.talk.questions);
        let desk = &self.asker.town.desk;
        Ok(write_message(
            &ctx,
            self.tx,
            desk,
            &self.dossier.number,
            MessageId::new(),
            question,
        )?)
    }

    fn reply(&mut self) -> anyhow::Result<()> {
        let ctx = self.as_agent(0);
        let reply = self.said_by_chance(self.talk.replies);
        let desk = &self.asker.town.desk;
        write_message(
            &ctx,
            self.tx,
            desk,
            &self.dossier.number,
            MessageId::new(),
            reply,
        )?;
        if self.random.chance(70) {
            let ctx = self.as_person(180);
            self.dossier = follow(&ctx, self.tx, desk, &self.dossier.number)?.dossier;
        }
        Ok(())
    }

    /// Asks again the question that the procedure's agents most often ask, or a paper when it was not answered.
    fn request(&mut self) -> anyhow::Result<()> {
        let ctx = self.as_agent(1);
        let asked = &self.talk.asked;
        let answered = self.story.answers.get(asked.field).is_some();
        let desk = &self.asker.town.desk;
        let new = Ask {
            version: self.dossier.version,
            text: said(self.script.language, asked.text).to_owned(),
            fields: answered
                .then(|| asked.field.to_owned())
                .into_iter()
                .collect(),
            pieces: (!answered)
                .then(|| asked.piece.to_owned())
                .into_iter()
                .collect(),
            due_on: desk.today(&ctx).saturating_add(21.days()),
        };
        self.dossier = ask(&ctx, self.tx, desk, &self.dossier.number, &new)?;
        Ok(())
    }

    fn answer_request(&mut self) -> anyhow::Result<()> {
        let days = self.random.between(1, 2);
        self.hours.later(24 * 60 * days);
        self.give_files(true)?;
        if let Some(given) = &self.script.answer {
            self.story.add(given);
        }
        let entries = self.entries_of_request();
        let ctx = self.as_person(3);
        match complete(
            &ctx,
            self.tx,
            &self.asker.town.desk,
            &self.dossier.number,
            &entries,
        )? {
            Completed::Done => Ok(()),
            Completed::Again(errors) => {
                bail!(
                    "{} : une réponse est refusée ({errors:?})",
                    self.script.revision.slug
                )
            }
        }
    }

    fn entries_of_request(&mut self) -> Entries {
        let field = self.talk.asked.field;
        if let Some(Answer::Text(text)) = self.story.answers.get(field) {
            let clearer = Answer::Text(format!("{text}, juste après le virage"));
            if let Ok(field) = field.parse() {
                self.story.answers.insert(field, clearer);
            }
        }
        let answered = self.story.answers.get(field).is_some();
        let fields = self.script.revision.form.field(field).filter(|_| answered);
        entries_of_fields(
            fields.into_iter(),
            &self.story.answers,
            &self.asker,
            &mut self.random,
        )
    }

    fn close(&mut self, closing: &Closing) -> anyhow::Result<()> {
        let days = self.random.between(1, 3);
        let ctx = self.as_agent(days);
        let desk = &self.asker.town.desk;
        self.dossier = close(
            &ctx,
            self.tx,
            desk,
            &self.dossier.number,
            self.dossier.version,
            closing,
        )?;
        Ok(())
    }

    /// Half of those who are asked say whether they are satisfied.
    fn appraise(&mut self) -> anyhow::Result<()> {
        let asked = satisfaction::is_asked(&self.script.revision);
        if !asked || !self.random.chance(50) {
            return Ok(());
        }
        let ctx = self.as_person(5);
        let (slug, language) = (&self.script.revision.slug, self.script.language);
        let answer = opinion(slug, language, &mut self.random);
        let desk = &self.asker.town.desk;
        appraise(&ctx, self.tx, desk, &self.dossier.number, &answer)?;
        Ok(())
    }

    fn decide(&mut self, outcome: Outcome) -> anyhow::Result<()> {
        let days = self.random.between(1, 4);
        let ctx = self.as_agent(days);
        let mut draft = self.decision(&ctx, outcome);
        let desk = &self.asker.town.desk;
        let view = open_dossier(&ctx, self.tx, desk, &self.dossier.number)?;
        draft.amount = view.proposed.filter(|_| outcome != Outcome::Refused);
        self.dossier = view.dossier;
        self.dossier = decide(
            &ctx,
            self.tx,
            desk,
            &self.dossier.number,
            self.dossier.version,
            &draft,
        )?;
        if self.random.chance(70) {
            let minutes = self.random.between(20, 3000);
            let ctx = self.as_person(minutes);
            // One that was decided just before the demonstration begins may be held still.
            if self.dossier.facts.shows_decision(ctx.now) {
                read_decision(&ctx, self.tx, desk, &self.dossier.number)?;
                self.appraise()?;
            }
        }
        Ok(())
    }

    fn decision(&mut self, ctx: &Ctx, outcome: Outcome) -> DecisionDraft {
        let today = self.asker.town.desk.today(ctx);
        let mut draft = DecisionDraft::new(self.dossier.number.as_str(), today);
        draft.outcome = Some(outcome);
        draft.signatory = self.signatory.clone();
        if outcome != Outcome::Refused
            && let Some(Answer::Date(from)) = self.story.answers.get("start_date")
        {
            draft.term = Some(Term {
                from: *from,
                until: None,
            });
        }
        match outcome {
            Outcome::InFull => draft.granted = Some(self.talk.granted.to_owned()),
            Outcome::InPart => {
                let (granted, law, fact) = self.talk.in_part;
                draft.granted = Some(granted.to_owned());
                give_reasons(&mut draft, law, fact);
            }
            Outcome::WithConditions => {
                let (conditions, law, fact) = self.talk.conditions;
                draft.granted = Some(self.talk.granted.to_owned());
                draft.conditions = Some(conditions.to_owned());
                give_reasons(&mut draft, law, fact);
            }
            Outcome::Refused => self.give_refusal(&mut draft),
        }
        draft
    }

    /// The grounds of the procedure and the facts of the talk go by pairs. A birth elsewhere is the second pair.
    fn give_refusal(&mut self, draft: &mut DecisionDraft) {
        let grounds = &self.script.revision.file.refusal_grounds;
        let elsewhere = self.story.answers.get("born_here") == Some(&Answer::YesNo(false));
        let first = usize::from(elsewhere || self.story.answers.get("children").is_some());
        let law = grounds
            .get(first)
            .map(|ground| ground.law.in_language(parvis_kernel::Language::French));
        let fact = self.talk.refused.get(first).copied();
        give_reasons(draft, law.unwrap_or_default(), fact.unwrap_or_default());
    }

    fn said_by_chance(&mut self, texts: &[(&'static str, &'static str)]) -> &'static str {
        said(self.script.language, self.random.pick(texts))
    }

    /// The person, so many minutes later.
    fn as_person(&mut self, minutes: i64) -> Ctx {
        Ctx {
            now: self.hours.later(minutes),
            ..self.person.clone()
        }
    }

    /// The agent, some days later, at work.
    fn as_agent(&mut self, days: i64) -> Ctx {
        Ctx {
            now: self.hours.at_work(days, &mut self.random),
            ..self.agent.clone()
        }
    }

    /// The agent, a few minutes later.
    fn soon_as_agent(&mut self) -> Ctx {
        let minutes = self.random.between(1, 6);
        Ctx {
            now: self.hours.later(minutes),
            ..self.agent.clone()
        }
    }
}

fn give_reasons(draft: &mut DecisionDraft, law: &str, fact: &str) {
    draft.reason_in_law = Some(law.to_owned());
    draft.reason_in_fact = Some(fact.to_owned());
}

/// The name of a file in the storage, as the pages name those that they receive.
pub(super) fn blob_name(begun: &Begun, piece: parvis_kernel::PieceId) -> String {
    format!("{}/{piece}", begun.dossier.id)
}
