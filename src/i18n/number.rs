//! Numbers and durations as a French reader writes them.

/// Returns the number with `digits` decimals and a comma.
pub fn decimal(value: f64, digits: usize) -> String {
    format!("{value:.digits$}").replace('.', ",")
}

/// Returns "25 min", "1 h" or "1 h 30"; the spaces do not break.
pub fn minutes(total: u32) -> String {
    match (total / 60, total % 60) {
        (0, minutes) => format!("{minutes}\u{A0}min"),
        (hours, 0) => format!("{hours}\u{A0}h"),
        (hours, minutes) => format!("{hours}\u{A0}h\u{A0}{minutes:02}"),
    }
}

/// Returns a duration in seconds as "45 s" or "3 min 05 s".
pub fn duration(seconds: u64) -> String {
    match (seconds / 60, seconds % 60) {
        (0, seconds) => format!("{seconds}\u{A0}s"),
        (minutes, 0) => format!("{minutes}\u{A0}min"),
        (minutes, seconds) => format!("{minutes}\u{A0}min\u{A0}{seconds:02}\u{A0}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_decimal_has_a_comma() {
        assert_eq!(decimal(3.46, 1), "3,5");
    }

    #[test]
    fn an_hour_and_a_half() {
        assert_eq!(minutes(90), "1\u{A0}h\u{A0}30");
        assert_eq!(minutes(45), "45\u{A0}min");
        assert_eq!(minutes(120), "2\u{A0}h");
    }
}
