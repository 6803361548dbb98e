//! No statement walks through a table that grows: SQLite says how it would run each one.

use std::path::Path;

use parvis_store::{Engine, Sql, StoreError, Value};
use parvis_testkit::TestStore;

use super::sources::sources;

/// Tables that hold as much as the collectivité configured, or what is removed once it is done.
const SMALL: &[&str] = &[
    "agent_groups",
    "a",
    "agents",
    // Those of what was published, under the name that a statement gives them.
    "confirmed",
    // What a list counts, up to a limit.
    "counted",
    "dossier_sequences",
    // Those that no rule led, until the rules are corrected.
    "dossiers_unrouted",
    "unrouted",
    // One row for each organisation.
    "identity_providers",
    "jobs",
    // What a search puts in order, up to a limit.
    "latest",
    // Memberships, under the name that a statement gives them.
    "m",
    "invitations",
    "memberships",
    "organisation_logos",
    "organisation_roles",
    "organisations",
    "procedures",
    "procedure_drafts",
    "procedure_draft_texts",
    "procedure_revisions",
    "procedure_confirmations",
    "procedure_writers",
    "procedure_reviews",
    "procedure_publications",
    // What publications answer, under the name that a statement gives it: some lines for each.
    "cited",
    // Organisation roles, under the name that a statement gives them.
    "r",
    "rights_reviews",
    "schema_installation",
    "schema_migrations",
    "services",
    // Texts that agents write again: as many as a group keeps.
    "standard_texts",
    "tokens",
    "webhooks",
];
/// Indexes of what waits only: reading all of one reads what is to be done.
const WAITING: &[&str] = &[
    "dossiers_unnumbered",
    "exports_to_approve",
    "procedure_reviews_waiting",
    "pieces_infected_untold",
    "pieces_to_examine_of",
    "journal_security_unsent",
    "outbox_due",
];

/// Statements of trials. To remove an organisation, SQLite looks whether a row still names it: the rows are gone, there is nothing to
/// walk through. To copy a service, it says that it might look for what points at it, and does not: no key changes.
const OF_TRIALS: &[&str] = &[
    "DELETE FROM organisations WHERE",
    "INSERT INTO services (organisation_id, id, slug, name, contact, closed_at) SELECT",
];

/// Statements of an organisation that arrives from another installation: they are for all its rows, in a database that holds nothing
/// else and serves nobody.
const OF_ARRIVALS: &[&str] = &[
    "UPDATE journal_security SET sent_at = $2 WHERE organisation_id = $1",
    "UPDATE mails SET given_up_at = $2, given_up_for = $3 WHERE organisation_id = $1 AND sent_at IS NULL",
];

/// The texts of `Sql("...")` in a source, its tests left out.
fn statements(source: &str) -> Vec<String> {
    let code = source.split("#[cfg(test)]").next().unwrap_or_default();
    let code = code
        .lines()
        .filter(|line| !line.trim_start().starts_with("//"));
    let code = code.collect::<Vec<_>>().join("\n");
    let texts = code.split("Sql(").skip(1).filter_map(|rest| {
        let text = rest.trim_start().strip_prefix('"')?;
        let text = text.split("\")").next()?.split("\",").next()?;
        let lines = text.split("\\\n").map(str::trim_start);
        Some(lines.collect::<String>())
    });
    texts.collect()
}

/// How many parameters it takes.
fn parameters(sql: &str) -> usize {
    let numbers = sql.split('$').skip(1).map(|rest| {
        let digits: String = rest.chars().take_while(char::is_ascii_digit).collect();
        digits.parse().unwrap_or(0)
    });
    numbers.max().unwrap_or(0)
}

/// Whether a line of a plan reads a table that grows from one end to the other, or all that one organisation has in it.
fn walks(line: &str) -> bool {
    let words: Vec<&str> = line.split(' ').collect();
    let table = words.get(1).copied().unwrap_or_default();
    let whole = line.starts_with("SCAN ") && table != "CONSTANT";
    let of_organisation = line.starts_with("SEARCH ") && line.ends_with("(organisation_id=?)");
    let waiting = WAITING.iter().any(|index| words.contains(index));
    (whole || of_organisation) && !waiting && !SMALL.contains(&table)
}

/// Every statement of the rooms, with the way in which SQLite would run it.
fn plans() -> Vec<(String, Vec<String>)> {
    let test = TestStore::on(Engine::Sqlite, &[&parvis_server::migrations()]);
    let rooms = sources(&Path::new(env!("CARGO_MANIFEST_DIR")).join(".."));
    let rooms = rooms.iter().filter(|path| {
        let path = path.to_string_lossy();
        // The dialect asks the engine about itself, each in its own way.
        let own = ["/store/src/migrate", "/store/src/dialect"];
        path.contains("/src/") && !own.iter().any(|part| path.contains(part))
    });
    let texts = rooms.flat_map(|path| statements(&std::fs::read_to_string(path).unwrap()));
    let explained = texts.map(|sql| {
        let question: &'static str = format!("EXPLAIN QUERY PLAN {sql}").leak();
        let values = vec![Value::Null; parameters(&sql)];
        let plan: Result<Vec<String>, StoreError> = test
            .store
            .read_blocking(move |tx| tx.query(Sql(question), &values, |row| row.text(3)));
        let plan = plan.unwrap_or_else(|error| panic!("{error}: {sql}"));
        (sql, plan)
    });
    explained.collect()
}

#[test]
fn no_statement_walks_through_a_table_that_grows() {
    let plans = plans();
    assert!(plans.len() > 120, "{} statements", plans.len());
    let walking = plans.iter().filter(|(sql, _)| {
        let is_apart = |own: &&str| sql.starts_with(*own);
        !OF_TRIALS.iter().chain(OF_ARRIVALS).any(is_apart)
    });
    let walking = walking.flat_map(|(sql, plan)| {
        let lines = plan.iter().filter(|line| walks(line));
        lines.map(move |line| format!("{line}: {sql}"))
    });
    let walking: Vec<String> = walking.collect();
    assert!(walking.is_empty(), "{}", walking.join("\n"));
}

#[test]
fn each_list_of_agents_walks_along_its_own_index_and_sorts_nothing() {
    let plans = plans();
    let lists = plans.iter().filter(|(sql, _)| {
        sql.contains("FROM dossiers WHERE") && sql.contains("ORDER BY silence_due")
    });
    let mut seen = 0;
    for (sql, plan) in lists {
        let index = match sql {
            open if open.contains("state IN (") => "dossiers_open",
            one if one.contains("state = $") => "dossiers_queue",
            _ => "dossiers_shown",
        };
        let along = format!("USING INDEX {index} (organisation_id=? AND group_id=?");
        assert!(
            plan.len() == 1 && plan[0].contains(&along),
            "{plan:?}: {sql}"
        );
        seen += 1;
    }
    assert_eq!(seen, 6);
}
