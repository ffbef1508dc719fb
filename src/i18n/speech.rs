//! Text as a voice says it: numbers in words, abbreviations whole, signs said or left out.
//!
//! Engines read figures and signs each in their own way, some in English. What they get here is words, plain
//! apostrophes and the six signs that make a pause. A recorded voice needs none of it.

mod abbreviation;
mod numeral;
mod quantity;

/// Returns a text in the words of a voice, its sentences ended by a point.
///
/// ```
/// use boussole::i18n::spoken;
/// assert_eq!(spoken("RDV à 14 h 30, salle n° 2"), "rendez-vous à quatorze heures trente, salle numéro deux.");
/// ```
pub fn spoken(text: &str) -> String {
    let text = plain(text);
    let mut said = Said::default();
    let mut rest = text.as_str();
    while let Some(c) = rest.chars().next() {
        rest = if c.is_ascii_digit() {
            digits(&mut said, rest)
        } else if c.is_alphabetic() {
            word(&mut said, rest)
        } else {
            sign(&mut said, c, rest.get(c.len_utf8()..).unwrap_or_default())
        };
    }
    said.finish()
}

/// Returns the sentences of a text, each in the words of a voice.
pub fn spoken_sentences(text: &str) -> Vec<String> {
    let said = spoken(text);
    let sentences = said.split_inclusive(['.', '?', '!']).map(str::trim).filter(|sentence| !sentence.is_empty());
    sentences.map(str::to_owned).collect()
}

/// Makes spaces, apostrophes and raised letters plain, and drops what is not seen.
fn plain(text: &str) -> String {
    let made = text.trim().chars().filter_map(|c| match c {
        '\n' => Some(c),
        c if c.is_whitespace() => Some(' '),
        '\u{AD}' | '\u{200B}'..='\u{200F}' | '\u{2060}' | '\u{FEFF}' | '\u{FE0F}' => None,
        '’' | 'ʼ' | '‘' => Some('\''),
        'ᵉ' => Some('e'),
        'ʳ' => Some('r'),
        '\u{2010}' | '\u{2011}' => Some('-'),
        c => Some(c),
    });
    made.collect()
}

fn digits<'t>(said: &mut Said, text: &'t str) -> &'t str {
    match quantity::read(text) {
        Some((words, rest)) => {
            said.words(&words);
            rest
        }
        None => text.get(1..).unwrap_or_default(),
    }
}

fn word<'t>(said: &mut Said, text: &'t str) -> &'t str {
    if let Some(rest) = address(said, text) {
        return rest;
    }
    let end = text.find(|c: char| !c.is_alphabetic()).unwrap_or(text.len());
    let (word, rest) = text.split_at(end);
    if said.is_inside_a_word() {
        said.letters(word);
        return inclusive(rest);
    }
    if word == "et"
        && let Some(rest) = rest.strip_prefix("/ou")
    {
        said.words("et ou");
        return rest;
    }
    match abbreviation::say(word, rest) {
        Some(shown) => {
            said.words(&shown.words);
            shown.rest
        }
        None => {
            said.letters(word);
            inclusive(rest)
        }
    }
}

/// Skips the other ending of « motivé(e) », « motivé·e·s ».
fn inclusive(rest: &str) -> &str {
    let ending = |text: &str| {
        let end = text.find(|c: char| !c.is_lowercase()).unwrap_or(text.len());
        (1..=5).contains(&end).then_some(end)
    };
    if let Some(open) = rest.strip_prefix('(')
        && let Some(after) = ending(open).and_then(|end| open.get(end..)?.strip_prefix(')'))
    {
        return after.strip_prefix('s').filter(|after| !after.starts_with(char::is_alphabetic)).unwrap_or(after);
    }
    let mut rest = rest;
    while let Some(open) = rest.strip_prefix(['·', '•']) {
        match ending(open).and_then(|end| open.get(end..)) {
            Some(after) => rest = after,
            None => break,
        }
    }
    rest
}

/// Says an address of the web or of mail, sign by sign.
fn address<'t>(said: &mut Said, text: &'t str) -> Option<&'t str> {
    let end = text.find(char::is_whitespace).unwrap_or(text.len());
    let whole = text.get(..end)?.trim_end_matches(['.', ',', ';', ':', '?', '!', ')', '»']);
    let mail = whole.split_once('@').is_some_and(|(_, house)| house.contains('.'));
    if !mail && !whole.starts_with("www.") && !whole.starts_with("http") {
        return None;
    }
    for c in whole.chars() {
        match c {
            '@' => said.words("arobase"),
            '.' => said.words("point"),
            '-' => said.words("tiret"),
            '_' => said.words("tiret bas"),
            '/' => said.words("barre"),
            ':' => said.words("deux points"),
            c if c.is_ascii_digit() => said.words(&numeral::digits(&c.to_string())),
            c => said.letters(c.encode_utf8(&mut [0; 4])),
        }
    }
    said.space();
    text.get(whole.len()..)
}

/// Says a sign, makes a pause of it, or leaves it out; returns the text after it.
fn sign<'t>(said: &mut Said, c: char, rest: &'t str) -> &'t str {
    let next = rest.chars().next();
    let before_digit = next.is_some_and(|c| c.is_ascii_digit());
    match c {
        ' ' => said.space(),
        '\n' => said.pause('.'),
        '.' | '…' => {
            let trails = c == '…' || next == Some('.');
            let rest = rest.trim_start_matches('.');
            let goes_on = rest.trim_start().chars().next().is_some_and(|c| !c.is_uppercase());
            said.pause(if trails && goes_on { ',' } else { '.' });
            return rest;
        }
        ',' | ';' | ':' | '?' | '!' => said.pause(c),
        '(' | ')' | '[' | ']' | '—' | '•' | '→' => said.pause(','),
        '\'' => said.letters("'"),
        '-' | '−' | '–' if before_digit && !said.is_inside_a_word() => said.words("moins"),
        '-' if said.is_inside_a_word() && next.is_some_and(char::is_alphabetic) => said.letters("-"),
        '-' | '−' | '–' => said.pause(','),
        '/' => said.words("ou"),
        '&' => said.words("et"),
        '+' => said.words("plus"),
        '=' => said.words("égale"),
        '×' | '*' if before_digit || next == Some(' ') => said.words("fois"),
        '÷' => said.words("divisé par"),
        '<' => said.words("inférieur à"),
        '>' => said.words("supérieur à"),
        '≤' => said.words("inférieur ou égal à"),
        '≥' => said.words("supérieur ou égal à"),
        '%' => said.words("pour cent"),
        '€' => said.words("euros"),
        '@' => said.words("arobase"),
        '#' => said.words("dièse"),
        // Quotes, bullets, blanks to fill in, pictograms: seen, not heard.
        _ => said.space(),
    }
    rest
}

/// What is said so far.
#[derive(Default)]
struct Said {
    text: String,
    /// A pause that waits for a stronger one, or for the next word.
    pause: Option<char>,
    apart: bool,
}

impl Said {
    /// Adds letters as they are written.
    fn letters(&mut self, letters: &str) {
        self.flush();
        self.text.push_str(letters);
    }

    /// Adds words that stand apart from what is before and after.
    fn words(&mut self, words: &str) {
        self.apart |= !self.text.ends_with('\'');
        self.letters(words);
        self.apart = true;
    }

    fn space(&mut self) {
        self.apart = true;
    }

    /// Adds a pause; of two in a row the longer one is kept.
    fn pause(&mut self, sign: char) {
        let longest = self.pause.into_iter().chain([sign]).max_by_key(|sign| match sign {
            '?' | '!' => 3,
            '.' => 2,
            ';' | ':' => 1,
            _ => 0,
        });
        self.pause = longest.filter(|_| !self.text.is_empty());
    }

    fn flush(&mut self) {
        if let Some(pause) = self.pause.take() {
            self.text.push(pause);
            self.text.push(' ');
        } else if self.apart && !self.text.is_empty() {
            self.text.push(' ');
        }
        self.apart = false;
    }

    fn is_inside_a_word(&self) -> bool {
        self.pause.is_none() && !self.apart && self.text.ends_with(|c: char| c.is_alphanumeric() || c == '-')
    }

    fn finish(mut self) -> String {
        if !self.text.is_empty() {
            self.text.push(self.pause.filter(|pause| matches!(pause, '.' | '?' | '!')).unwrap_or('.'));
        }
        self.text
    }
}

#[cfg(test)]
mod tests;
