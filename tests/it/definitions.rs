//! What an author is told of a definition file: every mistake, at its line.

use std::path::Path;

use boussole::catalog::load::load;
use boussole::domain::assessment::Defect;
use boussole::domain::definition_check::{Expected, Problem, Reason, Severity};

/// A small sound definition.
pub const SOUND: &str = include_str!("../data/petite/evaluation.toml");

pub fn problems(text: &str) -> Vec<Problem> {
    match load(Path::new("petite/evaluation.toml"), text.as_bytes(), &|_| false) {
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
    let loaded = load(Path::new("petite/evaluation.toml"), text.as_bytes(), &|_| false).unwrap();
    assert_eq!(loaded.warnings.len(), 1);
    assert_eq!(loaded.warnings[0].severity, Severity::Warning);
    assert_eq!(
        (loaded.warnings[0].line, &loaded.warnings[0].reason),
        (4, &Reason::FolderName { folder: "petite".to_owned() })
    );
    assert!(load(Path::new("ailleurs/grande.toml"), text.as_bytes(), &|_| false).unwrap().warnings.is_empty());
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
        let text = SOUND.replace("metrique = \"brut\"", &format!("metrique = \"{metric}\""));
        let text = text.replacen("min = 1.0\nmax = 2.0", "min = LOW\nmax = 5", 1);
        let text = text.replacen("min = 2.0\nmax = 3.0", "min = 5\nmax = HIGH", 1);
        let (low, high) = if metric == "sten" { ("1", "10") } else { ("0", "100") };
        let text = text.replace("LOW", low).replace("HIGH", high);
        let norm = n.map(|n| {
            format!(
                "\n[[normes]]\nechelle = \"parole\"\npopulation = \"PLIE\"\nn = {n}\ndate = \"2026\"\n\
                 moyenne = 2\necart_type = 0.5\n"
            )
        });
        problems(&(text + &norm.unwrap_or_default()))
    };
    for metric in ["T", "sten", "percentile"] {
        for (people, n) in [(None, 0), (Some(29), 29)] {
            let found = normed(metric, people);
            let reason = Reason::NormTooSmall { n, needed: 200 };
            assert_eq!(found.iter().map(|problem| problem.line).collect::<Vec<_>>(), [77, 84], "{found:#?}");
            assert!(found.iter().all(|p| p.reason == reason && p.severity == Severity::Error));
        }
        for n in [30, 199] {
            let found = normed(metric, Some(n));
            let reason = Reason::NormProvisional { n, needed: 200 };
            assert_eq!(found.len(), 2, "{found:#?}");
            assert!(found.iter().all(|p| p.reason == reason && p.severity == Severity::Warning));
        }
        assert_eq!(normed(metric, Some(200)), []);
    }
}

#[test]
fn bands_on_a_norm_cover_the_metric_and_not_the_score() {
    let text = SOUND.replace("metrique = \"brut\"", "metrique = \"T\"").replacen(
        "min = 1.0\nmax = 2.0",
        "min = 0\nmax = 50",
        1,
    );
    let text = text.replacen("min = 2.0\nmax = 3.0", "min = 50\nmax = 100", 1);
    let norm = "\n[[normes]]\nechelle = \"parole\"\npopulation = \"PLIE\"\nn = 240\ndate = \"2026\"\nmoyenne = 2.0\necart_type = 0.5\n";
    assert_eq!(problems(&(text.clone() + norm)), []);
    let line = norm.replace("ecart_type = 0.5\n", "table = [[1.0, 5.0], [2.0, 50.0], [3.0, 95.0]]\n");
    assert!(problems(&(text + &line)).iter().any(|problem| problem.reason == Reason::NormWithoutDeviation));
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
fn a_key_of_another_kind_of_item_is_refused() {
    tells("correct = [12]", "correct = [12]\nlongueur_max = 60", "items.B2.longueur_max", &Reason::MisplacedKey);
    tells("correct = [12]", "correct = [12]\nreponses = \"accord3\"", "items.B2.reponses", &Reason::MisplacedKey);
}

#[test]
fn an_image_says_what_it_shows_and_its_file_is_in_the_folder() {
    let (line, text) = changed("correct = [12]", "correct = [12]\nimage = \"img/a.svg\"");
    let silent = problems(&text).into_iter().find(|problem| problem.reason == Reason::ImageWithoutAlt);
    assert_eq!(silent.map(|problem| (problem.line, problem.severity)), Some((line, Severity::Error)));
    let missing = Reason::MissingFile { path: "img/a.svg".to_owned(), published: false };
    let image = |path: &str| format!("correct = [12]\nalt = \"Des palettes\"\nimage = \"{path}\"");
    tells("correct = [12]", &image("img/a.svg"), "items.B2.image", &missing);
    assert_eq!(missing.severity(), Severity::Warning);
    assert_eq!(Reason::MissingFile { path: String::new(), published: true }.severity(), Severity::Error);
    for outside in ["../secret.svg", "/etc/passwd", "img/../../x.svg", "C:\\\\x.svg"] {
        tells("correct = [12]", &image(outside), "items.B2.image", &Reason::PathOutside);
    }
    let text = changed("correct = [12]", &image("img/a.svg")).1;
    let loaded = load(Path::new("petite/evaluation.toml"), text.as_bytes(), &|path| path == "img/a.svg").unwrap();
    assert_eq!(loaded.warnings, []);
}

#[test]
fn a_condition_names_an_earlier_item() {
    let condition = |text: &str| format!("correct = [12]\nafficher_si = \"{text}\"");
    assert_eq!(problems(&changed("correct = [12]", &condition("A1 >= 2")).1), []);
    let bad = Reason::BadCondition { found: "A1 > 2".to_owned() };
    tells("correct = [12]", &condition("A1 > 2"), "items.B2.afficher_si", &bad);
    let (_, text) = changed("correct = [12]", &condition("B9 = 2"));
    let late = Defect::LateCondition { item: "B2".to_owned(), named: "B9".to_owned() };
    assert_eq!(problems(&text)[0].reason, Reason::Defect(late));
}

#[test]
fn a_difference_names_two_scales_and_no_item() {
    let scales = "[[echelles]]\nid = \"debut\"\ntitre = \"Début\"\nmethode = \"proportion\"\nitems = [\"B1\"]\n\
                  [[echelles]]\nid = \"gain\"\ntitre = \"Gain\"\nmethode = \"difference\"\nde = \"debut\"\na = \"savoir\"\n";
    let (_, text) = changed("[validite]", &format!("{scales}\n[validite]"));
    assert_eq!(problems(&text), []);
    let (_, unknown) =
        changed("[validite]", &format!("{}\n[validite]", scales.replace("de = \"debut\"", "de = \"fin\"")));
    assert_eq!(problems(&unknown)[0].reason, Reason::UnknownScale { name: "fin".to_owned() });
}

#[test]
fn a_matrix_has_four_or_eight_options() {
    let (_, text) = changed(
        "max = 99",
        "max = 99\n\n[[items]]\nid = \"MA\"\ntype = \"matrice\"\ngenerateur = { nom = \"matrice\", graine = 1, \
         radicaux = { regles = [\"progression:nombre\"], options = 6 } }",
    );
    assert_eq!(problems(&text)[0].reason, Reason::MatrixOptions { n: 6 });
    assert_eq!(problems(&text.replace("options = 6", "options = 8")), []);
}

#[test]
fn a_licence_of_somebody_else_needs_a_permission() {
    let (_, text) = changed("licence = \"projet\"", "licence = \"externe-autorise\"");
    assert_eq!(problems(&text)[0].reason, Reason::NoPermission);
    let with = load(Path::new("petite/evaluation.toml"), text.as_bytes(), &|path| path == "autorisation.pdf").unwrap();
    assert_eq!(with.warnings, []);
}

/// Every text has a line: that of the value, else of its table.
#[test]
fn every_message_has_a_line() {
    let spoilt = [
        SOUND.replacen("[meta]", "[metta]", 1),
        SOUND.replacen("[[items]]", "[[itemz]]", 2),
        SOUND.replacen("titre = ", "titra = ", 1),
        SOUND.replacen("type = \"likert\"", "type = \"plus_moins\"", 1),
        String::new(),
    ];
    for text in spoilt {
        let found = problems(&text);
        assert!(!found.is_empty());
        assert!(found.iter().all(|problem| problem.line > 0), "{found:#?}");
    }
}
