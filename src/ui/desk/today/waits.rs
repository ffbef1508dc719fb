//! What waits for the counsellor, the most useful first.

use chrono::NaiveDate;
use eframe::egui::Ui;

use crate::app::people::Stage;
use crate::app::planning::{PoolView, SessionView};
use crate::app::synthesis::SynthesisRow;
use crate::app::today::{TodayView, WaitingFile};
use crate::domain::scheduling::Verdict;
use crate::domain::stamp::days_between;
use crate::i18n::{short_date, terms};
use crate::tr;
use crate::ui::desk::action::{Deed, Place};
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::open_session::OpenForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{one_button, panel};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, body, empty_state, gauge, heading, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, today: &TodayView) {
    let waiting: Vec<&SynthesisRow> = today.syntheses.iter().filter(|row| row.stage != Stage::Delivered).collect();
    let nothing = super::follow_up::is_empty(today)
        && today.pools.is_empty()
        && today.to_close.is_empty()
        && waiting.is_empty()
        && today.to_interview.is_empty()
        && today.to_prescribe.is_empty();
    if nothing {
        panel(ui, |ui| {
            empty_state(ui, Icon::Check, &tr!("desk-waits-nothing"), &tr!("desk-waits-nothing-words"), None);
        });
        return;
    }
    if !today.to_close.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-waits-close"));
            today.to_close.iter().for_each(|session| to_close(ui, cx, session));
        });
    }
    super::follow_up::show(ui, cx, today);
    if !today.pools.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-waits-pools"));
            today.pools.iter().for_each(|pool| pool_row(ui, cx, pool));
        });
    }
    people(ui, cx, &tr!("desk-waits-interview"), &today.to_interview);
    people(ui, cx, &tr!("desk-waits-prescribe"), &today.to_prescribe);
    if !waiting.is_empty() {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-waits-syntheses"));
            waiting.into_iter().for_each(|row| synthesis_row(ui, cx, row));
        });
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

fn people(ui: &mut Ui, cx: &mut Cx<'_>, title: &str, people: &[WaitingFile]) {
    if people.is_empty() {
        return;
    }
    panel(ui, |ui| {
        heading(ui, title);
        for person in people {
            let name = tr!("desk-open-file-of", name = person.name.as_str());
            let words = tr!("desk-open-file");
            let button = Button::quiet(&words).accessible_name(&name);
            let pressed = one_button(ui, &words, Some(button), true, |ui| {
                body(ui, &person.name);
                small(ui, &since(person.since, cx.day()));
            });
            if pressed {
                cx.go(Place::File(person.participant));
            }
        }
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
            None => small(ui, &super::super::words::stage(row.stage)),
        };
    });
    if pressed {
        match row.synthesis {
            Some(id) => cx.go(Place::Writing(id)),
            None => cx.act(Deed::BeginSynthesis(row.participant)),
        }
    }
}
