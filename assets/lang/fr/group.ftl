# The grids of everybody who was at a session, filled in together; the right to handle health data.

desk-group-fill = Remplir les grilles du groupe
desk-group-title = Grilles du groupe
desk-group-back-session = Retour à la séance
desk-group-back = Choisir une autre grille
desk-group-where = { $title }, { $slot }
desk-group-nobody = Personne n'est noté présent à cette séance. Notez d'abord les présences, sur la page de la séance.
desk-group-unknown = { $n ->
    [one] La présence de 1 personne n'est pas notée : elle n'a pas de grille.
   *[other] La présence de { $n } personnes n'est pas notée : elles n'ont pas de grille.
}
desk-group-which = Quelle grille ?
desk-group-which-words = { $n ->
    [0] Aucune personne présente.
    [one] { $n } personne présente. Vous notez ce que vous avez vu ou mesuré.
   *[other] { $n } personnes présentes. Vous notez tout le groupe, un acte à la fois. Deux animateurs remplissent chacun leurs grilles.
}
desk-group-entry = { $subtitle }. Environ { $time } par personne.
desk-group-begin = Commencer
desk-group-resume = Reprendre
desk-group-read = Relire
desk-group-finished = { $people ->
    [one] { $finished } grille sur 1 terminée
   *[other] { $finished } { $finished ->
        [0] grille
        [one] grille
       *[other] grilles
    } sur { $people } { $finished ->
        [0] terminée
        [one] terminée
       *[other] terminées
    }
}
desk-group-by-act = Par acte
desk-group-by-person = Par personne
desk-group-attitude = { $title } ({ $done } sur { $asked })
desk-group-act = Acte { $place } sur { $acts }. { $instruction }
desk-group-question = Question { $place } sur { $questions }. { $instruction }
desk-group-count = { $done } sur { $asked }
desk-group-previous = Précédent
desk-group-next = Suivant
desk-group-end = Voir où en est chacun
desk-group-saving = Enregistrement…
desk-group-all-finished = Toutes les grilles sont terminées : elles ne changent plus.
desk-group-saved = Tout ce qui est noté est enregistré.
desk-group-keys = Clavier : chiffres pour noter et descendre, – pour « pas pu observer », flèches pour changer de ligne, Tab pour l'acte suivant, Majuscule et Tab pour le précédent.
desk-group-keys-choice = Clavier : chiffres pour choisir et descendre, flèches pour changer de ligne, Tab pour la question suivante.
desk-group-keys-cells = Clavier : Tab pour le champ suivant, Entrée pour descendre. Un champ quitté est enregistré.
desk-group-locked = L'accord pour les données de santé manque : rien ne peut être noté.
desk-group-collect = Recueillir l'accord
desk-group-not-asked = Rien à noter ici, d'après les réponses précédentes.
desk-group-notice = { $name } : { $words }
desk-group-cell = { $what }, { $name }
desk-group-not-a-number = Écrivez un nombre
desk-group-out-of-bounds = Entre { $min } et { $max } { $unit }
desk-group-wrong = { $name }, { $what } : « { $typed } » n'est pas enregistré. Vérifiez la mesure.
desk-group-finish = { $n ->
    [0] Terminer les grilles complètes
    [one] Terminer 1 grille complète
   *[other] Terminer les { $n } grilles complètes
}
desk-group-finish-words = Une grille terminée ne change plus. Les grilles où il manque une réponse attendent.
desk-group-row-finished = Terminée
desk-group-row-not-begun = Rien n'est noté
desk-group-row-whole = Complète, à terminer
desk-group-row-underway = À compléter
desk-group-missing = Il manque : { $parts }
desk-group-missing-part = { $title } ({ $n })
desk-group-alone = Remplir sa grille
desk-group-apart = { $n ->
    [one] { $n } personne sans grille
   *[other] { $n } personnes sans grille
}
desk-group-attendance = Présence à noter
desk-group-other = { $name } : { $begun ->
    [one] { $finished } grille terminée sur 1 commencée
   *[other] { $finished } { $finished ->
        [0] grille terminée
        [one] grille terminée
       *[other] grilles terminées
    } sur { $begun } commencées
}
desk-group-agreement-waits = Personne ne voit les notes de l'autre avant la fin. Votre accord s'affiche quand vous avez terminé tous les deux.
desk-group-agreement-of = { $n ->
    [one] { $one } et { $other }, sur 1 personne
   *[other] { $one } et { $other }, sur { $n } personnes
}
desk-group-too-few = { $n ->
    [one] { $n } personne : trop peu pour conclure. Il en faut { $enough }.
   *[other] { $n } personnes : trop peu pour conclure. Il en faut { $enough }.
}
desk-group-kappa = { $people ->
    [one] Accord { $strength } (kappa pondéré : { $kappa }), sur 1 personne.
   *[other] Accord { $strength } (kappa pondéré : { $kappa }), sur { $people } personnes.
}
desk-group-kappa-words = Kappa pondéré (Cohen, 1968) : 1 dit un accord parfait, 0 ce que le hasard donnerait. Les mots sont ceux de Landis et Koch (1977).
desk-group-icc = { $people ->
    [one] Accord { $strength } (corrélation intraclasse : { $icc }), sur 1 personne.
   *[other] Accord { $strength } (corrélation intraclasse : { $icc }), sur { $people } personnes.
}
desk-group-no-icc = Trop peu de mesures, ou des mesures toutes pareilles : aucune corrélation.
desk-group-widest = Écart le plus grand entre les deux mesures d'une personne : { $widest } { $unit }.
desk-group-icc-words = Corrélation intraclasse (Shrout et Fleiss, 1979) : 1 dit des mesures identiques. Les mots sont ceux de Koo et Li (2016).
desk-done-group = Les grilles complètes sont terminées.
term-strength-absent = absent
term-strength-weak = faible
term-strength-moderate = moyen
term-strength-good = bon
term-strength-excellent = excellent

desk-health-title = Accord pour les données de santé
desk-health-words = La personne peut refuser : son parcours continue pareil. Elle peut revenir sur son accord.
desk-staff-health = Mesures de santé
desk-staff-health-always = Oui, référent
desk-staff-health-given = Oui, droit donné
desk-staff-health-none = Non
desk-health-right-title = Mesures de santé : { $name }
desk-health-right-give-words = Avec ce droit, cette personne note les mesures de santé des participants qui sont d'accord, et les lit. Le journal garde qui l'a donné.
desk-health-right-take-words = Sans ce droit, cette personne ne note plus les mesures de santé et ne les lit plus. Ce qui est noté reste.
desk-health-right-give = Donner ce droit
desk-health-right-take = Reprendre ce droit
desk-done-health-given = Le droit est donné.
desk-done-health-taken = Le droit est repris.
