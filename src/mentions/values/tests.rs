//! Fixtures of values: `on [9 June]{DATE}`.

use super::super::tests::mentions_of;

fn check(fixture: &str) {
    let mut plain = String::new();
    let mut expected = Vec::new();
    for (index, part) in fixture.split('[').enumerate() {
        match part.split_once("]{").filter(|_| index > 0) {
            Some((piece, rest)) => {
                let (label, after) = rest.split_once('}').expect("a closed mark");
                plain.push_str(piece);
                plain.push_str(after);
                expected.push((piece.to_owned(), label.to_owned()));
            }
            None => plain.push_str(part),
        }
    }
    let (text, segments, mentions) = mentions_of(&plain);
    let found: Vec<_> = mentions
        .table
        .rows()
        .iter()
        .filter(|mention| mention.entity_type.is_value())
        .map(|mention| {
            let span = segments.span_of(mention.tokens).expect("tokens");
            (text.slice(span).to_owned(), mention.entity_type.name().to_owned())
        })
        .collect();
    assert_eq!(found, expected, "{plain}");
}

#[test]
fn dates() {
    check("They met on [9 June]{DATE} and on [September 9, 2030]{DATE}.");
    check("It began on [Monday, Nov. 12]{DATE}, or in [May]{DATE}.");
    check("Rules from the [1990s]{DATE} changed in [2019]{DATE}.");
    check("Sales fell [last week]{DATE} and in [the past five years]{DATE}.");
    check("He left [three days ago]{DATE} after [a decade]{DATE}.");
    check("It ends by [the end of the month]{DATE} or in [early 2021]{DATE}.");
    check("It may rain. They march on.");
    check("He spoke [today]{DATE}.");
}

#[test]
fn times() {
    check("It opens at [8 p.m.]{TIME} and ends at [2.30pm]{TIME}.");
    check("A vote at [18:22 CET]{TIME} took [six minutes]{TIME}.");
    check("They left [Monday morning]{TIME} at [half past six]{TIME}.");
}

#[test]
fn sums_and_shares() {
    check("It would cost [$2.3 million]{MONEY} or [€400]{MONEY}, up [8 percent]{PERCENT}.");
    check("A raise of [9%]{PERCENT} gave [five million euros]{MONEY}.");
}

#[test]
fn measures_ordinals_and_numbers() {
    check("The [first]{ORDINAL} wave was [nine metres]{QUANTITY} high.");
    check(
        "Some [212]{CARDINAL} people saw [two hundred and fifty]{CARDINAL} boats, and [dozens]{CARDINAL} sank.",
    );
    check("No one came, but [one]{CARDINAL} of them rang.");
}
