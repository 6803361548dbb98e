//! A procedure as a public service of CPSV-AP 3.2 (Core Public Service Vocabulary, SEMIC), in JSON-LD.
//!
//! Vocabularies of the Publications Office of the European Union name languages, the country and the currency. What has no shared
//! name (a part of life, a kind of channel) is a concept of the document itself.

use parvis_kernel::Language;
use parvis_law::{EffectKind, SilenceEffect, Value as LawValue};
use parvis_organisation::Contact;
use parvis_web::Words;
use serde_json::{Value, json};

use super::Described;
use super::graph::{Graph, in_language, texts};

const VOCABULARIES: &[(&str, &str)] = &[
    ("cpsv", "http://purl.org/vocab/cpsv#"),
    ("cv", "http://data.europa.eu/m8g/"),
    ("dcat", "http://www.w3.org/ns/dcat#"),
    ("dct", "http://purl.org/dc/terms/"),
    ("eli", "http://data.europa.eu/eli/ontology#"),
    ("foaf", "http://xmlns.com/foaf/0.1/"),
    ("locn", "http://www.w3.org/ns/locn#"),
    ("org", "http://www.w3.org/ns/org#"),
    ("skos", "http://www.w3.org/2004/02/skos/core#"),
    ("time", "http://www.w3.org/2006/time#"),
    ("xsd", "http://www.w3.org/2001/XMLSchema#"),
];
const FRANCE: &str = "http://publications.europa.eu/resource/authority/country/FRA";
const EURO: &str = "http://publications.europa.eu/resource/authority/currency/EUR";

/// The whole description.
pub(super) fn public_service(described: &Described<'_>, words: &Words) -> Value {
    let mut writer = Writer {
        graph: Graph::of(described.page.clone()),
        described,
        words,
    };
    writer.service();
    writer.graph.document(VOCABULARIES)
}

struct Writer<'a> {
    graph: Graph,
    described: &'a Described<'a>,
    words: &'a Words,
}

impl Writer<'_> {
    fn service(&mut self) {
        let file = self.described.file;
        let service = json!({
            "dct:title": texts(&file.title),
            "dct:description": texts(&file.summary),
            "dct:identifier": self.described.page,
            "dct:language": self.languages(),
            "dct:spatial": self.territory(),
            "dcat:keyword": self.keywords(),
            "cv:thematicArea": self.theme(),
            "cv:hasCompetentAuthority": self.authority(),
            "cv:contactPoint": self.contact(),
            "cv:hasChannel": self.channels(),
            "cv:hasCost": self.cost(),
            "cv:hasInputType": self.papers(),
            "cv:holdsRequirement": self.requirement(),
            "cv:hasLegalResource": self.laws(),
            "cv:processingTime": duration(file.delay.expected_days),
            "cpsv:produces": self.output(),
            "cpsv:follows": self.silence(),
        });
        let page = self.described.page.clone();
        self.graph.known(&page, "cpsv:PublicService", service);
    }

    /// Words of the house in every language.
    fn said(&self, key: &str) -> Value {
        let all = Language::ALL.into_iter();
        Value::Array(
            all.map(|language| in_language(self.words.say(language, key), language))
                .collect(),
        )
    }

    fn concept(&mut self, fragment: &str, key: &str) -> Value {
        let label = self.said(key);
        self.graph
            .own(fragment, "skos:Concept", json!({ "skos:prefLabel": label }))
    }

    fn languages(&mut self) -> Value {
        let written = self.described.file.languages().into_iter();
        // A language that the authority table does not have is told by the texts alone.
        let codes = written.filter_map(|language| language.iso_639_3());
        let known = codes.map(|code| {
            let id = format!("http://publications.europa.eu/resource/authority/language/{code}");
            self.graph.known(&id, "dct:LinguisticSystem", json!({}))
        });
        Value::Array(known.collect())
    }

    /// The commune by its official code when the collectivité is one, else the country.
    fn territory(&mut self) -> Value {
        let profile = &self.described.organisation.profile;
        let country = self.graph.known(FRANCE, "dct:Location", json!({}));
        match &profile.commune {
            Some(code) => self.graph.own(
                "territoire",
                "dct:Location",
                json!({
                    "skos:notation": code,
                    "skos:prefLabel": french(&self.described.organisation.name),
                    "dct:isPartOf": country,
                }),
            ),
            None => country,
        }
    }

    fn keywords(&self) -> Value {
        let known = self.described.file.keywords.by_language();
        Value::Array(
            known
                .map(|(language, word)| in_language(word, language))
                .collect(),
        )
    }

    fn theme(&mut self) -> Value {
        let theme = self.described.file.theme;
        let key = format!("procedure-theme-{}", theme.term());
        self.concept(&format!("theme-{}", theme.term()), &key)
    }

    /// The collectivité, or who answers when the démarche is made elsewhere.
    fn authority(&mut self) -> Value {
        let territory = self.graph.known(FRANCE, "dct:Location", json!({}));
        if let Some(orientation) = &self.described.file.orientation {
            let name = texts(&orientation.name);
            let known =
                json!({ "skos:prefLabel": name, "dct:title": name, "dct:spatial": territory });
            return self
                .graph
                .own("service-competent", "cv:PublicOrganisation", known);
        }
        let home = self.described.home.clone();
        let name = french(&self.described.organisation.name);
        let siren = &self.described.organisation.profile.siren;
        let known = json!({
            "skos:prefLabel": name,
            "dct:title": name,
            "dct:identifier": siren.clone().unwrap_or_else(|| home.clone()),
            "dct:spatial": territory,
        });
        self.graph.known(&home, "cv:PublicOrganisation", known)
    }

    fn contact(&mut self) -> Value {
        let contact = &self.described.service.contact;
        let hours = self.hours("horaires", contact);
        self.graph.own(
            "contact",
            "cv:ContactPoint",
            json!({
                "cv:email": contact.email,
                "cv:telephone": contact.phone,
                "cv:openingHours": hours,
            }),
        )
    }

    fn hours(&mut self, fragment: &str, contact: &Contact) -> Value {
        if contact.hours.is_empty() {
            return Value::Null;
        }
        let said = json!({ "dct:description": french(&contact.hours.join(" ; ")) });
        self.graph.own(fragment, "time:TemporalEntity", said)
    }

    fn channels(&mut self) -> Value {
        let file = self.described.file;
        let mut channels = Vec::new();
        if file.is_made_here() {
            let kind = self.concept("canal-web", "describe-channel-web");
            let page = format!("{}/commencer", self.described.page);
            let web = json!({ "dct:type": kind, "dct:identifier": page });
            channels.push(self.graph.known(&page, "cv:Channel", web));
        }
        for door in &file.doors {
            let term = door.kind.term();
            let kind = self.concept(&format!("canal-{term}"), &format!("procedure-door-{term}"));
            let said = json!({ "dct:type": kind, "dct:description": texts(&door.text) });
            channels.push(self.graph.own(&format!("porte-{term}"), "cv:Channel", said));
        }
        Value::Array(channels)
    }

    fn cost(&mut self) -> Value {
        let cost = &self.described.file.cost;
        let value = cost.cents.map(|cents| {
            let euros = format!("{}.{:02}", cents / 100, cents % 100);
            json!({ "@value": euros, "@type": "xsd:double" })
        });
        let currency = value
            .is_some()
            .then(|| self.graph.known(EURO, "skos:Concept", json!({})));
        let said = json!({
            "cv:hasValue": value,
            "cv:currency": currency,
            "dct:description": cost.words.as_ref().map(texts),
        });
        self.graph.own("prix", "cv:Cost", said)
    }

    fn papers(&mut self) -> Value {
        let papers = (1..).zip(&self.described.file.papers);
        let types = papers.map(|(number, paper)| {
            let said = json!({
                "dct:title": texts(&paper.name),
                "dct:description": paper.hint.as_ref().map(texts),
            });
            let fragment = format!("piece-{number}");
            self.graph.own(&fragment, "cv:EvidenceType", said)
        });
        Value::Array(types.collect())
    }

    fn requirement(&mut self) -> Value {
        let said = json!({
            "dct:title": self.said("procedure-who-for"),
            "dct:description": texts(&self.described.file.who_for),
        });
        self.graph.own("pour-qui", "cv:Requirement", said)
    }

    fn output(&mut self) -> Value {
        let said = json!({
            "dct:title": self.said("procedure-what-you-get"),
            "dct:description": texts(&self.described.file.what_you_get),
        });
        self.graph.own("resultat", "cv:Output", said)
    }

    /// The texts that the file cites, each once.
    fn laws(&mut self) -> Value {
        let file = self.described.file;
        let mut cited: Vec<&str> = Vec::new();
        let regime = file.regime.as_ref().map(|own| own.legal_basis.as_str());
        let grounds = file.refusal_grounds.iter();
        let grounds = grounds.map(|ground| ground.law.in_language(Language::French));
        for text in basis(&file.silence)
            .into_iter()
            .chain(regime)
            .chain(grounds)
        {
            if !cited.contains(&text) {
                cited.push(text);
            }
        }
        let numbered = (1..).zip(cited);
        let laws = numbered.map(|(number, text)| {
            let said = json!({ "dct:title": french(text) });
            let fragment = format!("texte-{number}");
            self.graph.own(&fragment, "eli:LegalResource", said)
        });
        Value::Array(laws.collect())
    }

    /// What silence leads to: a rule under which the service operates.
    fn silence(&mut self) -> Value {
        let file = self.described.file;
        if !file.is_made_here() {
            return Value::Null;
        }
        let said = match &file.silence_reason {
            Some(reason) => texts(reason),
            None => self.decided(&file.silence),
        };
        let rule = json!({ "dct:title": self.said("procedure-silence"), "dct:description": said });
        self.graph.own("silence", "cpsv:Rule", rule)
    }

    fn decided(&self, silence: &SilenceEffect) -> Value {
        let key = match silence.kind() {
            EffectKind::Accepted => "procedure-silence-accepted",
            EffectKind::Rejected => "procedure-silence-rejected",
            EffectKind::None => "describe-silence-none",
        };
        let all = Language::ALL.into_iter().map(|language| {
            let delay = silence.implied().map(|implied| implied.delay);
            let delay = delay.map(|delay| LawValue::Period(delay).say(language));
            let values = [("delay", delay.unwrap_or_default())];
            in_language(&self.words.say_with(language, key, &values), language)
        });
        Value::Array(all.collect())
    }
}

/// Words that exist in French only: a name, a citation.
fn french(words: &str) -> Value {
    in_language(words, Language::French)
}

fn basis(silence: &SilenceEffect) -> Option<&str> {
    match silence {
        SilenceEffect::Accepted(implied) | SilenceEffect::Rejected(implied) => {
            Some(&implied.legal_basis)
        }
        SilenceEffect::None { legal_basis, .. } => legal_basis.as_deref(),
    }
}

/// A length of time of ISO 8601.
fn duration(days: u16) -> Value {
    json!({ "@value": format!("P{days}D"), "@type": "xsd:duration" })
}
