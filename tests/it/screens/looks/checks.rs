//! What must hold on every screen in every look. Each check returns what is wrong, in words.

use eframe::egui::accesskit::Role;
use eframe::egui::{Color32, Pos2, Rect, pos2, vec2};
use image::RgbaImage;

use super::seen::{Control, Seen, Word};

/// What differs between a kiosk and a desk.
#[derive(Debug, Clone, Copy)]
pub struct Rules {
    /// Smallest side of a target, in pixels of a screen at 100 %.
    pub target: f32,
    /// Least space between two answers, in pixels.
    pub between_answers: f32,
    pub text_contrast: f64,
    pub scroll: Scroll,
}

/// What may scroll.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Scroll {
    Nothing,
    /// The answers, by two large arrows.
    Answers,
    /// Columns, downwards.
    Columns,
}

const COMPONENT_CONTRAST: f64 = 3.0;

/// How far a zone that scrolls fades at its ends, in points.
const FADE: f32 = 24.0;

/// Names of the arrows of the kiosk.
const ARROWS: [&str; 2] = ["Monter", "Descendre"];
/// What never leaves the screen of a question.
const ALWAYS: [&str; 2] = ["Valider", "Aide"];

pub fn all(seen: &Seen, rules: &Rules) -> Vec<String> {
    let mut faults = [cut(seen, rules), overlaps(seen), targets(seen, rules), scroll(seen, rules)].concat();
    if let Some(picture) = &seen.picture {
        faults.extend(contrast(seen, picture, rules));
        faults.extend(components(seen, picture));
    }
    faults
}

fn short(text: &str) -> String {
    let mut words: String = text.chars().take(48).collect();
    if words.len() < text.len() {
        words.push('…');
    }
    format!("« {} »", words.replace('\n', " "))
}

fn place(rect: Rect) -> String {
    format!("[{:.0},{:.0} {:.0}×{:.0}]", rect.left(), rect.top(), rect.width(), rect.height())
}

/// Returns whether a zone shows a part of something longer: an edge of its clip that is not the window's.
fn is_scrolled(seen: &Seen, clip: Rect, rules: &Rules) -> bool {
    match rules.scroll {
        Scroll::Nothing => false,
        Scroll::Answers => seen.control(ARROWS[1]).is_some() && clip.height() < seen.whole.height() - 1.0,
        // What is below the fold is looked at in a window where nothing is.
        Scroll::Columns => true,
    }
}

/// Texts that are cut: by the window, by their place, by an ellipsis, or larger than what they are written on.
pub fn cut(seen: &Seen, rules: &Rules) -> Vec<String> {
    let mut faults = Vec::new();
    for word in &seen.words {
        if word.elided {
            faults.push(format!("an ellipsis cuts {}", short(&word.text)));
        }
        for row in &word.rows {
            let clip = word.clip.intersect(seen.whole);
            let beside = row.right() < clip.left() || row.left() > clip.right();
            let above = row.bottom() < clip.top() + 1.0 || row.top() > clip.bottom() - 1.0;
            let scrolled = is_scrolled(seen, word.clip, rules);
            if above && scrolled && !beside {
                continue;
            }
            if row.left() < clip.left() - 1.5 || row.right() > clip.right() + 1.5 {
                faults.push(format!("{} {} is cut at a side of {}", short(&word.text), place(*row), place(clip)));
                break;
            }
            if (row.top() < clip.top() - 1.5 || row.bottom() > clip.bottom() + 1.5) && !scrolled {
                faults.push(format!("{} {} is cut above or below {}", short(&word.text), place(*row), place(clip)));
                break;
            }
            let shown = row.intersect(clip);
            if shown.height() > row.height() * 0.6
                && let Some(control) = ground_of(seen, shown)
                && !control.rect.expand(1.5).contains_rect(*row)
            {
                let name = short(&control.name);
                faults.push(format!(
                    "{} {} goes over the edge of {name} {}",
                    short(&word.text),
                    place(*row),
                    place(control.rect)
                ));
                break;
            }
        }
    }
    for control in &seen.controls {
        let whole = seen.whole.expand(1.5);
        let scrolled = rules.scroll != Scroll::Nothing
            && control.rect.left() >= whole.left()
            && control.rect.right() <= whole.right();
        if !whole.contains_rect(control.rect) && !scrolled {
            faults.push(format!(
                "{:?} {} {} is outside of the window",
                control.role,
                short(&control.name),
                place(control.rect)
            ));
        }
    }
    faults
}

/// Returns the smallest control under the middle of a line.
fn ground_of(seen: &Seen, row: Rect) -> Option<&Control> {
    let under = seen.controls.iter().filter(|control| control.visible.contains(row.center()));
    under.min_by(|a, b| a.rect.area().total_cmp(&b.rect.area()))
}

/// Controls that overlap, and texts that lie over one another.
pub fn overlaps(seen: &Seen) -> Vec<String> {
    let mut faults = Vec::new();
    let controls: Vec<&Control> = seen.controls.iter().filter(|control| control.is_seen()).collect();
    for (index, one) in controls.iter().enumerate() {
        for other in &controls[index + 1..] {
            let common = one.visible.intersect(other.visible);
            // A control in a card is a part of it: its speaker, a button in a row.
            let nested =
                one.rect.expand(1.0).contains_rect(other.rect) || other.rect.expand(1.0).contains_rect(one.rect);
            if common.width() > 1.0 && common.height() > 1.0 && !nested && one.floats == other.floats {
                let (a, b) = (short(&one.name), short(&other.name));
                faults.push(format!("{a} {} and {b} {} overlap", place(one.rect), place(other.rect)));
            }
        }
    }
    let lines: Vec<(&Word, Rect)> = seen
        .words
        .iter()
        .flat_map(|word| word.rows.iter().map(move |row| (word, row.intersect(word.clip))))
        .filter(|(_, row)| row.width() > 2.0 && row.height() > 2.0)
        .collect();
    for (index, (word, row)) in lines.iter().enumerate() {
        for (other, below) in &lines[index + 1..] {
            let common = row.intersect(*below);
            if !std::ptr::eq(*word, *other) && common.width() > 2.0 && common.height() > 3.0 {
                faults.push(format!("{} {} lies over {}", short(&word.text), place(common), short(&other.text)));
            }
        }
    }
    faults
}

/// Targets that are too small, and answers that are too near.
pub fn targets(seen: &Seen, rules: &Rules) -> Vec<String> {
    let mut faults = Vec::new();
    for control in &seen.controls {
        let size = control.rect.size() * seen.scale;
        if size.min_elem() < rules.target - 0.5 {
            let name = short(&control.name);
            faults.push(format!("{:?} {name} is {:.0}×{:.0} px", control.role, size.x, size.y));
        }
    }
    let is_answer = |control: &&Control| {
        control.is_seen() && !control.floats && matches!(control.role, Role::RadioButton | Role::CheckBox)
    };
    let answers: Vec<&Control> = seen.controls.iter().filter(is_answer).collect();
    for (index, one) in answers.iter().enumerate() {
        for other in &answers[index + 1..] {
            let gap = apart(one.visible, other.visible) * seen.scale;
            if gap < rules.between_answers - 0.6 {
                let (a, b) = (short(&one.name), short(&other.name));
                faults.push(format!("{a} and {b} are {gap:.1} px apart"));
            }
        }
    }
    faults
}

/// Returns the space between two rectangles; none where they meet.
fn apart(a: Rect, b: Rect) -> f32 {
    let across = (a.left() - b.right()).max(b.left() - a.right());
    let down = (a.top() - b.bottom()).max(b.top() - a.bottom());
    across.max(down).max(0.0)
}

/// What scrolls and must not.
pub fn scroll(seen: &Seen, rules: &Rules) -> Vec<String> {
    let mut faults = Vec::new();
    let arrow = ARROWS.iter().find_map(|name| seen.control(name));
    match rules.scroll {
        Scroll::Nothing => {
            if let Some(arrow) = arrow {
                faults.push(format!("the screen scrolls: {} {}", short(&arrow.name), place(arrow.rect)));
            }
        }
        Scroll::Answers if arrow.is_some() => {
            for name in ALWAYS {
                let gone = seen.control(name).is_some_and(|control| !control.is_whole());
                if gone {
                    faults.push(format!("{} scrolls out of sight", short(name)));
                }
            }
        }
        Scroll::Answers | Scroll::Columns => {}
    }
    faults
}

/// Texts that stand out too little from the pixels around them.
pub fn contrast(seen: &Seen, picture: &RgbaImage, rules: &Rules) -> Vec<String> {
    let mut faults = Vec::new();
    for word in &seen.words {
        for row in &word.rows {
            let shown = row.intersect(word.clip.intersect(seen.whole));
            if shown.width() < 3.0 || shown.height() < row.height() * 0.6 {
                continue;
            }
            // What goes on beyond the edge of a zone fades there.
            let fades = rules.scroll != Scroll::Nothing && word.clip.height() < seen.whole.height();
            if fades && (row.bottom() > word.clip.bottom() - FADE || row.top() < word.clip.top() + FADE) {
                continue;
            }
            let grounds =
                grounds(picture, pixels(shown.expand(2.0).intersect(word.clip), seen.scale, picture), word.ink);
            let ratio = |ground: &[u8; 3]| ratio(over(word.ink, *ground), *ground);
            if let Some(ground) = grounds.iter().min_by(|a, b| ratio(a).total_cmp(&ratio(b)))
                && ratio(ground) < rules.text_contrast
            {
                let (text, at, ink) = (short(&word.text), place(*row), word.ink);
                faults.push(format!("{text} {at} reads at {:.2}:1, {ink:?} on {ground:?}", ratio(ground)));
                break;
            }
        }
    }
    faults
}

/// Frames of controls that are seen too little, and chosen states that nothing shows.
pub fn components(seen: &Seen, picture: &RgbaImage) -> Vec<String> {
    let mut faults = Vec::new();
    for control in seen.controls.iter().filter(|control| control.enabled && control.is_whole()) {
        let sides = sides(control.rect, seen.scale, picture);
        let strong = sides.iter().filter(|side| **side >= COMPONENT_CONTRAST).count();
        let weak = sides.iter().filter(|side| (1.2..COMPONENT_CONTRAST).contains(*side)).count();
        let best = sides.iter().copied().fold(0.0, f64::max);
        let told = format!("{:?} {} {}", control.role, short(&control.name), place(control.rect));
        let framed = matches!(
            control.role,
            Role::TextInput | Role::MultilineTextInput | Role::PasswordInput | Role::SearchInput | Role::ComboBox
        );
        if framed && strong < 3 {
            faults.push(format!("{told} has a frame of {best:.2}:1"));
        } else if control.role == Role::Button && weak >= 3 && strong == 0 {
            faults.push(format!("{told} has an outline of {best:.2}:1"));
        } else if control.selected && strong == 0 && mark(control.rect, seen.scale, picture) < COMPONENT_CONTRAST {
            faults.push(format!("{told} is chosen and nothing shows it"));
        }
    }
    faults
}

/// Returns the contrast between the ground outside and what is met when each side is crossed.
fn sides(rect: Rect, scale: f32, picture: &RgbaImage) -> [f64; 4] {
    let crossing = |start: Pos2, inwards: eframe::egui::Vec2| {
        let at = |depth: f32| pixel(picture, (start + inwards * depth).to_vec2() * scale);
        let Some(outside) = at(-6.0 / scale) else { return f64::INFINITY };
        let steps = (-8..=16).filter_map(|half| at(half as f32 / 2.0 / scale));
        steps.map(|inside| ratio(inside, outside)).fold(1.0, f64::max)
    };
    let middle = |places: [Pos2; 3], inwards| {
        let mut found = places.map(|start| crossing(start, inwards));
        found.sort_by(f64::total_cmp);
        found[1]
    };
    let along = |share: f32| pos2(rect.left() + rect.width() * share, rect.top() + rect.height() * share);
    let at = [along(0.35), along(0.5), along(0.65)];
    [
        middle(at.map(|p| pos2(p.x, rect.top())), vec2(0.0, 1.0)),
        middle(at.map(|p| pos2(p.x, rect.bottom())), vec2(0.0, -1.0)),
        middle(at.map(|p| pos2(rect.left(), p.y)), vec2(1.0, 0.0)),
        middle(at.map(|p| pos2(rect.right(), p.y)), vec2(-1.0, 0.0)),
    ]
}

/// Returns the strongest contrast of a large patch in a control against its ground: a tick, a full circle, a bar.
fn mark(rect: Rect, scale: f32, picture: &RgbaImage) -> f64 {
    let colours = histogram(picture, pixels(rect, scale, picture));
    let Some((ground, all)) = colours.first() else { return 1.0 };
    let large = colours.iter().filter(|(_, count)| count * 100 > *all);
    large.map(|(colour, _)| ratio(*colour, *ground)).fold(1.0, f64::max)
}

/// Returns the colours that lie under a text: those that take a good part of its place and are not its ink.
fn grounds(picture: &RgbaImage, window: [u32; 4], ink: Color32) -> Vec<[u8; 3]> {
    let colours = histogram(picture, window);
    let all: usize = colours.iter().map(|(_, count)| count).sum();
    let is_ink =
        |colour: &[u8; 3]| ink.a() == 255 && colour.iter().zip(&ink.to_array()[..3]).all(|(a, b)| a.abs_diff(*b) <= 6);
    let under: Vec<_> = colours.iter().filter(|(colour, _)| !is_ink(colour)).collect();
    let Some((first, _)) = under.first() else {
        // Nothing but ink: the text has the colour of its ground.
        return colours.first().map(|(colour, _)| *colour).into_iter().collect();
    };
    let others = under[1..].iter().filter(|(_, count)| *count * 4 > all).map(|(colour, _)| *colour);
    std::iter::once(*first).chain(others).collect()
}

/// Counts the colours of a window, the most frequent first; every other pixel is enough.
fn histogram(picture: &RgbaImage, [left, top, right, bottom]: [u32; 4]) -> Vec<([u8; 3], usize)> {
    let mut found: Vec<([u8; 3], usize)> = Vec::new();
    let step = if (right - left) * (bottom - top) > 4000 { 2 } else { 1 };
    let width = picture.width();
    let bytes: &[u8] = picture;
    let mut last = 0;
    for y in (top..bottom).step_by(step) {
        for x in (left..right).step_by(step) {
            let at = ((y * width + x) * 4) as usize;
            let colour = [bytes[at], bytes[at + 1], bytes[at + 2]];
            if found.get(last).is_some_and(|(known, _)| *known == colour) {
                found[last].1 += 1;
                continue;
            }
            last = found.iter().position(|(known, _)| *known == colour).unwrap_or_else(|| {
                found.push((colour, 0));
                found.len() - 1
            });
            found[last].1 += 1;
        }
    }
    found.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    found
}

/// Returns the pixels of a rectangle: left, top, right, bottom.
fn pixels(rect: Rect, scale: f32, picture: &RgbaImage) -> [u32; 4] {
    let at = |value: f32, most: u32| (value * scale).round().clamp(0.0, most as f32) as u32;
    let (left, top) = (at(rect.left(), picture.width()), at(rect.top(), picture.height()));
    [left, top, at(rect.right(), picture.width()).max(left), at(rect.bottom(), picture.height()).max(top)]
}

fn pixel(picture: &RgbaImage, at: eframe::egui::Vec2) -> Option<[u8; 3]> {
    let inside = at.x >= 0.0 && at.y >= 0.0 && at.x < picture.width() as f32 && at.y < picture.height() as f32;
    inside.then(|| {
        let [red, green, blue, _] = picture.get_pixel(at.x as u32, at.y as u32).0;
        [red, green, blue]
    })
}

/// Returns what an ink becomes on a ground; egui's inks are premultiplied.
fn over(ink: Color32, ground: [u8; 3]) -> [u8; 3] {
    let rest = 1.0 - f32::from(ink.a()) / 255.0;
    let [red, green, blue, _] = ink.to_array();
    let blend = |ink: u8, ground: u8| (f32::from(ink) + f32::from(ground) * rest).round().min(255.0) as u8;
    [blend(red, ground[0]), blend(green, ground[1]), blend(blue, ground[2])]
}

/// Contrast ratio of WCAG 2.2 (W3C, 2023): (lighter + 0.05) / (darker + 0.05), of linearised sRGB luminances.
pub fn ratio(a: [u8; 3], b: [u8; 3]) -> f64 {
    if a == b {
        return 1.0;
    }
    let luminance = |colour: [u8; 3]| {
        let linear = colour.map(|byte| {
            let c = f64::from(byte) / 255.0;
            if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) }
        });
        0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
    };
    let (a, b) = (luminance(a), luminance(b));
    (a.max(b) + 0.05) / (a.min(b) + 0.05)
}

/// Each check fails where it must: it is shown a screen with one fault.
mod facts {
    use eframe::egui::{Align2, FontId, Id, Label, Sense, Stroke, StrokeKind, Ui, WidgetInfo};
    use egui_kittest::Harness;

    use super::*;
    use crate::screens::raster::CpuRenderer;

    const RULES: Rules = Rules { target: 32.0, between_answers: 16.0, text_contrast: 4.5, scroll: Scroll::Nothing };

    fn seen(draw: impl Fn(&mut Ui) + 'static) -> Seen {
        let mut screen =
            Harness::builder().with_size([400.0, 300.0]).renderer(CpuRenderer::default()).build_ui(move |ui| {
                ui.painter().rect_filled(ui.ctx().content_rect(), 0.0, Color32::WHITE);
                draw(ui);
            });
        screen.run();
        Seen::of(&mut screen, true)
    }

    fn words(ui: &Ui, at: Pos2, text: &str, ink: Color32) {
        ui.painter().text(at, Align2::LEFT_TOP, text, FontId::proportional(16.0), ink);
    }

    /// Draws a framed control.
    fn control(ui: &Ui, role: Role, name: &str, rect: Rect, (selected, frame): (bool, Color32)) {
        let response = ui.interact(rect, Id::unique(name), Sense::click());
        response.widget_info(|| WidgetInfo::selected(role, true, selected, name));
        ui.painter().rect(rect, 4.0, Color32::WHITE, Stroke::new(2.0, frame), StrokeKind::Inside);
    }

    fn at(left: f32, top: f32, width: f32, height: f32) -> Rect {
        Rect::from_min_size(pos2(left, top), vec2(width, height))
    }

    fn has(faults: &[String], words: &str) -> bool {
        faults.iter().any(|fault| fault.contains(words))
    }

    #[test]
    fn a_sound_screen_has_no_fault() {
        let seen = seen(|ui| {
            control(ui, Role::Button, "Valider", at(20.0, 20.0, 160.0, 48.0), (false, Color32::BLACK));
            words(ui, pos2(40.0, 32.0), "Valider", Color32::BLACK);
            control(ui, Role::RadioButton, "Oui", at(20.0, 100.0, 160.0, 48.0), (true, Color32::BLACK));
        });
        assert_eq!(all(&seen, &RULES), Vec::<String>::new());
    }

    #[test]
    fn a_text_cut_by_its_place_is_found() {
        let seen = seen(|ui| {
            let painter = ui.painter().with_clip_rect(at(20.0, 20.0, 60.0, 40.0));
            let font = FontId::proportional(16.0);
            painter.text(pos2(20.0, 20.0), Align2::LEFT_TOP, "Un texte trop long", font, Color32::BLACK);
        });
        assert!(has(&cut(&seen, &RULES), "is cut at a side"));
    }

    #[test]
    fn an_ellipsis_is_found() {
        let seen = seen(|ui| {
            ui.set_max_width(60.0);
            ui.add(Label::new("Un texte beaucoup trop long").truncate());
        });
        assert!(has(&cut(&seen, &RULES), "an ellipsis"));
    }

    #[test]
    fn a_text_larger_than_its_button_is_found() {
        let seen = seen(|ui| {
            control(ui, Role::Button, "Suite", at(20.0, 20.0, 60.0, 48.0), (false, Color32::BLACK));
            words(ui, pos2(30.0, 32.0), "Une suite", Color32::BLACK);
        });
        assert!(has(&cut(&seen, &RULES), "goes over the edge"));
    }

    #[test]
    fn a_control_outside_of_the_window_is_found() {
        let seen = seen(|ui| control(ui, Role::Button, "Loin", at(380.0, 20.0, 60.0, 48.0), (false, Color32::BLACK)));
        assert!(has(&cut(&seen, &RULES), "outside of the window"));
    }

    #[test]
    fn controls_and_texts_that_overlap_are_found() {
        let seen = seen(|ui| {
            control(ui, Role::Button, "Un", at(20.0, 20.0, 100.0, 48.0), (false, Color32::BLACK));
            control(ui, Role::Button, "Deux", at(100.0, 40.0, 100.0, 48.0), (false, Color32::BLACK));
            words(ui, pos2(20.0, 150.0), "Un texte", Color32::BLACK);
            words(ui, pos2(40.0, 154.0), "Un autre", Color32::BLACK);
        });
        let faults = overlaps(&seen);
        assert!(has(&faults, "overlap") && has(&faults, "lies over"), "{faults:?}");
    }

    #[test]
    fn a_small_target_and_near_answers_are_found() {
        let seen = seen(|ui| {
            control(ui, Role::Button, "Petit", at(20.0, 20.0, 20.0, 48.0), (false, Color32::BLACK));
            control(ui, Role::RadioButton, "Oui", at(20.0, 100.0, 100.0, 48.0), (false, Color32::BLACK));
            control(ui, Role::RadioButton, "Non", at(20.0, 156.0, 100.0, 48.0), (false, Color32::BLACK));
        });
        let faults = targets(&seen, &RULES);
        assert!(has(&faults, "20×48 px") && has(&faults, "8.0 px apart"), "{faults:?}");
    }

    #[test]
    fn a_pale_text_is_found_in_the_pixels() {
        let seen = seen(|ui| words(ui, pos2(20.0, 20.0), "Un texte pâle", Color32::from_rgb(0x99, 0x99, 0x99)));
        // #999999 on white: 2.85 (W3C's formula).
        assert!(has(&contrast(&seen, seen.picture.as_ref().unwrap(), &RULES), "2.85:1"));
    }

    #[test]
    fn a_text_of_the_colour_of_its_ground_is_found() {
        let seen = seen(|ui| words(ui, pos2(20.0, 20.0), "Rien à voir", Color32::WHITE));
        assert!(has(&contrast(&seen, seen.picture.as_ref().unwrap(), &RULES), "1.00:1"));
    }

    #[test]
    fn pale_frames_and_choices_that_nothing_shows_are_found() {
        let pale = Color32::from_rgb(0xCC, 0xCC, 0xCC);
        let seen = seen(move |ui| {
            control(ui, Role::Button, "Pâle", at(20.0, 20.0, 100.0, 48.0), (false, pale));
            control(ui, Role::TextInput, "Champ", at(20.0, 100.0, 100.0, 48.0), (false, pale));
            control(ui, Role::RadioButton, "Choisi", at(20.0, 180.0, 100.0, 48.0), (true, pale));
        });
        let faults = components(&seen, seen.picture.as_ref().unwrap());
        assert!(has(&faults, "an outline of"), "{faults:?}");
        assert!(has(&faults, "a frame of") && has(&faults, "nothing shows it"), "{faults:?}");
    }

    #[test]
    fn what_scrolls_and_must_not_is_found() {
        let draw = |ui: &mut Ui| {
            control(ui, Role::Button, "Descendre", at(20.0, 20.0, 64.0, 64.0), (false, Color32::BLACK));
            control(ui, Role::Button, "Valider", at(20.0, 280.0, 100.0, 48.0), (false, Color32::BLACK));
        };
        let seen = seen(draw);
        assert!(has(&scroll(&seen, &RULES), "the screen scrolls"));
        let answers = Rules { scroll: Scroll::Answers, ..RULES };
        assert!(has(&scroll(&seen, &answers), "scrolls out of sight"));
    }
}
