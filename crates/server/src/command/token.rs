//! `parvis admin create-token`, `list-tokens`, `revoke-token`: the applications that an organisation lets in by the API.

use std::time::Duration;

use anyhow::{Context, bail};
use clap::Args;
use parvis_access::token::{self, NewToken, Scope, Secret, Token};
use parvis_demarche::Catalogue;
use parvis_kernel::{Clock, Ctx, GroupId, Network, ProcedureId, SystemClock, TokenId};
use parvis_organisation::Organisation;
use parvis_store::{Store, Tx};

/// Crée un jeton. Son secret est écrit une seule fois, sur la sortie standard.
#[derive(Debug, Args)]
pub(super) struct NewTokenArguments {
    /// Nom court de l'organisation.
    #[arg(long, value_name = "NOM")]
    organisation: String,
    /// Nom du jeton : l'application et ce qu'elle fait.
    #[arg(long, value_name = "TEXTE")]
    name: String,
    /// Droit donné, une fois par droit : procedures:read, dossiers:read, dossiers:write, messages:write, decisions:read.
    #[arg(long = "scope", value_name = "DROIT", required = true)]
    scopes: Vec<String>,
    /// Durée de vie en jours, un an au plus.
    #[arg(long, value_name = "JOURS", value_parser = clap::value_parser!(u16).range(1..=366))]
    days: u16,
    /// Réseau d'où il peut servir (192.0.2.0/24), une fois par réseau ; sans cette option, de partout.
    #[arg(long = "network", value_name = "RÉSEAU")]
    networks: Vec<Network>,
    /// Démarche à laquelle il est limité, par son nom d'adresse, une fois par démarche.
    #[arg(long = "procedure", value_name = "NOM")]
    procedures: Vec<String>,
    /// Groupe aux dossiers duquel il est limité, par son nom court, une fois par groupe.
    #[arg(long = "group", value_name = "NOM")]
    groups: Vec<String>,
}

/// Liste les jetons d'une organisation.
#[derive(Debug, Args)]
pub(super) struct ListTokens {
    /// Nom court de l'organisation.
    #[arg(long, value_name = "NOM")]
    organisation: String,
}

/// Révoque un jeton : il n'ouvre plus rien.
#[derive(Debug, Args)]
pub(super) struct RevokeToken {
    /// Nom court de l'organisation.
    #[arg(long, value_name = "NOM")]
    organisation: String,
    /// Identifiant du jeton, tel que list-tokens l'écrit.
    #[arg(long, value_name = "IDENTIFIANT")]
    token: TokenId,
}

pub(super) fn create_token(store: &Store, new: NewTokenArguments) -> anyhow::Result<()> {
    let secret = Secret::draw()?;
    let scopes = scopes(&new.scopes)?;
    let now = SystemClock.now();
    let shown = secret.clone();
    let given = store.write_blocking(move |tx| {
        let organisation = organisation(tx, &new.organisation)?;
        let ctx = Ctx::house(organisation.id, now);
        let asked = NewToken {
            name: new.name.clone(),
            scopes: scopes.clone(),
            procedures: procedures(tx, &organisation, &new.procedures)?,
            groups: groups(tx, &organisation, &new.groups)?,
            networks: new.networks.clone(),
            expires_at: now + Duration::from_secs(u64::from(new.days) * 24 * 3600),
        };
        anyhow::Ok(token::create(&ctx, tx, &asked, &secret)?)
    })?;
    eprintln!(
        "Jeton {} créé, valable jusqu'au {}. Son secret n'est écrit qu'ici :",
        given.id, given.expires_at
    );
    println!("{}", shown.reveal());
    Ok(())
}

pub(super) fn list_tokens(store: &Store, asked: ListTokens) -> anyhow::Result<()> {
    let now = SystemClock.now();
    let tokens = store.write_blocking(move |tx| {
        let organisation = organisation(tx, &asked.organisation)?;
        anyhow::Ok(token::list(&Ctx::house(organisation.id, now), tx)?)
    })?;
    for token in &tokens {
        println!("{}", line(token));
    }
    Ok(())
}

pub(super) fn revoke_token(store: &Store, revoked: RevokeToken) -> anyhow::Result<()> {
    let now = SystemClock.now();
    store.write_blocking(move |tx| {
        let organisation = organisation(tx, &revoked.organisation)?;
        let ctx = Ctx::house(organisation.id, now);
        token::revoke(&ctx, tx, revoked.token)
            .with_context(|| format!("le jeton {} ne peut pas être révoqué", revoked.token))
    })?;
    println!("Révoqué : {}", revoked.token);
    Ok(())
}

fn line(token: &Token) -> String {
    let scopes: Vec<&str> = token.scopes.iter().map(|scope| scope.code()).collect();
    let used = match token.last_used_at {
        Some(at) => format!("utilisé le {at}"),
        None => "jamais utilisé".to_owned(),
    };
    let ends = match token.revoked_at {
        Some(at) => format!("révoqué le {at}"),
        None => format!("valable jusqu'au {}", token.expires_at),
    };
    format!(
        "{}  {}  {}  {used}  {ends}",
        token.id,
        token.name,
        scopes.join(",")
    )
}

fn scopes(codes: &[String]) -> anyhow::Result<Vec<Scope>> {
    let known = || Scope::ALL.map(Scope::code).join(", ");
    let read = |code: &String| {
        Scope::of_code(code).with_context(|| {
            format!(
                "le droit {code} est inconnu ; les droits sont : {}",
                known()
            )
        })
    };
    codes.iter().map(read).collect()
}

fn organisation(tx: &mut Tx<'_>, slug: &str) -> anyhow::Result<Organisation> {
    parvis_organisation::by_slug(tx, slug)?
        .with_context(|| format!("l'organisation {slug} est inconnue"))
}

fn procedures(
    tx: &mut Tx<'_>,
    organisation: &Organisation,
    slugs: &[String],
) -> anyhow::Result<Vec<ProcedureId>> {
    let catalogue = Catalogue::new();
    let mut found = Vec::with_capacity(slugs.len());
    for slug in slugs {
        match catalogue.published(tx, organisation.id, slug)? {
            Some(revision) => found.push(revision.procedure),
            None => bail!("la démarche {slug} n'est pas publiée"),
        }
    }
    Ok(found)
}

fn groups(
    tx: &mut Tx<'_>,
    organisation: &Organisation,
    slugs: &[String],
) -> anyhow::Result<Vec<GroupId>> {
    let mut found = Vec::with_capacity(slugs.len());
    for slug in slugs {
        let group = parvis_organisation::group_by_slug(tx, organisation.id, slug)?;
        found.push(
            group
                .with_context(|| format!("le groupe {slug} est inconnu"))?
                .id,
        );
    }
    Ok(found)
}
