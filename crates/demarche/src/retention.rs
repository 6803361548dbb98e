//! Lengths of time, in words.

use parvis_form::Retention;
use parvis_form::definition::RetentionUnit;
use parvis_web::Visit;

pub(crate) fn in_words(visit: &Visit, retention: Retention) -> String {
    let key = match retention.unit {
        RetentionUnit::Days => "procedure-retention-days",
        RetentionUnit::Months => "procedure-retention-months",
        RetentionUnit::Years => "procedure-retention-years",
    };
    visit.say_with(key, &[("count", retention.count)])
}
