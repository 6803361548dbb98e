//! What silence leads to: contradictions that the checker of the file cannot see in one value.

use parvis_kernel::Language;
use parvis_law::{ImpliedDecision, Period, SilenceEffect};

use super::Family;
use crate::finding::Findings;
use crate::language::{plain, says};
use crate::read::Subject;
use crate::rule::{Example, Rule, Severity, Source};
use crate::said::{Fixed, Words};

pub(super) const FAMILY: Family = Family {
    rules: &[&MONEY, &CONTRADICTION, &BEFORE_ANSWER, &WITHOUT_TEXT],
    find: |subject, findings| {
        money(subject, findings);
        contradiction(subject, findings);
        before_answer(subject, findings);
        without_text(subject, findings);
    },
};

const MONEY: Rule = Rule {
    id: "silence-money",
    severity: Severity::Grave,
    reason: Fixed::new(
        "Le silence rejette une demande d’argent : dite non financière, elle serait acceptée par erreur.",
        "Silence rejects a request for money: said not to be financial, it would be accepted by mistake.",
    ),
    source: Source::read("CRPA, art. L231-4, 3°"),
    example: Example {
        before: "title: Demander une subvention\nfinancial: false",
        after: "title: Demander une subvention\nfinancial: true\nsilence: { effect: rejected, delay: 2 months, legal_basis: \"CRPA, art. L231-4, 3°\" }",
    },
};

const CONTRADICTION: Rule = Rule {
    id: "silence-contradiction",
    severity: Severity::Grave,
    reason: Fixed::new(
        "L’article cité donne au silence l’effet contraire : la personne ne sait pas si elle a un droit.",
        "The article cited gives silence the contrary effect: the person does not know whether they have a right.",
    ),
    source: Source::read("CRPA, art. L231-1 et L231-4"),
    example: Example {
        before: "silence: { effect: accepted, delay: 2 months, legal_basis: \"CRPA, art. L231-4\" }",
        after: "silence: { effect: accepted, delay: 2 months, legal_basis: \"CRPA, art. L231-1\" }",
    },
};

const BEFORE_ANSWER: Rule = Rule {
    id: "silence-before-answer",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Si la réponse prend d’habitude plus de temps que le silence, c’est le silence qui décide, sans examen.",
        "If the answer usually takes longer than silence, silence decides, without anybody looking.",
    ),
    source: Source::read("CRPA, art. L231-1 et L231-4"),
    example: Example {
        before: "delay: { words: Environ trois mois., expected_days: 90 }",
        after: "delay: { words: Environ six semaines., expected_days: 42 }",
    },
};

const WITHOUT_TEXT: Rule = Rule {
    id: "silence-without-text",
    severity: Severity::Heavy,
    reason: Fixed::new(
        "Un texte nommé sans son article ou sa date ne peut être ni lu ni contesté.",
        "A text named without its article or its date can be neither read nor disputed.",
    ),
    source: Source::read("CRPA, art. L231-1, L231-4 et L231-6"),
    example: Example {
        before: "silence: { effect: rejected, delay: 4 months, legal_basis: \"CRPA, art. L231-6\", delay_basis: Un décret }",
        after: "silence: { effect: rejected, delay: 4 months, legal_basis: \"CRPA, art. L231-6\", delay_basis: \"Décret n° 2014-1304, art. 2\" }",
    },
};

/// Words of a request for money.
const OF_MONEY: &[&str] = &[
    "subvention*",
    "aide financière",
    "aides financières",
    "aide d urgence",
    "aide sociale",
    "secours financier",
    "secours d urgence",
    "secours exceptionnel",
    "remboursement*",
    "allocation*",
    "bourse",
    "bourses",
    "indemni*",
    "exonération*",
    "prime",
    "primes",
    "chèque énergie",
    "tarif réduit",
    "réduction de tarif",
];

fn money(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let file = subject.file;
    if file.financial || !file.asks_for_decision {
        return;
    }
    let texts = [&file.title, &file.summary, &file.what_you_get];
    let said = texts
        .map(|text| plain(text.in_language(Language::French)))
        .concat();
    let word = OF_MONEY.iter().find(|word| says(&said, word));
    let account = subject
        .questions
        .iter()
        .find(|question| question.field.kind.term() == "iban");
    let sign = match (word, account) {
        (Some(word), _) => word.trim_end_matches('*').to_owned(),
        (None, Some(question)) => question.field.id.to_string(),
        (None, None) => return,
    };
    findings.note(
        &MONEY,
        &subject.place(&["financial"]),
        Words::new(
            format!("la demande paraît porter sur de l’argent (« {sign} »), et elle est dite non financière"),
            format!("the request seems to be about money (“{sign}”), and it is said not to be financial"),
        ),
        Fixed::new(
            "écrivez `financial: true` et `silence: { effect: rejected }`, ou dites pourquoi elle n’est pas financière",
            "write `financial: true` and `silence: { effect: rejected }`, or say why it is not financial",
        ),
    );
}

const fn implied(effect: &SilenceEffect) -> Option<(&ImpliedDecision, bool)> {
    match effect {
        SilenceEffect::Accepted(decision) => Some((decision, true)),
        SilenceEffect::Rejected(decision) => Some((decision, false)),
        SilenceEffect::None { .. } => None,
    }
}

fn contradiction(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some((decision, accepts)) = implied(&subject.file.silence) else {
        return;
    };
    let cited: String = decision
        .legal_basis
        .chars()
        .filter(char::is_ascii_alphanumeric)
        .collect();
    let cites = |article: &str| cited.contains(article);
    let rejecting = cites("L2314") || cites("L2315");
    let accepting = cites("L2311");
    let contrary = if accepts {
        rejecting && !accepting
    } else {
        accepting && !rejecting
    };
    if !contrary {
        return;
    }
    let (article, effect, english) = match accepts {
        true => ("L231-4", "un rejet", "a rejection"),
        false => ("L231-1", "une acceptation", "an acceptance"),
    };
    findings.note(
        &CONTRADICTION,
        &subject.place(&["silence", "legal_basis"]),
        Words::new(
            format!(
                "l’article {article} du CRPA fait du silence {effect}, le fichier dit le contraire"
            ),
            format!(
                "article {article} of the CRPA makes silence {english}, the file says the contrary"
            ),
        ),
        Fixed::new(
            "corrigez l’effet, ou citez le texte qui le donne",
            "correct the effect, or cite the text that gives it",
        ),
    );
}

fn before_answer(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    let Some((decision, _)) = implied(&subject.file.silence) else {
        return;
    };
    let silence = match decision.delay {
        Period::Months(months) => u16::from(months) * 30,
        Period::Days(days) => days,
    };
    let usual = subject.file.delay.expected_days;
    if usual <= silence {
        return;
    }
    findings.note(
        &BEFORE_ANSWER,
        &subject.place(&["delay", "expected_days"]),
        Words::new(
            format!("la réponse prend d’habitude {usual} jours, le silence décide au bout d’environ {silence} jours"),
            format!("the answer usually takes {usual} days, silence decides after about {silence} days"),
        ),
        Fixed::new(
            "répondez avant, ou citez le texte qui allonge le délai (`delay_basis`)",
            "answer before, or cite the text that makes the delay longer (`delay_basis`)",
        ),
    );
}

fn without_text(subject: &Subject<'_>, findings: &mut Findings<'_>) {
    for word in ["legal_basis", "delay_basis", "exception"] {
        let written = subject
            .root
            .get("silence")
            .and_then(|silence| silence.text_of(word));
        let Some(cited) = written else { continue };
        if cites_a_text(cited) {
            continue;
        }
        findings.note(
            &WITHOUT_TEXT,
            &subject.place(&["silence", word]),
            Words::new(
                format!("`{word}` ne cite ni article, ni numéro, ni date"),
                format!("`{word}` cites no article, number or date"),
            ),
            Fixed::new(
                "écrivez l’article, ou le numéro et la date du texte",
                "write the article, or the number and the date of the text",
            ),
        );
    }
}

/// Whether a citation can be looked up: an article, a number or a date holds a digit.
pub(super) fn cites_a_text(cited: &str) -> bool {
    cited.chars().any(|sign| sign.is_ascii_digit())
}
