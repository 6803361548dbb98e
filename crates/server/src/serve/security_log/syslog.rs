//! Syslog, RFC 5424: the message, and its framing on a stream (RFC 6587, octet counting).

use super::line::Line;

/// Facility 10: messages of security and of authorisation.
const SECURITY: u8 = 10;
const NOTICE: u8 = 5;
const WARNING: u8 = 4;
/// The longest MSGID that the standard allows.
const MSGID: usize = 32;

/// One message of one event: `<PRI>1 TIMESTAMP HOSTNAME APP-NAME PROCID MSGID - JSON`.
pub(super) fn message(line: &Line, host: &str) -> String {
    let severity = if line.is_refusal() { WARNING } else { NOTICE };
    format!(
        "<{priority}>1 {at:.6} {host} parvis {process} {kind} - {json}",
        priority = SECURITY * 8 + severity,
        at = line.at,
        process = std::process::id(),
        kind = word(&line.verb, MSGID),
        json = line.json,
    )
}

/// The same, with its length before it: how a stream tells where each message ends.
pub(super) fn framed(message: &str) -> String {
    format!("{} {message}", message.len())
}

/// The name of this machine as the header takes it; `-` when it has none.
pub(super) fn host() -> String {
    let name = std::fs::read_to_string("/proc/sys/kernel/hostname").unwrap_or_default();
    word(name.trim(), 255)
}

/// A word of printable ASCII, without spaces, of a bounded length; `-` for nothing.
fn word(text: &str, longest: usize) -> String {
    let word: String = text
        .chars()
        .filter(char::is_ascii_graphic)
        .take(longest)
        .collect();
    if word.is_empty() {
        "-".to_owned()
    } else {
        word
    }
}
