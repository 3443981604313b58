//! Marks of each block, in order → quoted regions: which marks pair, through nesting, over paragraphs, and past
//! marks that were forgotten.
//!
//! A stack of open marks. Each mark is pushed and popped once, so the time is linear however deep they nest.

use super::marks::{Leaning, Mark, Style};
use super::{QuotedRegion, RegionId, Sentence, SentenceId, TokenId};
use crate::notice::{Notice, NoticeCode};
use crate::text::{Id, IdRange, Table};

/// What a token turned out to be.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Role {
    /// No mark.
    #[default]
    None,
    /// Opens a region.
    Open,
    /// Closes one.
    Close,
    /// Opening mark repeated at the head of a later paragraph.
    Repeated,
    /// The apostrophe of a possessive, or one that stands alone.
    Apostrophe,
}

/// How a block takes part in quotations of several paragraphs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Flow {
    /// A quotation may go on in it.
    Text,
    /// A quotation may go on behind it: a caption between two paragraphs.
    Aside,
    /// No quotation goes past it: a headline.
    Break,
}

/// A mark that stands open.
#[derive(Clone, Copy, Debug)]
struct OpenMark {
    token: TokenId,
    style: Style,
    /// May be an apostrophe: unpaired, it is no fault.
    weak: bool,
    /// The first mark of the same style that opened after it and before its paragraph's end.
    reopened: Option<TokenId>,
}

/// A region before its sentences are known.
#[derive(Clone, Copy, Debug)]
struct Draft {
    open: Option<TokenId>,
    close: Option<TokenId>,
    start: usize,
    end: usize,
}

/// Pairs marks, block by block.
#[derive(Debug, Default)]
pub(super) struct Pairing {
    /// One role a token.
    pub(super) roles: Vec<Role>,
    stack: Vec<OpenMark>,
    /// Places in `stack`, by style.
    open: [Vec<usize>; Style::COUNT],
    drafts: Vec<Draft>,
    unpaired: Vec<TokenId>,
    repeated: Vec<TokenId>,
    /// Where the last paragraph with an open quotation ends.
    paragraph_end: usize,
    /// Where the last closed region ends, with its mark.
    closed_end: usize,
}

/// The regions of a text.
#[derive(Debug, Default)]
pub(super) struct Pairs {
    pub(super) regions: Table<RegionId, QuotedRegion>,
    pub(super) innermost: Table<TokenId, Option<RegionId>>,
    pub(super) repeated: Vec<TokenId>,
    pub(super) unpaired: Vec<TokenId>,
}

impl Pairing {
    /// Takes the marks of the next block, whose tokens are `tokens`. `ends_sentence` tells of a token whether a
    /// sentence may end with it.
    pub(super) fn add_block(
        &mut self,
        tokens: IdRange<TokenId>,
        marks: &[Mark],
        flow: Flow,
        ends_sentence: impl Fn(TokenId) -> bool,
    ) {
        self.roles.resize(tokens.end(), Role::None);
        if flow == Flow::Aside {
            let carried = std::mem::take(&mut self.stack);
            let open = std::mem::take(&mut self.open);
            let paragraph_end = self.paragraph_end;
            self.add_marks(tokens, marks, 0, ends_sentence);
            self.end_block(tokens.end(), false);
            (self.stack, self.open, self.paragraph_end) = (carried, open, paragraph_end);
            return;
        }
        let goes_on = if flow == Flow::Text { self.repeat_marks(tokens, marks) } else { 0 };
        self.finish_from(goes_on, self.paragraph_end);
        self.add_marks(tokens, marks, goes_on, ends_sentence);
        self.end_block(tokens.end(), flow == Flow::Text);
    }

    /// How many marks at the head of a paragraph repeat those that stand open.
    fn repeat_marks(&mut self, tokens: IdRange<TokenId>, marks: &[Mark]) -> usize {
        let mut count = 0;
        for (mark, open) in marks.iter().zip(&self.stack) {
            let at_head = mark.token.index() == tokens.start() + count;
            let may_open = matches!(mark.leaning, Leaning::Opens | Leaning::MayOpen | Leaning::Either);
            if !at_head || !may_open || mark.style != open.style {
                break;
            }
            count += 1;
        }
        for mark in marks.iter().take(count) {
            self.set_role(mark.token, Role::Repeated);
            self.repeated.push(mark.token);
        }
        count
    }

    fn add_marks(
        &mut self,
        tokens: IdRange<TokenId>,
        marks: &[Mark],
        skip: usize,
        ends_sentence: impl Fn(TokenId) -> bool,
    ) {
        for mark in marks.iter().skip(skip) {
            // paragraphs whose line breaks alone are left: an opening mark at the head of a line, the same
            // style open, the line before it a whole sentence
            let before = mark.token.index().checked_sub(1).map(TokenId::from_index);
            let new_line = mark.begins_line && mark.token.index() > tokens.start();
            if new_line
                && matches!(mark.leaning, Leaning::Opens | Leaning::MayOpen)
                && self.stack.last().is_some_and(|open| open.style == mark.style)
                && before.is_some_and(&ends_sentence)
            {
                self.set_role(mark.token, Role::Repeated);
                self.repeated.push(mark.token);
                continue;
            }
            self.add_mark(mark, mark.token.index() == tokens.start());
        }
    }

    fn add_mark(&mut self, mark: &Mark, at_head: bool) {
        let on_top = self.stack.last().is_some_and(|open| open.style == mark.style);
        let single = mark.style == Style::Single;
        match mark.leaning {
            Leaning::Opens => self.push(mark, false),
            // British 'We won' against 'round the corner: only what something may close, or what may go on in
            // the next paragraph
            Leaning::MayOpen if mark.may_close_later || at_head => self.push(mark, true),
            Leaning::Either if !on_top && !single && !self.is_open(mark.style) => self.push(mark, false),
            Leaning::Closes | Leaning::Either
                if single && !on_top && !(mark.after_speech && self.is_open(mark.style)) =>
            {
                self.set_role(mark.token, Role::Apostrophe);
            }
            Leaning::Closes | Leaning::Either => self.close(mark),
            // the last that could close closes: "the dogs’ owner’s friends’"
            Leaning::Possessive | Leaning::MayClose if on_top && !mark.closes_later => self.close(mark),
            Leaning::MayOpen | Leaning::Possessive | Leaning::Apostrophe => {
                self.set_role(mark.token, Role::Apostrophe);
            }
            Leaning::MayClose => {}
        }
    }

    fn is_open(&self, style: Style) -> bool {
        self.open.get(style as usize).is_some_and(|places| !places.is_empty())
    }

    fn set_role(&mut self, token: TokenId, role: Role) {
        if let Some(slot) = self.roles.get_mut(token.index()) {
            *slot = role;
        }
    }

    fn push(&mut self, mark: &Mark, weak: bool) {
        self.set_role(mark.token, Role::Open);
        let place = self.stack.len();
        let Some(places) = self.open.get_mut(mark.style as usize) else { return };
        if let Some(outer) = places.last().and_then(|place| self.stack.get_mut(*place)) {
            outer.reopened.get_or_insert(mark.token);
        }
        places.push(place);
        self.stack.push(OpenMark { token: mark.token, style: mark.style, weak, reopened: None });
    }

    fn pop(&mut self) -> Option<OpenMark> {
        let open = self.stack.pop()?;
        if let Some(places) = self.open.get_mut(open.style as usize) {
            places.pop();
        }
        Some(open)
    }

    /// Closes the innermost open mark of the same style; marks inside it were forgotten to be closed.
    fn close(&mut self, mark: &Mark) {
        let at = mark.token.index();
        self.set_role(mark.token, Role::Close);
        if !self.is_open(mark.style) {
            self.unpaired.push(mark.token);
            // where the opening mark was forgotten, the sentence is what was said: We won,” he said
            if mark.after_speech && self.stack.is_empty() {
                self.drafts.push(Draft {
                    open: None,
                    close: Some(mark.token),
                    start: self.closed_end,
                    end: at,
                });
                self.closed_end = at + 1;
            }
            return;
        }
        while let Some(open) = self.pop() {
            if open.style == mark.style {
                self.drafts.push(Draft {
                    open: Some(open.token),
                    close: Some(mark.token),
                    start: open.token.index() + 1,
                    end: at,
                });
                self.closed_end = at + 1;
                return;
            }
            if open.weak {
                self.set_role(open.token, Role::Apostrophe);
            } else {
                self.unpaired.push(open.token);
            }
        }
    }

    /// Keeps open what may go on in the next paragraph.
    fn end_block(&mut self, end: usize, may_go_on: bool) {
        let whole = self.stack.iter().take_while(|open| open.reopened.is_none()).count();
        self.finish_from(if may_go_on { whole } else { 0 }, end);
        self.paragraph_end = end;
    }

    /// Gives up on all open marks but the first `keep`: their regions end at `end`, or where the same style
    /// opens again.
    fn finish_from(&mut self, keep: usize, end: usize) {
        while self.stack.len() > keep {
            let Some(open) = self.pop() else { return };
            if open.weak {
                self.set_role(open.token, Role::Apostrophe);
                continue;
            }
            self.unpaired.push(open.token);
            let end = open.reopened.map_or(end, Id::index);
            self.drafts.push(Draft {
                open: Some(open.token),
                close: None,
                start: open.token.index() + 1,
                end,
            });
            self.closed_end = self.closed_end.max(end);
        }
    }

    /// The regions, sorted, with their depth.
    pub(super) fn finish(mut self, sentences: &Table<SentenceId, Sentence>) -> Pairs {
        self.finish_from(0, self.paragraph_end);
        for draft in self.drafts.iter_mut().filter(|draft| draft.open.is_none()) {
            let rows = sentences.rows();
            let index = rows.partition_point(|sentence| sentence.tokens.end() <= draft.end);
            let sentence_start = rows.get(index).map_or(0, |sentence| sentence.tokens.start());
            draft.start = draft.start.max(sentence_start);
        }
        self.drafts.retain(|draft| draft.start < draft.end);
        self.drafts.sort_by_key(|draft| (draft.start, std::cmp::Reverse(draft.end)));
        let (regions, innermost) = nest(&self.drafts, self.roles.len());
        self.unpaired.sort_unstable();
        self.repeated.sort_unstable();
        Pairs { regions, innermost, repeated: self.repeated, unpaired: self.unpaired }
    }
}

/// Gives sorted regions their depth, and each token its innermost one. A region that would cross another (only
/// after forgotten marks) is left out.
fn nest(
    drafts: &[Draft],
    tokens: usize,
) -> (Table<RegionId, QuotedRegion>, Table<TokenId, Option<RegionId>>) {
    let mut regions = Table::default();
    let mut innermost = Table::default();
    let mut around: Vec<(RegionId, usize)> = Vec::new();
    let mut drafts = drafts.iter().peekable();
    for token in 0..tokens {
        while around.last().is_some_and(|(_, end)| *end <= token) {
            around.pop();
        }
        while let Some(draft) = drafts.next_if(|draft| draft.start <= token) {
            if around.last().is_some_and(|(_, end)| *end < draft.end) {
                continue;
            }
            let id = regions.push(QuotedRegion {
                open: draft.open,
                close: draft.close,
                tokens: IdRange::new(draft.start, draft.end),
                depth: u8::try_from(around.len()).unwrap_or(u8::MAX),
            });
            around.push((id, draft.end));
        }
        innermost.push(around.last().map(|(id, _)| *id));
    }
    (regions, innermost)
}

/// The notices for unpaired marks.
pub(super) fn notices(unpaired: &[TokenId], tokens: &Table<TokenId, super::Token>) -> Vec<Notice> {
    let spans = unpaired.iter().filter_map(|token| tokens.get(*token)).map(|token| token.span);
    spans.map(|span| Notice { code: NoticeCode::UnpairedQuotationMark, span }).collect()
}
