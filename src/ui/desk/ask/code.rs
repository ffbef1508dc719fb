//! Today's code, large enough to be read over a shoulder or copied on paper.

use eframe::egui::{Align2, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo, vec2};

use crate::app::kiosk::CodeView;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Button, ChoiceCard, ChoiceKind, paragraph, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, code: &CodeView) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    paragraph(ui, &tr!("desk-code-words", name = code.first_name.as_str()));
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), 150.0), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &code.grouped));
    ui.painter().rect(
        rect,
        look.corner(look.radius.large),
        c.primary_soft,
        Stroke::new(2.0, c.primary),
        StrokeKind::Inside,
    );
    let font = look.font(Weight::Bold, 84.0);
    ui.painter().text(rect.center(), Align2::CENTER_CENTER, &code.grouped, font, c.primary);
    paragraph(ui, &tr!("desk-code-valid"));
    accompany(ui, cx, code);
    if ui.vertical_centered(|ui| ui.add(Button::primary(&tr!("desk-close")).min_width(180.0)).clicked()).inner {
        cx.close();
    }
}

/// Shows whether somebody answers with the person today: off unless it is asked.
fn accompany(ui: &mut Ui, cx: &mut Cx<'_>, code: &CodeView) {
    let on = code.accompanied_by.is_some();
    let card = ChoiceCard::new(&tr!("desk-code-accompanied"), on).kind(ChoiceKind::Many).show(ui);
    if card.chosen && !cx.busy {
        cx.act(Deed::Accompany { participant: code.participant, accompanied: !on });
    }
    match &code.accompanied_by {
        Some(by) => small(ui, &tr!("desk-code-accompanied-by", by = by.as_str())),
        None => small(ui, &tr!("desk-code-accompanied-words")),
    };
    cx.show_trouble(ui);
}
