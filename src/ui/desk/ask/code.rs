//! Today's code, large enough to be read over a shoulder or copied on paper, with its pictures and its QR code; the badge to print.

use eframe::egui::{Align2, Rect, Role, Sense, Stroke, StrokeKind, Ui, Vec2, WidgetInfo, pos2, vec2};

use crate::app::kiosk::CodeView;
use crate::domain::badge::{BADGE_LENGTH, PictureBadge};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::icons::{Icon, paint_pictogram};
use crate::ui::theme::{Look, Weight};
use crate::ui::widgets::{Banner, Button, ChoiceCard, ChoiceKind, Tone, paragraph, qr_code, small};

/// Side of the QR code, and height of the digits beside it.
const SQUARE: f32 = 168.0;

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, code: &CodeView) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    if code.nothing {
        Banner::new(Tone::Info, &tr!("desk-code-nothing")).show(ui);
    }
    paragraph(ui, &tr!("desk-code-words", name = code.first_name.as_str()));
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = look.space.medium;
        let size = vec2(ui.available_width() - SQUARE - look.space.medium, SQUARE);
        let (rect, response) = ui.allocate_exact_size(size, Sense::hover());
        response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &code.grouped));
        let outline = Stroke::new(2.0, c.primary);
        ui.painter().rect(rect, look.corner(look.radius.large), c.primary_soft, outline, StrokeKind::Inside);
        let font = look.font(Weight::Bold, 76.0);
        ui.painter().text(rect.center(), Align2::CENTER_CENTER, &code.grouped, font, c.primary);
        qr_code(ui, SQUARE, &code.qr, &tr!("desk-code-qr"));
    });
    if let Some(badge) = &code.badge {
        pictures(ui, badge);
    }
    paragraph(ui, &tr!("desk-code-valid"));
    accompany(ui, cx, code);
    ui.horizontal(|ui| {
        if ui.add(Button::primary(&tr!("desk-close")).min_width(180.0)).clicked() {
            cx.close();
        }
        let print = tr!("desk-code-print");
        if ui.add_enabled(!cx.busy, Button::secondary(&print).icon(Icon::Document)).clicked() {
            cx.act(Deed::WriteBadge(code.participant));
        }
    });
}

/// Shows the pictures of the badge in their order, each with its name.
fn pictures(ui: &mut Ui, badge: &PictureBadge) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let gap = look.space.small;
    let width = (ui.available_width() - gap * (BADGE_LENGTH as f32 - 1.0)) / BADGE_LENGTH as f32;
    let side = 64.0;
    ui.horizontal(|ui| {
        ui.spacing_mut().item_spacing.x = gap;
        for (index, one) in badge.pictograms().iter().enumerate() {
            let name = terms::pictogram(*one);
            let (rect, response) = ui.allocate_exact_size(vec2(width, side + 34.0), Sense::hover());
            let said = tr!("desk-code-picture", number = index + 1, picture = name.as_str());
            response.widget_info(|| WidgetInfo::labeled(Role::Label, true, &said));
            ui.painter().rect(
                rect,
                look.corner(look.radius.medium),
                c.surface_raised,
                look.outline(),
                StrokeKind::Inside,
            );
            let place =
                Rect::from_center_size(rect.center_top() + vec2(0.0, side / 2.0 + 4.0), Vec2::splat(side * 0.8));
            paint_pictogram(ui.painter(), place, *one, c.ink, c.surface_raised);
            let words = format!("{}. {name}", index + 1);
            let job = look.job(&words, Weight::SemiBold, look.text.small, c.ink, f32::INFINITY);
            let galley = ui.painter().layout_job(job);
            let at = pos2(rect.center().x - galley.size().x / 2.0, rect.bottom() - galley.size().y - 6.0);
            ui.painter().galley(at, galley, c.ink);
        }
    });
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
