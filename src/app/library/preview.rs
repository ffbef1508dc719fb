//! Trying a definition as a person would, on a base that lives as long as the window.

use std::path::Path;

use chrono::NaiveDate;

use super::{activity, candidate};
use crate::app::interview::NewInterview;
use crate::app::network::NewPrescriber;
use crate::app::people::NewParticipant;
use crate::app::setup::SetUp;
use crate::app::{App, AppError, Chance, Clock, Fault};
use crate::domain::activity::ActivityId;
use crate::domain::definition_check::Problem;
use crate::domain::interview::{InterviewNotes, ProjectState};
use crate::domain::library::{EditionState, Origin};
use crate::domain::person::PrescriberKind;
use crate::domain::roadmap::{Place, Prescription};
use crate::domain::visit::WarmUp;
use crate::store::{Decision, EditionRow, Store};
use crate::tr;

/// Why there is nothing to try.
#[derive(Debug, thiserror::Error)]
pub enum PreviewError {
    #[error("the definition has {} problems", .0.len())]
    Definition(Vec<Problem>),
    #[error(transparent)]
    App(#[from] AppError),
}

/// Any adult: nothing is computed from it.
const BIRTH: Option<NaiveDate> = NaiveDate::from_ymd_opt(1990, 1, 1);

impl App {
    /// Returns a program in memory where somebody fictitious has one thing to do, this definition, and their code.
    ///
    /// # Errors
    /// Returns every problem of a definition that has an error.
    pub fn preview(path: &Path, clock: Clock, chance: Chance) -> Result<(App, String), PreviewError> {
        let candidate = candidate::read(path).map_err(PreviewError::Definition)?;
        let mut store = Store::in_memory().map_err(AppError::from)?;
        let row = EditionRow {
            edition: candidate.assessment.edition.clone(),
            text: candidate.text,
            origin: Origin::Installed,
            source: path.display().to_string(),
            // Also a draft: the one who tries it is its author.
            decision: Decision { state: EditionState::Active, reason: String::new(), by: None, at: clock.now() },
        };
        store.write(|tx| tx.add_edition(&row, &candidate.files)).map_err(AppError::from)?;
        let (library, known) = super::kept(&store.base())?;
        let mut app = App::wire(store, library, known, clock, chance, std::env::temp_dir())?;
        let trial = activity(&candidate.assessment);
        // What the staff fills is no step of a person; its author sees its screens all the same.
        if !app.activities.iter().any(|known| known.id == trial.id) {
            app.activities.push(trial.clone());
        }
        let code = app.invite_nobody(&trial.id)?;
        Ok((app, code))
    }

    /// Brings somebody fictitious to the kiosk, by the same use cases as everybody.
    fn invite_nobody(&mut self, activity: &ActivityId) -> Result<String, AppError> {
        let name = tr!("preview-name");
        let login = self.set_up(&SetUp {
            counsellor_first_name: name.clone(),
            counsellor_last_name: name.clone(),
            staff_code: "0000".to_owned(),
            phone: String::new(),
        })?;
        let site = self.record_site(login, &name, "")?;
        let prescriber = NewPrescriber {
            first_name: name.clone(),
            last_name: name.clone(),
            kind: PrescriberKind::PathReferent,
            site,
            email: String::new(),
            phone: String::new(),
        };
        let prescriber = self.record_prescriber(login, &prescriber)?;
        let person = NewParticipant::named(&name, &name, BIRTH.ok_or(Fault::DefinitionGone)?);
        let person = self.record_participant(login, &person)?;
        let day = self.day();
        let referral = self.record_referral(login, person, prescriber, day, &name)?;
        let interview = NewInterview {
            day,
            minutes: 45,
            project: ProjectState::ToConfirm,
            notes: InterviewNotes { situation: name.clone(), ..InterviewNotes::default() },
        };
        self.record_interview(login, referral, &interview)?;
        let roadmap = self.participant_file(login, person)?.roadmap.ok_or(AppError::NotFound)?.id;
        let wish = Prescription { place: Place::OnSite, reason: name, despite_advice: None };
        self.prescribe(login, roadmap, activity, &wish)?;
        let code = self.make_code(login, person)?;
        let visit = self.store.base().visit_of(person, day)?.ok_or(AppError::NotFound)?;
        // Who tries a definition has come for its questions.
        self.store.write(|tx| Ok::<_, AppError>(tx.set_warm_up(visit.id, WarmUp::Skipped)?))?;
        Ok(code.grouped)
    }
}
