//! « Ma boussole » read and heard by its person: screen after screen, in the words of the paper, and by nobody else.

use boussole::domain::synthesis::{Lead, Recommendation, SynthesisText};
use boussole::ui::theme::Look;
use eframe::egui::accesskit::Role;
use egui_kittest::kittest::Queryable as _;

use super::hand::{Finger, Hand, Keys, Mouse, Reader};
use super::room::{
    Kiosk, Room, SMALL, assert_fits, choose_size, enter, let_pass, press, settle, shoot, shows, type_text,
};
use super::seen::{assert_told, control, plain, seen, title};
use super::voice::{Computer, is_silent, until};

/// A text as the service writes them: two leads, three strengths.
pub fn text() -> SynthesisText {
    let lead = |title: &str, why: &str| Lead {
        title: title.to_owned(),
        why: why.to_owned(),
        supports: Vec::new(),
        evidence: "Évaluation et atelier".to_owned(),
        to_check: String::new(),
    };
    let advice = |action: &str, who: &str, when: &str| Recommendation {
        action: action.to_owned(),
        who: who.to_owned(),
        when: when.to_owned(),
    };
    SynthesisText {
        reading: "Deux points ressortent de l'entretien.".to_owned(),
        person_says: "Je préfère bouger. Le bureau, ce n'est pas pour moi.".to_owned(),
        strengths: vec![
            "Vous finissez ce que vous commencez.".to_owned(),
            "Vous vérifiez votre travail.".to_owned(),
            "Vous aidez les autres.".to_owned(),
        ],
        leads: vec![
            lead("Préparer des commandes", "Vous aimez ranger, compter et bouger. L'atelier l'a montré aussi."),
            lead("Conduire un chariot", "Le métier est proche du premier. Il demande un permis spécial."),
        ],
        recommendations: vec![
            advice("Une immersion de deux semaines", "Paul Lefebvre", "avant Noël"),
            advice("Une visite médicale pour le permis", "vous", "en janvier"),
        ],
    }
}

/// What an engine is given of it, in its order, screen by screen: the first thing of a part is its title.
const HEARD: [&[&str]; 8] = [
    &["Ma boussole.", "Bonjour Amina. Voici ce que nous avons trouvé ensemble."],
    &[
        "Vos points forts.",
        "Vous finissez ce que vous commencez.",
        "Vous vérifiez votre travail.",
        "Vous aidez les autres.",
    ],
    &["Vos pistes.", "Préparer des commandes. Vous aimez ranger, compter et bouger. L'atelier l'a montré aussi."],
    &["Conduire un chariot. Le métier est proche du premier. Il demande un permis spécial."],
    &[
        "La suite.",
        "Une immersion de deux semaines: Paul Lefebvre, avant Noël.",
        "Une visite médicale pour le permis: vous, en janvier.",
    ],
    &["Vos mots.", "Je préfère bouger. Le bureau, ce n'est pas pour moi."],
    &["Une question?", "Appelez Claire Morel, zéro trois, cinquante-trois, zéro un, vingt, vingt-six."],
    &["Cette page est à vous. Vous décidez à qui la montrer."],
];

/// Opens a kiosk at the first screen of the page.
fn at_page(room: &Room, computer: &Computer) -> Kiosk {
    let mut kiosk = room.kiosk_with(SMALL, computer.folders());
    type_text(&mut kiosk, &room.code);
    enter(&mut kiosk);
    press(&mut kiosk, "J\u{2019}ai compris");
    press(&mut kiosk, "Ouvrir ma boussole");
    assert_eq!(title(&kiosk), "Ma boussole");
    kiosk
}

/// What is heard, without what tells one apostrophe or space from another.
fn heard(computer: &Computer) -> Vec<String> {
    computer.lines("heard").iter().map(|line| plain(line)).collect()
}

fn reading(room: &Room) -> Option<boussole::domain::own_page::Reading> {
    room.house.file(room.amina).synthesis.unwrap().at_kiosk.reading
}

#[test]
fn the_page_is_read_by_touch_only() {
    read(&mut Finger::default());
}

#[test]
fn the_page_is_read_by_mouse_only() {
    read(&mut Mouse::default());
}

#[test]
fn the_page_is_read_by_keyboard_only() {
    read(&mut Keys::default());
}

#[test]
fn the_page_is_read_through_a_screen_reader() {
    read(&mut Reader);
}

/// Goes from the code to the end and back once, and leaves.
fn read(hand: &mut dyn Hand) {
    let (room, _) = Room::giving_back(&text());
    let mut kiosk = room.kiosk(SMALL);
    hand.write(&mut kiosk, &room.code);
    hand.press(&mut kiosk, Role::Button, "Commencer");
    hand.press(&mut kiosk, Role::Button, "J'ai compris");
    assert_told(&kiosk);
    hand.press(&mut kiosk, Role::Button, "Ma boussole. Votre page, à lire ou à écouter");
    let mut titles = Vec::new();
    for page in 1..=8 {
        assert_told(&kiosk);
        let progress = seen(&kiosk).into_iter().find(|seen| seen.role == Role::ProgressIndicator);
        assert_eq!(progress.unwrap().name, format!("Page {page} sur 8"));
        titles.push(title(&kiosk));
        if page == 3 {
            hand.press(&mut kiosk, Role::Button, "Retour");
            assert_eq!(title(&kiosk), "Vos points forts");
            hand.press(&mut kiosk, Role::Button, "Suivant");
        }
        hand.press(&mut kiosk, Role::Button, "Suivant");
    }
    let parts =
        ["Ma boussole", "Vos points forts", "Vos pistes", "Vos pistes", "La suite", "Vos mots", "Une question ?"];
    assert_eq!(titles, [parts.as_slice(), &["Ma boussole"]].concat());
    assert_eq!(title(&kiosk), "C'est fini, merci");
    assert_told(&kiosk);
    assert!(shows(&kiosk, "Vous pouvez demander cette page sur papier."));
    hand.press(&mut kiosk, Role::Button, "Aide");
    assert_told(&kiosk);
    hand.press(&mut kiosk, Role::Button, "Fermer");
    hand.press(&mut kiosk, Role::Button, "Au revoir");
    assert_eq!(title(&kiosk), "Tapez votre code");
    let reading = reading(&room).unwrap();
    assert_eq!((reading.openings, reading.listenings, reading.heard_at), (1, 0, None));
    assert!(reading.ended_at.is_some());
}

#[test]
fn every_sentence_of_the_paper_is_heard_in_its_order_and_the_screens_follow_the_voice() {
    let (room, _) = Room::giving_back(&text());
    let computer = Computer::that_speaks();
    let mut kiosk = at_page(&room, &computer);
    press(&mut kiosk, "Tout écouter");
    until(&mut kiosk, |kiosk| is_silent(kiosk) && shows(kiosk, "Page 8 sur 8"));
    settle(&mut kiosk);
    assert_eq!(heard(&computer), HEARD.concat());
    let reading = reading(&room).unwrap();
    assert_eq!((reading.listenings, reading.screen), (1, 7));
    assert!(reading.heard_at.is_some() && reading.ended_at.is_none());
}

#[test]
fn each_screen_is_heard_alone_and_marked_while_it_is_read() {
    let (room, _) = Room::giving_back(&text());
    let computer = Computer::that_speaks_slowly();
    let mut kiosk = at_page(&room, &computer);
    press(&mut kiosk, "Suivant");
    press(&mut kiosk, "Écouter cette page");
    computer.heard(&mut kiosk, 1);
    assert!(!is_marked(&mut kiosk, "Vous finissez ce que vous commencez."), "its title is read");
    computer.end_sound();
    computer.heard(&mut kiosk, 2);
    kiosk.step();
    assert!(is_marked(&mut kiosk, "Vous finissez ce que vous commencez."));
    assert!(!is_marked(&mut kiosk, "Vous vérifiez votre travail."));
    shoot(&mut kiosk, "own-page-heard");
    computer.end_sound();
    computer.heard(&mut kiosk, 3);
    kiosk.step();
    assert!(is_marked(&mut kiosk, "Vous vérifiez votre travail."));
    press(&mut kiosk, "Suivant");
    assert!(is_silent(&kiosk), "another screen is silent");
    assert_eq!(heard(&computer), HEARD[1][..3]);
    assert_eq!(reading(&room).unwrap().heard_at, None);
}

/// Returns whether the bar at the left of a sentence says that it is being read.
fn is_marked(kiosk: &mut Kiosk, sentence: &str) -> bool {
    let sentence = kiosk.get_by_label(sentence).rect();
    let accent = Look::of(&kiosk.ctx).colours.accent;
    let zoom = kiosk.ctx.pixels_per_point();
    let picture = kiosk.render().unwrap();
    let at = |x: f32, y: f32| picture.get_pixel((x * zoom) as u32, (y * zoom) as u32).0;
    at(sentence.left() + 6.0, sentence.center().y)[..3] == [accent.r(), accent.g(), accent.b()]
}

#[test]
fn reading_on_stops_with_the_voice() {
    let (room, _) = Room::giving_back(&text());
    let computer = Computer::that_speaks_slowly();
    let mut kiosk = at_page(&room, &computer);
    press(&mut kiosk, "Tout écouter");
    computer.heard(&mut kiosk, 1);
    press(&mut kiosk, "Arrêter la voix");
    for _ in 0..20 {
        kiosk.step();
    }
    assert!(is_silent(&kiosk) && shows(&kiosk, "Page 1 sur 8"));
    assert!(control(&kiosk, Role::Button, "Tout écouter").is_some());
    press(&mut kiosk, "Tout écouter");
    computer.heard(&mut kiosk, 2);
    press(&mut kiosk, "Aide");
    computer.end_sound();
    press(&mut kiosk, "Fermer");
    for _ in 0..20 {
        kiosk.step();
    }
    assert!(is_silent(&kiosk) && shows(&kiosk, "Page 1 sur 8"));
}

#[test]
fn an_absence_hides_the_page_and_a_long_one_closes_it() {
    let (room, _) = Room::giving_back(&text());
    let mut kiosk = at_page(&room, &Computer::that_speaks());
    press(&mut kiosk, "Suivant");
    let_pass(&mut kiosk, 95);
    assert_eq!(title(&kiosk), "Vous êtes toujours là ?");
    assert!(shows(&kiosk, "Votre page est cachée") && !shows(&kiosk, "Vous finissez"));
    press(&mut kiosk, "Oui, je continue");
    assert_eq!(title(&kiosk), "Vos points forts");
    let_pass(&mut kiosk, 185);
    assert_eq!(title(&kiosk), "Tapez votre code");
    assert!(!shows(&kiosk, "Amina"));
}

#[test]
fn a_window_that_died_leads_back_to_the_same_screen_by_one_tap_and_names_nobody() {
    let (room, _) = Room::giving_back(&text());
    let mut kiosk = at_page(&room, &Computer::that_speaks());
    press(&mut kiosk, "Suivant");
    press(&mut kiosk, "Suivant");
    drop(kiosk);
    let mut kiosk = room.kiosk(SMALL);
    assert_eq!(title(&kiosk), "On continue ?");
    assert_told(&kiosk);
    assert!(!shows(&kiosk, "Amina") && !shows(&kiosk, "commandes"));
    Finger::default().press(&mut kiosk, Role::Button, "Continuer");
    assert_eq!(title(&kiosk), "Vos pistes");
    assert!(shows(&kiosk, "Page 3 sur 8"));
    press(&mut kiosk, "Aide");
    press(&mut kiosk, "Arrêter ici");
    drop(kiosk);
    assert_eq!(title(&room.kiosk(SMALL)), "Tapez votre code");
}

#[test]
fn a_page_that_the_desk_closes_leaves_the_screen_at_the_next_touch() {
    let (room, synthesis) = Room::giving_back(&text());
    let mut kiosk = at_page(&room, &Computer::that_speaks());
    room.desk().close_own_page(room.house.counsellor, synthesis).unwrap();
    press(&mut kiosk, "Suivant");
    assert_eq!(title(&kiosk), "Votre page est fermée");
    assert_told(&kiosk);
    assert_fits(&kiosk, "a closed page");
    shoot(&mut kiosk, "own-page-closed");
    press(&mut kiosk, "Continuer");
    assert!(shows(&kiosk, "Bonjour Amina") && !shows(&kiosk, "Ma boussole"));
}

#[test]
fn who_has_read_their_page_may_read_it_again_from_its_beginning() {
    let (room, _) = Room::giving_back(&text());
    let mut kiosk = at_page(&room, &Computer::that_speaks());
    for _ in 0..8 {
        press(&mut kiosk, "Suivant");
    }
    press(&mut kiosk, "Revoir du début");
    assert!(shows(&kiosk, "Page 1 sur 8"));
    press(&mut kiosk, "Retour");
    assert!(shows(&kiosk, "Bonjour Amina"));
    press(&mut kiosk, "Ouvrir ma boussole");
    assert!(shows(&kiosk, "Page 1 sur 8"));
    assert_eq!(reading(&room).unwrap().openings, 2);
}

#[test]
fn the_longest_sentences_fit_without_scrolling() {
    let long = "Vous avez préparé des commandes, rangé des rayons, compté des cartons et aidé vos collègues quand il le fallait";
    let mut long_text = text();
    long_text.strengths = vec![long.to_owned()];
    long_text.leads.truncate(1);
    long_text.leads[0].why =
        format!("{long}, et tout cela vous a plu, comme vous l'avez dit pendant l'atelier. {long}.");
    long_text.person_says = format!("{long}. J'aime ça. {long}.");
    long_text.recommendations.truncate(1);
    let (room, _) = Room::giving_back(&long_text);
    for size in ["100", "125"] {
        let mut kiosk = room.kiosk_with(SMALL, Computer::that_speaks().folders());
        choose_size(&mut kiosk, size);
        type_text(&mut kiosk, &room.code);
        enter(&mut kiosk);
        if shows(&kiosk, "J\u{2019}ai compris") {
            press(&mut kiosk, "J\u{2019}ai compris");
        }
        press(&mut kiosk, "Ma boussole. Votre page, à lire ou à écouter");
        let mut page = 0;
        while !shows(&kiosk, "C\u{2019}est fini, merci") {
            page += 1;
            shoot(&mut kiosk, &format!("own-page-long-{size}-{page}"));
            assert_fits(&kiosk, &format!("{size}: page {page}"));
            press(&mut kiosk, "Suivant");
        }
        press(&mut kiosk, "Au revoir");
        assert!(page >= 8, "{page}");
        let base = rusqlite::Connection::open(room.house.base_file()).unwrap();
        base.execute("DELETE FROM own_page_reading", []).unwrap();
    }
}
