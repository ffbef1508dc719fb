//! The people: an instant search, and a table that opens files.

use eframe::egui::Ui;

use super::action::{Load, Place};
use super::ask::Ask;
use super::ask::participant::ParticipantForm;
use super::cx::Cx;
use super::layout::{height_left, loading, page_header};
use super::words;
use crate::app::people::ParticipantRow;
use crate::i18n::short_date;
use crate::tr;
use crate::ui::desk::layout::panel;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, Column, DataTable, badge, body, empty_state, muted, search_field, small};

/// What is typed in the search field.
#[derive(Default)]
pub struct Search {
    pub words: String,
    pub wants_focus: bool,
}

pub fn new_form() -> Ask {
    Ask::Participant(ParticipantForm::default())
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, search: &mut Search) {
    page_header(ui, &tr!("desk-participants-title"), |ui| {
        let words = tr!("desk-new-participant");
        let button = Button::primary(&words).icon(Icon::Plus);
        if ui.add(button).clicked() {
            cx.ask(new_form());
        }
    });
    let width = ui.available_width().min(520.0);
    let field = search_field(ui, &tr!("desk-search"), &mut search.words, width);
    if std::mem::take(&mut search.wants_focus) {
        field.request_focus();
    }
    if field.changed() {
        cx.look(Load::Participants(search.words.clone()));
    }
    let field = field.on_hover_text(tr!("desk-search-shortcut"));
    drop(field);
    cx.show_trouble(ui);
    let Some((looked_for, rows)) = &cx.data.participants else { return loading(ui) };
    panel(ui, |ui| {
        if rows.is_empty() && looked_for.trim().is_empty() {
            let action = tr!("desk-new-participant");
            if empty_state(
                ui,
                Icon::People,
                &tr!("desk-no-participant"),
                &tr!("desk-no-participant-words"),
                Some(&action),
            ) {
                cx.ask(new_form());
            }
        } else if rows.is_empty() {
            empty_state(ui, Icon::Search, &tr!("desk-nobody-found"), &tr!("desk-nobody-found-words"), None);
        } else {
            table(ui, cx, rows);
        }
    });
}

fn table(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[ParticipantRow]) {
    let titles =
        [tr!("desk-column-name"), tr!("desk-column-birth"), tr!("desk-column-prescriber"), tr!("desk-column-stage")];
    let [name, birth, prescriber, stage] = titles.each_ref().map(String::as_str);
    let columns = [
        Column::flexible(name, 240.0),
        Column::fixed(birth, 130.0),
        Column::fixed(prescriber, 240.0),
        Column::fixed(stage, 250.0),
    ];
    small(ui, &tr!("desk-people-count", count = rows.len()));
    let height = height_left(ui, 70.0);
    let opened = DataTable::new("participants", &columns).max_height(height).show(
        ui,
        rows.len(),
        |index| rows.get(index).map(full_name).unwrap_or_default(),
        |ui, index, column| {
            let Some(row) = rows.get(index) else { return };
            match column {
                0 => person(ui, row),
                1 => drop(muted(ui, &short_date(row.birth_date))),
                2 => drop(body(ui, &row.prescriber.clone().unwrap_or_else(|| tr!("desk-no-prescriber")))),
                _ => drop(badge(ui, words::stage_tone(row.stage), &words::stage(row.stage))),
            }
        },
    );
    if let Some(row) = opened.and_then(|index| rows.get(index)) {
        cx.go(Place::File(row.id));
    }
}

fn person(ui: &mut Ui, row: &ParticipantRow) {
    let look = Look::of(ui.ctx());
    let words = look.job(&full_name(row), Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY);
    ui.label(words);
}

/// Returns "DUBOIS Amina": lists are read by last name.
fn full_name(row: &ParticipantRow) -> String {
    format!("{} {}", row.last_name.to_uppercase(), row.first_name)
}
