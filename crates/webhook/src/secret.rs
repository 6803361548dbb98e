//! What signs messages, as Standard Webhooks asks (<https://www.standardwebhooks.com>): HMAC-SHA256 of `id.timestamp.body`.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use hmac::{Hmac, KeyInit, Mac};
use parvis_kernel::{DeliveryId, Instant, Personal};
use parvis_store::Vault;
use sha2::Sha256;
use zeroize::Zeroizing;

use crate::model::Webhook;
use crate::rules::{OLDER_SECRET, plus};

/// What the written form of a secret begins with.
const PREFIX: &str = "whsec_";

/// A key that signs.
pub(crate) type Key = Zeroizing<[u8; 32]>;

/// The key of one generation of a webhook: derived from the master key, stored nowhere.
fn key(vault: &Vault, webhook: &Webhook, generation: i64) -> Key {
    let context = format!("{}/{}/{generation}", webhook.organisation, webhook.id);
    Zeroizing::new(vault.derive("webhook secret", context.as_bytes()))
}

/// The secret as receivers are given it.
pub(crate) fn written(vault: &Vault, webhook: &Webhook) -> Personal<String> {
    let key = key(vault, webhook, webhook.generation);
    format!("{PREFIX}{}", STANDARD.encode(key.as_slice())).into()
}

/// The keys that sign now: the present one, and the one before it for a day after it was replaced.
pub(crate) fn keys(vault: &Vault, webhook: &Webhook, now: Instant) -> Vec<Key> {
    let older = webhook
        .rotated_at
        .is_some_and(|at| now < plus(at, OLDER_SECRET));
    let generations = [
        Some(webhook.generation),
        older.then(|| webhook.generation - 1),
    ];
    let generations = generations.into_iter().flatten();
    generations
        .map(|generation| key(vault, webhook, generation))
        .collect()
}

/// The header `webhook-signature`: one signature for each key.
pub(crate) fn signatures(keys: &[Key], id: DeliveryId, at: Instant, body: &str) -> String {
    let signed = format!("{id}.{}.{body}", at.as_second());
    let signatures = keys.iter().map(|key| signature(key.as_slice(), &signed));
    let signatures: Vec<String> = signatures.collect();
    signatures.join(" ")
}

#[expect(clippy::expect_used, reason = "HMAC takes a key of any length")]
fn signature(key: &[u8], signed: &str) -> String {
    let mut mac = Hmac::<Sha256>::new_from_slice(key).expect("a key of any length");
    mac.update(signed.as_bytes());
    format!("v1,{}", STANDARD.encode(mac.finalize().into_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_signature_is_the_one_of_the_specification() {
        // The example of the specification: its secret, its message, its signature.
        let secret = STANDARD.decode("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw").unwrap();
        let body = r#"{"test": 2432232314}"#;
        let signed = format!("msg_p5jXN8AQM9LWM0D4loKWxJek.1614265330.{body}");
        let expected = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=";
        assert_eq!(signature(&secret, &signed), expected);
    }

    #[test]
    fn the_older_secret_signs_beside_the_newer_one_for_a_day() {
        let vault = Vault::from_bytes([7; 32]);
        let mut webhook = Webhook {
            organisation: parvis_kernel::OrganisationId::new(),
            id: parvis_kernel::WebhookId::new(),
            name: "Portail".to_owned(),
            url: "https://exemple.fr/".to_owned(),
            events: vec![],
            token: None,
            created_by: None,
            created_at: Instant::UNIX_EPOCH,
            generation: 1,
            rotated_at: None,
            failing_since: None,
            suspended: None,
        };
        let now = Instant::from_second(1_000_000).unwrap();
        let before = keys(&vault, &webhook, now);
        webhook.generation = 2;
        webhook.rotated_at = Some(now);
        let during = keys(&vault, &webhook, now);
        let after = keys(&vault, &webhook, plus(now, OLDER_SECRET));
        assert_eq!((before.len(), during.len(), after.len()), (1, 2, 1));
        assert!(before[0] == during[1] && during[0] == after[0] && during[0] != during[1]);
    }
}
