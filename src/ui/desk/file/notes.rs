//! What was observed, and what was done to the file.

use eframe::egui::{Label, Ui};

use crate::app::people::{HistoryLine, ParticipantFile};
use crate::i18n::{clock_time, short_date, terms};
use crate::tr;
use crate::ui::desk::action::Load;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::grid::GridChoice;
use crate::ui::desk::ask::observation::ObservationForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{height_left, panel};
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, Column, DataTable, empty_state, heading, muted, paragraph, section_header, small};

pub fn observations(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    panel(ui, |ui| {
        section_header(ui, &tr!("desk-observations"), |ui| {
            if ui.add(Button::primary(&tr!("desk-add-observation")).icon(Icon::Plus)).clicked() {
                cx.ask(Ask::Observation(ObservationForm::new(file.id)));
            }
            if ui.add(Button::secondary(&tr!("desk-grid-fill")).icon(Icon::Clipboard)).clicked() {
                cx.look(Load::Grids(file.id));
                let name = format!("{} {}", file.first_name, file.last_name);
                cx.ask(Ask::Grid(GridChoice::new(file.id, name, None)));
            }
        });
        if file.observations.is_empty() {
            empty_state(ui, Icon::Pencil, &tr!("desk-no-observation"), &tr!("desk-no-observation-words"), None);
        }
        for observation in &file.observations {
            ui.separator();
            paragraph(ui, &observation.text);
            let day = short_date(observation.at.day());
            let by = observation.by.as_str();
            let words = match &observation.workshop {
                Some(title) => tr!("desk-observed-at", by = by, day = day, workshop = title.as_str()),
                None => tr!("desk-observed", by = by, day = day),
            };
            small(ui, &words);
        }
    });
}

pub fn history(ui: &mut Ui, file: &ParticipantFile) {
    panel(ui, |ui| {
        heading(ui, &tr!("desk-tab-history"));
        let titles = [tr!("desk-column-when"), tr!("desk-column-who"), tr!("desk-column-what")];
        let [when, who, what] = titles.each_ref().map(String::as_str);
        let columns = [Column::fixed(when, 176.0), Column::fixed(who, 132.0), Column::flexible(what, 150.0)];
        let height = height_left(ui, 60.0);
        DataTable::new("history", &columns).max_height(height).show(
            ui,
            file.history.len(),
            |index| file.history.get(index).map(|line| terms::journal_action(&line.action)).unwrap_or_default(),
            |ui, index, column| {
                let Some(line) = file.history.get(index) else { return };
                match column {
                    0 => drop(muted(ui, &when_of(line))),
                    1 => cut(ui, &line.by),
                    _ => cut(ui, &terms::journal_action(&line.action)),
                }
            },
        );
    });
}

/// Shows words on one line, as far as the column goes; all of them under the pointer.
fn cut(ui: &mut Ui, words: &str) {
    let look = Look::of(ui.ctx());
    let job = look.job(words, Weight::Regular, look.text.body, look.colours.ink, f32::INFINITY);
    ui.add(Label::new(job).truncate());
}

fn when_of(line: &HistoryLine) -> String {
    let local = line.at.local();
    tr!("desk-day-and-time", day = short_date(local.date()), time = clock_time(local.time()))
}
