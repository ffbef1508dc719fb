//! Which role may do what: every use case that asks who is working, for each role.

use std::collections::BTreeSet;
use std::path::Path;

use boussole::app::appointments::AppointmentFor;
use boussole::app::network::NewPrescriber;
use boussole::app::people::{ExportFormat, ImportWish, NewProof, NewReferral, PeopleQuery};
use boussole::app::planning::NewSession;
use boussole::app::post::{MailSettings, Security};
use boussole::app::proposal::WhatIf;
use boussole::app::sheets::{Newcomer, SheetProof, Signer};
use boussole::app::{AppError, Login, Refusal};
use boussole::domain::activity::Sector;
use boussole::domain::agenda::Holder;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::assessment::{AssessmentId, Edition, ItemId};
use boussole::domain::calendar::Days;
use boussole::domain::closing::ClosingReason;
use boussole::domain::criterion::CriterionId;
use boussole::domain::dated_setting::SettingName;
use boussole::domain::delivery::{NoticeWay, Way};
use boussole::domain::id::{
    AbsenceId, AppointmentId, DeliveryId, ImportId, MergeId, NoticeId, OfferId, ParticipantId, PrescriberId, ProofId,
    ReferralId, RoadmapId, SeatId, SessionId, SiteId, SittingId, StaffId, StepId, SynthesisId, TellingId, WalkInId,
};
use boussole::domain::interview::{InterviewDraft, ProjectState};
use boussole::domain::person::{ConsentDecision, ConsentSubject, PrescriberKind, Role};
use boussole::domain::roadmap::RoadmapRefusal;
use boussole::domain::session_life::{OfferAnswer, Withdrawal};
use boussole::domain::stamp::{Availability, Half, Minutes, TimeSlot};
use boussole::domain::suggestion::SuggestionKey;
use boussole::domain::synthesis::{Paragraph, Resemblance};
use boussole::domain::telling::News;
use boussole::domain::workshop::{Attendance, SessionKind};
use uuid::Uuid;

use crate::sources::{sources, word};
use crate::support::{
    House, STATION, WORKSHOP, activity, drawn, full_text, interview, on_screen, person, tuesday, wish,
};

type UseCase = fn(&mut House, Login) -> Result<(), AppError>;

/// Who may, besides the counsellor, who may everything.
type Others = &'static [Role];

const NOBODY: Others = &[];
const FACILITATOR: Others = &[Role::Facilitator];
const MANAGER: Others = &[Role::Manager];
const BOTH: Others = &[Role::Facilitator, Role::Manager];

/// An id of nothing: who may is told that there is no such thing, who may not is told so first.
const NONE: Uuid = Uuid::nil();
const P: ParticipantId = ParticipantId::new(NONE);
const STEP: StepId = StepId::new(NONE);
const SITTING: SittingId = SittingId::new(NONE);
const SESSION: SessionId = SessionId::new(NONE);
const SEAT: SeatId = SeatId::new(NONE);
const SYNTHESIS: SynthesisId = SynthesisId::new(NONE);
const STAFF: StaffId = StaffId::new(NONE);
const REFERRAL: ReferralId = ReferralId::new(NONE);
const PRESCRIBER: PrescriberId = PrescriberId::new(NONE);
const DELIVERY: DeliveryId = DeliveryId::new(NONE);
const NOTICE: NoticeId = NoticeId::new(NONE);
const APPOINTMENT: AppointmentId = AppointmentId::new(NONE);

fn new_prescriber() -> NewPrescriber {
    NewPrescriber {
        first_name: "Paul".to_owned(),
        last_name: "Lefebvre".to_owned(),
        kind: PrescriberKind::PathReferent,
        site: SiteId::new(NONE),
        email: String::new(),
        phone: String::new(),
    }
}

fn new_referral() -> NewReferral {
    NewReferral { prescriber: PRESCRIBER, received: tuesday(), question: "Quel métier ?".to_owned() }
}

fn key() -> SuggestionKey {
    SuggestionKey::written("sector/Office".to_owned())
}

fn mail_server() -> MailSettings {
    MailSettings {
        host: "localhost".to_owned(),
        port: 2525,
        security: Security::None,
        login: None,
        sender_name: "La Boussole".to_owned(),
        sender: "boussole@plie.example".to_owned(),
        authority: String::new(),
    }
}

fn slot() -> TimeSlot {
    TimeSlot { day: tuesday(), start: chrono::NaiveTime::from_hms_opt(14, 0, 0).unwrap(), minutes: Minutes(60) }
}

fn one_day() -> Days {
    Days { from: tuesday(), until: tuesday() }
}

fn new_session() -> NewSession {
    NewSession {
        workshop: activity(WORKSHOP),
        kind: SessionKind::Extra,
        slot: slot(),
        room: None,
        facilitator: None,
        steps: Vec::new(),
    }
}

fn nothing() -> AssessmentId {
    AssessmentId("rien".to_owned())
}

fn no_edition() -> Edition {
    Edition { id: nothing(), version: "1.0.0".to_owned(), content_hash: String::new() }
}

fn plain<T>(result: Result<T, AppError>) -> Result<(), AppError> {
    result.map(|_| ())
}

const RULES: [(&str, Others, UseCase); 195] = [
    ("calendar", BOTH, |h, l| plain(h.app.calendar(l, tuesday(), tuesday()))),
    ("check_move", NOBODY, |h, l| plain(h.app.check_move(l, SESSION, (slot(), "Salle des Dunes", STAFF)))),
    ("half_days", BOTH, |h, l| plain(h.app.half_days(l))),
    ("person_agenda", MANAGER, |h, l| plain(h.app.person_agenda(l, P))),
    ("write_agenda_sheet", FACILITATOR, |h, l| plain(h.app.write_agenda_sheet(l, P))),
    ("pause_for", FACILITATOR, |h, l| h.app.pause_for(l, SITTING)),
    ("resume_for", FACILITATOR, |h, l| h.app.resume_for(l, SITTING)),
    ("neutralise", NOBODY, |h, l| h.app.neutralise(l, SITTING, &ItemId("A".to_owned()), "Essai")),
    ("accompany", FACILITATOR, |h, l| plain(h.app.accompany(l, P, true))),
    ("answers_on_disk", NOBODY, |h, l| plain(h.app.answers_on_disk(l, SITTING))),
    ("record_participant", FACILITATOR, |h, l| plain(h.app.record_participant(l, &person("Amina", "Dubois")))),
    ("update_participant", NOBODY, |h, l| h.app.update_participant(l, P, &person("Amina", "Dubois"))),
    ("search_participants", BOTH, |h, l| plain(h.app.search_participants(l, "", 9))),
    ("list_participants", BOTH, |h, l| plain(h.app.list_participants(l, &PeopleQuery::default(), 9))),
    ("alike", FACILITATOR, |h, l| plain(h.app.alike(l, None, &person("Amina", "Dubois")))),
    ("possible_duplicates", NOBODY, |h, l| plain(h.app.possible_duplicates(l))),
    ("tell_apart", NOBODY, |h, l| h.app.tell_apart(l, P, P)),
    ("merge_view", NOBODY, |h, l| plain(h.app.merge_view(l, P, P))),
    ("merge_participants", NOBODY, |h, l| plain(h.app.merge_participants(l, (P, P), &[]))),
    ("undo_merge", NOBODY, |h, l| h.app.undo_merge(l, MergeId::new(NONE))),
    ("record_proof", NOBODY, |h, l| {
        let wish = NewProof { criterion: CriterionId("rsa".to_owned()), dated: tuesday(), until: None };
        plain(h.app.record_proof(l, P, &wish))
    }),
    ("remove_proof", NOBODY, |h, l| h.app.remove_proof(l, ProofId::new(NONE))),
    ("ending_proofs", MANAGER, |h, l| plain(h.app.ending_proofs(l))),
    ("recent_files", NOBODY, |h, l| plain(h.app.recent_files(l))),
    ("undo_import", NOBODY, |h, l| h.app.undo_import(l, ImportId::new(NONE))),
    ("import_view", NOBODY, |h, l| plain(h.app.import_view(l, &ImportWish::default()))),
    ("import_participants", NOBODY, |h, l| plain(h.app.import_participants(l, &ImportWish::default(), ""))),
    ("write_left_rows", NOBODY, |h, l| plain(h.app.write_left_rows(l, &ImportWish::default()))),
    ("save_column_map", NOBODY, |h, l| h.app.save_column_map(l, "CIP", &[], &[])),
    ("column_maps", NOBODY, |h, l| plain(h.app.column_maps(l))),
    ("export_participants", NOBODY, |h, l| {
        plain(h.app.export_participants(l, &PeopleQuery::default(), (ExportFormat::Csv, None)))
    }),
    ("figures", MANAGER, |h, l| plain(h.app.figures(l, one_day()))),
    ("export_figures", MANAGER, |h, l| plain(h.app.export_figures(l, one_day(), ExportFormat::Csv))),
    ("participant_file", MANAGER, |h, l| plain(h.app.participant_file(l, P))),
    ("record_site", MANAGER, |h, l| plain(h.app.record_site(l, "Antenne Est", ""))),
    ("correct_prescriber", MANAGER, |h, l| h.app.correct_prescriber(l, PRESCRIBER, &new_prescriber())),
    ("record_prescriber", MANAGER, |h, l| plain(h.app.record_prescriber(l, &new_prescriber()))),
    ("record_consent", NOBODY, |h, l| {
        h.app.record_consent(l, P, ConsentSubject::SendSynthesis, ConsentDecision::Agreed)
    }),
    ("record_observation", FACILITATOR, |h, l| h.app.record_observation(l, P, None, "Aide le groupe")),
    ("grids", FACILITATOR, |h, l| plain(h.app.grids(l, P))),
    ("begin_grid", FACILITATOR, |h, l| {
        plain(h.app.begin_grid(l, P, &AssessmentId("grille-escape-attitudes".to_owned()), None))
    }),
    ("grid", FACILITATOR, |h, l| plain(h.app.grid(l, SITTING))),
    ("fill_grid", FACILITATOR, |h, l| plain(h.app.fill_grid(l, SITTING, &[], 0))),
    ("group_grids", FACILITATOR, |h, l| plain(h.app.group_grids(l, SESSION))),
    ("group_grid", FACILITATOR, |h, l| plain(h.app.group_grid(l, SESSION, &nothing()))),
    ("begin_grid_of_session", FACILITATOR, |h, l| plain(h.app.begin_grid_of_session(l, (SESSION, P), &nothing()))),
    ("fill_group", FACILITATOR, |h, l| plain(h.app.fill_group(l, (SESSION, &nothing()), &[], 0))),
    ("finish_group", FACILITATOR, |h, l| plain(h.app.finish_group(l, SESSION, &nothing()))),
    ("set_health_right", MANAGER, |h, l| h.app.set_health_right(l, STAFF, true)),
    ("correct_referral", NOBODY, |h, l| h.app.correct_referral(l, REFERRAL, &new_referral())),
    ("take_in_hand", NOBODY, |h, l| h.app.take_in_hand(l, REFERRAL)),
    ("begin_synthesis_of", NOBODY, |h, l| plain(h.app.begin_synthesis_of(l, REFERRAL))),
    ("set_half_days", NOBODY, |h, l| h.app.set_half_days(l, P, Availability::always())),
    ("record_referral", NOBODY, |h, l| plain(h.app.record_referral(l, P, h.prescriber, tuesday(), "Quel métier ?"))),
    ("add_staff", MANAGER, |h, l| plain(h.app.add_staff(l, "Léa", "Noël", Role::Manager))),
    ("change_staff_code", MANAGER, |h, l| h.app.change_staff_code(l, "1357")),
    ("record_interview", NOBODY, |h, l| {
        plain(h.app.record_interview(l, ReferralId::new(NONE), &interview(ProjectState::Idea)))
    }),
    ("record_notice_told", NOBODY, |h, l| h.app.record_notice_told(l, NOTICE, NoticeWay::Phone)),
    ("undo_notice_told", NOBODY, |h, l| h.app.undo_notice_told(l, NOTICE)),
    ("notice_letter", NOBODY, |h, l| plain(h.app.notice_letter(l, NOTICE))),
    ("notices_waiting", NOBODY, |h, l| plain(h.app.notices_waiting(l))),
    ("letters_of_step", NOBODY, |h, l| plain(h.app.letters_of_step(l, STEP))),
    ("undo_arrival", FACILITATOR, |h, l| h.app.undo_arrival(l, P)),
    ("undo_prescription", NOBODY, |h, l| h.app.undo_prescription(l, STEP)),
    ("close_path", NOBODY, |h, l| plain(h.app.close_path(l, REFERRAL, (ClosingReason::Other, "Déménage")))),
    ("reopen_path", NOBODY, |h, l| h.app.reopen_path(l, REFERRAL)),
    ("interview_desk", NOBODY, |h, l| plain(h.app.interview_desk(l, REFERRAL))),
    ("begin_interview", NOBODY, |h, l| h.app.begin_interview(l, REFERRAL)),
    ("save_interview_draft", NOBODY, |h, l| h.app.save_interview_draft(l, REFERRAL, &InterviewDraft::default())),
    ("correct_interview", NOBODY, |h, l| h.app.correct_interview(l, REFERRAL, &interview(ProjectState::Idea))),
    ("sign_interview", NOBODY, |h, l| h.app.sign_interview(l, REFERRAL, (&drawn(), &drawn()))),
    ("write_interview_summary", NOBODY, |h, l| plain(h.app.write_interview_summary(l, P))),
    ("catalogue", NOBODY, |h, l| plain(h.app.catalogue(l, P))),
    ("prescribe", NOBODY, |h, l| plain(h.app.prescribe(l, RoadmapId::new(NONE), &activity(WORKSHOP), &wish()))),
    ("drop_step", NOBODY, |h, l| h.app.drop_step(l, STEP, "Départ")),
    ("complete_step", FACILITATOR, |h, l| h.app.complete_step(l, STEP)),
    ("reorder_step", NOBODY, |h, l| h.app.reorder_step(l, STEP, None)),
    ("arrive", FACILITATOR, |h, l| plain(h.app.arrive(l, P))),
    ("settings", MANAGER, |h, l| plain(h.app.settings(l))),
    ("set_dated", MANAGER, |h, l| h.app.set_dated(l, &SettingName::NoShowPercent, "20", tuesday())),
    ("make_code", FACILITATOR, |h, l| plain(h.app.make_code(l, P))),
    ("stations", BOTH, |h, l| plain(h.app.stations(l))),
    ("release_station", FACILITATOR, |h, l| h.app.release_station(l, STATION)),
    ("results", MANAGER, |h, l| plain(h.app.results(l, P))),
    ("pools", BOTH, |h, l| plain(h.app.pools(l))),
    ("open_proposal", NOBODY, |h, l| plain(h.app.open_proposal(l, &activity(WORKSHOP), None))),
    ("extend_series", NOBODY, |h, l| plain(h.app.extend_series(l))),
    ("open_session", NOBODY, |h, l| plain(h.app.open_session(l, &new_session(), None))),
    ("move_session", NOBODY, |h, l| h.app.move_session(l, SESSION, (slot(), "Salle des Dunes", STAFF), None)),
    ("book", NOBODY, |h, l| plain(h.app.book(l, AppointmentFor::Activity(STEP), slot(), STAFF, None))),
    ("move_appointment", NOBODY, |h, l| h.app.move_appointment(l, APPOINTMENT, (slot(), STAFF), None)),
    ("miss_appointment", FACILITATOR, |h, l| h.app.miss_appointment(l, APPOINTMENT, true)),
    ("proposal_question", MANAGER, |h, l| plain(h.app.proposal_question(l, &WhatIf::default()))),
    ("service", BOTH, |h, l| plain(h.app.service(l))),
    ("record_room", MANAGER, |h, l| h.app.record_room(l, "Salle des Dunes", 14)),
    ("record_equipment", MANAGER, |h, l| h.app.record_equipment(l, "Vidéoprojecteur", 1, 0)),
    ("set_skills", MANAGER, |h, l| h.app.set_skills(l, STAFF, &[])),
    ("record_staff_absence", MANAGER, |h, l| h.app.record_staff_absence(l, STAFF, one_day())),
    ("record_participant_absence", FACILITATOR, |h, l| h.app.record_participant_absence(l, P, one_day())),
    ("remove_absence", BOTH, |h, l| h.app.remove_absence(l, AbsenceId::new(NONE))),
    ("mark_day", MANAGER, |h, l| h.app.mark_day(l, tuesday(), false, "Inventaire")),
    ("unmark_day", MANAGER, |h, l| h.app.unmark_day(l, tuesday())),
    ("import_school_holidays", MANAGER, |h, l| plain(h.app.import_school_holidays(l, ""))),
    ("set_deadline", NOBODY, |h, l| h.app.set_deadline(l, STEP, None)),
    ("seat", NOBODY, |h, l| h.app.seat(l, SESSION, &[])),
    ("free_for", FACILITATOR, |h, l| plain(h.app.free_for(l, SESSION))),
    ("sessions", BOTH, |h, l| plain(h.app.sessions(l, tuesday(), tuesday()))),
    ("session", BOTH, |h, l| plain(h.app.session(l, SESSION))),
    ("take_attendance", FACILITATOR, |h, l| h.app.take_attendance(l, SEAT, Attendance::Present)),
    ("close_session", FACILITATOR, |h, l| h.app.close_session(l, SESSION)),
    ("cancel_session", NOBODY, |h, l| h.app.cancel_session(l, SESSION, "Salle inondée")),
    ("book_appointment", NOBODY, |h, l| plain(h.app.book_appointment(l, P, AppointmentKind::Diagnostic, slot()))),
    ("keep_appointment", NOBODY, |h, l| h.app.keep_appointment(l, APPOINTMENT)),
    ("cancel_appointment", NOBODY, |h, l| h.app.cancel_appointment(l, APPOINTMENT, "Malade")),
    ("free_slots", NOBODY, |h, l| plain(h.app.free_slots(l, P, AppointmentKind::Diagnostic, 60))),
    ("free_slots_with", NOBODY, |h, l| {
        plain(h.app.free_slots_with(l, STAFF, P, (AppointmentKind::Diagnostic, Minutes(60)), None))
    }),
    ("syntheses", BOTH, |h, l| plain(h.app.syntheses(l))),
    ("begin_synthesis", NOBODY, |h, l| plain(h.app.begin_synthesis(l, P))),
    ("synthesis_desk", MANAGER, |h, l| plain(h.app.synthesis_desk(l, SYNTHESIS))),
    ("save_synthesis", NOBODY, |h, l| h.app.save_synthesis(l, SYNTHESIS, &full_text())),
    ("write_synthesis", NOBODY, |h, l| h.app.write_synthesis(l, SYNTHESIS)),
    ("reopen_synthesis", NOBODY, |h, l| h.app.reopen_synthesis(l, SYNTHESIS, "Une erreur")),
    ("take_suggestion", NOBODY, |h, l| h.app.take_suggestion(l, SYNTHESIS, &key(), &full_text())),
    ("dismiss_suggestion", NOBODY, |h, l| h.app.dismiss_suggestion(l, SYNTHESIS, &key())),
    ("reconsider_suggestion", NOBODY, |h, l| h.app.reconsider_suggestion(l, SYNTHESIS, &key())),
    ("record_resemblance", NOBODY, |h, l| h.app.record_resemblance(l, SYNTHESIS, Paragraph::Reading, Resemblance::Yes)),
    ("record_person_says", NOBODY, |h, l| h.app.record_person_says(l, SYNTHESIS, "Oui")),
    ("to_sign", NOBODY, |h, l| plain(h.app.to_sign(l, SYNTHESIS))),
    ("print_to_sign", NOBODY, |h, l| plain(h.app.print_to_sign(l, SYNTHESIS))),
    ("sign_synthesis", NOBODY, |h, l| h.app.sign_synthesis(l, SYNTHESIS, &on_screen(""), None)),
    ("open_own_page", NOBODY, |h, l| h.app.open_own_page(l, SYNTHESIS)),
    ("close_own_page", NOBODY, |h, l| h.app.close_own_page(l, SYNTHESIS)),
    ("write_person_copies", FACILITATOR, |h, l| plain(h.app.write_person_copies(l, SYNTHESIS))),
    ("write_signed_copy", NOBODY, |h, l| plain(h.app.write_signed_copy(l, SYNTHESIS, 1))),
    ("person_page_preview", MANAGER, |h, l| plain(h.app.person_page_preview(l, SYNTHESIS))),
    ("add_co_prescriber", NOBODY, |h, l| h.app.add_co_prescriber(l, REFERRAL, PRESCRIBER)),
    ("remove_co_prescriber", NOBODY, |h, l| h.app.remove_co_prescriber(l, REFERRAL, PRESCRIBER)),
    ("call_back", NOBODY, |h, l| h.app.call_back(l, DELIVERY)),
    ("retry_delivery", NOBODY, |h, l| h.app.retry_delivery(l, DELIVERY)),
    ("record_password_told", NOBODY, |h, l| h.app.record_password_told(l, DELIVERY)),
    ("record_receipt", NOBODY, |h, l| h.app.record_receipt(l, DELIVERY)),
    ("outbox", NOBODY, |h, l| plain(h.app.outbox(l))),
    ("prescriber_mail", MANAGER, |h, l| plain(h.app.prescriber_mail(l, PRESCRIBER))),
    ("mail_server", MANAGER, |h, l| plain(h.app.mail_server(l))),
    ("set_mail_server", MANAGER, |h, l| h.app.set_mail_server(l, &mail_server())),
    ("synthesis_preview", MANAGER, |h, l| plain(h.app.synthesis_preview(l, SYNTHESIS))),
    ("deliver_synthesis", NOBODY, |h, l| plain(h.app.deliver_synthesis(l, SYNTHESIS, PRESCRIBER, Way::Paper))),
    ("write_attendance_sheet", FACILITATOR, |h, l| plain(h.app.write_attendance_sheet(l, SESSION))),
    ("write_invitations", FACILITATOR, |h, l| plain(h.app.write_invitations(l, SESSION))),
    ("write_roadmap_sheet", NOBODY, |h, l| plain(h.app.write_roadmap_sheet(l, P))),
    ("write_badge", FACILITATOR, |h, l| plain(h.app.write_badge(l, P))),
    ("editions", MANAGER, |h, l| plain(h.app.editions(l))),
    ("write_exercise_sheet", MANAGER, |h, l| plain(h.app.write_exercise_sheet(l, &no_edition()))),
    ("edition_questions", MANAGER, |h, l| plain(h.app.edition_questions(l, &no_edition()))),
    ("write_sheet_template", MANAGER, |h, l| plain(h.app.write_sheet_template(l))),
    ("install_assessment", MANAGER, |h, l| plain(h.app.install_assessment(l, Path::new("/nulle/part")))),
    ("activate_edition", MANAGER, |h, l| h.app.activate_edition(l, &nothing(), "1.0.0")),
    ("retire_edition", MANAGER, |h, l| h.app.retire_edition(l, &nothing(), "1.0.0", "Remplacée")),
    ("pilot_edition", MANAGER, |h, l| h.app.pilot_edition(l, &nothing(), "1.0.0")),
    ("offer_choices", FACILITATOR, |h, l| plain(h.app.offer_choices(l, &activity(WORKSHOP)))),
    ("offer_sessions", NOBODY, |h, l| h.app.offer_sessions(l, STEP, &[SESSION])),
    ("answer_offer", FACILITATOR, |h, l| h.app.answer_offer(l, OfferId::new(NONE), OfferAnswer::Taken)),
    ("decline_offers", FACILITATOR, |h, l| h.app.decline_offers(l, STEP)),
    ("undo_told", FACILITATOR, |h, l| h.app.undo_told(l, &[TellingId::new(NONE)])),
    ("seat_unanswered", NOBODY, |h, l| plain(h.app.seat_unanswered(l, SESSION))),
    ("withdraw", FACILITATOR, |h, l| h.app.withdraw(l, SEAT, &Withdrawal::ByPerson)),
    ("undo_withdraw", FACILITATOR, |h, l| h.app.undo_withdraw(l, SEAT)),
    ("confirm_session", NOBODY, |h, l| h.app.confirm_session(l, SESSION)),
    ("merge_sessions", NOBODY, |h, l| plain(h.app.merge_sessions(l, SESSION, SESSION))),
    ("undo_merge_sessions", NOBODY, |h, l| h.app.undo_merge_sessions(l, SESSION)),
    ("undo_seat_unanswered", NOBODY, |h, l| {
        let now = h.app.now();
        h.app.undo_seat_unanswered(l, SESSION, now)
    }),
    ("undo_cancel", NOBODY, |h, l| h.app.undo_cancel(l, SESSION)),
    ("undo_close", FACILITATOR, |h, l| h.app.undo_close(l, SESSION)),
    ("review_absences", NOBODY, |h, l| h.app.review_absences(l, P)),
    ("sessions_life", BOTH, |h, l| plain(h.app.sessions_life(l, tuesday(), tuesday()))),
    ("session_life", BOTH, |h, l| plain(h.app.session_life(l, SESSION))),
    ("check_session", FACILITATOR, |h, l| plain(h.app.check_session(l, SESSION))),
    ("people_to_tell", FACILITATOR, |h, l| plain(h.app.people_to_tell(l))),
    ("record_told", FACILITATOR, |h, l| h.app.record_told(l, Holder::Session(SESSION), News::Invitation, &[])),
    ("convene", NOBODY, |h, l| plain(h.app.convene(l, SESSION))),
    ("set_channel", FACILITATOR, |h, l| h.app.set_channel(l, P, None)),
    ("take_attendances", FACILITATOR, |h, l| h.app.take_attendances(l, SESSION, &[])),
    ("add_walk_in", FACILITATOR, |h, l| plain(h.app.add_walk_in(l, SESSION, &Newcomer::Participant(P)))),
    ("remove_walk_in", FACILITATOR, |h, l| h.app.remove_walk_in(l, WalkInId::new(NONE))),
    ("sign_on_pad", FACILITATOR, |h, l| {
        h.app.sign_on_pad(l, (SESSION, Half::Morning), Signer::Convened(P), vec![vec![(0, 0), (9, 9)]])
    }),
    ("record_signed_sheet", FACILITATOR, |h, l| {
        plain(h.app.record_signed_sheet(l, (SESSION, Half::Morning), &SheetProof::Pad))
    }),
    ("unsigned_sheets", BOTH, |h, l| plain(h.app.unsigned_sheets(l))),
    ("write_session_sheet", FACILITATOR, |h, l| plain(h.app.write_session_sheet(l, SESSION))),
    ("write_appointment_letter", FACILITATOR, |h, l| plain(h.app.write_appointment_letter(l, APPOINTMENT))),
    ("write_news_letters", FACILITATOR, |h, l| plain(h.app.write_news_letters(l, Holder::Session(SESSION), &[]))),
    ("write_ics_for", FACILITATOR, |h, l| plain(h.app.write_ics_for(l, P))),
    ("rebook", NOBODY, |h, l| plain(h.app.rebook(l, APPOINTMENT, (slot(), STAFF), None))),
    ("restore_appointment", NOBODY, |h, l| h.app.restore_appointment(l, APPOINTMENT)),
    ("appointments_to_rebook", BOTH, |h, l| plain(h.app.appointments_to_rebook(l))),
    ("write_agenda", BOTH, |h, l| plain(h.app.write_agenda(l))),
];

#[test]
fn each_role_does_what_it_may_and_nothing_else() {
    let mut house = House::new();
    let manager = house.app.add_staff(house.counsellor, "Hubert", "Woussen", Role::Manager).unwrap();
    let manager = house.app.log_in(manager).unwrap();
    let mut wrong = Vec::new();
    for (name, others, use_case) in RULES {
        for login in [manager, house.facilitator, house.counsellor] {
            let may = login.role() == Role::Counsellor || others.contains(&login.role());
            let forbidden = matches!(use_case(&mut house, login), Err(AppError::Forbidden));
            if may == forbidden {
                wrong.push(format!("{name}: {:?} may: {may}, is forbidden: {forbidden}", login.role()));
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn every_use_case_that_asks_who_is_working_is_in_the_matrix() {
    let told: BTreeSet<String> =
        RULES.iter().map(|(name, ..)| (*name).to_owned()).chain(["today".to_owned()]).collect();
    let written: BTreeSet<String> = sources()
        .iter()
        .filter(|source| source.path.starts_with("src/app/"))
        .flat_map(|source| {
            let public = source.code.split("pub fn ").skip(1).map(str::to_owned);
            public.filter(|text| text.split('{').next().is_some_and(|head| head.contains("login: Login")))
        })
        .map(|text| word(&text).to_owned())
        .collect();
    assert_eq!(told, written);
}

#[test]
fn the_home_shows_itself_to_every_role() {
    let mut house = House::new();
    let manager = house.app.add_staff(house.counsellor, "Hubert", "Woussen", Role::Manager).unwrap();
    let manager = house.app.log_in(manager).unwrap();
    for login in [manager, house.facilitator, house.counsellor] {
        assert_eq!(house.app.today(login).unwrap().day, tuesday());
    }
}

#[test]
fn only_the_counsellor_completes_nothing_but_individual_steps() {
    // Digital and collective steps finish by their sitting or their attendance, whoever asks.
    let mut house = House::new();
    let somebody = house.somebody();
    let step = house.prescribe(somebody, WORKSHOP);
    for login in [house.counsellor, house.facilitator] {
        let refused = house.app.complete_step(login, step);
        assert!(matches!(refused, Err(AppError::Refused(Refusal::Roadmap(RoadmapRefusal::NotByHand)))));
    }
    let individual = house.prescribe(somebody, "casque-vr");
    house.app.complete_step(house.facilitator, individual).unwrap();
    let sector = ConsentSubject::SectorFocus(Sector::Industry);
    let refused = house.app.record_consent(house.facilitator, somebody, sector, ConsentDecision::Agreed);
    assert!(matches!(refused, Err(AppError::Forbidden)));
}
