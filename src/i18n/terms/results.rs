//! What a result rests on, what it may claim, and the reasons of the six sectors.

use crate::domain::assessment::{Mode, Norm, Reliability, Status};
use crate::domain::scoring::agreement::Strength;
use crate::domain::scoring::change::Verdict;
use crate::domain::scoring::sectors::hexagon::Letter;
use crate::domain::scoring::sectors::{FitBand, NoConditions, NoInterests};
use crate::i18n::decimal;
use crate::tr;

/// Returns what a coefficient of agreement says, after « accord ».
pub fn strength(strength: Strength) -> String {
    match strength {
        Strength::Absent => tr!("term-strength-absent"),
        Strength::Weak => tr!("term-strength-weak"),
        Strength::Moderate => tr!("term-strength-moderate"),
        Strength::Good => tr!("term-strength-good"),
        Strength::Excellent => tr!("term-strength-excellent"),
    }
}

/// Returns whom a score is compared with; `None` is said too.
pub fn norm(norm: Option<&Norm>) -> String {
    match norm {
        None => tr!("term-no-norm"),
        Some(norm) => {
            let (population, date) = (norm.population.as_str(), norm.date.as_str());
            if norm.is_provisional() {
                tr!("term-norm-provisional", n = norm.n, population = population, date = date)
            } else {
                tr!("term-norm", n = norm.n, population = population, date = date)
            }
        }
    }
}

/// Returns the published reliability with its sample; `None` is said too.
pub fn reliability(reliability: Option<&Reliability>) -> String {
    match reliability {
        None => tr!("term-no-reliability"),
        Some(known) => tr!(
            "term-reliability",
            coefficient = known.coefficient.as_str(),
            value = decimal(known.value, 2),
            n = known.n,
            source = known.source.as_str()
        ),
    }
}

/// Returns the words of a licence code of the definitions; an unknown code is said as it is.
pub fn licence(code: &str) -> String {
    match code {
        "projet" => tr!("term-licence-project"),
        "domaine-public" => tr!("term-licence-public-domain"),
        "etalab-2.0" => tr!("term-licence-etalab"),
        "externe-autorise" => tr!("term-licence-permitted"),
        other => other.to_owned(),
    }
}

/// Returns what the state of a definition means for its results.
pub fn limits(status: Status) -> String {
    match status {
        Status::Draft => tr!("term-limits-draft"),
        Status::Pilot => tr!("term-limits-pilot"),
        Status::Valid => tr!("term-limits-valid"),
        Status::Retired => tr!("term-limits-retired"),
    }
}

/// Returns who answered, with the help of whom.
pub fn answered_by(mode: Mode, helped_by: &[String]) -> String {
    if !helped_by.is_empty() {
        return tr!("term-answered-helped", names = helped_by.join(", "));
    }
    match mode {
        Mode::Alone => tr!("term-answered-alone"),
        Mode::Accompanied => tr!("term-answered-accompanied"),
        Mode::Observation => tr!("term-answered-observation"),
        Mode::Measure => tr!("term-answered-measure"),
    }
}

/// Returns what may be said of a difference.
pub fn change(verdict: Verdict) -> String {
    match verdict {
        Verdict::Up => tr!("term-change-up"),
        Verdict::Down => tr!("term-change-down"),
        Verdict::NotClaimed => tr!("term-change-none"),
    }
}

/// Returns where a place stands in an order: at an end, or nothing to say; ties are told.
pub fn order_place(place: usize, last: usize, tied: bool) -> String {
    match (place, last, tied) {
        (1, 1, true) => tr!("term-place-all-equal"),
        (1, _, true) => tr!("term-place-first-tied"),
        (1, _, false) => tr!("term-place-first"),
        (own, last, true) if own == last => tr!("term-place-last-tied"),
        (own, last, false) if own == last => tr!("term-place-last"),
        (_, _, true) => tr!("term-place-tied"),
        (_, _, false) => String::new(),
    }
}

/// Returns the name of one of Holland's types.
pub fn letter(letter: Letter) -> String {
    match letter {
        Letter::Realistic => tr!("term-letter-realistic"),
        Letter::Investigative => tr!("term-letter-investigative"),
        Letter::Artistic => tr!("term-letter-artistic"),
        Letter::Social => tr!("term-letter-social"),
        Letter::Enterprising => tr!("term-letter-enterprising"),
        Letter::Conventional => tr!("term-letter-conventional"),
    }
}

/// Returns what a fit is called in front of the person.
pub fn fit_band(band: FitBand) -> String {
    match band {
        FitBand::GoAndSee => tr!("term-fit-go"),
        FitBand::WhyNot => tr!("term-fit-why-not"),
        FitBand::NotNow => tr!("term-fit-not-now"),
    }
}

/// Returns why the interests do not count.
pub fn no_interests(why: &NoInterests) -> String {
    match why {
        NoInterests::NotTaken => tr!("term-no-interests"),
        NoInterests::WithoutScore(letters) => tr!("term-interests-without-score", letters = letters_listed(letters)),
        NoInterests::NoDirection => tr!("term-interests-no-direction"),
    }
}

/// Returns why the conditions of work do not count.
pub fn no_conditions(why: &NoConditions) -> String {
    match why {
        NoConditions::NotTaken => tr!("term-no-conditions"),
        NoConditions::TooFewAnswers { answered, needed } => {
            tr!("term-conditions-too-few", answered = *answered, needed = *needed)
        }
    }
}

/// Returns what speaks for a sector, a sentence each.
pub fn speaks_for(liked: &[Letter], accepted: &[String]) -> Vec<String> {
    let interests = (!liked.is_empty()).then(|| tr!("term-sector-liked", letters = letters_listed(liked)));
    let conditions = (!accepted.is_empty()).then(|| tr!("term-sector-accepted", conditions = listed(accepted)));
    [interests, conditions].into_iter().flatten().collect()
}

/// Returns what speaks against a sector without closing it, a sentence each.
pub fn speaks_against(not_liked: &[Letter], reluctant: &[String], unanswered: &[String]) -> Vec<String> {
    let interests = (!not_liked.is_empty()).then(|| tr!("term-sector-not-liked", letters = letters_listed(not_liked)));
    let conditions = (!reluctant.is_empty()).then(|| tr!("term-sector-reluctant", conditions = listed(reluctant)));
    let gaps = (!unanswered.is_empty()).then(|| tr!("term-sector-unanswered", conditions = listed(unanswered)));
    [interests, conditions, gaps].into_iter().flatten().collect()
}

/// Returns the conditions that are refused for good and frequent in a sector; none when there are none.
pub fn obstacles(conditions: &[String]) -> Option<String> {
    (!conditions.is_empty()).then(|| tr!("term-sector-obstacles", conditions = listed(conditions)))
}

fn letters_listed(letters: &[Letter]) -> String {
    letters.iter().map(|which| letter(*which)).collect::<Vec<_>>().join(", ")
}

/// Returns the phrases one after the other, each beginning in lower case: they may hold commas.
fn listed(phrases: &[String]) -> String {
    let lower = |phrase: &String| {
        let mut letters = phrase.chars();
        letters.next().map(|first| first.to_lowercase().chain(letters).collect::<String>()).unwrap_or_default()
    };
    phrases.iter().map(lower).collect::<Vec<_>>().join(" ; ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of_people(n: u32) -> Norm {
        Norm {
            population: "adultes du PLIE".to_owned(),
            n,
            date: "2027".to_owned(),
            mean: 0.0,
            sd: 1.0,
            ranks: Vec::new(),
        }
    }

    #[test]
    fn a_norm_is_told_with_its_people_and_a_small_one_is_provisional() {
        assert_eq!(norm(None), "pas d\u{2019}étalonnage");
        let told = norm(Some(&of_people(250)));
        assert!(told.contains("250") && told.contains("adultes du PLIE") && told.contains("2027"), "{told}");
        assert!(!told.contains("provisoire"), "{told}");
        assert!(norm(Some(&of_people(199))).contains("provisoire"));
    }

    #[test]
    fn a_change_that_is_not_sure_is_told_as_none() {
        assert_eq!(change(Verdict::NotClaimed), "aucun changement ne peut être affirmé");
    }

    #[test]
    fn an_obstacle_is_always_told() {
        let told = obstacles(&["Travailler en grande hauteur".to_owned()]).unwrap();
        assert!(told.contains("travailler en grande hauteur"), "{told}");
        assert_eq!(obstacles(&[]), None);
    }

    #[test]
    fn ties_are_told_as_ties() {
        assert_eq!(order_place(1, 1, true), "tous à égalité");
        assert_eq!(order_place(2, 4, true), "à égalité");
        assert_eq!(order_place(4, 4, false), "en dernier");
    }
}
