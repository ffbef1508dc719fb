//! The post of the desk: every little while it collects the messages whose time has come and hands them to the server, on a
//! thread of its own. A server that does not answer never makes a screen wait.

use std::time::Duration;

use eframe::egui::Context;

use super::state::Desk;
use crate::app::post::Parcel;
use crate::domain::delivery::Trouble;
use crate::domain::id::DeliveryId;
use crate::ui::worker::Worker;

/// How often messages are collected.
const ROUND: Duration = Duration::from_secs(15);

/// What became of one message.
type Carried = (DeliveryId, Result<(), Trouble>);

#[derive(Default)]
pub struct Post {
    /// It starts with the first message.
    carrier: Option<Worker<(), Carried>>,
    collected: Option<f64>,
}

impl Post {
    /// Hands over what was collected, tells what became of it, and collects when it is time.
    pub fn turn(&mut self, ctx: &Context, now: f64, desk: &mut Desk) {
        for (delivery, result) in self.carrier.iter().flat_map(Worker::drain) {
            desk.posted(delivery, result);
        }
        for parcel in std::mem::take(&mut desk.parcels) {
            self.carry(ctx, parcel);
        }
        let round = ROUND.as_secs_f64();
        let is_idle = self.carrier.as_ref().is_none_or(|carrier| !carrier.is_busy());
        if is_idle && self.collected.is_none_or(|last| now - last >= round) {
            self.collected = Some(now);
            desk.collect();
        }
        ctx.request_repaint_after(ROUND);
    }

    fn carry(&mut self, ctx: &Context, parcel: Parcel) {
        let carrier = self.carrier.get_or_insert_with(|| {
            let wakes = ctx.clone();
            Worker::start((), Box::new(move || wakes.request_repaint()))
        });
        carrier.send(move |()| (parcel.delivery, parcel.send()));
    }
}
