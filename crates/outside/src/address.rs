//! To which addresses the house sends: never to one that only the machine, its network or its host can reach.

use std::net::{IpAddr, Ipv4Addr, Ipv6Addr};

use parvis_kernel::Network;
use url::{Host, Url};

/// Characters at most of an address.
const LONGEST: usize = 2_000;

/// To what the house sends.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Policy {
    /// This machine too, without encryption: a demonstration, a test. Never anything else around the house.
    pub loopback: bool,
    /// Networks around the house to which whoever operates it lets it speak, encrypted: those of an inner directory.
    pub networks: &'static [Network],
}

impl Policy {
    /// Whether the house speaks to an address.
    #[must_use]
    pub fn allows(&self, address: IpAddr) -> bool {
        is_public(address)
            || (self.loopback && address.is_loopback())
            || self.networks.iter().any(|own| own.contains(address))
    }
}

/// Why nothing is sent to an address.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AddressProblem {
    /// It is no address, too long, or carries an account or a fragment.
    Malformed,
    /// It is not encrypted.
    NotHttps,
    /// It leads into the house, or to nobody.
    Private,
}

/// Reads an address and says whether the house sends to it; names are looked up when something is sent.
///
/// Only this machine is spoken to without encryption, where the policy lets it.
///
/// # Errors
/// Why nothing is sent to it.
pub fn check(text: &str, policy: Policy) -> Result<Url, AddressProblem> {
    let plain = text.len() <= LONGEST && !text.chars().any(|sign| sign.is_control() || sign == ' ');
    let url = Url::parse(text).ok().filter(|_| plain);
    let url = url.ok_or(AddressProblem::Malformed)?;
    let account = !url.username().is_empty() || url.password().is_some();
    if account || url.fragment().is_some() || !matches!(url.scheme(), "http" | "https") {
        return Err(AddressProblem::Malformed);
    }
    let address = match url.host().ok_or(AddressProblem::Malformed)? {
        Host::Ipv4(address) => Some(IpAddr::V4(address)),
        Host::Ipv6(address) => Some(IpAddr::V6(address)),
        Host::Domain(name) => domain(name, policy)?,
    };
    let own = policy.loopback && address.is_some_and(|address| address.is_loopback());
    if own {
        return Ok(url);
    }
    if address.is_some_and(|address| !policy.allows(address)) {
        return Err(AddressProblem::Private);
    }
    match url.scheme() {
        "https" => Ok(url),
        _ => Err(AddressProblem::NotHttps),
    }
}

/// The address of a name that means this machine everywhere (RFC 6761 § 6.3); none for a name to look up.
fn domain(name: &str, policy: Policy) -> Result<Option<IpAddr>, AddressProblem> {
    let name = name.trim_end_matches('.').to_ascii_lowercase();
    if name == "localhost" || name.ends_with(".localhost") {
        return Ok(Some(IpAddr::V4(Ipv4Addr::LOCALHOST)));
    }
    // A name without a dot is one of the network around the house.
    match name.contains('.') || !policy.networks.is_empty() {
        true => Ok(None),
        false => Err(AddressProblem::Private),
    }
}

/// Whether an address is somebody's on the public Internet, by the registers of special addresses of IANA (RFC 6890).
#[must_use]
pub fn is_public(address: IpAddr) -> bool {
    match address {
        IpAddr::V4(address) => is_public_v4(address),
        IpAddr::V6(address) => is_public_v6(address),
    }
}

/// Networks of IPv4 that are nobody's on the Internet.
const SPECIAL_V4: [([u8; 4], u32); 16] = [
    ([0, 0, 0, 0], 8),
    ([10, 0, 0, 0], 8),
    ([100, 64, 0, 0], 10),
    ([127, 0, 0, 0], 8),
    // Link-local, where the metadata of most hosts answer.
    ([169, 254, 0, 0], 16),
    ([172, 16, 0, 0], 12),
    ([192, 0, 0, 0], 24),
    ([192, 0, 2, 0], 24),
    ([192, 88, 99, 0], 24),
    ([192, 168, 0, 0], 16),
    ([198, 18, 0, 0], 15),
    ([198, 51, 100, 0], 24),
    ([203, 0, 113, 0], 24),
    ([224, 0, 0, 0], 4),
    ([240, 0, 0, 0], 4),
    // A public address at which one large host answers its machines: their metadata and their agent.
    ([168, 63, 129, 16], 32),
];

fn is_public_v4(address: Ipv4Addr) -> bool {
    let own = u32::from(address);
    !SPECIAL_V4.iter().any(|(network, length)| {
        let network = u32::from(Ipv4Addr::from(*network));
        (own ^ network) >> (32 - length) == 0
    })
}

/// Networks of IPv6 inside 2000::/3 that are nobody's on the Internet, or that lead to an address of IPv4.
const SPECIAL_V6: [(u128, u32); 4] = [
    (0x2001_0000_0000_0000_0000_0000_0000_0000, 23),
    (0x2001_0db8_0000_0000_0000_0000_0000_0000, 32),
    (0x2002_0000_0000_0000_0000_0000_0000_0000, 16),
    (0x3fff_0000_0000_0000_0000_0000_0000_0000, 20),
];

/// Everything outside 2000::/3 is refused: loopback, link-local, unique local, multicast, IPv4 written as IPv6, NAT64.
fn is_public_v6(address: Ipv6Addr) -> bool {
    let own = u128::from(address);
    let special = SPECIAL_V6
        .iter()
        .any(|(network, length)| (own ^ network) >> (128 - length) == 0);
    own >> 125 == 1 && !special
}

#[cfg(test)]
mod tests {
    use super::*;

    const STRICT: Policy = Policy {
        loopback: false,
        networks: &[],
    };
    const LOOPBACK: Policy = Policy {
        loopback: true,
        networks: &[],
    };

    #[test]
    fn addresses_that_are_nobodys_on_the_internet_are_refused() {
        let refused = [
            "0.0.0.0",
            "10.1.2.3",
            "100.64.0.1",
            "100.100.100.200",
            "127.0.0.1",
            "127.255.255.254",
            "169.254.169.254",
            "172.16.0.1",
            "172.31.255.255",
            "192.0.0.192",
            "192.0.2.1",
            "192.88.99.1",
            "192.168.1.1",
            "198.18.0.1",
            "198.19.255.255",
            "198.51.100.7",
            "203.0.113.9",
            "224.0.0.1",
            "239.255.255.255",
            "240.0.0.1",
            "255.255.255.255",
            "168.63.129.16",
            "::",
            "::1",
            "::ffff:127.0.0.1",
            "::ffff:10.0.0.1",
            "::ffff:8.8.8.8",
            "::127.0.0.1",
            "64:ff9b::7f00:1",
            "64:ff9b:1::1",
            "100::1",
            "fc00::1",
            "fd00:ec2::254",
            "fe80::1",
            "fec0::1",
            "ff02::1",
            "2001::1",
            "2001:2::1",
            "2001:20::1",
            "2001:db8::1",
            "2002:7f00:1::",
            "3fff::1",
            "5f00::1",
        ];
        for text in refused {
            assert!(!is_public(text.parse().unwrap()), "{text}");
        }
        let public = [
            "1.1.1.1",
            "9.255.255.255",
            "11.0.0.0",
            "100.63.255.255",
            "100.128.0.0",
            "172.15.0.1",
            "172.32.0.1",
            "192.0.1.1",
            "198.17.0.1",
            "198.20.0.1",
            "223.255.255.255",
            "168.63.129.17",
            "2001:4860:4860::8888",
            "2606:4700::1111",
            "2a01:e0a::1",
        ];
        for text in public {
            assert!(is_public(text.parse().unwrap()), "{text}");
        }
    }

    #[test]
    fn an_address_is_read_before_anything_is_sent_to_it() {
        use AddressProblem::{Malformed, NotHttps, Private};
        let cases = [
            ("https://exemple.fr/parvis", Ok(())),
            ("https://exemple.fr:8443/parvis?de=a", Ok(())),
            ("http://exemple.fr/", Err(NotHttps)),
            ("https://moi:secret@exemple.fr/", Err(Malformed)),
            ("https://exemple.fr/#ici", Err(Malformed)),
            ("ftp://exemple.fr/", Err(Malformed)),
            ("file:///etc/passwd", Err(Malformed)),
            ("exemple.fr", Err(Malformed)),
            ("", Err(Malformed)),
            ("https://exemple.fr/a b", Err(Malformed)),
            ("https://127.0.0.1/", Err(Private)),
            ("https://localhost/", Err(Private)),
            ("https://LOCALHOST./", Err(Private)),
            ("https://a.localhost/", Err(Private)),
            ("https://intranet/", Err(Private)),
            // The ways in which an address can be written otherwise.
            ("https://2130706433/", Err(Private)),
            ("https://0x7f.1/", Err(Private)),
            ("https://0177.0.0.1/", Err(Private)),
            ("https://127.1/", Err(Private)),
            ("https://[::1]/", Err(Private)),
            ("https://[::ffff:169.254.169.254]/", Err(Private)),
            ("https://[fd00:ec2::254]/", Err(Private)),
            ("https://①②⑦.0.0.1/", Err(Private)),
            ("http://169.254.169.254/latest/meta-data", Err(Private)),
        ];
        for (text, expected) in cases {
            assert_eq!(check(text, STRICT).map(drop), expected, "{text}");
        }
    }

    #[test]
    fn only_a_demonstration_sends_to_this_machine_and_to_nothing_else_around_it() {
        for text in [
            "http://127.0.0.1:9/",
            "http://[::1]:9/",
            "http://localhost:9/",
        ] {
            assert!(check(text, LOOPBACK).is_ok(), "{text}");
            assert_eq!(check(text, STRICT), Err(AddressProblem::Private), "{text}");
        }
        for text in [
            "http://10.0.0.1/",
            "http://169.254.169.254/",
            "http://0.0.0.0/",
        ] {
            assert_eq!(
                check(text, LOOPBACK),
                Err(AddressProblem::Private),
                "{text}"
            );
        }
        assert_eq!(
            check("http://exemple.fr/", LOOPBACK),
            Err(AddressProblem::NotHttps)
        );
    }

    #[test]
    fn a_network_that_the_operator_names_is_spoken_to_encrypted_and_its_neighbours_are_not() {
        let networks = Vec::leak(vec!["10.1.2.0/24".parse().unwrap()]);
        let policy = Policy {
            loopback: false,
            networks,
        };
        for text in ["https://10.1.2.8/", "https://keycloak/realms/ville"] {
            assert!(check(text, policy).is_ok(), "{text}");
        }
        for (text, problem) in [
            ("http://10.1.2.8/", AddressProblem::NotHttps),
            ("https://10.1.3.8/", AddressProblem::Private),
            ("https://127.0.0.1/", AddressProblem::Private),
            ("https://169.254.169.254/", AddressProblem::Private),
        ] {
            assert_eq!(check(text, policy), Err(problem), "{text}");
        }
    }
}
