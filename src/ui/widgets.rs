//! The widgets of every screen: they draw already translated words and own no rule. Only the drawings of generated
//! questions ([`stem`]) name what they show by themselves: their words are the domain's own.
//!
//! Each has an accessible name and role, a visible focus, and sizes taken from the current [`Look`](super::theme::Look).

mod banner;
mod bar;
mod button;
mod card;
mod choice;
mod choice_list;
mod code;
mod date;
mod dialog;
mod disclosure;
mod field;
mod figure;
mod figure_card;
mod gauge;
mod keyboard;
mod keypad;
mod mark_card;
mod navigation;
mod order;
mod page;
mod paint;
mod path;
mod picture;
mod point;
mod profile;
mod progress;
mod rating;
mod stem;
mod table;
mod text;
mod text_box;
mod toast;

pub use banner::{Banner, Tone, badge, empty_state};
pub use bar::bar_row;
pub use button::{Button, ButtonStyle, icon_button, icon_button_of};
pub use card::{card, facts, section_header, tile};
pub use choice::{CardCorner, ChoiceCard, ChoiceKind, ChoiceResponse, Picture, card_speaker, mark_spoken};
pub use choice_list::{ChoiceList, choice_list};
pub use code::{CodeInput, CodeResponse};
pub use date::{DateField, parse_date};
pub use dialog::Dialog;
pub use disclosure::disclosure;
pub use field::{TextField, search_field};
pub use figure::figure;
pub use figure_card::{CardDrawing, FigureCard, FigureCards, card_rows, figure_cards};
pub use gauge::gauge;
pub use keyboard::{KEYBOARD_ROWS, Keyboard, KeyboardKey, Letters};
pub use keypad::{KeypadKey, KeypadShape, keypad, read_keypad};
pub use mark_card::{CardMark, MarkCard};
pub use navigation::{NavItem, segmented, side_navigation, tabs};
pub use order::{OrderPlace, order_row};
pub use page::page_frame;
pub use path::{PathStep, StepState, path_across, path_down};
pub use picture::SvgPicture;
pub use point::PointTile;
pub use profile::{ProfileRow, ProfileZone};
pub use progress::progress;
pub use rating::{RatingColumn, RatingRow, rating_head, rating_row};
pub use stem::{StemPlace, common_side, stem, with_stem};
pub use table::{Column, DataTable};
pub use text::{body, heading, indented_question, muted, paragraph, question, small, title};
pub use text_box::TextBox;
pub use toast::Toasts;
