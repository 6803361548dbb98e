//! Serving: opens the installation, listens, drains when asked to stop.

mod front;
mod health;
mod housekeeping;
mod listener;
mod measures;
mod security_log;

use anyhow::Context;
use parvis_administration::establish::Founding;
use std::io::{IsTerminal, Write};
use tokio::net::TcpListener;
use tokio::sync::watch;

pub use front::Front;
pub(crate) use security_log::Sink;

use crate::config::Config;
use crate::{demonstration, house, sources};

/// Serves until SIGTERM or Ctrl-C.
pub(crate) fn serve(config: &Config, demonstration: bool) -> anyhow::Result<()> {
    config.check(demonstration)?;
    logs(config)?;
    if demonstration {
        demonstration::claim_folder(config)?;
    } else {
        demonstration::refuse_folder(config)?;
    }
    let opened = house::open(config)?;
    if demonstration {
        demonstration::load(&opened, config)?;
    } else {
        demonstration::refuse_database(&opened)?;
    }
    tokio::runtime::Builder::new_multi_thread()
        .enable_all()
        .build()?
        .block_on(run(config, opened, demonstration))
}

async fn run(config: &Config, opened: house::Opened, demonstration: bool) -> anyhow::Result<()> {
    let socket = TcpListener::bind(config.listen)
        .await
        .with_context(|| format!("clé listen : {} n'est pas libre", config.listen))?;
    let address = socket.local_addr()?;
    let measures = measures::listen(config.metrics).await?;
    let public_url = config.public_url(address);
    let store = opened.store.clone();
    let config_of_house = config.clone();
    let url = public_url.clone();
    let wired =
        tokio::task::spawn_blocking(move || house::wire(&config_of_house, opened, &url)).await??;
    let (stop, stopped) = watch::channel(false);
    let worker = tokio::spawn(wired.worker.run(stopped.clone()));
    let sending = config.webhooks.send.then_some(wired.courier);
    let courier = sending.map(|courier| tokio::spawn(courier.run(stopped.clone())));
    let quarantine = wired.quarantine;
    let quarantine = quarantine.map(|quarantine| tokio::spawn(quarantine.run(stopped.clone())));
    let housekeeping = tokio::spawn(housekeeping::keep(wired.house.clone(), stopped.clone()));
    let security_log = tokio::spawn(security_log::follow(
        wired.house.clone(),
        config.security_log.sinks()?,
        stopped.clone(),
    ));
    let sources = sources::open(config, demonstration).await?;
    let front = Front::new(
        &wired.house,
        &wired.catalogue,
        config,
        &wired.watch,
        demonstration,
    )
    .context("les modèles des courriels")?
    .asking(sources);
    let measures = tokio::spawn(measures::serve(
        measures,
        wired.house.clone(),
        front.requests(),
        wired.watch,
        stopped.clone(),
    ));
    let asked_to_stop = stop_signal()?;
    announce(&public_url, config, demonstration, front.founding());
    let serving = tokio::spawn(listener::listen(socket, front, config.connections, stopped));
    asked_to_stop.await;
    tracing::info!("stopping: what is under way is finished first");
    let _ = stop.send(true);
    let served = serving.await;
    worker.await.context("the worker")?;
    if let Some(courier) = courier {
        courier.await.context("the courier")?;
    }
    if let Some(quarantine) = quarantine {
        quarantine.await.context("the quarantine")?;
    }
    housekeeping.await.context("housekeeping")?;
    security_log.await.context("the security log")?;
    measures.await.context("the measures")?;
    tokio::task::spawn_blocking(move || store.close()).await?;
    served?
}

fn logs(config: &Config) -> anyhow::Result<()> {
    let filter = tracing_subscriber::EnvFilter::try_new(&config.log).context("clé log")?;
    let lines = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_ansi(std::io::stderr().is_terminal())
        .with_writer(std::io::stderr);
    let started = if config.log_json {
        lines.json().try_init()
    } else {
        lines.try_init()
    };
    started.map_err(|error| anyhow::anyhow!("clé log : {error}"))
}

fn announce(url: &str, config: &Config, demonstration: bool, founding: Option<&Founding>) {
    let mut out = std::io::stdout().lock();
    let _ = writeln!(out, "Parvis écoute sur {url}");
    let _ = writeln!(out, "Données : {}", config.data.display());
    if demonstration {
        let _ = writeln!(out, "{}", demonstration::accounts(url));
    }
    if let Some(founding) = founding {
        let _ = writeln!(
            out,
            "\nRien n'est encore installé. Ouvrez {url}/ pour mettre en service.\n\
             Code, si la page le demande (il sert une fois, jusqu'au prochain arrêt) : {}",
            founding.code()
        );
    }
    let _ = out.flush();
}

/// Listens for SIGTERM and Ctrl-C from now on; the future ends at the first of them.
#[cfg(unix)]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};
    let mut terminate = signal(SignalKind::terminate())?;
    let mut interrupt = signal(SignalKind::interrupt())?;
    Ok(async move {
        tokio::select! {
            _ = terminate.recv() => {}
            _ = interrupt.recv() => {}
        }
    })
}

/// Listens for Ctrl-C; the future ends when it comes.
#[cfg(not(unix))]
fn stop_signal() -> std::io::Result<impl Future<Output = ()>> {
    Ok(async {
        let _ = tokio::signal::ctrl_c().await;
    })
}
