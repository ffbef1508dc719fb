//! Who plays: invented people of an invented fortnight. Any likeness is chance.

use chrono::{NaiveDate, Weekday};

use crate::cli::robots::Temper;
use crate::domain::activity::Sector;
use crate::domain::interview::ProjectState;
use crate::domain::person::Gender;
use crate::domain::stamp::{Availability, Half, HalfDay};

/// The story that a person's fortnight follows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Story {
    /// No project: reflection, then the local economy.
    Undecided,
    /// Aims at one sector and agrees to focus on it.
    Sector(Sector),
    /// An idea, discovered on the way.
    Idea,
    /// Referred, still waiting for the first interview.
    JustReferred,
    /// Interviewed today, nothing prescribed yet.
    JustInterviewed,
}

pub(super) struct Role {
    pub first: &'static str,
    pub last: &'static str,
    pub born: (i32, u32, u32),
    pub temper: Temper,
    pub story: Story,
    pub free: Free,
    pub supports: &'static str,
    pub gender: Gender,
}

/// When a person can come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Free {
    Always,
    Mornings,
    /// Children are at school: no Wednesday.
    NotWednesday,
}

impl Free {
    pub(super) fn availability(self) -> Availability {
        let half_days = HalfDay::week();
        match self {
            Free::Always => Availability::always(),
            Free::Mornings => Availability::of(half_days.filter(|half_day| half_day.half == Half::Morning)),
            Free::NotWednesday => Availability::of(half_days.filter(|half_day| half_day.weekday != Weekday::Wed)),
        }
    }
}

impl Role {
    pub(super) fn birth_date(&self) -> NaiveDate {
        let (year, month, day) = self.born;
        NaiveDate::from_ymd_opt(year, month, day).unwrap_or_default()
    }

    pub(super) fn project(&self) -> ProjectState {
        match self.story {
            Story::Undecided | Story::JustReferred | Story::JustInterviewed => ProjectState::NoProject,
            Story::Idea => ProjectState::Idea,
            Story::Sector(_) => ProjectState::ToConfirm,
        }
    }
}

/// First name, last name, street-level function and antenne of each prescriber.
pub(super) const PRESCRIBERS: [(&str, &str, bool, usize, &str, &str); 5] = [
    ("Hélène", "Vandamme", true, 0, "h.vandamme@plie.example", "03 28 00 00 12"),
    ("Karim", "Benali", true, 1, "k.benali@plie.example", "03 28 00 00 13"),
    ("Sylvie", "Deconinck", true, 2, "s.deconinck@plie.example", "03 28 00 00 14"),
    ("Thomas", "Lemaire", false, 0, "t.lemaire@candidatheque.example", "03 28 00 00 15"),
    ("Nadège", "Œuvrard", true, 1, "n.oeuvrard@plie.example", ""),
];

pub(super) const SITES: [(&str, &str); 3] = [
    ("Antenne de Dunkerque centre", "Dunkerque"),
    ("Antenne de Grande-Synthe", "Grande-Synthe"),
    ("Antenne de Saint-Pol-sur-Mer", "Saint-Pol-sur-Mer, Dunkerque"),
];

pub(super) const QUESTIONS: [&str; 6] = [
    "Quels métiers iraient avec ses points forts ? Elle n'a pas d'idée pour l'instant.",
    "Le projet est-il réaliste au regard de ses capacités et du territoire ?",
    "Quels environnements de travail lui conviennent après une longue interruption ?",
    "Comment retrouver confiance et choisir une direction ?",
    "Quelles conditions de travail éviter, lesquelles rechercher ?",
    "Faut-il une remise à niveau avant une formation ?",
];

/// Where people live, as they say it.
pub(super) const COMMUNES: [&str; 7] = [
    "Dunkerque",
    "Grande-Synthe",
    "Saint-Pol-sur-Mer",
    "Coudekerque-Branche",
    "Gravelines",
    "Fort-Mardyck",
    "Bourbourg",
];

/// Whose document was seen, for which criterion, and how old it was.
pub(super) const PROOFS: [(usize, &str, u64); 8] = [
    (0, "rsa", 20),
    (1, "deld", 70),
    (2, "qpv", 30),
    (4, "rsa", 68),
    (5, "senior", 900),
    (8, "deld", 120),
    (12, "th", 300),
    (20, "ass", 12),
];

/// Who is recorded a second time, with a wrong year of birth.
pub(super) const TWICE: (&str, &str, (i32, u32, u32)) = ("Rachid", "Elamrani", (1998, 12, 5));

const fn role(
    first: &'static str,
    last: &'static str,
    born: (i32, u32, u32),
    temper: Temper,
    story: Story,
    free: Free,
    supports: &'static str,
) -> Role {
    Role { first, last, born, temper, story, free, supports, gender: Gender::Man }
}

/// The same for a woman.
const fn woman(
    first: &'static str,
    last: &'static str,
    born: (i32, u32, u32),
    temper: Temper,
    story: Story,
    free: Free,
    supports: &'static str,
) -> Role {
    Role { gender: Gender::Woman, ..role(first, last, born, temper, story, free, supports) }
}

const INDUSTRY: Story = Story::Sector(Sector::Industry);
const BUILDING: Story = Story::Sector(Sector::Building);

/// Twenty-eight participants: eight undecided, seven for industry, five for building, six with an idea, two at the door.
pub(super) const PARTICIPANTS: [Role; 28] = {
    use Free::{Always, Mornings, NotWednesday};
    use Story::{Idea, JustInterviewed, JustReferred, Undecided};
    use Temper::{Careful, Careless, Hesitant, Interrupted};
    [
        woman("Amina", "Dubois", (1987, 3, 14), Careful, Undecided, Always, "Lire les questions à voix haute"),
        role("Jean-Luc", "Vanhoutte", (1974, 11, 2), Hesitant, Undecided, Always, "Gros caractères"),
        woman("Fatoumata", "Diallo", (1991, 6, 27), Careful, Undecided, Mornings, ""),
        role("Michaël", "Delattre", (1983, 1, 9), Careless, Undecided, Always, ""),
        woman(
            "Gülay",
            "Yılmaz",
            (1979, 9, 18),
            Careful,
            Undecided,
            Mornings,
            "Le français n'est pas la langue maternelle",
        ),
        woman("Corinne", "Bécaert", (1968, 4, 30), Interrupted, Undecided, Always, ""),
        role("Rachid", "El Amrani", (1989, 12, 5), Careful, Undecided, Always, ""),
        woman("Océane", "Lefebvre", (1998, 8, 21), Careful, Undecided, NotWednesday, "Garde d'enfant le mercredi"),
        role("David", "Ryckelynck", (1981, 2, 11), Careful, INDUSTRY, Always, ""),
        role("Samir", "Haddad", (1990, 7, 3), Careful, INDUSTRY, Always, ""),
        woman("Priscilla", "D'Hondt", (1994, 10, 25), Hesitant, INDUSTRY, Always, ""),
        role("Grégory", "Coppin", (1977, 5, 16), Careful, INDUSTRY, Mornings, ""),
        woman("Mariam", "Traoré", (1986, 3, 8), Interrupted, INDUSTRY, Always, ""),
        role("Ludovic", "Wissocq", (1985, 12, 19), Careful, INDUSTRY, NotWednesday, ""),
        woman("Anaïs", "Depoorter", (1996, 6, 1), Careful, INDUSTRY, Always, ""),
        role("Bruno", "Leroy", (1972, 9, 9), Careful, BUILDING, Always, ""),
        role("Ibrahim", "Camara", (1993, 4, 17), Careful, BUILDING, Always, ""),
        role("Cédric", "Boulanger", (1980, 8, 6), Hesitant, BUILDING, Always, ""),
        role("Kévin", "Mahieu", (1997, 1, 28), Careless, BUILDING, Always, ""),
        role(
            "Nicolae",
            "Popescu",
            (1984, 11, 13),
            Careful,
            BUILDING,
            Always,
            "Le français n'est pas la langue maternelle",
        ),
        woman("Sandrine", "Verhaeghe", (1976, 2, 24), Careful, Idea, Always, ""),
        woman("Aïcha", "Benmoussa", (1988, 5, 5), Careful, Idea, Always, ""),
        woman("Florence", "Çağlar", (1982, 7, 30), Careful, Idea, Always, ""),
        role("Pascal", "Noël", (1970, 12, 24), Interrupted, Idea, Always, "Pauses fréquentes"),
        woman("Émilie", "Straseele", (1992, 10, 12), Careful, Idea, Always, ""),
        role("Yves", "Bodart", (1978, 3, 3), Hesitant, Idea, Always, ""),
        woman("Inès", "Marchand", (1995, 9, 1), Careful, JustReferred, Always, ""),
        role("Loïc", "Pruvost", (1986, 6, 6), Careful, JustInterviewed, Always, ""),
    ]
};
