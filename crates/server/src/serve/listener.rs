//! Connections: bounded in number and in patience, drained at the end.

use std::sync::Arc;
use std::time::Duration;

use axum::extract::ConnectInfo;
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

/// Accepts connections until told to stop, then lets those under way end.
pub(super) async fn listen(
    socket: TcpListener,
    front: Front,
    connections: usize,
    mut stop: watch::Receiver<bool>,
) -> anyhow::Result<()> {
    let graceful = GracefulShutdown::new();
    let places = Arc::new(Semaphore::new(connections));
    loop {
        let place = tokio::select! {
            place = Arc::clone(&places).acquire_owned() => place?,
            _ = stop.changed() => break,
        };
        let accepted = tokio::select! {
            accepted = socket.accept() => accepted,
            _ = stop.changed() => break,
        };
        match accepted {
            Ok((stream, peer)) => {
                let connection = graceful.watch(connection(stream, peer, front.clone()));
                tokio::spawn(async move {
                    if let Err(error) = connection.await {
                        tracing::debug!(%error, "a connection ended badly");
                    }
                    drop(place);
                });
            }
            Err(error) => {
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
                let answer = tokio::time::timeout(ANSWER_WITHIN, front.answer(request)).await;
                answer.map_err(|_| std::io::Error::from(std::io::ErrorKind::TimedOut))
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
