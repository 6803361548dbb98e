//! A visit: everything that a page needs to know of the request that asks for it.

use std::fmt::Display;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, FromRequestParts};
use http::HeaderMap;
use http::request::Parts;
use jiff::civil::Date;
use jiff::tz::TimeZone;
use parvis_access::guichet::Served;
use parvis_access::session::{self, Token};
use parvis_access::{AccessError, OrganisationRole, Session, role, trial as access_trial};
use parvis_kernel::{Actor, Channel, Ctx, Instant, Language, LanguageTag, Purpose, Tongues};
use parvis_organisation::{Accessibility, Organisation};
use parvis_store::Tx;

use super::{Browser, Cookie, Site, client_address, cookie, language};
use crate::components::{Reading, Readings};
use crate::error::PageError;
use crate::format;
use crate::ground::{Ground, Needs};
use crate::house::{House, Settings};
use crate::limits::Rule;
use crate::words::Words;

/// Who visits which organisation, in which language, and how to speak to them. Templates hold one as `visit`.
#[derive(Debug, Clone)]
pub struct Visit {
    /// The context of the acts of this request.
    pub ctx: Ctx,
    /// The organisation.
    pub organisation: Arc<Organisation>,
    /// Where its pages hang.
    pub site: Site,
    /// The session of the browser, if it has one.
    pub session: Option<Session>,
    /// What the agent may do in the whole organisation; nothing for anybody else.
    pub roles: Vec<OrganisationRole>,
    /// The language of the page: what the house says.
    pub language: Language,
    /// The language in which the texts of authors are read, where they have it.
    pub reading: LanguageTag,
    /// All the words.
    pub words: Words,
    /// The address of the device, behind our own proxies.
    pub client: IpAddr,
    /// Whether the page goes through HTTPS.
    pub secure: bool,
    path: String,
    browser: Arc<Browser>,
    settings: Arc<Settings>,
    needs: Arc<Needs>,
}

/// In the extensions of a request that a page makes by itself: nobody shows by it that they are still there, and their session ends
/// as if it had not been made.
#[derive(Debug, Clone, Copy)]
pub struct Unattended;

impl Visit {
    /// The visit of a request before its session is looked for; nothing when `server` found no organisation.
    pub(crate) fn arrive(house: &House, parts: &Parts) -> Option<Self> {
        let site = parts.extensions.get::<Site>()?.clone();
        let secure = house.settings.secure;
        let known = cookie::read(&parts.headers, &site.cookie_name(secure)).and_then(Token::parse);
        let browser = Browser::new(house.store.vault().clone(), known);
        let language = language::of(&parts.headers);
        let path = parts.uri.path_and_query().map_or("/", |path| path.as_str());
        Some(Self {
            ctx: Ctx {
                organisation: site.organisation.id,
                actor: Actor::Anonymous,
                purpose: Purpose::OwnDemarche,
                channel: Channel::Web,
                now: house.clock.now(),
                language,
                batch: None,
            },
            organisation: Arc::clone(&site.organisation),
            site,
            session: None,
            roles: Vec::new(),
            language,
            reading: language::reading_of(&parts.headers, path, language),
            words: house.words.clone(),
            client: client(house, parts),
            secure,
            path: path.to_owned(),
            browser: Arc::new(browser),
            settings: Arc::clone(&house.settings),
            needs: Arc::default(),
        })
    }

    /// The same visit, by somebody known.
    fn by(mut self, session: Session, roles: Vec<OrganisationRole>) -> Self {
        self.roles = roles;
        self.ctx.actor = session.actor();
        if self.ctx.actor.agent().is_some() {
            self.ctx.purpose = Purpose::Instruction;
        }
        self.session = Some(session);
        if let Some(served) = self.served() {
            self.ctx.channel = served.channel;
            self.ctx.purpose = Purpose::OwnDemarche;
        }
        self
    }

    /// The person whom the agent serves, on the pages that the person would use; nobody on the pages of agents.
    #[must_use]
    pub fn served(&self) -> Option<Served> {
        if self.is_at("/agent") {
            return None;
        }
        self.session.as_ref().and_then(|session| session.serves)
    }

    /// The key of what the banner says while a person is served.
    #[must_use]
    pub fn served_key(&self) -> &'static str {
        match self.served().map(|served| served.channel) {
            Some(Channel::Phone) => "layout-served-phone",
            Some(Channel::Paper) => "layout-served-paper",
            _ => "layout-served-counter",
        }
    }

    /// A message without variables.
    #[must_use]
    pub fn say<'a>(&'a self, key: &'a str) -> &'a str {
        self.words.say(self.language, key)
    }

    /// A message with its variables.
    pub fn say_with<V: Display>(&self, key: &str, values: &[(&str, V)]) -> String {
        self.words.say_with(self.language, key, values)
    }

    /// The address of a page of this organisation, from its path: `/demarches`.
    #[must_use]
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.site.base)
    }

    /// The address of a page of the organisation itself, seen from its trial.
    #[must_use]
    pub fn real_url(&self, path: &str) -> String {
        format!("{}{path}", self.site.real_base())
    }

    /// When the trial ends, in words, on the pages of one.
    #[must_use]
    pub fn trial_end(&self) -> Option<String> {
        let trial = self.organisation.trial.as_ref()?;
        Some(self.day(trial.ends_at))
    }

    /// The path of this request, with its query, without the base of the organisation.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The same visit, for a page whose query must not be repeated in its links: it holds what another site gave.
    #[must_use]
    pub fn without_query(mut self) -> Self {
        if let Some(end) = self.path.find('?') {
            self.path.truncate(end);
        }
        self
    }

    /// `page` when the request is for this path or for one below: the value of `aria-current`.
    #[must_use]
    pub fn is_at(&self, path: &str) -> bool {
        let own = self.path.split('?').next().unwrap_or_default();
        let below = own.strip_prefix(path);
        below.is_some_and(|rest| rest.is_empty() || rest.starts_with('/'))
    }

    /// Whether the page is one of the desk: those of agents that no other entry of their navigation has.
    #[must_use]
    pub fn is_at_desk(&self) -> bool {
        let elsewhere = [
            "administration",
            "guichet",
            "demarches",
            "nouvelle-demarche",
            "essai",
            "courriels",
        ];
        let is_there = |part: &&str| self.is_at(&format!("/agent/{part}"));
        self.is_at("/agent") && !elsewhere.iter().any(is_there)
    }

    /// Whether the agent sees how the organisation is set and who may do what.
    #[must_use]
    pub fn sees_administration(&self) -> bool {
        let sees = |role| {
            matches!(
                role,
                &OrganisationRole::Administrator | &OrganisationRole::Dpo
            )
        };
        self.roles.iter().any(sees)
    }

    /// Whether the agent changes it.
    #[must_use]
    pub fn administers(&self) -> bool {
        self.roles.contains(&OrganisationRole::Administrator)
    }

    /// Whether the agent writes its procedures.
    #[must_use]
    pub fn writes_procedures(&self) -> bool {
        self.administers() || self.roles.contains(&OrganisationRole::ProcedureAuthor)
    }

    /// The address of the image of the organisation, if it has one.
    #[must_use]
    pub fn logo_url(&self) -> Option<String> {
        let logo = self.organisation.profile.logo.as_ref()?;
        Some(self.url(&format!("/logo/{}.png", logo.version)))
    }

    /// The ground of a map that the page shows, if the installation has one: the page may then load its tiles.
    #[must_use]
    pub fn ground(&self) -> Option<&Ground> {
        let ground = self.settings.ground.as_ref();
        if ground.is_some() {
            self.needs.tiles();
        }
        ground
    }

    /// Who would learn the address of a device that shows a map: nobody when there is no map, or when its images come from this server.
    #[must_use]
    pub fn map_host(&self) -> Option<&str> {
        self.settings.ground.as_ref()?.host()
    }

    /// Lets the page ask where the device is: the browser still asks the person.
    pub fn asks_position(&self) {
        self.needs.position();
    }

    /// What the page needs of the browser.
    pub(crate) fn needs(&self) -> &Needs {
        &self.needs
    }

    /// The token of the forms of this browser (component `csrf`).
    #[must_use]
    pub fn csrf(&self) -> &str {
        self.browser.csrf()
    }

    /// Checks the token of a form that is not read by [`Form`](super::Form): one with files.
    ///
    /// # Errors
    /// The page that says to send the form again.
    pub fn check_csrf(&self, sent: &str) -> Result<(), PageError> {
        if self.browser.recognises(sent) {
            Ok(())
        } else {
            Err(PageError::forged())
        }
    }

    /// Takes one try of a rule.
    ///
    /// # Errors
    /// The page that says how long to wait.
    pub fn limit(&self, house: &House, rule: &Rule, key: &str) -> Result<(), PageError> {
        let key = format!("{}:{key}", self.organisation.id);
        house
            .limits
            .take(rule, &key, self.ctx.now)
            .map_err(PageError::from)
    }

    /// The token that the browser holds, for the acts that end or rotate its session.
    #[must_use]
    pub fn token(&self) -> Option<&Token> {
        self.browser.known()
    }

    /// Gives the browser the token of a session that was just opened or rotated.
    #[must_use]
    pub fn keep(&self, token: &Token) -> Cookie {
        let name = self.site.cookie_name(self.secure);
        Cookie::new(
            &name,
            token.reveal(),
            self.site.cookie_path(),
            self.secure,
            None,
        )
    }

    /// Takes the token back: signing out, leaving a shared computer.
    #[must_use]
    pub fn forget(&self) -> Cookie {
        let name = self.site.cookie_name(self.secure);
        Cookie::new(&name, "", self.site.cookie_path(), self.secure, Some(0))
    }

    /// The time zone of the collectivité.
    #[must_use]
    pub fn zone(&self) -> TimeZone {
        self.organisation.zone()
    }

    /// Today, where the collectivité is.
    #[must_use]
    pub fn today(&self) -> Date {
        format::day(self.ctx.now, &self.zone())
    }

    /// A day in words.
    #[must_use]
    pub fn date(&self, date: Date) -> String {
        format::date(self.language, date)
    }

    /// The day of an instant in words.
    #[must_use]
    pub fn day(&self, instant: Instant) -> String {
        self.date(format::day(instant, &self.zone()))
    }

    /// The time of day of an instant in words, in the time zone of the collectivité.
    #[must_use]
    pub fn time(&self, instant: Instant) -> String {
        format::time(self.language, instant, &self.zone())
    }

    /// An instant in words, in the time zone of the collectivité.
    #[must_use]
    pub fn date_time(&self, instant: Instant) -> String {
        format::date_time(self.language, instant, &self.zone())
    }

    /// An amount in cents, in words.
    #[must_use]
    pub fn money(&self, cents: i64) -> String {
        format::money(self.language, cents)
    }

    /// A number, in words.
    #[must_use]
    pub fn number(&self, number: i64) -> String {
        format::number(self.language, number)
    }

    /// A size of a file, in words.
    #[must_use]
    pub fn size(&self, bytes: u64) -> String {
        format::size(self.language, bytes)
    }

    /// What stands before the title of a page that has errors: « Erreur : ».
    #[must_use]
    pub fn error_prefix(&self, any: bool) -> String {
        if any {
            format!("{} ", self.say("layout-error-title"))
        } else {
            String::new()
        }
    }

    /// A telephone number as a link dials it: figures and a leading plus.
    #[must_use]
    pub fn dial(&self, phone: &str) -> String {
        phone
            .chars()
            .filter(|letter| letter.is_ascii_digit() || *letter == '+')
            .collect()
    }

    /// A French text of the organisation with its typography: « de 8 h 30 à 17 h 30 » stays on one line.
    #[must_use]
    pub fn typeset(&self, text: &str) -> String {
        crate::words::typography(text)
    }

    /// How long a text may be: « Vous pouvez écrire 2 000 caractères. » (component `textarea`).
    #[must_use]
    pub fn allowance(&self, count: &usize) -> String {
        let count = self.number(i64::try_from(*count).unwrap_or(i64::MAX));
        self.say_with("component-count", &[("count", count)])
    }

    /// The other language of the interface.
    #[must_use]
    pub fn other_language(&self) -> Language {
        match self.language {
            Language::French => Language::English,
            Language::English => Language::French,
        }
    }

    /// The link that shows this page in the other language.
    #[must_use]
    pub fn language_link(&self) -> String {
        let to = self.other_language().tag();
        self.url(&format!("/langue?vers={to}&retour={}", encoded(&self.path)))
    }

    /// The language of the house and that of the texts of authors.
    #[must_use]
    pub const fn tongues(&self) -> Tongues {
        Tongues {
            house: self.language,
            authors: self.reading,
        }
    }

    /// The choice among the languages of a procedure, to come back to this page: nothing when the house itself speaks all of them.
    #[must_use]
    pub fn readings(&self, languages: &[LanguageTag]) -> Readings {
        let spoken = Language::ALL.map(LanguageTag::from);
        let mut offered = languages.to_vec();
        if !offered.contains(&self.reading) {
            offered.push(self.reading);
        }
        let is_choice = offered.iter().any(|language| !spoken.contains(language));
        let choices = offered.into_iter().map(|language| Reading {
            language,
            name: language.endonym(),
            href: self.url(&format!(
                "/langue?lire={language}&retour={}",
                encoded(&self.path)
            )),
            is_current: language == self.reading,
        });
        Readings {
            choices: choices.filter(|_| is_choice).collect(),
            is_translation: languages.contains(&self.reading) && !self.reading.is_french(),
        }
    }

    /// The key of what the footer declares about accessibility (loi 2005-102 art. 47).
    #[must_use]
    pub fn accessibility_key(&self) -> &'static str {
        match self.organisation.profile.accessibility {
            Accessibility::NotAudited | Accessibility::NotConforming => {
                "layout-footer-accessibility-unknown"
            }
            Accessibility::PartlyConforming => "layout-footer-accessibility-partly",
            Accessibility::Conforming => "layout-footer-accessibility-conforming",
        }
    }

    /// The style sheet that gives the pages the colour of the organisation, if it has one.
    #[must_use]
    pub fn accent_url(&self) -> Option<String> {
        crate::assets::accent_url(&self.organisation.profile.accent)
    }

    /// The address of an embedded file: `parvis.css`.
    #[must_use]
    pub fn asset(&self, name: &str) -> &'static str {
        crate::assets::url(name)
    }

    pub(crate) fn browser(&self) -> &Arc<Browser> {
        &self.browser
    }

    /// A visit that no request made, for galleries and for tests of templates.
    #[must_use]
    pub fn example(
        words: Words,
        organisation: Organisation,
        now: Instant,
        language: Language,
    ) -> Self {
        let organisation = Arc::new(organisation);
        Self {
            ctx: Ctx {
                organisation: organisation.id,
                actor: Actor::Anonymous,
                purpose: Purpose::OwnDemarche,
                channel: Channel::Web,
                now,
                language,
                batch: None,
            },
            organisation: Arc::clone(&organisation),
            site: Site {
                organisation,
                base: String::new(),
            },
            session: None,
            roles: Vec::new(),
            language,
            reading: language.into(),
            words,
            client: IpAddr::V4(Ipv4Addr::LOCALHOST),
            secure: true,
            path: "/demarches".to_owned(),
            browser: Arc::new(Browser::new(
                parvis_store::Vault::from_bytes([0; 32]),
                Token::parse(&"0".repeat(64)),
            )),
            settings: Arc::default(),
            needs: Arc::default(),
        }
    }
}

/// Where a request comes from. Without a connection (tests), the machine itself.
fn client(house: &House, parts: &Parts) -> IpAddr {
    let peer = parts.extensions.get::<ConnectInfo<SocketAddr>>();
    let peer = peer.map_or(IpAddr::V4(Ipv4Addr::LOCALHOST), |info| info.0.ip());
    let forwarded = forwarded(&parts.headers);
    client_address(peer, forwarded.as_deref(), &house.settings.trusted_proxies)
}

fn forwarded(headers: &HeaderMap) -> Option<String> {
    let lines = headers.get_all("x-forwarded-for").iter();
    let lines: Vec<&str> = lines.filter_map(|line| line.to_str().ok()).collect();
    (!lines.is_empty()).then(|| lines.join(","))
}

/// Percent-encodes everything but the plainest characters (RFC 3986 § 2.3).
pub(super) fn encoded(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'~' | b'/' => {
                out.push(char::from(byte));
            }
            other => out.push_str(&format!("%{other:02X}")),
        }
    }
    out
}

impl FromRequestParts<House> for Visit {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, PageError> {
        let arrived = parts.extensions.get::<Self>().cloned();
        let Some(visit) = arrived.or_else(|| Self::arrive(house, parts)) else {
            return Err(PageError::not_found());
        };
        let Some(token) = visit.browser.known().cloned() else {
            return Ok(visit);
        };
        let (organisation, now) = (Arc::clone(&visit.organisation), visit.ctx.now);
        let found = house
            .store
            .read(move |tx| known(tx, &organisation, &token, now));
        match found.await? {
            Some((session, roles)) if parts.extensions.get::<Unattended>().is_some() => {
                Ok(visit.by(session, roles))
            }
            Some((session, roles)) => Ok(seen(house, visit.by(session, roles)).await),
            None => Ok(visit),
        }
    }
}

/// The session of a token, and what its agent may do in the whole organisation.
fn known(
    tx: &mut Tx<'_>,
    organisation: &Organisation,
    token: &Token,
    now: Instant,
) -> Result<Option<(Session, Vec<OrganisationRole>)>, AccessError> {
    let Some(session) = session::find(tx, organisation.id, token, now)? else {
        return Ok(None);
    };
    if let (Some(trial), Some(agent)) = (&organisation.trial, session.agent)
        && !access_trial::may_stay(tx, trial.of, agent)?
    {
        return Ok(None);
    }
    let roles = match session.actor().agent() {
        Some(agent) => role::of_agent(tx, organisation.id, agent)?,
        None => Vec::new(),
    };
    Ok(Some((session, roles)))
}

/// Writes, now and then, that a session was used. A page is shown even when that cannot be written.
async fn seen(house: &House, visit: Visit) -> Visit {
    if let Some(session) = &visit.session
        && session.should_be_touched(visit.ctx.now)
    {
        let (ctx, id) = (visit.ctx.clone(), session.id);
        let written = house
            .store
            .write(move |tx| session::touch(&ctx, tx, id))
            .await;
        if let Err(error) = written {
            tracing::warn!(%error, "the last visit of a session was not written");
        }
    }
    visit
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_travels_whole_in_a_query() {
        assert_eq!(
            encoded("/demarches?q=é&a=b"),
            "/demarches%3Fq%3D%C3%A9%26a%3Db"
        );
    }
}
