//! Keys: `{"scale": ["A1", "-A2"]}`, where a dash reverses the item.

use std::collections::{BTreeMap, HashSet};
use std::path::Path;

use super::{DataFileError, read};

/// One item of a scale.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct KeyItem {
    pub name: String,
    pub is_reversed: bool,
}

/// One scale and its items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ScaleKey {
    pub scale: String,
    pub items: Vec<KeyItem>,
}

/// Reads the keys of a file, scales in alphabetical order.
pub fn read_keys(path: &Path) -> Result<Vec<ScaleKey>, DataFileError> {
    let keys: BTreeMap<String, Vec<String>> = serde_json::from_slice(&read(path)?)
        .map_err(|source| DataFileError::NotKeys { path: path.to_owned(), source })?;
    keys.into_iter().map(|(scale, items)| scale_key(path, scale, &items)).collect()
}

fn scale_key(path: &Path, scale: String, items: &[String]) -> Result<ScaleKey, DataFileError> {
    if items.is_empty() {
        return Err(DataFileError::EmptyScale { path: path.to_owned(), scale });
    }
    let items: Vec<KeyItem> = items
        .iter()
        .map(|item| match item.strip_prefix('-') {
            Some(name) => KeyItem { name: name.trim().to_owned(), is_reversed: true },
            None => KeyItem { name: item.trim().to_owned(), is_reversed: false },
        })
        .collect();
    let mut seen = HashSet::new();
    if let Some(repeated) = items.iter().find(|item| !seen.insert(&item.name)) {
        return Err(DataFileError::RepeatedItem { path: path.to_owned(), scale, item: repeated.name.clone() });
    }
    Ok(ScaleKey { scale, items })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn keys_saved_by_a_windows_editor_are_read() {
        let file = tempfile::NamedTempFile::new().unwrap();
        std::fs::write(file.path(), "\u{FEFF}{\"calm\": [\"A1\", \"-A2\"]}\r\n").unwrap();
        let keys = read_keys(file.path()).unwrap();
        let items = [("A1", false), ("A2", true)].map(|(name, is_reversed)| KeyItem { name: name.into(), is_reversed });
        assert_eq!(keys, [ScaleKey { scale: "calm".into(), items: items.into() }]);
    }
}
