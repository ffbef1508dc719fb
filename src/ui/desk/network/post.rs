//! What a prescriber received and still waits for; and the server that takes the messages.

use eframe::egui::Ui;

use crate::app::network::PrescriberView;
use crate::app::post::Security;
use crate::i18n::short_date;
use crate::tr;
use crate::ui::desk::action::Place;
use crate::ui::desk::ask::Ask;
use crate::ui::desk::ask::mail::MailForm;
use crate::ui::desk::ask::network::PrescriberForm;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::layout::{at_end, back_button, line, loading, panel, row, scroll_rest};
use crate::ui::desk::leaving;
use crate::ui::desk::letters::{self, Known};
use crate::ui::desk::words;
use crate::ui::icons::Icon;
use crate::ui::widgets::{Button, badge, body, empty_state, facts, heading, muted, small, title};

/// Shows a prescriber's post; returns whether to go back to the list.
pub(super) fn of(ui: &mut Ui, cx: &mut Cx<'_>, who: &PrescriberView) -> bool {
    let back = row(ui, |ui| {
        let back = back_button(ui, &tr!("desk-back-prescribers"));
        title(ui, &who.name);
        small(ui, &who.site);
        if !who.phone.is_empty() {
            small(ui, &who.phone);
        }
        at_end(ui, |ui| {
            if cx.settles() && ui.add(Button::secondary(&tr!("desk-prescriber-correct")).icon(Icon::Pencil)).clicked() {
                cx.ask(Ask::Prescriber(PrescriberForm::correcting(who)));
            }
        });
        back
    });
    let mail = cx.data.mail.as_ref().filter(|(of, _)| *of == who.id).map(|(_, mail)| mail);
    let Some(mail) = mail else {
        loading(ui);
        return back.inner;
    };
    let mut opened = None;
    scroll_rest(ui, "prescriber-mail", |ui| {
        panel(ui, |ui| {
            heading(ui, &tr!("desk-mail-received", n = mail.deliveries.len()));
            if mail.deliveries.is_empty() {
                muted(ui, &tr!("desk-mail-nothing"));
            }
            for delivery in &mail.deliveries {
                let open = tr!("desk-mail-open", name = delivery.participant_name.as_str());
                line(
                    ui,
                    140.0,
                    |ui| {
                        body(ui, &delivery.participant_name);
                        badge(ui, words::delivery_tone(delivery), &words::delivery(delivery));
                    },
                    |ui| {
                        if ui.add(Button::quiet(&tr!("desk-open")).accessible_name(&open)).clicked() {
                            opened = Some(Place::Writing(delivery.synthesis));
                        }
                    },
                );
            }
        });
        panel(ui, |ui| {
            heading(ui, &tr!("desk-notices-of", n = mail.notices.len()));
            if mail.notices.is_empty() {
                muted(ui, &tr!("desk-notices-none"));
            }
            for notice in &mail.notices {
                ui.push_id(notice.id.uuid(), |ui| letters::one(ui, cx, notice, Known::Prescriber));
            }
        });
        panel(ui, |ui| {
            heading(ui, &tr!("desk-mail-pending", n = mail.pending.len()));
            for referral in &mail.pending {
                let open = tr!("desk-mail-open", name = referral.participant_name.as_str());
                line(
                    ui,
                    340.0,
                    |ui| {
                        body(ui, &referral.participant_name);
                        let words = match referral.leaving {
                            Some(leaving) => words::leaving(leaving.due),
                            None => words::stage(referral.stage),
                        };
                        badge(ui, words::stage_tone(referral.stage), &words);
                        small(ui, &tr!("desk-mail-referred", day = short_date(referral.received)));
                    },
                    |ui| {
                        if ui.add(Button::quiet(&tr!("desk-open")).accessible_name(&open)).clicked() {
                            opened = Some(Place::File(referral.participant));
                        }
                        if cx.decides() {
                            leaving::cancel(ui, cx, referral.leaving, &referral.participant_name);
                        }
                    },
                );
            }
        });
    });
    if let Some(place) = opened {
        cx.go(place);
    }
    back.inner
}

/// Shows the server of the service, or what it is for.
pub(super) fn server(ui: &mut Ui, cx: &mut Cx<'_>) {
    let Some(known) = &cx.data.mail_server else { return loading(ui) };
    panel(ui, |ui| {
        let Some(server) = known else {
            let (head, words, action) = (tr!("desk-mail-none-set"), tr!("desk-mail-words"), tr!("desk-mail-set"));
            if empty_state(ui, Icon::Send, &head, &words, Some(&action)) {
                cx.ask(Ask::MailServer(MailForm::new(None)));
            }
            return;
        };
        heading(ui, &tr!("desk-mail-title"));
        let security = match server.security {
            Security::Tls => tr!("desk-mail-tls"),
            Security::StartTls => tr!("desk-mail-starttls"),
            Security::None => tr!("desk-mail-none"),
        };
        let from = tr!("desk-mail-from", name = server.sender_name.as_str(), address = server.sender.as_str());
        let names = [tr!("desk-mail-host"), tr!("desk-mail-port"), tr!("desk-mail-security"), tr!("desk-mail-sender")];
        let values = [server.host.clone(), server.port.to_string(), security, from];
        let rows: Vec<(&str, &str)> = names.iter().map(String::as_str).zip(values.iter().map(String::as_str)).collect();
        facts(ui, "mail", &rows);
        if ui.add(Button::secondary(&tr!("desk-mail-change")).icon(Icon::Pencil)).clicked() {
            cx.ask(Ask::MailServer(MailForm::new(Some(server))));
        }
    });
}
