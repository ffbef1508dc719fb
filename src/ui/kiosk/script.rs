//! What the voice reads on a screen, part by part, in order; or why it reads nothing there.

use super::own_page::{self, OwnPage};
use super::screen::{Asking, Correction, End, Entry, Screen, Start};
use super::warm_up::WarmingUp;
use super::{breather, correction, introduction, notice, section, today, warm_up, words};
use crate::app::kiosk::{Recording, VisitView};
use crate::domain::assessment::{Choice, Face, Item, ItemKind, Material, Voice};
use crate::domain::badge::Pictogram;
use crate::i18n::{terms, typeset};
use crate::tr;
use crate::ui::voice::Utterance;

/// A part of the screen that the voice reads.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Part {
    /// A sentence of a page.
    Page,
    /// The sentence at this index of a screen of the person's own page.
    Sentence(usize),
    Question,
    Material,
    /// How to answer: said once.
    Hint,
    /// The answer at this index.
    Answer(usize),
    /// « Je ne sais pas ».
    Decline,
}

/// What the voice reads on a screen.
#[derive(Debug, Default, PartialEq)]
pub(super) struct Script {
    pub lines: Vec<(Part, Utterance)>,
    /// The assessment forbids it here: reading is what is measured.
    pub is_forbidden: bool,
}

impl Script {
    pub fn of(screen: &Screen) -> Self {
        if is_forbidden(screen) {
            return Self { lines: Vec::new(), is_forbidden: true };
        }
        let lines = match screen {
            Screen::Start(start) => of_start(start),
            Screen::Back(_) | Screen::PageClosed(_) => Vec::new(),
            Screen::Notice(_) => page(notice::lines().into_iter().map(|(_, line)| line)),
            Screen::WarmUp(shown) => of_warm_up(shown),
            Screen::Today(visit) => page(of_today(visit).into_iter()),
            Screen::Introduction(shown) => {
                let (_, heading, lines) = introduction::content(shown);
                let title = shown.sitting.assessment.about.title.clone();
                page([title, heading].into_iter().chain(lines.into_iter().map(|(_, line)| line)))
            }
            Screen::Section(shown) => {
                let title = shown.section().map(|(_, section)| section.title.clone());
                page(title.into_iter().chain(section::lines(shown).into_iter().map(|(_, line)| line)))
            }
            Screen::Breather(_) => {
                page([tr!("kiosk-breather")].into_iter().chain(breather::lines().into_iter().map(|(_, line)| line)))
            }
            Screen::Question(asking) => of_question(asking),
            Screen::Correction(shown) => page(of_correction(shown).into_iter()),
            Screen::End(end) => page(of_end(end).into_iter()),
            Screen::OwnPage(shown) => of_own_page(shown),
        };
        let lines = lines.into_iter().filter(|(_, utterance)| !utterance.is_empty()).collect();
        Self { lines, is_forbidden: false }
    }
}

fn is_forbidden(screen: &Screen) -> bool {
    let Some(sitting) = screen.sitting() else { return false };
    match (sitting.assessment.access.voice, screen) {
        (Voice::Everything, _) => false,
        (Voice::Instructions, Screen::Question(asking)) => asking.attempt().item.kind != ItemKind::Information,
        (Voice::Instructions, _) => false,
        (Voice::Nothing, _) => true,
    }
}

fn page(lines: impl Iterator<Item = String>) -> Vec<(Part, Utterance)> {
    lines.map(|line| (Part::Page, Utterance::new(&line, None))).collect()
}

/// What to do, and the names of the pictures: in the order of the screen, which tells nobody's badge.
fn of_start(start: &Start) -> Vec<(Part, Utterance)> {
    if start.blocked {
        return page([tr!("kiosk-blocked"), tr!("kiosk-blocked-words")].into_iter());
    }
    match start.entry {
        Entry::Digits => page([tr!("kiosk-type-your-code"), tr!("kiosk-code-where")].into_iter()),
        Entry::Pictures => {
            let names = Pictogram::ALL.iter().enumerate();
            let names = names.map(|(index, one)| (Part::Answer(index), Utterance::new(&terms::pictogram(*one), None)));
            page([tr!("kiosk-touch-your-pictures"), tr!("kiosk-pictures-where")].into_iter())
                .into_iter()
                .chain(names)
                .collect()
        }
    }
}

fn of_warm_up(shown: &WarmingUp) -> Vec<(Part, Utterance)> {
    let (heading, lines) = warm_up::said(shown);
    let mut read = page(std::iter::once(heading).chain(lines.into_iter().map(|(_, line)| line)));
    if shown.step == warm_up::Step::Listen {
        read.push((Part::Question, Utterance::new(&tr!("kiosk-warm-up-voice"), None)));
        read.extend(page(std::iter::once(tr!("kiosk-warm-up-listen-ask"))));
    }
    let cards = warm_up::cards(shown.step);
    let said = |index: usize, words: &str| Utterance::new(&format!("{}. {words}", index + 1), None);
    read.extend(cards.iter().enumerate().map(|(index, words)| (Part::Answer(index), said(index, words))));
    read
}

fn of_today(visit: &VisitView) -> Vec<String> {
    let hello = tr!("kiosk-hello", name = visit.first_name.as_str());
    let heading = today::heading_words(visit);
    let steps = visit.left.iter().flat_map(|step| [step.title.clone(), today::detail(step)]);
    let own_page = visit.own_page.map(|card| [tr!("kiosk-own-page"), today::own_page_detail(card)]);
    [hello, heading].into_iter().chain(own_page.into_iter().flatten()).chain(steps).collect()
}

/// A screen of the page as it is printed, or what is said after the last one.
fn of_own_page(shown: &OwnPage) -> Vec<(Part, Utterance)> {
    let Some(leaf) = shown.leaf() else {
        let lines = own_page::end_lines(shown).into_iter().map(|(_, line)| line);
        return page([tr!("kiosk-end")].into_iter().chain(lines));
    };
    let title = leaf.begins.then(|| leaf.title.clone());
    let sentences = leaf.sentences.iter().enumerate();
    let sentences = sentences.map(|(index, sentence)| (Part::Sentence(index), Utterance::new(&sentence.text(), None)));
    page(title.into_iter()).into_iter().chain(sentences).collect()
}

fn of_correction(shown: &Correction) -> Vec<String> {
    let named = |label: String, words: String| (!words.is_empty()).then(|| format!("{label} : {words}"));
    let right = words::right_answer(&shown.item).map(|right| words::answer(&right, &shown.item));
    let given = named(tr!("kiosk-your-answer"), words::answer(&shown.given, &shown.item));
    let right = right.and_then(|right| named(tr!("kiosk-right-answer"), right));
    let mut lines = vec![correction::heading_words(shown), words::statement(&shown.item)];
    lines.extend(given.into_iter().chain(right));
    lines.push(shown.said.clone());
    lines
}

fn of_end(end: &End) -> Vec<String> {
    let thanks = tr!("kiosk-end");
    let next = end.visit.left.first().filter(|_| end.fresh);
    let after = match next {
        Some(step) => vec![tr!("kiosk-next"), step.title.clone(), today::detail(step)],
        None if end.fresh => vec![tr!("kiosk-day-done")],
        None => Vec::new(),
    };
    [thanks, end.words.clone()].into_iter().chain(after).collect()
}

/// The question, its document, how to answer it, then each answer with its number.
fn of_question(asking: &Asking) -> Vec<(Part, Utterance)> {
    let attempt = asking.attempt();
    let item = &attempt.item;
    let recordings = &asking.sitting.recordings;
    let recorded = |answer: &str| recordings.answer(&item.id, answer).cloned();
    let question = Utterance::new(&words::statement(item), recordings.question(&item.id).cloned());
    let mut lines = vec![(Part::Question, question)];
    match &item.material {
        Material::Document(text) => lines.push((Part::Material, Utterance::new(text, None))),
        Material::Image(image) => lines.push((Part::Material, Utterance::new(&image.alt, None))),
        Material::None | Material::Drawn(_) => {}
    }
    lines.extend(words::hint(item).map(|hint| (Part::Hint, Utterance::new(&hint, None))));
    let said = |number: usize, words: &str, recording: Option<Recording>| {
        (Part::Answer(number - 1), Utterance::new(&format!("{number}. {words}"), recording))
    };
    if let ItemKind::Likert { points, .. } = &item.kind {
        let points = points.iter().zip(1..);
        lines.extend(points.map(|(point, number)| said(number, &point.label, recorded(&point.value.to_string()))));
    }
    let options = item.kind.options().iter().zip(1..).filter(|(option, _)| has_words(option));
    lines.extend(
        options.map(|(option, number)| said(number, &words::option_name(item, option, number), recorded(&option.id.0))),
    );
    lines.extend(declined(item, attempt.refusal().map(|refusal| words::refusal(&refusal, &item.kind))));
    lines
}

fn declined(item: &Item, words: Option<String>) -> Option<(Part, Utterance)> {
    let words = words.filter(|_| !item.kind.options().is_empty() || matches!(item.kind, ItemKind::Likert { .. }))?;
    Some((Part::Decline, Utterance::new(&typeset(&words), None)))
}

/// A drawing is not read: « figure 3 » tells nobody anything.
fn has_words(option: &Choice) -> bool {
    match &option.face {
        Face::Words(_) | Face::Image { .. } | Face::Reply(_) => true,
        Face::Drawn(_) => false,
    }
}
