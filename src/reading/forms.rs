//! What each form gives to the first layer, computed once for all its places in a text.

use rustc_hash::FxHashMap;

use super::features::{Form, form};
use crate::model::{Models, Network};

/// Forms remembered at a time: the words of a long book.
const MOST: usize = 60_000;

/// Forms met so far, with what each gives to the word after it, to its own place and to the word before it.
pub struct Forms<'a> {
    models: &'a Models,
    rows: FxHashMap<(&'a str, bool), u32>,
    forms: Vec<Form>,
    windows: Vec<i16>,
    /// What the forms show that are not in `windows` yet.
    input: Vec<i16>,
    output: Vec<i16>,
}

impl<'a> Forms<'a> {
    pub fn new(models: &'a Models) -> Self {
        Self {
            models,
            rows: FxHashMap::default(),
            forms: Vec::new(),
            windows: Vec::new(),
            input: Vec::new(),
            output: Vec::new(),
        }
    }

    /// Makes room for the forms of so many tokens: about half of an article's are new, less of a book's.
    pub fn reserve(&mut self, tokens: usize) {
        let forms = (tokens / 2).min(1000);
        self.rows.reserve(forms);
        self.forms.reserve(forms);
    }

    /// Forgets the forms if they are too many; rows given before are void then.
    pub fn make_room(&mut self) {
        if self.forms.len() > MOST {
            self.rows.clear();
            self.forms.clear();
            self.windows.clear();
            self.input.clear();
        }
    }

    /// The row of a form, and what it shows by itself.
    pub fn form(&mut self, printed: &'a str, soften: bool) -> (u32, Form) {
        if let Some(row) = self.rows.get(&(printed, soften)) {
            return (*row, self.forms.get(*row as usize).copied().unwrap_or_default());
        }
        let row = self.forms.len() as u32;
        let form = form(printed, soften, self.models);
        self.add_input(&form);
        self.rows.insert((printed, soften), row);
        self.forms.push(form);
        (row, form)
    }

    /// The row of a form that the text does not have: one with something left out, or with nothing at all.
    pub fn add(&mut self, form: Option<&Form>) -> u32 {
        let row = self.forms.len() as u32;
        match form {
            Some(form) => self.add_input(form),
            None => {
                let [part, ..] = &self.models.network.window;
                self.input.resize(self.input.len() + part.inputs(), 0);
            }
        }
        self.forms.push(form.copied().unwrap_or_default());
        row
    }

    /// Computes what the forms give that came since this was last called: many at a time are quicker than each by
    /// itself.
    pub fn prepare(&mut self) {
        let network = &self.models.network;
        let (wide, from) = (network.wide().max(1), self.windows.len());
        for (part, layer) in network.window.iter().enumerate() {
            layer.apply_unbiased(&self.input, &mut self.output);
            let rows = self.output.chunks_exact(wide);
            self.windows.resize(from + rows.len() * wide * 3, 0);
            let to = self.windows.get_mut(from..).unwrap_or(&mut []);
            for (to, row) in to.chunks_exact_mut(wide).skip(part).step_by(3).zip(rows) {
                to.copy_from_slice(row);
            }
        }
        self.input.clear();
    }

    /// Three rows of the layers' width; empty before [`prepare`](Self::prepare).
    pub fn windows(&self, row: u32) -> &[i16] {
        let width = 3 * self.models.network.wide();
        let at = row as usize * width;
        self.windows.get(at..at + width).unwrap_or(&[])
    }

    fn add_input(&mut self, form: &Form) {
        let network: &Network = &self.models.network;
        let input = &mut self.input;
        network.word.append(network.word_row(form.word), input);
        network.prefix.append(form.prefix as usize, input);
        network.short_suffix.append(form.short_suffix as usize, input);
        network.long_suffix.append(form.long_suffix as usize, input);
        network.shape.append(form.shape as usize, input);
        network.facts(form.flags, input);
    }
}
