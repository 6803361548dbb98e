//! Where nothing is sent: names that lead into the house, names that change between the check and the connection, redirects.

use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use parvis_kernel::{DossierId, WebhookId};
use parvis_testkit::hostile;
use parvis_webhook::{AddressProblem, Courier, Lookup, Policy, WebhookError};

use crate::ground::{Town, courier, in_towns};
use crate::receiver::{Answer, Receiver};

/// A resolver that answers in turn; the last answer stays.
fn resolver(answers: &[&[&str]]) -> (Lookup, Arc<AtomicUsize>) {
    let answers: Vec<Vec<IpAddr>> = answers
        .iter()
        .map(|own| own.iter().map(|text| text.parse().unwrap()).collect())
        .collect();
    let (asked, answers) = (Arc::new(AtomicUsize::new(0)), Arc::new(Mutex::new(answers)));
    let count = Arc::clone(&asked);
    let lookup: Lookup = Arc::new(move |_| {
        count.fetch_add(1, Ordering::SeqCst);
        let mut answers = answers.lock().unwrap();
        let found = match answers.len() {
            1 => answers[0].clone(),
            _ => answers.remove(0),
        };
        Box::pin(async move { Ok(found) })
    });
    (lookup, asked)
}

/// The reason that a delivery to a name ends with, when the name leads there.
fn reason(town: &mut Town, answers: &[&[&str]], policy: Policy) -> (String, usize) {
    let port = town.receiver.url.rsplit(':').next().unwrap().to_owned();
    let url = format!("https://recepteur.exemple.fr:{port}");
    let id = match town.made(&town.ctx(), &url) {
        Ok(webhook) => webhook.id,
        Err(error) => panic!("{error}"),
    };
    let (lookup, asked) = resolver(answers);
    town.courier = match policy.loopback {
        true => courier(&town.test, &town.test.store, &town.directory, lookup),
        false => strict(town, lookup),
    };
    town.happens(DossierId::new(), "submitted");
    town.work();
    let reason = town.deliveries(id).remove(0).reason.unwrap();
    delete(town, id);
    (reason, asked.load(Ordering::SeqCst))
}

fn strict(town: &Town, lookup: Lookup) -> Courier {
    let root = Arc::new(|_: &parvis_organisation::Organisation| String::new());
    let (store, directory) = (town.test.store.clone(), town.directory.clone());
    let policy = Policy {
        loopback: false,
        networks: &[],
    };
    Courier::new(
        store,
        town.test.clock.clone(),
        directory,
        root,
        policy,
        lookup,
    )
    .unwrap()
}

fn delete(town: &Town, id: WebhookId) {
    let ctx = town.ctx();
    town.test
        .store
        .write_blocking(move |tx| parvis_webhook::delete(&ctx, tx, id))
        .unwrap();
}

#[test]
fn a_name_that_leads_into_the_house_is_refused_whatever_else_it_leads_to() {
    in_towns(|town| {
        let strict = Policy {
            loopback: false,
            networks: &[],
        };
        let inside: [&[&str]; 9] = [
            &["127.0.0.1"],
            &["::1"],
            &["10.0.0.8"],
            &["192.168.1.20"],
            &["169.254.169.254"],
            &["fd00:ec2::254"],
            &["::ffff:127.0.0.1"],
            &["203.0.113.7"],
            // One public address beside it does not help.
            &["1.1.1.1", "127.0.0.1"],
        ];
        for answers in inside {
            assert_eq!(
                reason(town, &[answers], strict),
                ("address".to_owned(), 1),
                "{answers:?}"
            );
        }
        assert_eq!(reason(town, &[&[]], strict).0, "name");
        assert!(town.receiver.heard().is_empty());
        hostile(
            "a webhook whose name leads to the machine, its network, the metadata of its host, IPv4 written as IPv6",
            "refused at each try, nothing is connected to; the delivery says why",
        );
    });
}

#[test]
fn a_name_is_looked_up_once_and_the_connection_goes_to_what_was_checked() {
    in_towns(|town| {
        // Public when it is checked, this machine when it is asked again: nobody asks again. 240.0.0.1 is refused by the
        // kernel, so nothing leaves; the address checked is one of this machine, allowed for the test.
        let (reason, asked) = reason(
            town,
            &[&["127.0.0.2"], &["10.0.0.1"]],
            Policy {
                loopback: true,
                networks: &[],
            },
        );
        assert_eq!(asked, 1, "looked up once for a try");
        assert_eq!(
            reason, "connection",
            "connected to what was checked, where nobody listens"
        );
        assert!(town.receiver.heard().is_empty());
        hostile(
            "a webhook whose name changes its address between the check and the connection",
            "looked up once for each try; the connection goes to the addresses that were checked",
        );
    });
}

#[test]
fn a_redirect_is_not_followed() {
    in_towns(|town| {
        let id = town.webhook();
        let elsewhere = Receiver::start(&town.runtime);
        let location: &'static str = elsewhere.url.clone().leak();
        for status in [301, 302, 303, 307, 308] {
            town.receiver.answers([Answer {
                header: Some(("location", location)),
                ..Answer::status(status)
            }]);
            town.happens(DossierId::new(), "submitted");
            town.work();
            let kept = town.deliveries(id).remove(0);
            assert_eq!(kept.status, Some(status.into()));
            assert_eq!(kept.reason.as_deref(), Some("redirect"));
        }
        assert!(elsewhere.heard().is_empty());
    });
}

#[test]
fn a_receiver_without_a_right_certificate_is_not_told_anything() {
    in_towns(|town| {
        let https = town.receiver.url.replace("http://", "https://");
        let id = town.made(&town.ctx(), &https).unwrap().id;
        town.happens(DossierId::new(), "submitted");
        town.work();
        let kept = town.deliveries(id).remove(0);
        assert_eq!(kept.status, None);
        assert!(town.receiver.heard().is_empty());
        town.later(Duration::from_secs(1));
    });
}

#[test]
fn an_address_of_the_house_is_refused_when_the_webhook_is_made() {
    in_towns(|town| {
        for url in [
            "https://10.0.0.1/",
            "http://169.254.169.254/",
            "https://intranet/",
        ] {
            let refused = town.made(&town.ctx(), url);
            assert!(
                matches!(refused, Err(WebhookError::Address(AddressProblem::Private))),
                "{url}: {refused:?}"
            );
        }
    });
}
