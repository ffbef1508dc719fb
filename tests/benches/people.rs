//! How long it takes to find somebody among 100,000 invented people: `cargo bench --no-default-features --bench people`.
//!
//! Beside each search stands a peer, in the same run and on the same base: the plain scan with `LIKE` over each column
//! that a person is looked for by, sorted afterwards, as it is written without an index of its own. Possible duplicates of
//! all the people are looked for once.

#![expect(clippy::print_stdout, reason = "a bench prints its times")]

use std::error::Error;
use std::time::{Duration, Instant};

use boussole::app::people::PeopleQuery;
use boussole::app::setup::SetUp;
use boussole::app::{App, Chance, Clock, Login, Place};
use boussole::domain::commune::Residence;
use boussole::domain::id::ParticipantId;
use boussole::domain::person::{ExtraTime, Gender, Needs, Participant, PersonName, Personal};
use boussole::domain::stamp::Availability;
use boussole::store::{PeopleFilter, Store};
use chrono::{Days, NaiveDate};
use rusqlite::Connection;
use uuid::Uuid;

const PEOPLE: usize = 100_000;
const LISTED: usize = 200;
const ROUNDS: u32 = 20;

const FIRST: [&str; 12] = [
    "Amina",
    "Jean-Luc",
    "Fatoumata",
    "Michaël",
    "Gülay",
    "Corinne",
    "Rachid",
    "Océane",
    "David",
    "Samir",
    "Priscilla",
    "Zoé",
];
const BEGINS: [&str; 16] =
    ["Van", "De", "Ler", "Cop", "Ver", "Dub", "Ben", "Tra", "Mah", "Bou", "Pru", "Str", "Wis", "Ryc", "El ", "Œuv"];
const MIDDLE: [&str; 16] =
    ["hou", "lat", "oy", "pin", "hae", "ois", "ali", "oré", "ieu", "lan", "vost", "see", "soc", "kel", "amr", "rar"];
const ENDS: [&str; 16] =
    ["tte", "tre", "", "ck", "ghe", "se", "ni", "z", "x", "ger", "man", "le", "q", "ynck", "ani", "d"];

/// Numbers without apparent order, always the same.
fn spread(index: usize, below: usize) -> usize {
    (index.wrapping_mul(2_654_435_761).rotate_right(13).wrapping_mul(40_503) >> 5) % below
}

fn pick<'t>(words: &[&'t str], index: usize) -> &'t str {
    words.get(spread(index, words.len())).copied().unwrap_or_default()
}

fn invented(index: usize) -> Result<Participant, Box<dyn Error>> {
    let last = format!("{}{}{}", pick(&BEGINS, index), pick(&MIDDLE, index / 3 + 7), pick(&ENDS, index / 7 + 11));
    let born = NaiveDate::from_ymd_opt(1956, 1, 1).ok_or("a date")? + Days::new(spread(index + 5, 18_000) as u64);
    let figures = spread(index + 9, 100_000_000);
    let pairs: Vec<String> = (0..4).map(|at| format!("{:02}", figures / 100_usize.pow(at) % 100)).collect();
    Ok(Participant {
        id: ParticipantId::new(Uuid::from_u128(index as u128 + 1)),
        name: PersonName::new(pick(&FIRST, index + 3), &last)?,
        birth_date: Personal(born),
        gender: Gender::Untold,
        phone: Personal(format!("06 {}", pairs.join(" "))),
        email: None,
        residence: Residence::Unknown,
        needs: Needs::default(),
        supports: Personal(String::new()),
        extra_time: ExtraTime::None,
        availability: Availability::always(),
        address: Personal(String::new()),
        half_days_asked: false,
    })
}

/// The median of some rounds.
fn time<T>(mut work: impl FnMut() -> Result<T, Box<dyn Error>>) -> Result<Duration, Box<dyn Error>> {
    let mut times = Vec::new();
    for _ in 0..ROUNDS {
        let before = Instant::now();
        work()?;
        times.push(before.elapsed());
    }
    times.sort();
    Ok(times.get(times.len() / 2).copied().unwrap_or_default())
}

/// The plain scan: every word in one of the columns, with the words as they are typed.
fn peer(connection: &Connection, query: &str) -> Result<usize, Box<dyn Error>> {
    let columns = "(first_name LIKE ?N OR last_name LIKE ?N OR phone LIKE ?N OR birth_date LIKE ?N)";
    let words: Vec<String> = query.split(' ').map(|word| format!("%{word}%")).collect();
    let clause: Vec<String> = (1..=words.len()).map(|n| columns.replace("?N", &format!("?{n}"))).collect();
    let sql = format!(
        "SELECT id, first_name, last_name, birth_date, phone FROM participant WHERE {} ORDER BY last_name, first_name LIMIT {LISTED}",
        clause.join(" AND ")
    );
    let mut statement = connection.prepare_cached(&sql)?;
    let rows = statement.query_map(rusqlite::params_from_iter(&words), |row| row.get::<_, String>(0))?;
    Ok(rows.collect::<Result<Vec<_>, _>>()?.len())
}

fn fill(path: &std::path::Path) -> Result<(), Box<dyn Error>> {
    let mut store = Store::open(path)?;
    let people = (0..PEOPLE).map(invented).collect::<Result<Vec<_>, _>>()?;
    store.write(|tx| people.iter().try_for_each(|person| tx.put_participant(person)))?;
    Ok(())
}

fn open(path: &std::path::Path) -> Result<(App, Login), Box<dyn Error>> {
    let mut app = App::open(&Place::File(path.to_owned()), Clock::System, Chance::from_seed(1))?;
    let login = app.set_up(&SetUp {
        counsellor_first_name: "Claire".to_owned(),
        counsellor_last_name: "Morel".to_owned(),
        staff_code: "2468".to_owned(),
        phone: String::new(),
    })?;
    Ok((app, login))
}

fn main() -> Result<(), Box<dyn Error>> {
    let folder = tempfile::tempdir()?;
    let path = folder.path().join("boussole.db");
    fill(&path)?;
    let (app, login) = open(&path)?;
    let store = Store::open(&path)?;
    let connection = Connection::open(&path)?;
    println!("{PEOPLE} people, at most {LISTED} listed; medians of {ROUNDS} rounds, in milliseconds");
    println!("{:<22}{:>10}{:>10}{:>10}{:>8}", "typed", "list", "search", "LIKE", "ratio");
    let millis = |time: Duration| time.as_secs_f64() * 1000.0;
    for query in ["v", "ver", "oeuvrard zoe", "ryckel", "dubois amina", "06 12 34", "03/04/1988", "personne"] {
        let wanted = PeopleQuery { words: query.to_owned(), ..PeopleQuery::default() };
        let list = time(|| Ok(app.list_participants(login, &wanted, LISTED)?))?;
        let base = store.base();
        let search =
            time(|| Ok::<_, Box<dyn Error>>(base.find_participants(query, PeopleFilter::default(), (0, LISTED))?))?;
        let plain = time(|| peer(&connection, query))?;
        let ratio = plain.as_secs_f64() / search.as_secs_f64();
        println!("{query:<22}{:>10.2}{:>10.2}{:>10.2}{ratio:>8.1}", millis(list), millis(search), millis(plain));
    }
    let before = Instant::now();
    let pairs = app.possible_duplicates(login)?.len();
    println!("possible duplicates of everybody: {:.0} ms, {pairs} pairs listed", millis(before.elapsed()));
    Ok(())
}
