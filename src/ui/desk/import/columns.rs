//! What each column of the file is: guessed, said by hand, or remembered under a name.

use eframe::egui::Ui;

use super::ImportPage;
use crate::app::people::Columns;
use crate::domain::people_file::Field;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::picker;
use crate::ui::widgets::{Banner, Button, TextField, Tone, heading, muted, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut ImportPage) {
    heading(ui, &tr!("desk-import-columns"));
    let Some((wish, view)) = &page.looked else { return };
    if view.lacks_columns {
        Banner::new(Tone::Warning, &tr!("desk-import-lacks")).show(ui);
    }
    let width = ui.available_width().min(420.0);
    if !view.maps.is_empty() {
        let mut options = vec![(None, tr!("desk-import-guessed"))];
        options.extend(view.maps.iter().cloned().enumerate().map(|(at, name)| (Some(at), name)));
        let now = match &wish.columns {
            Columns::Map(name) => Some(view.maps.iter().position(|known| known == name)),
            Columns::Guessed => Some(None),
            Columns::ByHand(_) => None,
        };
        let mut picked = now;
        if picker(ui, &tr!("desk-import-map"), &mut picked, &options, width) {
            let columns = match picked.flatten().and_then(|at| view.maps.get(at)) {
                Some(name) => Columns::Map(name.clone()),
                None => Columns::Guessed,
            };
            page.ask(cx, |wish| wish.columns = columns);
        }
    }
    let mut options = vec![(None, tr!("desk-import-unused"))];
    options.extend(Field::ALL.map(|field| (Some(field), terms::field(field))));
    let mut changed = None;
    for (at, title) in view.header.iter().enumerate() {
        ui.push_id(at, |ui| {
            let before = view.columns.get(at).copied().flatten();
            let mut picked = Some(before);
            let shown = if title.is_empty() { tr!("desk-import-untitled", n = at + 1) } else { title.clone() };
            if picker(ui, &shown, &mut picked, &options, width) {
                changed = Some((at, picked.flatten()));
            }
            if let Some(example) = view.example.get(at).filter(|example| !example.is_empty()) {
                small(ui, &tr!("desk-import-example", example = example.as_str()));
            }
        });
    }
    if let Some((at, field)) = changed {
        let mut columns = view.columns.clone();
        // A field has one column: the other one gives it back.
        columns.iter_mut().filter(|known| field.is_some() && **known == field).for_each(|known| *known = None);
        if let Some(place) = columns.get_mut(at) {
            *place = field;
        }
        page.ask(cx, |wish| wish.columns = Columns::ByHand(columns));
    }
    keep(ui, cx, page);
}

/// Keeps what was said of the columns under a name.
fn keep(ui: &mut Ui, cx: &mut Cx<'_>, page: &mut ImportPage) {
    ui.separator();
    muted(ui, &tr!("desk-import-keep-words"));
    TextField::new(&tr!("desk-import-map-name"), &mut page.map_name).width(280.0).longest(60).show(ui);
    let ready = !page.map_name.trim().is_empty() && !cx.busy;
    if ui.add_enabled(ready, Button::secondary(&tr!("desk-import-keep"))).clicked()
        && let Some((_, view)) = &page.looked
    {
        let (name, header, columns) = (page.map_name.clone(), view.header.clone(), view.columns.clone());
        cx.act(Deed::SaveColumnMap { name, header, columns });
    }
}
