//! The person's own page: its screens follow the person, or the voice that reads on.

use super::{Action, Flow, Request, Screen};
use crate::app::own_page::OwnPageView;
use crate::ui::kiosk::hearing::{Spoken, Wish};
use crate::ui::kiosk::own_page::OwnPage;

impl Flow {
    pub(super) fn show_own_page(&mut self, view: OwnPageView) {
        self.screen = Screen::OwnPage(Box::new(OwnPage::new(view)));
    }

    /// Shows another screen of the page, or its end after the last one.
    pub(super) fn turn(&mut self, to: usize) {
        let Screen::OwnPage(shown) = &mut self.screen else { return };
        shown.at = to.min(shown.leaves.len());
        shown.through = false;
        self.keep_place();
    }

    fn keep_place(&mut self) {
        let Screen::OwnPage(shown) = &self.screen else { return };
        let (visit, screen) = (shown.visit.visit, shown.at);
        let request =
            if shown.leaf().is_some() { Request::TurnOwnPage { visit, screen } } else { Request::EndOwnPage(visit) };
        self.ask(request);
    }

    /// Notes that the voice is asked for a screen, or for all of them from here on.
    pub(super) fn begin_hearing(&mut self, action: &Action) {
        let Screen::OwnPage(shown) = &mut self.screen else { return };
        shown.through = *action == Action::HearThrough;
        let visit = shown.visit.visit;
        if *action != Action::Hear(Wish::Silence) && shown.leaf().is_some() {
            self.ask(Request::ListenToOwnPage(visit));
        }
    }

    /// Notes what the voice has said to its end.
    pub fn note_spoken(&mut self, spoken: &Spoken) {
        let Screen::OwnPage(shown) = &mut self.screen else { return };
        let visit = shown.visit.visit;
        if shown.note_heard(spoken.page, &spoken.parts) {
            self.ask(Request::FinishHearingOwnPage(visit));
        }
    }

    /// Goes on to the next screen when the voice that reads all has said this one; returns whether it did. What stops the
    /// voice stops the reading.
    pub fn read_on(&mut self, is_speaking: bool) -> bool {
        let Screen::OwnPage(shown) = &mut self.screen else { return false };
        if !shown.through || is_speaking || self.wish.is_some() {
            return false;
        }
        if !shown.is_leaf_heard() || shown.is_last() || self.overlay.is_some() {
            shown.through = false;
            return false;
        }
        shown.at += 1;
        self.wish = Some(Wish::All);
        self.keep_place();
        true
    }
}
