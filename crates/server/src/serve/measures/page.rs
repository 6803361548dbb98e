//! `/metrics`.

use std::net::SocketAddr;

use anyhow::Context;
use axum::Router;
use axum::extract::State;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use http::StatusCode;
use http::header::CONTENT_TYPE;
use parvis_dossier::examine::{Seen, Watch, unexamined};
use parvis_store::Engine;
use parvis_web::House;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::Registry;
use tokio::net::TcpListener;
use tokio::sync::watch;

use super::{Requests, process};

/// The type of the text, as the standard names it.
const OPEN_METRICS: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

#[derive(Clone)]
struct Measured {
    house: House,
    requests: Requests,
    watch: Watch,
}

/// Takes the address, if the configuration names one.
pub(in crate::serve) async fn listen(
    address: Option<SocketAddr>,
) -> anyhow::Result<Option<TcpListener>> {
    let Some(address) = address else {
        return Ok(None);
    };
    let socket = TcpListener::bind(address).await;
    let socket = socket.with_context(|| format!("clé metrics : {address} n'est pas libre"))?;
    Ok(Some(socket))
}

/// Serves `/metrics` until told to stop.
pub(in crate::serve) async fn serve(
    socket: Option<TcpListener>,
    house: House,
    requests: Requests,
    watch: Watch,
    mut stop: watch::Receiver<bool>,
) {
    let Some(socket) = socket else {
        return;
    };
    let router = Router::new()
        .route("/metrics", get(show))
        .with_state(Measured {
            house,
            requests,
            watch,
        });
    let stopped = async move {
        let _ = stop.wait_for(|stopping| *stopping).await;
    };
    let served = axum::serve(socket, router).with_graceful_shutdown(stopped);
    if let Err(error) = served.await {
        tracing::error!(%error, "measures are no longer served");
    }
}

/// What is measured; without the database, what does not need it, and `parvis_database_up 0`.
async fn show(State(measured): State<Measured>) -> Response {
    let mut registry = Registry::default();
    measured.requests.register(&mut registry);
    process::register(&mut registry);
    let engine = match measured.house.store.engine() {
        Engine::Sqlite => "sqlite",
        Engine::Postgres => "postgresql",
    };
    let about = Info::new([("version", env!("CARGO_PKG_VERSION")), ("engine", engine)]);
    registry.register(
        "parvis",
        "The version and the engine of the database",
        about,
    );
    let backlog = measured.house.store.read(parvis_jobs::backlog).await;
    gauge(
        &mut registry,
        "parvis_database_up",
        "Whether the database answers",
        i64::from(backlog.is_ok()),
    );
    match backlog {
        Ok(backlog) => waiting(&mut registry, &backlog),
        Err(error) => tracing::error!(%error, "what waits cannot be measured"),
    }
    worked(&mut registry);
    antivirus(&mut registry, &measured).await;
    let mut text = String::new();
    match encode(&mut text, &registry) {
        Ok(()) => ([(CONTENT_TYPE, OPEN_METRICS)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

fn waiting(registry: &mut Registry, backlog: &parvis_jobs::Backlog) {
    gauge(
        registry,
        "parvis_facts_waiting",
        "Facts that wait for those who hear them",
        backlog.facts,
    );
    gauge(
        registry,
        "parvis_jobs_waiting",
        "Jobs that wait for their turn, mails included",
        backlog.jobs - backlog.given_up,
    );
    gauge(
        registry,
        "parvis_jobs_given_up",
        "Jobs that failed too often: somebody must look",
        backlog.given_up,
    );
}

/// What this process did since it began.
fn worked(registry: &mut Registry) {
    let counted = [
        (
            "parvis_password_hashes",
            "Hashes of passwords computed, right or wrong",
            parvis_access::password::computed(),
        ),
        (
            "parvis_statements",
            "Statements that succeeded",
            parvis_store::statements_run(),
        ),
    ];
    for (name, help, value) in counted {
        let counter: Counter = Counter::default();
        counter.inc_by(value);
        registry.register(name, help, counter);
    }
}

/// Nothing of an antivirus where there is none.
async fn antivirus(registry: &mut Registry, measured: &Measured) {
    let seen = measured.watch.seen();
    if seen == Seen::Absent {
        return;
    }
    gauge(
        registry,
        "parvis_antivirus_up",
        "Whether the antivirus answers",
        i64::from(matches!(seen, Seen::Answers { .. })),
    );
    let (mut count, mut oldest) = (0, None);
    for organisation in measured.house.directory.all() {
        let id = organisation.id;
        match measured
            .house
            .store
            .read(move |tx| unexamined(tx, id))
            .await
        {
            Ok(waiting) => {
                count += waiting.count;
                oldest = oldest.into_iter().chain(waiting.oldest).min();
            }
            Err(error) => {
                tracing::error!(%error, "what waits to be examined cannot be measured");
                return;
            }
        }
    }
    gauge(
        registry,
        "parvis_pieces_waiting",
        "Pieces that wait to be examined, counted up to a thousand for each organisation",
        count,
    );
    let now = measured.house.clock.now();
    gauge(
        registry,
        "parvis_pieces_waiting_seconds",
        "How long the oldest of them has waited",
        oldest.map_or(0, |oldest| now.as_second() - oldest.as_second()),
    );
}

fn gauge(registry: &mut Registry, name: &str, help: &str, value: i64) {
    let gauge: Gauge = Gauge::default();
    gauge.set(value);
    registry.register(name, help, gauge);
}
