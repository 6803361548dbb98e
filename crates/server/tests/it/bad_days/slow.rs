//! Thousands of clients that send one byte at a time.

use std::io::{Read, Write};
use std::net::TcpStream;
use std::time::{Duration, Instant};

use parvis_testkit::bad_day;

use crate::process::{PATIENCE, Server, folder, parvis};

/// As many as the issue of a bad day, if this machine lets one program open so many files.
const MANY: usize = 5_000;
/// Bytes of memory at most that all of them may cost: some forty kilobytes each.
const MOST: usize = 200 << 20;

/// How many connections this process, and the server after it, may hold.
fn as_many_as_possible() -> usize {
    let limits = std::fs::read_to_string("/proc/self/limits").unwrap();
    let line = limits
        .lines()
        .find(|line| line.starts_with("Max open files"));
    let soft = line.and_then(|line| line.split_whitespace().nth(3));
    let soft = soft
        .and_then(|soft| soft.parse().ok())
        .unwrap_or(MANY + 500);
    MANY.min(soft - 400)
}

#[test]
fn thousands_of_slow_clients_cost_little_and_nobody_else_waits() {
    let (_folder, data) = folder();
    let mut command = parvis(&data);
    command.env("PARVIS_CONNECTIONS", (MANY + 100).to_string());
    let server = Server::of(command, &[]);
    server.get("/health/ready");
    let before = server.resident();
    let count = as_many_as_possible();
    let request = b"GET /health/live HTTP/1.1\r\nHost: a\r\nX-Slow: aaaaaaaaaaaaaaaa";
    let mut slow: Vec<TcpStream> = (0..count)
        .map(|_| TcpStream::connect(server.address).unwrap())
        .collect();
    let began = Instant::now();
    let mut longest = Duration::ZERO;
    for byte in &request[..12] {
        for stream in &mut slow {
            stream.write_all(&[*byte]).unwrap();
        }
        let asked = Instant::now();
        let answer = server.get("/health/ready");
        assert!(answer.starts_with("HTTP/1.1 200"), "{answer}");
        longest = longest.max(asked.elapsed());
    }
    let grown = server.resident().saturating_sub(before);
    assert!(grown < MOST, "memory grew by {grown} bytes");
    assert!(
        longest < Duration::from_secs(10),
        "somebody waited {longest:?}"
    );
    // The server leaves them; they never have to say that they end.
    let mut last = slow.pop().unwrap();
    last.set_read_timeout(Some(PATIENCE)).unwrap();
    let mut nothing = Vec::new();
    let _ = last.read_to_end(&mut nothing);
    let left = began.elapsed();
    drop(slow);
    assert!(left < PATIENCE, "they are kept for {left:?}");
    bad_day(
        "5,000 connections that each send one byte at a time",
        &format!(
            "{count} connections: memory grows by {} MB, somebody else waits {} ms at most, and the server leaves them after {} s",
            grown >> 20,
            longest.as_millis(),
            left.as_secs()
        ),
    );
}
