//! The wire of one connection, driven by the thread that owns it.
//!
//! Each exchange with PostgreSQL is a wait, and waits are what a short transaction costs. So what nobody waits for (the
//! beginning of a transaction, a statement whose count is not asked) is sent together with the next statement that
//! somebody does wait for, and the end of a read is sent without waiting for its answer.

use std::pin::Pin;
use std::sync::Arc;
use std::task::Context;

use futures::FutureExt;
use futures::future::{join, join_all};
use futures::task::noop_waker_ref;
use tokio::runtime::{Builder, Runtime};
use tokio_postgres::types::ToSql;
use tokio_postgres::{Client, Config, Error, NoTls, Row, Statement};

use crate::Value;

/// An answer that nobody waits for yet.
type Awaited = Pin<Box<dyn Future<Output = Result<(), Error>> + Send>>;

/// An open connection. Never used inside an asynchronous task: it waits on its thread.
pub(crate) struct Link {
    runtime: Runtime,
    client: Arc<Client>,
    /// What begins the transaction, while nothing of it was sent.
    beginning: Option<&'static str>,
    /// The answers to what was sent without waiting, in order.
    awaited: Vec<Awaited>,
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
            client: Arc::new(client),
            beginning: None,
            awaited: Vec::new(),
        }))
    }

    /// Begins a transaction with its first statement; one without statement never begins.
    pub(super) fn begin(&mut self, sql: &'static str) {
        self.awaited.clear();
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
        self.exchange(async |client| client.batch_execute(sql).await)
    }

    /// Sends statements without parameters, and does not wait: whether they succeeded is seen by what follows.
    pub(super) fn send(&mut self, sql: &'static str) {
        self.awaited.clear();
        let client = Arc::clone(&self.client);
        self.later(async move { client.batch_execute(sql).await });
        // The task of the connection writes.
        self.runtime.block_on(tokio::task::yield_now());
        self.awaited.clear();
    }

    /// Forgets the answers that are awaited, before what they speak of is undone.
    pub(super) fn forget_awaited(&mut self) {
        self.awaited.clear();
    }

    /// Prepares a statement: outside of the transaction, if that is not begun yet.
    pub(super) fn prepare(&mut self, sql: &str) -> Result<Statement, Error> {
        self.behind(async |client| client.prepare(sql).await)
    }

    /// Executes a statement of which nobody asks the count. Its error is that of the next statement, or of the commit.
    pub(super) fn put(&mut self, statement: &Statement, values: &[Value]) {
        self.send_beginning();
        let (client, statement) = (Arc::clone(&self.client), statement.clone());
        let values = values.to_vec();
        self.later(async move {
            let executed = client.execute(&statement, &bound(&values)).await;
            executed.map(drop)
        });
    }

    /// Executes a statement; says how many rows it touched.
    pub(super) fn execute(
        &mut self,
        statement: &Statement,
        values: &[Value],
    ) -> Result<u64, Error> {
        self.exchange(async |client| client.execute(statement, &bound(values)).await)
    }

    /// Executes a statement; gives its rows.
    pub(super) fn query(
        &mut self,
        statement: &Statement,
        values: &[Value],
    ) -> Result<Vec<Row>, Error> {
        self.exchange(async |client| client.query(statement, &bound(values)).await)
    }

    /// Prepares and executes a statement without parameters that gives one row.
    pub(super) fn row(&self, sql: &str) -> Result<Row, Error> {
        self.runtime.block_on(self.client.query_one(sql, &[]))
    }

    /// Does some long work, of which nothing else is sent meanwhile, and waits for it.
    pub(super) fn apart<T, E>(
        &mut self,
        work: impl AsyncFnOnce(&Client) -> Result<T, E>,
    ) -> Result<T, E> {
        self.runtime.block_on(work(&self.client))
    }

    /// Does some work in the transaction, and waits for it.
    fn exchange<T>(
        &mut self,
        work: impl AsyncFnOnce(&Client) -> Result<T, Error>,
    ) -> Result<T, Error> {
        self.send_beginning();
        self.behind(work)
    }

    /// Does some work behind what was sent before it, and waits for everything. The first error is the true one: in a
    /// transaction that failed, PostgreSQL refuses all that follows.
    fn behind<T>(
        &mut self,
        work: impl AsyncFnOnce(&Client) -> Result<T, Error>,
    ) -> Result<T, Error> {
        let before = join_all(self.awaited.drain(..));
        let (before, worked) = self.runtime.block_on(join(before, work(&self.client)));
        before.into_iter().collect::<Result<(), Error>>()?;
        worked
    }

    fn send_beginning(&mut self) {
        if let Some(sql) = self.beginning.take() {
            let client = Arc::clone(&self.client);
            self.later(async move { client.batch_execute(sql).await });
        }
    }

    /// Sends without waiting: the driver queues a request when its future is first polled, in this order therefore.
    fn later(&mut self, sending: impl Future<Output = Result<(), Error>> + Send + 'static) {
        let mut sending: Awaited = sending.boxed();
        let polled = sending.poll_unpin(&mut Context::from_waker(noop_waker_ref()));
        self.awaited.push(match polled {
            std::task::Poll::Ready(outcome) => futures::future::ready(outcome).boxed(),
            std::task::Poll::Pending => sending,
        });
    }
}

fn bound(values: &[Value]) -> Vec<&(dyn ToSql + Sync)> {
    values
        .iter()
        .map(|value| value as &(dyn ToSql + Sync))
        .collect()
}
