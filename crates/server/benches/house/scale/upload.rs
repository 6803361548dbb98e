//! A small piece and a large one, in one request and in several (tus): memory does not follow the size.

use std::fmt::Write;
use std::time::{Duration, Instant};

use anyhow::{Context, Result, ensure};

use super::caller::{Asked, Caller};
use super::machines::Machines;
use crate::chance::Chance;
use crate::meter;

/// Bytes of the pieces at most: a tenth of the largest that a procedure may accept, then the largest.
const SIZES: [usize; 2] = [20_000_000, 200_000_000];
/// Ways to send.
const WAYS: [&str; 2] = ["in one request", "in several (tus)"];
/// Bytes of one part, when it is sent in several.
const PART: usize = 16 * 1024 * 1024;

/// What one upload showed.
#[derive(Debug, Clone, Copy)]
pub struct Upload {
    /// How it was sent.
    pub how: &'static str,
    /// Bytes of the piece.
    pub size: usize,
    /// How long it took.
    pub lasted: Duration,
    /// Resident bytes of the server before, and at most meanwhile.
    pub memory: [u64; 2],
}

/// Each piece in one request, then in several; it is read again, byte for byte.
///
/// # Errors
/// A call that is refused, or another content.
pub async fn run(machines: &Machines) -> Result<Vec<Upload>> {
    let mut caller = Caller::new(machines.address, &machines.token);
    let mut done = Vec::new();
    for how in WAYS {
        for size in SIZES {
            let content = paper(size);
            done.push(upload(machines, &mut caller, how, &content).await?);
        }
    }
    Ok(done)
}

async fn upload(
    machines: &Machines,
    caller: &mut Caller,
    how: &'static str,
    content: &[u8],
) -> Result<Upload> {
    let number = caller.draft(Asked::Proof, &machines.people[0]).await?;
    let before = meter::resident(machines.pid);
    meter::forget_peak(machines.pid);
    let began = Instant::now();
    let piece = if how == WAYS[0] {
        whole(caller, &number, content).await?
    } else {
        parts(caller, &number, content).await?
    };
    let lasted = began.elapsed();
    let memory = [before, meter::peak(machines.pid)];
    let path = format!("/dossiers/{number}/pieces/{piece}");
    let read = caller.call("GET", &path, "", b"").await?;
    ensure!(
        read.body == content,
        "{how}: {} came back, {} bytes",
        read.status,
        read.body.len()
    );
    Ok(Upload {
        how,
        size: content.len(),
        lasted,
        memory,
    })
}

async fn whole(caller: &mut Caller, number: &str, content: &[u8]) -> Result<String> {
    let path = format!("/dossiers/{number}/pieces?field=link_proof&name=livret.pdf");
    let raw = caller.call("POST", &path, "", content).await?;
    piece_of(&raw)
}

async fn parts(caller: &mut Caller, number: &str, content: &[u8]) -> Result<String> {
    let path = format!("/dossiers/{number}/uploads?field=link_proof&name=livret.pdf");
    let headers = format!(
        "tus-resumable: 1.0.0\r\nupload-length: {}\r\n",
        content.len()
    );
    let begun = caller.call("POST", &path, &headers, b"").await?;
    let place = begun
        .header("location")
        .context("no place for the upload")?;
    let place = place
        .split("/api/v1")
        .nth(1)
        .context("a place elsewhere")?
        .to_owned();
    let mut last = None;
    for (index, part) in content.chunks(PART).enumerate() {
        let headers = format!(
            "tus-resumable: 1.0.0\r\nupload-offset: {}\r\ncontent-type: application/offset+octet-stream\r\n",
            index * PART
        );
        last = Some(caller.call("PATCH", &place, &headers, part).await?);
    }
    piece_of(&last.context("nothing sent")?)
}

fn piece_of(raw: &crate::wire::Raw) -> Result<String> {
    let text = String::from_utf8_lossy(&raw.body);
    ensure!(
        (200..300).contains(&raw.status),
        "answered {}: {text}",
        raw.status
    );
    let piece: serde_json::Value =
        serde_json::from_str(&text).with_context(|| text.into_owned())?;
    Ok(piece["id"].as_str().context("no piece")?.to_owned())
}

/// One page whose picture is noise: what no compression makes smaller.
fn paper(size: usize) -> Vec<u8> {
    let mut chance = Chance::of(200, 1);
    let mut out = b"%PDF-1.4\n".to_vec();
    let mut places = Vec::new();
    let mut object = |out: &mut Vec<u8>, bytes: &[u8]| {
        places.push(out.len());
        let _ = std::io::Write::write_all(out, format!("{} 0 obj\n", places.len()).as_bytes());
        out.extend_from_slice(bytes);
        out.extend_from_slice(b"\nendobj\n");
    };
    object(&mut out, b"<< /Type /Catalog /Pages 2 0 R >>");
    object(&mut out, b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>");
    object(
        &mut out,
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 300 120] /Contents 4 0 R >>",
    );
    // What stands around the picture fits in the rest.
    let picture = size - 4096;
    let noise: Vec<u8> = std::iter::repeat_with(|| chance.bytes())
        .flatten()
        .take(picture)
        .collect();
    let mut stream = format!("<< /Length {picture} >>\nstream\n").into_bytes();
    stream.extend(noise);
    stream.extend_from_slice(b"\nendstream");
    object(&mut out, &stream);
    let table = out.len();
    let mut end = format!("xref\n0 {}\n0000000000 65535 f \n", places.len() + 1);
    for place in &places {
        let _ = writeln!(end, "{place:010} 00000 n ");
    }
    let _ = write!(
        end,
        "trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{table}\n%%EOF\n",
        places.len() + 1
    );
    out.extend(end.into_bytes());
    out
}
