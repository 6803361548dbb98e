//! One connection: it opens when needed, prepares each statement once, and knows when it is lost.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use tokio_postgres::{Config, Error, Row as PostgresRow, Statement};

use super::error::{Trouble, cleaned, trouble};
use super::link::Link;
use crate::row::Source;
use crate::{Row, Sql, StoreError, Value, dialect};

/// Where the database is. Its `Debug` shows no password.
#[derive(Clone)]
pub(crate) struct Address(Config);

impl Address {
    /// Reads a libpq URL or key=value text.
    pub(crate) fn parse(url: &str) -> Result<Self, StoreError> {
        let mut config = Config::from_str(url)
            .map_err(|_| StoreError::unavailable("the address of PostgreSQL cannot be read"))?;
        if config.get_connect_timeout().is_none() {
            config.connect_timeout(Duration::from_secs(5));
        }
        if config.get_application_name().is_none() {
            config.application_name("parvis");
        }
        Ok(Self(config))
    }

    /// Connects. Never from an asynchronous task: a link waits on its thread.
    pub(crate) fn connect(&self) -> Result<Link, StoreError> {
        let opened = Link::open(&self.0).map_err(StoreError::unavailable)?;
        let mut link = opened.map_err(|error| refused(&error))?;
        link.batch(dialect::POSTGRES_SETTINGS)
            .map_err(|error| cleaned(&error))?;
        Ok(link)
    }
}

/// A connection refused says why (unknown database, role, password): an operator needs it, and no row is quoted.
fn refused(error: &Error) -> StoreError {
    use std::error::Error as _;
    let cause = match (error.as_db_error(), error.source()) {
        (Some(refusal), _) => refusal.message().to_owned(),
        (None, Some(cause)) => cause.to_string(),
        (None, None) => error.to_string(),
    };
    StoreError::Unavailable(format!("connecting to PostgreSQL: {cause}"))
}

impl fmt::Debug for Address {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str("Address")
    }
}

/// The connection of one thread.
pub(crate) struct Session {
    address: Address,
    open: Option<Open>,
    trouble: Option<Trouble>,
}

pub(super) struct Open {
    pub(super) link: Link,
    prepared: HashMap<&'static str, Statement>,
    /// Whether a transaction was begun on it before: then it may have been lost since.
    used: bool,
}

impl Session {
    /// A session that connects when it is first used.
    pub(crate) const fn new(address: Address) -> Self {
        Self {
            address,
            open: None,
            trouble: None,
        }
    }

    /// A session that is connected.
    pub(crate) fn connected(address: Address) -> Result<Self, StoreError> {
        let mut session = Self::new(address);
        session.connect()?;
        Ok(session)
    }

    /// Starts a transaction, after connecting. PostgreSQL hears of it with the first statement.
    pub(crate) fn begin(&mut self, sql: &'static str) -> Result<(), StoreError> {
        self.trouble = None;
        self.connect()?;
        self.opened()?.link.begin(sql);
        Ok(())
    }

    /// Keeps what the transaction did, and waits for the disk of PostgreSQL.
    pub(crate) fn commit(&mut self) -> Result<(), StoreError> {
        if self.is_untouched() {
            return Ok(());
        }
        self.control(dialect::COMMIT)
    }

    /// Executes a text without parameters, and waits.
    pub(crate) fn control(&mut self, sql: &str) -> Result<(), StoreError> {
        self.trouble = None;
        let outcome = self.opened()?.link.batch(sql);
        self.noted(outcome)
    }

    /// Undoes the transaction; a connection on which that fails is dropped.
    pub(crate) fn undo(&mut self) {
        if self.is_untouched() {
            return;
        }
        let trouble = self.trouble;
        if let Some(open) = &mut self.open {
            open.link.forget_awaited();
        }
        if self.control(dialect::ROLLBACK).is_err() {
            self.forget();
        }
        self.trouble = trouble;
    }

    /// Ends a transaction that only read, without waiting: the next one begins behind it.
    pub(crate) fn leave(&mut self) {
        if self.is_untouched() {
            return;
        }
        if let Some(open) = &mut self.open {
            open.link.send(dialect::ROLLBACK);
        }
    }

    /// True when PostgreSQL never heard of the transaction: it is forgotten then.
    fn is_untouched(&mut self) -> bool {
        let open = self.open.as_mut();
        open.is_some_and(|open| open.link.forget_beginning())
    }

    /// What happened last to the connection, if anything did; forgotten once told.
    pub(crate) const fn take_trouble(&mut self) -> Option<Trouble> {
        self.trouble.take()
    }

    /// Drops the connection: the next transaction opens another.
    pub(crate) fn forget(&mut self) {
        self.open = None;
    }

    /// Executes a statement of which nobody asks the count: its error is that of the next statement, or of the commit.
    pub(crate) fn put(&mut self, sql: Sql, values: &[Value]) -> Result<(), StoreError> {
        let statement = self.prepared(sql, values)?;
        let open = self.opened()?;
        open.used = true;
        open.link.put(&statement, values);
        Ok(())
    }

    /// Executes a statement that returns no row.
    pub(crate) fn execute(&mut self, sql: Sql, values: &[Value]) -> Result<u64, StoreError> {
        self.asked(sql, values, Link::execute)
    }

    /// Gives each row to `each`, until it answers false.
    pub(crate) fn query(
        &mut self,
        sql: Sql,
        values: &[Value],
        each: &mut dyn FnMut(&Row<'_>) -> bool,
    ) -> Result<(), StoreError> {
        let rows: Vec<PostgresRow> = self.asked(sql, values, Link::query)?;
        for row in &rows {
            if !each(&Row(Source::Postgres(row))) {
                break;
            }
        }
        Ok(())
    }

    /// Asks PostgreSQL. When the connection turns out to have been lost while it was idle, another one is asked: as
    /// this is the first statement of its transaction, nothing of it was done.
    fn asked<T>(
        &mut self,
        sql: Sql,
        values: &[Value],
        ask: fn(&mut Link, &Statement, &[Value]) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        let again = self.stale_beginning();
        match self.asked_once(sql, values, ask) {
            Err(_) if self.trouble == Some(Trouble::Lost) && again.is_some() => {
                self.connect()?;
                if let (Some(open), Some(beginning)) = (&mut self.open, again) {
                    open.link.begin(beginning);
                }
                self.trouble = None;
                self.asked_once(sql, values, ask)
            }
            outcome => outcome,
        }
    }

    fn asked_once<T>(
        &mut self,
        sql: Sql,
        values: &[Value],
        ask: fn(&mut Link, &Statement, &[Value]) -> Result<T, Error>,
    ) -> Result<T, StoreError> {
        let statement = self.prepared(sql, values)?;
        let open = self.opened()?;
        open.used = true;
        let outcome = ask(&mut open.link, &statement, values);
        self.noted(outcome)
    }

    /// The beginning of a transaction that nothing followed yet, on a connection that served before.
    fn stale_beginning(&self) -> Option<&'static str> {
        let open = self.open.as_ref().filter(|open| open.used)?;
        open.link.beginning()
    }

    fn prepared(&mut self, sql: Sql, values: &[Value]) -> Result<Statement, StoreError> {
        let open = self.opened()?;
        let statement = match open.prepared.get(sql.0) {
            Some(statement) => statement.clone(),
            None => {
                let outcome = open.link.prepare(sql.0);
                let statement = self.noted(outcome)?;
                self.opened()?.prepared.insert(sql.0, statement.clone());
                statement
            }
        };
        let asked = statement.params().len();
        if asked != values.len() {
            let message = format!("{asked} asked, {} given", values.len());
            return Err(StoreError::Parameter(message));
        }
        Ok(statement)
    }

    fn connect(&mut self) -> Result<(), StoreError> {
        if self.open.is_none() {
            self.open = Some(Open {
                link: self.address.connect()?,
                prepared: HashMap::new(),
                used: false,
            });
        }
        Ok(())
    }

    /// The connection of the transaction: once lost, it is not replaced before the next one begins.
    pub(super) fn opened(&mut self) -> Result<&mut Open, StoreError> {
        self.open
            .as_mut()
            .ok_or_else(|| StoreError::unavailable("the connection to PostgreSQL is lost"))
    }

    /// Remembers what an error means for the connection, and cleans it.
    fn noted<T>(&mut self, outcome: Result<T, Error>) -> Result<T, StoreError> {
        outcome.map_err(|error| {
            let trouble = trouble(&error);
            self.trouble = Some(trouble);
            match trouble {
                Trouble::Lost => self.forget(),
                Trouble::StalePlan => self.forget_plans(),
                Trouble::Again | Trouble::Other => {}
            }
            cleaned(&error)
        })
    }

    fn forget_plans(&mut self) {
        if let Some(open) = &mut self.open {
            open.prepared.clear();
        }
    }
}
