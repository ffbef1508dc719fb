//! How the number of a result is written, on screen and on paper.

use crate::i18n::decimal;
use crate::tr;

/// What a number is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Numbers {
    /// "3,4 sur 5".
    OutOf,
    /// "6 sur 8".
    Count,
    T,
    Sten,
    PercentileRank,
    /// "+1,5": a difference.
    Signed,
    /// Not at all: the number is on the scale of a model, words say what it means.
    Hidden,
}

impl Numbers {
    /// Returns a number without what it is out of, as in an interval.
    pub fn written(self, value: f64) -> String {
        match self {
            Numbers::Count if value.fract() == 0.0 => decimal(value, 0),
            Numbers::Sten | Numbers::PercentileRank => decimal(value, 0),
            Numbers::Signed if value > 0.0 => format!("+{}", decimal(value, 1)),
            Numbers::Signed => decimal(value, 1).replace('-', "\u{2212}"),
            Numbers::OutOf | Numbers::Count | Numbers::T | Numbers::Hidden => decimal(value, 1),
        }
    }

    /// Returns the result as it stands alone, `max` being the highest possible one.
    pub fn result(self, value: f64, max: f64) -> Option<String> {
        let written = self.written(value);
        match self {
            Numbers::OutOf | Numbers::Count => Some(tr!("term-value-of", value = written, max = decimal(max, 0))),
            Numbers::T => Some(tr!("term-value-t", value = written)),
            Numbers::Sten => Some(tr!("term-value-sten", value = written)),
            Numbers::PercentileRank => Some(tr!("term-value-rank", value = written)),
            Numbers::Signed => Some(written),
            Numbers::Hidden => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_number_is_written_as_people_read_it() {
        let plain = |numbers: Numbers, value| numbers.result(value, 8.0).map(|text| text.replace('\u{A0}', " "));
        assert_eq!(plain(Numbers::OutOf, 3.0).as_deref(), Some("3,0 sur 8"));
        assert_eq!(plain(Numbers::Count, 6.0).as_deref(), Some("6 sur 8"));
        assert_eq!(plain(Numbers::Count, 6.5).as_deref(), Some("6,5 sur 8"));
        assert_eq!(plain(Numbers::Sten, 7.0).as_deref(), Some("sten 7"));
        assert_eq!(plain(Numbers::Hidden, 0.3), None);
    }

    #[test]
    fn a_difference_has_a_sign_and_a_loss_has_a_minus_not_a_hyphen() {
        assert_eq!(Numbers::Signed.written(1.5), "+1,5");
        assert_eq!(Numbers::Signed.written(-1.5), "\u{2212}1,5");
        assert_eq!(Numbers::Signed.written(0.0), "0,0");
    }
}
