//! Where a request comes from, behind proxies that we trust.

use std::net::IpAddr;

use parvis_kernel::Network;

/// The address of the person's device: the last one of `X-Forwarded-For` that no trusted proxy has, provided that
/// the connection itself comes from a trusted proxy. Anything else in the header can be invented, and is not read.
#[must_use]
pub fn client_address(peer: IpAddr, forwarded: Option<&str>, trusted: &[Network]) -> IpAddr {
    let is_trusted = |address: IpAddr| trusted.iter().any(|network| network.contains(address));
    let mut known = peer.to_canonical();
    for hop in forwarded.unwrap_or_default().rsplit(',') {
        if !is_trusted(known) {
            break;
        }
        match hop.trim().parse::<IpAddr>() {
            Ok(address) => known = address.to_canonical(),
            Err(_) => break,
        }
    }
    known
}

#[cfg(test)]
mod tests {
    use super::*;

    fn networks(texts: &[&str]) -> Vec<Network> {
        texts.iter().map(|text| text.parse().unwrap()).collect()
    }

    fn client(peer: &str, forwarded: Option<&str>, trusted: &[&str]) -> String {
        client_address(peer.parse().unwrap(), forwarded, &networks(trusted)).to_string()
    }

    #[test]
    fn without_a_trusted_proxy_the_header_is_not_believed() {
        assert_eq!(
            client("203.0.113.9", Some("198.51.100.1"), &[]),
            "203.0.113.9"
        );
        assert_eq!(
            client("203.0.113.9", Some("198.51.100.1"), &["10.0.0.0/8"]),
            "203.0.113.9"
        );
    }

    #[test]
    fn the_last_address_that_no_proxy_has_is_the_client() {
        let trusted = ["127.0.0.1", "10.0.0.0/8", "::1"];
        assert_eq!(
            client("127.0.0.1", Some("198.51.100.1"), &trusted),
            "198.51.100.1"
        );
        assert_eq!(
            client("::1", Some("6.6.6.6, 198.51.100.1, 10.1.2.3"), &trusted),
            "198.51.100.1"
        );
        assert_eq!(
            client("127.0.0.1", Some("198.51.100.1, nonsense"), &trusted),
            "127.0.0.1"
        );
        assert_eq!(client("127.0.0.1", None, &trusted), "127.0.0.1");
    }

    #[test]
    fn an_address_of_version_4_written_in_version_6_is_the_same() {
        assert_eq!(
            client("::ffff:127.0.0.1", Some("2001:db8::1"), &["127.0.0.1"]),
            "2001:db8::1"
        );
    }
}
