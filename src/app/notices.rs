//! The tray of letters to prescribers: written by a use case, told by a person, who says how.

use std::path::PathBuf;

use super::documents::{notice_file, write_notice};
use super::names::Names;
use super::network::{PrescriberView, prescriber_view};
use super::settings::site_names_on;
use super::{App, AppError, Login};
use crate::domain::delivery::{Notice, NoticeState, NoticeSubject, NoticeWay};
use crate::domain::id::{NoticeId, ParticipantId, StepId};
use crate::domain::roadmap::RoadmapRefusal;
use crate::domain::stamp::Instant;
use crate::store::Base;

/// One letter and where it stands.
#[derive(Clone, Debug, PartialEq)]
pub struct NoticeView {
    pub id: NoticeId,
    pub prescriber: PrescriberView,
    pub participant: ParticipantId,
    pub participant_name: String,
    pub subject: NoticeSubject,
    pub at: Instant,
    /// Who wrote it; nobody known for a letter of an older program.
    pub by: Option<String>,
    pub state: NoticeState,
    /// Who said that the prescriber was told.
    pub told_by: Option<String>,
}

impl App {
    /// Returns the letters whose prescriber is still to be told, oldest first.
    pub fn notices_waiting(&self, login: Login) -> Result<Vec<NoticeView>, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        let names = Names::read(&base)?;
        self.notice_views(&base, &names, &base.notices_waiting()?)
    }

    pub(super) fn notice_views(
        &self,
        base: &Base<'_>,
        names: &Names,
        notices: &[Notice],
    ) -> Result<Vec<NoticeView>, AppError> {
        let sites = site_names_on(base, self.day())?;
        let view = |notice: &Notice| {
            let prescriber = base.prescriber(notice.prescriber)?.ok_or(AppError::NotFound)?;
            let told_by = match notice.state {
                NoticeState::Told { by, .. } => Some(names.staff(by)),
                NoticeState::Waiting | NoticeState::Withdrawn { .. } => None,
            };
            Ok(NoticeView {
                id: notice.id,
                prescriber: prescriber_view(&prescriber, &sites),
                participant: notice.participant,
                participant_name: names.participant(notice.participant),
                subject: notice.subject,
                at: notice.at,
                by: notice.by.map(|by| names.staff(by)),
                state: notice.state,
                told_by,
            })
        };
        notices.iter().map(view).collect()
    }

    /// Records that the prescriber was told what a letter says.
    ///
    /// # Errors
    /// Refuses a letter that was told or withdrawn.
    pub fn record_notice_told(&mut self, login: Login, notice: NoticeId, how: NoticeWay) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let found = tx.base().notice(notice)?.ok_or(AppError::NotFound)?;
            tx.set_notice_state(notice, found.state.tell(now, login.staff, how)?)?;
            Ok(tx.audit(&login.entry(now, "notice.told", notice))?)
        })
    }

    /// Takes back that the prescriber was told: the letter waits again.
    ///
    /// # Errors
    /// Refuses a letter that nobody was told of.
    pub fn undo_notice_told(&mut self, login: Login, notice: NoticeId) -> Result<(), AppError> {
        login.allow(&[])?;
        let now = self.now();
        self.store.write(|tx| {
            let found = tx.base().notice(notice)?.ok_or(AppError::NotFound)?;
            tx.set_notice_state(notice, found.state.take_back()?)?;
            Ok(tx.audit(&login.entry(now, "notice.undo_told", notice))?)
        })
    }

    /// Returns the file of a letter, written again when it is no longer there.
    pub fn notice_letter(&mut self, login: Login, notice: NoticeId) -> Result<PathBuf, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        let found = base.notice(notice)?.ok_or(AppError::NotFound)?;
        let file = self.documents.join(notice_file(notice));
        if file.exists() {
            return Ok(file);
        }
        write_notice(&base, (&self.documents, &self.palette), &found, found.by.unwrap_or(login.staff))
    }

    /// Returns the letters that the prescription of a step wrote: a focus on a sector has one, other steps none.
    pub fn letters_of_step(&mut self, login: Login, step: StepId) -> Result<Vec<PathBuf>, AppError> {
        login.allow(&[])?;
        let base = self.store.base();
        let roadmap = base.roadmap_of_step(step)?.ok_or(RoadmapRefusal::NoSuchStep)?;
        let notices = base.notices_of(roadmap.participant, roadmap.step(step)?.prescribed)?;
        Ok(notices.iter().map(|notice| self.documents.join(notice_file(notice.id))).collect())
    }
}
