//! Words on a screen: titles that a screen reader can jump to, questions, paragraphs.

use eframe::egui::accesskit::Live;
use eframe::egui::{Color32, Response, Role, Ui};

use crate::ui::theme::{Look, Weight};

/// Widest line that stays easy to read: about 60 characters, in multiples of the text size.
const READING_WIDTH: f32 = 30.0;

/// Shows the title of a screen (heading of level 1).
pub fn title(ui: &mut Ui, text: &str) -> Response {
    let look = Look::of(ui.ctx());
    let response = write(ui, &look, text, Weight::Bold, look.text.title, look.colours.ink, f32::INFINITY);
    as_heading(ui, &response, text, 1);
    response
}

/// Shows the title of a part (heading of level 2).
pub fn heading(ui: &mut Ui, text: &str) -> Response {
    let look = Look::of(ui.ctx());
    let response = write(ui, &look, text, Weight::Bold, look.text.heading, look.colours.ink, f32::INFINITY);
    as_heading(ui, &response, text, 2);
    response
}

/// Shows the question of a screen (heading of level 1), at most 60 characters a line.
pub fn question(ui: &mut Ui, text: &str) -> Response {
    let look = Look::of(ui.ctx());
    let size = look.text.question;
    let response = write(ui, &look, text, Weight::SemiBold, size, look.colours.ink, size * READING_WIDTH);
    as_heading(ui, &response, text, 1);
    response
}

/// Shows a question whose first line begins after `indent`: something stands there.
pub fn indented_question(ui: &mut Ui, text: &str, indent: f32) -> Response {
    let look = Look::of(ui.ctx());
    let mut job = look.job(text, Weight::SemiBold, look.text.question, look.colours.ink, ui.available_width());
    if let Some(first) = job.sections.first_mut() {
        first.leading_space = indent;
    }
    let response = ui.label(job);
    as_heading(ui, &response, text, 1);
    response
}

/// Shows running text, at most 60 characters a line.
pub fn paragraph(ui: &mut Ui, text: &str) -> Response {
    let look = Look::of(ui.ctx());
    let size = look.text.body;
    write(ui, &look, text, Weight::Regular, size, look.colours.ink, size * READING_WIDTH)
}

/// Shows a line of text.
pub fn body(ui: &mut Ui, text: &str) -> Response {
    let look = Look::of(ui.ctx());
    write(ui, &look, text, Weight::Regular, look.text.body, look.colours.ink, f32::INFINITY)
}

/// Shows a line of secondary text, as readable as the rest but quieter.
pub fn muted(ui: &mut Ui, text: &str) -> Response {
    let look = Look::of(ui.ctx());
    write(ui, &look, text, Weight::Regular, look.text.body, look.colours.ink_muted, f32::INFINITY)
}

/// Shows small secondary text.
pub fn small(ui: &mut Ui, text: &str) -> Response {
    let look = Look::of(ui.ctx());
    write(ui, &look, text, Weight::Regular, look.text.small, look.colours.ink_muted, f32::INFINITY)
}

fn write(ui: &mut Ui, look: &Look, text: &str, weight: Weight, size: f32, ink: Color32, most: f32) -> Response {
    let room = ui.available_width();
    if room <= most {
        return ui.label(look.job(text, weight, size, ink, room));
    }
    // A label wraps where its place ends, whatever its text was laid out for.
    ui.scope(|ui| {
        ui.set_max_width(most);
        ui.label(look.job(text, weight, size, ink, most))
    })
    .inner
}

fn as_heading(ui: &Ui, response: &Response, text: &str, level: usize) {
    ui.ctx().accesskit_node_builder(response.id, |node| {
        node.set_role(Role::Heading);
        node.set_label(text);
        node.set_level(level);
        // The title of a screen is said when another screen comes: nothing else tells who does not see it.
        if level == 1 {
            node.set_live(Live::Polite);
        }
    });
}
