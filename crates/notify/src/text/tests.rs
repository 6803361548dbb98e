//! Every mail in both languages, and what can never happen to one.

use parvis_kernel::OrganisationId;
use parvis_organisation::{Contact, Profile};

use super::*;
use crate::letter::{
    AccountContent, AgentContent, AlarmContent, CodeContent, DecisionContent, DraftContent,
    InvitationContent, MentionContent, MessageContent, PaymentContent, ReceiptContent,
    RequestContent,
};
use crate::model::Template;

fn rochebrune() -> Organisation {
    Organisation {
        id: OrganisationId::new(),
        slug: "rochebrune".to_owned(),
        host: Some("demarches.rochebrune.example".to_owned()),
        name: "Ville de Rochebrune".to_owned(),
        profile: Profile {
            contact: Contact {
                postal_address: vec![
                    "1 place de la Mairie".to_owned(),
                    "84999 Rochebrune".to_owned(),
                ],
                email: Some("mairie@rochebrune.example".to_owned()),
                phone: Some("04 99 00 00 00".to_owned()),
                hours: Vec::new(),
            },
            sender: "ne-pas-repondre@rochebrune.example".to_owned(),
            ..Profile::default()
        },
        demonstration: false,
        trial: None,
    }
}

fn letter(language: Language, content: Content) -> Letter {
    Letter {
        to: "zoe@example.org".to_owned().into(),
        person: Some("Zoé Lenoir".to_owned().into()),
        language,
        reply_to: Some("etat-civil@rochebrune.example".to_owned()),
        content,
    }
}

fn content(template: Template, language: Language) -> Content {
    let say = |french: &str, english: &str| match language {
        Language::French => french.to_owned(),
        Language::English => english.to_owned(),
    };
    let number = "2026-4F7K-22".to_owned();
    let procedure = "Copie d'acte de naissance".to_owned();
    let path = "/dossiers/2026-4F7K-22".to_owned();
    let until = say("6 décembre 2026", "6 December 2026");
    match template {
        Template::Code => Content::Code(CodeContent {
            code: "012345".to_owned().into(),
            until: say("22 novembre 2026 à 9 h 15", "22 November 2026 at 9:15"),
        }),
        Template::Receipt => Content::Receipt(ReceiptContent {
            title: say(
                "Accusé de réception électronique",
                "Electronic acknowledgement of receipt",
            ),
            lines: vec![
                say(
                    "Reçu le 22 novembre 2026 à 9 h 00",
                    "Received on 22 November 2026 at 9:00",
                ),
                say(
                    "Service chargé du dossier : État civil",
                    "Service in charge: État civil",
                ),
            ],
            asks_for_decision: true,
            number,
            procedure,
            path,
        }),
        Template::Request => Content::Request(RequestContent {
            until: Some(until),
            number,
            procedure,
            path,
        }),
        Template::Decision => Content::Decision(DecisionContent {
            number,
            procedure,
            path,
        }),
        Template::Message => Content::Message(MessageContent {
            number,
            procedure,
            path,
        }),
        Template::Account => account(parvis_access::account::NoticeKind::AddressChanged, language),
        Template::Draft => Content::Draft(DraftContent {
            until,
            number,
            procedure,
            path,
        }),
        Template::DraftReminder => Content::DraftReminder(DraftContent {
            until,
            number,
            procedure,
            path,
        }),
        Template::RequestReminder => Content::RequestReminder(RequestContent {
            until: Some(until),
            number,
            procedure,
            path,
        }),
        Template::Invitation => Content::Invitation(InvitationContent {
            until,
            path: format!("/agent/invitation/{}", "0a".repeat(32)).into(),
        }),
        Template::Alarm => Content::Alarm(AlarmContent {
            kind: "webhook-suspended",
            path: "/agent/administration/webhooks",
        }),
        Template::Mention => Content::Mention(MentionContent {
            author: Some("Claire Martin".to_owned()),
            path: "/agent/dossiers/2026-4F7K-22/notes".to_owned(),
            number,
            procedure,
        }),
        Template::Payment => Content::Payment(PaymentContent {
            amount: say("500,00 €", "€500.00"),
            day: until,
            number,
            procedure,
            path,
        }),
        Template::Agent => agent(crate::AgentNotice::ExportToApprove),
    }
}

fn agent(notice: crate::AgentNotice) -> Content {
    Content::Agent(AgentContent {
        kind: notice.code(),
        path: notice.path(),
    })
}

#[test]
fn everything_that_an_agent_is_told_is_told_in_both_languages() {
    for notice in crate::AgentNotice::ALL {
        for language in Language::ALL {
            let letter = letter(language, agent(notice));
            let name = format!("agent_{}_{}", notice.code(), language.tag());
            insta::assert_snapshot!(name, written(&letter).text.as_str());
        }
    }
}

fn account(kind: parvis_access::account::NoticeKind, language: Language) -> Content {
    use parvis_access::account::NoticeKind;
    let linked = matches!(kind, NoticeKind::AddressChanged | NoticeKind::ResetAsked);
    let day = match language {
        Language::French => "22 novembre 2026 à 9 h 15",
        Language::English => "22 November 2026 at 9:15",
    };
    Content::Account(AccountContent {
        kind: kind.code(),
        at: day.to_owned(),
        until: linked.then(|| day.to_owned()),
        path: linked.then(|| "/compte/adresse/annuler?d=1&j=2".to_owned()),
    })
}

#[test]
fn every_thing_that_happens_to_an_account_is_told_in_both_languages() {
    for language in Language::ALL {
        for kind in parvis_access::account::NoticeKind::ALL {
            let told = written(&letter(language, account(kind, language)));
            insta::assert_snapshot!(
                format!("account_{}_{}", kind.code(), language.tag()),
                told.text.as_str()
            );
        }
    }
}

#[test]
fn every_alarm_is_told_in_both_languages() {
    for language in Language::ALL {
        for alarm in crate::Alarm::ALL {
            let content = Content::Alarm(AlarmContent {
                kind: alarm.code(),
                path: alarm.path(),
            });
            let told = written(&letter(language, content));
            insta::assert_snapshot!(
                format!("alarm_{}_{}", alarm.code(), language.tag()),
                told.text.as_str()
            );
        }
    }
}

fn written(letter: &Letter) -> Written {
    let root = "https://demarches.rochebrune.example";
    Texts::load()
        .unwrap()
        .write(letter, &rochebrune(), root)
        .unwrap()
}

fn all() -> Vec<(Template, Language, Written)> {
    let mut all = Vec::new();
    for language in Language::ALL {
        for template in Template::ALL {
            let letter = letter(language, content(template, language));
            all.push((template, language, written(&letter)));
        }
    }
    all
}

#[test]
fn every_mail_reads_as_it_was_reviewed() {
    for (template, language, mail) in all() {
        let name = format!("{}_{}", template.code(), language.tag());
        let shown = format!(
            "Subject: {}\n\n{}\n{}",
            mail.subject,
            mail.text.as_str(),
            mail.html.as_str()
        );
        insta::assert_snapshot!(name, shown);
    }
}

#[test]
fn no_subject_says_a_name_a_code_or_the_procedure() {
    for (template, language, mail) in all() {
        for secret in ["Lenoir", "012345", "acte", "zoe@"] {
            assert!(
                !mail.subject.contains(secret),
                "{template:?} {language:?}: {}",
                mail.subject
            );
        }
    }
}

#[test]
fn no_mail_calls_itself_a_notification() {
    for (template, language, mail) in all() {
        let words = format!("{}{}", mail.subject, mail.text.as_str()).to_lowercase();
        assert!(!words.contains("notif"), "{template:?} {language:?}");
    }
}

#[test]
fn every_mail_ends_with_who_wrote_it_and_how_to_reach_them() {
    for (template, language, mail) in all() {
        for line in [
            "Ville de Rochebrune",
            "1 place de la Mairie",
            "84999 Rochebrune",
        ] {
            assert!(
                mail.text.contains(line),
                "{template:?} {language:?}: {line}"
            );
            assert!(
                mail.html.contains(line),
                "{template:?} {language:?}: {line}"
            );
        }
        assert!(mail.text.replace('\u{a0}', " ").contains("04 99 00 00 00"));
    }
}

#[test]
fn a_report_is_not_called_a_request() {
    let mut receipt = content(Template::Receipt, Language::French);
    if let Content::Receipt(receipt) = &mut receipt {
        receipt.asks_for_decision = false;
    }
    let mail = written(&letter(Language::French, receipt));
    assert!(mail.text.contains("bien reçu votre envoi"));
    assert!(!mail.text.contains("votre demande"));
}

#[test]
fn what_a_person_typed_makes_no_line_no_link_and_no_markup() {
    let content = Content::Decision(DecisionContent {
        number: "1\n\n=> /evil | cliquez".to_owned(),
        procedure: "<script>alert(1)</script>\r\n- liste\u{202e}".to_owned(),
        path: "/dossiers/1".to_owned(),
    });
    let mut letter = letter(Language::French, content);
    letter.person = Some("<b>http://evil.example</b>".to_owned().into());
    let mail = written(&letter);
    assert!(!mail.html.contains("<script>") && !mail.html.contains("<b>"));
    assert_eq!(mail.html.matches("<a ").count(), 1);
    assert!(!mail.html.contains("<li>"));
    assert!(!mail.text.contains("evil.example"));
    assert!(!mail.text.contains('\u{202e}') && !mail.subject.contains('\n'));
}

#[test]
fn a_mail_never_leaves_with_a_link_that_leads_elsewhere() {
    let content = Content::Decision(DecisionContent {
        number: "1".to_owned(),
        procedure: "x".to_owned(),
        path: "//evil.example/".to_owned(),
    });
    let letter = letter(Language::French, content);
    let refused = Texts::load()
        .unwrap()
        .write(&letter, &rochebrune(), "https://a.example");
    assert!(matches!(refused, Err(NotifyError::Template { .. })));
}

#[test]
fn a_value_that_is_missing_is_an_error_and_never_a_blank() {
    let texts = Texts::load().unwrap();
    let nothing = Value::from_pairs([("code", Value::from(()))]);
    for values in [nothing, Value::from_pairs([("other", Value::from(1))])] {
        let filled = texts.filled(Language::French, "code", &values);
        assert!(matches!(filled, Err(NotifyError::Template { .. })));
    }
}

#[test]
fn a_template_that_works_too_much_is_stopped() {
    let mut texts = Texts::load().unwrap();
    let endless = "{% for a in values %}{% for b in values %}x{% endfor %}{% endfor %}";
    texts.0.add_template("fr/endless", endless).unwrap();
    let values = Value::from_pairs([("values", Value::from_iter(0..1_000))]);
    assert!(texts.filled(Language::French, "endless", &values).is_err());
}
