//! The binary as a process of its own, and what speaks to it.

use std::fs::File;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{Ipv4Addr, SocketAddr, TcpListener, TcpStream};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use axum::body::Body;
use axum::response::{IntoResponse, Response};
use http::{Request, StatusCode};
use hyper_util::rt::TokioIo;
use parvis_testkit::Door;
use tempfile::TempDir;

/// A machine that builds something else at the same time is slow.
pub const PATIENCE: Duration = Duration::from_secs(60);
/// What a browser shows when nobody answers, or when the answer stops halfway.
pub const GONE: StatusCode = StatusCode::BAD_GATEWAY;

/// The binary, knowing nothing of the variables of this machine.
pub fn parvis(data: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_parvis"));
    for (name, _) in std::env::vars() {
        if name.starts_with("PARVIS_") {
            command.env_remove(name);
        }
    }
    command.current_dir(data.parent().unwrap());
    command.env("PARVIS_DATA", data);
    command
}

/// An empty folder, and the data folder that it will hold.
pub fn folder() -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    (folder, data)
}

/// A server that runs, and that is stopped when the test ends however it ends.
pub struct Server {
    process: Child,
    pub address: SocketAddr,
    pub announced: Vec<String>,
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.process.kill();
        let _ = self.process.wait();
    }
}

impl Server {
    /// Serves a data folder on a free port.
    pub fn start(data: &Path, words: &[&str]) -> Self {
        Self::of(parvis(data), words)
    }

    /// Starts it with variables of its own.
    pub fn start_with(data: &Path, variables: &[(&str, &str)], words: &[&str]) -> Self {
        let mut command = parvis(data);
        command.envs(variables.iter().copied());
        Self::of(command, words)
    }

    /// Serves with this command, whose variables say the rest, on a free port.
    pub fn of(parvis: Command, words: &[&str]) -> Self {
        Self::at(free_address(), parvis, words)
    }

    /// Serves with this command at this address.
    pub fn at(address: SocketAddr, mut parvis: Command, words: &[&str]) -> Self {
        parvis.stderr(Stdio::null());
        Self::spawned(address, parvis, words)
    }

    /// Serves with this command on a free port, and writes what it logs in a file.
    pub fn logging(mut parvis: Command, log: &Path, words: &[&str]) -> Self {
        parvis.stderr(std::fs::File::create(log).unwrap());
        Self::spawned(free_address(), parvis, words)
    }

    fn spawned(address: SocketAddr, mut parvis: Command, words: &[&str]) -> Self {
        let mut process = parvis
            .arg("serve")
            .args(["--listen", &address.to_string()])
            .args(words)
            .stdout(Stdio::piped())
            .spawn()
            .unwrap();
        let mut lines = BufReader::new(process.stdout.take().unwrap()).lines();
        let mut announced = Vec::new();
        loop {
            let line = lines.next();
            announced.push(
                line.unwrap_or_else(|| panic!("it stopped: {announced:?}"))
                    .unwrap(),
            );
            if announced.last().unwrap().contains("http://") {
                break;
            }
        }
        // What follows is read so that the server never waits for us.
        std::thread::spawn(move || lines.for_each(drop));
        Self {
            process,
            address,
            announced,
        }
    }

    /// Asks a path; the whole answer, once the server listens.
    pub fn get(&self, path: &str) -> String {
        let started = Instant::now();
        loop {
            match self.try_get(path) {
                Ok(answer) if !answer.is_empty() => return answer,
                outcome => assert!(started.elapsed() < PATIENCE, "{path}: {outcome:?}"),
            }
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    fn try_get(&self, path: &str) -> std::io::Result<String> {
        let mut stream = TcpStream::connect(self.address)?;
        stream.set_read_timeout(Some(Duration::from_secs(20)))?;
        write!(
            stream,
            "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n",
            self.address
        )?;
        let mut answer = String::new();
        stream.read_to_string(&mut answer)?;
        Ok(answer)
    }

    /// Asks it to stop as a supervisor does, and waits for the end.
    pub fn terminate(&mut self) -> ExitStatus {
        self.ask_to_stop();
        self.wait()
    }

    pub fn ask_to_stop(&self) {
        let pid = self.process.id().to_string();
        let sent = Command::new("kill").args(["-TERM", &pid]).status();
        assert!(sent.unwrap().success());
    }

    pub fn wait(&mut self) -> ExitStatus {
        let started = Instant::now();
        loop {
            if let Some(status) = self.process.try_wait().unwrap() {
                return status;
            }
            assert!(started.elapsed() < PATIENCE, "it does not stop");
            std::thread::sleep(Duration::from_millis(20));
        }
    }

    /// Stops it as a power cut does: nothing of its own runs any more.
    pub fn kill(&mut self) {
        self.process.kill().unwrap();
        self.process.wait().unwrap();
    }
}

impl Server {
    /// The resident memory of the process, in bytes.
    pub fn resident(&self) -> usize {
        let status = std::fs::read_to_string(format!("/proc/{}/status", self.process.id()));
        let status = status.unwrap();
        let line = status.lines().find(|line| line.starts_with("VmRSS"));
        let kilobytes = line.unwrap().split_whitespace().nth(1).unwrap();
        kilobytes.parse::<usize>().unwrap() * 1024
    }
}

/// An address of this machine where nobody listens, and that no other test takes before this process ends: what
/// will listen there may start much later, or stop and start again.
///
/// Below the ports that a system lends to whoever asks for any (32,768 and above on Linux), or the connection of
/// another test could take it in between.
pub fn free_address() -> SocketAddr {
    let mut addresses = (20_000..30_000).map(|port| SocketAddr::from((Ipv4Addr::LOCALHOST, port)));
    addresses.find(|address| reserve(*address)).unwrap()
}

/// Keeps an address for this process. The lock is let go by the system, however the process ends.
fn reserve(address: SocketAddr) -> bool {
    static RESERVED: Mutex<Vec<File>> = Mutex::new(Vec::new());
    let name = format!("parvis-tests-port-{}.lock", address.port());
    let Ok(lock) = File::create(std::env::temp_dir().join(name)) else {
        return false;
    };
    let reserved = lock.try_lock().is_ok() && TcpListener::bind(address).is_ok();
    if reserved {
        RESERVED.lock().unwrap().push(lock);
    }
    reserved
}

/// What listens at an address, now or later: browsers reach it through the network, one connection for each request.
pub fn door_to(address: SocketAddr) -> Door {
    Door::of(tower::service_fn(move |request| async move {
        let answer = carry(address, request).await;
        Ok(answer.unwrap_or_else(|_| (GONE, "nobody answers\n").into_response()))
    }))
}

/// Sends a request through the network; the answer once it is whole.
async fn carry(address: SocketAddr, request: Request<Body>) -> anyhow::Result<Response> {
    let stream = tokio::net::TcpStream::connect(address).await?;
    let (mut sender, connection) =
        hyper::client::conn::http1::handshake(TokioIo::new(stream)).await?;
    tokio::spawn(connection);
    let (parts, body) = sender.send_request(request).await?.into_parts();
    let body = axum::body::to_bytes(Body::new(body), usize::MAX).await?;
    Ok(Response::from_parts(parts, Body::from(body)))
}
