//! Which role may do what: every use case that asks who is working, for each role.

use std::collections::BTreeSet;
use std::path::Path;

use boussole::app::network::NewPrescriber;
use boussole::app::{AppError, Login, Refusal};
use boussole::domain::activity::Sector;
use boussole::domain::appointment::AppointmentKind;
use boussole::domain::assessment::{AssessmentId, Edition, ItemId};
use boussole::domain::id::{
    AppointmentId, ParticipantId, ReferralId, RoadmapId, SeatId, SessionId, SiteId, SittingId, StepId, SynthesisId,
};
use boussole::domain::interview::ProjectState;
use boussole::domain::person::{ConsentDecision, ConsentSubject, PrescriberKind, Role};
use boussole::domain::roadmap::RoadmapRefusal;
use boussole::domain::stamp::{Minutes, TimeSlot};
use boussole::domain::workshop::Attendance;
use uuid::Uuid;

use crate::sources::{sources, word};
use crate::support::{House, STATION, WORKSHOP, activity, full_text, interview, person, tuesday, wish};

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
const APPOINTMENT: AppointmentId = AppointmentId::new(NONE);

fn slot() -> TimeSlot {
    TimeSlot { day: tuesday(), start: chrono::NaiveTime::from_hms_opt(14, 0, 0).unwrap(), minutes: Minutes(60) }
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

const RULES: [(&str, Others, UseCase); 66] = [
    ("pause_for", FACILITATOR, |h, l| h.app.pause_for(l, SITTING)),
    ("resume_for", FACILITATOR, |h, l| h.app.resume_for(l, SITTING)),
    ("neutralise", NOBODY, |h, l| h.app.neutralise(l, SITTING, &ItemId("A".to_owned()), "Essai")),
    ("accompany", FACILITATOR, |h, l| plain(h.app.accompany(l, P, true))),
    ("answers_on_disk", NOBODY, |h, l| plain(h.app.answers_on_disk(l, SITTING))),
    ("record_participant", FACILITATOR, |h, l| plain(h.app.record_participant(l, &person("Amina", "Dubois")))),
    ("update_participant", NOBODY, |h, l| h.app.update_participant(l, P, &person("Amina", "Dubois"))),
    ("search_participants", BOTH, |h, l| plain(h.app.search_participants(l, "", 9))),
    ("participant_file", MANAGER, |h, l| plain(h.app.participant_file(l, P))),
    ("record_site", MANAGER, |h, l| plain(h.app.record_site(l, "Antenne Est", ""))),
    ("record_prescriber", MANAGER, |h, l| {
        let wish = NewPrescriber {
            first_name: "Paul".to_owned(),
            last_name: "Lefebvre".to_owned(),
            kind: PrescriberKind::PathReferent,
            site: SiteId::new(NONE),
            email: String::new(),
        };
        plain(h.app.record_prescriber(l, &wish))
    }),
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
    ("record_referral", NOBODY, |h, l| plain(h.app.record_referral(l, P, h.prescriber, tuesday(), "Quel métier ?"))),
    ("add_staff", MANAGER, |h, l| plain(h.app.add_staff(l, "Léa", "Noël", Role::Manager))),
    ("change_staff_code", MANAGER, |h, l| h.app.change_staff_code(l, "1357")),
    ("record_interview", NOBODY, |h, l| {
        plain(h.app.record_interview(l, ReferralId::new(NONE), &interview(ProjectState::Idea)))
    }),
    ("catalogue", NOBODY, |h, l| plain(h.app.catalogue(l, P))),
    ("prescribe", NOBODY, |h, l| plain(h.app.prescribe(l, RoadmapId::new(NONE), &activity(WORKSHOP), &wish()))),
    ("drop_step", NOBODY, |h, l| h.app.drop_step(l, STEP, "Départ")),
    ("complete_step", FACILITATOR, |h, l| h.app.complete_step(l, STEP)),
    ("reorder_step", NOBODY, |h, l| h.app.reorder_step(l, STEP, None)),
    ("make_code", FACILITATOR, |h, l| plain(h.app.make_code(l, P))),
    ("stations", BOTH, |h, l| plain(h.app.stations(l))),
    ("release_station", FACILITATOR, |h, l| h.app.release_station(l, STATION)),
    ("results", MANAGER, |h, l| plain(h.app.results(l, P))),
    ("pools", BOTH, |h, l| plain(h.app.pools(l))),
    ("open_proposal", NOBODY, |h, l| plain(h.app.open_proposal(l, &activity(WORKSHOP), None))),
    ("extend_series", NOBODY, |h, l| plain(h.app.extend_series(l))),
    ("open_extra", NOBODY, |h, l| plain(h.app.open_extra(l, &activity(WORKSHOP), slot(), &[]))),
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
    ("syntheses", BOTH, |h, l| plain(h.app.syntheses(l))),
    ("begin_synthesis", NOBODY, |h, l| plain(h.app.begin_synthesis(l, P))),
    ("synthesis_desk", MANAGER, |h, l| plain(h.app.synthesis_desk(l, SYNTHESIS))),
    ("save_synthesis", NOBODY, |h, l| h.app.save_synthesis(l, SYNTHESIS, &full_text())),
    ("write_synthesis", NOBODY, |h, l| h.app.write_synthesis(l, SYNTHESIS)),
    ("sign_synthesis", NOBODY, |h, l| h.app.sign_synthesis(l, SYNTHESIS)),
    ("synthesis_preview", MANAGER, |h, l| plain(h.app.synthesis_preview(l, SYNTHESIS))),
    ("deliver_synthesis", NOBODY, |h, l| plain(h.app.deliver_synthesis(l, SYNTHESIS))),
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
