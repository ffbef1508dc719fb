//! The end of a path: the text, the restitution, the signatures, the copies.

use std::io::Write;

use super::seats::drawn;
use super::{Fortnight, at};
use crate::app::people::Stage;
use crate::app::suggestions::{Suggested, SuggestionView};
use crate::app::synthesis::SynthesisDesk;
use crate::cli::demo::DemoError;
use crate::cli::demo::cast::Story;
use crate::domain::appointment::AppointmentKind;
use crate::domain::delivery::Way;
use crate::domain::id::{ParticipantId, SynthesisId};
use crate::domain::person::{ConsentDecision, ConsentSubject};
use crate::domain::signature::Signature;
use crate::domain::stamp::days_after;
use crate::domain::synthesis::{
    IdentityCheck, Lead, Paragraph, Proof, Recommendation, Resemblance, Signing, SynthesisText,
};
use crate::tr;

impl<W: Write> Fortnight<'_, W> {
    /// Writes, explains, signs and delivers what is ready. The last two days leave work on the desk.
    pub(super) fn syntheses(&mut self, index: usize) -> Result<(), DemoError> {
        let last = self.days.len() - 1;
        self.advance_to(at(self.app.day(), 14, 0));
        let rows = self.app.syntheses(self.counsellor)?;
        for row in rows {
            match row.stage {
                Stage::ToSynthesise if self.is_written_by(index, row.participant) => self.write(row.participant)?,
                Stage::ToRestitute => {
                    let id = row.synthesis.ok_or(DemoError::Script("synthèse"))?;
                    self.restitute(row.participant, id)?;
                }
                // Short fortnights deliver on the last day too: some paths must go all the way.
                Stage::ToDeliver if index < last || self.tally.deliveries < 8 => {
                    let id = row.synthesis.ok_or(DemoError::Script("synthèse"))?;
                    for to in self.app.synthesis_desk(self.counsellor, id)?.recipients {
                        self.app.deliver_synthesis(self.counsellor, id, to.id, Way::Paper)?;
                    }
                    self.tally.deliveries += 1;
                }
                _ => {}
            }
        }
        Ok(())
    }

    /// Most syntheses are written at once, one on the last day, and one waits for the person who opens the desk.
    fn is_written_by(&self, index: usize, participant: ParticipantId) -> bool {
        let last = self.days.len() - 1;
        let story =
            self.people.iter().filter(|(_, role)| role.story == Story::Idea).position(|(id, _)| *id == participant);
        match story {
            Some(0) => false,
            Some(1) => index == last,
            _ => index + 2 <= last,
        }
    }

    fn write(&mut self, participant: ParticipantId) -> Result<(), DemoError> {
        let id = self.app.begin_synthesis(self.counsellor, participant)?;
        let desk = self.app.synthesis_desk(self.counsellor, id)?;
        let text = text(&desk.suggestions);
        for view in desk.suggestions.iter().take(4) {
            self.app.take_suggestion(self.counsellor, id, &view.key, &text)?;
        }
        if let Some(view) = desk.suggestions.get(4) {
            self.app.dismiss_suggestion(self.counsellor, id, &view.key)?;
        }
        self.app.save_synthesis(self.counsellor, id, &text)?;
        self.minutes_pass(8);
        self.app.write_synthesis(self.counsellor, id)?;
        self.tally.syntheses += 1;
        let minutes = 60 + 15 * (self.chance.number() % 5);
        let slots = self.app.free_slots(self.counsellor, participant, AppointmentKind::Restitution, minutes)?;
        let tomorrow = days_after(self.app.day(), 1);
        if let Some(slot) = slots.into_iter().find(|slot| slot.day >= tomorrow) {
            self.app.book_appointment(self.counsellor, participant, AppointmentKind::Restitution, slot)?;
            self.tally.restitutions.push(minutes);
        }
        Ok(())
    }

    /// Keeps the restitution when its time has come, then both sign.
    fn restitute(&mut self, participant: ParticipantId, synthesis: SynthesisId) -> Result<(), DemoError> {
        let desk = self.app.synthesis_desk(self.counsellor, synthesis)?;
        let Some(appointment) =
            desk.restitution.as_ref().filter(|appointment| appointment.slot.starts_at() <= self.app.now().local())
        else {
            return Ok(());
        };
        self.app.keep_appointment(self.counsellor, appointment.id)?;
        self.app.record_consent(
            self.counsellor,
            participant,
            ConsentSubject::SendSynthesis,
            ConsentDecision::Agreed,
        )?;
        for (paragraph, answer) in answers(&desk) {
            self.app.record_resemblance(self.counsellor, synthesis, paragraph, answer)?;
        }
        let shown = self.app.to_sign(self.counsellor, synthesis)?.fingerprint;
        let mut sign = || Signature::new(drawn(&mut self.chance)).map_err(|_| DemoError::Script("signature"));
        let (person, counsellor) = (sign()?, sign()?);
        let proof = Proof {
            identity: IdentityCheck::Known,
            shown,
            station: tr!("demo-station"),
            signing: Signing::Pad { person, counsellor },
        };
        self.app.sign_synthesis(self.counsellor, synthesis, &proof, None)?;
        Ok(())
    }
}

/// What the robots answer about each paragraph: most say yes.
fn answers(desk: &SynthesisDesk) -> Vec<(Paragraph, Resemblance)> {
    let answer = |index: usize, paragraph: Paragraph| match paragraph {
        Paragraph::Result(_) if index % 3 == 2 => Resemblance::Partly,
        _ => Resemblance::Yes,
    };
    let paragraphs = desk.paragraphs().into_iter().enumerate();
    paragraphs.map(|(index, (paragraph, _))| (paragraph, answer(index, paragraph))).collect()
}

/// The robot counsellor takes the first suggestions as they are, and completes them with what it would say to anybody.
fn text(suggestions: &[SuggestionView]) -> SynthesisText {
    let plain = suggestions.iter().filter_map(|view| match &view.suggested {
        Suggested::Words { plain, .. } => Some(plain.clone()),
        Suggested::Lead { .. } => None,
    });
    let ground = |index: usize| suggestions.get(index).map(|view| view.ground.clone()).unwrap_or_default();
    let mut strengths: Vec<String> = plain.filter(|text| text.chars().count() <= 90).take(2).collect();
    strengths.push(tr!("demo-strength"));
    let lead = |view: &SuggestionView| match &view.suggested {
        Suggested::Lead { title, why, evidence } => Some(Lead {
            title: title.clone(),
            why: tr!("demo-lead-why", job = why.split(", ").next().unwrap_or_default()),
            supports: Vec::new(),
            evidence: evidence.clone(),
            to_check: tr!("demo-lead-to-check"),
        }),
        Suggested::Words { .. } => None,
    };
    let mut leads: Vec<Lead> =
        suggestions.iter().filter_map(lead).filter(|lead| !lead.evidence.is_empty()).take(1).collect();
    leads.push(Lead {
        title: tr!("demo-lead-two"),
        evidence: tr!("demo-evidence-two", second = ground(0)),
        ..Lead::default()
    });
    let advice = |action: String, who: String, when: String| Recommendation { action, who, when };
    SynthesisText {
        reading: tr!("demo-reading"),
        person_says: tr!("demo-person-says"),
        strengths,
        leads,
        recommendations: vec![
            advice(tr!("demo-recommendation-one"), tr!("demo-who-one"), tr!("demo-when-one")),
            advice(tr!("demo-recommendation-two"), tr!("demo-who-two"), tr!("demo-when-two")),
        ],
    }
}
