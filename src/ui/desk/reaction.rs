//! What follows a thing done: the words of the toast, the dialog that closes, the place that opens.

use std::path::PathBuf;

use super::action::{Deed, Load, Place};
use super::ask::Ask;
use super::ask::tell::TellForm;
use super::guidance::{self, Guidance};
use super::requests::Done;
use super::setup::SetUpForm;
use super::state::Desk;
use crate::app::library::Installation;
use crate::domain::id::StepId;
use crate::domain::person::ConsentSubject;
use crate::tr;
use crate::ui::widgets::Tone;

pub(super) fn after(desk: &mut Desk, deed: &Deed, done: Done) {
    // The agreement to health data is asked in the middle of choosing a grid: the choice goes on.
    let goes_on = matches!(deed, Deed::RecordConsent { subject: ConsentSubject::HealthData, .. })
        && matches!(desk.ask.as_deref(), Some(Ask::Grid(_)));
    let stays = matches!(
        deed,
        Deed::SaveSynthesis(..)
            | Deed::Prescribe { .. }
            | Deed::TakeAttendance { .. }
            | Deed::FillGroup { .. }
            | Deed::Install(_)
            | Deed::SetHalfDays(..)
            | Deed::Guide(
                Guidance::AddPrescriber(..)
                    | Guidance::RemovePrescriber(..)
                    | Guidance::BeginInterview(_)
                    | Guidance::SaveInterview(..)
            )
    );
    // An interview ends on the composer, with what was ticked, once it is signed when both wish to sign.
    let next = match (deed, &mut desk.interview) {
        (Deed::RecordInterview { .. }, Some(form)) if !form.signs_next() => Some((form.participant(), form.ticked())),
        (Deed::Guide(Guidance::SignInterview(..)), Some(form)) if !form.ticked().is_empty() => {
            Some((form.participant(), form.ticked()))
        }
        _ => None,
    };
    if !goes_on && !stays {
        desk.ask = desk.behind.take();
    }
    if let (true, Deed::RecordConsent { participant, .. }) = (goes_on, deed) {
        desk.look(Load::Grids(*participant));
    }
    if matches!(deed, Deed::Arrive(_) | Deed::ArriveNew(_)) {
        desk.arrival.clear();
    }
    if matches!(deed, Deed::SetDated { .. }) {
        desk.look(Load::Settings);
    }
    if matches!(deed, Deed::UndoImport(_)) {
        desk.import.undone();
    }
    desk.composer.done(deed);
    if let Some((participant, ticked)) = next {
        desk.composer.propose(participant, ticked);
        desk.go(Place::Composer(participant));
    }
    desk.writing.done(deed);
    desk.restitution.done(deed);
    desk.workshops.proposal.done(deed);
    desk.workshops.settings.done(deed);
    desk.workshops.signing.done(deed);
    match done {
        Done::LoggedIn(login) => {
            desk.set_up = SetUpForm::default();
            desk.enter(login);
        }
        Done::Participant(id) => desk.go(Place::File(id)),
        Done::Imported(done) => desk.import.imported(done),
        Done::Code(code) => {
            desk.ask = Some(Box::new(Ask::Code(code)));
            desk.ask_is_fresh = true;
        }
        Done::Session(id) => desk.go(Place::Session(id)),
        Done::Grid(id) => desk.go(Place::Grid(id)),
        Done::Filled(grid) if grid.finished => {
            desk.toasts.push(Tone::Success, tr!("desk-done-grid"));
            desk.go(desk.grid.back());
        }
        Done::Filled(_) => {}
        Done::Group(grids) => {
            desk.group.receive(&grids);
            desk.data.group = Some(*grids);
        }
        Done::Prescriber(id) => {
            if let Some(Ask::Referral(form)) = desk.ask.as_deref_mut() {
                form.choose(id);
            }
        }
        Done::Synthesis(id) => desk.go(Place::Writing(id)),
        Done::Staff(_) => {
            desk.look(Load::Staff);
        }
        Done::Dates(added) => desk.toasts.push(Tone::Success, tr!("desk-done-dates", added = added)),
        Done::Prescribed(step, letters) => prescribed(desk, step, letters),
        Done::Files(files) => {
            desk.ask = Some(Box::new(Ask::Files(files)));
            desk.ask_is_fresh = true;
        }
        Done::Installed(installation) => installed(desk, installation),
        Done::ToTell(one) => {
            desk.ask = Some(Box::new(Ask::Tell(TellForm::of(&one))));
            desk.ask_is_fresh = true;
        }
        Done::Plainly => {}
    }
    if let Some(words) = words_of(deed) {
        match undo(deed) {
            Some(undo) => desk.toasts.push_undoable(Tone::Success, words, (undo, tr!("desk-take-back"))),
            None => desk.toasts.push(Tone::Success, words),
        }
    }
}

/// Returns what takes a thing back that was just done.
fn undo(deed: &Deed) -> Option<Deed> {
    match deed {
        Deed::KeepAppointment(id) => Some(Deed::RestoreAppointment(*id)),
        Deed::Arrive(id) => Some(Deed::Guide(Guidance::UndoArrival(*id))),
        _ => None,
    }
}

/// Several steps are prescribed one after the other: they are taken back together, and their letters are shown together.
fn prescribed(desk: &mut Desk, step: StepId, letters: Vec<PathBuf>) {
    let before = desk.toasts.take_undo(|undo| matches!(undo, Deed::Guide(Guidance::UndoPrescriptions(_))));
    let mut steps = match before {
        Some(Deed::Guide(Guidance::UndoPrescriptions(steps))) => steps,
        _ => Vec::new(),
    };
    steps.push(step);
    let words = tr!("desk-done-prescribed", n = steps.len());
    let undo = Deed::Guide(Guidance::UndoPrescriptions(steps));
    desk.toasts.push_undoable(Tone::Success, words, (undo, tr!("desk-take-back")));
    if letters.is_empty() {
        return;
    }
    if let Some(Ask::Files(files)) = desk.ask.as_deref_mut() {
        files.extend(letters);
        return;
    }
    desk.ask = Some(Box::new(Ask::Files(letters)));
    desk.ask_is_fresh = true;
}

/// Opens what was installed, or tells in the dialog what stands against it.
fn installed(desk: &mut Desk, installation: Installation) {
    let Installation { edition, problems } = installation;
    match (edition, desk.ask.as_deref_mut()) {
        (Some(edition), _) => {
            desk.ask = None;
            desk.look(Load::Questions(edition.clone()));
            desk.library.open(edition, problems);
            desk.toasts.push(Tone::Success, tr!("desk-done-installed"));
        }
        (None, Some(Ask::Install(form))) => form.problems = problems,
        (None, _) => {}
    }
}

fn words_of(deed: &Deed) -> Option<String> {
    Some(match deed {
        Deed::SetUp(_) => tr!("desk-done-set-up"),
        Deed::AddStaff { .. } => tr!("desk-done-staff"),
        Deed::RecordSite { .. } => tr!("desk-done-site"),
        Deed::RecordPrescriber(_) => tr!("desk-done-prescriber"),
        Deed::RecordParticipant(_) => tr!("desk-done-participant"),
        Deed::UpdateParticipant(..) => tr!("desk-done-update"),
        Deed::TellApart(..) => tr!("desk-done-told-apart"),
        Deed::MergeParticipants { .. } => tr!("desk-done-files-merged"),
        Deed::UndoImport(_) => tr!("desk-done-import-undone"),
        Deed::UndoMerge(_) => tr!("desk-done-merge-undone"),
        Deed::RecordProof(..) => tr!("desk-done-proof"),
        Deed::RemoveProof(_) => tr!("desk-done-proof-removed"),
        Deed::SaveColumnMap { .. } => tr!("desk-done-map"),
        Deed::RecordReferral { .. } => tr!("desk-done-referral"),
        Deed::RecordInterview { .. } => tr!("desk-done-interview"),
        Deed::DropStep { .. } => tr!("desk-done-dropped"),
        Deed::CompleteStep(_) => tr!("desk-done-step"),
        Deed::ReleaseStation(_) => tr!("desk-done-released"),
        Deed::PauseSitting(_) => tr!("desk-done-paused"),
        Deed::ResumeSitting(_) => tr!("desk-done-resumed"),
        Deed::TakeOut { .. } => tr!("desk-done-taken-out"),
        Deed::RecordConsent { .. } => tr!("desk-done-consent"),
        Deed::RecordObservation { .. } => tr!("desk-done-observation"),
        Deed::SetChannel { .. } => tr!("desk-done-channel"),
        Deed::SetHalfDays(..) => tr!("desk-done-half-days"),
        Deed::BookAppointment { .. } | Deed::BookActivity { .. } => tr!("desk-done-booked"),
        Deed::Arrive(_) => tr!("desk-done-arrived"),
        Deed::KeepAppointment(_) => tr!("desk-done-kept"),
        Deed::CancelAppointment { .. } => tr!("desk-done-cancelled"),
        Deed::OpenProposal { .. } | Deed::OpenSession { .. } => tr!("desk-done-opened"),
        Deed::Seat { .. } => tr!("desk-done-seated"),
        Deed::FinishGroup(..) => tr!("desk-done-group"),
        Deed::SetHealthRight(_, true) => tr!("desk-done-health-given"),
        Deed::SetHealthRight(_, false) => tr!("desk-done-health-taken"),
        Deed::CloseSession(_) => tr!("desk-done-closed"),
        Deed::CancelSession { .. } => tr!("desk-done-session-cancelled"),
        Deed::UndoClose(_) => tr!("desk-done-reopened"),
        Deed::UndoCancel(_) => tr!("desk-done-restored"),
        Deed::UndoMergeSessions(_) => tr!("desk-done-unmerged"),
        Deed::UndoSeatUnanswered(..) => tr!("desk-done-unseated"),
        Deed::MoveSession { .. } => tr!("desk-done-moved"),
        Deed::ConfirmSession(_) => tr!("desk-done-confirmed"),
        Deed::MergeSessions { .. } => tr!("desk-done-merged"),
        Deed::SeatUnanswered(_) => tr!("desk-done-unanswered"),
        Deed::OfferSessions { .. } => tr!("desk-done-offered"),
        Deed::TakeOffer(_) => tr!("desk-done-taken"),
        Deed::DeclineOffers(_) => tr!("desk-done-declined"),
        Deed::UndoTold(_) => tr!("desk-done-told-undone"),
        Deed::SetDeadline { .. } => tr!("desk-done-deadline"),
        Deed::RecordTold { people, .. } => tr!("desk-done-told", people = people.len()),
        Deed::GiveBack { .. } => tr!("desk-done-given-back"),
        Deed::UndoGiveBack(_) => tr!("desk-done-given-again"),
        Deed::AddWalkIn { .. } => tr!("desk-done-walk-in"),
        Deed::RemoveWalkIn(_) => tr!("desk-done-walk-in-removed"),
        Deed::RecordSheet { .. } => tr!("desk-done-sheet"),
        Deed::MoveAppointment { .. } => tr!("desk-done-appointment-moved"),
        Deed::Rebook { .. } => tr!("desk-done-rebooked"),
        Deed::MissAppointment { .. } => tr!("desk-done-missed"),
        Deed::RestoreAppointment(_) => tr!("desk-done-appointment-restored"),
        Deed::RecordRoom { .. } => tr!("desk-done-room"),
        Deed::RecordEquipment { .. } => tr!("desk-done-material"),
        Deed::SetSkills { .. } => tr!("desk-done-skills"),
        Deed::RecordStaffAbsence { .. } | Deed::RecordAbsence { .. } => tr!("desk-done-away"),
        Deed::RemoveAbsence(_) => tr!("desk-done-away-removed"),
        Deed::MarkDay { .. } => tr!("desk-done-day"),
        Deed::UnmarkDay(_) => tr!("desk-done-day-restored"),
        Deed::ImportHolidays(_) => tr!("desk-done-holidays"),
        Deed::ReviewAbsences(_) => tr!("desk-done-reviewed"),
        Deed::WriteSynthesis(..) => tr!("desk-done-written"),
        Deed::Guide(deed) => return guidance::words_of(deed),
        Deed::SetDated { .. } => tr!("desk-done-setting"),
        Deed::Activate(_) => tr!("desk-done-activated"),
        Deed::Retire { .. } => tr!("desk-done-retired"),
        Deed::BackToPilot(_) => tr!("desk-done-piloted"),
        Deed::LogIn(_)
        | Deed::ImportParticipants { .. }
        | Deed::WriteLeftRows(_)
        | Deed::ExportParticipants { .. }
        | Deed::ExportFigures(..)
        | Deed::BeginGrid { .. }
        | Deed::FillGrid { .. }
        | Deed::FillGroup { .. }
        | Deed::Install(_)
        | Deed::WriteSheetTemplate
        | Deed::WriteExerciseSheet(_)
        | Deed::Prescribe { .. }
        | Deed::ReorderStep { .. }
        | Deed::MakeCode(_)
        | Deed::ArriveNew(_)
        | Deed::Accompany { .. }
        | Deed::ExtendSeries
        | Deed::TakeAttendance { .. }
        | Deed::SignOnPad { .. }
        | Deed::WriteNewsLetters { .. }
        | Deed::WriteSessionSheet(_)
        | Deed::WriteInvitations(_)
        | Deed::WriteAttendanceSheet(_)
        | Deed::WriteRoadmapSheet(_)
        | Deed::WriteAgendaSheet(_)
        | Deed::WriteIcs(_)
        | Deed::WriteBadge(_)
        | Deed::WriteAgenda
        | Deed::BeginSynthesis(_)
        | Deed::SaveSynthesis(..) => return None,
    })
}
