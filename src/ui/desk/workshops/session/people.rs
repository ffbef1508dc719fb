//! Who has a seat, who came, and who gave their seat back.

use eframe::egui::{Id, Key, Modifiers, Response, Role, Sense, Stroke, StrokeKind, Ui, WidgetInfo};

use crate::app::planning::{SeatView, SessionView};
use crate::app::session_life::SessionLifeView;
use crate::domain::id::SeatId;
use crate::domain::session_life::Phase;
use crate::domain::workshop::{Attendance, SessionState};
use crate::i18n::terms;
use crate::tr;
use crate::ui::desk::action::{Deed, Load, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::give_back::GiveBackForm;
use crate::ui::desk::ask::grid::GridChoice;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, below, beside, one_button, row};
use crate::ui::icons::Icon;
use crate::ui::theme::Look;
use crate::ui::widgets::{Button, Tone, badge, body, heading, icon_button, muted, segmented, small};

/// What can be noted, with its key.
const MARKS: [(Attendance, Key); 3] =
    [(Attendance::Present, Key::P), (Attendance::Excused, Key::E), (Attendance::NoShow, Key::A)];

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, life: &SessionLifeView) {
    let session = &life.session;
    let opened = matches!(session.state, SessionState::Opened { .. });
    let takes = opened && life.phase == Phase::Begun && cx.leads();
    let gives_back = opened && life.phase != Phase::Begun && cx.leads();
    row(ui, |ui| {
        heading(ui, &tr!("desk-seats", n = session.seats.len(), maximum = session.maximum));
        let unknown = session.seats.iter().filter(|seat| seat.attendance.is_none());
        let marks: Vec<_> = unknown.map(|seat| (seat.id, Attendance::Present)).collect();
        if takes && !marks.is_empty() {
            at_end(ui, |ui| {
                let words = tr!("desk-all-present");
                let button = Button::secondary(&words).icon(Icon::Check);
                if ui.add_enabled(!cx.busy, button).clicked() {
                    cx.act(Deed::TakeAttendance { session: session.id, marks });
                }
            });
        }
    });
    if takes {
        small(ui, &tr!("desk-attendance-keys"));
    }
    let was_somebody_there = session.seats.iter().any(|seat| seat.attendance == Some(Attendance::Present))
        || life.walk_ins.iter().any(|walk_in| walk_in.participant.is_some());
    if was_somebody_there && cx.leads() {
        let words = tr!("desk-group-fill");
        if ui.add(Button::secondary(&words).icon(Icon::Clipboard)).clicked() {
            cx.go(Place::Group(session.id));
        }
    }
    if session.seats.is_empty() {
        muted(ui, &tr!("desk-no-seat"));
    }
    for (index, seat) in session.seats.iter().enumerate() {
        ui.separator();
        let next = session.seats.get(index + 1).map(|seat| seat.id);
        ui.push_id(seat.id.uuid(), |ui| {
            row(ui, |ui| {
                let name = person(ui, seat);
                below(ui);
                if takes {
                    attendance(ui, cx, session, seat);
                    keys(ui, cx, session, seat, (&name, next));
                } else if let Some(taken) = seat.attendance {
                    let tone = if taken == Attendance::Present { Tone::Success } else { Tone::Neutral };
                    badge(ui, tone, &terms::attendance(taken));
                }
                if gives_back {
                    let words = tr!("desk-give-back");
                    let name = tr!("desk-tell-of", action = words.as_str(), name = seat.name.as_str());
                    at_end(ui, |ui| {
                        if ui.add(Button::quiet(&words).accessible_name(&name)).clicked() {
                            cx.ask(Ask::GiveBack(GiveBackForm::new(seat.id, seat.name.clone())));
                        }
                    });
                }
                grid_button(ui, cx, session, seat);
            });
        });
    }
    given_back(ui, cx, session, gives_back);
}

fn person(ui: &mut Ui, seat: &SeatView) -> Response {
    let shown = ui.vertical(|ui| {
        ui.set_width(beside(ui, 310.0, 150.0));
        // Pressed and focused as a whole line: as tall as a button.
        let look = Look::of(ui.ctx());
        ui.set_min_height(look.target.control);
        ui.spacing_mut().item_spacing.y = 0.0;
        let words = if seat.supports.is_empty() {
            seat.phone.clone()
        } else {
            tr!("desk-seat-detail", phone = seat.phone.as_str(), supports = seat.supports.as_str())
        };
        if words.is_empty() {
            // A name alone stands on the level of the buttons beside it.
            ui.add_space((look.target.control - look.text.body * 1.4) / 2.0);
        }
        body(ui, &seat.name);
        if !words.is_empty() {
            small(ui, &words);
        }
    });
    shown.response
}

fn attendance(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView, seat: &SeatView) {
    let labels = MARKS.map(|(mark, _)| terms::attendance(mark));
    let mut index = MARKS.iter().position(|(mark, _)| Some(*mark) == seat.attendance).unwrap_or(usize::MAX);
    if segmented(ui, &labels.each_ref().map(String::as_str), &mut index)
        && let Some((mark, _)) = MARKS.get(index)
    {
        cx.act(Deed::TakeAttendance { session: session.id, marks: vec![(seat.id, *mark)] });
    }
}

fn focus_of(seat: SeatId) -> Id {
    Id::unique(("attendance-row", seat.uuid()))
}

/// The whole attendance by keyboard: one key notes the line in focus and goes to the next one.
fn keys(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView, seat: &SeatView, at: (&Response, Option<SeatId>)) {
    let (name, next) = at;
    let line = ui.interact(name.rect, focus_of(seat.id), Sense::click());
    line.widget_info(|| WidgetInfo::labeled(Role::Button, true, tr!("desk-attendance-of", name = seat.name.as_str())));
    if line.clicked() {
        line.request_focus();
    }
    if !line.has_focus() {
        return;
    }
    let look = Look::of(ui.ctx());
    let ring = Stroke::new(look.stroke.focus, look.colours.focus);
    ui.painter().rect_stroke(name.rect.expand(4.0), look.corner(look.radius.small), ring, StrokeKind::Outside);
    // Consumed: the next line, which takes the focus now, must not read it again.
    let pressed = MARKS.iter().find(|(_, key)| ui.input_mut(|input| input.consume_key(Modifiers::NONE, *key)));
    if let Some((mark, _)) = pressed {
        cx.act(Deed::TakeAttendance { session: session.id, marks: vec![(seat.id, *mark)] });
        if let Some(next) = next {
            ui.memory_mut(|memory| memory.request_focus(focus_of(next)));
        }
    }
}

/// Who was there was observed: the grid is filled in on the way out.
fn grid_button(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView, seat: &SeatView) {
    if seat.attendance == Some(Attendance::Present)
        && icon_button(ui, Icon::Clipboard, &tr!("desk-grid-fill-of", name = seat.name.as_str())).clicked()
    {
        cx.look(Load::Grids(seat.participant));
        cx.ask(Ask::Grid(GridChoice::new(seat.participant, seat.name.clone(), Some(session.id))));
    }
}

fn given_back(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView, may_undo: bool) {
    if session.given_back.is_empty() {
        return;
    }
    ui.separator();
    muted(ui, &tr!("desk-given-back", people = session.given_back.len()));
    for seat in &session.given_back {
        let words = tr!("desk-give-again");
        let name = tr!("desk-tell-of", action = words.as_str(), name = seat.name.as_str());
        let button = may_undo.then(|| Button::quiet(&words).accessible_name(&name));
        let pressed = one_button(ui, &words, button, !cx.busy, |ui| {
            body(ui, &seat.name);
            small(ui, &seat.attendance.map(terms::attendance).unwrap_or_default());
        });
        if pressed {
            cx.act(Deed::UndoGiveBack(seat.id));
        }
    }
}
