//! A person's badge of the day: one large card to carry to a station, and how it is used. First name only.

use chrono::NaiveDate;

use super::chart::{BadgeChart, Chart};
use super::document::{Block, Document, Figure, PrintSize, TextStyle, plain, strong};
use super::house;
use super::qr::Qr;
use crate::domain::badge::PictureBadge;
use crate::i18n::weekday_date;
use crate::tr;

#[derive(Debug, Clone, PartialEq)]
pub struct BadgeSheet {
    pub reference: String,
    /// The day on which it opens.
    pub day: NaiveDate,
    pub first_name: String,
    /// "482 913"
    pub code: String,
    pub badge: Option<PictureBadge>,
    pub qr: Qr,
}

/// Returns the sheet.
pub fn document(sheet: &BadgeSheet) -> Document {
    let title = tr!("report-badge-title");
    let day = weekday_date(sheet.day);
    let card = BadgeChart {
        first_name: sheet.first_name.clone(),
        code: sheet.code.clone(),
        qr: sheet.qr.clone(),
        badge: sheet.badge,
    };
    let mut ways = vec![tr!("report-badge-scan"), tr!("report-badge-type")];
    if sheet.badge.is_some() {
        ways.push(tr!("report-badge-touch"));
    }
    let blocks = vec![
        Block::heading(1, title.clone()),
        Block::Paragraph {
            style: TextStyle::Lead,
            spans: vec![plain(tr!("report-badge-day")), plain(" "), strong(day.clone()), plain(".")],
        },
        Block::Figure(Figure { chart: Chart::Badge(card), caption: String::new() }),
        Block::heading(2, tr!("report-badge-how")),
        Block::bullets(ways),
        Block::body(tr!("report-badge-keep")),
    ];
    Document {
        metadata: house::metadata(
            tr!("report-badge-file", day = day.as_str()),
            title.clone(),
            &sheet.reference,
            sheet.day,
        ),
        running: house::running(&title, &sheet.first_name),
        letterhead: None,
        print: PrintSize::Large,
        blocks,
    }
}
