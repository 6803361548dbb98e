//! Compresses pages: gzip, for every browser that takes it.
//!
//! A page is whole in memory, so it is compressed at once, by a compressor that each thread keeps: making one anew
//! costs more than compressing a page. What is streamed (a piece) or has its own coding (assets) is left alone.

use std::cell::RefCell;

use axum::body::{Body, Bytes, HttpBody};
use axum::extract::Request;
use axum::middleware::Next;
use axum::response::Response;
use flate2::{Compress, Compression, FlushCompress, Status};
use http::header::{ACCEPT_ENCODING, CONTENT_ENCODING, CONTENT_LENGTH, CONTENT_TYPE, VARY};
use http::{HeaderMap, HeaderValue};
use http_body_util::BodyExt;

use crate::request::takes_coding;

/// Below, a page travels in one packet anyway.
const WORTH: u64 = 1_024;
/// Above, it is not a page.
const MOST: u64 = 4 * 1024 * 1024;
/// The window of gzip, in bits (RFC 1951: 32 KiB).
const WINDOW: u8 = 15;

thread_local! {
    static COMPRESSOR: RefCell<Compress> =
        RefCell::new(Compress::new_gzip(Compression::fast(), WINDOW));
}

/// Compresses the answer of a router when the browser takes it and when it is a text worth it.
pub(crate) async fn compress(request: Request, next: Next) -> Response {
    let takes = takes_coding(request.headers(), "gzip");
    let mut response = next.run(request).await;
    // What says that it varies chose its coding already.
    if !is_text(response.headers()) || response.headers().contains_key(VARY) {
        return response;
    }
    let varies = HeaderValue::from_name(ACCEPT_ENCODING);
    response.headers_mut().append(VARY, varies);
    let size = response.body().size_hint().exact().unwrap_or_default();
    if !takes || !(WORTH..=MOST).contains(&size) {
        return response;
    }
    let (parts, body) = response.into_parts();
    let Ok(whole) = body.collect().await else {
        return Response::from_parts(parts, Body::empty());
    };
    let plain = whole.to_bytes();
    match gzip(&plain) {
        Some(compressed) => coded(Response::from_parts(parts, Body::from(compressed))),
        None => Response::from_parts(parts, Body::from(plain)),
    }
}

fn coded(mut response: Response) -> Response {
    let headers = response.headers_mut();
    headers.insert(CONTENT_ENCODING, HeaderValue::from_static("gzip"));
    headers.remove(CONTENT_LENGTH);
    response
}

/// The text in one member of gzip; nothing when the compressor fails.
fn gzip(plain: &Bytes) -> Option<Vec<u8>> {
    COMPRESSOR.with_borrow_mut(|compressor| {
        compressor.reset();
        // The worst case of deflate: a few bytes per block that does not compress.
        let mut compressed = Vec::with_capacity(plain.len() + plain.len() / 8 + 64);
        match compressor.compress_vec(plain, &mut compressed, FlushCompress::Finish) {
            Ok(Status::StreamEnd) => Some(compressed),
            _ => None,
        }
    })
}

fn is_text(headers: &HeaderMap) -> bool {
    let media = headers.get(CONTENT_TYPE).map(HeaderValue::as_bytes);
    media.is_some_and(|media| media.starts_with(b"text/") || media.starts_with(b"application/json"))
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use axum::Router;
    use axum::response::Html;
    use axum::routing::get;
    use tower::ServiceExt;

    use super::*;

    fn long() -> String {
        "<p>Un texte qui se répète, en français.</p>".repeat(200)
    }

    async fn asked(accepted: &str, page: String) -> Response {
        let routes: Router = Router::new()
            .route("/", get(move || async move { Html(page) }))
            .layer(axum::middleware::from_fn(compress));
        let request = Request::get("/").header(ACCEPT_ENCODING, accepted);
        let request = request.body(Body::empty()).unwrap();
        routes.oneshot(request).await.unwrap()
    }

    async fn bytes(response: Response) -> Bytes {
        response.into_body().collect().await.unwrap().to_bytes()
    }

    #[tokio::test]
    async fn a_page_is_compressed_whole_each_time() {
        for _ in 0..3 {
            let response = asked("br, gzip;q=0.8", long()).await;
            assert_eq!(response.headers()[CONTENT_ENCODING], "gzip");
            assert_eq!(response.headers()[VARY], "accept-encoding");
            let body = bytes(response).await;
            let mut text = String::new();
            let mut decoder = flate2::read::GzDecoder::new(&body[..]);
            decoder.read_to_string(&mut text).unwrap();
            assert_eq!(text, long());
            assert!(body.len() < long().len() / 10);
        }
    }

    #[tokio::test]
    async fn a_browser_that_does_not_take_it_gets_the_page_plain() {
        for accepted in ["", "br", "gzip;q=0", "gzip; q=0.0"] {
            let response = asked(accepted, long()).await;
            assert!(!response.headers().contains_key(CONTENT_ENCODING));
            assert_eq!(response.headers()[VARY], "accept-encoding");
            assert_eq!(bytes(response).await, long().as_bytes());
        }
    }

    #[tokio::test]
    async fn a_short_page_is_left_as_it_is() {
        let response = asked("gzip", "court".to_owned()).await;
        assert!(!response.headers().contains_key(CONTENT_ENCODING));
        assert_eq!(bytes(response).await, "court");
    }

    #[test]
    fn what_does_not_compress_is_still_whole() {
        let noise: Vec<u8> = (0..100_000_u32)
            .map(|number| (number.wrapping_mul(2_654_435_761) >> 13) as u8)
            .collect();
        let compressed = gzip(&Bytes::from(noise.clone())).unwrap();
        let mut back = Vec::new();
        let mut decoder = flate2::read::GzDecoder::new(&compressed[..]);
        decoder.read_to_end(&mut back).unwrap();
        assert_eq!(back, noise);
    }
}
