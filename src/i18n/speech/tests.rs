//! Facts: a text as it is written, and as it is said.

use super::{spoken, spoken_sentences};
use crate::i18n::typeset;

/// Asserts how texts are said, written with plain spaces and as they are typeset.
fn are_said(table: &[(&str, &str)]) {
    for (written, said) in table {
        assert_eq!(spoken(written), *said, "{written}");
        assert_eq!(spoken(&typeset(written)), *said, "typeset: {written}");
    }
}

#[test]
fn numbers_are_said_in_words() {
    are_said(&[
        ("12 questions", "douze questions."),
        ("1 250 personnes", "mille deux cent cinquante personnes."),
        ("1\u{202F}250\u{202F}000 habitants", "un million deux cent cinquante mille habitants."),
        ("12,5", "douze virgule cinq."),
        ("0,05", "zéro virgule zéro cinq."),
        ("3,14", "trois virgule quatorze."),
        ("3,14159", "trois virgule un quatre un cinq neuf."),
        ("2.5 points", "deux virgule cinq points."),
        ("-5 ou +3", "moins cinq ou plus trois."),
        ("Suite : 2, 4, 8, ?", "Suite: deux, quatre, huit?"),
        ("code 007", "code zéro zéro sept."),
        ("version 1.2.3", "version un point deux point trois."),
        ("1,2,3", "un, deux, trois."),
        ("de 6-8 personnes", "de six à huit personnes."),
        ("3/4 du temps, note 12/20", "trois quarts du temps, note douze sur vingt."),
    ]);
}

#[test]
fn one_agrees_with_the_word_that_follows() {
    are_said(&[
        ("1 réponse donnée sur 21 questions", "une réponse donnée sur vingt et une questions."),
        ("1 jour", "un jour."),
        ("31 secondes", "trente et une secondes."),
        ("1 fois", "une fois."),
    ]);
}

#[test]
fn ranks_are_said() {
    are_said(&[
        ("le 1er décembre", "le premier décembre."),
        ("la 1re fois", "la première fois."),
        ("la 1ère fois", "la première fois."),
        ("le 2e étage", "le deuxième étage."),
        ("au 21ème jour", "au vingt et unième jour."),
        ("les 2es", "les deuxièmes."),
        ("la 2nde", "la seconde."),
        ("1ᵉʳ étage", "premier étage."),
    ]);
}

#[test]
fn hours_and_durations_are_said() {
    are_said(&[
        ("14 h 30", "quatorze heures trente."),
        ("à 14h30.", "à quatorze heures trente."),
        ("14:05", "quatorze heures cinq."),
        ("8 h 01", "huit heures une."),
        ("de 9 h à 12 h", "de neuf heures à douze heures."),
        ("1 h", "une heure."),
        ("21 h 00", "vingt et une heures."),
        ("1 h 30 min", "une heure trente minutes."),
        ("3 min 05 s", "trois minutes cinq secondes."),
        ("35 h par semaine", "trente-cinq heures par semaine."),
        ("environ 1 min", "environ une minute."),
        ("ouvert 9 h - 17 h", "ouvert neuf heures, dix-sept heures."),
    ]);
}

#[test]
fn days_are_said() {
    are_said(&[
        ("24/11/2026", "vingt-quatre novembre deux mille vingt-six."),
        ("le 01/12/2026", "le premier décembre deux mille vingt-six."),
        ("2026-11-24", "vingt-quatre novembre deux mille vingt-six."),
        ("le 24/11", "le vingt-quatre novembre."),
        ("mardi 24 novembre 2026", "mardi vingt-quatre novembre deux mille vingt-six."),
        ("mar. 24 nov. 2026", "mardi vingt-quatre novembre deux mille vingt-six."),
    ]);
}

#[test]
fn money_is_said() {
    are_said(&[
        ("12,50 €", "douze euros cinquante."),
        ("12,5 €", "douze euros cinquante."),
        ("12 €", "douze euros."),
        ("1 €", "un euro."),
        ("0,50 €", "cinquante centimes."),
        ("1,05 €", "un euro cinq."),
        ("1,899 €", "un virgule huit cent quatre-vingt-dix-neuf euro."),
        ("1 250 €", "mille deux cent cinquante euros."),
        ("2 000 000 €", "deux millions d'euros."),
        ("12,50 €/h", "douze euros cinquante par heure."),
        ("1 500 €/mois", "mille cinq cents euros par mois."),
        ("12,50 euros", "douze euros cinquante."),
    ]);
}

#[test]
fn measures_are_said() {
    are_said(&[
        ("12,5 %", "douze virgule cinq pour cent."),
        ("20 °C", "vingt degrés."),
        ("-5 °C", "moins cinq degrés."),
        ("1,5 km", "un virgule cinq kilomètre."),
        ("3 km", "trois kilomètres."),
        ("50 km/h", "cinquante kilomètres à l'heure."),
        ("porter 25 kg", "porter vingt-cinq kilos."),
        ("une pièce de 12 m²", "une pièce de douze mètres carrés."),
        ("1 t de sable", "une tonne de sable."),
        ("5 mois", "cinq mois."),
        ("2 l", "deux litres."),
    ]);
}

#[test]
fn a_telephone_number_is_said_by_pairs() {
    are_said(&[
        ("06 12 34 56 78", "zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit."),
        ("0328000102", "zéro trois, vingt-huit, zéro zéro, zéro un, zéro deux."),
        ("03.28.45.00.17", "zéro trois, vingt-huit, quarante-cinq, zéro zéro, dix-sept."),
        ("+33 6 12 34 56 78", "plus trente-trois, six, douze, trente-quatre, cinquante-six, soixante-dix-huit."),
        ("Tél. 06 12 34 56 78", "téléphone zéro six, douze, trente-quatre, cinquante-six, soixante-dix-huit."),
    ]);
}

#[test]
fn abbreviations_are_said_whole() {
    are_said(&[
        ("M. Diallo et Mme Petit", "monsieur Diallo et madame Petit."),
        ("Mme. Petit", "madame Petit."),
        ("la salle n° 3", "la salle numéro trois."),
        ("Des clous, des vis, etc.", "Des clous, des vis, et cetera."),
        ("Des clous, etc. Ensuite, rien.", "Des clous, et cetera. Ensuite, rien."),
        ("par ex. un marteau", "par exemple un marteau."),
        ("votre CV", "votre cé vé."),
        ("un CDI, un CDD", "un cé dé i, un cé dé dé."),
        ("un RDV", "un rendez-vous."),
        ("le PLIE et le SMIC", "le plie et le smic."),
        ("Le jeu. Le prix max.", "Le jeu. Le prix maximum."),
        ("lisez p. 12", "lisez page douze."),
        ("la carte A", "la carte A."),
        ("Je suis motivé(e) et prêt·e·s", "Je suis motivé et prêt."),
        ("et/ou", "et ou."),
        ("il/elle", "il ou elle."),
        ("écrire à service@boussole.fr.", "écrire à service arobase boussole point fr."),
    ]);
}

#[test]
fn signs_are_said_or_left_out() {
    are_said(&[
        ("« Oui », dit-elle.", "Oui, dit-elle."),
        ("C'est fini !", "C'est fini!"),
        ("Ça va ? Très bien…", "Ça va? Très bien."),
        ("Je suis… content", "Je suis, content."),
        ("Je travaille (le soir) souvent", "Je travaille, le soir, souvent."),
        ("3 × 4 = 12", "trois fois quatre égale douze."),
        ("Le mot ____ manque", "Le mot manque."),
        ("• un marteau", "un marteau."),
        ("😀 Content", "Content."),
        ("d'1 kg", "d'un kilo."),
        ("", ""),
        ("?", ""),
    ]);
}

#[test]
fn each_line_and_each_sentence_is_a_sentence() {
    let said = spoken_sentences("Ouverture :\nlundi, 8 h 30 - 12 h\nFermé le 1er mai ! M. Petit vous attend");
    assert_eq!(
        said,
        [
            "Ouverture.",
            "lundi, huit heures trente, douze heures.",
            "Fermé le premier mai!",
            "monsieur Petit vous attend."
        ]
    );
}

#[test]
fn what_is_said_has_neither_digit_nor_sign() {
    let written = "Réf. K1304 / 3D : 100 % à 20°C — 2 x 4, n°5 [v2] “€” #1 _a_ 7^2 ~ 5 $ | § \\";
    let allowed = |c: char| c.is_alphabetic() || " .,;:?!'-".contains(c);
    assert!(spoken(written).chars().all(allowed), "{}", spoken(written));
}
