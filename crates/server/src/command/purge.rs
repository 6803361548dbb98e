//! `parvis purge --dry-run`.

use anyhow::bail;
use clap::Args;
use parvis_kernel::{Clock, SystemClock};

use crate::config::Config;
use crate::house;

/// Days after which an entry of the security journal is over (CNIL, deliberation 2021-122: 6 to 12 months).
const SECURITY_DAYS: u64 = 365;
/// Days after which a trace of exchange is over (CRPA R114-9-7: 36 months).
const EXCHANGE_DAYS: u64 = 1096;

/// Efface ce dont la durée est passée.
#[derive(Debug, Args)]
pub(super) struct Purge {
    /// Dit ce qui serait effacé, sans rien effacer.
    #[arg(long)]
    dry_run: bool,
}

pub(super) fn run(config: &Config, purge: &Purge) -> anyhow::Result<()> {
    if !purge.dry_run {
        bail!(
            "seul --dry-run existe : les brouillons expirés sont effacés par le serveur qui tourne, et les durées des dossiers et des journaux ne sont pas encore exécutées"
        );
    }
    let opened = house::open(config)?;
    let now = SystemClock.now();
    let before = |days: u64| now - std::time::Duration::from_secs(days * 24 * 3600);
    let (security_before, exchanges_before) = (before(SECURITY_DAYS), before(EXCHANGE_DAYS));
    for organisation in opened.store.read_blocking(parvis_organisation::all)? {
        let id = organisation.id;
        let (drafts, (security, exchanges)) = opened.store.read_blocking(move |tx| {
            let drafts = parvis_dossier::expire::count_expired_drafts(tx, id, now)?;
            let journals =
                parvis_journal::count_expired(tx, id, security_before, exchanges_before)?;
            anyhow::Ok((drafts, journals))
        })?;
        println!("{} ({})", organisation.name, organisation.slug);
        println!("  brouillons expirés à effacer : {drafts}");
        println!("  entrées du journal de sécurité de plus de {SECURITY_DAYS} jours : {security}");
        println!("  traces de consultation de plus de {EXCHANGE_DAYS} jours : {exchanges}");
    }
    opened.store.close();
    Ok(())
}
