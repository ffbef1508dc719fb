//! What stands beside the path: who refers, what the interview taught, how to reach the person, what they agreed to.

use eframe::egui::Ui;

use crate::app::people::ParticipantFile;
use crate::domain::person::{ConsentDecision, ConsentSubject};
use crate::domain::telling::Channel;
use crate::i18n::{long_date, minutes, short_date, terms};
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::away::AwayForm;
use crate::ui::desk::ask::channel::ChannelForm;
use crate::ui::desk::ask::interview::InterviewForm;
use crate::ui::desk::ask::referral::ReferralForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::fields::half_days_read;
use crate::ui::desk::layout::{line, panel, row};
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, Tone, badge, body, facts, heading, icon_button, muted, paragraph, small};

pub fn show(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    panel(ui, |ui| referral(ui, cx, file));
    if file.referral.is_some() {
        panel(ui, |ui| interview(ui, cx, file));
    }
    panel(ui, |ui| consents(ui, cx, file));
    panel(ui, |ui| absences(ui, cx, file));
    panel(ui, |ui| contact(ui, cx, file));
}

fn referral(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-referral"));
    let Some(referral) = &file.referral else {
        muted(ui, &tr!("desk-referral-none"));
        if ui.add(Button::secondary(&tr!("desk-next-referral"))).clicked() {
            cx.ask(Ask::Referral(ReferralForm::new(file.id, cx.day())));
        }
        return;
    };
    paragraph(ui, &tr!("desk-quoted", words = referral.question.as_str()));
    body(ui, &referral.prescriber.name);
    let day = short_date(referral.received);
    small(ui, &tr!("desk-referral-from", site = referral.prescriber.site.as_str(), day = day));
}

fn interview(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-interview"));
    let Some(interview) = &file.interview else {
        muted(ui, &tr!("desk-interview-none"));
        if let Some(referral) = &file.referral
            && ui.add(Button::secondary(&tr!("desk-next-interview"))).clicked()
        {
            cx.ask(Ask::Interview(InterviewForm::new(referral.id, cx.day())));
        }
        return;
    };
    badge(ui, Tone::Info, &terms::project(interview.project));
    paragraph(ui, &interview.situation);
    if !interview.needs.is_empty() {
        muted(ui, &tr!("desk-needs-are", needs = interview.needs.as_str()));
    }
    let (day, time) = (short_date(interview.day), minutes(interview.minutes));
    small(ui, &tr!("desk-interview-by", by = interview.by.as_str(), day = day, time = time));
}

fn consents(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-consents"));
    for consent in &file.consents {
        row(ui, |ui| {
            let tone = match consent.decision {
                ConsentDecision::Agreed => Tone::Success,
                ConsentDecision::Refused => Tone::Warning,
            };
            badge(ui, tone, &terms::consent_decision(consent.decision));
            body(ui, &terms::consent_subject(&consent.subject));
        });
        let day = short_date(consent.at.day());
        small(ui, &tr!("desk-consent-by", by = consent.recorded_by.as_str(), day = day));
    }
    let latest = file.consents.iter().filter(|consent| consent.subject == ConsentSubject::SendSynthesis);
    let latest = latest.max_by_key(|consent| consent.at).map(|consent| consent.decision);
    if latest.is_none() {
        muted(ui, &tr!("desk-consent-ask"));
    }
    ui.horizontal_wrapped(|ui| {
        let mut record = |ui: &mut Ui, words: String, decision| {
            if ui.add_enabled(!cx.busy, Button::secondary(&words)).clicked() {
                cx.act(Deed::RecordConsent { participant: file.id, subject: ConsentSubject::SendSynthesis, decision });
            }
        };
        if latest != Some(ConsentDecision::Agreed) {
            record(ui, tr!("desk-consent-agree"), ConsentDecision::Agreed);
        }
        if latest != Some(ConsentDecision::Refused) {
            record(ui, tr!("desk-consent-refuse"), ConsentDecision::Refused);
        }
    });
}

/// When the person cannot come: no session is proposed on those days.
fn absences(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-away"));
    if file.absences.is_empty() {
        muted(ui, &tr!("desk-away-none"));
    }
    for (id, days) in &file.absences {
        let (from, until) = (short_date(days.from), short_date(days.until));
        let said = tr!("desk-settings-away", from = from, until = until);
        let name = tr!("desk-settings-remove-of", name = file.first_name.as_str(), what = said.as_str());
        line(
            ui,
            60.0,
            |ui| drop(body(ui, &said)),
            |ui| {
                if icon_button(ui, Icon::Cross, &name).clicked() {
                    cx.act(Deed::RemoveAbsence(*id));
                }
            },
        );
    }
    if cx.leads() && ui.add(Button::secondary(&tr!("desk-away-add"))).clicked() {
        cx.ask(Ask::Away(AwayForm::new(file.id, cx.day())));
    }
}

fn contact(ui: &mut Ui, cx: &mut Cx<'_>, file: &ParticipantFile) {
    heading(ui, &tr!("desk-contact"));
    let blank = tr!("desk-blank");
    let names = [
        tr!("desk-birth-date"),
        tr!("desk-phone"),
        tr!("desk-email"),
        tr!("desk-channel"),
        tr!("desk-supports"),
        tr!("desk-extra-time"),
    ];
    let told_by = Channel::of(file.channel, !file.phone.trim().is_empty(), file.email.is_some());
    let told_by = match file.channel {
        Some(chosen) if chosen == told_by => tr!("desk-channel-chosen", channel = terms::channel(chosen)),
        Some(chosen) => {
            let (wished, channel) = (terms::channel(chosen), terms::channel(told_by));
            tr!("desk-channel-not-possible", wished = wished, channel = channel)
        }
        None => terms::channel(told_by),
    };
    let values = [
        long_date(file.birth_date),
        file.phone.clone(),
        file.email.clone().unwrap_or_default(),
        told_by,
        file.supports.clone(),
        terms::extra_time(file.extra_time),
    ];
    let rows: Vec<(&str, &str)> = names
        .iter()
        .zip(&values)
        .map(|(name, value)| (name.as_str(), if value.is_empty() { blank.as_str() } else { value.as_str() }))
        .collect();
    facts(ui, "contact", &rows);
    if cx.leads() && ui.add(Button::secondary(&tr!("desk-channel-change"))).clicked() {
        cx.ask(Ask::Channel(ChannelForm::of(file)));
    }
    muted(ui, &tr!("desk-half-days"));
    half_days_read(ui, file.availability);
}
