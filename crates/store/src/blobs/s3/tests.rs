//! A bucket of a stand-in that speaks the protocol, and storages that misbehave.

use std::sync::atomic::{AtomicUsize, Ordering};

use futures::{Stream, TryStreamExt, stream};
use object_store::ObjectStoreExt;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};

use super::super::Listed;
use super::*;
use crate::derivation::Secret;
use crate::sealing::SealingKey;

const LIMIT: u64 = 100_000_000;

fn key() -> SealingKey {
    SealingKey::new(Secret::new([7; 32]))
}

fn settings(endpoint: &str, bucket: &str) -> S3Settings {
    S3Settings {
        bucket: bucket.to_owned(),
        endpoint: endpoint.to_owned(),
        region: "fr-par".to_owned(),
        prefix: Some("rochebrune".to_owned()),
        access_key: "key".to_owned(),
        secret_key: Personal::new("secret".to_owned()),
        patience: Patience {
            connect: Duration::from_secs(1),
            answer: Duration::from_millis(500),
            tries: 1,
            in_all: Duration::from_secs(5),
        },
    }
}

fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|index| (index % 251) as u8).collect()
}

fn streamed(
    plain: &[u8],
) -> impl Stream<Item = Result<bytes::Bytes, std::io::Error>> + Send + use<> {
    let pieces: Vec<_> = plain
        .chunks(100_003)
        .map(|piece| Ok(bytes::Bytes::copy_from_slice(piece)))
        .collect();
    stream::iter(pieces)
}

/// A bucket of its own in the stand-in that the tests are given.
async fn bucket() -> (Blobs, S3Settings) {
    let endpoint = std::env::var("PARVIS_TEST_S3").expect(
        "PARVIS_TEST_S3 is missing: scripts/s3-for-tests.sh start prints it (make test sets it)",
    );
    let name = format!("pieces-{}", uuid::Uuid::now_v7());
    let settings = S3Settings {
        // The stand-in shares this machine with all the other tests.
        patience: Patience {
            connect: Duration::from_secs(30),
            tries: 10,
            ..Patience::default()
        },
        ..settings(&endpoint, &name)
    };
    create_bucket(&endpoint, &name).await;
    (Blobs::s3(&settings).unwrap(), settings)
}

async fn create_bucket(endpoint: &str, name: &str) {
    let answer = asked(endpoint, "PUT", &format!("/{name}")).await;
    assert!(answer.contains(" 200 "), "{answer}");
}

/// What the stand-in answers to a request of ours.
async fn asked(endpoint: &str, verb: &str, target: &str) -> String {
    let address = endpoint.strip_prefix("http://").unwrap();
    let mut stream = TcpStream::connect(address).await.unwrap();
    let request = format!(
        "{verb} {target} HTTP/1.1\r\nHost: {address}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"
    );
    stream.write_all(request.as_bytes()).await.unwrap();
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await.unwrap();
    answer
}

/// What a bucket still holds, unfinished uploads included, once what runs aside has ended.
async fn left(blobs: &Blobs, settings: &S3Settings) -> (Vec<Listed>, bool) {
    let uploads = format!("/{}?uploads", settings.bucket);
    for patience in (0..100).rev() {
        let listed: Vec<_> = blobs.list("").try_collect().await.unwrap();
        let answer = asked(&settings.endpoint, "GET", &uploads).await;
        assert!(answer.contains("ListMultipartUploadsResult"), "{answer}");
        let unfinished = answer.contains("<UploadId>");
        if patience == 0 || (listed.is_empty() && !unfinished) {
            return (listed, unfinished);
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    unreachable!("the last try returns")
}

async fn read(blobs: &Blobs, name: &str) -> Result<Vec<u8>, BlobError> {
    let pieces: Vec<bytes::Bytes> = blobs.get(name, &key()).await?.try_collect().await?;
    Ok(pieces.concat())
}

#[tokio::test]
async fn a_bucket_gives_back_what_it_was_given_whatever_the_size() {
    let (blobs, _) = bucket().await;
    for size in [0, 1, 65_536, 65_537, 12_000_000] {
        let (name, plain) = (format!("d/{size}"), bytes(size));
        let stored = blobs.put(&name, &key(), streamed(&plain), LIMIT).await;
        assert_eq!(stored.unwrap().size, size as u64);
        assert!(read(&blobs, &name).await.unwrap() == plain, "{size}");
    }
    let listed: Vec<_> = blobs.list("d").try_collect().await.unwrap();
    assert_eq!(listed.len(), 5);
    blobs.delete("d/1").await.unwrap();
    blobs.delete("d/1").await.unwrap();
    assert!(matches!(
        read(&blobs, "d/1").await,
        Err(BlobError::NotFound)
    ));
}

#[tokio::test]
async fn what_is_refused_or_interrupted_leaves_nothing_in_the_bucket() {
    let (blobs, settings) = bucket().await;
    let large = blobs
        .put("large", &key(), streamed(&bytes(12_000_000)), 11_000_000)
        .await;
    assert!(
        matches!(large, Err(BlobError::TooLarge { .. })),
        "{large:?}"
    );
    let cut = stream::iter([
        Ok(bytes::Bytes::from(bytes(7_000_000))),
        Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset)),
    ]);
    let cut = blobs.put("cut", &key(), cut, LIMIT).await;
    assert!(matches!(cut, Err(BlobError::Interrupted(_))), "{cut:?}");
    assert_eq!(left(&blobs, &settings).await, (vec![], false));
}

#[tokio::test]
async fn a_blob_that_was_altered_in_the_bucket_does_not_open() {
    let (blobs, settings) = bucket().await;
    let stored = blobs
        .put("piece", &key(), streamed(&bytes(200_000)), LIMIT)
        .await;
    stored.unwrap();
    let outsider = AmazonS3Builder::new()
        .with_bucket_name(&settings.bucket)
        .with_endpoint(&settings.endpoint)
        .with_access_key_id("key")
        .with_secret_access_key("secret")
        .with_allow_http(true)
        .build()
        .unwrap();
    let name = object_store::path::Path::from("rochebrune/piece");
    let sealed = outsider.get(&name).await.unwrap().bytes().await.unwrap();
    let mut altered = sealed.to_vec();
    altered[100_000] ^= 1;
    outsider.put(&name, altered.into()).await.unwrap();
    assert!(matches!(
        read(&blobs, "piece").await,
        Err(BlobError::Sealed)
    ));
}

/// How a storage misbehaves.
#[derive(Clone, Copy)]
enum Fault {
    /// It refuses everything.
    Refuses,
    /// It takes the request and never answers.
    Silent,
    /// It says that it stored, and did not.
    Lies,
    /// It says that it stored, and holds half of it.
    Truncates,
}

/// A storage with a fault, on this machine; counts the requests.
async fn faulty(fault: Fault) -> (Blobs, Arc<AtomicUsize>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let endpoint = format!("http://{}", listener.local_addr().unwrap());
    let asked = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&asked);
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            tokio::spawn(misbehave(stream, fault, Arc::clone(&counted)));
        }
    });
    let blobs = Blobs::s3(&settings(&endpoint, "pieces")).unwrap();
    (blobs, asked)
}

async fn misbehave(mut stream: TcpStream, fault: Fault, asked: Arc<AtomicUsize>) {
    while let Some(head) = request(&mut stream).await {
        asked.fetch_add(1, Ordering::Relaxed);
        let answer = match (fault, head.starts_with("HEAD")) {
            (Fault::Silent, _) => std::future::pending::<&str>().await,
            (Fault::Refuses, _) => "HTTP/1.1 503 Slow Down\r\nContent-Length: 0\r\n\r\n",
            (Fault::Lies, true) => "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n",
            (Fault::Truncates, true) => {
                "HTTP/1.1 200 OK\r\nContent-Length: 5\r\nETag: \"1\"\r\nLast-Modified: Sun, 22 Nov 2026 10:00:00 GMT\r\n\r\n"
            }
            _ => "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nETag: \"1\"\r\n\r\n",
        };
        if stream.write_all(answer.as_bytes()).await.is_err() {
            return;
        }
    }
}

/// Reads a request to its end; gives its head.
async fn request(stream: &mut TcpStream) -> Option<String> {
    let mut received = Vec::new();
    let mut buffer = [0; 65_536];
    loop {
        let read = stream
            .read(&mut buffer)
            .await
            .ok()
            .filter(|read| *read > 0)?;
        received.extend_from_slice(&buffer[..read]);
        let text = String::from_utf8_lossy(&received);
        let Some(end) = text.find("\r\n\r\n") else {
            continue;
        };
        let head = text[..end].to_ascii_lowercase();
        let length = head
            .lines()
            .find_map(|line| line.strip_prefix("content-length:"))
            .map_or(0, |value| value.trim().parse().unwrap());
        if received.len() >= end + 4 + length {
            return Some(text[..end].to_owned());
        }
    }
}

async fn stored_in(blobs: &Blobs) -> Result<super::super::Stored, BlobError> {
    blobs
        .put("piece", &key(), streamed(&bytes(100_000)), LIMIT)
        .await
}

#[tokio::test]
async fn a_storage_that_refuses_is_tried_again_then_told() {
    let (blobs, asked) = faulty(Fault::Refuses).await;
    assert!(matches!(
        stored_in(&blobs).await,
        Err(BlobError::Unavailable(_))
    ));
    assert_eq!(asked.load(Ordering::Relaxed), 2);
}

#[tokio::test]
async fn a_storage_that_never_answers_is_not_waited_for_without_end() {
    let (blobs, _) = faulty(Fault::Silent).await;
    let answer = tokio::time::timeout(Duration::from_secs(20), stored_in(&blobs)).await;
    assert!(matches!(answer, Ok(Err(BlobError::Unavailable(_)))));
}

#[tokio::test]
async fn a_storage_that_lies_about_success_is_found_out() {
    for fault in [Fault::Lies, Fault::Truncates] {
        let (blobs, _) = faulty(fault).await;
        assert!(matches!(
            stored_in(&blobs).await,
            Err(BlobError::Unavailable(_))
        ));
    }
}

#[test]
fn plain_http_is_for_this_machine_only() {
    for here in [
        "http://127.0.0.1:9000",
        "http://localhost:9000/x",
        "http://[::1]:9000",
    ] {
        assert!(is_this_machine(here), "{here}");
    }
    for elsewhere in [
        "http://s3.example.org",
        "http://127.0.0.1.example.org",
        "http://10.0.0.1:9000",
        "https://s3.example.org",
    ] {
        assert!(!is_this_machine(elsewhere), "{elsewhere}");
    }
}
