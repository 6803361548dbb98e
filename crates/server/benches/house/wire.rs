//! HTTP/1.1 as a client speaks it: one connection, one request at a time, every byte counted.

use std::net::SocketAddr;

use anyhow::{Context, Result, bail, ensure};
use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;

/// A connection kept alive.
#[derive(Debug)]
pub struct Connection {
    stream: BufReader<TcpStream>,
    /// The bytes received, headers included.
    pub received: u64,
}

/// What came back, as it travelled.
#[derive(Debug, Default)]
pub struct Raw {
    /// The status.
    pub status: u16,
    /// The headers, their names in lower case.
    pub headers: Vec<(String, String)>,
    /// The body, not decompressed.
    pub body: Vec<u8>,
}

impl Raw {
    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        let mut headers = self.headers.iter();
        let found = headers.find(|(own, _)| own == name);
        found.map(|(_, value)| value.as_str())
    }
}

impl Connection {
    /// Connects.
    pub async fn to(address: SocketAddr) -> Result<Self> {
        let stream = TcpStream::connect(address).await?;
        stream.set_nodelay(true)?;
        Ok(Self {
            stream: BufReader::new(stream),
            received: 0,
        })
    }

    /// Whether the server has not closed it meanwhile: one that stays silent is left after some seconds.
    pub fn is_open(&self) -> bool {
        let mut nothing = [0];
        let waiting = self.stream.get_ref().try_read(&mut nothing);
        waiting.is_err_and(|error| error.kind() == std::io::ErrorKind::WouldBlock)
    }

    /// Sends a request (its head, and its body) and reads the whole answer.
    pub async fn exchange(&mut self, head: &str, body: &[u8]) -> Result<Raw> {
        let bytes = [head.as_bytes(), body].concat();
        self.stream.get_mut().write_all(&bytes).await?;
        let mut raw = self.head().await?;
        if raw.header("transfer-encoding") == Some("chunked") {
            self.chunks(&mut raw.body).await?;
        } else {
            let length = raw.header("content-length").map_or(Ok(0), str::parse)?;
            self.exactly(&mut raw.body, length).await?;
        }
        Ok(raw)
    }

    async fn head(&mut self) -> Result<Raw> {
        let first = self.line().await?;
        let status = first
            .split(' ')
            .nth(1)
            .and_then(|status| status.parse().ok());
        let mut raw = Raw {
            status: status.with_context(|| format!("not HTTP: {first}"))?,
            ..Raw::default()
        };
        loop {
            let line = self.line().await?;
            if line.is_empty() {
                return Ok(raw);
            }
            let (name, value) = line.split_once(':').context("a header without colon")?;
            raw.headers
                .push((name.to_ascii_lowercase(), value.trim().to_owned()));
        }
    }

    async fn chunks(&mut self, body: &mut Vec<u8>) -> Result<()> {
        loop {
            let size = usize::from_str_radix(&self.line().await?, 16)?;
            self.exactly(body, size).await?;
            ensure!(self.line().await?.is_empty(), "a chunk of another size");
            if size == 0 {
                return Ok(());
            }
        }
    }

    async fn exactly(&mut self, body: &mut Vec<u8>, length: usize) -> Result<()> {
        let begun = body.len();
        body.resize(begun + length, 0);
        self.stream.read_exact(&mut body[begun..]).await?;
        self.received += length as u64;
        Ok(())
    }

    async fn line(&mut self) -> Result<String> {
        let mut line = Vec::new();
        let read = self.stream.read_until(b'\n', &mut line).await?;
        if read == 0 {
            bail!("the server closed the connection");
        }
        self.received += read as u64;
        let text = String::from_utf8(line)?;
        Ok(text.trim_end_matches(['\r', '\n']).to_owned())
    }
}
