//! Every call that the desk makes to the program, run on the worker.

use std::path::PathBuf;

use super::action::{Booking, Deed, Load};
use super::ask::moment::Sought;
use super::guidance;
use crate::app::agenda::ServiceView;
use crate::app::appointments::AppointmentFor;
use crate::app::calendar::CalendarView;
use crate::app::delivery::{DeliveryView, PrescriberMail};
use crate::app::documents::PaperPreview;
use crate::app::figures::FiguresView;
use crate::app::grids::{GridEntry, GridView, GroupChoice, GroupGrid};
use crate::app::guidance::CatalogueEntry;
use crate::app::half_days::HalfDaysView;
use crate::app::interview::InterviewDesk;
use crate::app::kiosk::CodeView;
use crate::app::library::{Installation, LibraryView, QuestionView};
use crate::app::network::{PrescriberView, SiteView};
use crate::app::people::{
    AlikeView, CommuneView, ImportView, Imported, MergeView, PairView, ParticipantFile, ParticipantRow, RecentFile,
};
use crate::app::person_agenda::PersonAgenda;
use crate::app::planning::{PoolView, SessionView};
use crate::app::post::{MailSettings, Parcel};
use crate::app::proposal::ProposalQuestion;
use crate::app::restitution::ToSign;
use crate::app::session_life::{CheckView, ChoiceView, SessionLifeView};
use crate::app::settings::SettingView;
use crate::app::synthesis::{SynthesisDesk, SynthesisRow};
use crate::app::telling::TellView;
use crate::app::today::TodayView;
use crate::app::{App, AppError, Login};
use crate::domain::agenda::Holder;
use crate::domain::appointment::AppointmentKind;
use crate::domain::delivery::Trouble;
use crate::domain::id::{DeliveryId, ParticipantId, PrescriberId, SessionId, SittingId, StaffId, StepId, SynthesisId};
use crate::domain::person::StaffMember;
use crate::domain::session_life::OfferAnswer;
use crate::domain::stamp::{Minutes, TimeSlot};
use crate::domain::telling::News;
use crate::domain::workshop::SessionRefusal;

/// The most people that a search lists.
const MOST_FOUND: usize = 200;

/// The most people proposed when somebody arrives: those that fit above the day.
const MOST_ARRIVING: usize = 5;

/// What goes to the worker.
pub enum Order {
    Look(Option<Login>, Load),
    Do(Option<Login>, Deed),
    /// The messages whose time has come.
    Collect,
    /// What became of a message.
    Posted(DeliveryId, Result<(), Trouble>),
}

/// What comes back.
pub enum DeskReply {
    Found(Load, Result<Found, AppError>),
    Done(Deed, Result<Done, AppError>),
    /// Messages to send, beside everything else.
    Parcels(Vec<Parcel>),
    Posted,
}

/// What was looked up.
pub enum Found {
    SetUp(bool),
    Staff(Vec<StaffMember>),
    Today(Box<TodayView>),
    Participants(Vec<ParticipantRow>),
    Arriving(Vec<ParticipantRow>),
    Duplicates(Vec<PairView>),
    Communes(Vec<CommuneView>),
    Alike(Vec<AlikeView>),
    MergeView(Box<MergeView>),
    Import(Box<ImportView>),
    RecentFiles(Vec<RecentFile>),
    Maps(Vec<String>),
    File(Box<ParticipantFile>),
    Catalogue(Vec<CatalogueEntry>),
    Interview(Box<InterviewDesk>),
    Pools(Vec<PoolView>),
    Sessions(Vec<SessionView>),
    Session(Box<SessionLifeView>),
    Check(Box<CheckView>),
    Service(Box<ServiceView>),
    Grids(Vec<GridEntry>),
    Grid(Box<GridView>),
    GroupGrids(GroupChoice),
    GroupGrid(Box<GroupGrid>),
    Syntheses(Vec<SynthesisRow>),
    Writing(Box<SynthesisDesk>),
    Prescribers(Vec<PrescriberView>),
    Sites(Vec<SiteView>),
    Slots(Vec<TimeSlot>),
    Choices(Vec<ChoiceView>),
    Preview(Box<PaperPreview>),
    ToSign(Box<ToSign>),
    Outbox(Vec<DeliveryView>),
    PrescriberMail(PrescriberMail),
    MailServer(Option<MailSettings>),
    ConsentText(String),
    Figures(Box<FiguresView>),
    Settings(Vec<SettingView>),
    Library(LibraryView),
    Questions(Vec<QuestionView>),
    ProposalQuestion(Box<ProposalQuestion>),
    Calendar(Box<CalendarView>),
    MoveCheck(Vec<SessionRefusal>),
    HalfDays(Box<HalfDaysView>),
    PersonAgenda(Box<PersonAgenda>),
    Nothing,
}

/// What was done, when the screen needs to know more than that it was.
pub enum Done {
    Plainly,
    LoggedIn(Login),
    Staff(StaffId),
    Participant(ParticipantId),
    Imported(Imported),
    Code(CodeView),
    Session(SessionId),
    Grid(SittingId),
    /// Something of a group was entered; its grids as they stand.
    Group(Box<GroupGrid>),
    /// A page was entered; the grid as it stands.
    Filled(Box<GridView>),
    Dates(usize),
    Prescriber(PrescriberId),
    /// A step, and the letters that it wrote.
    Prescribed(StepId, Vec<PathBuf>),
    Synthesis(SynthesisId),
    /// Papers written, with their whole paths.
    Files(Vec<PathBuf>),
    Installed(Installation),
    /// Somebody is to be told of it now.
    ToTell(Box<TellView>),
}

pub fn carry_out(app: &mut App, order: Order) -> DeskReply {
    // Another station may have installed or retired an assessment meanwhile.
    let up_to_date = app.catch_up();
    match order {
        Order::Look(login, load) => {
            let found = up_to_date.and_then(|()| look(app, login, &load));
            DeskReply::Found(load, found)
        }
        Order::Do(login, deed) => {
            let done = up_to_date.and_then(|()| perform(app, login, &deed));
            DeskReply::Done(deed, done)
        }
        Order::Collect => DeskReply::Parcels(app.due_parcels().unwrap_or_else(|error| {
            tracing::error!(%error, "the post could not be collected");
            Vec::new()
        })),
        Order::Posted(delivery, result) => {
            if let Err(error) = app.posted(delivery, result) {
                tracing::error!(%delivery, %error, "what became of a message was not recorded");
            }
            DeskReply::Posted
        }
    }
}

fn look(app: &App, login: Option<Login>, load: &Load) -> Result<Found, AppError> {
    // What is known before anybody said who works.
    match load {
        Load::SetUp => return app.needs_set_up().map(Found::SetUp),
        Load::Staff => return app.staff().map(Found::Staff),
        _ => {}
    }
    let login = login.ok_or(AppError::Forbidden)?;
    Ok(match load {
        Load::SetUp | Load::Staff => Found::Nothing,
        Load::Today => Found::Today(Box::new(app.today(login)?)),
        Load::Participants(query) => Found::Participants(app.list_participants(login, query, MOST_FOUND)?),
        Load::Arriving(words) => Found::Arriving(app.search_participants(login, words, MOST_ARRIVING)?),
        Load::Duplicates => Found::Duplicates(app.possible_duplicates(login)?),
        Load::Communes(typed) => Found::Communes(app.find_communes(typed)),
        Load::Alike(id, wish) => Found::Alike(app.alike(login, *id, wish)?),
        Load::MergeView(kept, absorbed) => Found::MergeView(Box::new(app.merge_view(login, *kept, *absorbed)?)),
        Load::Import(wish) => Found::Import(Box::new(app.import_view(login, wish)?)),
        Load::RecentFiles => Found::RecentFiles(app.recent_files(login)?),
        Load::Maps => Found::Maps(app.column_maps(login)?),
        Load::File(id) => Found::File(Box::new(app.participant_file(login, *id)?)),
        Load::Interview(id) => Found::Interview(Box::new(app.interview_desk(login, *id)?)),
        Load::Catalogue(id) => Found::Catalogue(app.catalogue(login, *id)?),
        Load::Pools => Found::Pools(app.pools(login)?),
        Load::Sessions { from, until } => Found::Sessions(app.sessions(login, *from, *until)?),
        Load::Session(id) => Found::Session(Box::new(app.session_life(login, *id)?)),
        Load::Check(id) => Found::Check(Box::new(app.check_session(login, *id)?)),
        Load::Service => Found::Service(Box::new(app.service(login)?)),
        Load::Grids(id) => Found::Grids(app.grids(login, *id)?),
        Load::Grid(id) => Found::Grid(Box::new(app.grid(login, *id)?)),
        Load::GroupGrids(id) => Found::GroupGrids(app.group_grids(login, *id)?),
        Load::GroupGrid(id, assessment) => Found::GroupGrid(Box::new(app.group_grid(login, *id, assessment)?)),
        Load::Syntheses => Found::Syntheses(app.syntheses(login)?),
        Load::Writing(id) => Found::Writing(Box::new(app.synthesis_desk(login, *id)?)),
        Load::Preview(id) => Found::Preview(Box::new(app.synthesis_preview(login, *id)?)),
        Load::PersonPage(id) => Found::Preview(Box::new(app.person_page_preview(login, *id)?)),
        Load::ToSign(id) => Found::ToSign(Box::new(app.to_sign(login, *id)?)),
        Load::Outbox => Found::Outbox(app.outbox(login)?),
        Load::PrescriberMail(id) => Found::PrescriberMail(app.prescriber_mail(login, *id)?),
        Load::MailServer => Found::MailServer(app.mail_server(login)?),
        Load::Settings => Found::Settings(app.settings(login)?),
        Load::Figures(days) => Found::Figures(Box::new(app.figures(login, *days)?)),
        Load::ConsentText(subject) => Found::ConsentText(app.consent_text(subject)?),
        Load::Prescribers => Found::Prescribers(app.prescribers()?),
        Load::Sites => Found::Sites(app.sites()?),
        Load::Library => Found::Library(app.editions(login)?),
        Load::Questions(edition) => Found::Questions(app.edition_questions(login, edition)?),
        Load::ProposalQuestion(what_if) => Found::ProposalQuestion(Box::new(app.proposal_question(login, what_if)?)),
        Load::Calendar { from, until } => Found::Calendar(Box::new(app.calendar(login, *from, *until)?)),
        Load::MoveCheck { session, slot, room, leader } => {
            Found::MoveCheck(app.check_move(login, *session, (*slot, room, *leader))?)
        }
        Load::HalfDays => Found::HalfDays(Box::new(app.half_days(login)?)),
        Load::PersonAgenda(id) => Found::PersonAgenda(Box::new(app.person_agenda(login, *id)?)),
        Load::FreeSlots { sought: Sought { participant, kind, minutes }, with, after } => {
            Found::Slots(app.free_slots_with(login, *with, *participant, (*kind, Minutes(*minutes)), *after)?)
        }
        Load::Choices(workshop) => Found::Choices(app.offer_choices(login, workshop)?),
    })
}

fn group(grids: GroupGrid) -> Done {
    Done::Group(Box::new(grids))
}

fn perform(app: &mut App, login: Option<Login>, deed: &Deed) -> Result<Done, AppError> {
    match deed {
        Deed::SetUp(wish) => return app.set_up(wish).map(Done::LoggedIn),
        Deed::LogIn(staff) => return app.log_in(*staff).map(Done::LoggedIn),
        _ => {}
    }
    let login = login.ok_or(AppError::Forbidden)?;
    match deed.clone() {
        Deed::SetUp(_) | Deed::LogIn(_) => Ok(Done::Plainly),
        Deed::AddStaff { first, last, role } => app.add_staff(login, &first, &last, role).map(Done::Staff),
        Deed::RecordSite { name, address } => app.record_site(login, &name, &address).map(|_| Done::Plainly),
        Deed::RecordPrescriber(wish) => app.record_prescriber(login, &wish).map(Done::Prescriber),
        Deed::RecordParticipant(wish) => app.record_participant(login, &wish).map(Done::Participant),
        Deed::UpdateParticipant(id, wish) => plainly(app.update_participant(login, id, &wish)),
        Deed::TellApart(one, other) => plainly(app.tell_apart(login, one, other)),
        Deed::MergeParticipants { kept, absorbed, taken } => {
            app.merge_participants(login, (kept, absorbed), &taken).map(|_| Done::Participant(kept))
        }
        Deed::UndoMerge(id) => plainly(app.undo_merge(login, id)),
        Deed::RecordProof(id, wish) => app.record_proof(login, id, &wish).map(|_| Done::Plainly),
        Deed::RemoveProof(id) => plainly(app.remove_proof(login, id)),
        Deed::ImportParticipants { wish, fingerprint } => {
            app.import_participants(login, &wish, &fingerprint).map(Done::Imported)
        }
        Deed::UndoImport(id) => plainly(app.undo_import(login, id)),
        Deed::WriteLeftRows(wish) => app.write_left_rows(login, &wish).map(|file| Done::Files(vec![file])),
        Deed::SaveColumnMap { name, header, columns } => plainly(app.save_column_map(login, &name, &header, &columns)),
        Deed::ExportParticipants { query, format, map } => {
            app.export_participants(login, &query, (format, map.as_deref())).map(|file| Done::Files(vec![file]))
        }
        Deed::SetDated { name, value, from } => plainly(app.set_dated(login, &name, &value, from)),
        Deed::ExportFigures(days, format) => {
            app.export_figures(login, days, format).map(|file| Done::Files(vec![file]))
        }
        Deed::RecordReferral { participant, prescriber, received, question } => {
            app.record_referral(login, participant, prescriber, received, &question).map(|_| Done::Plainly)
        }
        Deed::RecordInterview { referral, wish } => app.record_interview(login, referral, &wish).map(|_| Done::Plainly),
        Deed::Prescribe { roadmap, activity, wish } => {
            let step = app.prescribe(login, roadmap, &activity, &wish)?;
            let letters = app.letters_of_step(login, step)?;
            Ok(Done::Prescribed(step, letters))
        }
        Deed::DropStep { step, reason } => plainly(app.drop_step(login, step, &reason)),
        Deed::CompleteStep(step) => plainly(app.complete_step(login, step)),
        Deed::ReorderStep { step, before } => plainly(app.reorder_step(login, step, before)),
        Deed::MakeCode(id) => app.make_code(login, id).map(Done::Code),
        Deed::Arrive(id) => app.arrive(login, id).map(Done::Code),
        Deed::ArriveNew(wish) => {
            let id = app.record_participant(login, &wish)?;
            app.arrive(login, id).map(Done::Code)
        }
        Deed::ReleaseStation(name) => plainly(app.release_station(login, &name)),
        Deed::PauseSitting(id) => plainly(app.pause_for(login, id)),
        Deed::ResumeSitting(id) => plainly(app.resume_for(login, id)),
        Deed::TakeOut { sitting, item, reason } => plainly(app.neutralise(login, sitting, &item, &reason)),
        Deed::Accompany { participant, accompanied } => app.accompany(login, participant, accompanied).map(Done::Code),
        Deed::RecordConsent { participant, subject, decision } => {
            plainly(app.record_consent(login, participant, subject, decision))
        }
        Deed::RecordObservation { participant, workshop, text } => {
            plainly(app.record_observation(login, participant, workshop.as_ref(), &text))
        }
        Deed::BeginGrid { participant, assessment, session: None } => {
            app.begin_grid(login, participant, &assessment, None).map(Done::Grid)
        }
        Deed::BeginGrid { participant, assessment, session: Some(session) } => {
            app.begin_grid_of_session(login, (session, participant), &assessment).map(Done::Grid)
        }
        Deed::FillGroup { session, assessment, answers, took_millis } => {
            app.fill_group(login, (session, &assessment), &answers, took_millis).map(group)
        }
        Deed::FinishGroup(session, assessment) => app.finish_group(login, session, &assessment).map(group),
        Deed::SetHealthRight(staff, given) => app.set_health_right(login, staff, given).map(|()| Done::Staff(staff)),
        Deed::FillGrid { sitting, answers, took_millis } => {
            app.fill_grid(login, sitting, &answers, took_millis).map(|grid| Done::Filled(Box::new(grid)))
        }
        Deed::BookAppointment { participant, kind, booking } => {
            book(app, login, appointment_for(participant, kind)?, &booking)
        }
        Deed::KeepAppointment(id) => plainly(app.keep_appointment(login, id)),
        Deed::CancelAppointment { id, reason } => plainly(app.cancel_appointment(login, id, &reason)),
        Deed::OpenProposal { workshop, facilitator } => {
            app.open_proposal(login, &workshop, facilitator).map(Done::Session)
        }
        Deed::OpenSession { wish, despite } => {
            app.open_session(login, &wish, despite.as_deref()).map(|_| Done::Plainly)
        }
        Deed::ExtendSeries => app.extend_series(login).map(Done::Dates),
        Deed::Seat { session, steps } => plainly(app.seat(login, session, &steps)),
        Deed::TakeAttendance { session, marks } => plainly(app.take_attendances(login, session, &marks)),
        Deed::UndoClose(id) => plainly(app.undo_close(login, id)),
        Deed::UndoMergeSessions(id) => plainly(app.undo_merge_sessions(login, id)),
        Deed::UndoSeatUnanswered(id, given) => plainly(app.undo_seat_unanswered(login, id, given)),
        Deed::UndoCancel(id) => plainly(app.undo_cancel(login, id)),
        Deed::MoveSession { session, slot, room, leader, despite } => {
            plainly(app.move_session(login, session, (slot, &room, leader), despite.as_deref()))
        }
        Deed::ConfirmSession(id) => plainly(app.confirm_session(login, id)),
        Deed::MergeSessions { from, into } => app.merge_sessions(login, from, into).map(|_| Done::Session(into)),
        Deed::SeatUnanswered(id) => app.seat_unanswered(login, id).map(|_| Done::Plainly),
        Deed::OfferSessions { step, participant, sessions } => {
            app.offer_sessions(login, step, &sessions)?;
            told_of_offer(app, login, participant, &sessions)
        }
        Deed::TakeOffer(offer) => plainly(app.answer_offer(login, offer, OfferAnswer::Taken)),
        Deed::DeclineOffers(step) => plainly(app.decline_offers(login, step)),
        Deed::UndoTold(tellings) => plainly(app.undo_told(login, &tellings)),
        Deed::SetDeadline { step, deadline } => plainly(app.set_deadline(login, step, deadline)),
        Deed::SignOnPad { session, half, signer, strokes } => {
            plainly(app.sign_on_pad(login, (session, half), signer, strokes))
        }
        Deed::RecordTold { about, what, people } => plainly(app.record_told(login, about, what, &people)),
        Deed::WriteNewsLetters { about, people } => app.write_news_letters(login, about, &people).map(Done::Files),
        Deed::GiveBack { seat, wish } => plainly(app.withdraw(login, seat, &wish)),
        Deed::UndoGiveBack(seat) => plainly(app.undo_withdraw(login, seat)),
        Deed::AddWalkIn { session, who } => app.add_walk_in(login, session, &who).map(|_| Done::Plainly),
        Deed::RemoveWalkIn(id) => plainly(app.remove_walk_in(login, id)),
        Deed::RecordSheet { session, half, proof } => {
            app.record_signed_sheet(login, (session, half), &proof).map(|_| Done::Plainly)
        }
        Deed::MoveAppointment { id, booking } => {
            plainly(app.move_appointment(login, id, (booking.slot, booking.with), booking.despite.as_deref()))
        }
        Deed::Rebook { id, booking } => {
            let again = app.rebook(login, id, (booking.slot, booking.with), booking.despite.as_deref());
            again.map(|_| Done::Plainly)
        }
        Deed::MissAppointment { id, excused } => plainly(app.miss_appointment(login, id, excused)),
        Deed::RestoreAppointment(id) => plainly(app.restore_appointment(login, id)),
        Deed::RecordRoom { name, places } => plainly(app.record_room(login, &name, places)),
        Deed::RecordEquipment { name, quantity, reset_minutes } => {
            plainly(app.record_equipment(login, &name, quantity, reset_minutes))
        }
        Deed::SetSkills { staff, workshops } => plainly(app.set_skills(login, staff, &workshops)),
        Deed::RecordStaffAbsence { staff, days } => plainly(app.record_staff_absence(login, staff, days)),
        Deed::RecordAbsence { participant, days } => plainly(app.record_participant_absence(login, participant, days)),
        Deed::RemoveAbsence(id) => plainly(app.remove_absence(login, id)),
        Deed::MarkDay { day, is_open, name } => plainly(app.mark_day(login, day, is_open, &name)),
        Deed::UnmarkDay(day) => plainly(app.unmark_day(login, day)),
        Deed::ImportHolidays(table) => app.import_school_holidays(login, &table_of(&table)).map(|_| Done::Plainly),
        Deed::SetHalfDays(id, free) => plainly(app.set_half_days(login, id, free)),
        Deed::SetChannel { participant, channel } => plainly(app.set_channel(login, participant, channel)),
        Deed::BookActivity { step, booking } => book(app, login, AppointmentFor::Activity(step), &booking),
        Deed::ReviewAbsences(id) => plainly(app.review_absences(login, id)),
        Deed::CloseSession(id) => plainly(app.close_session(login, id)),
        Deed::CancelSession { session, reason } => plainly(app.cancel_session(login, session, &reason)),
        Deed::WriteInvitations(id) => app.write_invitations(login, id).map(Done::Files),
        Deed::WriteAttendanceSheet(id) => app.write_attendance_sheet(login, id).map(Done::Files),
        Deed::WriteSessionSheet(id) => app.write_session_sheet(login, id).map(|file| Done::Files(vec![file])),
        Deed::WriteRoadmapSheet(id) => app.write_roadmap_sheet(login, id).map(|file| Done::Files(vec![file])),
        Deed::WriteAgendaSheet(id) => app.write_agenda_sheet(login, id).map(|file| Done::Files(vec![file])),
        Deed::WriteIcs(id) => app.write_ics_for(login, id).map(Done::Files),
        Deed::WriteBadge(id) => app.write_badge(login, id).map(|file| Done::Files(vec![file])),
        Deed::WriteAgenda => app.write_agenda(login).map(|file| Done::Files(vec![file])),
        Deed::BeginSynthesis(id) => app.begin_synthesis_of(login, id).map(Done::Synthesis),
        Deed::SaveSynthesis(id, text) => plainly(app.save_synthesis(login, id, &text)),
        Deed::WriteSynthesis(id, text) => {
            app.save_synthesis(login, id, &text)?;
            plainly(app.write_synthesis(login, id))
        }
        Deed::Guide(deed) => guidance::perform(app, login, &deed),
        Deed::Install(path) => app.install_assessment(login, &path).map(Done::Installed),
        Deed::Activate(edition) => plainly(app.activate_edition(login, &edition.id, &edition.version)),
        Deed::Retire { edition, reason } => plainly(app.retire_edition(login, &edition.id, &edition.version, &reason)),
        Deed::BackToPilot(edition) => plainly(app.pilot_edition(login, &edition.id, &edition.version)),
        Deed::WriteSheetTemplate => app.write_sheet_template(login).map(|file| Done::Files(vec![file])),
        Deed::WriteExerciseSheet(edition) => {
            app.write_exercise_sheet(login, &edition).map(|file| Done::Files(vec![file]))
        }
    }
}

/// Returns the table that a file holds when its path is given; what is no path is the table itself.
fn table_of(typed: &str) -> String {
    // A path copied from a file manager often comes between quotation marks.
    let path = typed.trim().trim_matches('"');
    std::fs::read_to_string(path).unwrap_or_else(|_| typed.to_owned())
}

fn appointment_for(participant: ParticipantId, kind: AppointmentKind) -> Result<AppointmentFor, AppError> {
    match kind {
        AppointmentKind::Diagnostic => Ok(AppointmentFor::Diagnostic(participant)),
        AppointmentKind::Restitution => Ok(AppointmentFor::Restitution(participant)),
        AppointmentKind::Activity => Err(AppError::NotFound),
    }
}

fn book(app: &mut App, login: Login, what: AppointmentFor, booking: &Booking) -> Result<Done, AppError> {
    app.book(login, what, booking.slot, booking.with, booking.despite.as_deref()).map(|_| Done::Plainly)
}

/// Returns the words with which somebody is told of the dates that were just offered.
fn told_of_offer(
    app: &App,
    login: Login,
    participant: ParticipantId,
    sessions: &[SessionId],
) -> Result<Done, AppError> {
    let news = app.people_to_tell(login)?;
    let is_offer = |one: &TellView| {
        let about = matches!(one.about, Holder::Session(id) if sessions.contains(&id));
        one.participant == participant && one.what == News::Offer && about
    };
    Ok(news.into_iter().find(is_offer).map_or(Done::Plainly, |one| Done::ToTell(Box::new(one))))
}

fn plainly(done: Result<(), AppError>) -> Result<Done, AppError> {
    done.map(|()| Done::Plainly)
}
