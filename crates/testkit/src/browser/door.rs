//! What browsers are in front of: a router or a whole house, and the memory of all that it answered.

use std::convert::Infallible;
use std::future::Future;
use std::pin::Pin;
use std::sync::{Arc, Mutex, PoisonError};

use axum::body::Body;
use axum::response::Response;
use http::{HeaderName, HeaderValue, Request};
use http_body_util::BodyExt;
use tokio::runtime::Runtime;
use tower::{Service, ServiceExt};

use super::{Browser, Page};

type Answering = Pin<Box<dyn Future<Output = Response> + Send>>;
type Answer = dyn Fn(Request<Body>) -> Answering + Send + Sync;

/// A router or a house that browsers ask. Cheap to clone; all clones remember the same pages.
#[derive(Clone)]
pub struct Door {
    answer: Arc<Answer>,
    runtime: Arc<Runtime>,
    said: Vec<(HeaderName, HeaderValue)>,
    seen: Arc<Mutex<Vec<Page>>>,
}

impl Door {
    /// The door of a service: a `Router`, or a `tower::service_fn` around something else.
    ///
    /// # Panics
    ///
    /// When the runtime cannot be built.
    pub fn of<S>(service: S) -> Self
    where
        S: Service<Request<Body>, Response = Response, Error = Infallible>
            + Clone
            + Send
            + Sync
            + 'static,
        S::Future: Send,
    {
        let answer = move |request| -> Answering {
            let service = service.clone();
            Box::pin(async move {
                match service.oneshot(request).await {
                    Ok(response) => response,
                    Err(never) => match never {},
                }
            })
        };
        let runtime = tokio::runtime::Builder::new_multi_thread()
            .worker_threads(2)
            .enable_all()
            .build()
            .expect("a runtime");
        Self {
            answer: Arc::new(answer),
            runtime: Arc::new(runtime),
            said: Vec::new(),
            seen: Arc::default(),
        }
    }

    /// The same door, where every request says this too: its host, what a proxy adds.
    ///
    /// # Panics
    ///
    /// When it is no header.
    #[must_use]
    pub fn saying(mut self, name: &str, value: &str) -> Self {
        let name = name.parse().expect("the name of a header");
        let value = value.parse().expect("the value of a header");
        self.said.push((name, value));
        self
    }

    /// A browser that knows nothing yet.
    #[must_use]
    pub fn browser(&self) -> Browser {
        Browser::new(self.clone())
    }

    /// Every page so far, oldest first.
    #[must_use]
    pub fn seen(&self) -> Vec<Page> {
        self.pages().clone()
    }

    /// Runs something asynchronous where the door answers.
    pub fn wait<F: Future>(&self, future: F) -> F::Output {
        self.runtime.block_on(future)
    }

    pub(super) fn ask(&self, mut request: Request<Body>) -> Page {
        for (name, value) in &self.said {
            if !request.headers().contains_key(name) {
                request.headers_mut().insert(name.clone(), value.clone());
            }
        }
        let method = request.method().clone();
        let path = request
            .uri()
            .path_and_query()
            .map_or("/", |path| path.as_str())
            .to_owned();
        let answering = (self.answer)(request);
        let page = self.runtime.block_on(async move {
            let (parts, body) = answering.await.into_parts();
            // A body that breaks is a page cut short: what came is kept.
            let body = body
                .collect()
                .await
                .map(http_body_util::Collected::to_bytes);
            Page {
                method,
                path,
                status: parts.status,
                headers: parts.headers,
                body: body.unwrap_or_default(),
            }
        });
        self.pages().push(page.clone());
        page
    }

    fn pages(&self) -> std::sync::MutexGuard<'_, Vec<Page>> {
        self.seen.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
