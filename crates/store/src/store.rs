//! The handle that every room receives.

use std::path::Path;
use std::sync::mpsc::sync_channel;
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};

use tokio::sync::oneshot;

use crate::postgres::{Address, Session};
use crate::queue::{Queue, Task, Work};
use crate::{
    Applied, Engine, Location, Migration, Options, StoreError, Tx, Vault, migrate, postgres, sqlite,
};

/// The database: every act and every read of the house goes through it. Cheap to clone.
#[derive(Clone)]
pub struct Store {
    inner: Arc<Inner>,
}

/// Where reads run.
enum Reads {
    /// On the thread that asks, with a connection of SQLite.
    Here(sqlite::Readers),
    /// On threads of the store, each with its connection to PostgreSQL.
    There(Arc<Queue>),
}

struct Inner {
    location: Location,
    vault: Vault,
    writes: Arc<Queue>,
    reads: Reads,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Store {
    /// Opens a database with the default [`Options`].
    ///
    /// # Errors
    ///
    /// [`StoreError::Unavailable`] when it cannot be reached, [`StoreError::Unfit`] when it cannot serve us.
    pub fn open(location: &Location, vault: Vault) -> Result<Self, StoreError> {
        Self::open_with(location, vault, &Options::default())
    }

    /// Opens a database.
    ///
    /// # Errors
    ///
    /// As [`Store::open`].
    pub fn open_with(
        location: &Location,
        vault: Vault,
        options: &Options,
    ) -> Result<Self, StoreError> {
        let writes = Arc::new(Queue::new(options.waiting));
        let reads = match location {
            Location::Sqlite(path) => {
                sqlite::prepare_file(path)?;
                Reads::Here(sqlite::Readers::open(
                    path,
                    options.readers,
                    options.statements,
                )?)
            }
            Location::Postgres(_) => Reads::There(Arc::new(Queue::new(options.waiting))),
        };
        let inner = Inner {
            location: location.clone(),
            vault,
            writes,
            reads,
            threads: Mutex::default(),
        };
        match location {
            Location::Sqlite(path) => inner.start_sqlite(path, options)?,
            Location::Postgres(url) => inner.start_postgres(url, options)?,
        }
        Ok(Self {
            inner: Arc::new(inner),
        })
    }

    /// Applies the migrations that are missing, the store's own first, then in the given order.
    ///
    /// Several processes may start at once: they wait for one another. Blocks its thread.
    ///
    /// # Errors
    ///
    /// [`StoreError::Migration`] when an applied file was changed, or when the database was written by a newer
    /// program; [`StoreError::MasterKey`] when the database belongs to another master key.
    pub fn migrate(&self, migrations: &[Migration]) -> Result<Vec<Applied>, StoreError> {
        // On a thread of its own: a link to PostgreSQL waits on its thread, and panics inside an asynchronous task.
        thread::scope(|scope| {
            scope
                .spawn(|| migrate::migrate(&self.inner.location, &self.inner.vault, migrations))
                .join()
                .unwrap_or(Err(StoreError::Panicked))
        })
    }

    /// The engine underneath. For diagnostics: what differs belongs to the dialect.
    #[must_use]
    pub fn engine(&self) -> Engine {
        match self.inner.location {
            Location::Sqlite(_) => Engine::Sqlite,
            Location::Postgres(_) => Engine::Postgres,
        }
    }

    /// The secrets of the installation.
    #[must_use]
    pub fn vault(&self) -> &Vault {
        &self.inner.vault
    }

    /// Runs an act in a transaction; answers once the disk has it.
    ///
    /// The act may be run again, so it has no effect outside its transaction, and it neither hashes passwords, renders
    /// pages nor waits for a network: others wait for it. Its error, like a panic, undoes it alone. Dropping the
    /// future does not stop the act.
    ///
    /// # Errors
    ///
    /// The error of the act, or what befell its transaction.
    pub async fn write<T, E>(
        &self,
        act: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        asked(|task| self.inner.writes.push(task), act).await
    }

    /// Runs a view on a snapshot; writing in it is refused. It may be run again. On SQLite it runs at once, on the
    /// thread that polls the future: like an act, it neither hashes passwords, renders pages nor waits for a network.
    ///
    /// # Errors
    ///
    /// The error of the view, or what befell its transaction.
    pub async fn read<T, E>(
        &self,
        view: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        asked(|task| self.inner.serve_read(task), view).await
    }

    /// As [`Store::write`], blocking: for the command line, jobs and tests.
    ///
    /// # Errors
    ///
    /// As [`Store::write`].
    pub fn write_blocking<T, E>(
        &self,
        act: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        asked_blocking(|task| self.inner.writes.push(task), act)
    }

    /// As [`Store::read`], blocking: for the command line, jobs and tests.
    ///
    /// # Errors
    ///
    /// As [`Store::read`].
    pub fn read_blocking<T, E>(
        &self,
        view: impl Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    ) -> Result<T, E>
    where
        T: Send + 'static,
        E: From<StoreError> + Send + 'static,
    {
        asked_blocking(|task| self.inner.serve_read(task), view)
    }

    /// Accepts nothing more, serves what waits, and closes every connection. Blocks its thread.
    pub fn close(&self) {
        self.inner.close_queues();
        let threads = std::mem::take(&mut *self.inner.lock_threads());
        for thread in threads {
            if thread.thread().id() != thread::current().id() && thread.join().is_err() {
                tracing::error!("a thread of the store ended by a panic");
            }
        }
    }
}

async fn asked<F, T, E>(hand_over: impl FnOnce(Box<dyn Task>), act: F) -> Result<T, E>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (reply, answer) = oneshot::channel();
    // Nobody may be listening any more: the act counts all the same.
    hand_over(work(act, move |result| drop(reply.send(result))));
    answer.await.unwrap_or_else(|_| Err(unanswered().into()))
}

fn asked_blocking<F, T, E>(hand_over: impl FnOnce(Box<dyn Task>), act: F) -> Result<T, E>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
{
    let (reply, answer) = sync_channel(1);
    hand_over(work(act, move |result| drop(reply.send(result))));
    answer.recv().unwrap_or_else(|_| Err(unanswered().into()))
}

fn work<F, T, E, R>(act: F, reply: R) -> Box<dyn Task>
where
    F: Fn(&mut Tx<'_>) -> Result<T, E> + Send + 'static,
    T: Send + 'static,
    E: From<StoreError> + Send + 'static,
    R: FnOnce(Result<T, E>) + Send + 'static,
{
    Box::new(Work::new(act, reply))
}

fn unanswered() -> StoreError {
    StoreError::unavailable("its thread ended without answering")
}

impl Inner {
    fn start_sqlite(&self, path: &Path, options: &Options) -> Result<(), StoreError> {
        let writer = sqlite::open(path, options.statements)?;
        let group = options.group.max(1);
        let (queue, vault) = (Arc::clone(&self.writes), self.vault.clone());
        self.spawn("parvis-writer", move || {
            sqlite::serve_writes(&writer, &queue, &vault, group);
        })?;
        Ok(())
    }

    fn start_postgres(&self, url: &str, options: &Options) -> Result<(), StoreError> {
        let address = Address::parse(url)?;
        thread::scope(|scope| {
            let checked = scope.spawn(|| postgres::check(&address)).join();
            checked.unwrap_or(Err(StoreError::Panicked))
        })?;
        for _ in 0..options.writers.max(1) {
            let mut session = Session::new(address.clone());
            let (queue, vault) = (Arc::clone(&self.writes), self.vault.clone());
            self.spawn("parvis-writer", move || {
                postgres::serve_writes(&mut session, &queue, &vault);
            })?;
        }
        let Reads::There(reads) = &self.reads else {
            return Ok(());
        };
        for _ in 0..options.readers.max(1) {
            let mut session = Session::new(address.clone());
            let (queue, vault) = (Arc::clone(reads), self.vault.clone());
            self.spawn("parvis-reader", move || {
                postgres::serve_reads(&mut session, &queue, &vault);
            })?;
        }
        Ok(())
    }

    fn spawn(&self, name: &str, serve: impl FnOnce() + Send + 'static) -> Result<(), StoreError> {
        let thread = thread::Builder::new()
            .name(name.to_owned())
            .spawn(serve)
            .map_err(StoreError::unavailable)?;
        self.lock_threads().push(thread);
        Ok(())
    }

    fn serve_read(&self, task: Box<dyn Task>) {
        match &self.reads {
            Reads::Here(readers) => readers.serve(&self.vault, task),
            Reads::There(queue) => queue.push(task),
        }
    }

    fn close_queues(&self) {
        self.writes.close();
        match &self.reads {
            Reads::Here(readers) => readers.close(),
            Reads::There(queue) => queue.close(),
        }
    }

    fn lock_threads(&self) -> std::sync::MutexGuard<'_, Vec<JoinHandle<()>>> {
        self.threads.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// The last handle is gone: the threads serve what waits, then end by themselves.
impl Drop for Inner {
    fn drop(&mut self) {
        self.close_queues();
    }
}
