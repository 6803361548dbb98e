//! Guessing passwords, and giving somebody a session that one knows.

use http::StatusCode;
use parvis_testkit::hostile;

use crate::town::in_one_town;

#[test]
fn guessing_passwords_is_slowed_by_address_and_the_agent_comes_in_afterwards() {
    in_one_town(|town| {
        let place = &town.rochebrune;
        let (mut tried, mut told_to_wait) = (0, 0);
        for guess in 0..60 {
            // A robot forgets its cookies each time; behind it, as many devices as it wants.
            let mut robot = place
                .door
                .clone()
                .saying("x-forwarded-for", &format!("203.0.113.{guess}"))
                .browser();
            let form = robot
                .get("/agent/connexion")
                .shown()
                .form("/agent/connexion");
            let answered = robot.submit(
                &form
                    .fill("email", "claire@rochebrune.example")
                    .fill("password", &format!("mot de passe numéro {guess}")),
            );
            match answered.status {
                StatusCode::TOO_MANY_REQUESTS => told_to_wait += 1,
                status => {
                    assert!(status.is_client_error(), "{status}");
                    tried += 1;
                }
            }
        }
        assert!(tried <= 12, "{tried} passwords were tried");
        assert!(told_to_wait >= 48, "{told_to_wait}");
        town.later(20 * 60);
        let mut claire = town.agent(place, "claire");
        let _ = claire.get("/agent").shown();
        hostile(
            "stuffing of passwords on one agent, from as many devices as tries",
            &format!(
                "60 tries at once: {tried} looked at, {told_to_wait} told to wait; twenty minutes later the agent signs in"
            ),
        );
    });
}

#[test]
fn a_session_that_somebody_knew_before_signs_nobody_in() {
    in_one_town(|town| {
        let place = &town.rochebrune;
        let mut thief = place.browser();
        let _ = thief.get("/agent/connexion").shown();
        let known = thief.cookie("__Host-parvis").unwrap().to_owned();
        town.agent(place, "claire");
        town.later(31);
        // Claire signs in with the session that the thief put in her browser.
        let mut claire = place.browser();
        claire.keep("__Host-parvis", &known);
        let claire = town.agent_in(place, claire, "claire");
        let own = claire.cookie("__Host-parvis").unwrap();
        assert_ne!(own, known, "the session is still the one that was given");
        let queue = thief.get("/agent");
        assert!(
            queue.leads_to().starts_with("/agent/connexion"),
            "{}",
            queue.leads_to()
        );
        hostile(
            "a session that somebody knew before the sign-in (fixation)",
            "the sign-in draws another one; the known one stays a stranger's",
        );
    });
}
