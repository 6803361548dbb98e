//! The client of clamd, the server of ClamAV: its `VERSION` and its `INSTREAM` (clamd(8), section *Commands*).
//!
//! A piece goes in chunks, each after its length in four bytes; a chunk of no length ends it. clamd may answer before the end (a size
//! that it refuses, something found at once), so its answer is awaited while the piece is sent. Only an answer to the whole piece can
//! say that it is clean.

use std::io;
use std::net::SocketAddr;
use std::path::PathBuf;
use std::str::FromStr;
use std::time::Duration;

use futures::StreamExt;
use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpStream;
use tokio::time::timeout;

use super::antivirus::{Antivirus, Content, Examining, Finding, Signatures, Trouble};

/// Bytes sent under one length.
const CHUNK: usize = 64 * 1024;
/// Bytes of the longest answer that is read.
const LONGEST_ANSWER: usize = 1024;
/// Letters of the longest name of an infection that is kept.
const LONGEST_NAME: usize = 120;
/// How the names of what exceeds a limit of clamd begin: it did not look, and says so as if it had found something.
const EXCEEDED: &str = "Heuristics.Limits.Exceeded";

/// Where clamd listens.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Address {
    /// A socket of this machine: `unix:/run/clamav/clamd.ctl`.
    Unix(PathBuf),
    /// A port of this machine: `tcp:127.0.0.1:3310`. Pieces travel in the clear: never another machine.
    Tcp(SocketAddr),
}

/// An address that means nothing, or that leaves this machine.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("attendu : unix:/run/clamav/clamd.ctl, ou tcp:127.0.0.1:3310 (cette machine seulement)")]
pub struct BadAddress;

impl FromStr for Address {
    type Err = BadAddress;

    fn from_str(text: &str) -> Result<Self, BadAddress> {
        if let Some(path) = text.strip_prefix("unix:/") {
            return Ok(Self::Unix(PathBuf::from(format!("/{path}"))));
        }
        let port = text.strip_prefix("tcp:").ok_or(BadAddress)?;
        let port: SocketAddr = port.parse().map_err(|_| BadAddress)?;
        match port.ip().is_loopback() {
            true => Ok(Self::Tcp(port)),
            false => Err(BadAddress),
        }
    }
}

/// How long clamd is waited for.
#[derive(Debug, Clone, Copy)]
pub struct Patience {
    /// To reach it, and for each chunk to leave.
    pub step: Duration,
    /// For its answer, once it has the whole piece.
    pub answer: Duration,
    /// For everything.
    pub whole: Duration,
}

impl Default for Patience {
    fn default() -> Self {
        Self {
            step: Duration::from_secs(20),
            answer: Duration::from_secs(150),
            whole: Duration::from_secs(480),
        }
    }
}

/// clamd.
#[derive(Debug, Clone)]
pub struct Clamd {
    address: Address,
    patience: Patience,
}

trait Line: AsyncRead + AsyncWrite + Send + Unpin {}
impl<T: AsyncRead + AsyncWrite + Send + Unpin> Line for T {}

/// How sending ended.
enum Sent {
    Whole,
    /// clamd listens no more: it may have said why.
    CutOff,
}

impl Clamd {
    /// A client; it connects for each examination.
    #[must_use]
    pub const fn new(address: Address, patience: Patience) -> Self {
        Self { address, patience }
    }

    async fn reach(&self) -> Result<Box<dyn Line>, Trouble> {
        match timeout(self.patience.step, connected(&self.address)).await {
            Ok(Ok(line)) => Ok(line),
            Ok(Err(error)) => Err(Trouble::Silent(error.to_string())),
            Err(_) => Err(late()),
        }
    }

    async fn ask_signatures(&self) -> Result<Signatures, Trouble> {
        let mut line = self.reach().await?;
        let asking = async {
            let sent = line.write_all(b"zVERSION\0").await;
            sent.map_err(|error| Trouble::Silent(error.to_string()))?;
            answer(&mut line).await
        };
        let said = timeout(self.patience.step, asking).await;
        let said = said.map_err(|_| late())??;
        Signatures::said(&said).ok_or(Trouble::Garbled)
    }

    async fn stream(&self, content: Content<'_>) -> Result<Finding, Trouble> {
        let (mut reading, mut writing) = tokio::io::split(self.reach().await?);
        let answering = answer(&mut reading);
        let sending = send(&mut writing, content, self.patience.step);
        tokio::pin!(answering);
        let early = tokio::select! {
            said = &mut answering => Some(said),
            sent = sending => match sent? {
                Sent::Whole => None,
                Sent::CutOff => Some(self.late_answer(&mut answering).await),
            },
        };
        match early {
            None => understood(&self.late_answer(&mut answering).await?),
            Some(said) => match understood(&said?)? {
                // It did not have the whole piece: it cannot know.
                Finding::Clean => Err(Trouble::Garbled),
                found @ Finding::Infected(_) => Ok(found),
            },
        }
    }

    async fn late_answer(
        &self,
        answering: impl Future<Output = Result<String, Trouble>>,
    ) -> Result<String, Trouble> {
        let said = timeout(self.patience.answer, answering).await;
        said.map_err(|_| late())?
    }
}

impl Antivirus for Clamd {
    fn signatures(&self) -> Examining<'_, Signatures> {
        Box::pin(self.ask_signatures())
    }

    fn examine<'a>(&'a self, content: Content<'a>) -> Examining<'a, Finding> {
        Box::pin(async move {
            let streamed = timeout(self.patience.whole, self.stream(content)).await;
            streamed.map_err(|_| late())?
        })
    }
}

fn late() -> Trouble {
    Trouble::Silent("too slow".to_owned())
}

async fn connected(address: &Address) -> io::Result<Box<dyn Line>> {
    match address {
        Address::Tcp(address) => Ok(Box::new(TcpStream::connect(address).await?)),
        #[cfg(unix)]
        Address::Unix(path) => Ok(Box::new(tokio::net::UnixStream::connect(path).await?)),
        #[cfg(not(unix))]
        Address::Unix(_) => Err(io::ErrorKind::Unsupported.into()),
    }
}

/// Sends a piece, each step in its time.
async fn send(
    line: &mut (impl AsyncWrite + Unpin),
    mut content: Content<'_>,
    step: Duration,
) -> Result<Sent, Trouble> {
    if !put(line, b"zINSTREAM\0", step).await? {
        return Ok(Sent::CutOff);
    }
    while let Some(read) = content.next().await {
        let read = read.map_err(Trouble::Unreadable)?;
        for chunk in read.chunks(CHUNK) {
            let length = u32::try_from(chunk.len()).unwrap_or(0).to_be_bytes();
            if !put(line, &length, step).await? || !put(line, chunk, step).await? {
                return Ok(Sent::CutOff);
            }
        }
    }
    match put(line, &[0; 4], step).await? {
        true => Ok(Sent::Whole),
        false => Ok(Sent::CutOff),
    }
}

/// False when the other side closed the line.
async fn put(
    line: &mut (impl AsyncWrite + Unpin),
    bytes: &[u8],
    step: Duration,
) -> Result<bool, Trouble> {
    let written = timeout(step, line.write_all(bytes)).await;
    Ok(written.map_err(|_| late())?.is_ok())
}

/// One answer, up to its NUL. One that is cut off or endless makes no sense.
async fn answer(line: &mut (impl AsyncRead + Unpin)) -> Result<String, Trouble> {
    let mut said = Vec::new();
    loop {
        let mut chunk = [0; 256];
        let read = line.read(&mut chunk).await;
        let read = read.map_err(|error| Trouble::Silent(error.to_string()))?;
        let chunk = chunk.get(..read).unwrap_or_default();
        match chunk.iter().position(|byte| *byte == 0) {
            Some(end) => {
                said.extend_from_slice(chunk.get(..end).unwrap_or_default());
                return String::from_utf8(said).map_err(|_| Trouble::Garbled);
            }
            None if said.is_empty() && read == 0 => {
                return Err(Trouble::Silent("it closed the line".to_owned()));
            }
            None if read == 0 || said.len() > LONGEST_ANSWER => return Err(Trouble::Garbled),
            None => said.extend_from_slice(chunk),
        }
    }
}

/// What an answer to `INSTREAM` means.
fn understood(said: &str) -> Result<Finding, Trouble> {
    let said = said.trim_end();
    if said.starts_with("INSTREAM size limit exceeded") {
        return Err(Trouble::TooLarge);
    }
    if said.ends_with("ERROR") {
        return Err(Trouble::Failed);
    }
    match said.strip_prefix("stream: ") {
        Some("OK") => Ok(Finding::Clean),
        Some(found) => infection(found.strip_suffix(" FOUND").ok_or(Trouble::Garbled)?),
        None => Err(Trouble::Garbled),
    }
}

fn infection(name: &str) -> Result<Finding, Trouble> {
    if name.starts_with(EXCEEDED) {
        return Err(Trouble::TooLarge);
    }
    // Something was found, however it is called: only what can be shown of its name is kept.
    let shown = name.chars().filter(char::is_ascii_graphic);
    let shown: String = shown.take(LONGEST_NAME).collect();
    Ok(Finding::Infected(match shown.is_empty() {
        true => "?".to_owned(),
        false => shown,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_never_leaves_this_machine() {
        let read = |text: &str| text.parse::<Address>();
        let socket = Address::Unix("/run/clamav/clamd.ctl".into());
        assert_eq!(read("unix:/run/clamav/clamd.ctl"), Ok(socket));
        assert!(matches!(read("tcp:127.0.0.1:3310"), Ok(Address::Tcp(_))));
        assert!(matches!(read("tcp:[::1]:3310"), Ok(Address::Tcp(_))));
        for text in [
            "",
            "unix:",
            "unix:clamd.ctl",
            "tcp:10.0.0.7:3310",
            "tcp:0.0.0.0:3310",
            "tcp:localhost:3310",
            "127.0.0.1:3310",
        ] {
            assert_eq!(read(text), Err(BadAddress), "{text:?}");
        }
    }

    #[test]
    fn an_answer_says_clean_infected_or_why_not() {
        let found = |name: &str| format!("{:?}", Finding::Infected(name.to_owned()));
        let told = |said: &str| match understood(said) {
            Ok(verdict) => format!("{verdict:?}"),
            Err(trouble) => trouble.code().to_owned(),
        };
        for (said, means) in [
            ("stream: OK", "Clean".to_owned()),
            ("stream: OK\n", "Clean".to_owned()),
            ("stream: Eicar-Signature FOUND", found("Eicar-Signature")),
            ("stream: \u{202e}x FOUND", found("x")),
            ("stream: é FOUND", found("?")),
            (
                "stream: Heuristics.Limits.Exceeded.MaxFileSize FOUND",
                "too-large".to_owned(),
            ),
            (
                "INSTREAM size limit exceeded. ERROR",
                "too-large".to_owned(),
            ),
            ("stream: Can't allocate memory ERROR", "failed".to_owned()),
            ("UNKNOWN COMMAND", "garbled".to_owned()),
            ("OK", "garbled".to_owned()),
            ("stream: ", "garbled".to_owned()),
            ("stream: OKAY", "garbled".to_owned()),
            ("PONG", "garbled".to_owned()),
            ("", "garbled".to_owned()),
        ] {
            assert_eq!(told(said), means, "{said:?}");
        }
    }
}
