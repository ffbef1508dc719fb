//! What somebody is told by text message: one message of at most 160 characters of the GSM alphabet.
//!
//! The alphabet is the default one of 3GPP TS 23.038: é è à ù and É are in it, ê ç œ « » are not. A single letter outside of
//! it would halve the room, so such letters are written as their nearest ones.

use crate::domain::stamp::TimeSlot;
use crate::domain::telling::News;
use crate::i18n::{brief_date, clock_time};
use crate::tr;

/// Room of one message.
pub const ROOM: usize = 160;

/// Letters and signs beside A–Z, a–z and 0–9 that take one place.
const PLAIN: &str = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./:;<=>?¡ÄÖÑÜ§¿äöñüà";

/// Signs that take two places.
const EXTENDED: &str = "^{}\\[~]|€";

/// What one message tells.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TextMessage<'a> {
    pub what: News,
    /// An appointment is cancelled by another sentence than a session.
    pub is_appointment: bool,
    pub title: &'a str,
    /// Street and number: where to come.
    pub place: &'a str,
    pub slot: TimeSlot,
    /// The dates of an offer.
    pub choices: &'a [TimeSlot],
    pub phone: &'a str,
    /// The name of the service.
    pub sender: &'a str,
}

/// Returns the message; a long title is cut at a word.
pub fn text_message(message: &TextMessage<'_>) -> String {
    let title = gsm(message.title);
    let whole = written(message, &title);
    let over = places(&whole).saturating_sub(ROOM);
    if over == 0 { whole } else { written(message, &cut(&title, places(&title).saturating_sub(over))) }
}

fn written(message: &TextMessage<'_>, title: &str) -> String {
    let (day, time) = (brief_date(message.slot.day), clock_time(message.slot.start));
    let (day, time, place, phone) = (day.as_str(), time.as_str(), message.place, message.phone);
    let sender = message.sender;
    let text = match (message.what, message.is_appointment) {
        (News::Offer, _) => {
            let date = |slot: &TimeSlot| format!("{} {}", brief_date(slot.day), clock_time(slot.start));
            let dates: Vec<String> = message.choices.iter().map(date).collect();
            tr!("sms-offer", sender = sender, title = title, dates = dates.join(", "), phone = phone)
        }
        (News::Invitation, _) => {
            tr!("sms-invitation", sender = sender, title = title, day = day, time = time, place = place, phone = phone)
        }
        (News::Reminder, _) => {
            tr!("sms-reminder", sender = sender, title = title, day = day, time = time, place = place, phone = phone)
        }
        (News::Moved, _) => {
            tr!("sms-moved", sender = sender, title = title, day = day, time = time, place = place, phone = phone)
        }
        (News::Cancelled, false) => {
            tr!("sms-session-cancelled", sender = sender, title = title, day = day, phone = phone)
        }
        (News::ParticipationCancelled, false) => {
            tr!("sms-participation-cancelled", sender = sender, title = title, day = day, phone = phone)
        }
        (News::Cancelled | News::ParticipationCancelled, true) => {
            tr!("sms-appointment-cancelled", sender = sender, day = day, time = time, phone = phone)
        }
    };
    gsm(&text)
}

/// Returns the text in the letters of the GSM alphabet.
pub fn gsm(text: &str) -> String {
    // Inside straight quotation marks there is no space.
    let text = text.replace(['\u{A0}', '\u{202F}'], " ").replace("« ", "\"").replace(" »", "\"");
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            c if c.is_ascii_alphanumeric() || PLAIN.contains(c) || EXTENDED.contains(c) => out.push(c),
            'â' | 'á' | 'ã' => out.push('a'),
            'À' | 'Â' | 'Á' | 'Ã' => out.push('A'),
            'ç' => out.push('c'),
            'ê' | 'ë' => out.push('e'),
            'È' | 'Ê' | 'Ë' => out.push('E'),
            'î' | 'ï' | 'í' => out.push('i'),
            'Î' | 'Ï' | 'Í' => out.push('I'),
            'ô' | 'ó' | 'õ' => out.push('o'),
            'Ô' | 'Ó' | 'Õ' => out.push('O'),
            'û' | 'ú' => out.push('u'),
            'Û' | 'Ù' | 'Ú' => out.push('U'),
            'ÿ' | 'ý' => out.push('y'),
            'Ÿ' | 'Ý' => out.push('Y'),
            'œ' => out.push_str("oe"),
            'Œ' => out.push_str("OE"),
            '’' | '‘' => out.push('\''),
            '«' | '»' | '“' | '”' => out.push('"'),
            '–' | '—' | '‑' | '‐' => out.push('-'),
            '…' => out.push_str("..."),
            '°' => out.push('o'),
            // The accent of a letter written in two characters.
            '\u{300}'..='\u{36F}' => {}
            c if c.is_whitespace() => out.push(' '),
            _ => out.push('?'),
        }
    }
    out
}

/// Returns how many places a text of the alphabet takes.
pub fn places(text: &str) -> usize {
    text.chars().map(|c| if EXTENDED.contains(c) { 2 } else { 1 }).sum()
}

/// Returns the first words of a text and "..." in at most `room` places.
fn cut(text: &str, room: usize) -> String {
    let mut kept = String::new();
    for word in text.split(' ') {
        let longer = if kept.is_empty() { word.to_owned() } else { format!("{kept} {word}") };
        if places(&longer) + 3 > room {
            break;
        }
        kept = longer;
    }
    if kept.is_empty() {
        kept = text.chars().take(room.saturating_sub(3)).collect();
    }
    format!("{}...", kept.trim_end_matches([' ', ':', ',', '-']))
}

#[cfg(test)]
mod tests {
    use chrono::{NaiveDate, NaiveTime};

    use super::*;
    use crate::domain::stamp::Minutes;

    fn slot(day: u32) -> TimeSlot {
        TimeSlot {
            day: NaiveDate::from_ymd_opt(2026, 12, day).unwrap(),
            start: NaiveTime::from_hms_opt(13, 30, 0).unwrap(),
            minutes: Minutes(180),
        }
    }

    fn message<'a>(what: News, title: &'a str, choices: &'a [TimeSlot]) -> TextMessage<'a> {
        TextMessage {
            what,
            is_appointment: false,
            title,
            place: "66 rue des Chantiers de France",
            // A Wednesday: the longest name of a day.
            slot: slot(2),
            choices,
            phone: "03 53 01 20 26",
            sender: "La Boussole",
        }
    }

    const EVERY_NEWS: [News; 6] =
        [News::Offer, News::Invitation, News::Reminder, News::Moved, News::Cancelled, News::ParticipationCancelled];

    #[test]
    fn every_message_fits_whatever_the_title() {
        let choices = [slot(2), slot(9), slot(16)];
        for title in ["Job labo", &"Étape ".repeat(40), &"x".repeat(300), ""] {
            for (what, is_appointment) in EVERY_NEWS.into_iter().flat_map(|what| [(what, false), (what, true)]) {
                let text = text_message(&TextMessage { is_appointment, ..message(what, title, &choices) });
                assert!(places(&text) <= ROOM, "{} places: {text}", places(&text));
                assert_eq!(gsm(&text), text, "every letter is of the alphabet");
                assert!(text.contains("03 53 01 20 26"), "{text}");
            }
        }
    }

    #[test]
    fn an_invitation_says_what_where_and_when() {
        let text = text_message(&message(News::Invitation, "S'cape attitudes", &[]));
        assert_eq!(
            text,
            "La Boussole vous attend mercredi 02/12 à 13 h 30 : S'cape attitudes, 66 rue des Chantiers de France. \
             Un souci ? Appelez le 03 53 01 20 26."
        );
    }

    #[test]
    fn letters_outside_of_the_alphabet_become_their_nearest_ones() {
        assert_eq!(gsm("Être reçu, où ? L\u{2019}œuvre « bâtir » : 5 €"), "Etre recu, où ? L'oeuvre \"batir\" : 5 €");
        assert_eq!(places("5 €"), 4);
        assert_eq!(gsm("漢"), "?");
    }

    #[test]
    fn a_long_title_is_cut_at_a_word() {
        assert_eq!(cut("Mieux se connaître pour mieux communiquer", 20), "Mieux se...");
        assert_eq!(cut("Transports : tout", 16), "Transports...");
    }
}
