//! The requests: how many, how long, how they ended.

use std::sync::Arc;
use std::time::Instant;

use axum::extract::{MatchedPath, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{Method, StatusCode};
use prometheus_client::encoding::EncodeLabelSet;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::histogram::Histogram;
use prometheus_client::registry::{Registry, Unit};

/// The upper ends of the classes of durations, in seconds.
const CLASSES: [f64; 11] = [
    0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1.0, 5.0, 30.0,
];

/// One kind of request.
#[derive(Debug, Clone, PartialEq, Eq, Hash, EncodeLabelSet)]
struct Kind {
    method: &'static str,
    route: Arc<str>,
    status: &'static str,
}

/// The requests that were answered and those under way. Cheap to clone.
#[derive(Debug, Clone)]
pub(in crate::serve) struct Requests {
    durations: Family<Kind, Histogram, fn() -> Histogram>,
    under_way: Gauge,
}

impl Default for Requests {
    fn default() -> Self {
        Self {
            durations: Family::new_with_constructor(|| Histogram::new(CLASSES)),
            under_way: Gauge::default(),
        }
    }
}

impl Requests {
    pub(super) fn register(&self, registry: &mut Registry) {
        registry.register_with_unit(
            "parvis_http_request_duration",
            "Time from the request to its answer, by route and end",
            Unit::Seconds,
            self.durations.clone(),
        );
        registry.register(
            "parvis_http_requests_under_way",
            "Requests that are being answered",
            self.under_way.clone(),
        );
    }
}

/// Counted down however the request ends, given up included.
struct UnderWay(Gauge);

impl UnderWay {
    fn begin(gauge: &Gauge) -> Self {
        gauge.inc();
        Self(gauge.clone())
    }
}

impl Drop for UnderWay {
    fn drop(&mut self) {
        self.0.dec();
    }
}

/// Measures a request.
pub(in crate::serve) async fn measured(
    State(requests): State<Requests>,
    request: Request,
    next: Next,
) -> Response {
    let began = Instant::now();
    let method = word_of_method(request.method());
    let route = request
        .extensions()
        .get::<MatchedPath>()
        .map_or_else(|| Arc::from("none"), |matched| Arc::from(matched.as_str()));
    let under_way = UnderWay::begin(&requests.under_way);
    let response = next.run(request).await;
    drop(under_way);
    let kind = Kind {
        method,
        route,
        status: class_of(response.status()),
    };
    let duration = began.elapsed().as_secs_f64();
    requests.durations.get_or_create(&kind).observe(duration);
    response
}

/// The methods that routes have; whatever else somebody invents is one word.
fn word_of_method(method: &Method) -> &'static str {
    match method.as_str() {
        "GET" => "GET",
        "HEAD" => "HEAD",
        "POST" => "POST",
        "PUT" => "PUT",
        "PATCH" => "PATCH",
        "DELETE" => "DELETE",
        _ => "other",
    }
}

const fn class_of(status: StatusCode) -> &'static str {
    match status.as_u16() {
        100..=199 => "1xx",
        200..=299 => "2xx",
        300..=399 => "3xx",
        400..=499 => "4xx",
        _ => "5xx",
    }
}
