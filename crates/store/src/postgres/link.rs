//! The wire of one connection, driven by the thread that owns it.
//!
//! Each exchange with PostgreSQL is a wait, and waits are what a transaction costs. So a transaction begins in the same
//! exchange as its first statement, and the end of a read is sent without waiting for its answer.

use futures::FutureExt;
use futures::future::join;
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Config, Error, NoTls, Row, Statement};

/// What a statement is given.
pub(super) type Bound<'a> = [&'a (dyn ToSql + Sync)];

/// An open connection. Never used inside an asynchronous task: it waits on its thread.
pub(crate) struct Link {
    runtime: Runtime,
    client: Client,
    /// The statement that begins the transaction, sent with the first statement that follows.
    beginning: Option<&'static str>,
}

impl Link {
    /// Connects; the error of the runtime says that this machine has no descriptor left.
    pub(super) fn open(config: &Config) -> std::io::Result<Result<Self, Error>> {
        let runtime = Builder::new_current_thread().enable_all().build()?;
        let connected = runtime.block_on(async {
            let (client, connection) = config.connect(NoTls).await?;
            tokio::spawn(async move {
                if let Err(error) = connection.await {
                    tracing::debug!(%error, "a connection to PostgreSQL ended");
                }
            });
            Ok(client)
        });
        Ok(connected.map(|client| Self {
            runtime,
            client,
            beginning: None,
        }))
    }

    /// Begins a transaction with its first statement; one without statement never begins.
    pub(super) const fn begin(&mut self, sql: &'static str) {
        self.beginning = Some(sql);
    }

    /// What begins the transaction, when nothing was sent of it yet.
    pub(super) const fn beginning(&self) -> Option<&'static str> {
        self.beginning
    }

    /// Forgets a transaction of which nothing was sent; false when something was.
    pub(super) const fn forget_beginning(&mut self) -> bool {
        self.beginning.take().is_some()
    }

    /// Executes statements without parameters, and waits.
    pub(super) fn batch(&mut self, sql: &str) -> Result<(), Error> {
        let work = self.client.batch_execute(sql);
        exchanged(&self.runtime, &self.client, self.beginning.take(), work)
    }

    /// Sends statements without parameters, and does not wait: whether they succeeded is seen by what follows.
    pub(super) fn send(&mut self, sql: &str) {
        let Self {
            runtime, client, ..
        } = self;
        runtime.block_on(async {
            let _sent = client.batch_execute(sql).now_or_never();
            // The task of the connection writes.
            tokio::task::yield_now().await;
        });
    }

    /// Prepares a statement: outside of the transaction, if that is not begun yet.
    pub(super) fn prepare(&self, sql: &str) -> Result<Statement, Error> {
        self.runtime.block_on(self.client.prepare(sql))
    }

    /// Executes a statement; says how many rows it touched.
    pub(super) fn execute(
        &mut self,
        statement: &Statement,
        values: &Bound<'_>,
    ) -> Result<u64, Error> {
        let work = self.client.execute(statement, values);
        exchanged(&self.runtime, &self.client, self.beginning.take(), work)
    }

    /// Executes a statement; gives its rows.
    pub(super) fn query(
        &mut self,
        statement: &Statement,
        values: &Bound<'_>,
    ) -> Result<Vec<Row>, Error> {
        let work = self.client.query(statement, values);
        exchanged(&self.runtime, &self.client, self.beginning.take(), work)
    }

    /// Prepares and executes a statement without parameters that gives one row.
    pub(super) fn row(&self, sql: &str) -> Result<Row, Error> {
        self.runtime.block_on(self.client.query_one(sql, &[]))
    }
}

/// Does some work, after the beginning of the transaction if it is still to be sent, in one exchange. `join` polls in
/// this order, and each future sends when it is first polled: PostgreSQL sees the beginning first. If that fails, so
/// does the connection or the transaction, and nothing of the work is kept.
fn exchanged<T>(
    runtime: &Runtime,
    client: &Client,
    beginning: Option<&str>,
    work: impl Future<Output = Result<T, Error>>,
) -> Result<T, Error> {
    let Some(beginning) = beginning else {
        return runtime.block_on(work);
    };
    let (began, worked) = runtime.block_on(join(client.batch_execute(beginning), work));
    began.and(worked)
}
