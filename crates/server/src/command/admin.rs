//! `parvis admin`: the first organisation, its agents, a lost password.

use std::io::{BufRead, IsTerminal};

use anyhow::{Context, bail};
use clap::{Args, Subcommand};
use parvis_access::agent::{self, Agent, Membership, Role};
use parvis_access::{OrganisationRole, password, role};
use parvis_kernel::{AgentId, Clock, Ctx, GroupId, OrganisationId, ServiceId, SystemClock};
use parvis_organisation::{Contact, Group, Organisation, Profile, Service};
use parvis_store::Store;

use super::describe::{Description, describe_organisation};
use super::token;
use crate::config::Config;
use crate::{demonstration, house};

/// Crée des organisations et des agents.
#[derive(Debug, Subcommand)]
pub(super) enum Admin {
    /// Crée une organisation, avec un service et un groupe d'agents.
    CreateOrganisation(NewOrganisation),
    /// Complète ce qu'une organisation dit d'elle-même : mentions légales, délégué, accessibilité, attestation.
    DescribeOrganisation(Box<Description>),
    /// Crée un agent. Le mot de passe est lu dans PARVIS_PASSWORD ou sur l'entrée standard.
    CreateAgent(NewAgent),
    /// Remplace le mot de passe d'un agent et ferme ses sessions.
    ResetPassword(ResetPassword),
    /// Crée un jeton de l'API pour une application. Son secret est écrit une seule fois.
    CreateToken(token::NewTokenArguments),
    /// Liste les jetons de l'API d'une organisation.
    ListTokens(token::ListTokens),
    /// Révoque un jeton de l'API.
    RevokeToken(token::RevokeToken),
}

/// Crée une organisation.
#[derive(Debug, Args)]
pub(super) struct NewOrganisation {
    /// Nom court : lettres minuscules, chiffres, traits d'union.
    #[arg(long, value_name = "NOM")]
    slug: String,
    /// Nom écrit sur les pages : « Commune de Rochebrune ».
    #[arg(long, value_name = "TEXTE")]
    name: String,
    /// Nom d'hôte sous lequel elle est servie.
    #[arg(long, value_name = "HÔTE")]
    host: Option<String>,
    /// Fuseau horaire.
    #[arg(long, default_value = "Europe/Paris", value_name = "FUSEAU")]
    time_zone: String,
    /// Adresse d'où partent les courriels.
    #[arg(long, value_name = "ADRESSE")]
    sender: String,
    /// Téléphone.
    #[arg(long, value_name = "NUMÉRO")]
    phone: String,
    /// Adresse électronique de contact.
    #[arg(long, value_name = "ADRESSE")]
    email: String,
    /// Adresse postale, une ligne par option.
    #[arg(long = "address", value_name = "LIGNE")]
    postal_address: Vec<String>,
    /// Horaires, une ligne par option.
    #[arg(long = "hours", value_name = "LIGNE")]
    hours: Vec<String>,
    /// Tribunal administratif compétent.
    #[arg(long, value_name = "TRIBUNAL")]
    court: Option<String>,
    /// Nom court du premier service et de son groupe d'agents.
    #[arg(long, default_value = "accueil", value_name = "NOM")]
    service: String,
    /// Nom du premier service.
    #[arg(long, default_value = "Accueil", value_name = "TEXTE")]
    service_name: String,
}

/// Crée un agent.
#[derive(Debug, Args)]
pub(super) struct NewAgent {
    /// Nom court de l'organisation.
    #[arg(long, value_name = "NOM")]
    organisation: String,
    /// Adresse électronique : elle sert à se connecter.
    #[arg(long, value_name = "ADRESSE")]
    email: String,
    /// Prénom.
    #[arg(long, value_name = "TEXTE")]
    first_name: String,
    /// Nom.
    #[arg(long, value_name = "TEXTE")]
    last_name: String,
    /// Qualité : « Officière de l'état civil ».
    #[arg(long, value_name = "TEXTE")]
    quality: String,
    /// Référence de la délégation de signature.
    #[arg(long, value_name = "RÉFÉRENCE")]
    delegation: Option<String>,
    /// Nom court du groupe dont il est membre (le service du groupe devient le sien).
    #[arg(long, default_value = "accueil", value_name = "NOM")]
    group: String,
    /// Lit les dossiers sans pouvoir les traiter.
    #[arg(long)]
    reader: bool,
    /// Administre l'organisation : services, agents, droits.
    #[arg(long)]
    administrator: bool,
    /// Écrit, vérifie et publie les démarches.
    #[arg(long)]
    procedure_author: bool,
    /// Délégué à la protection des données : lit l'administration et les journaux.
    #[arg(long)]
    dpo: bool,
    /// Accueil du public : fait une démarche avec une personne, au guichet ou au téléphone.
    #[arg(long)]
    guichet: bool,
}

impl NewAgent {
    fn roles(&self) -> Vec<OrganisationRole> {
        let asked = [
            (self.administrator, OrganisationRole::Administrator),
            (self.procedure_author, OrganisationRole::ProcedureAuthor),
            (self.dpo, OrganisationRole::Dpo),
            (self.guichet, OrganisationRole::Guichet),
        ];
        let asked = asked.into_iter().filter(|(asked, _)| *asked);
        asked.map(|(_, role)| role).collect()
    }
}

/// Remplace le mot de passe d'un agent.
#[derive(Debug, Args)]
pub(super) struct ResetPassword {
    /// Nom court de l'organisation.
    #[arg(long, value_name = "NOM")]
    organisation: String,
    /// Adresse électronique de l'agent.
    #[arg(long, value_name = "ADRESSE")]
    email: String,
    /// Oublie aussi le second facteur : l'agent en enregistrera un nouveau.
    #[arg(long)]
    forget_second_factor: bool,
}

pub(super) fn run(config: &Config, admin: Admin) -> anyhow::Result<()> {
    let opened = house::open(config)?;
    if matches!(admin, Admin::CreateOrganisation(_)) {
        // What is invented and what is real never share a database.
        demonstration::refuse_database(&opened)?;
    }
    let store = opened.store;
    let done = match admin {
        Admin::CreateOrganisation(new) => create_organisation(&store, new),
        Admin::DescribeOrganisation(said) => describe_organisation(&store, *said),
        Admin::CreateAgent(new) => create_agent(&store, new),
        Admin::ResetPassword(reset) => reset_password(&store, reset),
        Admin::CreateToken(new) => token::create_token(&store, new),
        Admin::ListTokens(asked) => token::list_tokens(&store, asked),
        Admin::RevokeToken(revoked) => token::revoke_token(&store, revoked),
    };
    store.close();
    done
}

fn create_organisation(store: &Store, new: NewOrganisation) -> anyhow::Result<()> {
    let contact = Contact {
        postal_address: new.postal_address,
        email: Some(new.email),
        phone: Some(new.phone),
        hours: new.hours,
    };
    let organisation = Organisation {
        id: OrganisationId::new(),
        slug: new.slug,
        host: new.host,
        name: new.name,
        profile: Profile {
            time_zone: new.time_zone,
            sender: new.sender,
            contact: contact.clone(),
            administrative_court: new.court,
            ..Profile::default()
        },
        demonstration: false,
        trial: None,
    };
    let service = Service {
        id: ServiceId::new(),
        slug: new.service.clone(),
        name: new.service_name.clone(),
        contact,
    };
    let group = Group {
        id: GroupId::new(),
        slug: new.service,
        name: new.service_name,
        service: service.id,
    };
    let ctx = Ctx::house(organisation.id, SystemClock.now());
    let name = organisation.name.clone();
    store.write_blocking(move |tx| {
        parvis_organisation::create(&ctx, tx, &organisation)?;
        parvis_organisation::create_service(&ctx, tx, &service)?;
        parvis_organisation::create_group(&ctx, tx, &group)?;
        anyhow::Ok(())
    })?;
    println!("Créée : {name}");
    Ok(())
}

fn create_agent(store: &Store, new: NewAgent) -> anyhow::Result<()> {
    let known = [&new.email, &new.first_name, &new.last_name].map(String::as_str);
    let hash = ask_password(&known)?;
    let name = format!("{} {}", new.first_name, new.last_name);
    let now = SystemClock.now();
    store.write_blocking(move |tx| {
        let organisation = parvis_organisation::by_slug(tx, &new.organisation)?
            .with_context(|| format!("l'organisation {} est inconnue", new.organisation))?;
        let group = parvis_organisation::group_by_slug(tx, organisation.id, &new.group)?
            .with_context(|| format!("le groupe {} est inconnu", new.group))?;
        let ctx = Ctx::house(organisation.id, now);
        let agent = Agent {
            id: AgentId::new(),
            email: new.email.clone(),
            first_name: new.first_name.clone(),
            last_name: new.last_name.clone(),
            quality: new.quality.clone(),
            service: group.service,
            delegation: new.delegation.clone(),
            disabled_at: None,
        };
        agent::create(&ctx, tx, &agent, &hash)?;
        let role = if new.reader {
            Role::Reader
        } else {
            Role::Instructeur
        };
        let membership = Membership {
            group: group.id,
            role,
        };
        agent::join(&ctx, tx, agent.id, membership)?;
        for own in new.roles() {
            role::grant(&ctx, tx, agent.id, own)?;
        }
        anyhow::Ok(())
    })?;
    println!("Créé : {name}. Le second facteur s'enregistre à la première connexion.");
    Ok(())
}

fn reset_password(store: &Store, reset: ResetPassword) -> anyhow::Result<()> {
    let hash = ask_password(&[&reset.email])?;
    let now = SystemClock.now();
    store.write_blocking(move |tx| {
        let organisation = parvis_organisation::by_slug(tx, &reset.organisation)?
            .with_context(|| format!("l'organisation {} est inconnue", reset.organisation))?;
        let found = agent::credentials(tx, organisation.id, &reset.email)?
            .with_context(|| format!("l'agent {} est inconnu", reset.email))?;
        let ctx = Ctx::house(organisation.id, now);
        agent::reset_password(&ctx, tx, found.agent.id, &hash, reset.forget_second_factor)?;
        anyhow::Ok(())
    })?;
    println!("Mot de passe remplacé ; les sessions de l'agent sont fermées.");
    Ok(())
}

/// Reads a password from `PARVIS_PASSWORD` or from the standard input, checks and hashes it.
fn ask_password(known: &[&str]) -> anyhow::Result<String> {
    let password = match std::env::var("PARVIS_PASSWORD") {
        Ok(password) => password,
        Err(_) => read_line()?,
    };
    if let Err(refusal) = password::check(&password, known) {
        bail!("mot de passe refusé : {}", in_french(refusal));
    }
    Ok(password::hash(&password)?)
}

fn read_line() -> anyhow::Result<String> {
    let input = std::io::stdin();
    if input.is_terminal() {
        eprint!("Mot de passe (il s'affiche ; sinon, utilisez PARVIS_PASSWORD) : ");
    }
    let mut line = String::new();
    input.lock().read_line(&mut line)?;
    Ok(line.trim_end_matches(['\r', '\n']).to_owned())
}

fn in_french(refusal: password::PasswordRefusal) -> String {
    use password::PasswordRefusal::{Guessable, TooLong, TooShort};
    match refusal {
        TooShort => format!("il a moins de {} caractères", password::MIN_LENGTH),
        TooLong => format!("il a plus de {} caractères", password::MAX_LENGTH),
        Guessable => "il est trop courant ou trop facile à deviner".to_owned(),
    }
}
