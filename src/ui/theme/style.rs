//! egui's own style, rewritten: text styles, spacing, and the visuals of what egui draws by itself.

use eframe::egui::style::{ScrollAnimation, ScrollStyle, Selection, WidgetVisuals};
use eframe::egui::{Color32, Context, CornerRadius, Margin, Shadow, Stroke, Style, TextStyle, Theme, Visuals, vec2};

use super::{Kind, Look, Scheme, Weight};

/// Writes the look into both of egui's styles, so that the system's theme never shows.
pub(super) fn restyle(ctx: &Context, look: &Look) {
    ctx.set_theme(match look.appearance.scheme {
        Scheme::Light => Theme::Light,
        Scheme::Dark | Scheme::Contrast => Theme::Dark,
    });
    ctx.all_styles_mut(|style| {
        style.visuals = visuals(look);
        set_text(style, look);
        set_spacing(style, look);
        style.interaction.selectable_labels = false;
        style.interaction.tooltip_delay = 0.4;
        style.animation_time = if look.appearance.reduced_motion { 0.0 } else { look.motion.quick_secs };
        style.scroll_animation =
            if look.appearance.reduced_motion { ScrollAnimation::none() } else { ScrollAnimation::default() };
    });
}

fn set_text(style: &mut Style, look: &Look) {
    let text = &look.text;
    style.text_styles = [
        (TextStyle::Small, look.font(Weight::Regular, text.small)),
        (TextStyle::Body, look.font(Weight::Regular, text.body)),
        (TextStyle::Button, look.font(Weight::SemiBold, text.button)),
        (TextStyle::Monospace, look.font(Weight::Regular, text.body)),
        (TextStyle::Heading, look.font(Weight::Bold, text.heading)),
    ]
    .into();
}

fn set_spacing(style: &mut Style, look: &Look) {
    let space = &look.space;
    let spacing = &mut style.spacing;
    spacing.item_spacing = vec2(space.small, space.small);
    spacing.button_padding = vec2(space.medium, space.small);
    spacing.interact_size = vec2(look.target.control, look.target.control);
    spacing.icon_width = look.target.icon;
    spacing.icon_width_inner = look.target.icon * 0.6;
    spacing.menu_margin = Margin::same(8);
    spacing.window_margin = Margin::same(24);
    spacing.scroll = match look.kind {
        Kind::Kiosk => ScrollStyle { bar_width: 20.0, ..ScrollStyle::solid() },
        // A quiet handle without a track, in a margin of its own: it never covers words.
        Kind::Desk => ScrollStyle {
            bar_width: 9.0,
            floating_width: 7.0,
            floating_allocated_width: 14.0,
            foreground_color: true,
            dormant_background_opacity: 0.0,
            active_background_opacity: 0.0,
            interact_background_opacity: 0.0,
            dormant_handle_opacity: 0.3,
            active_handle_opacity: 0.45,
            interact_handle_opacity: 0.75,
            ..ScrollStyle::floating()
        },
    };
    spacing.text_edit_width = 320.0;
}

fn visuals(look: &Look) -> Visuals {
    let c = &look.colours;
    let mut visuals = match look.appearance.scheme {
        Scheme::Light => Visuals::light(),
        Scheme::Dark | Scheme::Contrast => Visuals::dark(),
    };
    let plain = widget(look, c.surface_raised, look.outline(), c.ink);
    visuals.widgets.noninteractive = widget(look, c.surface, look.hairline(), c.ink);
    visuals.widgets.inactive = plain;
    visuals.widgets.hovered = widget(look, c.primary_soft, Stroke::new(2.0, c.primary), c.ink);
    visuals.widgets.active = widget(look, c.primary_soft, Stroke::new(look.stroke.focus, c.focus), c.ink);
    visuals.widgets.open = widget(look, c.primary_soft, Stroke::new(2.0, c.primary), c.ink);
    // egui outlines a focused field with the colour of selected text: one readable pair serves both.
    visuals.selection = Selection { bg_fill: c.primary_soft, stroke: Stroke::new(2.5, c.primary) };
    visuals.override_text_color = None;
    visuals.weak_text_color = Some(c.ink_muted);
    visuals.hyperlink_color = c.primary;
    visuals.faint_bg_color = c.background;
    visuals.extreme_bg_color = c.surface_raised;
    visuals.text_edit_bg_color = Some(c.surface_raised);
    visuals.code_bg_color = c.surface;
    visuals.warn_fg_color = c.warning;
    visuals.error_fg_color = c.danger;
    visuals.window_fill = c.surface;
    visuals.panel_fill = c.background;
    visuals.window_stroke = look.hairline();
    visuals.window_corner_radius = look.corner(look.radius.large);
    visuals.menu_corner_radius = look.corner(look.radius.medium);
    visuals.window_shadow = shadow(c.shadow, 12, 40, 60);
    visuals.popup_shadow = shadow(c.shadow, 6, 24, 45);
    visuals.text_cursor.stroke = Stroke::new(2.5, c.primary);
    visuals.text_cursor.blink = !look.appearance.reduced_motion;
    // Widgets draw their own disabled state in readable ink; fading it again would make it unreadable.
    visuals.disabled_alpha = 1.0;
    visuals.striped = false;
    visuals
}

fn widget(look: &Look, fill: Color32, outline: Stroke, ink: Color32) -> WidgetVisuals {
    WidgetVisuals {
        bg_fill: fill,
        weak_bg_fill: fill,
        bg_stroke: outline,
        corner_radius: CornerRadius::from(look.radius.small),
        fg_stroke: Stroke::new(look.stroke.control, ink),
        expansion: 0.0,
    }
}

/// Returns a soft shadow that falls straight down.
pub(crate) fn shadow(colour: Color32, fall: i8, blur: u8, alpha: u8) -> Shadow {
    let [red, green, blue, _] = colour.to_array();
    Shadow { offset: [0, fall], blur, spread: 0, color: Color32::from_rgba_unmultiplied(red, green, blue, alpha) }
}
