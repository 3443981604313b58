//! What is learned: named matrices, and the gradients that belong to them.

use super::random::Random;

/// Names a matrix among the [`Params`].
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParamId(pub usize);

/// A matrix that is learned.
#[derive(Clone, Debug)]
pub struct Param {
    pub name: String,
    pub rows: usize,
    pub columns: usize,
    pub values: Vec<f32>,
    /// Whether few rows are used at a time, as in tables of words: only these are updated then.
    pub sparse: bool,
}

/// All matrices of a network.
#[derive(Clone, Debug, Default)]
pub struct Params {
    pub table: Vec<Param>,
}

impl Params {
    /// Adds a matrix with even random values within `spread` of 0.
    pub fn add(
        &mut self,
        name: &str,
        rows: usize,
        columns: usize,
        spread: f32,
        random: &mut Random,
    ) -> ParamId {
        let values = (0..rows * columns).map(|_| (random.unit() * 2.0 - 1.0) * spread).collect();
        self.table.push(Param { name: name.to_owned(), rows, columns, values, sparse: false });
        ParamId(self.table.len() - 1)
    }

    /// Adds a layer's weights, spread as X. Glorot and Y. Bengio (2010) advise.
    pub fn dense(&mut self, name: &str, rows: usize, columns: usize, random: &mut Random) -> ParamId {
        let spread = (6.0 / (rows + columns) as f32).sqrt();
        self.add(name, rows, columns, spread, random)
    }

    /// Adds a table of which few rows are used at a time.
    pub fn sparse(
        &mut self,
        name: &str,
        rows: usize,
        columns: usize,
        spread: f32,
        random: &mut Random,
    ) -> ParamId {
        let id = self.add(name, rows, columns, spread, random);
        self.table[id.0].sparse = true;
        id
    }

    pub fn get(&self, id: ParamId) -> &Param {
        &self.table[id.0]
    }
}

/// Gradients, one for each matrix, with the rows of sparse ones that were touched.
#[derive(Clone, Debug)]
pub struct Grads {
    pub values: Vec<Vec<f32>>,
    pub touched: Vec<Vec<u32>>,
    marks: Vec<Vec<bool>>,
}

impl Grads {
    pub fn new(params: &Params) -> Self {
        Self {
            values: params.table.iter().map(|param| vec![0.0; param.values.len()]).collect(),
            touched: params.table.iter().map(|_| Vec::new()).collect(),
            marks: params
                .table
                .iter()
                .map(|param| vec![false; if param.sparse { param.rows } else { 0 }])
                .collect(),
        }
    }

    /// The gradient of a row of a sparse matrix.
    pub fn row(&mut self, id: ParamId, row: usize, columns: usize) -> &mut [f32] {
        if let Some(mark) = self.marks[id.0].get_mut(row)
            && !*mark
        {
            *mark = true;
            self.touched[id.0].push(row as u32);
        }
        &mut self.values[id.0][row * columns..(row + 1) * columns]
    }

    /// Adds another set, row by row, in a fixed order.
    pub fn add(&mut self, other: &Self, params: &Params) {
        for (index, param) in params.table.iter().enumerate() {
            if param.sparse {
                for row in &other.touched[index] {
                    let at = *row as usize * param.columns;
                    let from = &other.values[index][at..at + param.columns];
                    let to = self.row(ParamId(index), *row as usize, param.columns);
                    to.iter_mut().zip(from).for_each(|(to, from)| *to += from);
                }
            } else {
                let from = other.values[index].iter();
                self.values[index].iter_mut().zip(from).for_each(|(to, from)| *to += from);
            }
        }
    }

    pub fn clear(&mut self, params: &Params) {
        for (index, param) in params.table.iter().enumerate() {
            if param.sparse {
                for row in std::mem::take(&mut self.touched[index]) {
                    let at = row as usize * param.columns;
                    self.values[index][at..at + param.columns].fill(0.0);
                    self.marks[index][row as usize] = false;
                }
            } else {
                self.values[index].fill(0.0);
            }
        }
    }
}
