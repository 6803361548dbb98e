//! What a message says, and that it is signed as Standard Webhooks asks: computed here by other means.

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use parvis_kernel::{DossierId, WebhookId};
use parvis_webhook::State;
use sha2::{Digest, Sha256};

use crate::ground::{Town, in_towns, number, seconds};
use crate::receiver::Heard;

/// HMAC written from RFC 2104, without the library that the house signs with.
fn hmac(secret: &[u8], message: &[u8]) -> Vec<u8> {
    let mut key = [0_u8; 64];
    key[..secret.len()].copy_from_slice(secret);
    let padded = |mask: u8| key.map(|byte| byte ^ mask);
    let inner = Sha256::new()
        .chain_update(padded(0x36))
        .chain_update(message);
    let outer = Sha256::new()
        .chain_update(padded(0x5c))
        .chain_update(inner.finalize());
    outer.finalize().to_vec()
}

fn secret(town: &Town, id: WebhookId) -> String {
    let ctx = town.ctx();
    let read = town.test.store.read_blocking(move |tx| {
        let webhook = parvis_webhook::find(&ctx, tx, id)?;
        Ok::<_, parvis_webhook::WebhookError>(parvis_webhook::secret(tx, &webhook))
    });
    read.unwrap().into_inner()
}

/// The signature that a secret makes of what was heard.
fn expected(secret: &str, heard: &Heard) -> String {
    let key = STANDARD
        .decode(secret.strip_prefix("whsec_").unwrap())
        .unwrap();
    let mut signed = format!("{}.{}.", heard.id(), heard.header("webhook-timestamp")).into_bytes();
    signed.extend_from_slice(&heard.bytes);
    format!("v1,{}", STANDARD.encode(hmac(&key, &signed)))
}

#[test]
fn a_message_is_signed_and_says_identifiers_only() {
    in_towns(|town| {
        let id = town.webhook();
        let dossier = DossierId::new();
        let at = town.ctx().now;
        town.happens(dossier, "submitted");
        assert_eq!(town.work(), 1);
        let heard = town.receiver.heard();
        assert_eq!(heard.len(), 1);
        let number = number(dossier.uuid());
        let said = serde_json::json!({
            "type": "dossier.submitted",
            "timestamp": at.to_string(),
            "data": {
                "id": dossier,
                "number": number,
                "procedure": "acte-naissance",
                "url": format!("https://rochebrune.example/api/v1/dossiers/{number}"),
            },
        });
        assert_eq!(heard[0].body, said);
        assert_eq!(heard[0].header("content-type"), "application/json");
        assert_eq!(
            heard[0].header("webhook-timestamp"),
            seconds(town.ctx().now).to_string()
        );
        assert_eq!(
            heard[0].header("webhook-signature"),
            expected(&secret(town, id), &heard[0])
        );
        let kept = town.deliveries(id);
        assert_eq!(
            (kept.len(), kept[0].state(), kept[0].status),
            (1, State::Delivered, Some(204))
        );
        assert_eq!(kept[0].id.to_string(), heard[0].id());
        // The exchange of data leaves its trace.
        let organisation = town.ctx.organisation;
        let traces = town.test.store.read_blocking(move |tx| {
            parvis_journal::consultations(
                tx,
                organisation,
                parvis_journal::Subject::dossier(dossier),
            )
        });
        let verbs: Vec<String> = traces
            .unwrap()
            .into_iter()
            .map(|entry| entry.verb)
            .collect();
        assert_eq!(verbs, ["webhook.delivered"]);
    });
}

#[test]
fn a_replaced_secret_signs_beside_the_new_one_for_a_day() {
    in_towns(|town| {
        let id = town.webhook();
        let older = secret(town, id);
        let ctx = town.ctx();
        let replaced = town
            .test
            .store
            .write_blocking(move |tx| parvis_webhook::rotate(&ctx, tx, id));
        replaced.unwrap();
        let newer = secret(town, id);
        assert_ne!(older, newer);
        town.happens(DossierId::new(), "submitted");
        town.work();
        town.later(std::time::Duration::from_secs(24 * 3600));
        town.happens(DossierId::new(), "submitted");
        town.work();
        let heard = town.receiver.heard();
        let both = format!(
            "{} {}",
            expected(&newer, &heard[0]),
            expected(&older, &heard[0])
        );
        assert_eq!(heard[0].header("webhook-signature"), both);
        assert_eq!(
            heard[1].header("webhook-signature"),
            expected(&newer, &heard[1])
        );
    });
}
