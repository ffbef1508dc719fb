//! What a screen can ask: go somewhere, open a dialog, look something up, do something.

use std::path::PathBuf;

use chrono::NaiveDate;

use super::ask::Ask;
use super::ask::moment::Sought;
use super::guidance::Guidance;
use super::search::Wish;
use crate::app::interview::NewInterview;
use crate::app::network::NewPrescriber;
use crate::app::people::{ExportFormat, ImportWish, MergeColumn, NewParticipant, NewProof, PeopleQuery};
use crate::app::planning::NewSession;
use crate::app::proposal::WhatIf;
use crate::app::setup::SetUp;
use crate::app::sheets::{Newcomer, SheetProof, Signer};
use crate::domain::activity::ActivityId;
use crate::domain::agenda::Holder;
use crate::domain::appointment::AppointmentKind;
use crate::domain::assessment::{AssessmentId, Edition, ItemId};
use crate::domain::calendar::Days;
use crate::domain::dated_setting::SettingName;
use crate::domain::id::{
    AbsenceId, AppointmentId, ImportId, MergeId, OfferId, ParticipantId, PrescriberId, ProofId, ReferralId, RoadmapId,
    SeatId, SessionId, SittingId, StaffId, StepId, SynthesisId, TellingId, WalkInId,
};
use crate::domain::people_file::Field;
use crate::domain::person::{ConsentDecision, ConsentSubject, Role};
use crate::domain::response::Answer;
use crate::domain::roadmap::Prescription;
use crate::domain::session_life::Withdrawal;
use crate::domain::stamp::{Availability, Half, Instant, TimeSlot};
use crate::domain::synthesis::SynthesisText;
use crate::domain::telling::{Channel, News};
use crate::domain::workshop::Attendance;
use crate::ui::theme::Appearance;

/// Where the counsellor is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum Place {
    #[default]
    Today,
    Participants,
    /// The pairs of files that may be of one person.
    Duplicates,
    /// Referrals from a file.
    Import,
    File(ParticipantId),
    /// The interview of a referral: led, read again, corrected, signed.
    Interview(ReferralId),
    Composer(ParticipantId),
    Workshops,
    Session(SessionId),
    /// People sign the sheet of a half-day on the screen.
    Signing(SessionId, Half),
    /// A grid being filled in.
    Grid(SittingId),
    /// The grids of everybody who was at a session.
    Group(SessionId),
    Syntheses,
    Writing(SynthesisId),
    Preview(SynthesisId),
    /// Reading with the person, their answers, and both signatures.
    Restitution(SynthesisId),
    Network,
    Library,
}

/// What a screen pushes.
pub enum Action {
    Go(Place),
    Ask(Box<Ask>),
    /// Opens a dialog over the one that is open, which comes back with what was typed.
    AskOver(Box<Ask>),
    CloseAsk,
    Look(Load),
    Do(Deed),
    /// Looks for the best proposal, beside everything else.
    Search(Box<Wish>),
    StopSearch,
    /// What was refused is being corrected: its reason has been read.
    Answered,
    /// Somebody else works here now.
    ChangeStaff,
    FocusSearch,
    /// Goes to the people that a query finds.
    Find(Box<PeopleQuery>),
    /// Shows a paper, or a folder, with the computer's own program.
    Open(PathBuf),
    /// How the desk is seen from now on.
    Restyle(Appearance),
}

/// Something to look up.
#[derive(Clone, Debug, PartialEq)]
pub enum Load {
    SetUp,
    Staff,
    Today,
    Participants(Box<PeopleQuery>),
    /// The files that may be of one person.
    Duplicates,
    Communes(String),
    /// Who looks like somebody who is being recorded.
    Alike(Option<ParticipantId>, Box<NewParticipant>),
    /// Two files side by side: the one that is kept, the other.
    MergeView(ParticipantId, ParticipantId),
    /// What the rows of a file would do.
    Import(Box<ImportWish>),
    /// The tables that lie where files arrive.
    RecentFiles,
    Maps,
    File(ParticipantId),
    Catalogue(ParticipantId),
    /// An interview to lead, with what is written so far.
    Interview(ReferralId),
    Pools,
    Sessions {
        from: NaiveDate,
        until: NaiveDate,
    },
    Session(SessionId),
    /// Who is expected at a session, and what can be done when they are too few.
    Check(SessionId),
    Service,
    Grids(ParticipantId),
    Grid(SittingId),
    /// The grids that can be filled in of a session.
    GroupGrids(SessionId),
    GroupGrid(SessionId, AssessmentId),
    Syntheses,
    Writing(SynthesisId),
    Preview(SynthesisId),
    PersonPage(SynthesisId),
    ToSign(SynthesisId),
    Outbox,
    PrescriberMail(PrescriberId),
    MailServer,
    /// The words that are read out before an agreement is asked.
    ConsentText(ConsentSubject),
    /// The settings that have a day of effect.
    Settings,
    /// How much was done in a period.
    Figures(Days),
    /// Whose name begins so, to say that they are here.
    Arriving(String),
    Prescribers,
    Sites,
    Library,
    Questions(Edition),
    Calendar {
        from: NaiveDate,
        until: NaiveDate,
    },
    /// What stands against giving a session another time, room or leader.
    MoveCheck {
        session: SessionId,
        slot: TimeSlot,
        room: String,
        leader: StaffId,
    },
    HalfDays,
    PersonAgenda(ParticipantId),
    /// What a search for the best proposal needs.
    ProposalQuestion(WhatIf),
    FreeSlots {
        sought: Sought,
        with: StaffId,
        /// Later than this day, instead of the next ones.
        after: Option<NaiveDate>,
    },
    /// Who waits for a workshop, with the sessions that each could choose.
    Choices(ActivityId),
}

/// When an appointment is, with whom, and why in spite of what stands against it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Booking {
    pub slot: TimeSlot,
    pub with: StaffId,
    pub despite: Option<String>,
}

/// Something to do: one use case of the program.
#[derive(Clone)]
pub enum Deed {
    SetUp(SetUp),
    LogIn(StaffId),
    AddStaff {
        first: String,
        last: String,
        role: Role,
    },
    RecordSite {
        name: String,
        address: String,
    },
    RecordPrescriber(NewPrescriber),
    RecordParticipant(Box<NewParticipant>),
    UpdateParticipant(ParticipantId, Box<NewParticipant>),
    TellApart(ParticipantId, ParticipantId),
    MergeParticipants {
        kept: ParticipantId,
        absorbed: ParticipantId,
        taken: Vec<MergeColumn>,
    },
    UndoMerge(MergeId),
    RecordProof(ParticipantId, NewProof),
    RemoveProof(ProofId),
    ImportParticipants {
        wish: Box<ImportWish>,
        fingerprint: String,
    },
    UndoImport(ImportId),
    WriteLeftRows(Box<ImportWish>),
    SaveColumnMap {
        name: String,
        header: Vec<String>,
        columns: Vec<Option<Field>>,
    },
    ExportParticipants {
        query: PeopleQuery,
        format: ExportFormat,
        map: Option<String>,
    },
    SetDated {
        name: SettingName,
        value: String,
        from: NaiveDate,
    },
    ExportFigures(Days, ExportFormat),
    RecordReferral {
        participant: ParticipantId,
        prescriber: PrescriberId,
        received: NaiveDate,
        question: String,
    },
    RecordInterview {
        referral: ReferralId,
        wish: NewInterview,
    },
    Prescribe {
        roadmap: RoadmapId,
        activity: ActivityId,
        wish: Prescription,
    },
    DropStep {
        step: StepId,
        reason: String,
    },
    CompleteStep(StepId),
    ReorderStep {
        step: StepId,
        before: Option<StepId>,
    },
    MakeCode(ParticipantId),
    /// Somebody is here.
    Arrive(ParticipantId),
    /// Somebody who was never recorded is here.
    ArriveNew(Box<NewParticipant>),
    ReleaseStation(String),
    PauseSitting(SittingId),
    ResumeSitting(SittingId),
    TakeOut {
        sitting: SittingId,
        item: ItemId,
        reason: String,
    },
    /// Somebody of the staff answers for the person today, or no longer does.
    Accompany {
        participant: ParticipantId,
        accompanied: bool,
    },
    RecordConsent {
        participant: ParticipantId,
        subject: ConsentSubject,
        decision: ConsentDecision,
    },
    RecordObservation {
        participant: ParticipantId,
        workshop: Option<ActivityId>,
        text: String,
    },
    BeginGrid {
        participant: ParticipantId,
        assessment: AssessmentId,
        /// Where the person was seen; none is elsewhere.
        session: Option<SessionId>,
    },
    /// Enters what was seen of people of a session.
    FillGroup {
        session: SessionId,
        assessment: AssessmentId,
        answers: Vec<(ParticipantId, ItemId, Answer)>,
        took_millis: u64,
    },
    /// Finishes the grids of a session in which nothing is missing.
    FinishGroup(SessionId, AssessmentId),
    /// Gives a colleague the right to handle health data, or takes it back.
    SetHealthRight(StaffId, bool),
    /// Enters a page; the last one finishes the grid.
    FillGrid {
        sitting: SittingId,
        answers: Vec<(ItemId, Answer)>,
        took_millis: u64,
    },
    BookAppointment {
        participant: ParticipantId,
        kind: AppointmentKind,
        booking: Booking,
    },
    KeepAppointment(AppointmentId),
    CancelAppointment {
        id: AppointmentId,
        reason: String,
    },
    OpenProposal {
        workshop: ActivityId,
        facilitator: Option<StaffId>,
    },
    /// At a chosen time; `despite` says why it is right although something stands against it.
    OpenSession {
        wish: NewSession,
        despite: Option<String>,
    },
    ExtendSeries,
    Seat {
        session: SessionId,
        steps: Vec<StepId>,
    },
    TakeAttendance {
        session: SessionId,
        marks: Vec<(SeatId, Attendance)>,
    },
    CloseSession(SessionId),
    UndoClose(SessionId),
    UndoCancel(SessionId),
    UndoMergeSessions(SessionId),
    /// The seats given at an instant to those who had not answered.
    UndoSeatUnanswered(SessionId, Instant),
    /// Another time, room or leader; `despite` says why it is right although something stands against it.
    MoveSession {
        session: SessionId,
        slot: TimeSlot,
        room: String,
        leader: StaffId,
        despite: Option<String>,
    },
    /// Held although few people are expected.
    ConfirmSession(SessionId),
    MergeSessions {
        from: SessionId,
        into: SessionId,
    },
    SeatUnanswered(SessionId),
    OfferSessions {
        step: StepId,
        participant: ParticipantId,
        sessions: Vec<SessionId>,
    },
    /// The person chose this date.
    TakeOffer(OfferId),
    /// None of the dates suits.
    DeclineOffers(StepId),
    UndoTold(Vec<TellingId>),
    SetDeadline {
        step: StepId,
        deadline: Option<NaiveDate>,
    },
    SignOnPad {
        session: SessionId,
        half: Half,
        signer: Signer,
        strokes: Vec<Vec<(u16, u16)>>,
    },
    RecordTold {
        about: Holder,
        what: News,
        people: Vec<(ParticipantId, Channel)>,
    },
    WriteNewsLetters {
        about: Holder,
        people: Vec<ParticipantId>,
    },
    GiveBack {
        seat: SeatId,
        wish: Withdrawal,
    },
    UndoGiveBack(SeatId),
    AddWalkIn {
        session: SessionId,
        who: Newcomer,
    },
    RemoveWalkIn(WalkInId),
    RecordSheet {
        session: SessionId,
        half: Half,
        proof: SheetProof,
    },
    ReviewAbsences(ParticipantId),
    /// When the person can come, as they said it.
    SetHalfDays(ParticipantId, Availability),
    SetChannel {
        participant: ParticipantId,
        channel: Option<Channel>,
    },
    /// An individual activity of a roadmap, with its material.
    BookActivity {
        step: StepId,
        booking: Booking,
    },
    MoveAppointment {
        id: AppointmentId,
        booking: Booking,
    },
    Rebook {
        id: AppointmentId,
        booking: Booking,
    },
    MissAppointment {
        id: AppointmentId,
        excused: bool,
    },
    RestoreAppointment(AppointmentId),
    RecordRoom {
        name: String,
        places: usize,
    },
    RecordEquipment {
        name: String,
        quantity: usize,
        reset_minutes: u32,
    },
    SetSkills {
        staff: StaffId,
        workshops: Vec<ActivityId>,
    },
    RecordStaffAbsence {
        staff: StaffId,
        days: Days,
    },
    RecordAbsence {
        participant: ParticipantId,
        days: Days,
    },
    RemoveAbsence(AbsenceId),
    MarkDay {
        day: NaiveDate,
        is_open: bool,
        name: String,
    },
    UnmarkDay(NaiveDate),
    /// The table itself, or the path of its file.
    ImportHolidays(String),
    CancelSession {
        session: SessionId,
        reason: String,
    },
    WriteInvitations(SessionId),
    WriteAttendanceSheet(SessionId),
    WriteSessionSheet(SessionId),
    WriteRoadmapSheet(ParticipantId),
    /// What a person has to come, to print.
    WriteAgendaSheet(ParticipantId),
    /// The same, for their own calendar.
    WriteIcs(ParticipantId),
    /// The badge of today's visit, to print.
    WriteBadge(ParticipantId),
    /// The calendar file of sessions and appointments.
    WriteAgenda,
    /// Of the path of a referral.
    BeginSynthesis(ReferralId),
    SaveSynthesis(SynthesisId, SynthesisText),
    /// Saves the text, then declares it finished.
    WriteSynthesis(SynthesisId, SynthesisText),
    /// Suggestions, restitution, signatures and copies.
    Guide(Guidance),
    /// Installs the definition at a path as a pilot.
    Install(PathBuf),
    Activate(Edition),
    Retire {
        edition: Edition,
        reason: String,
    },
    BackToPilot(Edition),
    WriteSheetTemplate,
    WriteExerciseSheet(Edition),
}

impl Deed {
    /// Returns whether who is recorded, or what is compared of them, may be another afterwards.
    pub fn changes_people(&self) -> bool {
        matches!(
            self,
            Deed::RecordParticipant(_)
                | Deed::UpdateParticipant(..)
                | Deed::ArriveNew(_)
                | Deed::TellApart(..)
                | Deed::MergeParticipants { .. }
                | Deed::UndoMerge(_)
                | Deed::ImportParticipants { .. }
                | Deed::UndoImport(_)
        )
    }
}
