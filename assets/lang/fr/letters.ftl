# The tray of letters to prescribers, and the agreement that is asked before a synthesis leaves.

desk-take-back = Défaire
desk-take-back-of = Défaire : { $name }
desk-undo-prescribe = Défaire la prescription
desk-undo-arrival = Défaire l'arrivée
desk-done-arrived = L'arrivée est notée.
desk-done-arrival-undone = L'arrivée est défaite.
desk-done-prescribed = { $n ->
    [one] L'étape est prescrite.
   *[other] { $n } étapes sont prescrites.
}
desk-done-prescriptions-undone = { $n ->
    [one] La prescription est défaite.
   *[other] { $n } prescriptions sont défaites.
}
desk-moment-later = Plus tard…
desk-moment-sooner = Les premières dates
desk-code-nothing = Rien à passer aujourd'hui : aucune évaluation n'attend sur un poste.
refusal-visit-used = Cette personne a déjà utilisé son code aujourd'hui : son arrivée ne se défait plus.
refusal-step-under-way = Cette étape a déjà commencé, ou date d'un autre jour. Retirez-la avec un motif.
refusal-appointment-not-yet = Ce rendez-vous n'a pas encore commencé. Attendez son heure pour le noter.
refusal-appointment-signed = La synthèse est signée : la restitution ne se défait plus.
term-journal-undo-arrive = Arrivée défaite
term-journal-undo-prescribe = Prescription défaite
term-journal-undo-keep = « Rendez-vous tenu » défait
gallery-undo = Défaire
widget-count = { $words } : { $n }
gallery-chip = À relire
desk-chip-mails = Courriels
desk-chip-close = Présences à noter
desk-chip-questions = Questions à demander
desk-chip-interviews = Entretiens
desk-chip-sign = À expliquer et signer
desk-chip-notices = Prescripteurs à prévenir
desk-chip-deliver = À remettre
desk-chip-write = À écrire
desk-chip-sessions = Séances
desk-chip-tell = Personnes à prévenir
desk-chip-offers = Réponses attendues
desk-chip-rebook = Rendez-vous à fixer
desk-chip-prescribe = À prescrire
desk-chip-pools = Ateliers
desk-chip-unsigned = Feuilles non signées
desk-chip-absent = Absences répétées
desk-chip-ending = Pièces à redemander
desk-agree-ask = Demander l'accord…
desk-agree-title = Accord pour transmettre la synthèse
desk-agree-read = Lisez ce texte à la personne, ou laissez-la le lire :
desk-agree-was-read = Le texte a été lu

desk-notices-wait = Prescripteurs à prévenir ({ $n })
desk-notices-more = { $n ->
    [one] { $n } autre lettre
   *[other] { $n } autres lettres
}
desk-notices-of = Lettres ({ $n })
desk-notices-none = Aucune lettre.
desk-notice-sector = feuille de route tournée vers un secteur, { $sector }
desk-notice-closed = parcours clos, { $reason }
desk-notice-about = { $name } : { $what }
desk-notice-since = { $days ->
    [0] écrite aujourd'hui
    [one] écrite hier
   *[other] écrite il y a { $days } jours
}
desk-notice-since-by = { $days ->
    [0] écrite aujourd'hui par { $by }
    [one] écrite hier par { $by }
   *[other] écrite il y a { $days } jours par { $by }
}
desk-notice-told = fait le { $day } { $how } ({ $by })
desk-notice-withdrawn = retirée le { $day }, elle n'est plus à envoyer
desk-notice-open = Ouvrir
desk-notice-tell = C'est fait…
desk-notice-undo = Annuler
desk-notice-of = { $action } : { $to }, au sujet de { $name }
desk-notice-title = Comment le prescripteur a-t-il été prévenu ?
desk-notice-confirm = Noter
desk-notice-waits = Cette lettre attend dans « Prescripteurs à prévenir », sur la page Aujourd'hui. Notez-y comment vous avez prévenu le prescripteur.
desk-done-notice-told = C'est noté.
desk-done-notice-undone = La lettre attend de nouveau.
term-notice-way-paper = par lettre
term-notice-way-email = par courriel
term-notice-way-phone = par téléphone
term-notice-way-paper-done = Lettre remise ou postée
term-notice-way-email-done = Courriel envoyé
term-notice-way-phone-done = Appel téléphonique
term-journal-notice-told = Prescripteur prévenu
term-journal-notice-undo-told = « Prescripteur prévenu » annulé
refusal-notice-not-waiting = Cette lettre n'attend plus. La page vient d'être mise à jour.
refusal-notice-not-told = Personne n'a noté que ce prescripteur était prévenu.
