# Le planning de tous les ateliers à la fois : la commande, ses messages, les raisons.

plan-help-instance = Instance à planifier : séances possibles, participants, places confirmées.
plan-help-out = Plan à écrire : séances ouvertes, places, et la raison de chaque demande en attente.
plan-help-objective = Ce qui compte d'abord : placer puis attendre le moins, placer puis servir l'ancienneté, ou finir des parcours.
plan-help-time-limit = Secondes après lesquelles la recherche s'arrête sur le meilleur plan trouvé.

plan-placed = { $placed ->
    [one] { $placed } demande placée sur { $demands }
   *[other] { $placed } demandes placées sur { $demands }
}{ $confirmed ->
    [0] {""}
    [one] , dont { $confirmed } déjà confirmée
   *[other] , dont { $confirmed } déjà confirmées
}
plan-sessions = { $n ->
    [one] { $n } séance
   *[other] { $n } séances
}
plan-optimal = prouvé optimal
plan-best-found = meilleur trouvé, borne { $bound } ({ $why })
plan-ended-time = limite de temps atteinte
plan-ended-nodes = limite de recherche atteinte
plan-sought = { $objective } ; { $seconds } s
plan-objective-wait = objectif : placer, puis le moins de jours d'attente
plan-objective-age = objectif : placer, puis l'ancienneté
plan-objective-complete = objectif : finir des parcours, puis placer, puis l'ancienneté

plan-bound-complete = { $n ->
    [one] { $n } parcours complet
   *[other] { $n } parcours complets
}
plan-bound-placed = { $n } en demandes placées
plan-bound-wait = { $n } en jours d'attente
plan-bound-age = { $n } en ancienneté
plan-bound-facilitators = { $n } min d'animation
plan-bound-changes = { $n } en changements

plan-when = { $day } { $time }
plan-no-session = Aucune séance de cet atelier n'est possible dans la période.
plan-no-possible-session = Aucune séance possible : { $causes }.
plan-cause-notice = { $n ->
    [one] { $n } trop tôt pour convoquer
   *[other] { $n } trop tôt pour convoquer
}
plan-cause-deadline = { $n ->
    [one] { $n } après l'échéance
   *[other] { $n } après l'échéance
}
plan-cause-half-day = { $n ->
    [one] { $n } hors de ses demi-journées
   *[other] { $n } hors de ses demi-journées
}
plan-cause-absent = { $n ->
    [one] { $n } pendant une absence
   *[other] { $n } pendant une absence
}
plan-full = Complet : la séance du { $when } n'a plus de place.
plan-room-taken = La salle est prise par une autre séance : { $when }.
plan-facilitator-taken = L'animateur anime une autre séance : { $when }.
plan-equipment-taken = Le matériel sert à une autre séance : { $when }.
plan-too-few = Pas assez de monde pour la séance du { $when } : { $missing ->
    [one] il manque { $missing } personne
   *[other] il manque { $missing } personnes
}.
plan-before = L'atelier « { $workshop } » vient avant et n'a pas de date assez tôt.
plan-own-booking = Déjà pris à ce moment-là par sa séance du { $when }.
plan-day-full = Assez de séances ce jour-là : { $when }.

plan-not-json = { $path }, ligne { $line }, colonne { $column } : ce n'est pas du JSON. Rien n'est écrit.
plan-wrong = { $path }, { $place } : { $expected }. Rien n'est écrit.
plan-whole-file = tout le fichier
plan-expected-schema = ce format n'est pas connu, « boussole-sched/1 » est attendu
plan-expected-object = un objet est attendu
plan-expected-list = une liste est attendue
plan-expected-list-of = une liste de { $n } est attendue
plan-expected-label = un texte ou un nombre entier est attendu
plan-expected-whole-number = un nombre entier, au plus un million, est attendu
plan-expected-day = une date AAAA-MM-JJ est attendue
plan-expected-minute = un nombre de minutes, au plus 1440, est attendu
plan-expected-end = la fin doit venir après le début, le même jour
plan-expected-half-day = « am » ou « pm » est attendu
plan-expected-kind = « planned », « on_demand » ou « extra » est attendu
plan-expected-maximum = le maximum est sous le minimum
plan-expected-equipment = ce matériel n'est pas dans la liste « equipment »
plan-expected-below = un numéro à partir de 0 et sous { $n } est attendu
plan-expected-absence = la fin de l'absence vient avant son début

# Une année simulée.
year-week = { $policy } : semaine { $week }
year-title = Une année inventée : { $people } personnes, graine { $seed }. Arrivées surtout le mercredi et le vendredi, 15 % d'absences.
year-policy = Façon de planifier
year-held = Suivis en 8 semaines
year-complete = Parcours complets en 8 semaines
year-wait = Attente en jours (moyenne / 9 sur 10)
year-sessions = Séances
year-cancelled = Annulées
year-overtaken = Dépassés
year-fixed = Calendrier fixé d'avance
year-rule = Règle simple
year-optimum = Meilleur plan
year-share = { $n } ({ $percent } %)
year-note = Dépassés : demandes restées en attente alors que la personne pouvait venir à une séance où siège quelqu'un de plus récent.
