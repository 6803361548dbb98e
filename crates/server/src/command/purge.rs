//! `parvis purge`.

use anyhow::{Context, bail};
use clap::Args;
use parvis_demarche::Catalogue;
use parvis_dossier::destroy;
use parvis_dossier::model::Number;
use parvis_kernel::{Clock, Ctx, Instant, SystemClock};

use crate::config::Config;
use crate::house;
use crate::purge::{self, Line};

/// Dossiers destroyed in one transaction.
const AT_ONCE: i64 = 100;

/// Efface ce dont la durée de conservation est passée. Peut être interrompu, et repris.
#[derive(Debug, Args)]
pub(super) struct Purge {
    /// Dit ce qui serait effacé, sans rien effacer.
    #[arg(long)]
    dry_run: bool,
    /// Référence du visa d'élimination donné par les archives : exigée dès qu'un dossier serait détruit.
    #[arg(long, value_name = "RÉFÉRENCE")]
    visa: Option<String>,
    /// Met un dossier hors d'atteinte de la purge (recours en cours) : ORGANISATION/NUMÉRO. N'efface rien.
    #[arg(long, value_name = "DOSSIER", requires = "reference", conflicts_with_all = ["dry_run", "visa", "release"])]
    hold: Option<String>,
    /// Pourquoi il est retenu : une référence, sans donnée personnelle.
    #[arg(long, value_name = "RÉFÉRENCE", requires = "hold")]
    reference: Option<String>,
    /// Laisse de nouveau courir la durée d'un dossier retenu : ORGANISATION/NUMÉRO. N'efface rien.
    #[arg(long, value_name = "DOSSIER", conflicts_with_all = ["dry_run", "visa"])]
    release: Option<String>,
}

pub(super) fn run(config: &Config, asked: &Purge) -> anyhow::Result<()> {
    let opened = house::open(config)?;
    let now = SystemClock.now();
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?;
    let done = runtime.block_on(async {
        if asked.hold.is_some() || asked.release.is_some() {
            return held(&opened.store, asked, now).await;
        }
        let catalogue = Catalogue::new();
        let work = purge::Purge {
            store: &opened.store,
            blobs: &opened.blobs,
            catalogue: &catalogue,
            now,
            at_once: AT_ONCE,
        };
        if asked.dry_run {
            table(&work.plan().await?);
            return Ok(());
        }
        let visa = asked.visa.as_deref().map(str::trim);
        if visa.is_some_and(str::is_empty) {
            bail!("--visa demande une référence");
        }
        let mut each = |line: &Line, count: u64| {
            println!("{} : {count} effacés ({})", line.what, place(line));
            Ok(())
        };
        work.execute(visa, &mut each).await
    });
    opened.store.close();
    done
}

async fn held(store: &parvis_store::Store, asked: &Purge, now: Instant) -> anyhow::Result<()> {
    let named = asked.hold.as_ref().or(asked.release.as_ref());
    let (slug, number) = named
        .and_then(|named| named.split_once('/'))
        .context("un dossier s'écrit ORGANISATION/NUMÉRO")?;
    let number = Number::parse(number).context("ce n'est pas un numéro de dossier")?;
    let all = store.read(parvis_organisation::all).await?;
    let organisation = all.into_iter().find(|it| it.slug == slug);
    let organisation = organisation.context("organisation inconnue")?;
    let ctx = Ctx::house(organisation.id, now);
    let reference = asked.reference.clone();
    let write = store.write(move |tx| match &reference {
        Some(reference) => destroy::hold(&ctx, tx, &number, reference),
        None => destroy::release(&ctx, tx, &number),
    });
    write
        .await
        .context("ce dossier ne peut pas être retenu ou rendu")
}

fn place(line: &Line) -> &str {
    let organisation = line.organisation.as_ref();
    organisation.map_or("toute l'installation", |it| it.name.as_str())
}

/// One line by rule, under the name of each organisation.
fn table(lines: &[Line]) {
    let mut under = "";
    for line in lines {
        if place(line) != under {
            under = place(line);
            println!("\n{under}");
            println!(
                "{:>8}  {:10}  {:10}  ce qui est passé",
                "nombre", "du", "au"
            );
        }
        let day = |at: Option<Instant>| {
            let zone = line
                .organisation
                .as_ref()
                .map(parvis_organisation::Organisation::zone);
            let zone = zone.unwrap_or(jiff::tz::TimeZone::UTC);
            at.map_or_else(|| "-".to_owned(), |at| at.to_zoned(zone).date().to_string())
        };
        let (from, to) = (day(line.due.oldest), day(line.due.newest));
        println!("{:>8}  {from:10}  {to:10}  {}", line.due.count, line.what);
        println!("{:34}règle : {} ; source : {}", "", line.rule, line.source);
        if line.keeps() && line.due.count > 0 {
            println!(
                "{:34}jamais détruits ici : prenez d'abord une sauvegarde ou un export, et versez-les aux archives",
                ""
            );
        }
    }
    if lines.iter().any(Line::destroys) {
        println!(
            "\nDes dossiers seraient détruits : --visa RÉFÉRENCE est exigé (visa d'élimination des archives)."
        );
    }
}
