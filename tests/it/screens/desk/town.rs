//! People and papers made without screens, so that a test begins where it matters.

use boussole::app::interview::NewInterview;
use boussole::app::network::NewPrescriber;
use boussole::app::people::NewParticipant;
use boussole::app::{App, Login};
use boussole::domain::activity::ActivityId;
use boussole::domain::id::{ParticipantId, PrescriberId, StepId};
use boussole::domain::interview::{InterviewNotes, ProjectState};
use boussole::domain::person::PrescriberKind;
use boussole::domain::roadmap::{Place, Prescription};
use chrono::NaiveDate;

pub const SIX: [(&str, &str); 6] = [
    ("Amina", "Diallo"),
    ("Bruno", "Leroy"),
    ("Chloé", "Vandewalle"),
    ("Dragan", "Popović"),
    ("Élodie", "D'Hondt"),
    ("Farid", "Benali"),
];

pub fn prescriber(app: &mut App, login: Login) -> PrescriberId {
    let site = app.record_site(login, "Antenne de Dunkerque centre", "1 place Jean-Bart").unwrap();
    let wish = NewPrescriber {
        first_name: "Hélène".into(),
        last_name: "Vandamme".into(),
        kind: PrescriberKind::PathReferent,
        site,
        email: "h.vandamme@plie.example".into(),
        phone: "03 28 00 00 12".into(),
    };
    app.record_prescriber(login, &wish).unwrap()
}

/// Records a person who was interviewed today.
pub fn interviewed(app: &mut App, login: Login, by: PrescriberId, (first, last): (&str, &str)) -> ParticipantId {
    let born = NaiveDate::from_ymd_opt(1988, 4, 3).unwrap();
    let wish = NewParticipant { phone: "06 00 00 00 00".into(), ..NewParticipant::named(first, last, born) };
    let id = app.record_participant(login, &wish).unwrap();
    let day = app.day();
    let referral = app.record_referral(login, id, by, day, "Quel métier après une longue pause ?").unwrap();
    let interview = NewInterview {
        day,
        minutes: 60,
        project: ProjectState::NoProject,
        notes: InterviewNotes {
            situation: "Sans emploi depuis trois ans.".into(),
            needs: "Transport le matin.".into(),
            ..InterviewNotes::default()
        },
    };
    app.record_interview(login, referral, &interview).unwrap();
    id
}

pub fn prescribe(app: &mut App, login: Login, id: ParticipantId, activity: &str) -> StepId {
    let roadmap = app.participant_file(login, id).unwrap().roadmap.unwrap().id;
    let wish = Prescription {
        place: Place::OnSite,
        reason: "Pour commencer.".into(),
        despite_advice: Some("Demande de la personne.".into()),
    };
    app.prescribe(login, roadmap, &ActivityId(activity.into()), &wish).unwrap()
}
