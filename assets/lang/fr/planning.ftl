# The agenda: what the rule says of a pool, what stands against a time, what the service has.

# What the rule says.
term-verdict-proposed = { $when } : { $free } personnes libres, la plus ancienne attend depuis { $days ->
    [0] aujourd'hui
    [one] { $days } jour
   *[other] { $days } jours
 }.
term-verdict-calendar = Tous les 15 jours. Prochaine date : { $day }.
term-verdict-no-date = Tous les 15 jours. Aucune date dans les six semaines à venir.
term-why-nobody = Personne n'attend cet atelier.
term-why-too-few = { $waiting ->
    [one] { $waiting } personne attend
   *[other] { $waiting } personnes attendent
 } : il manque { $missing ->
    [one] une personne
   *[other] { $missing } personnes
 }.
term-why-never-together = { $waiting } personnes attendent, mais pas libres ensemble : { $free } au mieux, { $day }, { $half }.
term-why-no-day = { $waiting } personnes attendent, mais aucun jour n'est ouvert dans les six semaines à venir.
term-why-room-taken = Assez de personnes sont libres { $day }, mais la salle ou l'animateur est pris.
term-verdict-extra = { $left } personnes n'ont pas de place à la prochaine date, dont { $walkins ->
    [one] { $walkins } reçue
   *[other] { $walkins } reçues
 } un mercredi ou un vendredi. Une séance en plus est possible : { $when }, { $free } personnes libres.

# What stands against a time.
term-clash-closed = Le service est fermé le { $day } : { $why }.
term-clash-room-taken = { $room } est déjà prise à cette heure.
term-clash-room-small = { $room } a { $places } places pour { $people } personnes.
term-clash-staff-taken = L'animateur ou le référent est déjà pris à cette heure.
term-clash-staff-away = L'animateur ou le référent est absent jusqu'au { $day }.
term-clash-not-their-workshop = Cette personne n'anime pas cet atelier.
term-clash-equipment = { $equipment } : { $quantity ->
    [0] il n'y en a pas.
    [one] le seul est pris à cette heure, ou en préparation.
   *[other] les { $quantity } sont pris à cette heure, ou en préparation.
 }
term-clash-person-taken = Une personne a déjà un rendez-vous ou un atelier à cette heure, ou moins de 15 minutes avant ou après.
term-clash-person-away = Une personne est absente jusqu'au { $day }.
term-clash-half-day = Une personne ne vient pas cette demi-journée de la semaine.

# What the service has.
refusal-service-name = Donnez un nom.
refusal-service-places = Une salle a au moins une place.
refusal-service-days = Le dernier jour vient avant le premier.
refusal-service-holidays = La ligne { $line } de la table n'est pas lisible. Il faut un nom, un premier jour et un dernier jour, comme : Toussaint;17/10/2026;01/11/2026. Rien n'est changé.

# The best proposal for everybody.
proposal-one-room-more = Une salle de plus
proposal-lever = Si la personne venait le { $half }, elle aurait une place { $day }.
proposal-question = La meilleure proposition pour tous les ateliers
proposal-aim = Ce qui compte d'abord
proposal-oldest-first = Placer, les plus anciens d'abord
proposal-finish-paths = Finir des parcours
proposal-what-if = Et si… (essayer sans rien ouvrir)
proposal-minimum = Nombre minimal de personnes
proposal-own-minimum = Celui de l'atelier
proposal-absent = Qui serait absent
proposal-nobody-absent = Personne
proposal-ask = Chercher la meilleure proposition
proposal-try = Essayer
proposal-none = Aucune proposition pour le moment
proposal-none-words = Le programme cherche les séances qui placent le plus de personnes sur quatre semaines. Les personnes convoquées ne bougent pas. Vous ouvrez chaque séance vous-même.
proposal-running-title = Recherche
proposal-running = Recherche depuis { $seconds } s, { $limit } s au plus.
proposal-stop = Arrêter et garder le meilleur trouvé
proposal-attempt = Ceci est un essai sur la vraie liste d'attente : rien ne s'ouvre d'ici.
proposal-placed = { $placed ->
    [0] Aucune demande placée
    [one] { $placed } demande placée
   *[other] { $placed } demandes placées
} sur { $demands }. { $complete ->
    [0] Personne n'a une date pour tous ses ateliers.
    [one] { $complete } personne a une date pour tous ses ateliers.
   *[other] { $complete } personnes ont une date pour tous leurs ateliers.
}
proposal-against-rule = { $more ->
    [0] Autant que la règle simple, 0 personne déplacée.
    [one] { $more } personne de plus que la règle simple, 0 déplacée.
   *[other] { $more } personnes de plus que la règle simple, 0 déplacée.
}
proposal-cost = Coût : { $time } d'animation.
proposal-proved = Prouvé optimal
proposal-best-found = Meilleur trouvé, borne { $bound }
proposal-nothing = Aucune séance à ouvrir ni à remplir.
proposal-open = { $n ->
    [one] Ouvrir pour 1 personne
   *[other] Ouvrir pour { $n } personnes
}
proposal-fill = { $n ->
    [one] Inscrire 1 personne
   *[other] Inscrire { $n } personnes
}
proposal-open-of = { $words } : { $title }
proposal-where = { $room } · { $leader }
proposal-already-open = Déjà ouverte
proposal-to-open = À ouvrir
proposal-why = { $free } libres à ce moment, { $n } { $n ->
    [one] placée
   *[other] placées
} ; la plus ancienne attend depuis { $days ->
    [0] aujourd'hui
    [one] { $days } jour
   *[other] { $days } jours
}.
proposal-people = { $n ->
    [one] La personne
   *[other] Les { $n } personnes
}
proposal-person = { $name } · attend depuis { $days ->
    [0] aujourd'hui
    [one] { $days } jour
   *[other] { $days } jours
}
proposal-left = Pourquoi pas ? ({ $n })
proposal-nobody-left = Tout le monde a une date.
proposal-waits = { $title } · attend depuis { $days ->
    [0] aujourd'hui
    [one] { $days } jour
   *[other] { $days } jours
}
desk-tab-proposal = Proposition
desk-pool-advised = { $advised } conseillés pour être { $minimum }.
desk-pool-turnout = Sur 100 places, { $absent } restent vides { $observed ->
    [0] (hypothèse : rien n'a encore été observé)
    [one] (1 place observée)
   *[other] ({ $observed } places observées)
}. Avec { $minimum } personnes inscrites, { $chance } chances sur 100 d'être { $minimum } le jour venu ; avec { $advised }, { $better }.
desk-open-extra = Ouvrir une séance en plus…

# Told by text message: at most 160 signs, short sentences. A long title is cut.
sms-offer = { $sender }, { $title } : { $dates } ? Dites votre choix au { $phone }.
sms-invitation = { $sender } vous attend { $day } à { $time } : { $title }, { $place }. Un souci ? Appelez le { $phone }.
sms-reminder = Rappel : { $sender } vous attend { $day } à { $time } : { $title }, { $place }. Un souci ? Appelez le { $phone }.
sms-moved = { $sender } : nouvelle date pour { $title } : { $day } à { $time }, { $place }. Un souci ? Appelez le { $phone }.
sms-session-cancelled = { $sender } : la séance { $title } du { $day } est annulée. Vous gardez votre tour, une autre date viendra. Questions : { $phone }.
sms-participation-cancelled = { $sender } : votre participation à { $title } du { $day } est annulée. La séance a lieu sans vous. Questions : { $phone }.
sms-appointment-cancelled = { $sender } : votre rendez-vous du { $day } à { $time } est annulé. Nous vous proposerons une autre date. Questions : { $phone }.

# Life of a session.
term-channel-letter = par lettre
term-channel-sms = par SMS
term-channel-email = par courriel
term-channel-phone = par téléphone
term-news-offer = Dates à choisir
term-news-invitation = Convocation
term-news-reminder = Rappel
term-news-moved = Nouvelle date ou nouveau lieu
term-news-session-cancelled = Séance annulée
term-news-appointment-cancelled = Rendez-vous annulé
term-news-participation-cancelled = Votre participation est annulée (la séance a lieu)
term-phase-opened = Ouverte, personnes à prévenir
term-phase-offered = Dates proposées, réponses attendues
term-phase-convened = Personnes convoquées
term-phase-to-check = À vérifier : trop peu de personnes attendues
term-phase-ready = Prête
term-phase-begun = Commencée, présences à noter
term-phase-held = Tenue, feuille à faire signer
term-phase-held-empty = Tenue sans participant
term-phase-signed = Tenue et signée
term-phase-cancelled = Annulée
term-todo-unanswered = { $people ->
    [one] { $people } personne n'a pas répondu depuis 3 jours
   *[other] { $people } personnes n'ont pas répondu depuis 3 jours
} : donnez-leur une place.
term-todo-convene = { $people ->
    [one] { $people } personne à prévenir.
   *[other] { $people } personnes à prévenir.
}
term-todo-tell-cancelled = { $people ->
    [one] { $people } personne ne sait pas encore que c'est annulé.
   *[other] { $people } personnes ne savent pas encore que c'est annulé.
}
term-todo-check = Trop peu de personnes attendues : appelez la liste d'attente, regroupez ou annulez.
term-todo-attendance = { $missing ->
    [one] La présence d'une personne reste à noter.
   *[other] La présence de { $missing } personnes reste à noter.
}
term-todo-close = Toutes les présences sont notées : la séance peut être close.
term-todo-sign = Feuille du { $half } à faire signer ou à joindre.
term-forecast = { $enrolled ->
    [0] Personne d'inscrit
    [one] { $enrolled } inscrit
   *[other] { $enrolled } inscrits
} : { $chance } % de chances d'être { $minimum } le jour J.
refusal-offer-count = Proposez une, deux ou trois séances.
refusal-offer-gone = Cette proposition n'est plus valable : la personne a répondu, a une place, ou la séance a changé.
refusal-seated-elsewhere = Une des personnes a déjà une place dans une autre séance de cet atelier.
refusal-already-seated = Cette personne a déjà une place dans cette séance : notez sa présence.
refusal-not-given-back = Cette place n'a pas été rendue.
refusal-not-alike = Choisissez deux séances différentes du même atelier.
refusal-nothing-to-tell = Une des personnes n'a ni place ni rendez-vous ici.
refusal-walk-in-name = Écrivez le nom de la personne.
refusal-no-such-half = La séance n'a pas lieu à cette demi-journée.
refusal-sheet-not-signed = { $missing ->
    [one] Une signature manque.
   *[other] { $missing } signatures manquent.
} Faites signer, ou joignez la feuille de papier.
refusal-not-there = Cette personne n'est pas de cette séance.
refusal-scan-unreadable = Ce fichier n'est ni un PDF ni une image lisible de moins de 20 Mo.
refusal-nobody-moves = Personne de cette séance ne peut venir à l'autre. Annulez-la, ou choisissez une autre date.
refusal-not-missed = Ce rendez-vous n'est ni manqué ni annulé.
refusal-signature-empty = Rien n'est dessiné. Signez dans le cadre.
refusal-signature-long = Le dessin est trop long. Effacez et signez à nouveau.
refusal-session-begun = La séance a commencé : notez les présences.
refusal-session-not-held = Cette séance n'est pas close.
refusal-session-not-cancelled = Cette séance n'est pas annulée.
term-merged = Regroupée avec la séance du { $day }.
