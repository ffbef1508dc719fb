//! Fields that only the desk has: choosing in a list, and the half-days of a week.

use std::sync::Arc;

use eframe::egui::{
    Align2, Color32, ComboBox, Galley, Grid, Rect, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2,
};

use crate::domain::stamp::{Availability, Half, HalfDay};
use crate::i18n::terms;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{segmented, small};

/// Shows a label and a list to choose from; returns whether the choice changed.
pub fn picker<T: Copy + PartialEq>(
    ui: &mut Ui,
    label: &str,
    chosen: &mut Option<T>,
    options: &[(T, String)],
    width: f32,
) -> bool {
    picker_with(ui, label, chosen, options, (width, false))
}

/// The same, which takes the keyboard when it is `wanted`.
pub fn picker_with<T: Copy + PartialEq>(
    ui: &mut Ui,
    label: &str,
    chosen: &mut Option<T>,
    options: &[(T, String)],
    (width, wanted): (f32, bool),
) -> bool {
    let look = Look::of(ui.ctx());
    let before = *chosen;
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = look.space.tiny;
        let name = ui.label(look.job(label, Weight::SemiBold, look.text.body, look.colours.ink, width));
        let words = options.iter().find(|(value, _)| Some(*value) == *chosen).map(|(_, words)| words.clone());
        let shown = words.unwrap_or_else(|| tr!("desk-choose"));
        let shown = look.job(&shown, Weight::Regular, look.text.body, look.colours.ink, f32::INFINITY);
        let combo = ComboBox::from_id_salt(label).selected_text(shown).width(width).height(320.0).truncate();
        let shown = combo.show_ui(ui, |ui| {
            ui.set_min_width(width);
            for (value, words) in options {
                let words = look.job(words, Weight::Regular, look.text.body, look.colours.ink, f32::INFINITY);
                if ui.selectable_label(*chosen == Some(*value), words).clicked() {
                    *chosen = Some(*value);
                }
            }
        });
        if wanted {
            shown.response.request_focus();
        }
        shown.response.labelled_by(name.id);
    });
    *chosen != before
}

/// Shows a label over a few exclusive choices.
pub fn choice<T: Copy + PartialEq>(ui: &mut Ui, label: &str, chosen: &mut T, options: &[(T, String)]) -> bool {
    let look = Look::of(ui.ctx());
    ui.vertical(|ui| {
        ui.spacing_mut().item_spacing.y = look.space.tiny;
        ui.label(look.job(label, Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY));
        let labels: Vec<&str> = options.iter().map(|(_, words)| words.as_str()).collect();
        let mut index = options.iter().position(|(value, _)| value == chosen).unwrap_or(usize::MAX);
        let changed = segmented(ui, &labels, &mut index);
        if let (true, Some((value, _))) = (changed, options.get(index)) {
            *chosen = *value;
        }
        changed
    })
    .inner
}

/// Shows the ten half-days of the week as toggles.
pub fn half_days(ui: &mut Ui, label: &str, free: &mut Availability) {
    let look = Look::of(ui.ctx());
    ui.label(look.job(label, Weight::SemiBold, look.text.body, look.colours.ink, f32::INFINITY));
    let week: Vec<HalfDay> = HalfDay::week().collect();
    // Five of a row beside its name, narrower where the window is.
    let names =
        [Half::Morning, Half::Afternoon].map(|half| words_of(ui, &look, &terms::half(half), look.colours.ink).size().x);
    let room = ui.available_width() - names.into_iter().fold(0.0, f32::max) - 5.0 * look.space.small;
    let width = (room / 5.0).floor().clamp(76.0, 104.0);
    Grid::new("half-days").spacing(vec2(look.space.small, look.space.small)).min_col_width(0.0).show(ui, |ui| {
        for half in [Half::Morning, Half::Afternoon] {
            small(ui, &terms::half(half));
            for half_day in week.iter().filter(|half_day| half_day.half == half) {
                if toggle(ui, &look, *half_day, free.includes(*half_day), width) {
                    *free = free.toggled(*half_day);
                }
            }
            ui.end_row();
        }
    });
}

/// Shows the ten half-days of the week as toggles, and whether the person was asked; a toggle says that they were. Returns
/// whether something changed.
pub fn half_days_asked(ui: &mut Ui, label: &str, free: &mut Availability, asked: &mut bool) -> bool {
    let before = (*free, *asked);
    let answers = [(false, tr!("desk-half-days-not-asked")), (true, tr!("desk-half-days-asked"))];
    if choice(ui, label, asked, &answers) && !*asked {
        *free = Availability::always();
    }
    let said = *free;
    half_days(ui, &tr!("desk-half-days-free"), free);
    *asked |= *free != said;
    small(ui, &if *asked { tr!("desk-half-days-asked-words") } else { tr!("desk-half-days-not-asked-words") });
    (*free, *asked) != before
}

/// Shows the ten half-days of the week, to read.
pub fn half_days_read(ui: &mut Ui, free: Availability) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let cell = vec2(22.0, 16.0);
    let (rect, response) = ui.allocate_exact_size(vec2(5.0 * cell.x, 2.0 * cell.y + 20.0), Sense::hover());
    let names: Vec<String> = free.half_days().map(terms::half_day).collect();
    response.widget_info(|| WidgetInfo::labeled(Role::Image, true, names.join(", ")));
    for (index, half_day) in HalfDay::week().enumerate() {
        let (column, row) = ((index / 2) as f32, (index % 2) as f32);
        let place = Rect::from_min_size(rect.min + vec2(column * cell.x, 20.0 + row * cell.y), cell).shrink(1.5);
        let comes = free.includes(half_day);
        let fill = if comes { c.primary } else { c.surface_raised };
        ui.painter().rect(place, look.corner(4.0), fill, Stroke::new(1.0, c.line), StrokeKind::Inside);
        if half_day.half == Half::Morning {
            let initial: String =
                terms::weekday(half_day.weekday).chars().take(1).flat_map(char::to_uppercase).collect();
            let at = place.center_top() - vec2(0.0, 10.0);
            ui.painter().text(at, Align2::CENTER_CENTER, initial, look.font(Weight::SemiBold, 12.0), c.ink_muted);
        }
    }
    response.on_hover_text(names.join(", "));
}

/// Shows things to tick, in columns; returns the one that was pressed.
pub fn ticks<T: Copy>(ui: &mut Ui, options: &[(T, String)], is_on: impl Fn(T) -> bool) -> Option<T> {
    let look = Look::of(ui.ctx());
    let gap = look.space.small;
    // Wide enough for the longest words beside their tick.
    let longest = options.iter().map(|(_, words)| words_of(ui, &look, words, look.colours.ink).size().x);
    let least = longest.fold(230.0, f32::max) + TICK_ROOM;
    let columns = (((ui.available_width() + gap) / (least + gap)).floor() as usize).clamp(1, 3);
    let width = (ui.available_width() - gap * (columns - 1) as f32) / columns as f32;
    let mut pressed = None;
    Grid::new("ticks").spacing(vec2(gap, gap)).min_col_width(0.0).show(ui, |ui| {
        for line in options.chunks(columns) {
            for (value, words) in line {
                if tick(ui, &look, (words, words), width, is_on(*value)) {
                    pressed = Some(*value);
                }
            }
            ui.end_row();
        }
    });
    pressed
}

/// Around the words of a thing to tick: the mark, and the edges.
const TICK_ROOM: f32 = 44.0;

fn words_of(ui: &Ui, look: &Look, words: &str, ink: Color32) -> Arc<Galley> {
    ui.painter().layout_job(look.job(words, Weight::SemiBold, look.text.small, ink, f32::INFINITY))
}

fn toggle(ui: &mut Ui, look: &Look, half_day: HalfDay, on: bool, width: f32) -> bool {
    tick(ui, look, (&terms::weekday(half_day.weekday), &terms::half_day(half_day)), width, on)
}

/// A thing to tick: its words on screen, and its name.
fn tick(ui: &mut Ui, look: &Look, (words, name): (&str, &str), width: f32, on: bool) -> bool {
    let c = &look.colours;
    let size = vec2(width, look.target.control);
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    response.widget_info(|| WidgetInfo::selected(Role::CheckBox, true, on, name));
    let (fill, ink) = if on { (c.primary_soft, c.primary) } else { (c.surface_raised, c.ink_muted) };
    let outline = if on { Stroke::new(2.0, c.primary) } else { look.outline() };
    let corner = look.corner(look.radius.small);
    ui.painter().rect(rect, corner, fill, outline, StrokeKind::Inside);
    if response.has_focus() {
        ui.painter().rect_stroke(rect, corner, Stroke::new(look.stroke.focus, c.focus), StrokeKind::Outside);
    }
    let words = words_of(ui, look, words, ink);
    let shift = if on { 10.0 } else { 0.0 };
    let at = rect.center() - words.size() / 2.0 + vec2(shift, 0.0);
    if on {
        let tick = Rect::from_center_size(at + vec2(-12.0, words.size().y / 2.0), vec2(14.0, 14.0));
        Icon::Check.paint(ui.painter(), tick, ink);
    }
    ui.painter().galley(at, words, ink);
    response.clicked()
}
