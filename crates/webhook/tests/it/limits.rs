//! What an application hears of, and what it knows.

use parvis_access::{AccessError, token};
use parvis_kernel::{Actor, Ctx, DossierId, GroupId, ProcedureId, Purpose};
use parvis_webhook::{Suspension, WebhookError};

use crate::ground::{GROUP, PROCEDURE, Town, in_towns};

fn application(town: &Town, token: &token::Token) -> Ctx {
    town.ctx()
        .acting_as(Actor::Machine(token.id), Purpose::OwnDemarche)
}

#[test]
fn an_application_hears_of_what_its_token_could_read() {
    in_towns(|town| {
        let own = |procedure, group| {
            town.token(|new| {
                new.procedures = procedure;
                new.groups = group;
            })
        };
        let (procedure, group) = (ProcedureId::from_uuid(PROCEDURE), GroupId::from_uuid(GROUP));
        let reaches = own(vec![procedure], vec![]);
        let other_procedure = own(vec![ProcedureId::new()], vec![]);
        let hears = |token: &token::Token| {
            let made = town
                .made(&application(town, token), &town.receiver.url)
                .unwrap();
            town.happens(DossierId::new(), "submitted");
            town.work();
            let count = town.deliveries(made.id).len();
            let (ctx, id) = (town.ctx(), made.id);
            let deleted = town
                .test
                .store
                .write_blocking(move |tx| parvis_webhook::delete(&ctx, tx, id));
            deleted.unwrap();
            count
        };
        assert_eq!((hears(&reaches), hears(&other_procedure)), (1, 0));
        let _ = group;
    });
}

#[test]
fn a_token_that_ended_is_told_nothing_any_more() {
    in_towns(|town| {
        let given = town.token(|_| {});
        let made = town
            .made(&application(town, &given), &town.receiver.url)
            .unwrap();
        let ctx = town.ctx();
        let revoked = town
            .test
            .store
            .write_blocking(move |tx| token::revoke(&ctx, tx, given.id));
        revoked.unwrap();
        town.happens(DossierId::new(), "submitted");
        assert_eq!(town.work(), 0);
        let suspended = town.page(made.id).webhook.suspended;
        assert_eq!(suspended.map(|(_, why)| why), Some(Suspension::TokenEnded));
        let (ctx, id) = (town.ctx(), made.id);
        let resumed = town
            .test
            .store
            .write_blocking(move |tx| parvis_webhook::resume(&ctx, tx, id));
        assert!(matches!(resumed, Err(WebhookError::TokenEnded)));
        assert_eq!(town.alarms(), 1);
    });
}

#[test]
fn an_application_knows_its_own_webhooks_only_and_who_administers_all_of_them() {
    in_towns(|town| {
        let (one, two) = (town.token(|_| {}), town.token(|_| {}));
        let (one, two) = (application(town, &one), application(town, &two));
        let made = town.made(&one, &town.receiver.url).unwrap();
        let again = town.made(&one, &town.receiver.url);
        assert!(matches!(again, Err(WebhookError::AlreadyThere)));
        let list = |ctx: &Ctx| {
            let ctx = ctx.clone();
            let read = town
                .test
                .store
                .read_blocking(move |tx| parvis_webhook::list(&ctx, tx));
            read.unwrap().len()
        };
        assert_eq!((list(&one), list(&two), list(&town.ctx())), (1, 0, 1));
        let id = made.id;
        let found = town
            .test
            .store
            .read_blocking(move |tx| parvis_webhook::find(&two, tx, id));
        assert!(matches!(
            found,
            Err(WebhookError::Access(AccessError::NotFound))
        ));
    });
}
