//! The room of the simulation: a base with somebody at work, and robots that come one after the other.

use std::io::Write;
use std::path::Path;

use chrono::NaiveDate;

use super::{SimulateArgs, SimulateFailure};
use crate::app::guidance::StepForm;
use crate::app::interview::NewInterview;
use crate::app::network::NewPrescriber;
use crate::app::people::NewParticipant;
use crate::app::setup::SetUp;
use crate::app::{App, AppError, Chance, Clock, Login, Place, Refusal};
use crate::cli::robots::{Stamina, Temper, sit};
use crate::domain::id::{ParticipantId, PrescriberId};
use crate::domain::interview::{InterviewNotes, ProjectState};
use crate::domain::person::{PersonRefusal, PrescriberKind};
use crate::domain::roadmap::{Place as StepPlace, Prescription};

/// Digital steps that each robot is prescribed.
const STEPS: usize = 6;

/// A random instant is wanted in the middle of answers, not before the first one: the base and its people are ready.
pub(super) fn furnish(base: &Path, seed: u64) -> Result<(), SimulateFailure> {
    let mut app = App::open(&Place::File(base.to_owned()), Clock::System, Chance::from_seed(seed))?;
    let login = app.set_up(&SetUp {
        counsellor_first_name: "Robot".to_owned(),
        counsellor_last_name: "Référent".to_owned(),
        staff_code: "2580".to_owned(),
        phone: String::new(),
    })?;
    let site = app.record_site(login, "Antenne d'essai", "")?;
    app.record_prescriber(
        login,
        &NewPrescriber {
            first_name: "Robot".to_owned(),
            last_name: "Prescripteur".to_owned(),
            kind: PrescriberKind::PathReferent,
            site,
            email: String::new(),
            phone: String::new(),
        },
    )?;
    Ok(())
}

/// Draws from the operating system: ids and codes differ from one process to the next, as in a room.
pub(super) fn chance() -> Result<Chance, SimulateFailure> {
    Chance::from_system().map_err(|_| SimulateFailure::Chance)
}

/// Opens the base again and goes to work, as whoever set it up.
pub(super) fn at_work(base: &Path, chance: Chance) -> Result<(App, Login), SimulateFailure> {
    let mut app = App::open(&Place::File(base.to_owned()), Clock::System, chance)?;
    let staff = app.staff()?.first().map(|member| member.id).ok_or(AppError::NotFound)?;
    let login = app.log_in(staff)?;
    Ok((app, login))
}

/// Lets robots answer, one line on `out` for each answer that the program says is on disk, until the process is killed.
pub(super) fn answer_until_killed(
    args: &SimulateArgs,
    round: u32,
    out: &mut impl Write,
) -> Result<(), SimulateFailure> {
    let (mut app, login) = at_work(&args.folder().join("boussole.db"), chance()?)?;
    let mut chance = Chance::from_seed(args.seed ^ (u64::from(round) << 32));
    // First those whom the last kill interrupted, then new people, for ever.
    let interrupted = app.search_participants(login, "Robot", 10_000)?;
    for person in interrupted {
        visit(&mut app, login, person.id, round, &mut chance, out)?;
    }
    for number in 0.. {
        let person = welcome(&mut app, login, round, number)?;
        visit(&mut app, login, person, round, &mut chance, out)?;
    }
    Ok(())
}

fn visit(
    app: &mut App,
    login: Login,
    person: ParticipantId,
    round: u32,
    chance: &mut Chance,
    out: &mut impl Write,
) -> Result<(), SimulateFailure> {
    let code = match app.make_code(login, person) {
        Ok(code) => code.grouped,
        // Everything is done.
        Err(AppError::Refused(_)) => return Ok(()),
        Err(error) => return Err(error.into()),
    };
    let station = format!("Poste {}", 1 + round % 3);
    let temper = if chance.number().is_multiple_of(4) { Temper::Hesitant } else { Temper::Careful };
    sit(app, &station, &code, temper, Stamina::Everything, chance, &mut |view, item, answer| {
        writeln!(out, "{}\t{}\t{answer:?}", view.sitting, item.0)?;
        out.flush()
    })?;
    Ok(())
}

/// Records a robot; they are all born on the same day, and look alike.
fn another_person(app: &mut App, login: Login, wish: &NewParticipant) -> Result<ParticipantId, AppError> {
    match app.record_participant(login, wish) {
        Err(AppError::Refused(Refusal::Person(PersonRefusal::LooksLike { participants }))) => {
            app.record_participant(login, &NewParticipant { others: participants, ..wish.clone() })
        }
        other => other,
    }
}

/// Records somebody with a roadmap of digital steps.
fn welcome(app: &mut App, login: Login, round: u32, number: u32) -> Result<ParticipantId, SimulateFailure> {
    let last = format!("{} {}", letters(round), letters(number));
    let person = another_person(
        app,
        login,
        &NewParticipant::named("Robot", &last, NaiveDate::from_ymd_opt(1990, 1, 1).unwrap_or_default()),
    )?;
    let (day, prescriber) = (app.day(), prescriber(app)?);
    let referral = app.record_referral(login, person, prescriber, day, "Quel métier ?")?;
    let interview = NewInterview {
        day,
        minutes: 45,
        project: ProjectState::ToConfirm,
        notes: InterviewNotes { situation: "Essai".to_owned(), ..InterviewNotes::default() },
    };
    app.record_interview(login, referral, &interview)?;
    let file = app.participant_file(login, person)?;
    let roadmap = file.roadmap.ok_or(AppError::NotFound)?.id;
    let digital: Vec<_> = app
        .catalogue(login, person)?
        .into_iter()
        .filter(|entry| entry.form == StepForm::Digital)
        .map(|entry| entry.activity)
        .collect();
    let first = (round + number) as usize;
    for index in 0..STEPS.min(digital.len()) {
        let Some(activity) = digital.get((first + index) % digital.len()) else { continue };
        let wish = Prescription {
            place: StepPlace::OnSite,
            reason: "Essai".to_owned(),
            despite_advice: Some("Essai".to_owned()),
        };
        app.prescribe(login, roadmap, activity, &wish)?;
    }
    Ok(person)
}

fn prescriber(app: &App) -> Result<PrescriberId, SimulateFailure> {
    let known = app.prescribers()?;
    Ok(known.first().map(|prescriber| prescriber.id).ok_or(AppError::NotFound)?)
}

/// Returns a number in letters: names have no digits.
fn letters(mut number: u32) -> String {
    let mut name = String::new();
    loop {
        name.push(char::from(b'A' + (number % 26) as u8));
        number /= 26;
        if number == 0 {
            return name;
        }
    }
}
