//! What the fortnight does for seats: people told, dates offered, sheets signed.

use std::io::Write;

use super::super::DemoError;
use super::Fortnight;
use crate::app::planning::SessionView;
use crate::app::sheets::{SheetProof, Signer};
use crate::app::{AppError, Chance};
use crate::domain::activity::ActivityId;
use crate::domain::agenda::Holder;
use crate::domain::id::SessionId;
use crate::domain::session_life::OfferAnswer;
use crate::domain::telling::News;

/// A fortnightly workshop: its dates are open, people choose among them.
pub(super) const OFFERED: &str = "job-labo";

impl<W: Write> Fortnight<'_, W> {
    /// Records that everybody of a session was told, each as they like.
    pub(super) fn convene(&mut self, session: SessionId) -> Result<(), DemoError> {
        self.app.convene(self.counsellor, session)?;
        Ok(())
    }

    /// Reminds those who come the day after tomorrow or before.
    pub(super) fn remind(&mut self) -> Result<(), DemoError> {
        for one in self.app.people_to_tell(self.facilitator)? {
            if one.what == News::Reminder {
                let people = [(one.participant, one.channel)];
                self.app.record_told(self.facilitator, one.about, one.what, &people)?;
            }
        }
        Ok(())
    }

    /// Offers the open dates of a fortnightly workshop to those who wait for it: most were told, one has chosen.
    pub(super) fn offer_dates(&mut self) -> Result<(), DemoError> {
        let choices = self.app.offer_choices(self.counsellor, &ActivityId(OFFERED.to_owned()))?;
        let offered: Vec<_> = choices.into_iter().filter(|choice| !choice.sessions.is_empty()).take(5).collect();
        for (index, choice) in offered.iter().enumerate() {
            let sessions: Vec<SessionId> = choice.sessions.iter().map(|(id, _)| *id).collect();
            self.app.offer_sessions(self.counsellor, choice.person.step, &sessions)?;
            self.minutes_pass(2);
            if index + 1 < offered.len() {
                self.tell_of_offer(&sessions, choice.person.participant)?;
            }
        }
        let Some(first) = offered.first() else { return Ok(()) };
        let file = self.app.participant_file(self.counsellor, first.person.participant)?;
        let date = file.offers.first().and_then(|offer| offer.dates.first()).copied();
        let date = date.ok_or(DemoError::Script("date proposée"))?;
        self.app.answer_offer(self.facilitator, date.id, OfferAnswer::Taken)?;
        Ok(())
    }

    fn tell_of_offer(
        &mut self,
        sessions: &[SessionId],
        participant: crate::domain::id::ParticipantId,
    ) -> Result<(), DemoError> {
        let news = self.app.people_to_tell(self.facilitator)?;
        let about = |one: &Holder| matches!(one, Holder::Session(id) if sessions.contains(id));
        let one = news
            .into_iter()
            .find(|one| one.participant == participant && one.what == News::Offer && about(&one.about))
            .ok_or(DemoError::Script("dates à dire"))?;
        self.app.record_told(self.facilitator, one.about, one.what, &[(participant, one.channel)])?;
        Ok(())
    }

    /// Has the sheets of a session signed: one on the screen, one is still to come back, one on paper, and so on.
    pub(super) fn sign(&mut self, view: &SessionView, number: usize) -> Result<(), DemoError> {
        let life = self.app.session_life(self.facilitator, view.id)?;
        for sheet in &life.sheets {
            let part = (view.id, sheet.half);
            let proof = match number % 3 {
                0 => {
                    for (signer, ..) in &sheet.signers {
                        let signer = match signer {
                            Signer::Leader(_) => Signer::Leader(self.facilitator.staff()),
                            other => *other,
                        };
                        let strokes = drawn(&mut self.chance);
                        self.app.sign_on_pad(self.facilitator, part, signer, strokes)?;
                    }
                    SheetProof::Pad
                }
                1 => continue,
                _ => SheetProof::Paper { version: None, scan: None },
            };
            let recorded: Result<_, AppError> = self.app.record_signed_sheet(self.facilitator, part, &proof);
            recorded?;
        }
        Ok(())
    }
}

/// Two strokes that look like a hand: loops, then a line under them.
pub(super) fn drawn(chance: &mut Chance) -> Vec<Vec<(u16, u16)>> {
    let turns = 3 + chance.number() % 4;
    let height = 60 + chance.number() % 90;
    let loops = (0..=turns * 12).map(|n| {
        let turn = f64::from(n) * std::f64::consts::TAU / 12.0;
        let x = 200.0 + 600.0 * f64::from(n) / f64::from(turns * 12) + 40.0 * turn.sin();
        let y = 190.0 + f64::from(height) * turn.cos();
        (x.round() as u16, y.round() as u16)
    });
    let line = [(180, 320), (520, 300), (830, 330)];
    vec![loops.collect(), line.to_vec()]
}
