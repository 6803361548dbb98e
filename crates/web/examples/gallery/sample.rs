//! Invented data for the gallery and for the tests of components.

use parvis_kernel::{Instant, Language, LanguageTag, OrganisationId};
use parvis_organisation::{Contact, Organisation, Profile};
use parvis_web::{
    Card, Cell, Choice, Column, DateEntry, Direction, Errors, Event, Link, Message, Pager, Reading,
    Readings, Row, Sort, Table, Tag, Task, Tone, Visit, WORDS, Words, WordsError,
};

/// What the examples of components show.
pub struct Sample {
    pub links: Vec<Link>,
    pub errors: Errors,
    pub yes_no: Vec<Choice>,
    pub choices: Vec<Choice>,
    pub revealing: Vec<Choice>,
    pub days: Vec<Choice>,
    pub date: DateEntry,
    pub rows: Vec<Row>,
    pub tasks: Vec<Task>,
    pub tags: Vec<Tag>,
    pub table: Table,
    pub sort: Sort,
    pub pager: Pager,
    pub messages: Vec<Message>,
    pub events: Vec<Event>,
    pub cards: Vec<Card>,
    pub contact: Contact,
    pub readings: Readings,
}

impl Sample {
    pub fn new() -> Self {
        let mut errors = Errors::none();
        errors.add(
            "adresse-electronique",
            "Écrivez une adresse électronique complète, par exemple nom@exemple.fr",
        );
        errors.add("telephone", "Écrivez un numéro de téléphone à 10 chiffres");
        Self {
            links: vec![
                Link::new("Accueil", "/"),
                Link::new("Démarches", "/demarches"),
            ],
            errors,
            yes_no: vec![
                Choice::new("oui", "Oui").checked(true),
                Choice::new("non", "Non"),
            ],
            choices: vec![
                Choice::new("soi", "C’est moi"),
                Choice::new("parent", "Je suis son père ou sa mère")
                    .hint("La copie intégrale vous est ouverte."),
                Choice::new("autre", "Autre lien"),
            ],
            revealing: vec![
                Choice::new("courriel", "Par courriel").checked(true),
                Choice::new("telephone", "Par téléphone").revealing(),
            ],
            days: ["Lundi", "Mardi", "Jeudi", "Vendredi"]
                .map(|day| Choice::new(day.to_lowercase(), day).checked(day == "Mardi"))
                .to_vec(),
            date: DateEntry::new("27", "3", "1985"),
            rows: rows(),
            tasks: tasks(),
            tags: tags(),
            table: table(),
            sort: Sort {
                href: "/agent?tri=echeance".to_owned(),
                direction: Direction::Ascending,
            },
            pager: Pager {
                previous: Some("/agent?avant=a".to_owned()),
                next: Some("/agent?apres=b".to_owned()),
            },
            messages: messages(),
            events: events(),
            cards: cards(),
            readings: readings(),
            contact: contact(),
        }
    }
}

fn contact() -> Contact {
    Contact {
        postal_address: vec![
            "Hôtel de ville".to_owned(),
            "1 place du Parvis".to_owned(),
            "84999 Rochebrune".to_owned(),
        ],
        email: Some("etat-civil@rochebrune.example".to_owned()),
        phone: Some("04 90 00 00 00".to_owned()),
        hours: vec![
            "Du lundi au vendredi, de 8 h 30 à 17 h".to_owned(),
            "Le samedi, de 9 h à 12 h".to_owned(),
        ],
    }
}

fn rows() -> Vec<Row> {
    vec![
        Row::new("Nom de famille", "Lenoir").change("Modifier", "/etapes/1#nom"),
        Row::new("Adresse", "12 rue des Tilleuls\n84999 Rochebrune")
            .change("Modifier", "/etapes/2"),
        Row::new("Pièce d’identité", "")
            .link("carte.jpg (1,2 Mo)", "/pieces/1")
            .change("Modifier", "/etapes/3"),
    ]
}

fn tasks() -> Vec<Task> {
    let task = |title: &str, href: Option<&str>, hint: &str, status: Tag| Task {
        title: title.into(),
        href: href.map(str::to_owned),
        hint: hint.to_owned(),
        status,
    };
    vec![
        task(
            "La personne concernée",
            Some("/etapes/1"),
            "",
            Tag::new("Terminé", Tone::Good),
        ),
        task(
            "Vos coordonnées",
            Some("/etapes/2"),
            "Pour vous envoyer l’acte par la poste",
            Tag::new("À compléter", Tone::Wait),
        ),
        task(
            "Vérifier et déposer",
            None,
            "Quand tout est complété",
            Tag::new("Pas encore possible", Tone::Quiet),
        ),
    ]
}

fn tags() -> Vec<Tag> {
    vec![
        Tag::new("Déposée", Tone::Plain),
        Tag::new("Brouillon", Tone::Quiet),
        Tag::new("Acceptée", Tone::Good),
        Tag::new("Votre réponse est attendue", Tone::Wait),
        Tag::new("Refusée", Tone::Bad),
    ]
}

fn table() -> Table {
    let row = |number: &str, name: &str, procedure: &str, state: Tag, due: &str, days: &str| {
        vec![
            Cell::link(number, format!("/agent/dossiers/{number}")).whole(),
            Cell::new(name),
            Cell::new(procedure),
            Cell::tag(state),
            Cell::new(due).whole(),
            Cell::new(days),
        ]
    };
    Table {
        caption: "Demandes à traiter".to_owned(),
        caption_hidden: true,
        columns: vec![
            Column::new("Numéro"),
            Column::new("Nom").sorting("?tri=nom", Direction::Unsorted),
            Column::new("Démarche"),
            Column::new("État"),
            Column::new("Échéance").sorting("?tri=-echeance", Direction::Ascending),
            Column::numeric("Jours restants"),
        ],
        rows: vec![
            row(
                "EC-2026-004217",
                "Camille Lenoir",
                "Acte de naissance",
                Tag::new("Nouvelle", Tone::Plain),
                "24 novembre 2026",
                "2",
            ),
            row(
                "SC-2026-000318",
                "Yanis Haddad",
                "Inscription scolaire et cantine",
                Tag::new("Pièce attendue", Tone::Wait),
                "3 décembre 2026",
                "11",
            ),
            row(
                "EC-2026-004190",
                "Jeanne-Marie Le Goff",
                "Acte de naissance",
                Tag::new("En instruction", Tone::Plain),
                "12 janvier 2027",
                "51",
            ),
        ],
    }
}

fn messages() -> Vec<Message> {
    vec![
        Message {
            author: "Service de l’état civil".to_owned(),
            sent: false,
            at: "18 novembre 2026 à 9 h 12".to_owned(),
            datetime: "2026-11-18T08:12:00Z".to_owned(),
            text: "Bonjour,\nla photo de votre carte d’identité est floue. Pouvez-vous en envoyer une autre ?".to_owned(),
            pieces: Vec::new(),
        },
        Message {
            author: "Vous".to_owned(),
            sent: true,
            at: "18 novembre 2026 à 18 h 40".to_owned(),
            datetime: "2026-11-18T17:40:00Z".to_owned(),
            text: "La voici.".to_owned(),
            pieces: vec![Link::new("carte-recto.jpg (1,2 Mo)", "/pieces/2")],
        },
    ]
}

fn events() -> Vec<Event> {
    let event = |title: &str, at: &str, datetime: &str, by: &str, text: &str| Event {
        title: title.to_owned(),
        at: at.to_owned(),
        datetime: datetime.to_owned(),
        by: by.to_owned(),
        text: text.to_owned(),
    };
    vec![
        event(
            "Demande déposée",
            "16 novembre 2026 à 21 h 03",
            "2026-11-16T20:03:00Z",
            "",
            "",
        ),
        event(
            "Pièce demandée",
            "18 novembre 2026 à 9 h 12",
            "2026-11-18T08:12:00Z",
            "Service de l’état civil",
            "Une photo plus nette de la pièce d’identité.",
        ),
        event(
            "Pièce reçue",
            "18 novembre 2026 à 18 h 40",
            "2026-11-18T17:40:00Z",
            "",
            "",
        ),
    ]
}

fn cards() -> Vec<Card> {
    let card = |title: &str, href: &str, text: &str| Card {
        title: title.to_owned(),
        href: href.to_owned(),
        text: text.to_owned(),
    };
    vec![
        card(
            "Demander un acte de naissance",
            "/demarches/acte-naissance",
            "Copie intégrale ou extrait, envoyé par la poste. Gratuit.",
        ),
        card(
            "Inscrire un enfant à l’école et à la cantine",
            "/demarches/ecole",
            "Pour la rentrée, ou en cours d’année si vous emménagez.",
        ),
        card(
            "Signaler un problème dans la rue",
            "/demarches/signalement",
            "Trou, lampadaire, dépôt d’ordures, bruit. Sans donner votre nom.",
        ),
    ]
}

/// A visit of an invented town.
///
/// # Errors
/// Those of the words.
pub fn visit(language: Language) -> Result<Visit, WordsError> {
    let organisation = Organisation {
        id: OrganisationId::default(),
        slug: "rochebrune".to_owned(),
        host: None,
        name: "Ville de Rochebrune".to_owned(),
        profile: Profile {
            contact: contact(),
            accent: "#8c2f4b".to_owned(),
            ..Profile::default()
        },
        demonstration: true,
        trial: None,
    };
    let words = Words::load(&[WORDS])?;
    Ok(Visit::example(
        words,
        organisation,
        Instant::UNIX_EPOCH,
        language,
    ))
}

/// French, Arabic, Ukrainian; Arabic is read.
fn readings() -> Readings {
    let choices = ["fr", "ar", "uk"].into_iter().filter_map(|tag| {
        let language: LanguageTag = tag.parse().ok()?;
        Some(Reading {
            name: language.endonym(),
            href: format!("/langue?lire={language}&retour=/"),
            is_current: tag == "ar",
            language,
        })
    });
    Readings {
        choices: choices.collect(),
        is_translation: true,
    }
}
