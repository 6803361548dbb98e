use futures::stream;

use super::*;
use crate::derivation::Secret;

const LIMIT: u64 = 10_000_000;

struct Place {
    blobs: Blobs,
    folder: tempfile::TempDir,
}

fn place() -> Place {
    let folder = tempfile::tempdir().unwrap();
    let blobs = Blobs::folder(folder.path()).unwrap();
    Place { blobs, folder }
}

fn key(byte: u8) -> SealingKey {
    SealingKey::new(Secret::new([byte; 32]))
}

fn bytes(size: usize) -> Vec<u8> {
    (0..size).map(|index| (index % 251) as u8).collect()
}

/// A stream that gives pieces of an uneven size.
fn streamed(plain: &[u8]) -> impl Stream<Item = Result<Bytes, std::io::Error>> + Send + use<> {
    let pieces: Vec<_> = plain
        .chunks(10_007)
        .map(|piece| Ok(Bytes::copy_from_slice(piece)))
        .collect();
    stream::iter(pieces)
}

async fn put(place: &Place, name: &str, plain: &[u8]) -> Stored {
    let stored = place.blobs.put(name, &key(1), streamed(plain), LIMIT).await;
    stored.unwrap()
}

async fn get(place: &Place, name: &str, key: &SealingKey) -> Result<Vec<u8>, BlobError> {
    let pieces: Vec<Bytes> = place.blobs.get(name, key).await?.try_collect().await?;
    Ok(pieces.concat())
}

fn file(place: &Place, name: &str) -> std::path::PathBuf {
    place.folder.path().join(name)
}

fn files(place: &Place) -> usize {
    std::fs::read_dir(place.folder.path()).unwrap().count()
}

/// Lets the removals that run aside end.
async fn settled(place: &Place) -> usize {
    for _ in 0..100 {
        if files(place) == 0 {
            return 0;
        }
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    files(place)
}

#[tokio::test]
async fn a_blob_of_any_size_reads_back_with_its_size_and_hash() {
    let place = place();
    for size in [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK, 3_000_000] {
        let plain = bytes(size);
        let stored = put(&place, "piece", &plain).await;
        assert_eq!(stored.size, size as u64);
        let hash: [u8; 32] = sha2::Digest::finalize(sha2::Digest::chain_update(
            <sha2::Sha256 as sha2::Digest>::new(),
            &plain,
        ))
        .into();
        assert_eq!(stored.sha256, hash);
        assert_eq!(get(&place, "piece", &key(1)).await.unwrap(), plain);
    }
}

#[tokio::test]
async fn nothing_of_the_plain_bytes_is_on_the_disk() {
    let place = place();
    put(&place, "piece", b"a text that can be recognised").await;
    let sealed = std::fs::read(file(&place, "piece")).unwrap();
    assert_eq!(sealed.len(), 1 + SALT + 29 + TAG);
    assert!(!sealed.windows(10).any(|window| window == b"recognised"));
}

#[tokio::test]
async fn another_key_or_another_name_opens_nothing() {
    let place = place();
    put(&place, "piece", b"text").await;
    let refused = get(&place, "piece", &key(2)).await;
    assert!(matches!(refused, Err(BlobError::Sealed)));
    std::fs::rename(file(&place, "piece"), file(&place, "other")).unwrap();
    let refused = get(&place, "other", &key(1)).await;
    assert!(matches!(refused, Err(BlobError::Sealed)));
}

#[tokio::test]
async fn a_blob_cut_off_lengthened_altered_or_reordered_is_refused() {
    let place = place();
    put(&place, "piece", &bytes(3 * CHUNK)).await;
    let sealed = std::fs::read(file(&place, "piece")).unwrap();
    let start = 1 + SALT;
    let chunk = CHUNK + TAG;
    let (first, second) = (start..start + chunk, start + chunk..start + 2 * chunk);
    let mut reordered = sealed.clone();
    reordered[first.clone()].copy_from_slice(&sealed[second.clone()]);
    reordered[second].copy_from_slice(&sealed[first]);
    let mut spoilt = vec![
        reordered,
        [sealed.as_slice(), b"x"].concat(),
        [sealed.as_slice(), &sealed[start..start + chunk]].concat(),
    ];
    for length in [
        0,
        1,
        start,
        start + 1,
        start + chunk,
        start + 2 * chunk,
        sealed.len() - 1,
    ] {
        spoilt.push(sealed[..length].to_vec());
    }
    for position in [0, 1, start, start + chunk, sealed.len() - 1] {
        let mut altered = sealed.clone();
        altered[position] ^= 1;
        spoilt.push(altered);
    }
    for content in spoilt {
        std::fs::write(file(&place, "piece"), content).unwrap();
        let refused = get(&place, "piece", &key(1)).await;
        assert!(matches!(refused, Err(BlobError::Sealed)));
    }
}

#[tokio::test]
async fn past_its_limit_a_blob_stops_early_and_leaves_nothing() {
    let place = place();
    let read = std::sync::atomic::AtomicUsize::new(0);
    let endless = stream::repeat_with(|| {
        read.fetch_add(1, std::sync::atomic::Ordering::SeqCst);
        Ok::<_, std::io::Error>(Bytes::from(vec![0; 100_000]))
    });
    let refused = place.blobs.put("piece", &key(1), endless, 5_000_000).await;
    assert!(matches!(
        refused,
        Err(BlobError::TooLarge { limit: 5_000_000 })
    ));
    assert_eq!(read.into_inner(), 51);
    assert_eq!(files(&place), 0);
    let whole = place
        .blobs
        .put("piece", &key(1), streamed(&bytes(9)), 9)
        .await;
    assert_eq!(whole.unwrap().size, 9);
}

#[tokio::test]
async fn an_interrupted_stream_leaves_nothing() {
    let place = place();
    let pieces = vec![
        Ok(Bytes::from(vec![0; 3_000_000])),
        Err("the phone hung up"),
    ];
    let refused = place
        .blobs
        .put("piece", &key(1), stream::iter(pieces), LIMIT)
        .await;
    assert!(matches!(refused, Err(BlobError::Interrupted(_))));
    assert_eq!(files(&place), 0);
    assert!(matches!(
        get(&place, "piece", &key(1)).await,
        Err(BlobError::NotFound)
    ));
}

#[tokio::test]
async fn when_nobody_waits_any_more_nothing_is_left() {
    let place = place();
    let stalled = stream::iter([Ok::<_, std::io::Error>(Bytes::from(vec![0; 3_000_000]))])
        .chain(stream::pending());
    let key = key(1);
    let putting = place.blobs.put("piece", &key, stalled, LIMIT);
    let waited = tokio::time::timeout(std::time::Duration::from_millis(200), putting).await;
    assert!(waited.is_err());
    assert_eq!(settled(&place).await, 0);
}

#[tokio::test]
async fn a_blob_is_listed_with_its_date_and_deleted_once_or_twice() {
    let place = place();
    put(&place, "dossier/piece", b"text").await;
    let listed: Vec<Listed> = place.blobs.list("").try_collect().await.unwrap();
    assert_eq!(listed.len(), 1);
    assert_eq!(listed[0].name, "dossier/piece");
    let age = Instant::now().duration_since(listed[0].stored_at);
    assert!(age.abs() < jiff::SignedDuration::from_mins(1));
    place.blobs.delete("dossier/piece").await.unwrap();
    place.blobs.delete("dossier/piece").await.unwrap();
    let listed: Vec<Listed> = place.blobs.list("").try_collect().await.unwrap();
    assert!(listed.is_empty());
}

#[tokio::test]
async fn a_name_that_could_leave_the_folder_is_refused() {
    let place = place();
    for name in [
        "", "../piece", "/piece", "a//b", "a/", ".hidden", "a b", "é", "a\0b", "a\\b",
    ] {
        let refused = place.blobs.put(name, &key(1), streamed(b""), LIMIT).await;
        assert!(matches!(refused, Err(BlobError::BadName)), "{name}");
    }
}

#[tokio::test]
async fn what_a_killed_process_left_unfinished_is_swept_once_old() {
    let place = place();
    put(&place, "dossier/piece", b"text").await;
    let stalled = stream::iter([Ok::<_, std::io::Error>(Bytes::from(vec![0; 3_000_000]))])
        .chain(stream::pending());
    let key = key(1);
    let mut putting = Box::pin(place.blobs.put("dossier/other", &key, stalled, LIMIT));
    let waited = tokio::time::timeout(std::time::Duration::from_millis(200), &mut putting).await;
    assert!(waited.is_err());
    // Forgotten without being dropped, as when the process is killed.
    std::mem::forget(putting);
    let count = || std::fs::read_dir(file(&place, "dossier")).unwrap().count();
    assert_eq!(count(), 2);
    let hour = jiff::SignedDuration::from_hours(1);
    let (past, future) = (Instant::now() - hour, Instant::now() + hour);
    assert_eq!(place.blobs.sweep_unfinished(past).await.unwrap(), 0);
    assert_eq!(place.blobs.sweep_unfinished(future).await.unwrap(), 1);
    assert_eq!(count(), 1);
    assert!(get(&place, "dossier/piece", &key).await.is_ok());
}
