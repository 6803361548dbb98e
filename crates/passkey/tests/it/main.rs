//! Ceremonies with a device in software: what proves who somebody is, and what does not.
#![expect(
    clippy::unwrap_used,
    reason = "a test that cannot prepare its ground fails"
)]

use base64::Engine;
use base64::engine::general_purpose::URL_SAFE_NO_PAD;
use parvis_passkey::{Begun, Claim, Credential, LONGEST, PasskeyError, Person, RelyingParty};
use parvis_testkit::Authenticator;
use uuid::Uuid;

const HERE: &str = "https://demarches.ville.fr";
const ELSEWHERE: &str = "https://demarches.vi11e.fr";
const ZOE: Uuid = Uuid::from_u128(7);

fn party(address: &str) -> RelyingParty {
    RelyingParty::at(address, "Ville").unwrap()
}

fn asked_new(party: &RelyingParty) -> Begun {
    let person = Person {
        id: ZOE,
        name: "zoe@exemple.fr",
    };
    party.ask_new(person, &[]).unwrap()
}

/// A device with one passkey of the site, and what the site keeps of it.
fn registered() -> (RelyingParty, Authenticator, Credential) {
    let (party, mut device) = (party(HERE), Authenticator::default());
    let begun = asked_new(&party);
    let answer = device.make(&begun.options, HERE);
    let made = party.made(&begun.state, &answer).unwrap();
    (party, device, made)
}

#[test]
fn a_passkey_proves_again_and_again_who_made_it() {
    let (party, mut device, mut known) = registered();
    for _ in 0..3 {
        let begun = party.ask(&[]).unwrap();
        let answer = device.prove(&begun.options, HERE);
        let claim = Claim::of(&answer).unwrap();
        assert_eq!(claim.person, Some(ZOE));
        assert_eq!(claim.credential, known.id());
        // As it is kept between two visits.
        let kept = Credential::from_bytes(&known.to_bytes().unwrap()).unwrap();
        known = party.proved(&begun.state, &kept, &answer).unwrap();
    }
}

#[test]
fn the_device_is_asked_to_check_the_person_and_to_find_the_passkey_by_itself() {
    let (party, _, known) = registered();
    let new: serde_json::Value = serde_json::from_str(&asked_new(&party).options).unwrap();
    let selection = &new["publicKey"]["authenticatorSelection"];
    assert_eq!(selection["residentKey"], "required");
    assert_eq!(selection["requireResidentKey"], true);
    assert_eq!(selection["userVerification"], "required");
    assert_eq!(new["publicKey"]["attestation"], "none");
    assert_eq!(new["publicKey"]["rp"]["id"], "demarches.ville.fr");
    let asked: serde_json::Value = serde_json::from_str(&party.ask(&[]).unwrap().options).unwrap();
    assert_eq!(asked["publicKey"]["userVerification"], "required");
    assert_eq!(asked["publicKey"]["timeout"], 300_000);
    assert_eq!(
        asked["publicKey"]["allowCredentials"],
        serde_json::json!([])
    );
    assert!(asked.get("mediation").is_none());
    let one: serde_json::Value =
        serde_json::from_str(&party.ask(&[known]).unwrap().options).unwrap();
    assert_eq!(
        one["publicKey"]["allowCredentials"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

#[test]
fn an_answer_given_to_another_site_proves_nothing_here() {
    let (party, mut device, known) = registered();
    // A page of another origin that relays what was asked here.
    let begun = party.ask(&[]).unwrap();
    for origin in [
        ELSEWHERE,
        "http://demarches.ville.fr",
        "https://demarches.ville.fr:8443",
        "https://www.demarches.ville.fr",
    ] {
        let answer = device.prove(&begun.options, origin);
        let refused = party.proved(&begun.state, &known, &answer).unwrap_err();
        assert!(matches!(refused, PasskeyError::Elsewhere), "{refused}");
        let new = asked_new(&party);
        let answer = Authenticator::default().make(&new.options, origin);
        let refused = party.made(&new.state, &answer).unwrap_err();
        assert!(matches!(refused, PasskeyError::Elsewhere), "{refused}");
    }
    // The right origin, and a device that answers for another site.
    device.site = Some("vi11e.fr".to_owned());
    let answer = device.prove(&begun.options, HERE);
    let refused = party.proved(&begun.state, &known, &answer).unwrap_err();
    assert!(matches!(refused, PasskeyError::Elsewhere), "{refused}");
}

#[test]
fn an_answer_to_another_question_proves_nothing() {
    let (party, mut device, known) = registered();
    let (first, second) = (party.ask(&[]).unwrap(), party.ask(&[]).unwrap());
    let answer = device.prove(&first.options, HERE);
    let refused = party.proved(&second.state, &known, &answer).unwrap_err();
    assert!(matches!(refused, PasskeyError::Refused(_)), "{refused}");
}

#[test]
fn a_device_that_did_not_check_the_person_is_refused() {
    let (party, mut device, known) = registered();
    device.careless = true;
    let begun = party.ask(&[]).unwrap();
    let answer = device.prove(&begun.options, HERE);
    let refused = party.proved(&begun.state, &known, &answer).unwrap_err();
    assert!(matches!(refused, PasskeyError::NotVerified), "{refused}");
    let new = asked_new(&party);
    let answer = device.make(&new.options, HERE);
    let refused = party.made(&new.state, &answer).unwrap_err();
    assert!(matches!(refused, PasskeyError::NotVerified), "{refused}");
}

#[test]
fn a_copy_of_a_passkey_is_noticed_by_its_counter() {
    let (party, mut device, known) = registered();
    let mut copy = device.clone();
    let prove = |device: &mut Authenticator, known: &Credential| {
        let begun = party.ask(&[]).unwrap();
        let answer = device.prove(&begun.options, HERE);
        party.proved(&begun.state, known, &answer)
    };
    let known = prove(&mut device, &known).unwrap();
    let refused = prove(&mut copy, &known).unwrap_err();
    assert!(matches!(refused, PasskeyError::WentBack), "{refused}");
}

#[test]
fn the_signature_is_that_of_the_passkey_that_is_claimed() {
    let (party, mut device, _) = registered();
    let (_, _, other) = registered();
    let begun = party.ask(&[]).unwrap();
    let answer = device.prove(&begun.options, HERE);
    let refused = party.proved(&begun.state, &other, &answer).unwrap_err();
    assert!(matches!(refused, PasskeyError::Refused(_)), "{refused}");
    // The identifier of the other one, over the same signature.
    let (own, theirs) = (Claim::of(&answer).unwrap().credential, other.id().to_vec());
    let forged = answer.replace(&base64(&own), &base64(&theirs));
    assert_ne!(forged, answer);
    let refused = party.proved(&begun.state, &other, &forged).unwrap_err();
    assert!(matches!(refused, PasskeyError::Refused(_)), "{refused}");
}

#[test]
fn a_device_that_has_a_passkey_already_is_told_so() {
    let (party, _, known) = registered();
    let person = Person {
        id: ZOE,
        name: "zoe@exemple.fr",
    };
    let begun = party.ask_new(person, std::slice::from_ref(&known)).unwrap();
    let asked: serde_json::Value = serde_json::from_str(&begun.options).unwrap();
    let excluded = &asked["publicKey"]["excludeCredentials"][0]["id"];
    assert_eq!(excluded, &base64(known.id()));
}

#[test]
fn what_is_not_an_answer_is_refused_and_nothing_breaks() {
    let (party, mut device, known) = registered();
    let begun = party.ask(&[]).unwrap();
    let new = asked_new(&party);
    let made = Authenticator::default().make(&new.options, HERE);
    let proof = device.prove(&begun.options, HERE);
    let mut wrong: Vec<String> = [
        "",
        "{}",
        "[]",
        "null",
        "0",
        "\"\"",
        "{\"id\":1}",
        "\u{0}",
        "{\"id\":",
    ]
    .map(str::to_owned)
    .to_vec();
    wrong.push("[".repeat(10_000));
    wrong.push(format!("{proof}{}", " ".repeat(LONGEST)));
    // Each answer cut short, and with its bytes in base64url changed one part after the other.
    for whole in [&made, &proof] {
        wrong.extend(
            (1..whole.len())
                .step_by(17)
                .map(|at| whole[..at].to_owned()),
        );
        for name in [
            "clientDataJSON",
            "attestationObject",
            "authenticatorData",
            "signature",
        ] {
            for value in ["", "AA", "oA", "_____w", "o2NmbXRkbm9uZQ", "é", "!"] {
                let mut changed: serde_json::Value = serde_json::from_str(whole).unwrap();
                if changed["response"].get(name).is_some() {
                    changed["response"][name] = value.into();
                    wrong.push(changed.to_string());
                }
            }
        }
    }
    for answer in wrong {
        assert!(
            party.proved(&begun.state, &known, &answer).is_err(),
            "{answer}"
        );
        assert!(party.made(&new.state, &answer).is_err(), "{answer}");
    }
}

#[test]
fn what_was_kept_by_something_else_is_not_read() {
    let (party, _, known) = registered();
    for kept in [
        b"".as_slice(),
        b"{}",
        b"{\"version\":2,\"value\":{}}",
        b"\xff",
    ] {
        assert!(Credential::from_bytes(kept).is_err());
        assert!(party.made(kept, "{}").is_err());
        assert!(party.proved(kept, &known, "{}").is_err());
    }
}

fn base64(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}
