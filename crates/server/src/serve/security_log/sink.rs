//! Where lines go: a file, the standard output, a syslog.

use std::io::Write;
use std::path::{Path, PathBuf};
use std::time::Duration;

use tokio::io::AsyncWriteExt;
use tokio::net::{TcpStream, UdpSocket, UnixDatagram};

use super::line::Line;
use super::syslog;

/// A syslog that does not take the connection by then is tried later.
const CONNECT_WITHIN: Duration = Duration::from_secs(5);

/// Where lines go.
#[derive(Debug)]
pub(crate) enum Sink {
    /// A file, opened anew each time so that it can be rotated; `-` is the standard output.
    File(PathBuf),
    /// A syslog of this machine.
    Unix(PathBuf),
    /// A syslog that takes datagrams: what it loses is not known.
    Udp(String),
    /// A syslog that takes a connection.
    Tcp(String),
}

/// An address that is none of those of a syslog.
#[derive(Debug, thiserror::Error)]
#[error("{0:?} ; attendu : unix:/dev/log, udp:HÔTE:PORT ou tcp:HÔTE:PORT")]
pub(crate) struct SinkAddressError(String);

impl Sink {
    /// A syslog by its address.
    ///
    /// # Errors
    /// An address of another form.
    pub(crate) fn syslog(address: &str) -> Result<Self, SinkAddressError> {
        let unknown = || SinkAddressError(address.to_owned());
        let (kind, place) = address.split_once(':').ok_or_else(unknown)?;
        match kind {
            "unix" if !place.is_empty() => Ok(Self::Unix(PathBuf::from(place))),
            "udp" if has_port(place) => Ok(Self::Udp(place.to_owned())),
            "tcp" if has_port(place) => Ok(Self::Tcp(place.to_owned())),
            _ => Err(unknown()),
        }
    }

    /// Writes lines; they are taken when it answers.
    pub(super) async fn write(&mut self, lines: &[Line]) -> anyhow::Result<()> {
        match self {
            Self::File(path) if path.as_os_str() == "-" => {
                let text = text(lines);
                tokio::task::spawn_blocking(move || {
                    let mut out = std::io::stdout().lock();
                    out.write_all(text.as_bytes()).and_then(|()| out.flush())
                })
                .await??;
            }
            Self::File(path) => append(path, &text(lines)).await?,
            Self::Unix(path) => {
                let socket = UnixDatagram::unbound()?;
                let host = syslog::host();
                for line in lines {
                    let message = syslog::message(line, &host);
                    socket.send_to(message.as_bytes(), &*path).await?;
                }
            }
            Self::Udp(address) => send_datagrams(address, lines).await?,
            Self::Tcp(address) => send_stream(address, lines).await?,
        }
        Ok(())
    }
}

fn has_port(place: &str) -> bool {
    let Some((host, port)) = place.rsplit_once(':') else {
        return false;
    };
    !host.is_empty() && port.parse::<u16>().is_ok_and(|port| port > 0)
}

fn text(lines: &[Line]) -> String {
    lines
        .iter()
        .map(|line| format!("{}\n", line.json))
        .collect()
}

/// Appends to a file that only its owner reads, and waits for the disk.
async fn append(path: &Path, text: &str) -> std::io::Result<()> {
    let mut options = tokio::fs::OpenOptions::new();
    options.append(true).create(true);
    #[cfg(unix)]
    options.mode(0o600);
    let mut file = options.open(path).await?;
    file.write_all(text.as_bytes()).await?;
    file.sync_data().await
}

async fn send_datagrams(address: &str, lines: &[Line]) -> anyhow::Result<()> {
    let target = tokio::net::lookup_host(address).await?.next();
    let target = target.ok_or_else(|| anyhow::anyhow!("{address} has no address"))?;
    let any: std::net::IpAddr = if target.is_ipv4() {
        std::net::Ipv4Addr::UNSPECIFIED.into()
    } else {
        std::net::Ipv6Addr::UNSPECIFIED.into()
    };
    let socket = UdpSocket::bind((any, 0)).await?;
    let host = syslog::host();
    for line in lines {
        let message = syslog::message(line, &host);
        socket.send_to(message.as_bytes(), target).await?;
    }
    Ok(())
}

async fn send_stream(address: &str, lines: &[Line]) -> anyhow::Result<()> {
    let mut stream = tokio::time::timeout(CONNECT_WITHIN, TcpStream::connect(address)).await??;
    let host = syslog::host();
    for line in lines {
        let message = syslog::framed(&syslog::message(line, &host));
        stream.write_all(message.as_bytes()).await?;
    }
    stream.shutdown().await?;
    Ok(())
}
