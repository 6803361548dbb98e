//! Connections: bounded in number and in patience, drained at the end.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ConnectInfo;
use http::header::{CONNECTION, HOST, TRANSFER_ENCODING};
use http::{HeaderValue, Request, Version};
use hyper_util::rt::{TokioExecutor, TokioIo, TokioTimer};
use hyper_util::server::conn::auto::Builder;
use hyper_util::server::graceful::GracefulShutdown;
use tokio::net::{TcpListener, TcpStream};
use tokio::sync::{Semaphore, watch};

use super::Front;

/// A client that has not sent its headers by then is left.
const HEADERS_WITHIN: Duration = Duration::from_secs(20);
/// A request that is not answered by then is given up; a large piece on a slow line fits.
const ANSWER_WITHIN: Duration = Duration::from_secs(300);
/// What is under way when the server stops has this long to end.
const DRAIN_WITHIN: Duration = Duration::from_secs(25);
/// After an accept that failed (no descriptor left), wait before the next.
const AFTER_FAILURE: Duration = Duration::from_millis(50);

/// Connections at once that are told to come back, beside those that are served; beyond them, who connects waits.
const TURNED_AWAY: usize = 1024;
/// Who is told to come back has this long to ask.
const ASKED_WITHIN: Duration = Duration::from_secs(5);

/// Accepts connections until told to stop, then lets those under way end.
pub(super) async fn listen(
    socket: TcpListener,
    front: Front,
    connections: usize,
    mut stop: watch::Receiver<bool>,
) -> anyhow::Result<()> {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(connections));
    let doorstep = Arc::new(Semaphore::new(TURNED_AWAY));
    loop {
        let step = tokio::select! {
            step = Arc::clone(&doorstep).acquire_owned() => step?,
            _ = stop.changed() => break,
        };
        let accepted = tokio::select! {
            accepted = socket.accept() => accepted,
            _ = stop.changed() => break,
        };
        match (accepted, Arc::clone(&places).try_acquire_owned()) {
            (Ok((stream, peer)), Ok(place)) => {
                drop(step);
                let connection = graceful.watch(connection(stream, peer, front.clone()));
                tokio::spawn(async move {
                    if let Err(error) = connection.await {
                        tracing::debug!(%error, "a connection ended badly");
                    }
                    drop(place);
                });
            }
            (Ok((stream, _)), Err(_)) => {
                let front = front.clone();
                tokio::spawn(async move {
                    turn_away(stream, &front).await;
                    drop(step);
                });
            }
            (Err(error), _) => {
                tracing::warn!(%error, "a connection could not be accepted");
                tokio::time::sleep(AFTER_FAILURE).await;
            }
        }
    }
    drop(socket);
    if tokio::time::timeout(DRAIN_WITHIN, graceful.shutdown())
        .await
        .is_err()
    {
        tracing::warn!("some requests did not end in time");
    }
    Ok(())
}

/// Tells one request to come back, and closes: a connection that is only cut looks like a house that is broken.
async fn turn_away(stream: TcpStream, front: &Front) {
    let service = hyper::service::service_fn(|_: Request<hyper::body::Incoming>| async {
        Ok::<_, std::convert::Infallible>(front.full())
    });
    let told = hyper::server::conn::http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(ASKED_WITHIN)
        .keep_alive(false)
        .max_buf_size(16 * 1024)
        .serve_connection(TokioIo::new(stream), service);
    if let Err(error) = tokio::time::timeout(2 * ASKED_WITHIN, told).await {
        tracing::debug!(%error, "somebody who was turned away did not ask in time");
    }
}

/// Whether nothing is read after a request. Where a chunked body ends, a proxy in front may see otherwise: what
/// follows it on the connection would be a request that nobody sent. The same holds after two hosts.
fn is_last<B>(request: &Request<B>) -> bool {
    let headers = request.headers();
    let is_ambiguous =
        headers.contains_key(TRANSFER_ENCODING) || headers.get_all(HOST).iter().count() > 1;
    request.version() <= Version::HTTP_11 && is_ambiguous
}

fn connection(
    stream: TcpStream,
    peer: std::net::SocketAddr,
    front: Front,
) -> impl hyper_util::server::graceful::GracefulConnection<Error = impl std::fmt::Display> + Send {
    let _ = stream.set_nodelay(true);
    let service =
        hyper::service::service_fn(move |request: hyper::Request<hyper::body::Incoming>| {
            let front = front.clone();
            async move {
                let mut request = request.map(axum::body::Body::new);
                request.extensions_mut().insert(ConnectInfo(peer));
                let is_last = is_last(&request);
                let answer = tokio::time::timeout(ANSWER_WITHIN, front.answer(request)).await;
                let mut answer =
                    answer.map_err(|_| std::io::Error::from(std::io::ErrorKind::TimedOut))?;
                if is_last {
                    let headers = answer.headers_mut();
                    headers.insert(CONNECTION, HeaderValue::from_static("close"));
                }
                Ok::<_, std::io::Error>(answer)
            }
        });
    let mut builder = Builder::new(TokioExecutor::new());
    builder
        .http1()
        .timer(TokioTimer::new())
        .header_read_timeout(HEADERS_WITHIN)
        .max_buf_size(64 * 1024);
    builder
        .http2()
        .timer(TokioTimer::new())
        .max_concurrent_streams(100);
    builder
        .serve_connection(TokioIo::new(stream), service)
        .into_owned()
}
