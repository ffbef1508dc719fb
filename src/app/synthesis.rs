//! The synthesis: written beside its evidence, explained, signed, delivered.

use chrono::NaiveDate;

use super::closing::{ClosingView, closing_view};
use super::delivery::{DeliveryView, Leaving, delivery_view};
use super::documents::reference;
use super::guidance::StepView;
use super::names::Names;
use super::network::{PrescriberView, prescriber_view};
use super::own_page::{AtKiosk, at_kiosk};
use super::people::{AppointmentView, ObservationView, Stage, referral_view, stage_of};
use super::restitution::VersionView;
use super::results::{AgreementView, PersonResults, ResultView};
use super::sectors::SectorsView;
use super::settings::site_names_on;
use super::suggestions::{SuggestionView, edited, suggestions};
use super::{App, AppError, Login};
use crate::domain::appointment::{Appointment, AppointmentKind, AppointmentState};
use crate::domain::delivery::{Delivery, DeliveryState};
use crate::domain::id::{ParticipantId, ReferralId, StaffId, SynthesisId};
use crate::domain::interview::InterviewNotes;
use crate::domain::person::{ConsentSubject, Role, agrees};
use crate::domain::roadmap::{Roadmap, RoadmapRefusal};
use crate::domain::stamp::Instant;
use crate::domain::suggestion::{Decided, Decision};
use crate::domain::synthesis::{
    Lead, Paragraph, Resemblance, Said, Signing, Support, Synthesis, SynthesisRefusal, SynthesisState, SynthesisText,
    may_begin,
};
use crate::i18n::long_date;
use crate::report::layout;
use crate::store::{Base, PersonPath};
use crate::tr;

/// What the participant's file says of a synthesis.
#[derive(Clone, Debug, PartialEq)]
pub struct SynthesisSummary {
    pub id: SynthesisId,
    pub state: SynthesisState,
    pub deliveries: Vec<DeliveryView>,
    pub at_kiosk: AtKiosk,
}

/// The writing desk: evidence on one side, text on the other.
#[derive(Clone, Debug, PartialEq)]
pub struct SynthesisDesk {
    pub id: SynthesisId,
    pub participant: ParticipantId,
    pub participant_name: String,
    pub referral: ReferralId,
    pub question: String,
    /// Who wrote the referral.
    pub prescriber: PrescriberView,
    /// Every prescriber of the referral, who wrote it first.
    pub recipients: Vec<PrescriberView>,
    /// From 1; one more for each correction of a signed text.
    pub version: u32,
    pub text: SynthesisText,
    pub state: SynthesisState,
    /// Whose name the papers bear: of a draft, the counsellor who reads it.
    pub writer: StaffId,
    /// What the person answered to "est-ce que cela vous ressemble ?".
    pub resemblances: Vec<(Paragraph, Resemblance)>,
    pub suggestions: Vec<SuggestionView>,
    /// What a lead may rest on, in words.
    pub supports: Vec<SupportView>,
    /// The versions that were signed, oldest first.
    pub versions: Vec<VersionView>,
    pub steps: Vec<StepView>,
    /// The path was closed before its term: the synthesis is partial.
    pub closing: Option<ClosingView>,
    pub results: Vec<ResultView>,
    pub sectors: Option<SectorsView>,
    pub agreements: Vec<AgreementView>,
    pub observations: Vec<ObservationView>,
    pub restitution: Option<AppointmentView>,
    /// The person's page at the kiosks.
    pub at_kiosk: AtKiosk,
    /// The person agreed that the synthesis goes to the prescriber.
    pub may_send: bool,
    /// Of every version, oldest first.
    pub deliveries: Vec<DeliveryView>,
}

/// Something that was found of the person.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct SupportView {
    pub support: Support,
    /// A few words to tick.
    pub title: String,
    pub words: String,
}

impl SynthesisDesk {
    /// Returns what a lead rests on, in words: what was ticked, then what was written.
    pub fn grounds(&self, lead: &Lead) -> Vec<String> {
        let found = |support: &Support| self.supports.iter().find(|view| view.support == *support);
        let ticked = lead.supports.iter().filter_map(found).map(|view| view.words.clone());
        let written = lead.evidence.lines().map(str::trim).filter(|line| !line.is_empty()).map(str::to_owned);
        ticked.chain(written).collect()
    }

    /// Returns the paragraphs that the person is asked about, with their titles, in the order of the paper.
    pub fn paragraphs(&self) -> Vec<(Paragraph, String)> {
        let results = self.results.iter().filter(|result| !result.is_private);
        let mut all: Vec<(Paragraph, String)> =
            results.map(|result| (Paragraph::Result(result.sitting), result.title.clone())).collect();
        all.push((Paragraph::Reading, tr!("document-counsellor-reading")));
        all.extend(self.text.strengths.iter().enumerate().map(|(n, words)| (Paragraph::Strength(n), words.clone())));
        all.extend(self.text.leads.iter().enumerate().map(|(n, lead)| (Paragraph::Lead(n), lead.title.clone())));
        all
    }

    pub fn is_signed(&self) -> bool {
        matches!(self.state, SynthesisState::Signed { .. })
    }

    pub fn resemblance(&self, paragraph: Paragraph) -> Option<Resemblance> {
        self.resemblances.iter().find(|(of, _)| *of == paragraph).map(|(_, answer)| *answer)
    }

    /// Returns the deliveries of the present version that were not called back.
    pub fn current_deliveries(&self) -> impl Iterator<Item = &DeliveryView> {
        let stands = |delivery: &&DeliveryView| {
            delivery.version == self.version && !matches!(delivery.state, DeliveryState::Cancelled { .. })
        };
        self.deliveries.iter().filter(stands)
    }

    /// Returns the copy that leaves next among those that can be called back.
    pub fn leaving(&self) -> Option<Leaving> {
        let waiting = self.current_deliveries().filter(|delivery| delivery.state == DeliveryState::Waiting);
        waiting.map(|delivery| Leaving { delivery: delivery.id, due: delivery.due }).min_by_key(|leaving| leaving.due)
    }

    /// Returns whether a message did not leave.
    pub fn has_failed(&self) -> bool {
        self.current_deliveries().any(|delivery| matches!(delivery.state, DeliveryState::Failed { .. }))
    }

    /// Returns whether a copy left, or is about to, for each prescriber.
    pub fn waits_for_nobody(&self) -> bool {
        let has_one = |who: &PrescriberView| self.current_deliveries().any(|delivery| delivery.prescriber_id == who.id);
        self.recipients.iter().all(has_one)
    }

    pub(super) fn own_text(&self) -> OwnText<'_> {
        let Self { id, participant, version, text, state, writer, .. } = self;
        OwnText { id: *id, participant: *participant, version: *version, text, state, writer: *writer }
    }

    /// Names the files of this version, without any person's name.
    pub(super) fn copy_name(&self) -> String {
        format!("synthese-{}-v{}", reference(self.id), self.version)
    }
}

/// What a person's page is made of.
pub(super) struct OwnText<'a> {
    pub id: SynthesisId,
    pub participant: ParticipantId,
    pub version: u32,
    pub text: &'a SynthesisText,
    pub state: &'a SynthesisState,
    pub writer: StaffId,
}

/// Returns who wrote a text, or the only counsellor while it is a draft.
pub(super) fn author(base: &Base<'_>, state: &SynthesisState) -> Result<StaffId, AppError> {
    match *state {
        SynthesisState::Written { by, .. } | SynthesisState::Signed { written_by: by, .. } => Ok(by),
        SynthesisState::Draft => {
            let counsellor = base.staff()?.into_iter().find(|member| member.role == Role::Counsellor);
            Ok(counsellor.ok_or(AppError::NotFound)?.id)
        }
    }
}

/// A synthesis that waits for something.
#[derive(Clone, Debug, PartialEq)]
pub struct SynthesisRow {
    pub referral: ReferralId,
    pub participant: ParticipantId,
    pub participant_name: String,
    pub prescriber: String,
    pub synthesis: Option<SynthesisId>,
    pub stage: Stage,
    /// The next message that leaves.
    pub leaving: Option<Leaving>,
    pub restitution: Option<NaiveDate>,
    /// The day of what made it wait: the last step, the text, the signature.
    pub since: NaiveDate,
}

impl App {
    /// Returns every path that is finished and not delivered yet, with what it waits for.
    pub fn syntheses(&self, login: Login) -> Result<Vec<SynthesisRow>, AppError> {
        login.allow(&[Role::Manager, Role::Facilitator])?;
        let base = self.store.base();
        Ok(synthesis_rows(&base.paths()?, &base.open_deliveries()?))
    }

    /// Begins the synthesis of a person's path on hand: see [`App::begin_synthesis_of`].
    ///
    /// # Errors
    /// As [`App::begin_synthesis_of`].
    pub fn begin_synthesis(&mut self, login: Login, participant: ParticipantId) -> Result<SynthesisId, AppError> {
        login.allow(&[])?;
        let referral = self.store.base().referral_on_hand(participant)?.ok_or(AppError::NotFound)?;
        self.begin_synthesis_of(login, referral.id)
    }

    /// Begins the synthesis of the finished roadmap of a referral, or returns the one begun.
    ///
    /// # Errors
    /// Refuses while a step is open.
    pub fn begin_synthesis_of(&mut self, login: Login, referral: ReferralId) -> Result<SynthesisId, AppError> {
        login.allow(&[])?;
        let now = self.now();
        let id = SynthesisId::new(self.chance.uuid(now));
        self.store.write(|tx| {
            let base = tx.base();
            let roadmap = base.roadmap_of_referral(referral)?.ok_or(RoadmapRefusal::NoInterview)?;
            if let Some(synthesis) = base.synthesis_of(roadmap.id)? {
                return Ok(synthesis.id);
            }
            may_begin(roadmap.status())?;
            tx.add_synthesis(id, roadmap.id)?;
            tx.audit(&login.entry(now, "synthesis.begin", id))?;
            Ok(id)
        })
    }

    /// Returns the writing desk: evidence and text.
    pub fn synthesis_desk(&self, login: Login, synthesis: SynthesisId) -> Result<SynthesisDesk, AppError> {
        login.allow(&[Role::Manager])?;
        let base = self.store.base();
        let synthesis = base.synthesis(synthesis)?.ok_or(AppError::NotFound)?;
        let roadmap = base.roadmap(synthesis.roadmap)?.ok_or(AppError::NotFound)?;
        let referral = base.referral(roadmap.referral)?.ok_or(AppError::NotFound)?;
        let names = Names::read(&base)?;
        let referral_view = referral_view(&base, &referral, self.day())?;
        let summary = summary(&base, &names, &synthesis, self.now())?;
        let participant = roadmap.participant;
        let found = self.results_of(&base, login, participant)?;
        let suggestions = suggestions(&base, &names, synthesis.id, &found)?;
        let PersonResults { results, sectors, agreements } = found;
        let observations = self.observations_of(&base, &names, participant)?;
        let is_mine = synthesis.state == SynthesisState::Draft && login.role() == Role::Counsellor;
        let writer = if is_mine { login.staff } else { author(&base, &synthesis.state)? };
        let notes = base.interview(referral.id)?.map(|interview| interview.notes).unwrap_or_default();
        Ok(SynthesisDesk {
            id: synthesis.id,
            participant,
            participant_name: names.participant(participant),
            referral: referral.id,
            question: referral_view.question,
            prescriber: referral_view.prescriber,
            recipients: recipients(&base, referral.id, self.day())?,
            version: synthesis.version,
            writer,
            text: synthesis.text,
            state: synthesis.state,
            resemblances: base.resemblances(synthesis.id)?,
            suggestions,
            supports: supports(&results, &observations, &notes),
            versions: versions(&base, &names, synthesis.id)?,
            steps: self.roadmap_view(&base, &names, &roadmap)?.steps,
            closing: closing_view(&base, &names, referral.id)?,
            results,
            sectors,
            agreements,
            observations,
            restitution: restitution(&base, &roadmap)?
                .map(|appointment| names.appointment(&base, &appointment))
                .transpose()?,
            may_send: agrees(&base.consents(participant)?, &ConsentSubject::SendSynthesis),
            deliveries: summary.deliveries,
            at_kiosk: summary.at_kiosk,
        })
    }

    /// Saves the draft's text.
    ///
    /// # Errors
    /// Refuses once the text is declared finished.
    pub fn save_synthesis(
        &mut self,
        login: Login,
        synthesis: SynthesisId,
        text: &SynthesisText,
    ) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let found = tx.base().synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            if found.state != SynthesisState::Draft {
                return Err(SynthesisRefusal::AlreadyWritten.into());
            }
            tx.save_text(synthesis, text)?;
            Ok(tx.audit(&login.entry(now, "synthesis.save", synthesis))?)
        })
    }

    /// Declares the text finished. A suggestion that was taken and whose words changed since is recorded as edited.
    ///
    /// # Errors
    /// Refuses what the text lacks, a roadmap that has an open step again, and a person's page longer than one sheet.
    pub fn write_synthesis(&mut self, login: Login, synthesis: SynthesisId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        let desk = self.synthesis_desk(login, synthesis)?;
        let sheets = layout(&self.person_page(&desk)?, &self.palette).pages.len();
        let edited = edited(&desk.suggestions, &desk.text);
        self.store.write(|tx| {
            let base = tx.base();
            let found = base.synthesis(synthesis)?.ok_or(AppError::NotFound)?;
            let roadmap = base.roadmap(found.roadmap)?.ok_or(AppError::NotFound)?;
            may_begin(roadmap.status())?;
            let state = found.write(login.staff, now)?;
            if sheets > 1 {
                return Err(SynthesisRefusal::PersonPageTooLong.into());
            }
            tx.set_synthesis_state(synthesis, &state)?;
            for key in &edited {
                let (key, decision) = (key.clone(), Decision::Edited);
                tx.put_suggestion(synthesis, &Decided { key, decision, by: login.staff, at: now })?;
            }
            Ok(tx.audit(&login.entry(now, "synthesis.write", synthesis))?)
        })
    }
}

/// Returns what a lead may rest on: results, observations, what the person said. Health stays with the counsellor.
fn supports(results: &[ResultView], observations: &[ObservationView], notes: &InterviewNotes) -> Vec<SupportView> {
    let result = |view: &ResultView| SupportView {
        support: Support::Result(view.sitting),
        title: view.title.clone(),
        words: tr!("document-support-result", title = view.title.as_str(), day = long_date(view.finished.day())),
    };
    let view = |support: Support, title: String, text: &str| {
        let words = tr!("document-support-words", title = title.as_str(), text = text);
        SupportView { support, title, words }
    };
    let seen = |seen: &ObservationView| {
        let title = tr!("document-support-seen", by = seen.by.as_str(), day = long_date(seen.at.day()));
        view(Support::Observation(seen.id), title, &seen.text)
    };
    let said = [
        (Said::Project, tr!("document-support-project"), &notes.project),
        (Said::Needs, tr!("document-support-needs"), &notes.needs),
        (Said::Supports, tr!("document-support-supports"), &notes.supports),
    ];
    let mut all: Vec<SupportView> = results.iter().filter(|view| !view.is_private).map(result).collect();
    all.extend(observations.iter().map(seen));
    let written = said.into_iter().filter(|(.., text)| !text.trim().is_empty());
    all.extend(written.map(|(said, title, text)| view(Support::Said(said), title, text)));
    all
}

/// Returns the paths that are finished, by what they wait for, who waits longest first.
pub(super) fn synthesis_rows(paths: &[PersonPath], open: &[Delivery]) -> Vec<SynthesisRow> {
    let row = |path: &PersonPath| {
        let stage = stage_of(&path.standing);
        let since = match stage {
            Stage::ToSynthesise => path.finished,
            Stage::ToRestitute => path.written,
            Stage::ToDeliver | Stage::Leaving | Stage::Delivered => path.signed,
            Stage::Recorded | Stage::Referred | Stage::Interviewed | Stage::Underway { .. } | Stage::Closed => {
                return None;
            }
        };
        Some(SynthesisRow {
            referral: path.referral,
            participant: path.participant,
            participant_name: path.name.clone(),
            prescriber: path.prescriber.clone(),
            synthesis: path.synthesis,
            stage,
            leaving: open.iter().filter(|one| Some(one.synthesis) == path.synthesis).find_map(Leaving::of),
            restitution: path.restitution,
            since: since.unwrap_or(path.received),
        })
    };
    let mut rows: Vec<SynthesisRow> = paths.iter().filter_map(row).collect();
    rows.sort_by(|a, b| (a.stage, a.since, &a.participant_name).cmp(&(b.stage, b.since, &b.participant_name)));
    rows
}

/// Returns the prescribers of a referral, who wrote it first.
pub(super) fn recipients(
    base: &Base<'_>,
    referral: ReferralId,
    today: NaiveDate,
) -> Result<Vec<PrescriberView>, AppError> {
    let sites = site_names_on(base, today)?;
    let found = base.prescribers_of(referral)?.into_iter().map(|id| base.prescriber(id)?.ok_or(AppError::NotFound));
    found.map(|prescriber| Ok(prescriber_view(&prescriber?, &sites))).collect()
}

fn versions(base: &Base<'_>, names: &Names, synthesis: SynthesisId) -> Result<Vec<VersionView>, AppError> {
    let copies = base.signed_copies(synthesis)?.into_iter();
    Ok(copies
        .map(|copy| VersionView {
            version: copy.version,
            at: copy.at,
            by: names.staff(copy.by),
            on_screen: matches!(copy.proof.signing, Signing::Pad { .. }),
            identity: copy.proof.identity,
            station: copy.proof.station,
            shown: copy.proof.shown,
            sha256: copy.pdf.sha256,
            replaced: copy.replaced.map(|(at, by, reason)| (at, names.staff(by), reason)),
        })
        .collect())
}

/// Returns the latest restitution of a path that is not cancelled: one before its interview was of another path.
pub(super) fn restitution(base: &Base<'_>, roadmap: &Roadmap) -> Result<Option<Appointment>, AppError> {
    let begun = base.interview(roadmap.referral)?.map(|interview| interview.day);
    let appointments = base.appointments_of(roadmap.participant)?;
    Ok(appointments.into_iter().rev().find(|appointment| {
        appointment.kind == AppointmentKind::Restitution
            && begun.is_none_or(|begun| appointment.slot.day >= begun)
            && !matches!(appointment.state, AppointmentState::Cancelled { .. })
    }))
}

pub(super) fn summary(
    base: &Base<'_>,
    names: &Names,
    synthesis: &Synthesis,
    now: Instant,
) -> Result<SynthesisSummary, AppError> {
    let deliveries = base.deliveries(synthesis.id)?;
    let views = deliveries.iter().map(|delivery| delivery_view(base, names, delivery));
    Ok(SynthesisSummary {
        id: synthesis.id,
        state: synthesis.state.clone(),
        deliveries: views.collect::<Result<_, _>>()?,
        at_kiosk: at_kiosk(base, synthesis, now)?,
    })
}
