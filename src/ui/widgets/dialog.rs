//! A question that must be answered before going on.

use eframe::egui::{Context, Frame, Id, Margin, Modal, ModalResponse, Ui};

use super::text;
use crate::ui::theme::style::shadow;
use crate::ui::theme::{Look, Scheme};

/// A modal dialog: it holds the keyboard, dims the rest, and Escape asks to close it.
#[must_use]
pub struct Dialog<'a> {
    id: &'a str,
    title: &'a str,
    width: f32,
    titled: bool,
}

impl<'a> Dialog<'a> {
    pub fn new(id: &'a str, title: &'a str) -> Self {
        Self { id, title, width: 560.0, titled: true }
    }

    pub fn width(mut self, width: f32) -> Self {
        self.width = width;
        self
    }

    /// Leaves the title to the content, where height lacks.
    pub fn untitled(mut self) -> Self {
        self.titled = false;
        self
    }

    /// Shows the dialog; the response tells whether it should close.
    pub fn show<R>(self, ctx: &Context, content: impl FnOnce(&mut Ui) -> R) -> ModalResponse<R> {
        let look = Look::of(ctx);
        let dim = match look.appearance.scheme {
            Scheme::Light => look.colours.ink.gamma_multiply(0.55),
            Scheme::Dark | Scheme::Contrast => look.colours.shadow.gamma_multiply(0.75),
        };
        let frame = Frame::new()
            .fill(look.colours.surface)
            .stroke(look.outline())
            .corner_radius(look.corner(look.radius.large))
            .inner_margin(Margin::same((look.space.large * 1.2) as i8))
            .shadow(shadow(look.colours.shadow, 14, 48, 80));
        Modal::new(Id::unique(self.id)).backdrop_color(dim).frame(frame).show(ctx, |ui| {
            ui.set_width(self.width.min(ctx.content_rect().width() - 2.0 * look.space.huge));
            if self.titled {
                text::title(ui, self.title);
                ui.add_space(look.space.small);
            }
            content(ui)
        })
    }
}
