//! The network: who refers, from where, and who works at the Boussole.

mod figures;
mod post;
mod settings;

use eframe::egui::Ui;

use super::action::Load;
use super::ask::Ask;
use super::ask::health::HealthRightForm;
use super::ask::network::{PrescriberForm, SiteForm, StaffForm};
use super::cx::Cx;
use super::layout::{height_left, loading, page_header};
use crate::domain::id::PrescriberId;
use crate::domain::person::{Role, StaffMember};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::layout::panel;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Column, DataTable, body, empty_state, muted, tabs};

/// Which list is open, the prescriber whose post is shown, the period looked at.
#[derive(Default)]
pub struct NetworkTab {
    open: usize,
    prescriber: Option<PrescriberId>,
    figures: figures::FiguresPage,
}

/// The lists that everybody sees come first.
const FIGURES: usize = 4;
const SETTINGS: usize = 5;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, tab: &mut NetworkTab) {
    page_header(ui, &tr!("desk-network-title"), |ui| {
        let Some((words, ask)) = addition(tab.open) else { return };
        if ui.add(Button::primary(&words).icon(Icon::Plus)).clicked() {
            cx.ask(ask);
        }
    });
    let mut labels = vec![tr!("desk-tab-prescribers"), tr!("desk-tab-sites"), tr!("desk-tab-staff")];
    if cx.settles() {
        labels.extend([tr!("desk-tab-mail"), tr!("desk-tab-figures"), tr!("desk-tab-dated")]);
    }
    let chosen = tabs(ui, &labels.iter().map(String::as_str).collect::<Vec<_>>(), &mut tab.open);
    if chosen && tab.open == FIGURES {
        tab.figures.open(cx);
    }
    if chosen && tab.open == SETTINGS {
        cx.look(Load::Settings);
    }
    cx.show_trouble(ui);
    match tab.open {
        0 => prescribers(ui, cx, &mut tab.prescriber),
        1 => sites(ui, cx),
        2 => staff(ui, cx),
        3 => post::server(ui, cx),
        FIGURES => tab.figures.show(ui, cx),
        _ => settings::show(ui, cx),
    }
}

/// Returns the button that adds to a list, and its dialog; some tabs are no list.
fn addition(tab: usize) -> Option<(String, Ask)> {
    match tab {
        0 => Some((tr!("desk-add-prescriber"), Ask::Prescriber(PrescriberForm::default()))),
        1 => Some((tr!("desk-add-site"), Ask::Site(SiteForm::default()))),
        2 => Some((tr!("desk-add-staff"), Ask::Staff(StaffForm::default()))),
        _ => None,
    }
}

/// Shows rows of words as a table, or what to do when there is none.
fn list(ui: &mut Ui, id: &str, titles: &[String], rows: &[Vec<String>], empty: (&str, &str)) -> Option<usize> {
    let shown = panel(ui, |ui| {
        if rows.is_empty() {
            empty_state(ui, Icon::People, empty.0, empty.1, None);
            return None;
        }
        let columns: Vec<Column<'_>> = titles
            .iter()
            .enumerate()
            .map(|(index, title)| match (index, titles.len()) {
                (0, 5) => Column::flexible(title, 170.0),
                (1, 5) => Column::fixed(title, 205.0),
                (2, 5) => Column::fixed(title, 228.0),
                (3, 5) => Column::fixed(title, 135.0),
                (0, _) => Column::flexible(title, 220.0),
                (_, 2) | (1, 3) => Column::flexible(title, 340.0),
                _ => Column::fixed(title, 250.0),
            })
            .collect();
        let height = height_left(ui, 40.0);
        let cell = |row: usize, column: usize| rows.get(row).and_then(|row| row.get(column)).map_or("", String::as_str);
        DataTable::new(id, &columns).max_height(height).show(
            ui,
            rows.len(),
            |index| cell(index, 0).to_owned(),
            |ui, index, column| {
                let words = cell(index, column);
                if column == 0 { drop(body(ui, words)) } else { drop(muted(ui, words)) }
            },
        )
    });
    shown.inner
}

fn prescribers(ui: &mut Ui, cx: &mut Cx<'_>, open: &mut Option<PrescriberId>) {
    let Some(people) = &cx.data.prescribers else { return loading(ui) };
    if let Some(who) = people.iter().find(|who| *open == Some(who.id)) {
        if post::of(ui, cx, who) {
            *open = None;
        }
        return;
    }
    let rows: Vec<Vec<String>> = people
        .iter()
        .map(|who| {
            let email = who.email.clone().unwrap_or_else(|| tr!("desk-no-email"));
            vec![who.name.clone(), terms::prescriber_kind(who.kind), who.site.clone(), who.phone.clone(), email]
        })
        .collect();
    let titles =
        [tr!("desk-column-name"), tr!("desk-prescriber-kind"), tr!("desk-site"), tr!("desk-phone"), tr!("desk-email")];
    let empty = (tr!("desk-no-prescriber-yet"), tr!("desk-no-prescriber-words"));
    let pressed = list(ui, "prescribers", &titles, &rows, (&empty.0, &empty.1));
    if let Some(who) = pressed.and_then(|index| people.get(index)) {
        *open = Some(who.id);
        cx.look(Load::PrescriberMail(who.id));
    }
}

fn sites(ui: &mut Ui, cx: &Cx<'_>) {
    let Some(sites) = &cx.data.sites else { return loading(ui) };
    let rows: Vec<Vec<String>> = sites
        .iter()
        .map(|site| vec![site.name.clone(), site.address.clone(), terms::yes_or_no(site.is_open)])
        .collect();
    let titles = [tr!("desk-site-name"), tr!("desk-site-address"), tr!("term-setting-site-open")];
    list(ui, "sites", &titles, &rows, (&tr!("desk-no-site"), &tr!("desk-no-site-words")));
}

fn staff(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(staff) = &cx.data.staff else { return loading(ui) };
    let health = |member: &StaffMember| match (member.role, member.handles_health) {
        (Role::Counsellor, _) => tr!("desk-staff-health-always"),
        (Role::Facilitator | Role::Manager, true) => tr!("desk-staff-health-given"),
        (Role::Facilitator | Role::Manager, false) => tr!("desk-staff-health-none"),
    };
    let rows: Vec<Vec<String>> =
        staff.iter().map(|member| vec![member.name.full(), terms::role(member.role), health(member)]).collect();
    let titles = [tr!("desk-column-name"), tr!("desk-staff-role"), tr!("desk-staff-health")];
    let pressed = list(ui, "staff", &titles, &rows, (&tr!("desk-no-staff"), &tr!("desk-no-staff-words")));
    let member = pressed.and_then(|index| staff.get(index)).filter(|member| member.role != Role::Counsellor);
    if let Some(member) = member.filter(|_| cx.settles()) {
        cx.ask(Ask::HealthRight(HealthRightForm::new(member)));
    }
}
