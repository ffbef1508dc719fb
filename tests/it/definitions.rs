//! What an author is told of a definition file: every mistake, at its line.

use std::path::Path;

use boussole::catalog::load::load;
use boussole::domain::assessment::Defect;
use boussole::domain::definition_check::{Expected, Problem, Reason, Severity};

/// A small sound definition.
pub const SOUND: &str = include_str!("../data/petite/evaluation.toml");

pub fn problems(text: &str) -> Vec<Problem> {
    match load(Path::new("petite/evaluation.toml"), text.as_bytes()) {
        Ok(loaded) => loaded.warnings,
        Err(problems) => problems,
    }
}

/// Replaces `from`, which is there exactly once, and returns the line where the replacement ends with the text.
fn changed(from: &str, to: &str) -> (usize, String) {
    assert_eq!(SOUND.matches(from).count(), 1, "{from:?}");
    let at = SOUND.find(from).unwrap();
    let text = SOUND.replacen(from, to, 1);
    (text[..at + to.len()].lines().count(), text)
}

/// Asserts that one change brings exactly one problem, on the line of the change.
#[track_caller]
fn tells(from: &str, to: &str, key: &str, reason: &Reason) {
    let (line, text) = changed(from, to);
    let found = problems(&text);
    let [problem] = found.as_slice() else { panic!("{to:?}: {found:#?}") };
    assert_eq!((problem.line, problem.key.as_str(), &problem.reason), (line, key, reason));
}

#[test]
fn a_sound_definition_loads_without_a_word() {
    assert_eq!(problems(SOUND), []);
}

#[test]
fn an_unknown_key_is_named() {
    tells("duree_min = 2", "duree_min = 2\nduree = 2", "meta.duree", &Reason::UnknownKey);
    tells(
        "libelle = \"Oui\"",
        "libelle = \"Oui\"\ncouleur = \"vert\"",
        "reponses.accord3.3.couleur",
        &Reason::UnknownKey,
    );
    tells("correct = [12]", "correct = [12]\nboite = 1", "items.B2.boite", &Reason::UnknownKey);
}

#[test]
fn a_missing_key_is_at_the_line_of_its_table() {
    for (from, line, key) in [
        ("titre = \"Ma petite évaluation\"\n", 3, "meta.titre"),
        ("debut = \"Répondez comme vous êtes.\"\n", 15, "consignes.debut"),
        ("enonce = \"J'aime parler.\"\n", 28, "items.A1.enonce"),
        ("items = [\"B1\", \"B2\"]\n", 63, "echelles.savoir.items"),
        ("titre = \"En parole\"\n", 82, "restitution.bandes.2.titre"),
    ] {
        let found = problems(&SOUND.replacen(from, "", 1));
        let [problem] = found.as_slice() else { panic!("{key}: {found:#?}") };
        assert_eq!((problem.line, problem.key.as_str(), &problem.reason), (line, key, &Reason::MissingKey));
    }
}

#[test]
fn a_value_of_another_type_is_told_what_is_expected() {
    let wrong = |expected| Reason::WrongType { expected };
    tells("duree_min = 2", "duree_min = \"2\"", "meta.duree_min", &wrong(Expected::WholeNumber));
    tells("titre = \"Ma petite évaluation\"", "titre = 3", "meta.titre", &wrong(Expected::Text));
    tells("borne_max = 3", "borne_max = \"trois\"", "echelles.parole.borne_max", &wrong(Expected::Number));
    tells("correct = [12]", "correct = 12", "items.B2.correct", &wrong(Expected::List));
    tells("inverse = true", "inverse = \"oui\"", "validite.paires_coherence.1.inverse", &wrong(Expected::YesNo));
    tells(
        "[validite]\nserie_max = 8",
        "[validite]\nserie_max = 8.5",
        "validite.serie_max",
        &wrong(Expected::WholeNumber),
    );
}

#[test]
fn numbers_are_finite_and_in_their_range() {
    tells("borne_max = 3", "borne_max = nan", "echelles.parole.borne_max", &Reason::NotFinite);
    tells("max = 99", "max = inf", "items.B2.max", &Reason::NotFinite);
    tells("duree_min = 2", "duree_min = 61", "meta.duree_min", &Reason::OutOfRange { min: 1.0, max: 60.0 });
}

#[test]
fn the_card_of_identity_is_checked() {
    tells(
        "id = \"petite\"",
        "id = \"Petite éval\"",
        "meta.id",
        &Reason::BadIdentifier { found: "Petite éval".to_owned() },
    );
}

#[test]
fn an_id_that_is_not_the_folder_is_a_warning() {
    let text = SOUND.replacen("id = \"petite\"", "id = \"grande\"", 1);
    let loaded = load(Path::new("petite/evaluation.toml"), text.as_bytes()).unwrap();
    assert_eq!(loaded.warnings.len(), 1);
    assert_eq!(loaded.warnings[0].severity, Severity::Warning);
    assert_eq!(
        (loaded.warnings[0].line, &loaded.warnings[0].reason),
        (4, &Reason::FolderName { folder: "petite".to_owned() })
    );
    assert!(load(Path::new("ailleurs/grande.toml"), text.as_bytes()).unwrap().warnings.is_empty());
}

#[test]
fn versions_and_licences_are_of_a_closed_form() {
    tells("version = \"0.1.0\"", "version = \"1.0\"", "meta.version", &Reason::BadVersion { found: "1.0".to_owned() });
    let (line, text) = changed("licence = \"projet\"", "licence = \"gratuit\"");
    let found = problems(&text);
    assert_eq!((found.len(), found[0].line), (1, line));
    assert!(
        matches!(&found[0].reason, Reason::NotAllowed { found, allowed } if found == "gratuit" && allowed.contains("CC-BY-4.0"))
    );
    tells(
        "format = \"boussole-evaluation/1\"",
        "format = \"boussole-evaluation/2\"",
        "format",
        &Reason::UnknownFormat { found: "boussole-evaluation/2".to_owned() },
    );
}

#[test]
fn a_title_is_short_and_names_no_brand() {
    let brand = |word: &str| Reason::BrandWord { word: word.to_owned() };
    for (title, word) in
        [("Mon M\u{E9}BTI", None), ("Mon mbti", Some("MBTI")), ("Le Myers – Briggs", Some("Myers-Briggs"))]
    {
        let (line, text) = changed("Ma petite évaluation", title);
        let found = problems(&text);
        assert_eq!(
            found.iter().map(|problem| problem.reason.clone()).collect::<Vec<_>>(),
            word.map(brand).into_iter().collect::<Vec<_>>()
        );
        assert!(found.iter().all(|problem| problem.line == line));
    }
    let long = "a".repeat(61);
    tells("Ma petite évaluation", &long, "meta.titre", &Reason::TitleTooLong { n: 61, limit: 60 });
}

#[test]
fn ids_are_unique() {
    let twice = |id: &str| Reason::Defect(Defect::DuplicateItem { item: id.to_owned() });
    let text = SOUND.replacen("id = \"A2\"", "id = \"A1\"", 1).replacen("[\"A1\", \"-A2\"]", "[\"A1\"]", 1).replacen(
        ", b = \"A2\"",
        ", b = \"A1\"",
        1,
    );
    let found = problems(&text);
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_eq!((found[0].line, &found[0].reason), (35, &twice("A1")));
    let found = problems(&SOUND.replacen("id = \"savoir\"", "id = \"parole\"", 1));
    assert!(found.iter().any(|problem| {
        (problem.line, &problem.reason) == (64, &Reason::Defect(Defect::DuplicateScale { scale: "parole".to_owned() }))
    }));
}

#[test]
fn keys_name_items_that_the_method_can_score() {
    let key = "echelles.parole.items";
    let scale = || "parole".to_owned();
    let unknown = Defect::UnknownKey { scale: scale(), item: "A9".to_owned() };
    tells("[\"A1\", \"-A2\"]", "[\"A1\",\n  \"-A9\"]", key, &Reason::Defect(unknown));
    let twice = Defect::DuplicateKey { scale: scale(), item: "A1".to_owned() };
    tells("[\"A1\", \"-A2\"]", "[\"A1\",\n  \"-A1\"]", key, &Reason::Defect(twice));
    let mismatch = Defect::MethodMismatch { scale: scale(), item: "B1".to_owned() };
    tells("[\"A1\", \"-A2\"]", "[\"A1\", \"B1\"]", key, &Reason::Defect(mismatch));
    tells("[\"A1\", \"-A2\"]", "[]", key, &Reason::Defect(Defect::NoKey { scale: scale() }));
    let reversed = Reason::ReversedUnbounded { item: "B2".to_owned() };
    tells("[\"B1\", \"B2\"]", "[\"B1\", \"-B2\"]", "echelles.savoir.items", &reversed);
}

#[test]
fn a_single_choice_has_exactly_one_right_answer_among_its_options() {
    tells("correct = [\"a\"]", "correct = [\"a\", \"b\"]", "items.B1.correct", &Reason::RightAnswerCount { n: 2 });
    tells("correct = [\"a\"]", "correct = []", "items.B1.correct", &Reason::RightAnswerCount { n: 0 });
    let no_option = Defect::CorrectIsNoOption { item: "B1".to_owned(), option: "z".to_owned() };
    tells("correct = [\"a\"]", "correct = [\"z\"]", "items.B1.correct", &Reason::Defect(no_option));
    let twice = Defect::DuplicateOption { item: "B1".to_owned(), option: "a".to_owned() };
    tells("{ id = \"b\", texte", "{ id = \"a\", texte", "items.B1.options", &Reason::Defect(twice));
}

#[test]
fn a_right_number_can_be_typed() {
    tells("correct = [12]", "correct = [120]", "items.B2.correct", &Reason::CorrectOutOfBounds { min: 0.0, max: 99.0 });
    let empty = Reason::Defect(Defect::EmptyBounds { item: "B2".to_owned() });
    tells("correct = [12]\nmin = 0", "correct = [12]\nmin = 99", "items.B2.min", &empty);
}

#[test]
fn an_answer_scale_exists_and_its_values_differ() {
    let unknown = Reason::UnknownAnswerScale { name: "accord9".to_owned() };
    tells(
        "J'aime parler.\"\nreponses = \"accord3\"",
        "J'aime parler.\"\nreponses = \"accord9\"",
        "items.A1.reponses",
        &unknown,
    );
    let found = problems(&SOUND.replacen("valeur = 3", "valeur = 1", 1));
    let twice = Defect::DuplicatePoint { item: "accord3".to_owned(), value: 1.0 };
    assert_eq!((found.len(), found[0].line, &found[0].reason), (1, 18, &Reason::Defect(twice)), "{found:#?}");
}

#[test]
fn bands_touch_and_cover_their_scale() {
    let scale = || "parole".to_owned();
    let gap = Reason::Defect(Defect::BandGap { scale: scale(), at: 2.0 });
    tells("min = 2.0", "min = 2.1", "restitution.bandes.2.min", &gap);
    tells("min = 2.0", "min = 1.9", "restitution.bandes.2.min", &gap);
    let cover = Reason::Defect(Defect::BandCover { scale: scale() });
    tells("max = 3.0", "max = 2.9", "restitution.bandes.2.max", &cover);
    tells("min = 1.0", "min = 1.1", "restitution.bandes.1.min", &cover);
    tells("max = 3.0", "max = 2.0", "restitution.bandes.2.max", &Reason::EmptyBand);
    let bounds = Defect::BoundsMismatch { scale: scale(), min: 1.0, max: 4.0 };
    tells("borne_max = 3", "borne_max = 4", "echelles.parole.borne_max", &Reason::Defect(bounds));
}

#[test]
fn a_band_of_an_unknown_scale_is_refused() {
    let extra = "max = 3.0\ntitre = \"En parole\"\ntexte_personne = \"Vous aimez parler.\"\n";
    let text =
        format!("{SOUND}[[restitution.bandes]]\nechelle = \"inconnue\"\nmetrique = \"brut\"\nmin = 2.0\n{extra}");
    let found = problems(&text);
    assert_eq!((found.len(), found[0].line), (1, 90));
    assert_eq!(found[0].reason, Reason::UnknownScale { name: "inconnue".to_owned() });
}

#[test]
fn a_normed_band_needs_a_norm_of_two_hundred_people() {
    let normed = |metric: &str, n: Option<u32>| {
        let text = SOUND.replacen("metrique = \"brut\"", &format!("metrique = \"{metric}\""), 1);
        let norm =
            n.map(|n| format!("\n[[normes]]\nechelle = \"parole\"\npopulation = \"PLIE\"\nn = {n}\ndate = \"2026\"\n"));
        problems(&(text + &norm.unwrap_or_default()))
    };
    for metric in ["T", "sten", "percentile"] {
        for (people, n) in [(None, 0), (Some(199), 199)] {
            let found = normed(metric, people);
            assert_eq!((found.len(), found[0].line), (1, 77), "{found:#?}");
            assert_eq!(found[0].reason, Reason::NormTooSmall { n, needed: 200 });
        }
        assert_eq!(normed(metric, Some(200))[0].reason, Reason::UnsupportedMetric { found: metric.to_owned() });
    }
}

#[test]
fn a_pair_names_items() {
    let defect = Defect::UnknownPair { scale: "validite.paires_coherence.1".to_owned(), item: "A7".to_owned() };
    tells("b = \"A2\"", "b = \"A7\"", "validite.paires_coherence.1.b", &Reason::Defect(defect));
}

#[test]
fn hard_sentences_are_warnings() {
    let key = "items.A1.enonce";
    for (statement, reason) in [
        ("Je n'aime pas parler.", Reason::Negation),
        ("Mon CACES est à jour.", Reason::Acronym { word: "CACES".to_owned() }),
        ("J'aime parler ? Ou écouter ?", Reason::DoubleQuestion),
        ("J'aime parler. ".repeat(11).trim(), Reason::LongStatement { n: 164, limit: 160 }),
        (
            "Je parle avec mes voisins, mes amis, mes collègues, mon frère, ma sœur et le chat.",
            Reason::LongSentence { words: 16, limit: 15 },
        ),
    ] {
        assert_eq!(reason.severity(), Severity::Warning);
        tells("J'aime parler.", statement, key, &reason);
    }
}

#[test]
fn every_mistake_of_a_file_is_told_at_once_in_the_order_of_the_lines() {
    let text = SOUND
        .replacen("version = \"0.1.0\"", "version = \"un\"", 1)
        .replacen("reponses = \"accord3\"", "reponses = \"accord\"", 1)
        .replacen("correct = [12]", "correct = [\"12\"]", 1)
        .replacen("\"-A2\"", "\"-A3\"", 1)
        .replacen("min = 2.0", "min = 2.5", 1);
    let lines: Vec<usize> = problems(&text).iter().map(|problem| problem.line).collect();
    assert_eq!(lines, [5, 32, 51, 59, 85]);
}

#[test]
fn a_question_that_cannot_be_read_brings_no_other_mistake() {
    let text =
        SOUND.replacen("borne_min = 1\nborne_max = 3\n", "", 1).replace("reponses = \"accord3\"", "reponses = 3");
    let found = problems(&text);
    assert_eq!(found.iter().map(|problem| problem.line).collect::<Vec<_>>(), [32, 38], "{found:#?}");
}

#[test]
fn keys_that_change_neither_the_question_nor_the_score_are_accepted() {
    let more =
        "correct = [12]\naide = \"Comptez.\"\naudio = \"b2.ogg\"\nobligatoire = false\nirt = { a = 1.0, b = 0.0 }";
    assert_eq!(problems(&changed("correct = [12]", more).1), []);
}

#[test]
fn what_is_not_supported_is_said_and_nothing_is_taken_otherwise_than_written() {
    for key in ["image = \"img/a.svg\"", "afficher_si = \"A1 > 2\"", "generateur = { nom = \"matrice\", graine = 1 }"] {
        let (line, text) = changed("correct = [12]", &format!("correct = [12]\n{key}"));
        let found = problems(&text);
        assert_eq!((found.len(), found[0].line, &found[0].reason), (1, line, &Reason::NotSupported));
    }
    tells("correct = [12]", "correct = [12]\ntemps_max_s = 60", "items.B2.temps_max_s", &Reason::NoEffect);
    let later = Reason::UnsupportedItemType { found: "texte_libre".to_owned() };
    let (line, text) = changed("type = \"nombre\"", "type = \"texte_libre\"");
    let found = problems(&text);
    assert_eq!((found.len(), found[0].line, &found[0].reason), (1, line, &later));
}
