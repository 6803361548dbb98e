//! Giving the code.

use std::time::Duration;

use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use parvis_access::AccessError;
use parvis_access::challenge::{self, Confirmation};
use parvis_access::session::{self, Token};
use parvis_web::{EntriesExt, Errors, Form, House, PageError, Rule, Visit};

use super::{Asked, own_challenge, page};

/// Tries of one device, whatever the codes.
const TRIES: Rule = Rule {
    name: "code-try",
    burst: 30,
    every: Duration::from_secs(20),
};
/// Digits of a code.
const DIGITS: usize = 6;

pub(super) async fn confirm(
    State(house): State<House>,
    Query(asked): Query<Asked>,
    visit: Visit,
    Form(entries): Form,
) -> Result<Response, PageError> {
    let Some(challenge) = own_challenge(&house, &visit, &asked).await? else {
        return page::unknown(&visit);
    };
    if challenge.confirmed_at.is_some() {
        return Ok(Redirect::to(&page::onward(&visit, &challenge)).into_response());
    }
    let typed = entries.first("code");
    if let Some(key) = malformed(typed) {
        let errors = error(visit.say(key));
        return page::waiting(&house, &visit, &challenge, false, errors).await;
    }
    visit.limit(&house, &TRIES, &visit.client.to_string())?;
    let token = Token::draw()?;
    let (ctx, given, new) = (visit.ctx.clone(), typed.to_owned(), token.clone());
    let (id, session) = (challenge.id, challenge.session);
    let answer = house.store.write(move |tx| {
        let confirmation = challenge::confirm(&ctx, tx, id, session, &given)?;
        if matches!(confirmation, Confirmation::Confirmed(_)) {
            session::rotate(&ctx, tx, session, &new)?;
        }
        Ok::<_, AccessError>(confirmation)
    });
    match answer.await? {
        Confirmation::Confirmed(challenge) => {
            let onward = page::onward(&visit, &challenge);
            Ok((visit.keep(&token), Redirect::to(&onward)).into_response())
        }
        Confirmation::Wrong { left } => {
            let errors = error(&visit.say_with("code-error-wrong", &[("left", left)]));
            page::waiting(&house, &visit, &challenge, false, errors).await
        }
        Confirmation::Ended => page::ended(&visit, &challenge),
    }
}

/// What is wrong with a text that cannot be a code: it is not counted as a try.
fn malformed(typed: &str) -> Option<&'static str> {
    let digits = typed.chars().filter(char::is_ascii_digit).count();
    let separators = |letter: char| letter.is_whitespace() || letter == '-';
    if typed.is_empty() {
        return Some("code-error-missing");
    }
    let other = typed
        .chars()
        .any(|letter| !letter.is_ascii_digit() && !separators(letter));
    (other || digits != DIGITS).then_some("code-error-malformed")
}

fn error(message: &str) -> Errors {
    let mut errors = Errors::none();
    errors.add("code", message);
    errors
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_code_may_be_pasted_with_spaces() {
        for typed in [
            "123456",
            "123 456",
            "12-34-56",
            "1 2 3 4 5 6",
            "123\u{a0}456",
        ] {
            assert_eq!(malformed(typed), None, "{typed}");
        }
        assert_eq!(malformed(""), Some("code-error-missing"));
        for typed in ["12345", "1234567", "12345a", "a123456", "123456."] {
            assert_eq!(malformed(typed), Some("code-error-malformed"), "{typed}");
        }
    }
}
