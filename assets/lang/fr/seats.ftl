# Dates offered, signatures on the screen, what was done to a session, and what a person chose.

# Dates offered to one person.
desk-offer = Proposer des dates…
desk-offer-title = Proposer des dates
desk-offer-words = Ces séances ouvertes conviennent à la personne. Une proposition ne réserve pas de place.
desk-offer-none = Aucune séance ouverte ne convient, ou elle est trop proche pour attendre une réponse. Depuis la page d'une séance proche, la personne s'inscrit sans choisir.
desk-offer-again = Des dates sont déjà proposées : celles-ci les remplacent.
desk-offer-confirm = Proposer ces dates
desk-answers-awaited = { $n ->
    [one] { $n } réponse attendue
   *[other] { $n } réponses attendues
}
desk-answer = Réponse…
desk-answer-title = La réponse de la personne
desk-answer-offered = Dates proposées le { $day }
desk-answer-awaited = Proposées le { $day }, réponse attendue avant le { $until }
desk-answer-late = Proposées le { $day }, sans réponse depuis 3 jours
desk-answer-date = A choisi : { $when }
desk-answer-none = Aucune date ne convient
desk-answer-confirm = Enregistrer la réponse
desk-unanswered = { $people ->
    [one] { $people } personne n'a pas répondu
   *[other] { $people } personnes n'ont pas répondu
} en 3 jours. Première date proposée : { $when }.
desk-offered-others = Autres dates proposées à des personnes déjà inscrites
desk-done-offered = Les dates sont proposées.
desk-done-taken = La personne a sa place.
desk-done-declined = C'est noté : la personne attend une autre date.

# Signed on the screen.
desk-make-sign = Faire signer à l'écran
desk-sheet-on-pad = Enregistrer la feuille signée à l'écran
desk-signed-pad = À l'écran
desk-signed-paper = Sur papier
desk-signed-not = À signer
desk-signing-back = Retour à la séance
desk-signing-count = { $signed } sur { $all } ont signé
desk-signing-what = { $title } · { $day }, { $half } ({ $hours })
desk-signing-leader = Vous signez pour l'animation de la séance.
desk-signing-other-leader = L'animation est prévue pour { $planned }. Si cette personne est là, elle signe sous son nom : changez de personne au bureau. Sinon, vous signez pour l'animation.
desk-signing-pad = Cadre de signature : { $name }
desk-signing-clear = Effacer
desk-signing-pass = Passer
desk-signing-who = Qui signe
desk-signing-again = { $name } (a signé)
desk-signing-done = C'est signé
desk-signing-missing = { $n ->
    [one] { $n } signature manque
   *[other] { $n } signatures manquent
}
desk-signing-missing-words = Reprenez les signatures, ou joignez la feuille de papier à la séance.
desk-signing-resume = Reprendre les signatures
desk-signing-all = Tout le monde a signé
desk-signing-all-words = Les dessins ne suffisent pas : enregistrez la feuille après avoir vérifié qui est présent.
desk-signing-recorded = La feuille est enregistrée
desk-signing-recorded-words = Elle est signée à l'écran.

# Told, and what was done.
desk-told = Qui a été prévenu ({ $n })
desk-told-line = { $said }, { $channel }, le { $day } par { $by }
desk-told-undo = Pas prévenue
desk-done-told-undone = C'est annulé : à prévenir à nouveau.
desk-undo = Annuler
desk-session-history = Historique
desk-session-older = { $n ->
    [one] { $n } ligne plus ancienne
   *[other] { $n } lignes plus anciennes
}
desk-history-by = { $when } · { $by }
desk-history-more = { $names } et { $more ->
    [one] { $more } autre
   *[other] { $more } autres
}
desk-seats-of = Ses places en atelier ({ $n })
desk-seats-none = Aucune place jusqu'ici.
desk-seat-expected = Inscrite
desk-seat-since = { $state }, noté le { $day }

# Enough people?
desk-check-expected = Présence attendue : { $expected } sur { $enrolled ->
    [one] { $enrolled } inscrit
   *[other] { $enrolled } inscrits
}, pour { $minimum } au moins
desk-remedies = Que faire ?
desk-remedy-call = Appeler ({ $n })
desk-remedy-merge = Regrouper ({ $n })
desk-remedy-cancel = Annuler
desk-remedy-cancelled = { $n ->
    [0] Personne n'est inscrit.
    [one] { $n } personne attendrait à nouveau, avec son ancienneté.
   *[other] { $n } personnes attendraient à nouveau, avec leur ancienneté.
}
desk-merge-none = Aucune autre séance ne peut accueillir ces personnes.

# A deadline, a channel, a moment.
desk-deadline = Date limite…
desk-deadline-title = Date limite de l'étape
desk-deadline-words = Après ce jour, l'étape ne sert plus à la personne : aucune date plus tardive ne lui est proposée.
desk-deadline-day = Dernier jour utile
desk-deadline-remove = Enlever la date limite
desk-deadline-confirm = Enregistrer la date
desk-deadline-until = à faire avant le { $day }
desk-deadline-late = en retard de { $days ->
    [one] { $days } jour
   *[other] { $days } jours
} (avant le { $day })
desk-done-deadline = La date limite est enregistrée.
desk-channel = Prévenir
desk-channel-chosen = { $channel }, à sa demande
desk-channel-not-possible = { $channel } (demandé { $wished }, mais le dossier ne le permet pas)
desk-channel-change = Changer la façon de prévenir…
desk-channel-title = Comment prévenir la personne
desk-channel-words = Ce choix vaut pour les prochains messages, s'il est possible avec les coordonnées du dossier.
desk-channel-usual = Selon le dossier : SMS, sinon courriel, sinon lettre
desk-channel-confirm = Enregistrer
desk-moment-with = Avec
desk-moment-free = Un moment libre
desk-moment-other = Un autre moment

# What is taken back of a session.
desk-done-unmerged = Les deux séances sont de nouveau séparées, chacun a retrouvé sa place.
desk-done-unseated = Les places sont rendues : les réponses sont de nouveau attendues.
