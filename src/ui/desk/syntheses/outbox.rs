//! Copies on their way: what leaves in a few minutes, what failed, whose password is to be told, who has not confirmed.

use eframe::egui::Ui;

use crate::app::delivery::DeliveryView;
use crate::domain::delivery::DeliveryState;
use crate::tr;
use crate::ui::desk::action::Deed;
use crate::ui::desk::cx::Cx;
use crate::ui::desk::guidance::Guidance;
use crate::ui::desk::layout::{line, panel};
use crate::ui::desk::words;
use crate::ui::widgets::{Button, ButtonStyle, badge, body, heading, small};

/// Width kept for the buttons of a line.
const BUTTONS: f32 = 420.0;

pub(super) fn show(ui: &mut Ui, cx: &mut Cx<'_>, outbox: &[DeliveryView]) {
    if outbox.is_empty() {
        return;
    }
    panel(ui, |ui| {
        heading(ui, &tr!("desk-outbox", n = outbox.len()));
        for delivery in outbox {
            ui.push_id(delivery.id.uuid(), |ui| one(ui, cx, delivery));
            ui.separator();
        }
    });
}

fn one(ui: &mut Ui, cx: &mut Cx<'_>, delivery: &DeliveryView) {
    let (to, name) = (delivery.prescriber.as_str(), delivery.participant_name.as_str());
    let mut deed = None;
    line(
        ui,
        BUTTONS,
        |ui| {
            body(ui, &tr!("desk-outbox-line", to = to, name = name));
            badge(ui, words::delivery_tone(delivery), &words::delivery(delivery));
            if let (true, Some(password)) = (delivery.is_sent(), &delivery.password) {
                small(ui, &tr!("desk-outbox-password", password = password.as_str()));
                let phone = delivery.phone.as_str();
                let words = if phone.is_empty() { tr!("desk-outbox-no-phone") } else { phone.to_owned() };
                small(ui, &words);
            }
        },
        |ui| {
            let mut offer = |ui: &mut Ui, words: String, wish: Guidance, style: ButtonStyle| {
                if ui.add_enabled(!cx.busy, Button::new(style, &words)).clicked() {
                    deed = Some(wish);
                }
            };
            match &delivery.state {
                DeliveryState::Waiting => {
                    offer(ui, tr!("desk-leaving-cancel"), Guidance::CallBack(delivery.id), ButtonStyle::Secondary);
                }
                DeliveryState::Failed { .. } => {
                    offer(ui, tr!("desk-outbox-retry"), Guidance::Retry(delivery.id), ButtonStyle::Primary);
                    offer(ui, tr!("desk-outbox-give-up"), Guidance::CallBack(delivery.id), ButtonStyle::Quiet);
                }
                DeliveryState::Sent { .. } => {
                    offer(ui, tr!("desk-outbox-received"), Guidance::Received(delivery.id), ButtonStyle::Secondary);
                    if delivery.told.is_none() {
                        offer(ui, tr!("desk-outbox-told"), Guidance::PasswordTold(delivery.id), ButtonStyle::Primary);
                    }
                }
                DeliveryState::Cancelled { .. } => {}
            }
        },
    );
    if let Some(deed) = deed {
        cx.act(Deed::Guide(deed));
    }
}
