//! A stand-in for the provider of an organisation: a real HTTP server on this machine, which can be made to lie in every way.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex};

use axum::extract::{Form, State};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::{get, post};
use axum::{Json, Router};
use base64::Engine;
use base64::engine::general_purpose::{STANDARD, URL_SAFE_NO_PAD};
use openidconnect::core::{
    CoreEdDsaPrivateSigningKey, CoreHmacKey, CoreJwsSigningAlgorithm as Signature,
    CoreRsaPrivateSigningKey,
};
use openidconnect::{JsonWebKeyId, PkceCodeChallenge, PkceCodeVerifier, PrivateSigningKey};
use parvis_kernel::{Clock, FakeClock};
use serde_json::{Value, json};

use crate::town::Town;

/// Who the house is for it.
pub const CLIENT: &str = "parvis";
/// The secret that it gave; a character that has to be encoded is in it.
pub const SECRET: &str = "un secret : à garder";

/// A key of these tests alone, for what is signed with RSA (PKCS #1, DER).
const RSA: &[u8] = include_bytes!("rsa_for_tests.der");

/// In which way it lies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Lie {
    None,
    WrongNonce,
    NoNonce,
    WrongAudience,
    OtherAudienceToo,
    OtherParty,
    Expired,
    JustExpired,
    IssuedTomorrow,
    IssuedLongAgo,
    OtherIssuer,
    AlgNone,
    SharedSecret,
    OtherKey,
    OtherAccessToken,
    OtherSubjectOfUserInfo,
    OtherIssuerOfUserInfo,
    UnknownKeyOfUserInfo,
    NoIdToken,
}

/// Whom somebody says to be.
#[derive(Debug, Clone)]
pub struct Person {
    pub subject: String,
    pub claims: Value,
}

impl Person {
    /// Somebody whose address is verified.
    pub fn verified(subject: &str, email: &str) -> Self {
        let claims = json!({ "email": email, "email_verified": true });
        Self {
            subject: subject.to_owned(),
            claims,
        }
    }

    pub fn with(mut self, name: &str, value: Value) -> Self {
        self.claims[name] = value;
        self
    }
}

/// A code that was given, and what it was given for.
struct Given {
    person: Person,
    nonce: String,
    challenge: String,
    redirect: String,
}

pub struct Inner {
    pub issuer: String,
    pub lie: Lie,
    /// Whether the address comes by the ID token, or by the user info only.
    pub in_token: bool,
    /// Whether the user info is a signed token, as ProConnect hands it over.
    pub signs_user_info: bool,
    /// What its discovery document says otherwise.
    pub says: BTreeMap<&'static str, Value>,
    /// It answers nothing sensible.
    pub broken: bool,
    seed: u8,
    given: BTreeMap<String, Given>,
    tokens: BTreeMap<String, Person>,
    clock: Arc<FakeClock>,
    /// How many times its keys were read.
    pub keys_read: usize,
}

#[derive(Clone)]
pub struct StandIn(pub Arc<Mutex<Inner>>);

impl StandIn {
    pub fn start(town: &Town) -> Self {
        let listener = std::net::TcpListener::bind("127.0.0.1:0").unwrap();
        listener.set_nonblocking(true).unwrap();
        let issuer = format!("http://{}/ville", listener.local_addr().unwrap());
        let inner = Inner {
            issuer,
            lie: Lie::None,
            in_token: true,
            signs_user_info: false,
            says: BTreeMap::new(),
            broken: false,
            seed: 1,
            given: BTreeMap::new(),
            tokens: BTreeMap::new(),
            clock: Arc::clone(&town.test.clock),
            keys_read: 0,
        };
        let own = Self(Arc::new(Mutex::new(inner)));
        let router = Router::new()
            .route("/ville/.well-known/openid-configuration", get(discovery))
            .route("/ville/keys", get(keys))
            .route("/ville/token", post(token))
            .route("/ville/me", get(user_info))
            .with_state(own.clone());
        town.rochebrune.door.wait(async {
            let listener = tokio::net::TcpListener::from_std(listener).unwrap();
            tokio::spawn(async move { axum::serve(listener, router).await.unwrap() });
        });
        own
    }

    pub fn issuer(&self) -> String {
        self.0.lock().unwrap().issuer.clone()
    }

    pub fn lies(&self, lie: Lie) {
        self.0.lock().unwrap().lie = lie;
    }

    /// It signs with another key from now on.
    pub fn changes_keys(&self) {
        self.0.lock().unwrap().seed += 1;
    }

    /// Somebody signs in there, where the house sent their browser; the path to which it leads back.
    pub fn signs_in(&self, asked: &str, person: Person) -> String {
        let query = query_of(asked);
        let mut own = self.0.lock().unwrap();
        assert!(
            asked.starts_with(&format!("{}/auth?", own.issuer)),
            "{asked}"
        );
        assert_eq!(query["response_type"], "code");
        assert_eq!(query["client_id"], CLIENT);
        assert_eq!(query["code_challenge_method"], "S256");
        assert!(query["scope"].split(' ').any(|scope| scope == "openid"));
        let code = format!("code-{}", own.given.len());
        let given = Given {
            person,
            nonce: query["nonce"].clone(),
            challenge: query["code_challenge"].clone(),
            redirect: query["redirect_uri"].clone(),
        };
        own.given.insert(code.clone(), given);
        let path = query["redirect_uri"].split_once(".example").unwrap().1;
        format!(
            "{path}?code={code}&state={}&iss={}",
            query["state"], own.issuer
        )
    }
}

/// The query of an address, decoded.
pub fn query_of(url: &str) -> BTreeMap<String, String> {
    let query = url
        .split_once('?')
        .map(|(_, query)| query)
        .unwrap_or_default();
    let entries = parvis_web::parse_entries(query.as_bytes()).unwrap();
    entries
        .into_iter()
        .map(|(name, values)| (name, values[0].clone()))
        .collect()
}

async fn discovery(State(own): State<StandIn>) -> Response {
    let own = own.0.lock().unwrap();
    if own.broken {
        return (StatusCode::INTERNAL_SERVER_ERROR, "oups").into_response();
    }
    let issuer = &own.issuer;
    let mut document = json!({
        "issuer": issuer,
        "authorization_endpoint": format!("{issuer}/auth"),
        "token_endpoint": format!("{issuer}/token"),
        "userinfo_endpoint": format!("{issuer}/me"),
        "jwks_uri": format!("{issuer}/keys"),
        "end_session_endpoint": format!("{issuer}/end"),
        "response_types_supported": ["code"],
        "subject_types_supported": ["public"],
        "id_token_signing_alg_values_supported": ["EdDSA", "none", "HS256"],
        "authorization_response_iss_parameter_supported": true,
    });
    for (name, value) in &own.says {
        document[*name] = value.clone();
    }
    Json(document).into_response()
}

/// RFC 7468: lines of 64 signs.
fn pem(label: &str, der: &[u8]) -> String {
    let encoded = STANDARD.encode(der);
    let lines = encoded.as_bytes().chunks(64).map(String::from_utf8_lossy);
    let lines: Vec<_> = lines.collect();
    format!(
        "-----BEGIN {label}-----\n{}\n-----END {label}-----\n",
        lines.join("\n")
    )
}

fn key(seed: u8) -> CoreEdDsaPrivateSigningKey {
    // PKCS #8 of an Ed25519 key (RFC 8410): its prefix, then the 32 bytes of its seed.
    let mut der = vec![
        0x30, 0x2e, 0x02, 0x01, 0x00, 0x30, 0x05, 0x06, 0x03, 0x2b, 0x65, 0x70, 0x04, 0x22, 0x04,
        0x20,
    ];
    der.extend([seed; 32]);
    let pem = pem("PRIVATE KEY", &der);
    let id = JsonWebKeyId::new(format!("key-{seed}"));
    CoreEdDsaPrivateSigningKey::from_ed25519_pem(&pem, Some(id)).unwrap()
}

async fn keys(State(own): State<StandIn>) -> Json<Value> {
    let mut own = own.0.lock().unwrap();
    own.keys_read += 1;
    let key = key(own.seed).as_verification_key();
    let rsa = rsa("rsa").as_verification_key();
    Json(json!({ "keys": [key, rsa] }))
}

fn rsa(id: &str) -> CoreRsaPrivateSigningKey {
    let pem = pem("RSA PRIVATE KEY", RSA);
    let id = JsonWebKeyId::new(id.to_owned());
    CoreRsaPrivateSigningKey::from_pem(&pem, Some(id)).unwrap()
}

fn refused(error: &str) -> Response {
    (StatusCode::BAD_REQUEST, Json(json!({ "error": error }))).into_response()
}

async fn token(
    State(own): State<StandIn>,
    headers: HeaderMap,
    Form(asked): Form<BTreeMap<String, String>>,
) -> Response {
    let mut own = own.0.lock().unwrap();
    let encoded = |text: &str| -> String { url_encoded(text) };
    let account = format!("{}:{}", encoded(CLIENT), encoded(SECRET));
    if headers["authorization"] != format!("Basic {}", STANDARD.encode(account)) {
        return refused("invalid_client");
    }
    let Some(given) = own.given.remove(&asked["code"]) else {
        return refused("invalid_grant");
    };
    let verifier = PkceCodeVerifier::new(asked["code_verifier"].clone());
    let challenge = PkceCodeChallenge::from_code_verifier_sha256(&verifier);
    if challenge.as_str() != given.challenge || asked["redirect_uri"] != given.redirect {
        return refused("invalid_grant");
    }
    let access = format!("access-{}", own.tokens.len());
    own.tokens.insert(access.clone(), given.person.clone());
    let mut answer = json!({ "access_token": access, "token_type": "Bearer", "expires_in": 60 });
    if own.lie != Lie::NoIdToken {
        answer["id_token"] = own.id_token(&given).into();
    }
    Json(answer).into_response()
}

fn url_encoded(text: &str) -> String {
    let encoded = text.bytes().map(|byte| match byte {
        b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' | b'*' => {
            char::from(byte).to_string()
        }
        b' ' => "+".to_owned(),
        other => format!("%{other:02X}"),
    });
    encoded.collect()
}

impl Inner {
    fn id_token(&self, given: &Given) -> String {
        let now = self.clock.now().as_second();
        let mut claims = json!({
            "iss": self.issuer,
            "sub": given.person.subject,
            "aud": CLIENT,
            "iat": now,
            "exp": now + 300,
            "nonce": given.nonce,
        });
        if self.in_token {
            for (name, value) in given.person.claims.as_object().unwrap() {
                claims[name] = value.clone();
            }
        }
        let mut seed = self.seed;
        let mut algorithm = "EdDSA";
        match self.lie {
            Lie::WrongNonce => claims["nonce"] = "une autre".into(),
            Lie::NoNonce => drop(claims.as_object_mut().unwrap().remove("nonce")),
            Lie::WrongAudience => claims["aud"] = "un autre service".into(),
            Lie::OtherAudienceToo => claims["aud"] = json!([CLIENT, "un autre service"]),
            Lie::OtherParty => claims["azp"] = "un autre service".into(),
            Lie::Expired => {
                claims["iat"] = (now - 400).into();
                claims["exp"] = (now - 61).into();
            }
            Lie::JustExpired => claims["exp"] = (now - 30).into(),
            Lie::IssuedTomorrow => {
                claims["iat"] = (now + 24 * 3600).into();
                claims["exp"] = (now + 25 * 3600).into();
            }
            Lie::IssuedLongAgo => claims["iat"] = (now - 3600).into(),
            Lie::OtherIssuer => claims["iss"] = "https://ailleurs.exemple.fr".into(),
            Lie::AlgNone => algorithm = "none",
            Lie::SharedSecret => algorithm = "HS256",
            Lie::OtherKey => seed = 200,
            Lie::OtherAccessToken => claims["at_hash"] = "AAAAAAAAAAAAAAAAAAAAAA".into(),
            Lie::None
            | Lie::OtherSubjectOfUserInfo
            | Lie::OtherIssuerOfUserInfo
            | Lie::UnknownKeyOfUserInfo
            | Lie::NoIdToken => {}
        }
        let header = json!({ "alg": algorithm, "typ": "JWT", "kid": format!("key-{}", self.seed) });
        let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
        let signed = format!("{}.{}", encoded(&header), encoded(&claims));
        let signature = match algorithm {
            "none" => Vec::new(),
            "HS256" => CoreHmacKey::new(SECRET.as_bytes())
                .sign(&Signature::HmacSha256, signed.as_bytes())
                .unwrap(),
            _ => key(seed)
                .sign(&Signature::EdDsa, signed.as_bytes())
                .unwrap(),
        };
        format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature))
    }
}

async fn user_info(State(own): State<StandIn>, headers: HeaderMap) -> Response {
    let own = own.0.lock().unwrap();
    let token = headers["authorization"].to_str().unwrap();
    let person = &own.tokens[token.strip_prefix("Bearer ").unwrap()];
    let mut claims = person.claims.clone();
    claims["sub"] = match own.lie {
        Lie::OtherSubjectOfUserInfo => "somebody-else".into(),
        _ => person.subject.as_str().into(),
    };
    if !own.signs_user_info {
        return Json(claims).into_response();
    }
    claims["aud"] = CLIENT.into();
    claims["iss"] = match own.lie {
        Lie::OtherIssuerOfUserInfo => "https://ailleurs.exemple.fr".into(),
        _ => own.issuer.as_str().into(),
    };
    let id = match own.lie {
        Lie::UnknownKeyOfUserInfo => "inconnue",
        _ => "rsa",
    };
    let header = json!({ "alg": "RS256", "typ": "JWT", "kid": id });
    let encoded = |value: &Value| URL_SAFE_NO_PAD.encode(value.to_string());
    let signed = format!("{}.{}", encoded(&header), encoded(&claims));
    let signature = rsa(id).sign(&Signature::RsaSsaPkcs1V15Sha256, signed.as_bytes());
    let token = format!("{signed}.{}", URL_SAFE_NO_PAD.encode(signature.unwrap()));
    ([("content-type", "application/jwt")], token).into_response()
}
