//! Binding a value to the type that PostgreSQL gave to its parameter.

use std::error::Error;

use tokio_postgres::types::private::BytesMut;
use tokio_postgres::types::{IsNull, ToSql, Type, to_sql_checked};

use crate::Value;

/// A value that does not fit the type of its parameter.
#[derive(Debug, thiserror::Error)]
#[error("a value does not fit the type of its parameter")]
pub(crate) struct Misfit;

impl ToSql for Value {
    fn to_sql(
        &self,
        kind: &Type,
        out: &mut BytesMut,
    ) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
        match self {
            Self::Null => Ok(IsNull::Yes),
            Self::Int(number) => integer(*number, kind, out),
            Self::Text(text) if <&str as ToSql>::accepts(kind) => text.as_str().to_sql(kind, out),
            Self::Bytes(bytes) if *kind == Type::BYTEA => bytes.as_slice().to_sql(kind, out),
            Self::Text(_) | Self::Bytes(_) => Err(Box::new(Misfit)),
        }
    }

    fn accepts(_: &Type) -> bool {
        true
    }

    to_sql_checked!();
}

fn integer(
    number: i64,
    kind: &Type,
    out: &mut BytesMut,
) -> Result<IsNull, Box<dyn Error + Sync + Send>> {
    match *kind {
        Type::INT8 => number.to_sql(kind, out),
        Type::INT4 => i32::try_from(number).map_err(|_| Misfit)?.to_sql(kind, out),
        Type::INT2 => i16::try_from(number).map_err(|_| Misfit)?.to_sql(kind, out),
        _ => Err(Box::new(Misfit)),
    }
}
