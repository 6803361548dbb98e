//! The score that HTTP Observatory of Mozilla gives, computed on every answer: pages, errors, redirections, downloads.

use std::collections::BTreeMap;

use parvis_testkit::{Page, hostile};

use crate::enumeration::{Ids, all};
use crate::town::{Known, in_one_town};

/// What the grade A+ asks.
const BEST_GRADE: i32 = 100;
/// Six months, below which HSTS costs points.
const HALF_A_YEAR: u64 = 15_768_000;

/// The score of an answer, by the published table of HTTP Observatory (version 2): 100, less what is missing. Bonuses
/// count once everything else is right.
fn score(page: &Page) -> i32 {
    let penalties = policy(page) + cookies(page) + transport(page) + others(page);
    let bonus = if penalties == 0 { bonuses(page) } else { 0 };
    100 - penalties + bonus
}

fn directives(page: &Page) -> BTreeMap<String, String> {
    let policy = page.header("content-security-policy");
    let parts = policy.split(';').map(str::trim);
    let pairs = parts.map(|part| part.split_once(' ').unwrap_or((part, "")));
    pairs
        .map(|(name, value)| (name.to_owned(), value.to_owned()))
        .collect()
}

fn policy(page: &Page) -> i32 {
    let directives = directives(page);
    let scripts = directives
        .get("script-src")
        .or_else(|| directives.get("default-src"));
    match scripts {
        None => 25,
        Some(sources) if sources.contains("unsafe-inline") || sources.contains("data:") => 20,
        Some(sources) if sources.contains("unsafe-eval") => 10,
        Some(sources) if sources.contains("http:") || sources.contains('*') => 20,
        Some(_)
            if directives
                .values()
                .any(|sources| sources.contains("unsafe-inline")) =>
        {
            5
        }
        Some(_) => 0,
    }
}

fn cookies(page: &Page) -> i32 {
    let mut worst = 0;
    for cookie in page.headers.get_all("set-cookie") {
        let cookie = cookie.to_str().unwrap();
        let is_session = cookie.starts_with("__Host-") || cookie.contains("parvis=");
        for (needed, session, other) in [
            ("Secure", 40, 20),
            ("HttpOnly", 30, 0),
            ("SameSite", 20, 20),
        ] {
            if !cookie.contains(needed) {
                worst = worst.max(if is_session { session } else { other });
            }
        }
    }
    worst
}

fn transport(page: &Page) -> i32 {
    let header = page.header("strict-transport-security");
    let age = header
        .split(';')
        .find_map(|part| part.trim().strip_prefix("max-age="));
    match age.and_then(|age| age.parse::<u64>().ok()) {
        None => 20,
        Some(age) if age < HALF_A_YEAR => 10,
        Some(_) => 0,
    }
}

/// Sharing with other sites, sniffing, frames, referrer, resources, and where a redirection leads.
fn others(page: &Page) -> i32 {
    let mut lost = 0;
    if page.header("access-control-allow-origin") == "*" {
        lost += 50;
    }
    if page.header("x-content-type-options") != "nosniff" {
        lost += 5;
    }
    let ancestors = directives(page);
    let ancestors = ancestors.get("frame-ancestors").map(String::as_str);
    let kept = matches!(ancestors, Some("'none'" | "'self'"));
    if !kept && !["DENY", "SAMEORIGIN"].contains(&page.header("x-frame-options")) {
        lost += 20;
    }
    let private = [
        "no-referrer",
        "same-origin",
        "strict-origin",
        "strict-origin-when-cross-origin",
    ];
    if !private.contains(&page.header("referrer-policy")) {
        lost += 5;
    }
    if page.header("cross-origin-resource-policy") == "cross-origin" {
        lost += 5;
    }
    if page.status.is_redirection() && page.header("location").starts_with("http:") {
        lost += 20;
    }
    lost
}

fn bonuses(page: &Page) -> i32 {
    let mut won = 0;
    if directives(page).get("default-src").map(String::as_str) == Some("'none'") {
        won += 10;
    }
    if directives(page).contains_key("frame-ancestors") {
        won += 5;
    }
    if ["no-referrer", "same-origin"].contains(&page.header("referrer-policy")) {
        won += 5;
    }
    if page.header("cross-origin-resource-policy") == "same-origin" {
        won += 10;
    }
    won
}

#[test]
fn every_answer_has_the_best_grade_of_http_observatory() {
    in_one_town(|town| {
        let known = Known::Email("zoe@exemple.fr");
        let (zoe, number) = town.deposited(&town.rochebrune, "acte-naissance", known);
        let mut claire = town.agent(&town.rochebrune, "claire");
        let batch = town.batch(&mut claire);
        let export = town.export(&mut claire);
        let view = town.view(&mut claire);
        let text = town.standard_text(&mut claire);
        let stranger = town.rochebrune.browser();
        let followed = zoe.clone().get(&format!("/dossiers/{number}"));
        let links = followed.attrs("main a", "href");
        let piece = links.iter().find_map(|link| link.split("/pieces/").nth(1));
        let piece = piece.expect("a piece to download");
        for (_, method, template) in all() {
            let ids = Ids {
                number: &number,
                piece,
                slug: "acte-naissance",
                step: "document",
                batch: &batch,
                export: &export,
                view: &view,
                text: &text,
            };
            let path = ids.path(template);
            for browser in [&zoe, &claire, &stranger] {
                let mut browser = browser.clone();
                let _ = match method {
                    "GET" => browser.get(&path),
                    // Without token: the page that refuses.
                    _ => browser.post(&path, "application/x-www-form-urlencoded", "a=1"),
                };
            }
        }
        for path in [
            "/nulle-part",
            "/%00",
            "/dossiers/x",
            "/assets/nothing.css",
            "/favicon.ico",
        ] {
            let _ = stranger.clone().get(path);
        }
        let seen = town.seen();
        let scores = seen.iter().map(|page| (score(page), page));
        let worst = scores.min_by_key(|(score, _)| *score).unwrap();
        assert!(
            worst.0 >= BEST_GRADE,
            "{} {} {}: {} points, {:?}",
            worst.1.method,
            worst.1.path,
            worst.1.status,
            worst.0,
            worst.1.headers
        );
        hostile(
            "HTTP Observatory: its table of points, on every route, error and download",
            &format!(
                "{} answers, {} points at least (A+ from {BEST_GRADE})",
                seen.len(),
                worst.0
            ),
        );
    });
}
