//! Every row of a table, out and in.

use std::pin::pin;

use futures::TryStreamExt;
use tokio_postgres::binary_copy::BinaryCopyInWriter;
use tokio_postgres::types::{ToSql, Type};
use tokio_postgres::{Client, Row};

use super::column;
use super::error::cleaned;
use super::session::Session;
use crate::snapshot::{Kind, Read, Table};
use crate::{StoreError, Value};

impl Session {
    /// Gives each row, until one is refused; they come as they are asked for.
    pub(crate) fn rows(
        &mut self,
        table: &Table,
        read: &Read<'_>,
        each: &mut dyn FnMut(&[Value]) -> Result<(), StoreError>,
    ) -> Result<(), StoreError> {
        self.apart(async |client| {
            let owner = read.owner.iter().map(|owner| owner as &(dyn ToSql + Sync));
            let rows = client.query_raw(read.sql, owner).await;
            let mut rows = pin!(rows.map_err(|error| cleaned(&error))?);
            let mut values = Vec::with_capacity(table.columns.len());
            while let Some(row) = rows.try_next().await.map_err(|error| cleaned(&error))? {
                values.clear();
                for (index, column) in table.columns.iter().enumerate() {
                    let expected = column.kind.word();
                    let decode = StoreError::Decode {
                        column: index,
                        expected,
                    };
                    values.push(value(&row, index, column.kind).ok_or(decode)?);
                }
                each(&values)?;
            }
            Ok(())
        })
    }

    /// Copies every row in; says how many.
    pub(crate) fn fill(
        &mut self,
        table: &Table,
        rows: &mut dyn Iterator<Item = Result<Vec<Value>, StoreError>>,
    ) -> Result<u64, StoreError> {
        let sql = format!("COPY {} FROM STDIN (FORMAT binary)", table.target());
        let kinds: Vec<Type> = table.columns.iter().map(|it| of_kind(it.kind)).collect();
        self.apart(async |client| {
            let sink = client.copy_in(&sql).await;
            let sink = sink.map_err(|error| cleaned(&error))?;
            let mut writer = pin!(BinaryCopyInWriter::new(sink, &kinds));
            for row in rows {
                let written = writer.as_mut().write_raw(row?).await;
                written.map_err(|error| cleaned(&error))?;
            }
            writer.finish().await.map_err(|error| cleaned(&error))
        })
    }

    /// Works on the connection, in the transaction that was begun.
    fn apart<T>(
        &mut self,
        work: impl AsyncFnOnce(&Client) -> Result<T, StoreError>,
    ) -> Result<T, StoreError> {
        self.opened()?.link.apart(work)
    }
}

fn value(row: &Row, index: usize, kind: Kind) -> Option<Value> {
    let value = match kind {
        Kind::Text => column::text(row, index)?.map(Value::Text),
        Kind::Integer => column::int(row, index)?.map(Value::Int),
        Kind::Bytes => column::bytes(row, index)?.map(Value::Bytes),
    };
    Some(value.unwrap_or(Value::Null))
}

const fn of_kind(kind: Kind) -> Type {
    match kind {
        Kind::Text => Type::TEXT,
        Kind::Integer => Type::INT8,
        Kind::Bytes => Type::BYTEA,
    }
}
