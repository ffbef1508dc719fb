//! A house to tell facts in: a base, a simulated clock, a counsellor and a facilitator at work, one prescriber.
//!
//! [`House::new`] keeps its base in memory; [`House::on_disk`] has a file, which [`House::another_desk`] opens a second
//! time and [`House::restart`] opens again. Helpers do what a fact needs before it begins, through the same use
//! cases as the screens, and panic when one is refused: facts about refusals call `house.app` themselves.

use std::path::Path;
use std::path::PathBuf;

use boussole::app::interview::NewInterview;
use boussole::app::kiosk::{SittingView, VisitView};
use boussole::app::network::NewPrescriber;
use boussole::app::people::{NewParticipant, ParticipantFile};
use boussole::app::planning::PoolView;
use boussole::app::setup::SetUp;
use boussole::app::{App, AppError, Chance, Clock, Login, Place, Refusal};
use boussole::domain::activity::ActivityId;
use boussole::domain::assessment::{Item, ItemKind};
use boussole::domain::delivery::Way;
use boussole::domain::id::{DeliveryId, SynthesisId};
use boussole::domain::id::{ParticipantId, PrescriberId, RoadmapId, StepId};
use boussole::domain::interview::{InterviewNotes, ProjectState};
use boussole::domain::person::{PersonRefusal, PrescriberKind, Role};
use boussole::domain::response::Answer;
use boussole::domain::roadmap::{Place as StepPlace, Prescription};
use boussole::domain::signature::Signature;
use boussole::domain::sitting::Step;
use boussole::domain::stamp::{Availability, Instant, days_after};
use boussole::domain::synthesis::{IdentityCheck, Lead, Proof, Recommendation, Signing, SynthesisText};
use chrono::NaiveDate;
use tempfile::TempDir;

pub const STAFF_CODE: &str = "2468";
pub const STATION: &str = "Poste 1";
/// An on-demand workshop that anybody may be prescribed, for six to twelve people.
pub const WORKSHOP: &str = "environnement-economique";
/// A short assessment: the reflection that comes first.
pub const REFLECTION: &str = "style-travail";

pub struct House {
    pub app: App,
    /// Holds the documents, and the base when there is a file.
    pub folder: TempDir,
    pub counsellor: Login,
    pub facilitator: Login,
    /// Paul Lefebvre, path referent.
    pub prescriber: PrescriberId,
    n_people: usize,
}

/// Tuesday 24 November 2026: no public holiday is near.
/// Returns the folder that an environment variable names for looking at what a test made, and makes it.
pub fn folder_to_look_at(variable: &str) -> Option<PathBuf> {
    let folder = PathBuf::from(std::env::var_os(variable).filter(|folder| !folder.is_empty())?);
    std::fs::create_dir_all(&folder).unwrap();
    Some(folder)
}

pub fn tuesday() -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 11, 24).unwrap()
}

pub fn at(day: NaiveDate, hour: u32, minute: u32) -> Instant {
    Instant::in_paris(day.and_hms_opt(hour, minute, 0).unwrap())
}

pub fn activity(id: &str) -> ActivityId {
    ActivityId(id.to_owned())
}

/// A prescription on site that follows the advice.
pub fn wish() -> Prescription {
    Prescription { place: StepPlace::OnSite, reason: "Pour y voir clair".to_owned(), despite_advice: None }
}

/// What is typed for a person born in 1988 who can always come.
pub fn person(first: &str, last: &str) -> NewParticipant {
    NewParticipant::named(first, last, NaiveDate::from_ymd_opt(1988, 4, 3).unwrap())
}

pub fn interview(project: ProjectState) -> NewInterview {
    let notes = InterviewNotes { situation: "Sans emploi".to_owned(), ..InterviewNotes::default() };
    NewInterview { day: tuesday(), minutes: 45, project, notes }
}

/// A line drawn on the pad.
pub fn drawn() -> Signature {
    Signature::new(vec![vec![(100, 200), (500, 220), (900, 180)]]).unwrap()
}

/// The first answer that an item takes, as who reads nothing would give it.
pub fn first_answer(item: &Item) -> Answer {
    match &item.kind {
        ItemKind::Likert { points, .. } => Answer::Point(points[0].value),
        ItemKind::SingleChoice { options, .. } => Answer::Choice(options[0].id.clone()),
        ItemKind::MultipleChoice { options, .. } => Answer::Choices(vec![options[0].id.clone()]),
        ItemKind::MostLeast { options } => {
            Answer::MostLeast { most: options[0].id.clone(), least: options[1].id.clone() }
        }
        ItemKind::Order { options, .. } => Answer::Order(options.iter().map(|option| option.id.clone()).collect()),
        ItemKind::Number { min, .. } | ItemKind::Measure { min, .. } => Answer::Number(*min),
        ItemKind::FreeText { .. } => Answer::Text("Voilà.".to_owned()),
        ItemKind::Information => Answer::Seen,
        ItemKind::Task(_) => Answer::Acts(Vec::new()),
        ItemKind::Generated(_) => panic!("an item on screen is made"),
    }
}

/// The answers of somebody drawn to building who is afraid of heights: means of 4.5, 2.5, 1.5, 2, 2 and 3 on the six
/// letters, and "Non, jamais" to great heights. Other items get their first answer.
pub fn builder(item: &Item) -> Answer {
    const LETTERS: [(char, [f64; 6]); 6] = [
        ('R', [4.0, 5.0, 4.0, 5.0, 4.0, 5.0]),
        ('I', [2.0, 3.0, 2.0, 3.0, 2.0, 3.0]),
        ('A', [1.0, 2.0, 1.0, 2.0, 1.0, 2.0]),
        ('S', [1.0, 3.0, 2.0, 2.0, 1.0, 3.0]),
        ('E', [1.0, 3.0, 2.0, 2.0, 1.0, 3.0]),
        ('C', [2.0, 4.0, 3.0, 3.0, 2.0, 4.0]),
    ];
    const CONDITIONS: &str = "303233030110121211002132";
    let table = boussole::catalog::sectors::embedded().unwrap();
    let condition = table.contexts().iter().position(|context| context.id.0 == item.id.0);
    if let Some(index) = condition {
        let figure = CONDITIONS.chars().nth(index).and_then(|figure| figure.to_digit(10)).unwrap();
        return Answer::Point(f64::from(figure));
    }
    let (letter, number) = item.id.0.split_at(1);
    let values = LETTERS.iter().find(|(own, _)| letter.starts_with(*own)).map(|(_, values)| values);
    match (values, number.parse::<usize>(), &item.kind) {
        (Some(values), Ok(number @ 1..=6), ItemKind::Likert { .. }) => Answer::Point(values[number - 1]),
        _ => first_answer(item),
    }
}

/// A text that lacks nothing.
pub fn full_text() -> SynthesisText {
    SynthesisText {
        reading: "Deux points ressortent de l'entretien.".to_owned(),
        person_says: "Cela me ressemble.".to_owned(),
        strengths: vec!["Vous finissez ce que vous commencez.".to_owned()],
        leads: vec![Lead {
            title: "Logistique".to_owned(),
            evidence: "Évaluation et atelier".to_owned(),
            ..Lead::default()
        }],
        recommendations: vec![Recommendation {
            action: "Une immersion de deux semaines".to_owned(),
            who: "Paul Lefebvre".to_owned(),
            when: "avant Noël".to_owned(),
        }],
    }
}

/// What both draw on the screen, after the document of this fingerprint was shown.
pub fn on_screen(shown: &str) -> Proof {
    let drawn = |end: u16| Signature::new(vec![vec![(10, 20), (300, 200), (end, 90)]]).unwrap();
    let signing = Signing::Pad { person: drawn(700), counsellor: drawn(900) };
    Proof { identity: IdentityCheck::Known, shown: shown.to_owned(), station: "Bureau".to_owned(), signing }
}

impl House {
    /// Shows the whole document, then both sign on the screen.
    pub fn sign(&mut self, synthesis: SynthesisId) {
        self.try_to_sign(synthesis).unwrap();
    }

    pub fn try_to_sign(&mut self, synthesis: SynthesisId) -> Result<(), AppError> {
        let shown = self.app.to_sign(self.counsellor, synthesis)?.fingerprint;
        self.app.sign_synthesis(self.counsellor, synthesis, &on_screen(&shown), None)
    }

    /// Hands a printed copy to the prescriber who wrote the referral.
    pub fn deliver(&mut self, synthesis: SynthesisId) -> Result<DeliveryId, AppError> {
        self.app.deliver_synthesis(self.counsellor, synthesis, self.prescriber, Way::Paper)
    }
}

fn copy_folder(from: &Path, to: &Path) {
    std::fs::create_dir_all(to).unwrap();
    for entry in std::fs::read_dir(from).unwrap() {
        let entry = entry.unwrap();
        let target = to.join(entry.file_name());
        if entry.path().is_dir() {
            copy_folder(&entry.path(), &target);
        } else {
            std::fs::copy(entry.path(), target).unwrap();
        }
    }
}

/// Opens the base of a folder, at a time.
pub fn open(folder: &TempDir, now: Instant) -> App {
    let place = Place::File(folder.path().join("boussole.db"));
    App::open(&place, Clock::Simulated(now), Chance::from_system().unwrap()).unwrap()
}

/// What only screens ask for.
impl House {
    /// A house whose base is a file, with a definition of `tests/data` in its data folder.
    pub fn with_definition(name: &str) -> Self {
        Self::with_changed_definition(name, "")
    }

    /// The same, with some lines added at its end.
    pub fn with_changed_definition(name: &str, more: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let source = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/data").join(name);
        let copy = folder.path().join("evaluations").join(name);
        copy_folder(&source, &copy);
        let file = copy.join("evaluation.toml");
        let text = std::fs::read_to_string(&file).unwrap();
        std::fs::write(&file, text + more).unwrap();
        let app = open(&folder, at(tuesday(), 9, 0));
        Self::furnish(app, folder)
    }
}

impl House {
    /// A house whose base is in memory.
    pub fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let place = Place::Memory { documents: folder.path().to_owned() };
        let app = App::open(&place, Clock::Simulated(at(tuesday(), 9, 0)), Chance::from_seed(7)).unwrap();
        Self::furnish(app, folder)
    }

    /// A house whose base is a file.
    pub fn on_disk() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let app = open(&folder, at(tuesday(), 9, 0));
        Self::furnish(app, folder)
    }

    fn furnish(mut app: App, folder: TempDir) -> Self {
        let wish = SetUp {
            counsellor_first_name: "Claire".to_owned(),
            counsellor_last_name: "Morel".to_owned(),
            staff_code: STAFF_CODE.to_owned(),
            phone: "03 53 01 20 26".to_owned(),
        };
        let counsellor = app.set_up(&wish).unwrap();
        let facilitator = app.add_staff(counsellor, "Mehdi", "Saïdi", Role::Facilitator).unwrap();
        let facilitator = app.log_in(facilitator).unwrap();
        let site = app.record_site(counsellor, "Antenne Centre", "Dunkerque").unwrap();
        let prescriber = NewPrescriber {
            first_name: "Paul".to_owned(),
            last_name: "Lefebvre".to_owned(),
            kind: PrescriberKind::PathReferent,
            site,
            email: "paul.lefebvre@plie.example".to_owned(),
            phone: "03 28 00 00 17".to_owned(),
        };
        let prescriber = app.record_prescriber(counsellor, &prescriber).unwrap();
        Self { app, folder, counsellor, facilitator, prescriber, n_people: 0 }
    }

    pub fn base_file(&self) -> PathBuf {
        self.folder.path().join("boussole.db")
    }

    /// Opens the same base a second time, as a kiosk or another desk does.
    pub fn another_desk(&self) -> App {
        open(&self.folder, self.app.now())
    }

    /// Lets the program die and starts it again on the same base.
    pub fn restart(&mut self) {
        self.app = self.another_desk();
    }

    pub fn set_time(&mut self, day: NaiveDate, hour: u32, minute: u32) {
        self.app.set_time(at(day, hour, minute));
    }

    /// Records a person, who is another than those who look alike.
    pub fn another(&mut self, wish: &NewParticipant) -> ParticipantId {
        match self.app.record_participant(self.counsellor, wish) {
            Err(AppError::Refused(Refusal::Person(PersonRefusal::LooksLike { participants }))) => {
                let wish = NewParticipant { others: participants, ..wish.clone() };
                self.app.record_participant(self.counsellor, &wish).unwrap()
            }
            recorded => recorded.unwrap(),
        }
    }

    /// Records a person, the referral and the interview: everything before the first prescription.
    pub fn welcome(&mut self, wish: &NewParticipant, project: ProjectState) -> ParticipantId {
        let id = self.another(wish);
        let day = self.app.day();
        let referral = self.app.record_referral(self.counsellor, id, self.prescriber, day, "Quel métier ?").unwrap();
        let interview = NewInterview { day, ..interview(project) };
        self.app.record_interview(self.counsellor, referral, &interview).unwrap();
        id
    }

    /// Welcomes somebody who aims at a project, under a name of their own.
    pub fn somebody(&mut self) -> ParticipantId {
        self.somebody_free(Availability::always())
    }

    /// Welcomes somebody who comes on these half-days.
    pub fn somebody_free(&mut self, availability: Availability) -> ParticipantId {
        let letter = |n: usize| char::from(b'a' + u8::try_from(n % 26).unwrap());
        let last = format!("Personne {}{}", letter(self.n_people / 26), letter(self.n_people));
        self.n_people += 1;
        self.welcome(&NewParticipant { availability, ..person("Une", &last) }, ProjectState::ToConfirm)
    }

    pub fn file(&self, person: ParticipantId) -> ParticipantFile {
        self.app.participant_file(self.counsellor, person).unwrap()
    }

    pub fn roadmap(&self, person: ParticipantId) -> RoadmapId {
        self.file(person).roadmap.unwrap().id
    }

    pub fn prescribe(&mut self, person: ParticipantId, id: &str) -> StepId {
        let roadmap = self.roadmap(person);
        self.app.prescribe(self.counsellor, roadmap, &activity(id), &wish()).unwrap()
    }

    /// Welcomes `n` people who can always come, each prescribed the workshop.
    pub fn people_waiting(&mut self, n: usize, workshop: &str) -> Vec<ParticipantId> {
        (0..n)
            .map(|_| {
                let person = self.somebody();
                self.prescribe(person, workshop);
                person
            })
            .collect()
    }

    pub fn pool(&self, workshop: &str) -> PoolView {
        let pools = self.app.pools(self.counsellor).unwrap();
        pools.into_iter().find(|pool| pool.workshop.0 == workshop).unwrap()
    }

    /// Makes the code of the day at the desk.
    pub fn code(&mut self, person: ParticipantId) -> String {
        self.app.make_code(self.facilitator, person).unwrap().grouped
    }

    /// Types the code at a station and reads the notice.
    pub fn enter(&mut self, station: &str, code: &str) -> VisitView {
        let visit = self.app.enter_code(station, code).unwrap();
        self.app.acknowledge_notice(station, visit.visit, "Vos réponses restent ici.").unwrap()
    }

    /// Types the code, begins the next assessment, and answers the practice item.
    pub fn begin(&mut self, station: &str, code: &str) -> SittingView {
        let visit = self.enter(station, code);
        let mut view = self.app.begin_or_resume(station, visit.visit).unwrap();
        while let Step::Practice(index) = view.step {
            let answer = first_answer(&view.on_screen().unwrap());
            view = self.app.practise(station, view.sitting, index, answer).unwrap();
        }
        view
    }

    /// Answers the question that the sitting shows.
    pub fn answer(&mut self, station: &str, view: &SittingView, answer: impl Fn(&Item) -> Answer) -> SittingView {
        assert!(matches!(view.step, Step::Question(_)), "no question: {:?}", view.step);
        let item = view.on_screen().unwrap();
        self.app.answer(station, view.sitting, &item.id, answer(&item), 4000).unwrap()
    }

    /// Takes every assessment that is left on the person's roadmap, from the code to the last answer.
    pub fn sit(&mut self, station: &str, person: ParticipantId, answer: impl Fn(&Item) -> Answer) {
        let code = self.code(person);
        while self.app.enter_code(station, &code).is_ok_and(|visit| !visit.left.is_empty()) {
            let mut view = self.begin(station, &code);
            while view.step != Step::End {
                view = self.answer(station, &view, &answer);
            }
        }
    }

    /// Moves the clock to the hour of the next day on which the service works.
    pub fn next_day(&mut self, hour: u32) {
        let next = boussole::domain::calendar::Calendar::default().open_day_from(days_after(self.app.day(), 1));
        self.set_time(next, hour, 0);
    }
}

/// Reads the QR codes of a picture in shades of grey, by a decoder that knows nothing of the crate that draws them.
pub fn read_qr_codes(width: usize, height: usize, grey: impl FnMut(usize, usize) -> u8) -> Vec<String> {
    let mut picture = rqrr::PreparedImage::prepare_from_greyscale(width, height, grey);
    picture.detect_grids().iter().map(|grid| grid.decode().unwrap().1).collect()
}
