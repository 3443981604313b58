//! Sums of money: "$3.5 billion", "US$20m", "20 million pounds", "Rs 5 crore"; and whose money it is.

use super::Match;
use super::cursor::Cursor;
use super::numbers::{Number, number};
use crate::labels::{Currency, Decimal, EntityType, Value};
use crate::mentions::words::Words;
use crate::model::Role;

/// How often the article speaks of the country of each currency that shares its name with others: the code, the
/// name and the count.
#[derive(Debug, Default)]
pub(super) struct Homes<'a>(Vec<(&'a str, &'a str, usize)>);

impl<'a> Homes<'a> {
    /// Counts them in one pass.
    pub(super) fn of(words: &Words<'a>) -> Self {
        let mut homes = Self::default();
        for at in 0..words.table.len() {
            let word = words.value_word(at);
            // "C$" and "CAD" speak as "Canadian" does; the country's own "$" does not.
            let coded = word.roles.has(Role::CurrencyCode) && !word.code.contains(':');
            if word.roles.has(Role::MoneyHome) {
                word.code
                    .split(' ')
                    .filter_map(|code| code.split_once(':'))
                    .for_each(|(code, name)| homes.add(code, name));
            } else if coded && words.form(at).ends_with('$') {
                homes.add(word.code, "dollar");
            }
        }
        homes
    }

    fn add(&mut self, code: &'a str, name: &'a str) {
        match self.0.iter_mut().find(|row| (row.0, row.1) == (code, name)) {
            Some(row) => row.2 += 1,
            None => self.0.push((code, name, 1)),
        }
    }

    /// The currency that a shared name means in this article: the usual one if no other country comes as often; without
    /// a usual one the only one that comes at all.
    fn currency(&self, usual: &str, name: &str) -> Option<Currency> {
        let mut rows = self.0.iter().filter(|row| row.1 == name);
        if usual.is_empty() {
            let only = rows.next()?;
            return rows.next().is_none().then(|| Currency::from_code(only.0)).flatten();
        }
        let (own, others): (Vec<_>, Vec<_>) = rows.partition(|row| row.0 == usual);
        let count = |rows: &[&(&str, &str, usize)]| rows.iter().map(|row| row.2).sum::<usize>();
        (others.is_empty() || count(&others) < count(&own)).then(|| Currency::from_code(usual)).flatten()
    }
}

/// Whether the token is a currency's sign or code before a sum.
pub(super) fn is_sign(here: Cursor) -> bool {
    let code = here.is(Role::CurrencyCode) && here.form().chars().any(char::is_uppercase);
    here.is(Role::CurrencySign) || code
}

/// The currency of a lexicon entry: `EUR`, or `USD:dollar`, which the article must bear out.
fn currency_of(here: Cursor, code: &str) -> Option<Currency> {
    match code.split_once(':') {
        None => Currency::from_code(code),
        Some((usual, name)) => here.homes.currency(usual, name),
    }
}

/// Hundredths: "50 cents" is 0.50 of a currency that is not told, "30 pence" 0.30 pounds.
fn hundredth(here: Cursor, code: &str, amount: Option<Decimal>) -> (Option<Decimal>, Option<Currency>) {
    match code {
        ":cent" | ":pence" | ":penny" => {
            let amount = amount.zip(Decimal::share(1, 100)).and_then(|(amount, part)| amount.times(part));
            (amount, if code == ":cent" { None } else { Currency::from_code("GBP") })
        }
        _ => (amount, currency_of(here, code)),
    }
}

fn sum(end: usize, amount: Option<Decimal>, currency: Option<Currency>) -> Match {
    Match::new(end, EntityType::Money, amount.map(|amount| Value::Money { amount, currency }))
}

/// "$2.3 million", "US$ 40", "Rs 500", "between $3 and $5 million".
pub(super) fn money_before(here: Cursor) -> Option<Match> {
    if here.is_word(&["between"]) {
        let (first, _) = signed(here.skip(1))?;
        let and = here.from(first.end);
        let second = and.skip(1);
        let (last, _) = signed(second).filter(|_| and.is_word(&["and"]))?;
        return Some(sum(last.end, None, None));
    }
    let (first, code) = signed(here)?;
    let next = here.from(first.end);
    // "$40-50 million", "$3 to $5 million": one sum with two ends
    if next.is_dash() || next.is_word(&["to"]) && !here.back().is_word(&["from"]) {
        let upper = next.skip(1);
        let last = signed(upper)
            .map(|(last, _)| last)
            .or_else(|| number(upper).filter(|last| !last.words && next.is_dash()));
        if let Some(last) = last.filter(|last| next.is_dash() || !first.scaled && last.scaled) {
            return Some(sum(last.end, None, None));
        }
    }
    // "A$5 million Australian", "$5 US", "$2 million Canadian"
    let (amount, currency) = hundredth(here, code, first.value);
    Some(sum(first.end, amount, currency))
}

/// A number with a sign or code before it.
fn signed<'a>(here: Cursor<'a, '_>) -> Option<(Number, &'a str)> {
    if !is_sign(here) {
        return glued(here);
    }
    let mut code = here.value().code;
    let mut next = here.skip(1);
    // "US $ 3", "AU $5"
    if next.is(Role::CurrencySign) && here.is(Role::CurrencyCode) {
        next = next.skip(1);
    }
    // "U.S.$5"
    if here.is(Role::CurrencySign)
        && code == "USD:dollar"
        && !here.space_before()
        && here.back().is_word(&["U.S.", "US"])
    {
        code = "USD";
    }
    let figures = next.is_numeric() || next.form().starts_with('.');
    let mut found = number(next).filter(|found| figures && !found.words)?;
    // "$5m", "$90 b"
    let scale = next.from(found.end);
    if !found.scaled && scale.is(Role::Scale) && scale.form().len() == 1 {
        let factor = Decimal::whole(scale.value().number);
        found.value = found.value.and_then(|value| value.times(factor));
        found.end += 1;
        found.scaled = true;
    }
    Some((found, code))
}

/// A sum in one token: "RM50", "Rs500", "£1.5bn".
fn glued<'a>(here: Cursor<'a, '_>) -> Option<(Number, &'a str)> {
    let form = here.form();
    let digits = form.find(|c: char| c.is_ascii_digit()).filter(|digits| *digits > 0)?;
    let (sign, rest) = form.split_at_checked(digits)?;
    let values = &here.words.models.values;
    let word = values.word(values.find(sign));
    let small =
        sign.chars().any(char::is_lowercase) && !matches!(sign, "Rs" | "KSh" | "Ksh" | "Sh" | "Tk" | "Php");
    if !word.roles.has_any(&[Role::CurrencySign, Role::CurrencyCode]) || small {
        return None;
    }
    let body = rest.trim_end_matches(char::is_alphabetic);
    let mut value = super::numbers::decimal(body);
    let suffix = values.word(values.find(rest.get(body.len()..).unwrap_or("")));
    let next = here.skip(1);
    let scale = if suffix.roles.has(Role::Scale) { suffix } else { next.value() };
    let scaled = scale.roles.has(Role::Scale);
    if scaled {
        value = value.and_then(|value| value.times(Decimal::whole(scale.number)));
    } else if body.len() < rest.len() {
        // "$20s", "£5er"
        return None;
    }
    let end = next.at + usize::from(scaled && !suffix.roles.has(Role::Scale));
    value.map(|value| (Number { end, value: Some(value), words: false, scaled }, word.code))
}

/// "20 million pounds", "5 US dollars", "3 million Kenyan shillings", "50 cents", "5 million USD", "30p".
pub(super) fn money_after(here: Cursor, found: Number) -> Option<Match> {
    let mut next = here.from(found.end);
    if next.is_hyphen() {
        next = next.skip(1);
    }
    // "millions of dollars"
    if next.is_word(&["of"]) && found.value.is_none() && next.skip(1).is(Role::Currency) {
        next = next.skip(1);
    }
    if next.form() == "p" && !next.space_before() && here.is_numeric() && !found.scaled {
        let (amount, currency) = hundredth(here, ":pence", found.value);
        return Some(sum(next.at + 1, amount, currency));
    }
    if next.roles().has_any(&[Role::CurrencySign, Role::CurrencyCode]) && !next.is(Role::Currency) {
        // "in 2016 $5": the sign belongs to what follows
        let own = !next.skip(1).is_numeric()
            && (next.is(Role::CurrencyCode) && next.is_capitalised() || !next.space_before());
        let (amount, currency) = hundredth(here, next.value().code, found.value);
        return own.then(|| sum(next.at + 1, amount, currency));
    }
    let mut home = None;
    let mut name = next;
    for _ in 0..3 {
        if name.is(Role::Currency) {
            break;
        }
        if name.is(Role::MoneyHome) {
            home = Some(name.value().code);
        } else if !name.is_capitalised() {
            return None;
        }
        name = name.skip(1);
    }
    if !name.is(Role::Currency) || doubtful(here, found, name) {
        return None;
    }
    let code = name.value().code;
    let shared = code.split_once(':').map_or("", |(_, shared)| shared);
    let told = home.and_then(|home| {
        let mut codes = home.split(' ').filter_map(|code| code.split_once(':'));
        codes.find(|(_, name)| *name == shared).and_then(|(code, _)| Currency::from_code(code))
    });
    let (amount, currency) = hundredth(here, code, found.value);
    // "5 Swedish dollars": an adjective that is not known leaves the currency open
    let currency = if name.at > next.at { told } else { currency };
    Some(sum(name.at + 1, amount, currency))
}

/// "150 pounds" is a weight unless something speaks for money; "four won" is a verb; "two lei", "one rand".
fn doubtful(here: Cursor, found: Number, name: Cursor) -> bool {
    let next = name.skip(1);
    if name.is_word(&["won", "lei", "quid"]) {
        return !found.scaled && !name.is_word(&["quid"]);
    }
    if !name.is_word(&["pound", "pounds"]) || found.scaled || next.is_word(&["sterling"]) {
        return false;
    }
    if name.back().is_hyphen() || next.is_word(&["of"]) {
        return true;
    }
    let paid = [
        "pay", "paid", "pays", "paying", "cost", "costs", "costing", "fined", "fine", "worth", "spend",
        "spent", "earn", "earned", "charge", "charged", "sold", "bought", "donated", "raised",
    ];
    let mut before = here.back();
    for _ in 0..4 {
        if before.is_word(&paid) {
            return false;
        }
        before = before.back();
    }
    name.at == here.from(found.end).at
}
