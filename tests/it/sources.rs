//! The program's own text, read as a careful reader would: comments apart, strings apart, tests apart.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

/// One file of `src/`.
pub struct Source {
    /// From the package's folder: `src/app/kiosk.rs`.
    pub path: String,
    /// The code without comments, without the contents of strings and without test modules; lines keep their numbers.
    pub code: String,
    /// The same with the contents of strings.
    pub text: String,
    /// The strings outside of comments and tests, each with its line.
    pub strings: Vec<(usize, String)>,
}

impl Source {
    pub fn line_of(&self, at: usize) -> usize {
        self.code[..at].matches('\n').count() + 1
    }
}

pub fn package() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Reads `src/**`, without the modules that exist for tests only.
pub fn sources() -> Vec<Source> {
    let mut paths = Vec::new();
    rust_files(&package().join("src"), &mut paths);
    paths.sort();
    let mut for_tests = BTreeSet::new();
    let mut found: Vec<Source> = Vec::new();
    for path in paths {
        let text = fs::read_to_string(&path).unwrap();
        let (source, modules) = read(&path.strip_prefix(package()).unwrap().display().to_string(), &text);
        let folder = source.path.trim_end_matches(".rs").trim_end_matches("/lib").trim_end_matches("/main").to_owned();
        for_tests.extend(modules.into_iter().map(|module| format!("{folder}/{module}.rs")));
        found.push(source);
    }
    found.retain(|source| !for_tests.contains(&source.path));
    found
}

fn rust_files(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            found.push(path);
        }
    }
}

/// Reads one file; also returns the names of its modules in files of their own that exist for tests only.
pub fn read(path: &str, text: &str) -> (Source, Vec<String>) {
    let (mut code, mut text, mut strings) = lex(text);
    let mut modules = Vec::new();
    while let Some(at) = find(&code, b"#[cfg(test)]") {
        let end = code[at..].iter().position(|b| matches!(b, b';' | b'{')).map_or(code.len(), |offset| at + offset);
        let end = match code.get(end) {
            Some(b'{') => closing(&code, end),
            _ => {
                let item = String::from_utf8_lossy(&code[at..end]).into_owned();
                modules.extend(item.split_once("mod ").map(|(_, name)| name.trim().to_owned()));
                end
            }
        };
        blank(&mut code[at..end]);
        blank(&mut text[at..end]);
        strings.retain(|(place, _)| !(at..end).contains(place));
    }
    let code = String::from_utf8(code).unwrap();
    let strings = strings.into_iter().map(|(at, string)| (code[..at].matches('\n').count() + 1, string)).collect();
    (Source { path: path.to_owned(), code, text: String::from_utf8(text).unwrap(), strings }, modules)
}

fn find(text: &[u8], what: &[u8]) -> Option<usize> {
    text.windows(what.len()).position(|window| window == what)
}

/// Returns where the braces that open at `at` are closed.
fn closing(code: &[u8], at: usize) -> usize {
    let mut depth = 0;
    for (index, byte) in code.iter().enumerate().skip(at) {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 1 => return index + 1,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    code.len()
}

fn blank(bytes: &mut [u8]) {
    bytes.iter_mut().filter(|byte| **byte != b'\n').for_each(|byte| *byte = b' ');
}

/// Returns the code without strings, the code with strings, and the strings with their places.
fn lex(text: &str) -> (Vec<u8>, Vec<u8>, Vec<(usize, String)>) {
    let (mut code, mut kept) = (text.as_bytes().to_vec(), text.as_bytes().to_vec());
    let mut strings = Vec::new();
    let bytes = text.as_bytes();
    let mut at = 0;
    while at < bytes.len() {
        let rest = &bytes[at..];
        if rest.starts_with(b"//") {
            let end = at + rest.iter().position(|byte| *byte == b'\n').unwrap_or(rest.len());
            blank(&mut code[at..end]);
            blank(&mut kept[at..end]);
            at = end;
        } else if let Some(hashes) = raw_string(bytes, at) {
            let begin = at + 2 + hashes;
            let close = format!("\"{}", "#".repeat(hashes));
            let end = begin + find(&bytes[begin..], close.as_bytes()).unwrap();
            strings.push((at, text[begin..end].to_owned()));
            blank(&mut code[begin..end]);
            at = end + close.len();
        } else if rest[0] == b'"' {
            let mut end = at + 1;
            while bytes[end] != b'"' {
                end += if bytes[end] == b'\\' { 2 } else { 1 };
            }
            strings.push((at, text[at + 1..end].to_owned()));
            blank(&mut code[at + 1..end]);
            at = end + 1;
        } else if rest.starts_with(b"'\\") {
            at += 2 + rest[2..].iter().position(|byte| *byte == b'\'').map_or(1, |n| n + usize::from(n == 0)) + 1;
        } else if rest[0] == b'\'' {
            // A character is closed at once; a lifetime is not.
            let width = text[at + 1..].chars().next().map_or(1, char::len_utf8);
            let is_char = bytes.get(at + 1 + width) == Some(&b'\'');
            if is_char {
                blank(&mut code[at + 1..at + 1 + width]);
            }
            at += if is_char { width + 2 } else { 1 };
        } else {
            at += 1;
        }
    }
    (code, kept, strings)
}

fn raw_string(bytes: &[u8], at: usize) -> Option<usize> {
    let after_word = at > 0 && (bytes[at - 1].is_ascii_alphanumeric() || bytes[at - 1] == b'_');
    if bytes[at] != b'r' || after_word {
        return None;
    }
    let hashes = bytes[at + 1..].iter().take_while(|byte| **byte == b'#').count();
    (bytes.get(at + 1 + hashes) == Some(&b'"')).then_some(hashes)
}

/// Returns the identifier at the beginning of the text.
pub fn word(text: &str) -> &str {
    let end = text.find(|c: char| !(c.is_ascii_alphanumeric() || c == '_')).unwrap_or(text.len());
    &text[..end]
}

#[test]
fn comments_strings_and_tests_are_told_apart() {
    let text = "use a::b; // use c::d\nlet x = \"use e::f \\\" {\"; let q = '\"'; let l: &'static str = r#\"g\"h\"#;\n\
                #[cfg(test)]\nmod tests {\n use i::j; const K: &str = \"k\";\n}\n#[cfg(test)]\nmod proof;\nuse m::n;\n";
    let (source, modules) = read("src/x.rs", text);
    assert_eq!(modules, ["proof"]);
    assert_eq!(source.strings, [(2, "use e::f \\\" {".to_owned()), (2, "g\"h".to_owned())]);
    let uses: Vec<&str> = source.code.split("use ").skip(1).map(word).collect();
    assert_eq!(uses, ["a", "m"]);
    assert_eq!(source.line_of(source.code.find("use m").unwrap()), 9);
}
