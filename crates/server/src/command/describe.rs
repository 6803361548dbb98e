//! `parvis admin describe-organisation`: what an organisation says of itself on its pages and in its documents.

use anyhow::Context;
use clap::{Args, ValueEnum};
use parvis_kernel::{Clock, Ctx, SystemClock};
use parvis_organisation::{Accessibility, Organisation, Profile};
use parvis_store::Store;

/// Complète ce que disent les mentions légales, l'accessibilité, les données personnelles, les décisions. Ce qui n'est pas
/// indiqué ne change pas.
#[derive(Debug, Args)]
pub(super) struct Description {
    /// Nom court de l'organisation.
    #[arg(long, value_name = "NOM")]
    organisation: String,
    /// Nom écrit sur les pages.
    #[arg(long, value_name = "TEXTE")]
    name: Option<String>,
    /// Numéro SIREN, neuf chiffres.
    #[arg(long, value_name = "SIREN")]
    siren: Option<String>,
    /// Code du département : il décide des jours fériés.
    #[arg(long, value_name = "CODE")]
    departement: Option<String>,
    /// Code officiel de la commune.
    #[arg(long, value_name = "CODE")]
    commune: Option<String>,
    /// Directeur ou directrice de la publication (mentions légales).
    #[arg(long, value_name = "TEXTE")]
    publication_director: Option<String>,
    /// Hébergeur du service (mentions légales).
    #[arg(long, value_name = "TEXTE")]
    hosted_by: Option<String>,
    /// Adresse électronique du délégué à la protection des données.
    #[arg(long, value_name = "ADRESSE")]
    dpo_email: Option<String>,
    /// Téléphone du délégué à la protection des données.
    #[arg(long, value_name = "NUMÉRO")]
    dpo_phone: Option<String>,
    /// Adresse postale du délégué à la protection des données, une ligne par option.
    #[arg(long = "dpo-address", value_name = "LIGNE")]
    dpo_address: Vec<String>,
    /// Où signaler une faille de sécurité : une adresse électronique ou une page.
    #[arg(long, value_name = "ADRESSE")]
    security_contact: Option<String>,
    /// État de conformité au RGAA, d'après l'audit.
    #[arg(long, value_enum, value_name = "ÉTAT")]
    accessibility: Option<DeclaredState>,
    /// Tribunal administratif compétent.
    #[arg(long, value_name = "TRIBUNAL")]
    court: Option<String>,
    /// Référence de l'attestation RGS qui dispense les décisions de signature (CRPA L212-2).
    #[arg(long, value_name = "RÉFÉRENCE")]
    conformity: Option<String>,
    /// Adresse d'où partent les courriels.
    #[arg(long, value_name = "ADRESSE")]
    sender: Option<String>,
    /// Couleur des pages : #rrggbb.
    #[arg(long, value_name = "COULEUR")]
    accent: Option<String>,
    /// Jours après lesquels un brouillon délaissé est effacé.
    #[arg(long, value_name = "JOURS")]
    draft_days: Option<u16>,
    /// Minutes pendant lesquelles une décision n'est pas encore montrée à la personne.
    #[arg(long, value_name = "MINUTES")]
    hold_minutes: Option<u16>,
}

/// L'état de conformité déclaré.
#[derive(Debug, Clone, Copy, ValueEnum)]
enum DeclaredState {
    /// Pas encore d'audit.
    NonAudite,
    /// Moins de la moitié des critères sont respectés.
    NonConforme,
    /// Au moins la moitié des critères sont respectés.
    PartiellementConforme,
    /// Tous les critères sont respectés.
    Conforme,
}

impl From<DeclaredState> for Accessibility {
    fn from(state: DeclaredState) -> Self {
        match state {
            DeclaredState::NonAudite => Self::NotAudited,
            DeclaredState::NonConforme => Self::NotConforming,
            DeclaredState::PartiellementConforme => Self::PartlyConforming,
            DeclaredState::Conforme => Self::Conforming,
        }
    }
}

pub(super) fn describe_organisation(store: &Store, said: Description) -> anyhow::Result<()> {
    let now = SystemClock.now();
    let name = store.write_blocking(move |tx| {
        let organisation = parvis_organisation::by_slug(tx, &said.organisation)?
            .with_context(|| format!("l'organisation {} est inconnue", said.organisation))?;
        let ctx = Ctx::house(organisation.id, now);
        let Organisation { name, profile, .. } = organisation;
        let name = said.name.clone().unwrap_or(name);
        parvis_organisation::describe(&ctx, tx, &name, &said.applied_to(profile))?;
        anyhow::Ok(name)
    })?;
    println!("Complétée : {name}. Un serveur qui tourne le dira après son redémarrage.");
    Ok(())
}

impl Description {
    fn applied_to(&self, profile: Profile) -> Profile {
        let or = |said: &Option<String>, kept: Option<String>| said.clone().or(kept);
        let mut officer = profile.data_protection_officer;
        officer.email = or(&self.dpo_email, officer.email);
        officer.phone = or(&self.dpo_phone, officer.phone);
        if !self.dpo_address.is_empty() {
            officer.postal_address.clone_from(&self.dpo_address);
        }
        let security = self.security_contact.clone();
        Profile {
            siren: or(&self.siren, profile.siren),
            departement: or(&self.departement, profile.departement),
            commune: or(&self.commune, profile.commune),
            publication_director: or(&self.publication_director, profile.publication_director),
            host: or(&self.hosted_by, profile.host),
            data_protection_officer: officer,
            security_contact: security.unwrap_or(profile.security_contact),
            accessibility: self
                .accessibility
                .map_or(profile.accessibility, Accessibility::from),
            administrative_court: or(&self.court, profile.administrative_court),
            conformity: or(&self.conformity, profile.conformity),
            sender: self.sender.clone().unwrap_or(profile.sender),
            logo: profile.logo,
            review_months: profile.review_months,
            second_reader: profile.second_reader,
            accent: self.accent.clone().unwrap_or(profile.accent),
            draft_days: self.draft_days.unwrap_or(profile.draft_days),
            hold_minutes: self.hold_minutes.unwrap_or(profile.hold_minutes),
            version: profile.version,
            time_zone: profile.time_zone,
            contact: profile.contact,
        }
    }
}
