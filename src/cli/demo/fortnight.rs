//! The fortnight, day by day: intake, sittings, workshops, syntheses.

mod seats;
mod syntheses;

use std::io::Write;

use chrono::{NaiveDate, NaiveTime};

use self::seats::OFFERED;
use super::DemoError;
use super::cast::{COMMUNES, PARTICIPANTS, PRESCRIBERS, PROOFS, QUESTIONS, Role, SITES, Story, TWICE};
use super::observer::observe;
use super::summary::{SessionTally, Tally};
use crate::app::interview::NewInterview;
use crate::app::network::NewPrescriber;
use crate::app::people::{NewParticipant, NewProof, Stage};
use crate::app::setup::SetUp;
use crate::app::{App, AppError, Chance, Login};
use crate::cli::robots::{Stamina, Temper, sit};
use crate::domain::activity::{ActivityId, Sector};
use crate::domain::appointment::AppointmentKind;
use crate::domain::assessment::AssessmentId;
use crate::domain::calendar::{Calendar, Days};
use crate::domain::commune::Residence;
use crate::domain::criterion::CriterionId;
use crate::domain::delivery::NoticeWay;
use crate::domain::id::{ParticipantId, SessionId};
use crate::domain::interview::InterviewNotes;
use crate::domain::person::{ConsentDecision, ConsentSubject, ExtraTime, Need, Needs, PrescriberKind};
use crate::domain::roadmap::{Place, Prescription};
use crate::domain::scheduling::Verdict;
use crate::domain::stamp::{Instant, days_after};
use crate::domain::workshop::{Attendance, SessionKind, SessionState};
use crate::i18n::{Explain, weekday_date};
use crate::tr;

/// The staff code of the demonstration, told in its output.
pub const STAFF_CODE: &str = "2580";

/// What facilitators fill in after a workshop.
const GRID: &str = "grille-escape-attitudes";

/// A number that the regulator keeps for fiction (ARCEP, decision 2018-0881: 03 53 01 00 00 to 03 53 01 99 99).
const PHONE: &str = "03 53 01 20 26";

pub(super) struct Fortnight<'a, W: Write> {
    app: &'a mut App,
    out: &'a mut W,
    chance: Chance,
    counsellor: Login,
    facilitator: Login,
    days: Vec<NaiveDate>,
    people: Vec<(ParticipantId, &'static Role)>,
    tally: Tally,
    /// Sessions that were held.
    n_held: usize,
}

impl<'a, W: Write> Fortnight<'a, W> {
    /// Sets the service up on the first of the working days of the fortnight that ends today.
    pub(super) fn begin(app: &'a mut App, today: NaiveDate, seed: u64, out: &'a mut W) -> Result<Self, DemoError> {
        let calendar = Calendar::default();
        let days: Vec<NaiveDate> =
            (0..=14).rev().map(|n| today - chrono::Days::new(n)).filter(|day| calendar.is_open(*day)).collect();
        let first = days.first().copied().ok_or(DemoError::Script("jour ouvert"))?;
        app.set_time(at(first, 8, 30));
        let counsellor = app.set_up(&SetUp {
            counsellor_first_name: "Claire".to_owned(),
            counsellor_last_name: "Delannoy".to_owned(),
            staff_code: STAFF_CODE.to_owned(),
            phone: PHONE.to_owned(),
        })?;
        let facilitator = app.add_staff(counsellor, "Mehdi", "Saïdi", crate::domain::person::Role::Facilitator)?;
        app.add_staff(counsellor, "Béatrice", "Leclercq", crate::domain::person::Role::Facilitator)?;
        app.add_staff(counsellor, "Hubert", "Woussen", crate::domain::person::Role::Manager)?;
        let facilitator = app.log_in(facilitator)?;
        let chance = Chance::from_seed(seed.wrapping_add(1));
        Ok(Self {
            app,
            out,
            chance,
            counsellor,
            facilitator,
            days,
            people: Vec::new(),
            tally: Tally::default(),
            n_held: 0,
        })
    }

    pub(super) fn play(mut self) -> Result<Tally, DemoError> {
        self.intake()?;
        self.say(&tr!("demo-intake", participants = self.people.len()))?;
        self.interviews()?;
        self.say(&tr!("demo-interviews"))?;
        for index in 1..self.days.len() {
            self.day(index)?;
        }
        self.next_days()?;
        self.close()?;
        Ok(self.tally)
    }

    fn say(&mut self, line: &str) -> Result<(), DemoError> {
        Ok(writeln!(self.out, "{line}")?)
    }

    fn intake(&mut self) -> Result<(), DemoError> {
        let sites = SITES.map(|(name, address)| self.app.record_site(self.counsellor, name, address));
        let sites = sites.into_iter().collect::<Result<Vec<_>, AppError>>()?;
        let mut prescribers = Vec::new();
        for (first, last, path, site, email, phone) in PRESCRIBERS {
            let kind = if path { PrescriberKind::PathReferent } else { PrescriberKind::EmploymentAdviser };
            let site = sites.get(site).copied().ok_or(DemoError::Script("antenne"))?;
            let wish = NewPrescriber {
                first_name: first.to_owned(),
                last_name: last.to_owned(),
                kind,
                site,
                email: email.to_owned(),
                phone: phone.to_owned(),
            };
            prescribers.push(self.app.record_prescriber(self.counsellor, &wish)?);
        }
        let today = self.app.day();
        for (index, role) in PARTICIPANTS.iter().enumerate() {
            self.minutes_pass(2);
            let wish = NewParticipant {
                gender: role.gender,
                residence: self.residence(index),
                needs: needs(role),
                phone: format!("06 39 98 {:02} {:02}", index / 10, 10 + index),
                supports: role.supports.to_owned(),
                extra_time: if role.temper == Temper::Hesitant { ExtraTime::Third } else { ExtraTime::None },
                availability: role.free.availability(),
                ..NewParticipant::named(role.first, role.last, role.birth_date())
            };
            let id = self.app.record_participant(self.counsellor, &wish)?;
            let prescriber =
                prescribers.get(index % prescribers.len()).copied().ok_or(DemoError::Script("prescripteur"))?;
            let received = today - chrono::Days::new(3 + (index as u64 * 5) % 17);
            let question = QUESTIONS.get(index % QUESTIONS.len()).copied().unwrap_or_default();
            self.app.record_referral(self.counsellor, id, prescriber, received, question)?;
            self.people.push((id, role));
        }
        self.tally.participants = self.people.len();
        self.proofs()?;
        self.recorded_twice()
    }

    /// Returns where somebody lives: the communes of the territory in turn.
    fn residence(&self, index: usize) -> Residence {
        let name = COMMUNES.get(index % COMMUNES.len()).copied().unwrap_or_default();
        self.app.find_communes(name).first().map(|found| found.residence.clone()).unwrap_or_default()
    }

    /// Some documents were seen at the first visit: most are valid, one ends soon, one has ended.
    fn proofs(&mut self) -> Result<(), DemoError> {
        let today = self.app.day();
        for (index, criterion, days_ago) in PROOFS {
            let Some((id, _)) = self.people.get(index) else { continue };
            let dated = today - chrono::Days::new(days_ago);
            let until = (criterion == "th").then(|| today + chrono::Days::new(900));
            let criterion = CriterionId(criterion.to_owned());
            self.app.record_proof(self.counsellor, *id, &NewProof { criterion, dated, until })?;
        }
        Ok(())
    }

    /// Somebody is there twice: the year of birth was mistaken, and the phone came later.
    fn recorded_twice(&mut self) -> Result<(), DemoError> {
        let (first, last, (year, month, day)) = TWICE;
        let born = NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default();
        let wish = NewParticipant::named(first, last, born);
        let id = self.app.record_participant(self.counsellor, &wish)?;
        let other = self.people.iter().find(|(_, role)| role.first == first).map(|(id, _)| *id);
        let other = other.ok_or(DemoError::Script("doublon"))?;
        let phone = self.app.participant_file(self.counsellor, other)?.phone;
        self.app.update_participant(self.counsellor, id, &NewParticipant { phone, ..wish })?;
        Ok(())
    }

    fn interviews(&mut self) -> Result<(), DemoError> {
        for (id, role) in self.people.clone() {
            self.minutes_pass(12);
            match role.story {
                Story::JustReferred => {}
                Story::JustInterviewed => self.interview(id, role)?,
                Story::Undecided | Story::Idea | Story::Sector(_) => {
                    self.interview(id, role)?;
                    self.roadmap(id, role)?;
                }
            }
        }
        self.app.extend_series(self.counsellor)?;
        Ok(())
    }

    fn interview(&mut self, id: ParticipantId, role: &Role) -> Result<(), DemoError> {
        let file = self.app.participant_file(self.counsellor, id)?;
        let referral = file.referral.ok_or(DemoError::Script("orientation"))?;
        let minutes = 30 + 15 * (self.chance.number() % 5);
        let wish = NewInterview {
            day: self.app.day(),
            minutes,
            project: role.project(),
            notes: InterviewNotes {
                situation: tr!("demo-situation"),
                needs: role.supports.to_owned(),
                ..InterviewNotes::default()
            },
        };
        self.app.record_interview(self.counsellor, referral.id, &wish)?;
        Ok(())
    }

    fn roadmap(&mut self, id: ParticipantId, role: &Role) -> Result<(), DemoError> {
        let activities: Vec<&str> = match role.story {
            Story::Undecided => {
                vec!["interets", "conditions-travail", "valeurs", "lire-compter", "environnement-economique"]
            }
            Story::Idea => vec!["style-travail", "fatigue-travail"],
            Story::Sector(sector) => vec!["grands-traits", "fatigue-travail", sector_workshop(sector)],
            Story::JustReferred | Story::JustInterviewed => Vec::new(),
        };
        if let Story::Sector(sector) = role.story {
            self.app.record_consent(
                self.counsellor,
                id,
                ConsentSubject::SectorFocus(sector),
                ConsentDecision::Agreed,
            )?;
        }
        for activity in activities {
            let file = self.app.participant_file(self.counsellor, id)?;
            let roadmap = file.roadmap.ok_or(DemoError::Script("feuille de route"))?;
            let wish = Prescription { place: Place::OnSite, reason: reason(activity), despite_advice: None };
            self.app.prescribe(self.counsellor, roadmap.id, &ActivityId(activity.to_owned()), &wish)?;
        }
        Ok(())
    }

    /// One working day: sittings in the morning, workshops opened and held, syntheses in the afternoon.
    fn day(&mut self, index: usize) -> Result<(), DemoError> {
        let day = self.days.get(index).copied().ok_or(DemoError::Script("jour"))?;
        self.app.set_time(at(day, 8, 45));
        let before = (self.tally.sittings, self.tally.deliveries);
        if index == 1 {
            for session in self.open_workshops()? {
                self.convene(session)?;
            }
        }
        self.tell_prescribers()?;
        self.remind()?;
        self.sittings(index)?;
        self.sessions(day)?;
        if index + 2 == self.days.len() {
            self.second_round()?;
        }
        self.syntheses(index)?;
        let (sittings, deliveries) = (self.tally.sittings - before.0, self.tally.deliveries - before.1);
        self.say(&tr!("demo-day", day = weekday_date(day), sittings = sittings, deliveries = deliveries))
    }

    /// Calls the prescribers of all letters but the latest two: those wait on Today.
    fn tell_prescribers(&mut self) -> Result<(), DemoError> {
        for letter in self.app.notices_waiting(self.counsellor)?.iter().rev().skip(2) {
            self.app.record_notice_told(self.counsellor, letter.id, NoticeWay::Phone)?;
        }
        Ok(())
    }

    /// Opens every session that the rule proposes, as the counsellor would.
    fn open_workshops(&mut self) -> Result<Vec<SessionId>, DemoError> {
        let mut opened = Vec::new();
        while let Some(pool) =
            self.app.pools(self.counsellor)?.into_iter().find(|pool| matches!(pool.verdict, Verdict::Proposed(_)))
        {
            let session = self.app.open_proposal(self.counsellor, &pool.workshop, None)?;
            let view = self.app.session(self.counsellor, session)?;
            opened.push(session);
            self.app.write_invitations(self.counsellor, session)?;
            self.app.write_attendance_sheet(self.counsellor, session)?;
            self.say(&tr!(
                "demo-opened",
                workshop = view.title.as_str(),
                day = weekday_date(view.slot.day),
                seats = view.seats.len()
            ))?;
        }
        Ok(opened)
    }

    /// Prescribes two more workshops to the paths that are underway: one opens next week, dates of the other are offered. Builders also get an
    /// assessment that nobody has taken: there is something to try at a kiosk.
    fn second_round(&mut self) -> Result<(), DemoError> {
        for (id, role) in self.people.clone() {
            let file = self.app.participant_file(self.counsellor, id)?;
            if let (Stage::Underway { .. }, Some(roadmap)) = (file.stage, file.roadmap) {
                let sector = matches!(role.story, Story::Sector(Sector::Building));
                let more: &[&str] = if sector { &["style-travail"] } else { &[] };
                for activity in ["atelier-forme", OFFERED].iter().chain(more).copied() {
                    let wish = Prescription { place: Place::OnSite, reason: reason(activity), despite_advice: None };
                    self.app.prescribe(self.counsellor, roadmap.id, &ActivityId(activity.to_owned()), &wish)?;
                }
            }
        }
        // The first of them was told; the others wait for somebody to say so.
        let opened = self.open_workshops()?;
        if let Some(session) = opened.first() {
            self.convene(*session)?;
        }
        self.offer_dates()
    }

    /// Lets each robot sit on its days, four stations in the room.
    fn sittings(&mut self, index: usize) -> Result<(), DemoError> {
        for (number, (id, role)) in self.people.clone().into_iter().enumerate() {
            // Two waves: half of the people on the second and third day, the others on the two after.
            let first_visit = 1 + number % 4;
            let comes = index == first_visit || (role.temper == Temper::Interrupted && index == first_visit + 1);
            if !comes {
                continue;
            }
            let code = match self.app.make_code(self.counsellor, id) {
                Ok(code) => code.grouped,
                // Nothing digital on the roadmap, or everything done.
                Err(AppError::Refused(_)) => continue,
                Err(error) => return Err(error.into()),
            };
            let stamina = match role.temper {
                Temper::Interrupted if index == first_visit => Stamina::Answers(11),
                Temper::Interrupted | Temper::Careful | Temper::Hesitant | Temper::Careless => Stamina::Everything,
            };
            let station = format!("Poste {}", 1 + (number + index) % 4);
            let visited =
                sit(self.app, &station, &code, role.temper, stamina, &mut self.chance, &mut |_, _, _| Ok(()))?;
            self.tally.answers += visited.answers;
            self.tally.sittings += visited.finished;
        }
        Ok(())
    }

    /// Takes attendance of the sessions of the day: everybody came but one, who returns to the pool.
    fn sessions(&mut self, day: NaiveDate) -> Result<(), DemoError> {
        for view in self.app.sessions(self.facilitator, day, day)? {
            if !matches!(view.state, SessionState::Opened { .. }) || view.slot.starts_at() > at(day, 23, 0).local() {
                continue;
            }
            self.advance_to(at_time(day, view.slot.end()));
            for (index, seat) in view.seats.iter().enumerate() {
                let absent = index + 1 == view.seats.len() && view.seats.len() > view.minimum;
                let attendance = if absent { Attendance::NoShow } else { Attendance::Present };
                self.app.take_attendance(self.facilitator, seat.id, attendance)?;
                if index < 2 && !absent {
                    self.app.record_observation(
                        self.facilitator,
                        seat.participant,
                        Some(&view.workshop),
                        &tr!("demo-observation"),
                    )?;
                    self.grid((view.id, seat.participant), index)?;
                }
            }
            if !view.seats.is_empty() {
                self.sign(&view, self.n_held)?;
                self.n_held += 1;
            }
            self.app.close_session(self.facilitator, view.id)?;
        }
        Ok(())
    }

    /// Two facilitators fill in the same grid about the first person, one about the second.
    fn grid(&mut self, at: (SessionId, ParticipantId), index: usize) -> Result<(), DemoError> {
        let observers: &[Login] = if index == 0 { &[self.facilitator, self.counsellor] } else { &[self.facilitator] };
        for observer in observers {
            let sitting = self.app.begin_grid_of_session(*observer, at, &AssessmentId(GRID.to_owned()))?;
            observe(self.app, *observer, sitting, &mut self.chance)?;
        }
        Ok(())
    }

    /// What the calendar of the coming days shows beside the sessions: interviews and an absence.
    fn next_days(&mut self) -> Result<(), DemoError> {
        let today = self.app.day();
        for (id, _) in self.people.clone().into_iter().filter(|(_, role)| matches!(role.story, Story::JustReferred)) {
            let slots = self.app.free_slots(self.counsellor, id, AppointmentKind::Diagnostic, 60)?;
            if let Some(slot) = slots.into_iter().find(|slot| slot.day > today) {
                self.app.book_appointment(self.counsellor, id, AppointmentKind::Diagnostic, slot)?;
            }
        }
        let away = Calendar::default().open_day_from(days_after(today, 7));
        let staff = self.app.staff()?.into_iter().find(|member| member.name.first() == "Béatrice");
        if let Some(member) = staff {
            let days = Days { from: away, until: days_after(away, 1) };
            self.app.record_staff_absence(self.counsellor, member.id, days)?;
        }
        Ok(())
    }

    /// Counts what there is in the end, and writes the agenda.
    fn close(&mut self) -> Result<(), DemoError> {
        let (first, until) = (self.days.first().copied().unwrap_or_default(), days_after(self.app.day(), 60));
        for view in self.app.sessions(self.counsellor, first, until)? {
            // The calendar holds the fortnightly ones, whoever comes: nobody opened them.
            let opened = view.kind != SessionKind::Series && !matches!(view.state, SessionState::Cancelled { .. });
            if opened && !view.seats.is_empty() {
                let (workshop, date, seats) = (view.title, Some(view.slot.day), view.seats.len());
                self.tally.sessions.push(SessionTally { workshop, date, seats, reason: None });
            }
        }
        for pool in self.app.pools(self.counsellor)? {
            if let Verdict::Waits(why) = &pool.verdict
                && !pool.waiting.is_empty()
            {
                let (workshop, seats) = (pool.title, pool.waiting.len());
                self.tally.sessions.push(SessionTally { workshop, date: None, seats, reason: Some(why.explain()) });
            }
        }
        let finished = self.app.syntheses(self.counsellor)?;
        self.tally.roadmaps_finished = finished.len();
        self.app.write_agenda(self.counsellor)?;
        Ok(())
    }

    fn minutes_pass(&mut self, minutes: u64) {
        self.app.set_time(self.app.now().plus_millis(minutes * 60_000));
    }

    /// Moves the clock forward, never back.
    fn advance_to(&mut self, instant: Instant) {
        if instant > self.app.now() {
            self.app.set_time(instant);
        }
    }
}

fn at(day: NaiveDate, hour: u32, minute: u32) -> Instant {
    at_time(day, NaiveTime::from_hms_opt(hour, minute, 0).unwrap_or_default())
}

fn at_time(day: NaiveDate, time: NaiveTime) -> Instant {
    Instant::in_paris(day.and_time(time))
}

fn sector_workshop(sector: Sector) -> &'static str {
    match sector {
        Sector::Industry => "atelier-industrie",
        Sector::Transport => "atelier-transport",
        Sector::PersonalServices => "atelier-services",
        Sector::Building => "atelier-batiment",
        Sector::Catering => "atelier-restauration",
        Sector::Office => "atelier-tertiaire",
    }
}

fn reason(activity: &str) -> String {
    match activity {
        "grands-traits" => tr!("demo-reason-traits"),
        "style-travail" => tr!("demo-reason-style"),
        "interets" => tr!("demo-reason-interests"),
        "conditions-travail" => tr!("demo-reason-conditions"),
        "valeurs" => tr!("demo-reason-values"),
        "lire-compter" => tr!("demo-reason-skills"),
        "fatigue-travail" => tr!("demo-reason-strain"),
        "environnement-economique" => tr!("demo-reason-economy"),
        "atelier-forme" => tr!("demo-reason-fitness"),
        OFFERED => tr!("demo-reason-job"),
        _ => tr!("demo-reason-sector"),
    }
}

/// Returns what is to be arranged for somebody, as far as their words say it.
fn needs(role: &Role) -> Needs {
    let ticked = match role.supports {
        words if words.starts_with("Lire") => vec![Need::ReadAloud],
        words if words.starts_with("Gros") => vec![Need::LargePrint, Need::Glasses],
        words if words.starts_with("Pauses") => vec![Need::Breaks, Need::QuietPlace],
        words if words.starts_with("Le français") => vec![Need::Interpreter],
        _ => Vec::new(),
    };
    let language = if ticked.contains(&Need::Interpreter) { tr!("demo-language") } else { String::new() };
    Needs { ticked: ticked.into_iter().collect(), language }
}
