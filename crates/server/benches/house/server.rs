//! An installation in a temporary folder: the real binary, its configuration, its command line.

use std::fmt::Write;
use std::fs::File;
use std::io::{BufRead, BufReader};
use std::net::SocketAddr;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, Result, bail, ensure};
use tempfile::TempDir;

use crate::agent::Account;
use crate::cleanup;

/// The binary that is measured.
const BINARY: &str = env!("CARGO_BIN_EXE_parvis");
/// The short name of the organisation.
pub const SLUG: &str = "rochebrune";
/// How long the server may take to answer.
const PATIENCE: Duration = Duration::from_secs(30);
/// Everything that is limited by device: all the people of the bench share one.
const LIMITS: &[&str] = &[
    "api",
    "code",
    "code-device",
    "code-try",
    "deposit",
    "draft",
    "follow",
    "follow-number",
    "sign-in",
    "sign-in-address",
];

/// A folder with its configuration. Removed when dropped.
pub struct Installation {
    folder: TempDir,
    config: PathBuf,
}

impl Installation {
    /// An empty one: SQLite in its folder, or a PostgreSQL database.
    pub fn empty(database: Option<&str>) -> Result<Self> {
        let folder = tempfile::Builder::new().prefix("parvis-bench.").tempdir()?;
        cleanup::folder(folder.path());
        let config = folder.path().join("parvis.toml");
        let data = folder.path().join("data");
        let mut text = format!("listen = \"127.0.0.1:0\"\ndata = {data:?}\n");
        if let Some(url) = database {
            writeln!(text, "database = {url:?}")?;
        }
        text.push_str("[limits]\n");
        for name in LIMITS {
            writeln!(text, "{name} = {{ burst = 10000000, every_seconds = 1 }}")?;
        }
        std::fs::write(&config, text)?;
        Ok(Self { folder, config })
    }

    /// Its folder.
    pub fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// The folder of the mails.
    pub fn mails(&self) -> PathBuf {
        self.folder().join("data/mails")
    }

    /// The bytes of what it stores in its folder.
    pub fn bytes(&self) -> u64 {
        bytes_of(&self.folder().join("data"))
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(BINARY);
        command.args(arguments).arg("--config").arg(&self.config);
        for (name, _) in std::env::vars().filter(|(name, _)| name.starts_with("PARVIS_")) {
            command.env_remove(name);
        }
        command
    }

    fn run(&self, arguments: &[&str], password: Option<&str>) -> Result<String> {
        let mut command = self.command(arguments);
        if let Some(password) = password {
            command.env("PARVIS_PASSWORD", password);
        }
        let output = command.output().context(BINARY)?;
        let said = String::from_utf8_lossy(&output.stderr).into_owned();
        ensure!(
            output.status.success(),
            "parvis {} : {said}",
            arguments.join(" ")
        );
        Ok(String::from_utf8(output.stdout)?)
    }

    /// A token that lets an application deposit and read.
    pub fn token(&self) -> Result<String> {
        let arguments = "admin create-token --name Portail --days 1 --scope procedures:read --scope dossiers:read --scope dossiers:write";
        let mut arguments: Vec<&str> = arguments.split(' ').collect();
        arguments.extend(["--organisation", SLUG]);
        Ok(self.run(&arguments, None)?.trim().to_owned())
    }

    /// Creates an organisation, its agents, and publishes the procedures of the project, as a commune would.
    pub fn furnish(&self, agents: usize) -> Result<Vec<Account>> {
        self.run(
            &[
                "admin",
                "create-organisation",
                "--slug",
                SLUG,
                "--name",
                "Ville de Rochebrune",
                "--sender",
                "ne-pas-repondre@rochebrune.example",
                "--phone",
                "04 99 00 00 00",
                "--email",
                "mairie@rochebrune.example",
                "--address",
                "1 place de la Mairie",
                "--address",
                "84999 Rochebrune",
                "--hours",
                "Du lundi au vendredi, de 9 h à 17 h",
                "--court",
                "Tribunal administratif de Nîmes, 16 avenue Feuchères, 30000 Nîmes",
                "--service",
                "mairie",
                "--service-name",
                "Mairie",
            ],
            None,
        )?;
        let accounts: Result<Vec<Account>> = (0..agents).map(|number| self.agent(number)).collect();
        let accounts = accounts?;
        let first = accounts.first().context("no agent")?;
        for file in procedures()? {
            self.published(&self.in_one_service(&file)?, &first.email)?;
        }
        Ok(accounts)
    }

    /// Publishes a procedure of the bench itself.
    pub fn publish(&self, name: &str, text: &str, account: &Account) -> Result<()> {
        let file = self.folder().join(name);
        std::fs::write(&file, text)?;
        self.published(&file, &account.email)
    }

    fn published(&self, file: &Path, confirmed_by: &str) -> Result<()> {
        let file = file.to_str().context("a path that is no text")?;
        let confirmed = ["--confirmed-by", confirmed_by, file];
        let publish = ["procedure", "publish", "--organisation", SLUG];
        self.run(&[publish.as_slice(), &confirmed].concat(), None)?;
        Ok(())
    }

    fn agent(&self, number: usize) -> Result<Account> {
        const NAMES: [(&str, &str); 3] = [
            ("Claire", "Vasseur"),
            ("Idriss", "Benali"),
            ("Solène", "Le Goff"),
        ];
        let (first, last) = NAMES[number % NAMES.len()];
        let account = Account {
            email: format!("agent{number}@rochebrune.example"),
            password: format!("quatre chevaux {number} sous la pluie"),
        };
        self.run(
            &[
                "admin",
                "create-agent",
                "--organisation",
                SLUG,
                "--email",
                &account.email,
                "--first-name",
                first,
                "--last-name",
                last,
                "--quality",
                "Officière de l’état civil",
                "--delegation",
                "arrêté n° 2026-12",
                "--group",
                "mairie",
                "--administrator",
            ],
            Some(&account.password),
        )?;
        Ok(account)
    }

    /// A copy of a procedure, for a commune that has one service, and whose pieces may be large.
    fn in_one_service(&self, file: &Path) -> Result<PathBuf> {
        let source = std::fs::read_to_string(file)?;
        let (mut text, mut routes) = (Vec::new(), false);
        for line in source.lines() {
            // With one group there is nothing to route.
            routes = line == "routing:" || (routes && line.starts_with("  - "));
            if routes {
                continue;
            }
            text.push(match line.trim_start().split_once(": ") {
                Some((key @ ("service" | "group"), _)) if !line.starts_with(' ') => {
                    format!("{key}: mairie")
                }
                Some(("max_size", _)) => line.replace("10 MB", "200 MB"),
                _ => line.to_owned(),
            });
        }
        let copy = self
            .folder()
            .join(file.file_name().context("a file without name")?);
        std::fs::write(&copy, text.join("\n"))?;
        Ok(copy)
    }

    /// Starts the server and waits until it is ready.
    pub fn serve(&self) -> Result<Server> {
        let began = Instant::now();
        let log = File::options()
            .create(true)
            .append(true)
            .open(self.folder().join("server.log"))?;
        let mut child = self
            .command(&["serve"])
            .stdout(Stdio::piped())
            .stderr(log)
            .stdin(Stdio::null())
            .spawn()
            .context(BINARY)?;
        cleanup::server(child.id());
        let stdout = child.stdout.take().context("no standard output")?;
        let address = listening(BufReader::new(stdout));
        let mut server = Server {
            child,
            address: SocketAddr::from(([127, 0, 0, 1], 0)),
            ready_after: Duration::ZERO,
        };
        server.address = address.with_context(|| self.log())?;
        server.wait_until_ready(began)?;
        server.ready_after = began.elapsed();
        Ok(server)
    }

    /// What the server said on its error stream.
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.folder().join("server.log")).unwrap_or_default()
    }

    /// The failures that the server told.
    pub fn failures(&self) -> Vec<String> {
        let log = self.log();
        let told = log
            .lines()
            .filter(|line| line.contains("ERROR") || line.contains("panicked"));
        told.map(str::to_owned).collect()
    }
}

/// The procedures of the project.
fn procedures() -> Result<Vec<PathBuf>> {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/../../procedures");
    let mut files = Vec::new();
    for entry in std::fs::read_dir(folder)? {
        let path = entry?.path();
        if path.extension().is_some_and(|ending| ending == "yaml") {
            files.push(path);
        }
    }
    files.sort();
    Ok(files)
}

/// The address that the server says.
fn listening(mut stdout: BufReader<std::process::ChildStdout>) -> Result<SocketAddr> {
    let mut line = String::new();
    while stdout.read_line(&mut line)? > 0 {
        if let Some((_, address)) = line.split_once("http://") {
            let address = address.trim().parse()?;
            // Whatever it says later must go somewhere.
            std::thread::spawn(move || std::io::copy(&mut stdout, &mut std::io::sink()));
            return Ok(address);
        }
        line.clear();
    }
    bail!("the server stopped before it listened")
}

fn bytes_of(folder: &Path) -> u64 {
    let entries = std::fs::read_dir(folder).into_iter().flatten().flatten();
    let sizes = entries.map(|entry| match entry.metadata() {
        Ok(known) if known.is_dir() => bytes_of(&entry.path()),
        Ok(known) => known.len(),
        Err(_) => 0,
    });
    sizes.sum()
}

/// A running server. Stopped when dropped.
pub struct Server {
    child: Child,
    /// Where it listens.
    pub address: SocketAddr,
    /// How long it took from the command to the first answer of `/health/ready`.
    pub ready_after: Duration,
}

impl Server {
    /// Its process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }

    fn wait_until_ready(&self, began: Instant) -> Result<()> {
        while began.elapsed() < PATIENCE {
            if is_ready(self.address) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(2));
        }
        bail!("not ready in {PATIENCE:?}")
    }

    /// Asks it to stop, and waits.
    pub fn stop(mut self) -> Result<()> {
        let asked = cleanup::ask_to_stop(self.pid())?;
        ensure!(asked.success(), "the server cannot be asked to stop");
        let began = Instant::now();
        while began.elapsed() < PATIENCE {
            if let Some(status) = self.child.try_wait()? {
                ensure!(status.success(), "the server stopped badly: {status}");
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(10));
        }
        bail!("the server does not stop")
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        if matches!(self.child.try_wait(), Ok(None)) {
            let _ = self.child.kill();
            let _ = self.child.wait();
        }
        cleanup::server_ended(self.pid());
    }
}

fn is_ready(address: SocketAddr) -> bool {
    use std::io::{Read, Write};
    let Ok(mut stream) = std::net::TcpStream::connect(address) else {
        return false;
    };
    let _ = stream.set_read_timeout(Some(Duration::from_secs(5)));
    let request =
        format!("GET /health/ready HTTP/1.1\r\nhost: {address}\r\nconnection: close\r\n\r\n");
    let mut answer = String::new();
    stream.write_all(request.as_bytes()).is_ok()
        && stream.read_to_string(&mut answer).is_ok()
        && answer.starts_with("HTTP/1.1 200")
}
