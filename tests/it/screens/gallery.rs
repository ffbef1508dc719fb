//! The gallery: each page in three schemes, queried by role and label, and drawn on demand.
//!
//! `BOUSSOLE_SHOTS=/tmp/shots cargo test --test it screens` writes the pictures to look at.

use boussole::app::theme::Tokens;
use boussole::domain::generate::dashboard::{self, Display, Level, LineCount};
use boussole::domain::generate::matrices::rule::Side;
use boussole::domain::generate::{Item, Radicals, Recipe, Stem, matrices, series};
use boussole::ui::gallery::{Gallery, Page};
use boussole::ui::theme::{self, Appearance, Face, Kind, Scheme};
use boussole::ui::widgets::stem;
use eframe::egui::accesskit::{Role, Toggled};
use eframe::egui::{Key, Rect, Ui, Vec2, pos2, vec2};
use egui_kittest::Harness;
use egui_kittest::kittest::{NodeT as _, Queryable as _};

use super::raster::CpuRenderer;
use crate::support::folder_to_look_at;

type Screen = Harness<'static, Gallery>;

fn open(page: Page, appearance: Appearance, size: [f32; 2]) -> Screen {
    let mut screen = Harness::builder()
        .with_size(size)
        .with_max_steps(20)
        .renderer(CpuRenderer::default())
        .build_eframe(move |cc| Gallery::new(&cc.egui_ctx, Tokens::embedded().unwrap(), page, appearance));
    screen.run();
    screen
}

fn small(page: Page) -> Screen {
    open(page, Appearance::default(), [1366.0, 768.0])
}

/// Writes the picture where `BOUSSOLE_SHOTS` says, if it says.
fn shoot(screen: &mut Screen, name: &str) {
    if let Some(folder) = folder_to_look_at("BOUSSOLE_SHOTS") {
        screen.render().unwrap().save(folder.join(format!("{name}.png"))).unwrap();
    }
}

#[test]
fn every_page_draws_in_three_schemes_and_two_sizes() {
    let pages = [
        (Page::Desk, "desk"),
        (Page::Controls, "controls"),
        (Page::Results, "results"),
        (Page::Question, "question"),
        (Page::Code, "code"),
        (Page::Badge, "badge"),
    ];
    let schemes = [(Scheme::Light, "light"), (Scheme::Dark, "dark"), (Scheme::Contrast, "contrast")];
    for (page, page_name) in pages {
        for (scheme, scheme_name) in schemes {
            let appearance = Appearance { scheme, ..Appearance::default() };
            let mut screen = open(page, appearance, [1366.0, 768.0]);
            shoot(&mut screen, &format!("{page_name}-{scheme_name}"));
        }
        let mut screen = open(page, Appearance::default(), [1920.0, 1080.0]);
        shoot(&mut screen, &format!("{page_name}-1080"));
    }
    let appearance = Appearance { face: Face::Dyslexia, ..Appearance::default() };
    let mut screen = open(Page::Question, appearance, [1366.0, 768.0]);
    shoot(&mut screen, "question-dyslexia");
}

/// The generated questions of the gallery: the name of each, and how many cards answer it.
const EXERCISES: [(&str, usize); 11] = [
    ("9 cases", 8),
    ("Traits", 8),
    ("4 cases", 4),
    ("Suite", 0),
    ("Cubes", 4),
    ("Pièce", 4),
    ("Pliage", 4),
    ("Tableau", 3),
    ("Barres", 0),
    ("Objets", 0),
    ("Image", 4),
];

#[test]
fn every_exercise_fits_with_its_answers() {
    let small = [1366.0, 768.0];
    let looks = [
        (Scheme::Light, "light", small),
        (Scheme::Dark, "dark", small),
        (Scheme::Contrast, "contrast", small),
        (Scheme::Light, "1080", [1920.0, 1080.0]),
    ];
    for (scheme, look, size) in looks {
        let mut screen = open(Page::Exercises, Appearance { scheme, ..Appearance::default() }, size);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(size[0], size[1]));
        for (rank, (name, n_options)) in EXERCISES.into_iter().enumerate() {
            screen.get_by_role_and_label(Role::RadioButton, name).click();
            screen.run();
            shoot(&mut screen, &format!("exercise-{rank}-{look}"));
            let confirm = screen.get_by_role_and_label(Role::Button, "Valider").rect();
            let drawing = screen.get_by_role(Role::Image).rect();
            let tabs = EXERCISES.len();
            let cards: Vec<Rect> =
                screen.get_all_by_role(Role::RadioButton).skip(tabs).map(|card| card.rect()).collect();
            assert_eq!(cards.len(), n_options, "{name}");
            for (index, card) in cards.iter().enumerate() {
                assert!(card.width() >= 64.0 && card.height() >= 64.0, "{name}: {card:?}");
                assert!(whole.contains_rect(*card) && card.bottom() <= confirm.top(), "{name}: {card:?}");
                assert!(!card.intersects(drawing), "{name}: {card:?} {drawing:?}");
                assert!(cards[index + 1..].iter().all(|other| !card.expand(7.5).intersects(other.expand(7.5))));
            }
            assert!(whole.contains_rect(drawing) && drawing.bottom() <= confirm.top(), "{name}: {drawing:?}");
        }
    }
}

/// Items of every generator and every kind of board, drawn in one room.
struct Drawings {
    items: Vec<Item>,
    room: Vec2,
}

impl eframe::App for Drawings {
    fn ui(&mut self, ui: &mut Ui, _frame: &mut eframe::Frame) {
        for item in &self.items {
            let shown = ui.scope(|ui| stem(ui, &item.stem, self.room, None)).inner.rect;
            assert!(
                shown.width() <= self.room.x + 0.5 && shown.height() <= self.room.y + 0.5,
                "{:?}: {shown:?}",
                item.recipe
            );
        }
    }
}

#[test]
fn every_drawing_keeps_to_the_room_that_it_is_given() {
    let levels = [Level::ReadCell, Level::CompareTwo, Level::Trend, Level::Threshold, Level::TwoSteps];
    let boards = (0..40_u64).map(|seed| {
        let lines = if seed % 2 == 0 { LineCount::Four } else { LineCount::Eight };
        let display = if seed % 4 < 2 { Display::Bars } else { Display::Table };
        (seed, Radicals::Dashboard(dashboard::Radicals { level: levels[seed as usize % 5], lines, display }))
    });
    let series = series::Kind::ALL.into_iter().zip(0..).map(|(kind, seed)| {
        let (shown, ceiling) = (series::Shown::Seven, series::Ceiling::Thousand);
        (seed, Radicals::Series(series::Radicals { kind, shown, ceiling }))
    });
    let matrices = (0..6_u64).map(|seed| {
        let side = if seed % 2 == 0 { Side::Two } else { Side::Three };
        (seed, Radicals::Matrix(matrices::Radicals::varied(seed, side, 2, matrices::OptionCount::Four)))
    });
    let recipes = boards.chain(series).chain(matrices).map(|(seed, radicals)| Recipe { seed, radicals });
    let items: Vec<Item> = recipes.filter_map(|recipe| recipe.make().ok()).collect();
    assert!(items.len() > 45, "{}", items.len());
    for room in [vec2(560.0, 300.0), vec2(640.0, 440.0), vec2(1180.0, 220.0)] {
        // A board of eight lines in a strip would not be read.
        let items =
            items.iter().filter(|item| room.y > 250.0 || !matches!(item.stem, Stem::Dashboard(_))).cloned().collect();
        let mut screen = Harness::builder().with_size([1366.0, 768.0]).build_eframe(move |cc| {
            theme::apply(&cc.egui_ctx, &Tokens::embedded().unwrap(), Kind::Kiosk, Appearance::default());
            Drawings { items, room }
        });
        screen.run();
    }
}

#[test]
fn an_exercise_is_answered_by_touch_and_by_digit() {
    let mut screen = small(Page::Exercises);
    screen.get_by_role_and_label(Role::Image, "Figure en 9 cases. La dernière manque.");
    let chosen = |screen: &Screen, label: &str| {
        screen.get_by_role_and_label(Role::RadioButton, label).accesskit_node().toggled() == Some(Toggled::True)
    };
    screen.get_by_role_and_label(Role::RadioButton, "Réponse 7").click();
    screen.run();
    assert!(chosen(&screen, "Réponse 7"));
    screen.key_press(Key::Num8);
    screen.run();
    assert!(chosen(&screen, "Réponse 8") && !chosen(&screen, "Réponse 7"));
}

#[test]
fn the_kiosk_question_fits_without_scrolling() {
    for size in [[1366.0, 768.0], [1920.0, 1080.0]] {
        let screen = open(Page::Question, Appearance::default(), size);
        let whole = Rect::from_min_max(pos2(0.0, 0.0), pos2(size[0], size[1]));
        let confirm = screen.get_by_role_and_label(Role::Button, "Valider").rect();
        let answers: Vec<Rect> = screen.get_all_by_role(Role::RadioButton).map(|answer| answer.rect()).collect();
        assert_eq!(answers.len(), 5);
        for answer in &answers {
            assert!(answer.height() >= 64.0, "{answer:?}");
            assert!(whole.contains_rect(*answer) && !answer.intersects(confirm), "{answer:?} {confirm:?}");
        }
        assert!(answers.windows(2).all(|pair| pair[1].top() - pair[0].bottom() >= 16.0));
        assert!(whole.contains_rect(confirm));
    }
}

#[test]
fn a_digit_chooses_an_answer() {
    let mut screen = small(Page::Question);
    screen.key_press(Key::Num2);
    screen.run();
    let answer = screen.get_by_role_and_label(Role::RadioButton, "Un peu");
    assert_eq!(answer.accesskit_node().toggled(), Some(Toggled::True));
}

#[test]
fn a_touch_chooses_an_answer_and_its_speaker_does_not() {
    let mut screen = small(Page::Question);
    screen.get_by_role_and_label(Role::RadioButton, "Pas du tout").click();
    screen.run();
    let toggled = |screen: &Screen, label: &str| {
        screen.get_by_role_and_label(Role::RadioButton, label).accesskit_node().toggled()
    };
    assert_eq!(toggled(&screen, "Pas du tout"), Some(Toggled::True));
    screen.get_all_by_role_and_label(Role::Button, "Écouter cette réponse").last().unwrap().click();
    screen.run();
    assert_eq!(toggled(&screen, "Pas du tout"), Some(Toggled::True));
    assert_eq!(toggled(&screen, "Oui, beaucoup"), Some(Toggled::False));
}

#[test]
fn the_code_is_typed_by_touch_and_by_keyboard() {
    let mut screen = small(Page::Code);
    assert!(screen.get_by_role_and_label(Role::Button, "Commencer").accesskit_node().is_disabled());
    screen.get_by_role_and_label(Role::Button, "Chiffre 7").click();
    screen.run();
    screen.event(eframe::egui::Event::Text("80".to_owned()));
    screen.run();
    let code = screen.get_by_role_and_label(Role::TextInput, "Votre code");
    assert_eq!(code.accesskit_node().value().as_deref(), Some("412780"));
    assert!(!screen.get_by_role_and_label(Role::Button, "Commencer").accesskit_node().is_disabled());
    let erase = screen.get_by_role_and_label(Role::Button, "Effacer");
    assert!(Rect::from_min_max(pos2(0.0, 0.0), pos2(1366.0, 768.0)).contains_rect(erase.rect()));
}

#[test]
fn the_desk_names_what_it_shows() {
    let screen = small(Page::Desk);
    screen.get_by_role_and_label(Role::Heading, "Amina Diallo");
    screen.get_by_role_and_label(Role::Tab, "Planning (3)");
    screen.get_by_role_and_label(Role::Row, "Préparer un entretien");
    screen.get_by_role_and_label(Role::TextInput, "Rechercher une personne");
    screen.get_by_role_and_label(Role::Meter, "4 sur 6");
}

#[test]
fn a_row_opens_by_keyboard() {
    let mut screen = small(Page::Desk);
    screen.get_by_role_and_label(Role::Row, "Préparer un entretien").focus();
    screen.run();
    screen.key_press(Key::Enter);
    screen.run();
    let row = screen.get_by_role_and_label(Role::Row, "Préparer un entretien");
    assert_eq!(row.accesskit_node().toggled(), Some(Toggled::True));
}

#[test]
fn a_dialog_asks_before_deleting() {
    let mut screen = small(Page::Controls);
    screen.get_by_role_and_label(Role::Button, "Supprimer…").click();
    screen.run();
    shoot(&mut screen, "dialog");
    screen.get_by_role_and_label(Role::Button, "Garder l\u{2019}étape").click();
    screen.run();
    assert!(screen.query_by_role_and_label(Role::Button, "Garder l\u{2019}étape").is_none());
}

#[test]
fn the_calendar_gives_a_day() {
    let mut screen = small(Page::Controls);
    screen.get_by_role_and_label(Role::Button, "Ouvrir le calendrier").click();
    screen.run();
    shoot(&mut screen, "calendar-years");
    // A birth: the year first, then the month, from the one of the calendar.
    screen.get_by_role_and_label(Role::Button, "1988").click();
    screen.run();
    shoot(&mut screen, "calendar");
    screen.get_by_role_and_label(Role::Button, "12 janvier 1988").click();
    screen.run();
    let field = screen.get_by_role_and_label(Role::TextInput, "Date de naissance");
    assert_eq!(field.accesskit_node().value().as_deref(), Some("12/01/1988"));
}
