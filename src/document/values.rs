//! [`Value`] → [`ValueRecord`]: what a value means, in strings.

use super::records::ValueRecord;
use crate::labels::Value;

/// The record of a value.
pub(super) fn value_record(value: &Value) -> ValueRecord {
    let record = ValueRecord { kind: value.kind().to_owned(), ..ValueRecord::default() };
    match value {
        Value::Date(period) => ValueRecord {
            iso: Some(period.to_string()),
            precision: Some(period.precision.name().to_owned()),
            ..record
        },
        Value::Duration(duration) => ValueRecord { iso: Some(duration.to_string()), ..record },
        Value::Time(time) => ValueRecord { iso: Some(time.to_string()), ..record },
        Value::Money { amount, currency } => ValueRecord {
            amount: Some(amount.to_string()),
            currency: currency.map(|currency| currency.code().to_owned()),
            ..record
        },
        Value::Percent { amount, points } => ValueRecord {
            amount: Some(amount.to_string()),
            unit: points.then(|| "point".to_owned()),
            ..record
        },
        Value::Quantity { amount, unit } => {
            ValueRecord { amount: Some(amount.to_string()), unit: Some(unit.sign().to_owned()), ..record }
        }
        Value::Number(amount) => ValueRecord { amount: Some(amount.to_string()), ..record },
        Value::Ordinal(number) => ValueRecord { amount: Some(number.to_string()), ..record },
    }
}
