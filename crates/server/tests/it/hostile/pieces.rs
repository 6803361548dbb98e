//! Files that are not what they seem, or that harm whoever opens them.

use std::io::Write;

use flate2::Compression;
use flate2::write::ZlibEncoder;
use http::StatusCode;
use parvis_testkit::{Browser, Form, Page, hostile};

use crate::enumeration::protected;
use crate::town::{PNG, Town, answers, filled, in_one_town};

/// A person on the step that asks for a document (PDF, JPEG, PNG, HEIC).
fn asked_for_a_document(town: &Town) -> (Browser, String, Form) {
    let (mut zoe, number, mut page) = town.drafting("acte-naissance");
    while !page.path.contains("/etapes/preuve") {
        let step = page.path.split('?').next().unwrap().to_owned();
        page = zoe.post_form(&filled(page.form(&step), answers("acte-naissance")));
    }
    let form = page.form("/etapes/preuve");
    (zoe, number, form)
}

/// A ZIP whose first entry has this name: what office documents and archives begin with.
fn zip(name: &str, bytes: &[u8]) -> Vec<u8> {
    let mut out = b"PK\x03\x04\x14\0\0\0\x08\0".to_vec();
    out.extend([0; 16]);
    out.extend(u16::try_from(name.len()).unwrap().to_le_bytes());
    out.extend([0, 0]);
    out.extend(name.bytes());
    out.extend(bytes);
    out
}

fn pdf(inside: &str) -> Vec<u8> {
    format!("%PDF-1.7\n1 0 obj\n<< /Type /Catalog {inside} >>\nendobj\ntrailer << /Root 1 0 R >>\n%%EOF\n").into_bytes()
}

/// A picture that says it is this large, and weighs nothing.
/// A PDF whose million objects are in one compressed stream (ISO 32000-1, 7.5.7): some megabytes, and as many objects as one likes.
fn million_objects() -> Vec<u8> {
    const COUNT: usize = 1_000_000;
    let places: String = (0..COUNT)
        .map(|index| format!("{} {} ", index + 2, 2 * index))
        .collect();
    let mut encoder = ZlibEncoder::new(Vec::new(), Compression::fast());
    encoder.write_all(places.as_bytes()).unwrap();
    encoder.write_all("0 ".repeat(COUNT).as_bytes()).unwrap();
    let stream = encoder.finish().unwrap();
    let head = format!(
        "%PDF-1.7\n1 0 obj\n<< /Type /ObjStm /N {COUNT} /First {} /Filter /FlateDecode /Length {} >>\nstream\n",
        places.len(),
        stream.len()
    );
    [head.as_bytes(), &stream, b"\nendstream\nendobj\n%%EOF\n"].concat()
}

fn immense_png(side: u32) -> Vec<u8> {
    let mut picture = PNG.to_vec();
    picture[16..20].copy_from_slice(&side.to_be_bytes());
    picture[20..24].copy_from_slice(&side.to_be_bytes());
    picture
}

fn immense_jpeg(side: u16) -> Vec<u8> {
    let [high, low] = side.to_be_bytes();
    let mut picture =
        b"\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0\xff\xc0\0\x11\x08".to_vec();
    picture.extend([high, low, high, low]);
    picture.extend(b"\x03\x01\x11\0\x02\x11\0\x03\x11\0\xff\xd9");
    picture
}

#[test]
fn what_can_act_is_refused_with_what_to_do() {
    in_one_town(|town| {
        let (mut zoe, number, form) = asked_for_a_document(town);
        let bomb = zip("bombe.txt", &[0; 4096]);
        let svg =
            b"<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>".repeat(80);
        let cases: [(&str, &str, Vec<u8>); 11] = [
            ("a ZIP bomb", "bombe.zip", bomb.clone()),
            ("a ZIP bomb named as a PDF", "livret.pdf", bomb),
            (
                "Word with macros",
                "acte.docm",
                zip("word/vbaProject.bin", &[7; 5000]),
            ),
            (
                "Word named as a PDF",
                "acte.pdf",
                zip("[Content_Types].xml", &[7; 5000]),
            ),
            (
                "OpenDocument with macros",
                "acte.odt",
                zip("mimetype", b"application/vnd.oasis.opendocument.text"),
            ),
            (
                "old Word",
                "acte.doc",
                [b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".as_slice(), &[0; 4096]].concat(),
            ),
            ("RTF", "acte.rtf", b"{\\rtf1 \\object".repeat(400)),
            ("SVG with script", "image.svg", svg.clone()),
            ("SVG named as a picture", "image.png", svg),
            (
                "a page before a PDF",
                "livret.pdf",
                [b"<html><script>alert(1)</script>".as_slice(), &pdf("")].concat(),
            ),
            (
                "an archive of Java behind a GIF",
                "photo.gif",
                [
                    b"GIF89a\x01\0\x01\0\0\0\0;".as_slice(),
                    &zip("A.class", b"x"),
                ]
                .concat(),
            ),
        ];
        for (what, name, bytes) in &cases {
            let refused = zoe.post_form(&form.clone().file("link_proof", name, bytes));
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
            let errors = refused.errors();
            assert!(
                errors[0].contains("Formats acceptés") && errors[0].contains(name),
                "{what}: {errors:?}"
            );
            assert_eq!(pieces(&refused), 0, "{what} was kept");
        }
        let _ = number;
        protected(town);
        hostile(
            "archives, macro documents, SVG with script, pages named as PDF",
            &format!(
                "{} files: each refused by its content, whatever its name; the page names the file and what is accepted; nothing is kept, nothing is unpacked",
                cases.len()
            ),
        );
    });
}

/// How many pieces a page shows.
fn pieces(page: &Page) -> usize {
    let links = page.attrs("main a", "href");
    links
        .iter()
        .filter(|link| link.contains("/pieces/"))
        .count()
}

#[test]
fn a_picture_of_too_many_points_is_refused_before_anybody_draws_it() {
    in_one_town(|town| {
        let (mut zoe, _, form) = asked_for_a_document(town);
        for (name, bytes) in [
            ("plan.png", immense_png(50_000)),
            ("plan.jpg", immense_jpeg(50_000)),
            ("plan.png", immense_png(0)),
        ] {
            let refused = zoe.post_form(&form.clone().file("link_proof", name, &bytes));
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{name}");
            assert!(
                refused.errors()[0].contains("pixels"),
                "{:?}",
                refused.errors()
            );
        }
        let taken = zoe.post_form(&form.file("link_proof", "plan.png", &immense_png(12_000)));
        assert_eq!(taken.status, StatusCode::OK, "{}", taken.told());
        hostile(
            "a picture of 50,000 pixels a side",
            "PNG and JPEG: refused on the size that its header says, without decoding it; 16,000 a side at most",
        );
    });
}

#[test]
fn what_looks_right_and_hides_something_is_kept_and_given_back_inert() {
    in_one_town(|town| {
        let million = "2 0 obj\n<< >>\nendobj\n".repeat(400_000);
        let cases: [(&str, &str, &str, Vec<u8>); 6] = [
            (
                "PDF with JavaScript",
                "livret.pdf",
                "application/pdf",
                pdf("/OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>"),
            ),
            (
                "PDF that starts a program",
                "livret.pdf",
                "application/pdf",
                pdf("/OpenAction << /S /Launch /F (cmd.exe) >>"),
            ),
            (
                "PDF with a page and an archive behind it",
                "livret.pdf",
                "application/pdf",
                [
                    pdf(""),
                    b"<html><script>alert(1)</script>".to_vec(),
                    zip("a.exe", b"MZ"),
                ]
                .concat(),
            ),
            (
                "PDF of 400,000 objects",
                "gros.pdf",
                "application/pdf",
                pdf(&million),
            ),
            (
                "PDF of a million objects in a compressed stream",
                "million.pdf",
                "application/pdf",
                million_objects(),
            ),
            (
                "picture with an archive of Java behind it",
                "photo.png",
                "image/png",
                [PNG, &zip("A.class", b"x")].concat(),
            ),
        ];
        for (what, name, media, bytes) in &cases {
            let (mut zoe, number, form) = asked_for_a_document(town);
            let kept = zoe.post_form(&form.file("link_proof", name, bytes));
            assert_eq!(kept.status, StatusCode::OK, "{what}: {}", kept.told());
            let check = zoe.open(&format!("/dossiers/{number}/etapes/preuve"));
            let links = check.attrs("main a", "href");
            let link = links.iter().find(|link| link.contains("/pieces/"));
            let given = zoe.get(link.unwrap()).shown();
            assert_eq!(given.body.len(), bytes.len(), "{what}: it was changed");
            assert_eq!(given.header("content-type"), *media, "{what}");
            assert_eq!(given.header("x-content-type-options"), "nosniff");
            let policy = given.header("content-security-policy");
            assert!(
                policy.contains("sandbox") && !policy.contains("allow-"),
                "{policy}"
            );
            let shown = given.header("content-disposition").starts_with("inline");
            assert_eq!(
                shown,
                media.starts_with("image/"),
                "{what}: only pictures are shown"
            );
        }
        protected(town);
        hostile(
            "polyglots, PDF with JavaScript, a launch action or a million objects",
            &format!(
                "{} files: kept as they are and never opened by the house; given back as a download, or as a picture of the sniffed type, `nosniff`, in a sandbox without any power",
                cases.len()
            ),
        );
    });
}

#[test]
fn the_name_of_a_file_is_only_a_name() {
    in_one_town(|town| {
        let names = [
            "../../etc/passwd.png",
            "C:\\Windows\\acte.png",
            "facture\u{202e}gnp.exe",
            "a\u{2066}b\u{2069}.png",
            "<img src=x onerror=alert(1)>.png",
            "=cmd|'/c calc'!A1.png",
            "%2e%2e%2fparvis.key.png",
            "con.png",
        ];
        for name in names {
            let (mut zoe, number, form) = asked_for_a_document(town);
            let kept = zoe.post_form(&form.file("link_proof", name, PNG));
            assert_eq!(kept.status, StatusCode::OK, "{name}: {}", kept.told());
            let page = zoe.open(&format!("/dossiers/{number}/etapes/preuve"));
            assert!(!page.source().contains("<img src=x"), "{name}");
            assert!(
                !page.source().contains(['\u{202e}', '\u{2066}', '\u{2069}']),
                "{name}"
            );
            assert!(
                !page.told().contains("../") && !page.told().contains("Windows"),
                "{name}"
            );
            let links = page.attrs("main a", "href");
            let link = links.iter().find(|link| link.contains("/pieces/"));
            let given = zoe.get(link.unwrap()).shown();
            let disposition = given.header("content-disposition");
            assert!(
                disposition.is_ascii() && !disposition.contains(['"', '/', '\\', '<']),
                "{disposition}"
            );
        }
        let long = format!("{}.png", "a".repeat(3000));
        let (mut zoe, _, form) = asked_for_a_document(town);
        let kept = zoe.post_form(&form.file("link_proof", &long, PNG));
        assert_eq!(kept.status, StatusCode::OK, "{}", kept.told());
        protected(town);
        hostile(
            "names of files with paths, right-to-left marks, markup, formulas, 3,000 letters",
            &format!(
                "{} names: shown as plain text, without path or deceiving marks; the name on disk never comes from the person",
                names.len() + 1
            ),
        );
    });
}
