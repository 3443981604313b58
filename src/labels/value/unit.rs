//! Currencies and units of measure.

/// A currency, by its three letters of ISO 4217.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Currency([u8; 3]);

impl Currency {
    /// The currency of a code: `EUR`.
    pub fn from_code(code: &str) -> Option<Self> {
        let letters: [u8; 3] = code.as_bytes().try_into().ok()?;
        letters.iter().all(u8::is_ascii_uppercase).then_some(Self(letters))
    }

    /// Its code.
    pub fn code(&self) -> &str {
        // Always letters: `from_code` takes nothing else.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

/// A unit of measure, by its sign.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit(u8);

impl Unit {
    /// The signs that the record uses.
    pub const SIGNS: [&'static str; 60] = [
        "B", "GB", "GW", "GWh", "Hz", "J", "MB", "MP", "MW", "MWh", "TB", "TWh", "V", "W", "acre", "bbl",
        "bbl/d", "bushel", "cal", "cm", "cm2", "cm3", "ft", "ft2", "ft3", "g", "gal", "ha", "in", "in2",
        "kJ", "kW", "kWh", "kg", "km", "km/h", "km2", "kn", "l", "lb", "ly", "m", "m2", "m3", "mAh", "mg",
        "mi", "mi2", "ml", "mm", "mph", "nmi", "oz", "t", "ton", "yd", "yd2", "°", "°C", "°F",
    ];

    /// The unit of a sign.
    pub fn from_sign(sign: &str) -> Option<Self> {
        let index = Self::SIGNS.iter().position(|known| *known == sign)?;
        u8::try_from(index).ok().map(Self)
    }

    /// Its sign.
    pub fn sign(self) -> &'static str {
        Self::SIGNS.get(self.0 as usize).copied().unwrap_or("")
    }

    /// The unit "square metre", "cubic foot", "nautical mile", "metric ton" for the plain one.
    pub fn with(self, before: &str) -> Option<Self> {
        let sign = self.sign();
        let power = |exponent: &str| Self::from_sign(&format!("{sign}{exponent}"));
        match before.to_lowercase().as_str() {
            "square" | "sq" | "sq." => power("2"),
            "cubic" => power("3"),
            "nautical" if sign == "mi" => Self::from_sign("nmi"),
            "metric" => Self::from_sign("t"),
            _ => None,
        }
    }

    /// The unit "miles per hour", "kilometres an hour", "barrels a day" for the plain one.
    pub fn per(self, time: &str) -> Option<Self> {
        match (self.sign(), time) {
            ("mi", "hour") => Self::from_sign("mph"),
            ("km", "hour" | "h") => Self::from_sign("km/h"),
            ("bbl", "day") => Self::from_sign("bbl/d"),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_are_known_by_their_signs() {
        for sign in Unit::SIGNS {
            assert_eq!(Unit::from_sign(sign).map(Unit::sign), Some(sign));
        }
        let km = Unit::from_sign("km").expect("a unit");
        assert_eq!(km.with("square").map(Unit::sign), Some("km2"));
        assert_eq!(km.per("hour").map(Unit::sign), Some("km/h"));
        assert_eq!(km.with("cubic"), None);
    }

    #[test]
    fn a_currency_has_three_capital_letters() {
        assert_eq!(Currency::from_code("EUR").map(|euro| euro.code().to_owned()), Some("EUR".to_owned()));
        assert_eq!(Currency::from_code("euro"), None);
    }
}
