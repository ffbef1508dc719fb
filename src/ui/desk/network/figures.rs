//! The figures of a period: counts with what each is, by gender or by antenne.

use chrono::{Datelike, NaiveDate};
use eframe::egui::{Ui, vec2};

use crate::app::figures::FiguresView;
use crate::app::people::ExportFormat;
use crate::domain::calendar::Days;
use crate::domain::figures::Line;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::Load;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{below, is_narrow, loading, panel, row, scroll_rest};
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, Column, DataTable, DateField, body, heading, muted, segmented, small};

/// The period looked at, and how it is divided.
#[derive(Default)]
pub struct FiguresPage {
    from: DateField,
    until: DateField,
    division: usize,
}

impl FiguresPage {
    /// Asks for the period on screen, or this month before any was chosen.
    pub(super) fn open(&mut self, cx: &mut Cx<'_>) {
        if self.days().is_none() {
            self.set(this_month(cx.day()));
        }
        self.ask(cx);
    }

    fn days(&self) -> Option<Days> {
        let (from, until) = (self.from.day()?, self.until.day()?);
        (from <= until).then_some(Days { from, until })
    }

    fn set(&mut self, days: Days) {
        (self.from, self.until) = (DateField::new(Some(days.from)), DateField::new(Some(days.until)));
    }

    fn ask(&self, cx: &mut Cx<'_>) {
        if let Some(days) = self.days() {
            cx.look(Load::Figures(days));
        }
    }

    pub(super) fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        self.period(ui, cx);
        let Some(view) = &cx.data.figures else { return loading(ui) };
        row(ui, |ui| {
            let labels = [tr!("desk-figures-by-gender"), tr!("desk-figures-by-site")];
            segmented(ui, &labels.each_ref().map(String::as_str), &mut self.division);
            below(ui);
            let (from, until) = (short_date(view.days.from), short_date(view.days.until));
            muted(ui, &tr!("figures-period", from = from, until = until));
            below(ui);
            if ui.add(Button::secondary(&tr!("desk-figures-export")).icon(Icon::Document)).clicked() {
                cx.ask(Ask::ExportFigures(view.days, ExportFormat::Xlsx));
            }
        });
        scroll_rest(ui, "figures", |ui| {
            panel(ui, |ui| {
                self.table(ui, view);
                small(ui, &tr!("figures-rule-words"));
            });
            panel(ui, |ui| alone(ui, view));
            panel(ui, |ui| definitions(ui, view));
        });
    }

    fn period(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        muted(ui, &tr!("desk-figures-words"));
        let day = cx.day();
        let mut changed = false;
        row(ui, |ui| {
            changed |= self.from.show(ui, &tr!("desk-figures-from"), day, None);
            below(ui);
            changed |= self.until.show(ui, &tr!("desk-figures-until"), day, None);
            below(ui);
            let shortcuts = [
                (tr!("desk-figures-month"), this_month(day)),
                (tr!("desk-figures-quarter"), this_quarter(day)),
                (tr!("desk-figures-year"), this_year(day)),
            ];
            for (words, days) in shortcuts {
                if ui.add(Button::quiet(&words)).clicked() {
                    self.set(days);
                    changed = true;
                }
            }
        });
        if changed {
            self.ask(cx);
        }
    }

    fn table(&self, ui: &mut Ui, view: &FiguresView) {
        let parts: Vec<String> = match self.division {
            0 => vec![tr!("figures-women"), tr!("figures-men"), tr!("figures-others")],
            _ => view.sites.clone(),
        };
        let (name, whole) = (tr!("desk-figures-table"), tr!("figures-whole"));
        let width = if parts.len() > 3 { 108.0 } else { 150.0 };
        let mut columns = vec![Column::flexible(&name, 220.0), Column::fixed(&whole, 96.0)];
        columns.extend(parts.iter().map(|part| Column::fixed(part, width)));
        let lines = &view.figures.lines;
        let cells = |line: &Line| {
            let parts = if self.division == 0 { line.genders.as_slice() } else { line.sites.as_slice() };
            std::iter::once(line.whole).chain(parts.iter().copied()).map(terms::cell).collect::<Vec<_>>()
        };
        let show = |ui: &mut Ui| {
            DataTable::new("figures", &columns).show(
                ui,
                lines.len(),
                |index| lines.get(index).map(|line| terms::measure(line.measure)).unwrap_or_default(),
                |ui, index, column| {
                    let Some(line) = lines.get(index) else { return };
                    if column == 0 {
                        body(ui, &terms::measure(line.measure));
                    } else if let Some(words) = cells(line).get(column - 1) {
                        body(ui, words);
                    }
                },
            );
        };
        if is_narrow(ui) {
            return show(ui);
        }
        // The page scrolls, not the table in it.
        let look = Look::of(ui.ctx());
        let height = (look.target.control + look.space.small) * (lines.len() as f32 + 1.0);
        ui.allocate_ui(vec2(ui.available_width(), height), show);
    }
}

fn definitions(ui: &mut Ui, view: &FiguresView) {
    heading(ui, &tr!("figures-definition"));
    for line in &view.figures.lines {
        body(ui, &terms::measure(line.measure));
        small(ui, &terms::measure_words(line.measure));
    }
}

/// Shows what has no division: sessions, presence and delays, each with what it is.
fn alone(ui: &mut Ui, view: &FiguresView) {
    let figures = &view.figures;
    let presence = match figures.presence_percent {
        Some(percent) => tr!("figures-percent", percent = percent),
        None => tr!("figures-not-said"),
    };
    heading(ui, &tr!("desk-figures-sessions"));
    for (title, value, words) in [
        (tr!("figures-held"), figures.sessions_held.to_string(), tr!("figures-held-words")),
        (tr!("figures-cancelled"), figures.sessions_cancelled.to_string(), tr!("figures-cancelled-words")),
        (tr!("figures-presence"), presence, tr!("figures-presence-words")),
    ] {
        body(ui, &tr!("desk-figures-line", title = title, value = value));
        small(ui, &words);
    }
    heading(ui, &tr!("desk-figures-waits"));
    for (wait, median) in &figures.waits {
        body(ui, &tr!("desk-figures-line", title = terms::wait(*wait), value = terms::median(*median)));
        small(ui, &terms::wait_words(*wait));
    }
}

fn first_of(day: NaiveDate, month: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(day.year(), month, 1).unwrap_or(day)
}

fn this_month(day: NaiveDate) -> Days {
    Days { from: first_of(day, day.month()), until: day }
}

fn this_quarter(day: NaiveDate) -> Days {
    Days { from: first_of(day, (day.month0() / 3) * 3 + 1), until: day }
}

fn this_year(day: NaiveDate) -> Days {
    Days { from: first_of(day, 1), until: day }
}
