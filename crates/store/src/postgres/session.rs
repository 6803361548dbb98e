//! One connection: it opens when needed, prepares each statement once, and knows when it is lost.

use std::collections::HashMap;
use std::fmt;
use std::str::FromStr;
use std::time::Duration;

use postgres::types::ToSql;
use postgres::{Client, Config, NoTls, Statement};

use super::error::{Trouble, cleaned, trouble};
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

    /// Connects. Never from an asynchronous task: the synchronous client panics there.
    pub(crate) fn connect(&self) -> Result<Client, StoreError> {
        let mut client = self.0.connect(NoTls).map_err(|error| refused(&error))?;
        client
            .batch_execute(dialect::POSTGRES_SETTINGS)
            .map_err(|error| cleaned(&error))?;
        Ok(client)
    }
}

/// A connection refused says why (unknown database, role, password): an operator needs it, and no row is quoted.
fn refused(error: &postgres::Error) -> StoreError {
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

struct Open {
    client: Client,
    prepared: HashMap<&'static str, Statement>,
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

    /// Starts a transaction, after connecting (again, if the connection was lost while idle).
    pub(crate) fn begin(&mut self, sql: &str) -> Result<(), StoreError> {
        let fresh = self.open.is_none();
        self.connect()?;
        match self.control(sql) {
            Err(_) if self.trouble == Some(Trouble::Lost) && !fresh => {
                self.connect()?;
                self.control(sql)
            }
            outcome => outcome,
        }
    }

    /// Executes a statement of the transaction itself: begin, commit, rollback.
    pub(crate) fn control(&mut self, sql: &str) -> Result<(), StoreError> {
        self.trouble = None;
        let outcome = self.opened()?.client.batch_execute(sql);
        self.noted(outcome)
    }

    /// Undoes the transaction; a connection on which that fails is dropped.
    pub(crate) fn undo(&mut self) {
        let trouble = self.trouble;
        if self.control(dialect::ROLLBACK).is_err() {
            self.forget();
        }
        self.trouble = trouble;
    }

    /// What happened last to the connection, if anything did; forgotten once told.
    pub(crate) const fn take_trouble(&mut self) -> Option<Trouble> {
        self.trouble.take()
    }

    /// Drops the connection: the next transaction opens another.
    pub(crate) fn forget(&mut self) {
        self.open = None;
    }

    /// Executes a statement that returns no row.
    pub(crate) fn execute(&mut self, sql: Sql, values: &[Value]) -> Result<u64, StoreError> {
        let statement = self.prepared(sql, values)?;
        let outcome = self.opened()?.client.execute(&statement, &bound(values));
        self.noted(outcome)
    }

    /// Gives each row to `each`, until it answers false.
    pub(crate) fn query(
        &mut self,
        sql: Sql,
        values: &[Value],
        each: &mut dyn FnMut(&Row<'_>) -> bool,
    ) -> Result<(), StoreError> {
        let statement = self.prepared(sql, values)?;
        let outcome = self.opened()?.client.query(&statement, &bound(values));
        for row in &self.noted(outcome)? {
            if !each(&Row(Source::Postgres(row))) {
                break;
            }
        }
        Ok(())
    }

    fn prepared(&mut self, sql: Sql, values: &[Value]) -> Result<Statement, StoreError> {
        let open = self.opened()?;
        let statement = match open.prepared.get(sql.0) {
            Some(statement) => statement.clone(),
            None => {
                let outcome = open.client.prepare(sql.0);
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
                client: self.address.connect()?,
                prepared: HashMap::new(),
            });
        }
        Ok(())
    }

    /// The connection of the transaction: once lost, it is not replaced before the next one begins.
    fn opened(&mut self) -> Result<&mut Open, StoreError> {
        self.open
            .as_mut()
            .ok_or_else(|| StoreError::unavailable("the connection to PostgreSQL is lost"))
    }

    /// Remembers what an error means for the connection, and cleans it.
    fn noted<T>(&mut self, outcome: Result<T, postgres::Error>) -> Result<T, StoreError> {
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

fn bound(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values
        .iter()
        .map(|value| value as &(dyn ToSql + Sync))
        .collect()
}
