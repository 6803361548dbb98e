//! Where a request comes from, behind proxies that we trust.

use std::net::IpAddr;
use std::str::FromStr;

/// A network, `192.0.2.0/24` or a single address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Network {
    address: IpAddr,
    bits: u8,
}

/// A text that is not a network.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{0:?} is not a network such as 127.0.0.1 or 10.0.0.0/8")]
pub struct NetworkError(String);

impl Network {
    /// Whether an address belongs to it.
    #[must_use]
    pub fn contains(&self, address: IpAddr) -> bool {
        match (self.address, address.to_canonical()) {
            (IpAddr::V4(own), IpAddr::V4(other)) => {
                same_prefix(own.to_bits().into(), other.to_bits().into(), self.bits, 32)
            }
            (IpAddr::V6(own), IpAddr::V6(other)) => {
                same_prefix(own.to_bits(), other.to_bits(), self.bits, 128)
            }
            _ => false,
        }
    }
}

fn same_prefix(one: u128, other: u128, bits: u8, width: u8) -> bool {
    let ignored = u32::from(width - bits.min(width));
    one.checked_shr(ignored).unwrap_or(0) == other.checked_shr(ignored).unwrap_or(0)
}

impl FromStr for Network {
    type Err = NetworkError;

    fn from_str(text: &str) -> Result<Self, NetworkError> {
        let refused = || NetworkError(text.to_owned());
        let (address, bits) = match text.split_once('/') {
            Some((address, bits)) => (address, Some(bits)),
            None => (text, None),
        };
        let address: IpAddr = address.trim().parse().map_err(|_| refused())?;
        let width = if address.is_ipv4() { 32 } else { 128 };
        let bits = match bits {
            Some(bits) => bits.trim().parse().map_err(|_| refused())?,
            None => width,
        };
        if bits > width {
            return Err(refused());
        }
        Ok(Self { address, bits })
    }
}

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

    #[test]
    fn a_malformed_network_is_refused() {
        for wrong in ["", "a", "10.0.0.0/33", "10.0.0.0/x", "::/129"] {
            assert!(wrong.parse::<Network>().is_err(), "{wrong}");
        }
        assert!(
            "0.0.0.0/0"
                .parse::<Network>()
                .unwrap()
                .contains("8.8.8.8".parse().unwrap())
        );
    }
}
