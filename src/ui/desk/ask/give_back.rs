//! A seat given back before the session: by the person, or by the service with a reason.

use eframe::egui::Ui;

use super::footer;
use crate::domain::id::SeatId;
use crate::domain::session_life::Withdrawal;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::choice;
use crate::ui::widgets::{TextField, body, muted};

pub struct GiveBackForm {
    seat: SeatId,
    name: String,
    by_service: bool,
    reason: String,
}

impl GiveBackForm {
    pub fn new(seat: SeatId, name: String) -> Self {
        Self { seat, name, by_service: false, reason: String::new() }
    }

    pub fn show(&mut self, ui: &mut Ui, cx: &mut Cx<'_>) {
        body(ui, &self.name);
        muted(ui, &tr!("desk-give-back-words"));
        if cx.decides() {
            let options = [(false, tr!("desk-give-back-person")), (true, tr!("desk-give-back-service"))];
            choice(ui, &tr!("desk-give-back-who"), &mut self.by_service, &options);
        }
        if self.by_service {
            TextField::new(&tr!("desk-reason"), &mut self.reason).rows(2).longest(500).show(ui);
        }
        let ready = !self.by_service || !self.reason.trim().is_empty();
        if footer(ui, cx, &tr!("desk-give-back-confirm"), ready) {
            let wish = if self.by_service {
                Withdrawal::ByService { reason: self.reason.clone() }
            } else {
                Withdrawal::ByPerson
            };
            cx.act(Deed::GiveBack { seat: self.seat, wish });
        }
    }
}
