//! Type sizes and spaces of a document, all derived from its print size.

use crate::report::brush::Setting;
use crate::report::document::{PrintSize, TextStyle};

#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Sizes {
    pub body: Setting,
    pub lead: Setting,
    pub small: Setting,
    pub table: Setting,
    pub title: Setting,
    pub section: Setting,
    pub subsection: Setting,
    /// Space before a paragraph, and the unit of the others.
    pub gap: f32,
}

impl Sizes {
    pub fn of(print: PrintSize) -> Self {
        let set = |size: f32, leading: f32| Setting { size, leading };
        match print {
            PrintSize::Standard => Self {
                body: set(10.2, 13.4),
                lead: set(11.4, 15.6),
                small: set(8.6, 11.1),
                table: set(9.4, 12.6),
                title: set(22.0, 26.0),
                section: set(14.0, 18.0),
                subsection: set(11.3, 15.5),
                gap: 4.6,
            },
            PrintSize::Large => Self {
                body: set(14.0, 20.5),
                lead: set(15.5, 22.0),
                small: set(11.0, 15.5),
                table: set(13.0, 18.0),
                title: set(27.0, 32.0),
                section: set(17.0, 22.0),
                subsection: set(15.0, 20.5),
                gap: 8.0,
            },
        }
    }

    pub fn of_style(&self, style: TextStyle) -> Setting {
        match style {
            TextStyle::Body => self.body,
            TextStyle::Lead => self.lead,
            TextStyle::Small => self.small,
        }
    }
}
