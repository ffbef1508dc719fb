//! The lists of what waits for the counsellor, a few lines each.

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::app::delivery::{DeliveryView, Leaving};
use crate::app::notices::NoticeView;
use crate::app::people::{PeopleQuery, Stage};
use crate::app::planning::{PoolView, SessionView};
use crate::app::synthesis::SynthesisRow;
use crate::app::today::{TodayView, WaitingFile};
use crate::domain::delivery::DeliveryState;
use crate::domain::scheduling::Verdict;
use crate::domain::stamp::days_between;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::{Action, Deed, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::open_session::OpenForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{button_width, line, one_button, panel};
use crate::ui::desk::letters::{self, Known};
use crate::ui::desk::{leaving, words};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Tone, badge, body, disclosure, empty_state, gauge, heading, small};

use super::queue::{self, LINES, Queue};

/// Says that nothing waits.
pub(super) fn nothing(ui: &mut Ui) {
    panel(ui, |ui| {
        empty_state(ui, Icon::Check, &tr!("desk-waits-nothing"), &tr!("desk-waits-nothing-words"), None);
    });
}

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView, queues: &[Queue]) {
    for queue in queues {
        queue::at(ui, *queue, |ui| list(ui, cx, today, *queue));
    }
}

fn list(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView, queue: Queue) {
    match queue {
        Queue::Mails => outbox(ui, cx, &today.outbox),
        Queue::Close => drop(panel(ui, |ui| {
            heading(ui, &tr!("desk-waits-close"));
            today.to_close.iter().for_each(|session| to_close(ui, cx, session));
        })),
        Queue::Questions => {
            let title = tr!("desk-waits-question-count", n = today.to_complete.len());
            people(ui, cx, &title, Stage::Referred, &today.to_complete);
        }
        Queue::Interviews => interviews(ui, cx, today),
        Queue::Sign => syntheses(ui, cx, Stage::ToRestitute, &queue::syntheses(today, Stage::ToRestitute)),
        Queue::Notices => notices(ui, cx, &today.notices),
        Queue::Deliver => syntheses(ui, cx, Stage::ToDeliver, &queue::syntheses(today, Stage::ToDeliver)),
        Queue::Write => syntheses(ui, cx, Stage::ToSynthesise, &queue::syntheses(today, Stage::ToSynthesise)),
        Queue::Prescribe => {
            let title = tr!("desk-waits-prescribe-count", n = today.to_prescribe.len());
            people(ui, cx, &title, Stage::Interviewed, &today.to_prescribe);
        }
        Queue::Pools => drop(panel(ui, |ui| {
            heading(ui, &tr!("desk-waits-pools"));
            today.pools.iter().for_each(|pool| pool_row(ui, cx, pool));
        })),
        Queue::Sessions
        | Queue::Tell
        | Queue::Offers
        | Queue::Rebook
        | Queue::Unsigned
        | Queue::Absent
        | Queue::Ending => super::follow_up::show(ui, cx, today, queue),
    }
}

/// Says how many wait and how long the oldest does.
fn group_head(ui: &mut Ui, cx: &Cx<'_>, title: &str, oldest: NaiveDate) {
    heading(ui, title);
    small(ui, &tr!("desk-waits-oldest", days = days_between(oldest, cx.day())));
}

fn interviews(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    let (n, within) = (today.to_interview.len(), today.interview_within);
    let late = queue::late_interviews(today);
    let title = if late > 0 {
        tr!("desk-waits-interview-late", n = n, late = late, days = within)
    } else {
        tr!("desk-waits-interview-count", n = n)
    };
    people(ui, cx, &title, Stage::Referred, &today.to_interview);
}

fn syntheses(ui: &mut Ui, cx: &mut Cx<'_>, stage: Stage, rows: &[&SynthesisRow]) {
    let Some(oldest) = rows.iter().map(|row| row.since).min() else { return };
    let n = rows.len();
    let title = match stage {
        Stage::ToSynthesise => tr!("desk-waits-to-write", n = n),
        Stage::ToRestitute => tr!("desk-waits-to-sign", n = n),
        _ => tr!("desk-waits-to-deliver", n = n),
    };
    panel(ui, |ui| {
        group_head(ui, cx, &title, oldest);
        rows.iter().take(LINES).for_each(|row| synthesis_row(ui, cx, row));
        see_all(ui, cx, &title, n, |cx| cx.go(Place::Syntheses));
    });
}

fn notices(ui: &mut Ui, cx: &mut Cx<'_>, waiting: &[NoticeView]) {
    if waiting.is_empty() {
        return;
    }
    panel(ui, |ui| {
        heading(ui, &tr!("desk-notices-wait", n = waiting.len()));
        let mut one = |ui: &mut Ui, notice: &NoticeView| {
            ui.push_id(notice.id.uuid(), |ui| letters::one(ui, cx, notice, Known::Nobody));
        };
        let (first, others) = waiting.split_at(waiting.len().min(LINES));
        first.iter().for_each(|notice| one(ui, notice));
        if !others.is_empty() {
            disclosure(ui, "more-notices", &tr!("desk-notices-more", n = others.len()), |ui| {
                others.iter().for_each(|notice| one(ui, notice));
            });
        }
    });
}

fn outbox(ui: &mut Ui, cx: &mut Cx<'_>, outbox: &[DeliveryView]) {
    let Some(oldest) = outbox.iter().map(|delivery| delivery.at.day()).min() else { return };
    let count = |wanted: fn(&DeliveryState) -> bool| outbox.iter().filter(|one| wanted(&one.state)).count();
    let failed = count(|state| matches!(state, DeliveryState::Failed { .. }));
    let unconfirmed = count(|state| matches!(state, DeliveryState::Sent { .. }));
    panel(ui, |ui| {
        group_head(ui, cx, &tr!("desk-waits-mails", n = outbox.len()), oldest);
        for delivery in outbox.iter().filter(|one| one.state == DeliveryState::Waiting) {
            leaving(ui, cx, delivery);
        }
        let lines = [
            (failed, tr!("desk-waits-mails-failed", n = failed)),
            (unconfirmed, tr!("desk-waits-mails-unconfirmed", n = unconfirmed)),
        ];
        lines.iter().filter(|(n, _)| *n > 0).for_each(|(_, words)| drop(body(ui, words)));
        if ui.add(Button::quiet(&tr!("desk-waits-mails-see"))).clicked() {
            cx.go(Place::Syntheses);
        }
    });
}

/// A message that leaves in a few minutes, and the button that calls it back.
fn leaving(ui: &mut Ui, cx: &mut Cx<'_>, delivery: &DeliveryView) {
    let (name, to) = (delivery.participant_name.as_str(), delivery.prescriber.as_str());
    let width = button_width(ui, &tr!("desk-leaving-cancel"), false);
    let words = |ui: &mut Ui| {
        body(ui, &tr!("desk-outbox-line", to = to, name = name));
        badge(ui, Tone::Info, &words::leaving(delivery.due));
    };
    let due = Leaving { delivery: delivery.id, due: delivery.due };
    line(ui, width, words, |ui| leaving::cancel(ui, cx, Some(due), name));
}

/// Shows the way to those that are not listed.
fn see_all(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, n: usize, go: impl FnOnce(&mut Cx<'_>)) {
    if n <= LINES {
        return;
    }
    let words = tr!("desk-waits-see-all", n = n);
    let named = tr!("desk-tell-of", action = words.as_str(), name = title);
    if ui.add(Button::quiet(&words).accessible_name(&named)).clicked() {
        go(cx);
    }
}

fn to_close(ui: &mut Ui, cx: &mut Cx<'_>, session: &SessionView) {
    let name = tr!("desk-take-attendance-of", title = session.title.as_str());
    let words = tr!("desk-take-attendance");
    let button = Button::secondary(&words).accessible_name(&name);
    let pressed = one_button(ui, &words, Some(button), true, |ui| {
        body(ui, &session.title);
        small(ui, &tr!("desk-held-on", day = short_date(session.slot.day)));
    });
    if pressed {
        cx.go(Place::Session(session.id));
    }
}

fn pool_row(ui: &mut Ui, cx: &mut Cx<'_>, pool: &PoolView) {
    let ready = matches!(pool.verdict, Verdict::Proposed(_));
    let (words, name) = if ready {
        (tr!("desk-see-and-open"), tr!("desk-see-and-open-of", title = pool.title.as_str()))
    } else {
        (tr!("desk-see-pool"), tr!("desk-see-pool-of", title = pool.title.as_str()))
    };
    let button = if ready { Button::primary(&words) } else { Button::quiet(&words) };
    let pressed = one_button(ui, &words, Some(button.accessible_name(&name)), true, |ui| {
        body(ui, &pool.title);
        let have = pool.waiting.len();
        let words = tr!("desk-gauge", have = have, need = pool.minimum);
        gauge(
            ui,
            have,
            pool.minimum,
            &words,
            &tr!("desk-gauge-of", title = pool.title.as_str(), gauge = words.as_str()),
        );
        small(ui, &terms::verdict(&pool.verdict));
    });
    if pressed && ready {
        cx.ask(Ask::OpenSession(OpenForm::of(pool)));
    } else if pressed {
        cx.go(Place::Workshops);
    }
}

fn people(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, stage: Stage, people: &[WaitingFile]) {
    let Some(oldest) = people.iter().map(|person| person.since).min() else { return };
    panel(ui, |ui| {
        group_head(ui, cx, title, oldest);
        for person in people.iter().take(LINES) {
            let name = tr!("desk-open-file-of", name = person.name.as_str());
            let words = tr!("desk-open-file");
            let button = Button::quiet(&words).accessible_name(&name);
            let pressed = one_button(ui, &words, Some(button), true, |ui| {
                body(ui, &person.name);
                let (since, name) = (since(person.since, cx.day()), person.prescriber.as_str());
                small(ui, &tr!("desk-waits-since-by", since = since, name = name));
            });
            if pressed {
                cx.go(Place::File(person.participant));
            }
        }
        see_all(ui, cx, title, people.len(), |cx| {
            let query = PeopleQuery { stage: Some(stage), ..PeopleQuery::default() };
            cx.actions.push(Action::Find(Box::new(query)));
        });
    });
}

fn since(day: NaiveDate, today: NaiveDate) -> String {
    tr!("desk-since-days", days = days_between(day, today))
}

fn synthesis_row(ui: &mut Ui, cx: &mut Cx<'_>, row: &SynthesisRow) {
    let words = match row.stage {
        Stage::ToSynthesise => tr!("desk-write-synthesis"),
        Stage::ToRestitute if row.restitution.is_none() => tr!("desk-book-restitution"),
        Stage::ToRestitute => tr!("desk-open-synthesis"),
        Stage::ToDeliver => tr!("desk-deliver"),
        _ => tr!("desk-open-synthesis"),
    };
    let name = tr!("desk-action-of", action = words.as_str(), name = row.participant_name.as_str());
    let enabled = !cx.busy;
    let button = Button::secondary(&words).accessible_name(&name);
    let pressed = one_button(ui, &words, Some(button), enabled, |ui| {
        body(ui, &row.participant_name);
        match row.restitution {
            Some(day) => small(ui, &tr!("desk-restitution-on", day = short_date(day))),
            None => small(ui, &words::stage(row.stage)),
        };
    });
    if pressed {
        match row.synthesis {
            Some(id) => cx.go(Place::Writing(id)),
            None => cx.act(Deed::BeginSynthesis(row.referral)),
        }
    }
}
