//! The zones of every screen, which never move: bar above, body, foot below.

use eframe::egui::accesskit::Live;
use eframe::egui::{
    Align, Color32, Id, Key, Layout, Rect, Role, Sense, Shadow, Shape, StrokeKind, Ui, UiBuilder, WidgetInfo, pos2,
    vec2,
};

use super::flow::{Action, Overlay};
use super::hearing::Hearing;
use super::{listen, zone};
use crate::domain::badge::Pictogram;
use crate::i18n::typeset;
use crate::tr;
use crate::ui::icons::Icon;
use crate::ui::theme::style::shadow;
use crate::ui::theme::{Look, Scheme, Weight};
use crate::ui::widgets::{Button, icon_button, paragraph, pictogram_disc, title};

/// Widest content: a line of cards that the eye holds.
const WIDEST: f32 = 1180.0;

/// Height of a screen under which every line counts.
const TIGHT: f32 = 640.0;

/// Narrowest width where the ends of the bar and of the foot keep their usual sizes.
const NARROW: f32 = 920.0;

/// Least width of the one thing to do.
const PRIMARY: f32 = 260.0;

/// Returns whether letters are so large that width lacks.
pub(super) fn is_narrow(zone: Rect) -> bool {
    zone.width() < NARROW
}

/// The three zones of a screen.
#[derive(Clone, Copy)]
pub(super) struct Zones {
    pub bar: Rect,
    pub body: Rect,
    pub foot: Rect,
}

/// Returns the zones of the screen for this look.
pub(super) fn zones(ui: &Ui) -> Zones {
    let look = Look::of(ui.ctx());
    let whole = ui.max_rect();
    let tight = whole.height() < TIGHT;
    let side = ((whole.width() - WIDEST) / 2.0).max(look.space.large);
    let edge = if tight { look.space.small } else { look.space.medium };
    let inner = whole.shrink2(vec2(side, edge));
    let bar = inner.with_max_y(inner.top() + look.target.control);
    let foot = inner.with_min_y(inner.bottom() - look.target.answer);
    let gap = if tight { look.space.small } else { look.space.medium };
    // The buttons of the ruler stand beside the body.
    let beside = if look.appearance.reading_ruler { look.target.control + 2.0 * look.space.medium } else { 0.0 };
    let right = inner.right().min(whole.right() - beside);
    // Where the answers scroll, what is half seen stays a finger away from the foot.
    let low = gap.max(look.pixels(16.0)) + if is_narrow(whole) { zone::RIM } else { 0.0 };
    let body = Rect::from_min_max(pos2(inner.left(), bar.bottom() + gap), pos2(right, foot.top() - low));
    Zones { bar, body, foot }
}

/// Draws inside a rectangle. The part keeps its ids whatever is drawn before it: a finger that is down stays on its button.
pub(super) fn inside<R>(ui: &mut Ui, part: &str, rect: Rect, layout: Layout, content: impl FnOnce(&mut Ui) -> R) -> R {
    ui.scope_builder(UiBuilder::new().scope_id(Id::unique("kiosk").with(part)).max_rect(rect).layout(layout), content)
        .inner
}

/// Draws downwards inside a rectangle.
pub(super) fn column<R>(ui: &mut Ui, part: &str, rect: Rect, content: impl FnOnce(&mut Ui) -> R) -> R {
    inside(ui, part, rect, Layout::top_down(Align::Min), content)
}

/// Draws « Aide » and « Affichage » at the right end of the bar; returns where they begin.
pub(super) fn tools(ui: &mut Ui, bar: Rect, actions: &mut Vec<Action>) -> f32 {
    let look = Look::of(ui.ctx());
    inside(ui, "tools", bar, Layout::right_to_left(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.x = look.space.medium;
        if ui.add(Button::secondary(&tr!("kiosk-help")).icon(Icon::Hand)).clicked() {
            actions.push(Action::Open(Overlay::Help));
        }
        let display = tr!("kiosk-display");
        let shown = if is_narrow(bar) {
            icon_button(ui, Icon::Settings, &display)
        } else {
            ui.add(Button::quiet(&display).icon(Icon::Settings))
        };
        if shown.clicked() {
            actions.push(Action::Open(Overlay::Display));
        }
        ui.min_rect().left()
    })
}

/// Returns about how wide the tools of a narrow bar are.
pub(super) fn tools_width(look: &Look) -> f32 {
    look.text.button * 6.5 + look.target.control
}

/// Draws the tools, and the button that reads the page to the left of them.
pub(super) fn tools_and_voice(ui: &mut Ui, bar: Rect, hearing: &Hearing, actions: &mut Vec<Action>) -> f32 {
    let left = tools(ui, bar, actions);
    listen::page_button(ui, bar, left, hearing, actions)
}

/// Draws the one thing to do at the right end of the foot; Enter does it when nothing has the focus.
pub(super) fn primary(ui: &mut Ui, foot: Rect, words: &str, enabled: bool) -> bool {
    inside(ui, "primary", foot, Layout::right_to_left(Align::Center), |ui| {
        let least = if is_narrow(foot) { 0.0 } else { PRIMARY };
        let button = Button::primary(words).icon_after(Icon::ArrowRight).min_width(least);
        let pressed = ui.add_enabled(enabled, button).clicked();
        pressed || (enabled && ui.is_enabled() && enter_alone(ui))
    })
}

/// Returns how wide [`primary`] draws its button.
pub(super) fn primary_width(ui: &Ui, foot: Rect, words: &str) -> f32 {
    let look = Look::of(ui.ctx());
    let job = look.job(words, Weight::SemiBold, look.text.button, look.colours.ink, f32::INFINITY);
    let own = ui.painter().layout_job(job).size().x + look.target.icon * 1.45 + look.target.control * 0.9;
    if is_narrow(foot) { own } else { own.max(PRIMARY) }
}

/// Draws another thing to do at the left end of the foot.
pub(super) fn secondary(ui: &mut Ui, foot: Rect, words: &str, icon: Icon) -> bool {
    inside(ui, "secondary", foot, Layout::left_to_right(Align::Center), |ui| {
        ui.add(Button::quiet(words).icon(icon)).clicked()
    })
}

/// Returns whether Enter was pressed, afresh, while no control has the focus.
pub(super) fn enter_alone(ui: &Ui) -> bool {
    ui.memory(|memory| memory.focused().is_none()) && fresh_enter(ui)
}

/// Returns whether Enter was pressed in this frame; a key held down counts once.
pub(super) fn fresh_enter(ui: &Ui) -> bool {
    ui.input(|input| {
        input.events.iter().any(|event| {
            matches!(event, eframe::egui::Event::Key { key: Key::Enter, pressed: true, repeat: false, .. })
        })
    })
}

/// Returns the height of the strip above a narrow screen where something is said.
pub(super) fn strip_height(look: &Look) -> f32 {
    (look.text.small * look.text.line_height).round() + look.space.small
}

/// Says something between the two ends of the foot, for ears and eyes: what became of an answer, why the voice is silent.
/// Where letters are very large, the two ends meet: it is said in a strip above the screen.
pub(super) fn tell(ui: &Ui, foot: Rect, icon: Icon, (ink, ground): (Color32, Color32), words: &str) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let (side, pad) = (look.target.icon * 0.9, look.space.medium * 0.75);
    let taken = if is_narrow(foot) { 0.0 } else { PRIMARY + look.space.medium };
    let right = foot.right() - taken;
    let beside = if is_narrow(foot) { 0.0 } else { PRIMARY + 430.0 };
    let room = (foot.width() - beside).max(160.0) - side - 3.0 * pad;
    let galley = ui.painter().layout_job(look.job(words, Weight::SemiBold, look.text.small, c.ink, room));
    let width = galley.size().x + side + 3.0 * pad;
    let height = (galley.size().y + look.space.small).max(look.target.control * 0.75);
    let rect = Rect::from_min_size(pos2(right - width, foot.center().y - height / 2.0), vec2(width, height));
    let response = ui.interact(rect, Id::unique("kiosk").with("told"), Sense::hover());
    response.widget_info(|| WidgetInfo::labeled(Role::Label, true, words));
    ui.ctx().accesskit_node_builder(response.id, |node| node.set_live(Live::Polite));
    ui.painter().rect_filled(rect, look.corner(look.radius.medium), ground);
    let mark = Rect::from_center_size(pos2(rect.left() + pad + side / 2.0, rect.center().y), vec2(side, side));
    icon.paint(ui.painter(), mark, ink);
    ui.painter().galley(pos2(mark.right() + pad, rect.center().y - galley.size().y / 2.0), galley, c.ink);
}

/// Draws an icon on a soft disc.
pub(super) fn medallion(ui: &mut Ui, icon: Icon, side: f32, ground: Color32, ink: Color32) {
    let (rect, _) = ui.allocate_exact_size(vec2(side, side), Sense::empty());
    ui.painter().circle_filled(rect.center(), side / 2.0, ground);
    icon.paint(ui.painter(), rect.shrink(side * 0.26), ink);
}

/// Draws a page that is only read and left: an emblem, its title, a few lines, and what to press.
pub(super) fn calm(
    ui: &mut Ui,
    part: &str,
    icon: Icon,
    (words, lines): (&str, &[String]),
    presses: impl FnOnce(&mut Ui),
) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let whole = ui.max_rect();
    let low = whole.height() < 560.0;
    let above = if low { look.space.large } else { (whole.height() * 0.2).round() };
    let room = whole.with_min_y(whole.top() + above).shrink2(vec2(look.space.large, 0.0));
    inside(ui, part, room, Layout::top_down(Align::Center), |ui| {
        ui.spacing_mut().item_spacing.y = if low { look.space.small } else { look.space.medium };
        let side = look.target.control * if low { 1.2 } else { 1.7 };
        medallion(ui, icon, side, c.primary_soft, c.primary);
        title(ui, words);
        for line in lines {
            paragraph(ui, line);
        }
        ui.add_space(look.space.small);
        presses(ui);
    });
}

/// Returns whether a sheet has room for its emblem.
pub(super) fn has_emblem(body: Rect) -> bool {
    body.width() > 1000.0 && body.height() > 480.0
}

/// Draws a sheet over the body with its emblem, and content beside it.
pub(super) fn sheet(
    ui: &mut Ui,
    body: Rect,
    key: usize,
    emblem: impl Into<Option<Emblem>>,
    content: impl FnOnce(&mut Ui),
) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    let roomy = body.height() > 380.0;
    if roomy {
        let soft = match look.appearance.scheme {
            Scheme::Light => shadow(c.shadow, 3, 14, 26),
            Scheme::Dark | Scheme::Contrast => Shadow::NONE,
        };
        ui.painter().add(Shape::from(soft.as_shape(body, look.corner(look.radius.large))));
        ui.painter().rect(body, look.corner(look.radius.large), c.surface, look.hairline(), StrokeKind::Inside);
    }
    let pad = if body.height() > 480.0 { look.space.huge } else { look.space.medium };
    let inner = if roomy { body.shrink(pad) } else { body };
    let side = (body.width() * 0.14).min(160.0);
    let emblem = emblem.into().filter(|_| has_emblem(body));
    let text = if emblem.is_some() { inner.with_min_x(inner.left() + side + look.space.huge) } else { inner };
    zone::show(ui, text, key, |ui| {
        ui.spacing_mut().item_spacing.y = if body.height() > 480.0 { look.space.medium } else { look.space.small };
        content(ui);
    });
    if let Some(emblem) = emblem {
        let (ground, ink) = match emblem.mood {
            Mood::Calm => (c.primary, c.primary_ink),
            Mood::Done => (c.success_soft, c.success),
        };
        column(ui, "emblem", inner, |ui| match emblem.sign {
            Sign::Icon(icon) => medallion(ui, icon, side, ground, ink),
            Sign::Picture(picture) => drop(pictogram_disc(ui, picture, side)),
        });
    }
}

/// What a sheet is about, at a glance.
#[derive(Clone, Copy)]
pub(super) struct Emblem {
    sign: Sign,
    mood: Mood,
}

#[derive(Clone, Copy)]
enum Sign {
    Icon(Icon),
    Picture(Pictogram),
}

#[derive(Clone, Copy)]
enum Mood {
    Calm,
    Done,
}

impl Emblem {
    pub(super) fn calm(icon: Icon) -> Self {
        Self { sign: Sign::Icon(icon), mood: Mood::Calm }
    }

    pub(super) fn done(icon: Icon) -> Self {
        Self { sign: Sign::Icon(icon), mood: Mood::Done }
    }

    pub(super) fn picture(picture: Pictogram) -> Self {
        Self { sign: Sign::Picture(picture), mood: Mood::Calm }
    }
}

/// Draws what can be pressed at the foot of a dialog, the first at the right; what does not fit goes below.
pub(super) fn presses(ui: &mut Ui, content: impl FnOnce(&mut Ui)) {
    let look = Look::of(ui.ctx());
    let size = vec2(ui.available_width(), look.target.control);
    let layout = Layout::right_to_left(Align::Center).with_main_wrap(ui.max_rect().width() < 640.0);
    ui.allocate_ui_with_layout(size, layout, |ui| {
        ui.spacing_mut().item_spacing.x = look.space.medium;
        content(ui);
    });
}

/// Draws sentences one under the other, each with its icon.
pub(super) fn lines<'a>(ui: &mut Ui, sentences: impl Iterator<Item = (Icon, &'a str)>) {
    let look = Look::of(ui.ctx());
    let c = &look.colours;
    for (icon, sentence) in sentences {
        ui.horizontal_top(|ui| {
            ui.spacing_mut().item_spacing.x = look.space.medium;
            let side = look.target.icon * 1.25;
            medallion(ui, icon, side, c.primary_soft, c.primary);
            let width = ui.available_width().min(look.text.answer * 34.0);
            ui.vertical(|ui| {
                ui.set_max_width(width);
                ui.label(look.job(sentence, Weight::Regular, look.text.answer, c.ink, width));
            });
        });
    }
}

/// Cuts a text of the assessment into its sentences, typeset.
pub(super) fn sentences(text: &str) -> Vec<String> {
    let text = typeset(text.trim());
    let mut out = Vec::new();
    let mut sentence = String::new();
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        sentence.push(c);
        if matches!(c, '.' | '?' | '!' | '…') && chars.peek().is_none_or(|next| next.is_whitespace()) {
            out.push(std::mem::take(&mut sentence).trim().to_owned());
        }
    }
    let rest = sentence.trim();
    if !rest.is_empty() {
        out.push(rest.to_owned());
    }
    out
}

#[cfg(test)]
mod tests {
    use super::sentences;

    #[test]
    fn a_text_is_read_sentence_by_sentence() {
        let lines = sentences("Voici 18 situations. C'est nouveau ? Prenez 2.5 minutes");
        assert_eq!(lines, ["Voici 18 situations.", "C\u{2019}est nouveau\u{202F}?", "Prenez 2.5 minutes"]);
    }
}
