//! A device that holds passkeys, in software: what a telephone and its browser do between the page and the answer.

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use p256::ecdsa::signature::Signer;
use p256::ecdsa::{Signature, SigningKey};
use serde_json::{Value, json};
use sha2::{Digest, Sha256};

/// Somebody touched it.
const PRESENT: u8 = 0x01;
/// It checked who: a code, a finger, a face.
const VERIFIED: u8 = 0x04;
/// A new key follows.
const WITH_KEY: u8 = 0x40;

/// A device with its passkeys. A clone is a copy of the keys: what a counter is there to notice.
#[derive(Clone, Default)]
pub struct Authenticator {
    keys: Vec<Key>,
    /// Whether it answers without checking who holds it.
    pub careless: bool,
    /// The site for which it answers, whatever it was asked for.
    pub site: Option<String>,
}

#[derive(Clone)]
struct Key {
    id: Vec<u8>,
    site: String,
    person: Vec<u8>,
    secret: SigningKey,
    counter: u32,
}

impl Authenticator {
    /// Makes a passkey as the options of a page ask (`navigator.credentials.create`), shown at an origin; what the browser sends back.
    ///
    /// # Panics
    ///
    /// When the options are not those of a new passkey.
    pub fn make(&mut self, options: &str, origin: &str) -> String {
        let asked = &read(options);
        let key = Key {
            id: drawn::<32>().to_vec(),
            site: text(at(asked, "/rp/id")).to_owned(),
            person: decoded(at(asked, "/user/id")),
            secret: SigningKey::from_slice(&drawn::<32>()).expect("a scalar of the curve"),
            counter: 1,
        };
        let data = [self.said(&key, WITH_KEY), described(&key)].concat();
        let answer = answer(
            &key,
            json!({
                "clientDataJSON": encoded(&client("webauthn.create", asked, origin)),
                "attestationObject": encoded(&unattested(&data)),
            }),
        );
        self.keys.push(key);
        answer
    }

    /// Proves that it holds a passkey (`navigator.credentials.get`): the first that the site accepts.
    ///
    /// # Panics
    ///
    /// When the options are not those of a proof, or no passkey answers them.
    pub fn prove(&mut self, options: &str, origin: &str) -> String {
        let asked = &read(options);
        let allowed: Vec<Vec<u8>> = asked
            .get("allowCredentials")
            .and_then(Value::as_array)
            .map(|all| all.iter().map(|one| decoded(at(one, "/id"))).collect())
            .unwrap_or_default();
        let key = self.keys.iter_mut().find(|key| {
            key.site == text(at(asked, "/rpId"))
                && (allowed.is_empty() || allowed.contains(&key.id))
        });
        let key = key.expect("a passkey of this site");
        key.counter += 1;
        let key = key.clone();
        let client = client("webauthn.get", asked, origin);
        let data = self.said(&key, 0);
        let signed = [data.as_slice(), &Sha256::digest(&client)].concat();
        let signature: Signature = key.secret.sign(&signed);
        answer(
            &key,
            json!({
                "clientDataJSON": encoded(&client),
                "authenticatorData": encoded(&data),
                "signature": encoded(signature.to_der().as_bytes()),
                "userHandle": encoded(&key.person),
            }),
        )
    }

    /// What it says of itself and of the key: site, flags, counter.
    fn said(&self, key: &Key, flags: u8) -> Vec<u8> {
        let site = self.site.as_ref().unwrap_or(&key.site);
        let flags = flags | PRESENT | if self.careless { 0 } else { VERIFIED };
        let counter = key.counter.to_be_bytes();
        [Sha256::digest(site).as_slice(), &[flags], &counter].concat()
    }
}

/// The key, as it is told once: no make of device, its identifier, its public half (COSE, ES256).
fn described(key: &Key) -> Vec<u8> {
    let point = key.secret.verifying_key().to_sec1_point(false);
    let (x, y) = (point.x().expect("a point"), point.y().expect("a point"));
    let length = u16::try_from(key.id.len()).expect("a short identifier");
    [
        &[0; 16],
        length.to_be_bytes().as_slice(),
        &key.id,
        &[0xa5, 0x01, 0x02, 0x03, 0x26, 0x20, 0x01, 0x21, 0x58, 0x20],
        x.as_slice(),
        &[0x22, 0x58, 0x20],
        y.as_slice(),
    ]
    .concat()
}

/// `{"fmt": "none", "attStmt": {}, "authData": …}` in CBOR.
fn unattested(data: &[u8]) -> Vec<u8> {
    let length = u8::try_from(data.len()).expect("below 256 bytes");
    [
        b"\xa3\x63fmt\x64none\x67attStmt\xa0\x68authData\x58".as_slice(),
        &[length],
        data,
    ]
    .concat()
}

/// What the browser says that it did.
fn client(kind: &str, asked: &Value, origin: &str) -> Vec<u8> {
    let challenge = text(at(asked, "/challenge"));
    json!({ "type": kind, "challenge": challenge, "origin": origin, "crossOrigin": false })
        .to_string()
        .into_bytes()
}

fn answer(key: &Key, response: Value) -> String {
    let id = encoded(&key.id);
    json!({ "id": id, "rawId": id, "type": "public-key", "response": response, "extensions": {} })
        .to_string()
}

fn read(options: &str) -> Value {
    let options: Value = serde_json::from_str(options).expect("the options of a page");
    at(&options, "/publicKey").clone()
}

fn at<'a>(value: &'a Value, place: &str) -> &'a Value {
    value.pointer(place).unwrap_or_else(|| panic!("no {place}"))
}

fn text(value: &Value) -> &str {
    value.as_str().expect("a text")
}

fn encoded(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

fn decoded(value: &Value) -> Vec<u8> {
    URL_SAFE_NO_PAD.decode(text(value)).expect("base64url")
}

fn drawn<const N: usize>() -> [u8; N] {
    let mut bytes = [0; N];
    getrandom::fill(&mut bytes).expect("some randomness");
    bytes
}
