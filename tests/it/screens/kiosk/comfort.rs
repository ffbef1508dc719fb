//! What suits a person: sizes up to 200 %, the reading ruler, no movement; kept with them, changed at any moment.

use boussole::domain::comfort::Scheme;
use boussole::ui::theme::{Appearance, Look};
use eframe::egui::accesskit::Role;
use eframe::egui::{Event, Key, Pos2, Rect};
use egui_kittest::kittest::Queryable as _;

use super::room::{
    Kiosk, Room, SMALL, assert_fits, choose, choose_size, confirm, enter, is_disabled, press, settle, shoot, shows,
    type_text, walk_to_first_question,
};

fn appearance(kiosk: &Kiosk) -> Appearance {
    Look::of(&kiosk.ctx).appearance
}

fn leave(kiosk: &mut Kiosk) {
    press(kiosk, "Aide");
    press(kiosk, "Pause");
    press(kiosk, "Arrêter ici");
}

fn button(kiosk: &Kiosk, name: &str) -> Rect {
    kiosk.get_by_role_and_label(Role::Button, name).rect()
}

#[test]
fn what_a_person_chose_leaves_with_them_and_comes_back_with_them() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    walk_to_first_question(&mut kiosk, &room.code);
    choose(&mut kiosk, "Sombre");
    choose(&mut kiosk, "Grande");
    choose(&mut kiosk, "Sans mouvement");
    let chosen = Appearance { scheme: Scheme::Dark, zoom_percent: 125, reduced_motion: true, ..Appearance::default() };
    assert_eq!(appearance(&kiosk), chosen);
    leave(&mut kiosk);
    assert_eq!(appearance(&kiosk), Appearance::default());
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    assert!(shows(&kiosk, "Bonjour Amina"));
    assert_eq!(appearance(&kiosk), chosen);
    // Another window of the station, and the clock of absence: nothing of it stays.
    press(&mut kiosk, "C\u{2019}est une autre personne");
    let mut other = room.kiosk(SMALL);
    type_text(&mut other, &room.code);
    enter(&mut other);
    assert_eq!(appearance(&other), chosen);
    other.run_steps(4 * 190);
    settle(&mut other);
    assert!(shows(&other, "Tapez votre code"));
    assert_eq!(appearance(&other), Appearance::default());
}

#[test]
fn what_is_chosen_before_the_code_is_newer_than_what_was_kept() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    choose(&mut kiosk, "Sombre");
    walk_to_first_question(&mut kiosk, &room.code);
    leave(&mut kiosk);
    choose(&mut kiosk, "Contraste");
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    assert_eq!(appearance(&kiosk).scheme, Scheme::Contrast);
    press(&mut kiosk, "C\u{2019}est une autre personne");
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    assert_eq!(appearance(&kiosk).scheme, Scheme::Contrast, "and it is what is kept from then on");
}

#[test]
fn the_settings_are_whole_at_every_size_and_the_way_back_stays() {
    let room = Room::with(&["fatigue-travail"]);
    for size in ["100", "125", "150", "200"] {
        let mut kiosk = room.kiosk(SMALL);
        choose_size(&mut kiosk, size);
        press(&mut kiosk, "Affichage");
        shoot(&mut kiosk, &format!("display-{size}"));
        let whole = kiosk.ctx.content_rect();
        assert!(whole.contains_rect(button(&kiosk, "C\u{2019}est bien ainsi")), "{size}");
        if matches!(size, "100" | "125") {
            assert_fits(&kiosk, &format!("display {size}"));
        } else {
            // Where it is not in sight, the last setting is a few touches of the arrow away.
            let more = |kiosk: &Kiosk| kiosk.query_by_role_and_label(Role::Button, "Descendre").is_some();
            for _ in 0..12 {
                if !more(&kiosk) || is_disabled(&kiosk, "Descendre") {
                    break;
                }
                press(&mut kiosk, "Descendre");
            }
            assert!(whole.contains_rect(kiosk.get_by_role_and_label(Role::RadioButton, "Sans mouvement").rect()));
            shoot(&mut kiosk, &format!("display-{size}-end"));
        }
        kiosk.get_by_role_and_label(Role::RadioButton, "Sans mouvement").click();
        settle(&mut kiosk);
        assert!(appearance(&kiosk).reduced_motion);
        press(&mut kiosk, "C\u{2019}est bien ainsi");
    }
}

#[test]
fn at_200_percent_only_the_answers_move_and_question_confirm_and_help_stay() {
    let room = Room::with(&["fatigue-travail", "lire-compter"]);
    let mut kiosk = room.kiosk(SMALL);
    choose_size(&mut kiosk, "200");
    walk_to_first_question(&mut kiosk, &room.code);
    shoot(&mut kiosk, "200-question");
    let whole = kiosk.ctx.content_rect().expand(1.0);
    let heading = |kiosk: &Kiosk| kiosk.get_by_role(Role::Heading).rect();
    let (confirm_at, help_at, question_at) = (button(&kiosk, "Valider"), button(&kiosk, "Aide"), heading(&kiosk));
    for rect in [confirm_at, help_at, question_at, button(&kiosk, "Descendre"), button(&kiosk, "Monter")] {
        assert!(whole.contains_rect(rect), "{rect:?} on {whole:?}");
    }
    let last = kiosk.get_by_role_and_label(Role::RadioButton, "Très souvent").rect();
    for _ in 0..8 {
        if is_disabled(&kiosk, "Descendre") {
            break;
        }
        press(&mut kiosk, "Descendre");
    }
    shoot(&mut kiosk, "200-question-end");
    let moved = kiosk.get_by_role_and_label(Role::RadioButton, "Très souvent").rect();
    assert!(moved.top() < last.top() && moved.bottom() <= confirm_at.top());
    assert_eq!(
        (button(&kiosk, "Valider"), button(&kiosk, "Aide"), heading(&kiosk)),
        (confirm_at, help_at, question_at)
    );
    kiosk.get_by_role_and_label(Role::RadioButton, "Très souvent").click();
    kiosk.run();
    confirm(&mut kiosk);
    assert!(shows(&kiosk, "Question 2 sur 18"));
}

/// Where the band is: how bright the screen is tells it, row by row.
fn band(kiosk: &mut Kiosk) -> f32 {
    let picture = kiosk.render().unwrap();
    let accent = Look::of(&kiosk.ctx).colours.accent;
    let is_edge = |y: u32| {
        let near = |x: u32| {
            let pixel = picture.get_pixel(x, y).0;
            pixel.iter().zip(accent.to_array()).take(3).all(|(a, b)| a.abs_diff(b) < 12)
        };
        (300..900).step_by(20).all(near)
    };
    let edges: Vec<u32> = (0..picture.height()).filter(|y| is_edge(*y)).collect();
    assert!(!edges.is_empty(), "no band");
    edges.iter().sum::<u32>() as f32 / edges.len() as f32
}

#[test]
fn the_ruler_is_off_until_it_is_asked_and_moves_by_buttons_keys_touch_and_focus() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    walk_to_first_question(&mut kiosk, &room.code);
    assert!(kiosk.query_by_role_and_label(Role::Button, "Descendre la règle").is_none());
    choose(&mut kiosk, "Avec règle");
    kiosk.event(Event::PointerGone);
    kiosk.run();
    shoot(&mut kiosk, "ruler");
    assert_fits(&kiosk, "ruler");
    for name in ["Monter la règle", "Descendre la règle"] {
        let size = button(&kiosk, name).size();
        assert!(size.min_elem() >= 64.0, "{name}: {size:?}");
    }
    let first = band(&mut kiosk);
    press(&mut kiosk, "Descendre la règle");
    press(&mut kiosk, "Descendre la règle");
    kiosk.event(Event::PointerGone);
    kiosk.run();
    let second = band(&mut kiosk);
    assert!(second > first + 40.0, "{first} {second}");
    kiosk.key_press(Key::ArrowUp);
    kiosk.run();
    let third = band(&mut kiosk);
    assert!(third < second - 20.0, "{second} {third}");
    let answer = kiosk.get_by_role_and_label(Role::RadioButton, "Parfois").rect().center();
    touch(&mut kiosk, answer);
    assert!((band(&mut kiosk) - answer.y).abs() < 4.0);
    shoot(&mut kiosk, "ruler-answer");
    let other = kiosk.get_by_role_and_label(Role::RadioButton, "Jamais").rect().center();
    kiosk.get_by_role_and_label(Role::RadioButton, "Jamais").focus();
    kiosk.run();
    assert!((band(&mut kiosk) - other.y).abs() < 4.0);
}

fn touch(kiosk: &mut Kiosk, at: Pos2) {
    kiosk.hover_at(at);
    kiosk.run();
}

#[test]
fn without_movement_nothing_of_egui_moves_by_itself() {
    let room = Room::with(&["fatigue-travail"]);
    let mut kiosk = room.kiosk(SMALL);
    let moves = |kiosk: &Kiosk| {
        let style = kiosk.ctx.global_style();
        let scrolls = style.scroll_animation.duration.max > 0.0;
        (style.animation_time > 0.0, scrolls, style.visuals.text_cursor.blink)
    };
    choose(&mut kiosk, "Sans mouvement");
    assert_eq!(moves(&kiosk), (false, false, false));
    choose(&mut kiosk, "Avec");
    assert_eq!(moves(&kiosk), (true, true, true));
}
