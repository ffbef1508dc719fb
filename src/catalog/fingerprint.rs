//! The fingerprint of a definition: which text was taken, whatever its comments and layout.
//!
//! Canonical form: JSON without spaces, keys sorted by their bytes, strings with `"`, `\` and control characters
//! escaped (`\u00XX`), numbers in their shortest decimal form (1.0 and 1 are the same number), dates as strings.
//! Lists keep their order. Every key of the file counts, also those that have no effect.

use std::collections::BTreeMap;
use std::fmt::Write;

use sha2::{Digest, Sha256};
use toml::de::{DeTable, DeValue};

use super::reader::number;

/// Returns the SHA-256 of the canonical form, in hexadecimal.
pub fn fingerprint(table: &DeTable<'_>) -> String {
    let mut canonical = String::new();
    write_table(table, &mut canonical);
    Sha256::digest(canonical.as_bytes()).iter().fold(String::with_capacity(64), |mut hex, byte| {
        // Writing to a String cannot fail.
        write!(hex, "{byte:02x}").unwrap_or_default();
        hex
    })
}

fn write_table(table: &DeTable<'_>, out: &mut String) {
    let sorted: BTreeMap<&str, &DeValue<'_>> =
        table.iter().map(|(key, value)| (key.get_ref().as_ref(), value.get_ref())).collect();
    out.push('{');
    for (index, (key, value)) in sorted.into_iter().enumerate() {
        if index > 0 {
            out.push(',');
        }
        write_string(key, out);
        out.push(':');
        write_value(value, out);
    }
    out.push('}');
}

fn write_value(value: &DeValue<'_>, out: &mut String) {
    match value {
        DeValue::String(text) => write_string(text, out),
        DeValue::Integer(digits) => match i64::from_str_radix(digits.as_str(), digits.radix()) {
            Ok(whole) => out.push_str(&whole.to_string()),
            Err(_) => out.push_str(digits.as_str()),
        },
        DeValue::Float(digits) => match number(value) {
            // `{}` writes the shortest digits that read back as the same number: "1" for 1.0.
            Ok(finite) => out.push_str(&finite.to_string()),
            Err(_) => out.push_str(digits.as_str()),
        },
        DeValue::Boolean(yes) => out.push_str(if *yes { "true" } else { "false" }),
        DeValue::Datetime(date) => write_string(&date.to_string(), out),
        DeValue::Array(list) => {
            out.push('[');
            for (index, element) in list.iter().enumerate() {
                if index > 0 {
                    out.push(',');
                }
                write_value(element.get_ref(), out);
            }
            out.push(']');
        }
        DeValue::Table(table) => write_table(table, out),
    }
}

fn write_string(text: &str, out: &mut String) {
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            control if u32::from(control) < 0x20 => {
                // Writing to a String cannot fail.
                write!(out, "\\u{:04x}", u32::from(control)).unwrap_or_default();
            }
            other => out.push(other),
        }
    }
    out.push('"');
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        fingerprint(DeTable::parse(text).unwrap().get_ref())
    }

    #[test]
    fn the_fingerprint_is_the_sha_256_of_the_canonical_form() {
        let canonical = r#"{"a":[1,2.5],"b":"x\u000ay"}"#;
        let mut written = String::new();
        write_table(DeTable::parse("b = \"x\\ny\"\na = [1.0, 2.5]").unwrap().get_ref(), &mut written);
        assert_eq!(written, canonical);
        // printf '{"a":"oui"}' | sha256sum
        assert_eq!(of("a = \"oui\""), "63f1c84e8888aa198f9eead8d8e3ffe7b7ff703340892d1fa55cf37aa1205aa7");
    }

    #[test]
    fn comments_layout_and_key_order_change_nothing() {
        assert_eq!(of("a = 1\nb = { c = 2, d = 3 }"), of("# bonjour\n  a = 0x1\n[b]\nd = 3.0\nc = 2\n"));
    }

    #[test]
    fn a_changed_word_changes_the_fingerprint() {
        assert_ne!(of("a = \"oui\""), of("a = \"non\""));
        assert_ne!(of("a = [1, 2]"), of("a = [2, 1]"));
        assert_ne!(of("a = 1"), of("a = \"1\""));
    }
}
