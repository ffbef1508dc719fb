//! The window: its options for the kiosk and the desk, and how it opens.
//!
//! Screens are given to [`open`] as an `eframe::App`; leaving a kiosk is decided by that app.

use std::sync::Arc;

use eframe::egui::{Color32, ColorImage, Context, IconData, ViewportBuilder, ViewportCommand};
use eframe::{App, CreationContext, NativeOptions, Renderer};
use thiserror::Error;

use super::theme::{self, Appearance, Kind};
use crate::app::theme::Tokens;
use crate::tr;

/// Why no window opened. [`WindowError::message`] says it in French.
#[derive(Debug, Error)]
pub enum WindowError {
    #[error("no display is available")]
    NoDisplay(#[source] eframe::Error),
    #[error("the window could not be drawn")]
    NoDrawing(#[source] eframe::Error),
}

impl WindowError {
    /// Returns what to tell the person, in French.
    pub fn message(&self) -> String {
        match self {
            Self::NoDisplay(_) => tr!("window-no-display"),
            Self::NoDrawing(_) => tr!("window-no-drawing"),
        }
    }
}

impl From<eframe::Error> for WindowError {
    fn from(error: eframe::Error) -> Self {
        match error {
            eframe::Error::Winit(_) | eframe::Error::WinitEventLoop(_) => Self::NoDisplay(error),
            eframe::Error::AppCreation(_)
            | eframe::Error::Glutin(_)
            | eframe::Error::OpenGL(_)
            | eframe::Error::NoGlutinConfigs(..) => Self::NoDrawing(error),
        }
    }
}

/// Returns the window of the kiosk (whole screen, nothing to close it) or of the desk (all that the panels of the system
/// leave, and at least 1180×640).
///
/// The kiosk stays resizable: a window that is not has one size only, and keeps it on a larger screen.
pub fn native_options(kind: Kind) -> NativeOptions {
    let viewport = ViewportBuilder::default().with_title(tr!("window-title")).with_app_id("boussole").with_icon(icon());
    let viewport = match kind {
        Kind::Kiosk => viewport
            .with_fullscreen(true)
            .with_decorations(false)
            .with_resizable(true)
            .with_close_button(false)
            .with_always_on_top()
            .with_inner_size([1366.0, 768.0]),
        Kind::Desk => {
            viewport.with_inner_size([1366.0, 720.0]).with_min_inner_size([1180.0, 640.0]).with_maximized(true)
        }
    };
    NativeOptions { viewport, renderer: Renderer::Glow, centered: true, ..NativeOptions::default() }
}

/// Styles a context and removes egui's own shortcuts: Ctrl+Q leaves neither face, and a kiosk's zoom is chosen on screen.
pub fn prepare(ctx: &Context, tokens: &Tokens, kind: Kind, appearance: Appearance) {
    theme::apply(ctx, tokens, kind, appearance);
    ctx.options_mut(|options| {
        options.quit_shortcuts.clear();
        options.zoom_with_keyboard = false;
    });
}

/// Returns whether there is a screen to open a window on; other systems than Unix desktops always have one.
pub fn has_display() -> bool {
    let named = |variable| std::env::var_os(variable).is_some_and(|value| !value.is_empty());
    cfg!(not(target_os = "linux")) || named("DISPLAY") || named("WAYLAND_DISPLAY")
}

/// Opens the window and runs the app until it closes.
pub fn open(
    kind: Kind,
    tokens: &Tokens,
    appearance: Appearance,
    create: impl FnOnce(&CreationContext<'_>) -> Box<dyn App>,
) -> Result<(), WindowError> {
    let creator = |cc: &CreationContext<'_>| {
        prepare(&cc.egui_ctx, tokens, kind, appearance);
        Ok(create(cc))
    };
    Ok(eframe::run_native("boussole", native_options(kind), Box::new(creator))?)
}

/// Refuses the window manager's wish to close a kiosk. Returns whether it was expressed in this frame.
pub fn refuse_close(ctx: &Context) -> bool {
    let asked = ctx.input(|input| input.viewport().close_requested());
    if asked {
        ctx.send_viewport_cmd(ViewportCommand::CancelClose);
    }
    asked
}

/// Returns the compass as a window icon, drawn pixel by pixel: there is no painter before the window.
fn icon() -> Arc<IconData> {
    const SIDE: usize = 64;
    let tokens = Tokens::embedded().ok();
    let colour = |rgb: fn(&Tokens) -> [u8; 3]| {
        let [red, green, blue] = tokens.as_ref().map(rgb).unwrap_or_default();
        Color32::from_rgb(red, green, blue)
    };
    let disc = colour(|tokens| tokens.light.primary);
    let north = colour(|tokens| tokens.dark.accent);
    let south = colour(|tokens| tokens.light.surface);
    let pixels = (0..SIDE * SIDE).map(|index| {
        let x = (index % SIDE) as f32 - 31.5;
        let y = (index / SIDE) as f32 - 31.5;
        // The needle points north-east: its axis and its width are the two diagonals.
        let along = (x - y) / 44.0;
        let across = (x + y).abs() / 14.0;
        match (x.hypot(y) <= 31.0, along.abs() + across <= 1.0, along > 0.0) {
            (false, ..) => Color32::TRANSPARENT,
            (true, true, true) => north,
            (true, true, false) => south,
            (true, false, _) => disc,
        }
    });
    let image = ColorImage::new([SIDE, SIDE], pixels.collect());
    let rgba = image.pixels.iter().flat_map(Color32::to_srgba_unmultiplied).collect();
    Arc::new(IconData { rgba, width: SIDE as u32, height: SIDE as u32 })
}

/// Returns the name of this computer, as its system gives it; the house's word for a desk where it gives none.
pub fn station_name() -> String {
    let named = ["COMPUTERNAME", "HOSTNAME"].into_iter().find_map(|name| std::env::var(name).ok());
    let written = || std::fs::read_to_string("/etc/hostname").ok();
    let name = named.or_else(written).map(|name| name.trim().to_owned()).filter(|name| !name.is_empty());
    name.unwrap_or_else(|| tr!("desk-station"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_kiosk_fills_the_screen_and_a_desk_has_a_least_size() {
        let kiosk = native_options(Kind::Kiosk).viewport;
        assert_eq!((kiosk.fullscreen, kiosk.decorations, kiosk.close_button), (Some(true), Some(false), Some(false)));
        assert_ne!(kiosk.resizable, Some(false), "a window of one size does not fill a larger screen");
        let desk = native_options(Kind::Desk).viewport;
        assert_eq!((desk.min_inner_size, desk.maximized), (Some([1180.0, 640.0].into()), Some(true)));
    }

    #[test]
    fn the_quit_shortcut_is_removed() {
        let ctx = Context::default();
        prepare(&ctx, &Tokens::embedded().unwrap(), Kind::Kiosk, Appearance::default());
        ctx.options(|options| assert!(options.quit_shortcuts.is_empty() && !options.zoom_with_keyboard));
    }
}
