//! The people: an instant search, filters, and a table that opens files.

use eframe::egui::Ui;

use super::action::{Load, Place};
use super::ask::Ask;
use super::ask::export::ExportForm;
use super::ask::participant::ParticipantForm;
use super::cx::Cx;
use super::fields::picker;
use super::layout::{height_left, is_narrow, loading, page_header, panel, row, side_by_side};
use super::pointer::Pointer;
use super::words;
use crate::app::people::{ParticipantRow, PeopleQuery, Stage};
use crate::i18n::short_date;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{
    Button, Column, DataTable, Tone, badge, body, empty_state, muted, search_field, select_whole, small,
};

/// Who is looked for.
#[derive(Default)]
pub struct Search {
    pub query: PeopleQuery,
    pub wants_focus: bool,
    /// The row that the keys point at.
    pointer: Pointer,
}

pub fn new_form() -> Ask {
    Ask::Participant(ParticipantForm::default())
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, search: &mut Search) {
    page_header(ui, &tr!("desk-participants-title"), |ui| {
        if ui.add(Button::primary(&tr!("desk-new-participant")).icon(Icon::Plus)).clicked() {
            cx.ask(new_form());
        }
        if cx.decides() {
            files(ui, cx, &search.query);
        }
    });
    if looked_for(ui, cx, search) {
        cx.look(Load::Participants(Box::new(search.query.clone())));
    }
    cx.show_trouble(ui);
    let Some((query, rows)) = &cx.data.participants else { return loading(ui) };
    panel(ui, |ui| {
        if rows.is_empty() && query.is_everybody() {
            let action = tr!("desk-new-participant");
            let (title, words) = (tr!("desk-no-participant"), tr!("desk-no-participant-words"));
            if empty_state(ui, Icon::People, &title, &words, Some(&action)) {
                cx.ask(new_form());
            }
        } else if rows.is_empty() {
            let action = tr!("desk-arrival-new");
            let is_named = !query.words.trim().is_empty();
            let title = if is_named { tr!("desk-nobody-of-this-name") } else { tr!("desk-nobody-found") };
            let words = tr!("desk-nobody-found-words");
            if empty_state(ui, Icon::Search, &title, &words, Some(&action)) {
                cx.ask(Ask::Participant(ParticipantForm::named(&query.words)));
            }
        } else {
            let pointed = (!query.words.trim().is_empty()).then(|| search.pointer.row());
            table(ui, cx, rows, pointed);
        }
    });
}

/// What is done with whole lists: files in and out, and what may be there twice.
fn files(ui: &mut Ui, cx: &mut Cx<'_>, query: &PeopleQuery) {
    if ui.add(Button::secondary(&tr!("desk-import")).icon(Icon::ArrowRight)).clicked() {
        cx.go(Place::Import);
    }
    if ui.add(Button::secondary(&tr!("desk-export")).icon(Icon::Document)).clicked() {
        cx.look(Load::Maps);
        cx.ask(Ask::Export(ExportForm::new(query.clone())));
    }
    let n = cx.data.duplicates.as_ref().map_or(0, Vec::len);
    if n > 0 && ui.add(Button::quiet(&tr!("desk-duplicates-count", n = n)).icon(Icon::People)).clicked() {
        cx.go(Place::Duplicates);
    }
}

/// Shows the words looked for and the filters; returns whether they changed.
fn looked_for(ui: &mut Ui, cx: &mut Cx<'_>, search: &mut Search) -> bool {
    let query = &mut search.query;
    let mut changed = false;
    let width = ui.available_width().min(520.0);
    let field = search_field(ui, &tr!("desk-search"), &mut query.words, width);
    if std::mem::take(&mut search.wants_focus) {
        field.request_focus();
        select_whole(&field, &query.words);
    }
    changed |= field.changed();
    // What Enter takes is what is listed for these very words.
    let found = cx.data.participants.as_ref().filter(|(listed, _)| *listed == *query && !changed);
    let taken = search.pointer.keys(ui, &field, found.map_or(0, |(_, rows)| rows.len()));
    let is_typed = !query.words.trim().is_empty();
    if let Some(id) = taken.filter(|_| is_typed).and_then(|at| found?.1.get(at)).map(|row| row.id) {
        cx.go(Place::File(id));
    }
    if query.import.is_some() {
        row(ui, |ui| {
            badge(ui, Tone::Info, &tr!("desk-filter-import"));
            if ui.add(Button::quiet(&tr!("desk-filter-import-off"))).clicked() {
                query.import = None;
                changed = true;
            }
        });
    }
    field.on_hover_text(tr!("desk-search-shortcut"));
    side_by_side(ui, 3, |ui, place| {
        changed |= match place {
            0 => {
                let stages = STAGES.map(|stage| (stage, words::stage_kind(stage)));
                let titles = (tr!("desk-column-stage"), tr!("desk-filter-any-stage"));
                filter(ui, &titles, &mut query.stage, stages)
            }
            1 => {
                let prescribers = cx.data.prescribers.iter().flatten().map(|who| (who.id, who.name.clone()));
                let titles = (tr!("desk-prescriber"), tr!("desk-filter-any-prescriber"));
                filter(ui, &titles, &mut query.prescriber, prescribers)
            }
            _ => {
                let sites = cx.data.sites.iter().flatten().map(|site| (site.id, site.name.clone()));
                let titles = (tr!("desk-column-site"), tr!("desk-filter-any-site"));
                filter(ui, &titles, &mut query.site, sites)
            }
        };
    });
    changed
}

/// The stages that can be looked for; how far a path is does not count.
const STAGES: [Stage; 10] = [
    Stage::Recorded,
    Stage::Referred,
    Stage::Interviewed,
    Stage::Underway { finished: 0, total: 0 },
    Stage::Closed,
    Stage::ToSynthesise,
    Stage::ToRestitute,
    Stage::ToDeliver,
    Stage::Leaving,
    Stage::Delivered,
];

/// Shows a list to choose from, its first choice being anything.
fn filter<T: Copy + PartialEq>(
    ui: &mut Ui,
    (label, any): &(String, String),
    chosen: &mut Option<T>,
    options: impl IntoIterator<Item = (T, String)>,
) -> bool {
    let all = std::iter::once((None, any.clone()));
    let options: Vec<_> = all.chain(options.into_iter().map(|(value, words)| (Some(value), words))).collect();
    let mut picked = Some(*chosen);
    let changed = picker(ui, label, &mut picked, &options, ui.available_width());
    *chosen = picked.flatten();
    changed
}

fn table(ui: &mut Ui, cx: &mut Cx<'_>, rows: &[ParticipantRow], pointed: Option<usize>) {
    let titles =
        [tr!("desk-column-name"), tr!("desk-column-birth"), tr!("desk-column-prescriber"), tr!("desk-column-stage")];
    let [name, birth, prescriber, stage] = titles.each_ref().map(String::as_str);
    let columns = [
        Column::flexible(name, 210.0),
        Column::fixed(birth, 110.0),
        Column::fixed(prescriber, 230.0),
        Column::fixed(stage, 210.0),
    ];
    small(ui, &tr!("desk-people-count", count = rows.len()));
    let height = height_left(ui, 70.0);
    let opened = DataTable::new("participants", &columns).selected(pointed).max_height(height).show(
        ui,
        rows.len(),
        |index| rows.get(index).map(full_name).unwrap_or_default(),
        |ui, index, column| {
            let Some(row) = rows.get(index) else { return };
            match column {
                0 => person(ui, row),
                1 => drop(muted(ui, &short_date(row.birth_date))),
                2 => referred_by(ui, row),
                _ => drop(badge(ui, words::stage_tone(row.stage), &words::stage(row.stage))),
            }
        },
    );
    if let Some(row) = opened.and_then(|index| rows.get(index)) {
        cx.go(Place::File(row.id));
    }
}

/// The prescriber, above their antenne; on one line where the row's cells stand below one another.
fn referred_by(ui: &mut Ui, row: &ParticipantRow) {
    let Some(prescriber) = &row.prescriber else {
        muted(ui, &tr!("desk-no-prescriber"));
        return;
    };
    let site = row.site.as_deref().unwrap_or_default();
    let prescriber = match row.others {
        0 => prescriber.clone(),
        n => tr!("desk-prescriber-and-others", name = prescriber.as_str(), n = n),
    };
    if is_narrow(ui) {
        // Several prescribers take the line.
        let line = tr!("desk-prescriber-line", name = prescriber.as_str(), site = site);
        body(ui, if row.others == 0 { &line } else { &prescriber });
        return;
    }
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = 0.0;
        ui.add_space(3.0);
        body(ui, &prescriber);
        small(ui, site);
    });
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
