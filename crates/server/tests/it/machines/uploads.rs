//! Files that come in several times.

use axum::body::Body;
use bytes::Bytes;
use futures::TryStreamExt;
use parvis_dossier::sweep;
use serde_json::json;

use super::application::birth;
use crate::town::{PNG, Town, in_towns};

const OFFSET: &str = "application/offset+octet-stream";

/// A picture of a few megabytes.
fn large() -> Vec<u8> {
    let mut bytes = PNG.to_vec();
    bytes.extend((0..6_000_000_u32).map(|n| u8::try_from(n % 251).unwrap()));
    bytes
}

#[test]
fn an_upload_that_is_cut_goes_on_where_it_stopped() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.begin("acte-naissance");
        portal
            .json(
                "PATCH",
                &format!("/dossiers/{number}/answers"),
                &[],
                &birth(),
            )
            .expect(200);
        let whole = large();
        let size = whole.len().to_string();
        let begin = format!("/dossiers/{number}/uploads?field=link_proof&name=livret.png");
        let begun = portal
            .send(
                "POST",
                &begin,
                &[("upload-length", &size), ("tus-resumable", "1.0.0")],
                "",
            )
            .expect(201);
        assert_eq!(begun.header("tus-resumable"), "1.0.0");
        let place = begun
            .header("location")
            .strip_prefix("/api/v1")
            .unwrap()
            .to_owned();

        // The connection breaks after five megabytes and a bit.
        let (sent, rest) = whole.split_at(5_000_100);
        let chunks = sent
            .chunks(100_000)
            .map(|chunk| Ok(Bytes::copy_from_slice(chunk)));
        let cut = chunks
            .chain([Err(std::io::Error::other("cut"))])
            .collect::<Vec<_>>();
        let body = Body::from_stream(futures::stream::iter(cut));
        portal
            .send_stream(
                &place,
                &[("content-type", OFFSET), ("upload-offset", "0")],
                body,
            )
            .expect(400);
        let asked = portal.send("HEAD", &place, &[], "").expect(200);
        assert_eq!(asked.header("upload-offset"), "5000100");
        assert_eq!(asked.header("upload-length"), size);
        assert!(!asked.header("upload-expires").is_empty());

        let wrong = portal
            .send(
                "PATCH",
                &place,
                &[("content-type", OFFSET), ("upload-offset", "4000000")],
                "x",
            )
            .expect(409);
        assert_eq!(wrong.code(), "offset");
        let media = portal
            .send("PATCH", &place, &[("upload-offset", "5000100")], "x")
            .expect(415);
        assert_eq!(media.code(), "media-type");
        let more = [rest, b"too much"].concat();
        portal
            .send(
                "PATCH",
                &place,
                &[("content-type", OFFSET), ("upload-offset", "5000100")],
                more,
            )
            .expect(413);
        let done = portal
            .send(
                "PATCH",
                &place,
                &[("content-type", OFFSET), ("upload-offset", "5000100")],
                rest.to_vec(),
            )
            .expect(200);
        let piece = done.text("id");
        assert_eq!(done.body["size"], whole.len());
        let content = portal
            .get(&format!("/dossiers/{number}/pieces/{piece}"))
            .expect(200);
        assert!(content.bytes == whole, "the piece is what was sent");
        let answers = portal
            .get(&format!("/dossiers/{number}/answers"))
            .expect(200);
        assert_eq!(
            answers.body["link_proof"]["pieces"]["files"][0]["id"],
            json!(piece)
        );
        portal.send("HEAD", &place, &[], "").expect(404);
    });
}

#[test]
fn an_upload_that_is_refused_given_up_or_too_old_is_gone() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.begin("acte-naissance");
        portal
            .json(
                "PATCH",
                &format!("/dossiers/{number}/answers"),
                &[],
                &birth(),
            )
            .expect(200);
        let begin = format!("/dossiers/{number}/uploads?field=link_proof&name=a.png");
        for (language, unit) in [("fr", "Mo"), ("en", "MB")] {
            let headers = [("upload-length", "99999999"), ("accept-language", language)];
            let told = portal.send("POST", &begin, &headers, "").expect(413);
            let detail = told.body["errors"][0]["detail"].as_str().unwrap();
            assert!(detail.ends_with(&format!("{unit}.")), "{detail}");
        }
        let mut start = |size: &str| portal.send("POST", &begin, &[("upload-length", size)], "");
        start("99999999").expect(413);
        start("0").expect(422);
        start("x").expect(400);
        let place = |answer: super::application::Answer| {
            answer
                .expect(201)
                .header("location")
                .strip_prefix("/api/v1")
                .unwrap()
                .to_owned()
        };
        let [refused, given_up, old] = ["4", "4", "4"].map(|size| place(start(size)));
        let headers = [("content-type", OFFSET), ("upload-offset", "0")];
        assert_eq!(
            portal
                .send("PATCH", &refused, &headers, "MZ\u{1}\u{2}")
                .expect(415)
                .code(),
            "file-type"
        );
        portal.send("HEAD", &refused, &[], "").expect(404);
        portal.send("DELETE", &given_up, &[], "").expect(204);
        portal.send("DELETE", &given_up, &[], "").expect(404);
        let mut other = town.application(&town.rochebrune);
        other.send("HEAD", &old, &[], "").expect(403);
        town.later(24 * 3600);
        portal.send("HEAD", &old, &[], "").expect(404);
        let now = town.house.clock.now();
        let purged = town
            .house
            .store
            .write_blocking(move |tx| parvis_dossier::expire::purge_uploads(tx, now));
        assert_eq!(purged.unwrap(), 1);
    });
}

#[test]
fn parts_are_kept_while_their_upload_waits_and_swept_after_it() {
    in_towns(|town| {
        let mut portal = town.application(&town.rochebrune);
        let number = portal.begin("acte-naissance");
        let answers = format!("/dossiers/{number}/answers");
        portal.json("PATCH", &answers, &[], &birth()).expect(200);
        let whole = large();
        let begin = format!("/dossiers/{number}/uploads?field=link_proof&name=livret.png");
        let length = [("upload-length", &*whole.len().to_string())];
        let begun = portal.send("POST", &begin, &length, "").expect(201);
        let place = begun.header("location");
        let place = place.strip_prefix("/api/v1").unwrap().to_owned();
        for (from, to) in [(0, 3_000_000), (3_000_000, 5_000_000)] {
            let offset = from.to_string();
            let headers = [("content-type", OFFSET), ("upload-offset", &offset)];
            let part = whole[from..to].to_vec();
            portal.send("PATCH", &place, &headers, part).expect(204);
        }

        let stored = stored(town);
        assert_eq!(stored.len(), 2, "two parts");
        assert_eq!(named(town), stored);
        assert_eq!(forgotten(town, &stored), Vec::<String>::new());
        let copies = tempfile::tempdir().unwrap();
        let to = copies.path().join("copy");
        crate::backup::backed_up(town, &to, &["--without-key"]);
        assert!(
            stored
                .iter()
                .all(|part| to.join("pieces").join(part).exists())
        );

        town.later(24 * 3600 - 601);
        assert_eq!(ended(town), 0, "its time is not over");
        assert_eq!(forgotten(town, &stored), Vec::<String>::new());
        town.later(2);
        assert_eq!(ended(town), 1);
        assert_eq!(named(town), Vec::<String>::new());
        assert_eq!(forgotten(town, &stored), stored);
    });
}

/// What the storage holds, in order.
fn stored(town: &Town) -> Vec<String> {
    let listed = town.house.blobs.list("").map_ok(|blob| blob.name);
    let mut stored: Vec<String> = futures::executor::block_on(listed.try_collect()).unwrap();
    stored.sort();
    stored
}

/// What dossiers name, in order.
fn named(town: &Town) -> Vec<String> {
    let page = town.house.store.read_blocking(|tx| sweep::named(tx, ""));
    page.unwrap().into_iter().map(|named| named.blob).collect()
}

/// What no dossier names any more.
fn forgotten(town: &Town, stored: &[String]) -> Vec<String> {
    let stored = stored.to_vec();
    let read = town
        .house
        .store
        .read_blocking(move |tx| sweep::forgotten(tx, &stored));
    read.unwrap()
}

/// Ends the uploads whose time is over, as the running server does every minute.
fn ended(town: &Town) -> u64 {
    let now = town.house.clock.now();
    let purged = town
        .house
        .store
        .write_blocking(move |tx| parvis_dossier::expire::purge_uploads(tx, now));
    purged.unwrap()
}
