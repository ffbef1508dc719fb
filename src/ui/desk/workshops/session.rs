//! One session: where it stands and what is to be done, who has a seat, who came, and the papers.

mod check;
mod history;
mod people;
mod sheets;
mod standing;
mod walk_ins;

use eframe::egui::Ui;

use super::sessions::tone;
use crate::app::session_life::SessionLifeView;
use crate::domain::agenda::Holder;
use crate::domain::id::SessionId;
use crate::domain::session_life::Phase;
use crate::domain::workshop::SessionState;
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::move_session::MoveForm;
use crate::ui::desk::ask::reason::{ReasonFor, ReasonForm};
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, back_button, columns, loading, panel, row};
use crate::ui::desk::offers::{self, Subject};
use crate::ui::desk::telling;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, badge, heading, title};

/// What is being typed on the page.
#[derive(Default)]
pub struct SessionPage {
    walk_in: String,
    /// What is looked at to have enough people.
    remedy: check::Remedy,
}

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, id: SessionId, page: &mut SessionPage) {
    let Some(life) = cx.data.session_of(id) else {
        cx.show_trouble(ui);
        return loading(ui);
    };
    let session = &life.session;
    row(ui, |ui| {
        if back_button(ui, &tr!("desk-back-workshops")) {
            cx.go(Place::Workshops);
        }
        title(ui, &session.title);
        badge(ui, tone(&session.state), &terms::session_state(&session.state));
        at_end(ui, |ui| actions(ui, cx, life));
    });
    cx.show_trouble(ui);
    let to_come = matches!(session.state, SessionState::Opened { .. }) && life.phase != Phase::Begun;
    let check = cx.data.check_of(id).filter(|_| to_come && cx.leads());
    // From two days before, whether enough people come is the first question.
    let is_time = life.check_day <= cx.day();
    columns(ui, 0.62, ["seats", "session-side"], |ui, place| match place {
        0 => {
            if let Some(check) = check.filter(|_| is_time) {
                panel(ui, |ui| check::show(ui, cx, life, check, &mut page.remedy));
            }
            panel(ui, |ui| people::show(ui, cx, life));
            if has_begun(life.phase) && cx.leads() {
                panel(ui, |ui| walk_ins::show(ui, cx, life, page));
            }
            told_and_offered(ui, cx, life);
        }
        _ => {
            panel(ui, |ui| standing::show(ui, cx, life));
            if let Some(check) = check.filter(|_| !is_time) {
                panel(ui, |ui| check::show(ui, cx, life, check, &mut page.remedy));
            }
            panel(ui, |ui| sheets::show(ui, cx, life));
            panel(ui, |ui| history::show(ui, cx, life));
        }
    });
}

/// Who was offered it and has not answered, who is to be told, who was.
fn told_and_offered(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView) {
    if !life.offers.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-answers-awaited", n = life.offers.len()));
            life.offers.iter().for_each(|offer| offers::one(ui, cx, offer, Subject::Person));
        });
    }
    if !life.to_tell.is_empty() && cx.leads() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-to-tell"));
            telling::groups(ui, cx, &life.to_tell);
        });
    }
    if !life.told.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-told", n = life.told.len()));
            telling::told(ui, cx, Holder::Session(life.session.id), &life.told);
        });
    }
}

/// Returns whether people are there, or were.
fn has_begun(phase: Phase) -> bool {
    matches!(phase, Phase::Begun | Phase::Held | Phase::HeldEmpty | Phase::Signed)
}

/// What becomes of the whole session, the first at the right.
fn actions(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView) {
    let session = &life.session;
    let id = session.id;
    match session.state {
        SessionState::Opened { .. } => {
            if cx.leads() && session.slot.day <= cx.day() {
                close_button(ui, cx, life);
            }
            if !cx.decides() {
                return;
            }
            if ui.add(Button::quiet(&tr!("desk-cancel-session"))).clicked() {
                let form = ReasonForm::new(ReasonFor::CancelSession(id), session.title.clone());
                cx.ask(Ask::Reason(form));
            }
            if let (false, Some(service)) = (life.phase == Phase::Begun, &cx.data.service)
                && ui.add(Button::secondary(&tr!("desk-move-session")).icon(Icon::Calendar)).clicked()
            {
                cx.ask(Ask::MoveSession(MoveForm::of(session, service)));
            }
        }
        SessionState::Held { .. } if cx.leads() => {
            if ui.add_enabled(!cx.busy, Button::quiet(&tr!("desk-undo-close"))).clicked() {
                cx.act(Deed::UndoClose(id));
            }
        }
        SessionState::Cancelled { .. } if cx.decides() && session.slot.day >= cx.day() => {
            if ui.add_enabled(!cx.busy, Button::secondary(&tr!("desk-undo-cancel"))).clicked() {
                cx.act(Deed::UndoCancel(id));
            }
        }
        SessionState::Held { .. } | SessionState::Cancelled { .. } => {}
    }
}

fn close_button(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView) {
    let missing = life.session.seats.iter().filter(|seat| seat.attendance.is_none()).count();
    let words = tr!("desk-close-session");
    let button = Button::primary(&words).icon(Icon::Check);
    let button = ui.add_enabled(missing == 0 && !cx.busy, button);
    let button = button.on_disabled_hover_text(tr!("desk-close-missing", n = missing));
    if button.clicked() {
        cx.act(Deed::CloseSession(life.session.id));
    }
}
