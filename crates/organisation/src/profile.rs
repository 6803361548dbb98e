//! What an organisation says of itself, on its pages and in its documents.

use serde::{Deserialize, Serialize};

use crate::logo::Logo;

/// Where and when somebody is reached.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Contact {
    /// Lines of the postal address.
    pub postal_address: Vec<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Telephone, as it is read aloud: `01 23 45 67 89`.
    pub phone: Option<String>,
    /// Opening hours, a line each, in French.
    pub hours: Vec<String>,
}

/// The state of conformity that the accessibility page declares (loi 2005-102 art. 47).
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Accessibility {
    /// No audit yet: the only honest state before one.
    #[default]
    NotAudited,
    /// Less than half of the criteria are met.
    NotConforming,
    /// At least half of the criteria are met.
    PartlyConforming,
    /// All of the criteria are met.
    Conforming,
}

/// The texts and contacts of an organisation: one JSON document, versioned by added fields with defaults.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Profile {
    /// The version of this document.
    pub version: u32,
    /// The IANA name of the time zone in which days are counted.
    pub time_zone: String,
    /// The code of the département: it decides which days are public holidays.
    pub departement: Option<String>,
    /// The SIREN number, nine digits.
    pub siren: Option<String>,
    /// The official code of the commune, for a commune.
    pub commune: Option<String>,
    /// Where the organisation is reached.
    pub contact: Contact,
    /// The address from which its mails leave; published in the terms of use (CRPA R112-9-2, R112-11-3).
    pub sender: String,
    /// The accent colour of its pages, `#rrggbb`.
    pub accent: String,
    /// The image of its pages, if it has one; the bytes are a row of their own.
    pub logo: Option<Logo>,
    /// The person who answers for what is published (loi 2004-575).
    pub publication_director: Option<String>,
    /// Who hosts the service.
    pub host: Option<String>,
    /// The data protection officer (RGPD art. 13(1)b).
    pub data_protection_officer: Contact,
    /// Where a weakness is reported.
    pub security_contact: String,
    /// The declared state of accessibility.
    pub accessibility: Accessibility,
    /// The administrative court before which its decisions are contested.
    pub administrative_court: Option<String>,
    /// What establishes that this téléservice conforms to CRPA L112-9 and to ordonnance 2005-1516 (the reference of its RGS
    /// attestation): without it, each decision must bear a signature (CRPA L212-2).
    pub conformity: Option<String>,
    /// Days after which a draft that nobody touches is erased.
    pub draft_days: u16,
    /// Minutes during which a decision can be taken back before the person is told.
    pub hold_minutes: u16,
    /// Months between two reviews of the rights of agents.
    pub review_months: u16,
    /// Whether a second person reads a procedure before it is published.
    pub second_reader: bool,
}

impl Default for Profile {
    fn default() -> Self {
        Self {
            version: 1,
            time_zone: "Europe/Paris".to_owned(),
            departement: None,
            siren: None,
            commune: None,
            contact: Contact::default(),
            sender: String::new(),
            accent: "#1f4d5c".to_owned(),
            logo: None,
            publication_director: None,
            host: None,
            data_protection_officer: Contact::default(),
            security_contact: String::new(),
            accessibility: Accessibility::default(),
            administrative_court: None,
            conformity: None,
            draft_days: 30,
            hold_minutes: 0,
            review_months: 6,
            second_reader: false,
        }
    }
}
