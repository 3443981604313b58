//! Ids and tables: a layer is a table with one row a token, sentence, mention …
//!
//! `Table` owns the only indexing of the core.

use std::marker::PhantomData;
use std::ops::{Index, IndexMut};

/// A row number of one kind of table.
pub trait Id: Copy + Eq + Ord + std::fmt::Debug {
    /// The id of row `index`.
    fn from_index(index: usize) -> Self;
    /// The row number.
    fn index(self) -> usize;
}

/// Defines a newtype over `u32` that implements [`Id`].
macro_rules! define_id {
    ($(#[$doc:meta])* $name:ident) => {
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
        pub struct $name(pub u32);

        impl $crate::text::Id for $name {
            fn from_index(index: usize) -> Self {
                Self(u32::try_from(index).unwrap_or(u32::MAX))
            }

            fn index(self) -> usize {
                self.0 as usize
            }
        }
    };
}
pub(crate) use define_id;

/// A half-open run of ids.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct IdRange<I> {
    start: u32,
    end: u32,
    id: PhantomData<I>,
}

impl<I> std::fmt::Debug for IdRange<I> {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{}..{}", self.start, self.end)
    }
}

impl<I: Id> IdRange<I> {
    /// The run from row `start` up to, not including, row `end`.
    pub fn new(start: usize, end: usize) -> Self {
        let start = u32::try_from(start).unwrap_or(u32::MAX);
        let end = u32::try_from(end).unwrap_or(u32::MAX).max(start);
        Self { start, end, id: PhantomData }
    }

    /// The run of one row.
    pub fn one(id: I) -> Self {
        Self::new(id.index(), id.index() + 1)
    }

    /// The run from `first` to `last`, both included.
    pub fn inclusive(first: I, last: I) -> Self {
        Self::new(first.index(), last.index() + 1)
    }

    /// First row number.
    pub fn start(self) -> usize {
        self.start as usize
    }

    /// One past the last row number.
    pub fn end(self) -> usize {
        self.end as usize
    }

    /// The first id, if there is one.
    pub fn first(self) -> Option<I> {
        (!self.is_empty()).then(|| I::from_index(self.start()))
    }

    /// The last id, if there is one.
    pub fn last(self) -> Option<I> {
        (!self.is_empty()).then(|| I::from_index(self.end() - 1))
    }

    /// Number of rows.
    pub fn len(self) -> usize {
        self.end() - self.start()
    }

    /// Whether there is no row.
    pub fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// Whether row `id` lies inside.
    pub fn contains(self, id: I) -> bool {
        (self.start()..self.end()).contains(&id.index())
    }

    /// Whether every row of `other` lies inside.
    pub fn covers(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share at least one row.
    pub fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The ids in order; can be walked backwards.
    pub fn ids(self) -> impl DoubleEndedIterator<Item = I> + ExactSizeIterator + Clone {
        (self.start()..self.end()).map(I::from_index)
    }
}

/// Rows numbered by one kind of id.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table<I, Row> {
    rows: Vec<Row>,
    id: PhantomData<I>,
}

impl<I, Row> Default for Table<I, Row> {
    fn default() -> Self {
        Self { rows: Vec::new(), id: PhantomData }
    }
}

impl<I: Id, Row> Table<I, Row> {
    /// The table of these rows, numbered from 0.
    pub fn new(rows: Vec<Row>) -> Self {
        Self { rows, id: PhantomData }
    }

    /// Adds a row and gives its id.
    pub fn push(&mut self, row: Row) -> I {
        self.rows.push(row);
        I::from_index(self.rows.len() - 1)
    }

    /// The row, or `None` outside the table.
    pub fn get(&self, id: I) -> Option<&Row> {
        self.rows.get(id.index())
    }

    /// The row to change, or `None` outside the table.
    pub fn get_mut(&mut self, id: I) -> Option<&mut Row> {
        self.rows.get_mut(id.index())
    }

    /// The row `distance` rows before or after `id`, or `None` outside the table.
    pub fn near(&self, id: I, distance: isize) -> Option<&Row> {
        id.index().checked_add_signed(distance).and_then(|index| self.rows.get(index))
    }

    /// Number of rows.
    pub fn len(&self) -> usize {
        self.rows.len()
    }

    /// Whether there is no row.
    pub fn is_empty(&self) -> bool {
        self.rows.is_empty()
    }

    /// All ids.
    pub fn ids(&self) -> IdRange<I> {
        IdRange::new(0, self.rows.len())
    }

    /// Ids and rows in order.
    pub fn iter(&self) -> impl DoubleEndedIterator<Item = (I, &Row)> + ExactSizeIterator {
        self.rows.iter().enumerate().map(|(index, row)| (I::from_index(index), row))
    }

    /// The rows in order.
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// The rows of a run; empty where it lies outside.
    pub fn range(&self, range: IdRange<I>) -> &[Row] {
        self.rows.get(range.start()..range.end()).unwrap_or(&[])
    }
}

impl<I: Id, Row> FromIterator<Row> for Table<I, Row> {
    fn from_iter<T: IntoIterator<Item = Row>>(rows: T) -> Self {
        Self::new(rows.into_iter().collect())
    }
}

#[allow(clippy::indexing_slicing, reason = "ids come from the table they index")]
impl<I: Id, Row> Index<I> for Table<I, Row> {
    type Output = Row;
    fn index(&self, id: I) -> &Row {
        &self.rows[id.index()]
    }
}

#[allow(clippy::indexing_slicing, reason = "ids come from the table they index")]
impl<I: Id, Row> IndexMut<I> for Table<I, Row> {
    fn index_mut(&mut self, id: I) -> &mut Row {
        &mut self.rows[id.index()]
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    define_id!(
        /// For the tests.
        RowId
    );

    #[test]
    fn a_run_of_ids_is_half_open() {
        let run = IdRange::<RowId>::new(1, 3);
        assert_eq!(run.ids().collect::<Vec<_>>(), [RowId(1), RowId(2)]);
        assert!(!run.contains(RowId(3)));
        assert_eq!(run.last(), Some(RowId(2)));
        assert_eq!(IdRange::<RowId>::new(3, 1).len(), 0);
    }

    #[test]
    fn outside_the_table_is_none_not_a_panic() {
        let table: Table<RowId, u8> = [7, 8].into_iter().collect();
        assert_eq!(table.get(RowId(2)), None);
        assert_eq!(table.near(RowId(0), -1), None);
        assert_eq!(table.near(RowId(0), 1), Some(&8));
        assert_eq!(table.range(IdRange::new(1, 9)), &[] as &[u8]);
    }
}
