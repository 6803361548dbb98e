//! A stand-in for clamd that speaks its real protocol on a Unix socket: honest, or not.

use std::io::{self, Read, Write};
use std::os::unix::net::{UnixListener, UnixStream};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use std::time::Duration;

/// What it says of itself: without the day of its signatures, which would grow old.
const VERSION: &[u8] = b"ClamAV 1.4.6/27456\0";

/// How the stand-in behaves when it examines; it says its version in every temper.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Temper {
    /// As clamd does.
    Honest,
    /// As clamd does, this long after.
    Slow(Duration),
    /// Says this, whatever it was given, once it has it all.
    Says(&'static [u8]),
    /// Says this at once, and closes the line.
    Interrupts(&'static [u8]),
    /// Refuses what is longer than so many bytes, as `StreamMaxLength` does.
    Refuses(usize),
    /// Talks without end.
    Rambles,
}

/// The test file that every antivirus takes for a virus (eicar.org). Written in two halves, so that no antivirus stops on this file.
#[must_use]
pub fn eicar() -> Vec<u8> {
    let halves = [
        r"X5O!P%@AP[4\PZX54(P^)7CC)7}$EICAR-STANDARD-",
        "ANTIVIRUS-TEST-FILE!$H+H*",
    ];
    halves.concat().into_bytes()
}

/// A stand-in for clamd. It stops when it is dropped.
#[derive(Debug)]
pub struct Clamd {
    path: PathBuf,
    shared: Arc<Shared>,
    listening: Option<JoinHandle<()>>,
}

#[derive(Debug)]
struct Shared {
    temper: Mutex<Temper>,
    stopped: AtomicBool,
    examined: AtomicUsize,
}

impl Clamd {
    /// Listens on a socket of this path.
    ///
    /// # Panics
    /// When it cannot.
    #[must_use]
    pub fn listening(path: &Path) -> Self {
        let listener = UnixListener::bind(path).expect("a socket");
        let shared = Arc::new(Shared {
            temper: Mutex::new(Temper::Honest),
            stopped: AtomicBool::new(false),
            examined: AtomicUsize::new(0),
        });
        let own = Arc::clone(&shared);
        Self {
            path: path.to_owned(),
            shared,
            listening: Some(thread::spawn(move || listen(&listener, &own))),
        }
    }

    /// Its address, as the configuration writes it.
    #[must_use]
    pub fn address(&self) -> String {
        format!("unix:{}", self.path.display())
    }

    /// Changes its temper.
    pub fn be(&self, temper: Temper) {
        *self
            .shared
            .temper
            .lock()
            .unwrap_or_else(PoisonError::into_inner) = temper;
    }

    /// How many examinations were begun.
    #[must_use]
    pub fn examined(&self) -> usize {
        self.shared.examined.load(Ordering::SeqCst)
    }
}

impl Drop for Clamd {
    fn drop(&mut self) {
        self.shared.stopped.store(true, Ordering::SeqCst);
        drop(UnixStream::connect(&self.path));
        if let Some(listening) = self.listening.take() {
            drop(listening.join());
        }
        drop(std::fs::remove_file(&self.path));
    }
}

fn listen(listener: &UnixListener, shared: &Arc<Shared>) {
    for line in listener.incoming() {
        if shared.stopped.load(Ordering::SeqCst) {
            return;
        }
        let shared = Arc::clone(shared);
        if let Ok(line) = line {
            thread::spawn(move || drop(serve(line, &shared)));
        }
    }
}

fn serve(mut line: UnixStream, shared: &Shared) -> io::Result<()> {
    let mut command = Vec::new();
    loop {
        let mut byte = [0];
        line.read_exact(&mut byte)?;
        match byte {
            [0] => break,
            [letter] => command.push(letter),
        }
    }
    match command.as_slice() {
        b"zVERSION" => line.write_all(VERSION),
        b"zINSTREAM" => {
            shared.examined.fetch_add(1, Ordering::SeqCst);
            let temper = *shared.temper.lock().unwrap_or_else(PoisonError::into_inner);
            examine(&mut line, temper)
        }
        _ => line.write_all(b"UNKNOWN COMMAND\0"),
    }
}

fn examine(line: &mut UnixStream, temper: Temper) -> io::Result<()> {
    if let Temper::Interrupts(said) = temper {
        return line.write_all(said);
    }
    let most = match temper {
        Temper::Refuses(most) => most,
        _ => usize::MAX,
    };
    let Some(content) = received(line, most)? else {
        return line.write_all(b"INSTREAM size limit exceeded. ERROR\0");
    };
    match temper {
        Temper::Says(said) => line.write_all(said),
        Temper::Rambles => loop {
            line.write_all(b"stream: OK ")?;
        },
        Temper::Slow(time) => {
            thread::sleep(time);
            line.write_all(said(&content))
        }
        Temper::Honest | Temper::Refuses(_) | Temper::Interrupts(_) => {
            line.write_all(said(&content))
        }
    }
}

/// The whole stream; nothing when it is longer than it may be.
fn received(line: &mut UnixStream, most: usize) -> io::Result<Option<Vec<u8>>> {
    let mut content = Vec::new();
    loop {
        let mut length = [0; 4];
        line.read_exact(&mut length)?;
        let length = usize::try_from(u32::from_be_bytes(length)).map_err(io::Error::other)?;
        if length == 0 {
            return Ok(Some(content));
        }
        if content.len() + length > most {
            return Ok(None);
        }
        let mut chunk = vec![0; length];
        line.read_exact(&mut chunk)?;
        content.extend(chunk);
    }
}

fn said(content: &[u8]) -> &'static [u8] {
    let eicar = eicar();
    match content.windows(eicar.len()).any(|part| part == eicar) {
        true => b"stream: Eicar-Signature FOUND\0",
        false => b"stream: OK\0",
    }
}
