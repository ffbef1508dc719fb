//! The letter that invites a person to a step, in large print and plain words.

use chrono::{NaiveDate, NaiveTime};

use super::document::{Block, Document, PrintSize, Span, TextStyle, Tone, plain, strong};
use super::house;
use crate::i18n::{clock_time, minutes, weekday_date};
use crate::tr;

#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Invitation {
    pub reference: String,
    /// The day of writing.
    pub written_on: NaiveDate,
    /// How the letter greets, for example "Madame Martin".
    pub greeting: String,
    /// Name, street, town: one line each.
    pub address: Vec<String>,
    /// What the person is invited to.
    pub activity: String,
    /// What it is for, in a plain sentence.
    pub purpose: String,
    pub date: NaiveDate,
    pub start: NaiveTime,
    pub duration_minutes: u32,
    /// Name, street, floor: one line each.
    pub place: Vec<String>,
    /// May be empty.
    pub bring: Vec<String>,
    pub contact_name: String,
    pub contact_phone: String,
    /// Who signs.
    pub signatory: String,
    pub signatory_role: String,
}

/// Returns the letter.
pub fn document(invitation: &Invitation) -> Document {
    let day = weekday_date(invitation.date);
    let time = clock_time(invitation.start);
    let title = tr!("report-invitation-title");
    let line = |label: String, value: String| -> Vec<Span> { vec![plain(label), plain(" "), strong(value)] };
    let essentials = vec![
        line(tr!("report-what"), invitation.activity.clone()),
        line(tr!("report-when"), tr!("report-day-and-time", day = day.as_str(), time = time.as_str())),
        line(tr!("report-how-long"), minutes(invitation.duration_minutes)),
        line(tr!("report-where"), invitation.place.join(", ")),
    ];
    let mut blocks = vec![
        Block::Address(invitation.address.clone()),
        Block::heading(1, title.clone()),
        Block::body(tr!("report-greeting", name = invitation.greeting.as_str())),
        Block::body(invitation.purpose.clone()),
        Block::Callout { tone: Tone::Note, title: String::new(), paragraphs: essentials },
    ];
    if !invitation.bring.is_empty() {
        blocks.push(Block::KeepTogether(vec![
            Block::heading(2, tr!("report-bring")),
            Block::bullets(invitation.bring.iter().cloned()),
        ]));
    }
    blocks.push(Block::KeepTogether(vec![
        Block::heading(2, tr!("report-another-date")),
        Block::Paragraph {
            style: TextStyle::Body,
            spans: vec![
                plain(tr!("report-another-date-text")),
                plain(" "),
                strong(tr!(
                    "report-call",
                    name = invitation.contact_name.as_str(),
                    phone = invitation.contact_phone.as_str()
                )),
            ],
        },
    ]));
    blocks.push(Block::KeepTogether(vec![
        Block::body(tr!("report-see-you")),
        Block::Paragraph {
            style: TextStyle::Body,
            spans: vec![strong(invitation.signatory.clone()), plain("\n"), plain(invitation.signatory_role.clone())],
        },
    ]));
    Document {
        metadata: house::metadata(
            tr!("report-invitation-file", activity = invitation.activity.as_str(), date = day.as_str()),
            title.clone(),
            &invitation.reference,
            invitation.written_on,
        ),
        running: house::running(&title, &invitation.activity),
        letterhead: Some(house::letterhead(&invitation.reference, invitation.written_on)),
        print: PrintSize::Large,
        blocks,
    }
}
