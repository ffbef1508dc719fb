//! Two touches: first the most, then the least. Two places above the cards say which is asked, and let both be changed.

use std::sync::Arc;

use eframe::egui::{Galley, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use super::{Means, filling, lowest};
use crate::domain::assessment::{Choice, Item, OptionId};
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::kiosk::attempt::{Extreme, MostLeast};
use crate::ui::kiosk::script::Part;
use crate::ui::kiosk::{listen, words, zone};
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{CardCorner, CardMark, MarkCard};

pub(super) fn show(
    ui: &mut Ui,
    height: f32,
    item: &Item,
    options: &[Choice],
    chosen: &mut MostLeast,
    means: &mut Means<'_>,
) {
    let look = Look::of(ui.ctx());
    // Two lines of what was touched.
    let place = lowest(&look).max((look.text.small * 0.9 * look.text.line_height * 1.9).round());
    let gap = look.space.medium;
    let across = look.space.between_answers;
    let half = ((ui.available_width() - across) / 2.0).floor();
    ui.spacing_mut().item_spacing = vec2(across, gap);
    ui.horizontal(|ui| {
        for end in [Extreme::Most, Extreme::Least] {
            let given = match end {
                Extreme::Most => &chosen.most,
                Extreme::Least => &chosen.least,
            };
            let given = given.as_ref().map(|id| name_of(item, options, id));
            if slot(ui, &look, vec2(half, place), end, given.as_deref(), chosen.asked == end) {
                chosen.asked = end;
            }
        }
    });
    let (row_height, gap) = filling(&look, height - place - gap, options.len());
    ui.spacing_mut().item_spacing.y = gap;
    let size = vec2(ui.available_width(), row_height);
    for (option, number) in options.iter().zip(1_u8..) {
        let (mark, said) = if chosen.most.as_ref() == Some(&option.id) {
            (CardMark::Most, tr!("kiosk-most"))
        } else if chosen.least.as_ref() == Some(&option.id) {
            (CardMark::Least, tr!("kiosk-least"))
        } else {
            (CardMark::None, String::new())
        };
        let name = words::option_name(item, option, usize::from(number));
        let part = Part::Answer(usize::from(number) - 1);
        let card = MarkCard::new(&name, number, mark, &said).with_speaker(means.hearing.has(part));
        let (response, touched) = card.show(ui, size);
        means.wish = listen::over(ui, &response, CardCorner::Right, means.hearing, part, &name).or(means.wish);
        zone::follow_focus(&response);
        if touched {
            chosen.touch(&option.id);
        }
    }
}

fn name_of(item: &Item, options: &[Choice], id: &OptionId) -> String {
    let found = options.iter().zip(1..).find(|(option, _)| option.id == *id);
    found.map(|(option, number)| words::option_name(item, option, number)).unwrap_or_default()
}

/// Shows one of the two places; returns whether it was touched.
fn slot(ui: &mut Ui, look: &Look, size: Vec2, end: Extreme, given: Option<&str>, asked: bool) -> bool {
    let c = &look.colours;
    let (rect, response) = ui.allocate_exact_size(size, Sense::click());
    let enabled = ui.is_enabled();
    let (title, icon, strong) = match end {
        Extreme::Most => (tr!("kiosk-most"), Icon::Plus, c.primary),
        Extreme::Least => (tr!("kiosk-least"), Icon::Minus, c.accent),
    };
    let said = match (given, asked) {
        (Some(given), _) => given.to_owned(),
        (None, true) => tr!("kiosk-touch-a-card"),
        (None, false) => String::new(),
    };
    let name = tr!("kiosk-place-of", place = title.as_str());
    response.widget_info(|| {
        let mut info = WidgetInfo::selected(Role::Tab, enabled, asked, &name);
        info.current_text_value = Some(said.clone());
        info
    });
    let (fill, outline) = if asked {
        (c.surface_raised, Stroke::new(look.stroke.selected, strong))
    } else {
        (c.surface, look.hairline())
    };
    ui.painter().rect(rect, look.corner(look.radius.medium), fill, outline, StrokeKind::Inside);
    if response.has_focus() {
        let ring = Stroke::new(look.stroke.focus, c.focus);
        ui.painter().rect_stroke(rect.expand(3.0), look.corner(look.radius.medium), ring, StrokeKind::Middle);
    }
    let pad = look.space.medium;
    let side = look.target.icon;
    let mark = Rect::from_min_size(pos2(rect.left() + pad, rect.center().y - side / 2.0), Vec2::splat(side));
    ui.painter().rect_filled(mark, look.corner(look.radius.small), strong);
    icon.paint(ui.painter(), mark.shrink(side * 0.2), c.surface_raised);
    let left = mark.right() + pad * 0.75;
    let lay = |text: &str, weight, size, ink, width| ui.painter().layout_job(look.job(text, weight, size, ink, width));
    let title = lay(&title, Weight::Bold, look.text.answer, c.ink, f32::INFINITY);
    let after = left + title.size().x + pad;
    let ink = if given.is_some() { c.ink } else { c.ink_muted };
    let mut words = lay(&said, Weight::Regular, look.text.small, ink, rect.right() - pad - after);
    if words.size().y > rect.height() {
        words = lay(&said, Weight::Regular, look.text.small * 0.9, ink, rect.right() - pad - after);
    }
    let put = |galley: Arc<Galley>, x: f32| {
        let at = pos2(x, rect.center().y - galley.size().y / 2.0);
        ui.painter().galley(at, galley, c.ink);
    };
    put(title, left);
    put(words, after);
    response.clicked()
}
