# The desk: the counsellor's program.

# Everywhere.
desk-loading = Un instant…
desk-cancel = Annuler
desk-close = Fermer
desk-save = Enregistrer
desk-open = Ouvrir
desk-add = Ajouter
desk-edit = Modifier…
desk-choose = Choisir…
desk-optional = facultatif
desk-blank = –
desk-bullet = • { $words }
desk-quoted = « { $words } »
desk-reason = Motif
desk-first-name = Prénom
desk-last-name = Nom
desk-phone = Téléphone
desk-email = Courriel
desk-no-email = Aucune adresse
desk-day-and-time = { $day } à { $time }
desk-open-file = Ouvrir le dossier
desk-open-file-of = Ouvrir le dossier de { $name }
desk-action-of = { $action } : { $name }
desk-program-lost = Le programme s'est arrêté. Fermez la fenêtre et rouvrez-la : tout ce qui a été enregistré est gardé.

# Navigation.
desk-nav-today = Aujourd'hui
desk-nav-participants = Participants
desk-nav-workshops = Ateliers
desk-nav-syntheses = Synthèses
desk-nav-network = Réseau
desk-nav-library = Évaluations
desk-nav-shortcuts = Ctrl + 1 à 6 : changer de page. Ctrl + K : rechercher une personne. F1 : tous les raccourcis. Échap : fermer une fenêtre.
desk-change-staff = Changer
desk-change-staff-from = Changer de personne ({ $name } travaille ici)
desk-display = Affichage
desk-display-size = Taille
desk-display-zoom = { $percent } %
desk-display-colours = Couleurs
desk-display-light = Clair
desk-display-dark = Sombre
desk-display-contrast = Contraste
desk-display-font = Lettres
desk-display-legible = Lisible
desk-display-dyslexia = Dyslexie
desk-display-close = C'est bien ainsi

# First run, and who works.
desk-setup-title = Bienvenue à la Boussole
desk-setup-words = Indiquez le référent orientation qui utilisera ce programme. Choisissez aussi le code de l'équipe : il sert à quitter l'écran des participants.
desk-setup-phone = Téléphone de la Boussole
desk-setup-phone-help = Il paraît sur les convocations.
desk-setup-code = Code de l'équipe
desk-setup-code-again = Le même code, encore une fois
desk-setup-code-shape = De 4 à 12 chiffres
desk-setup-codes-differ = Les deux codes sont différents. Tapez deux fois le même code.
desk-setup-go = Commencer
desk-who-title = Qui travaille ?
desk-who-words = Chaque action est gardée avec le nom de la personne qui l'a faite.

# Things done.
desk-done-set-up = La Boussole est prête.
desk-done-staff = La personne fait partie de l'équipe.
desk-done-site = Le site est ajouté.
desk-done-prescriber = Le prescripteur est ajouté.
desk-done-participant = Le dossier est créé.
desk-done-update = Le dossier est modifié.
desk-done-referral = L'orientation est enregistrée.
desk-done-interview = L'entretien est enregistré.
desk-done-dropped = L'étape est retirée du parcours.
desk-done-step = L'étape est terminée.
desk-done-released = Le poste est débloqué.
desk-done-paused = La passation est en pause.
desk-done-resumed = La passation reprend.
desk-done-taken-out = La question est retirée.
desk-done-consent = C'est noté.
desk-done-observation = L'observation est notée.
desk-done-booked = Le rendez-vous est fixé.
desk-done-kept = Le rendez-vous est noté comme honoré.
desk-done-cancelled = Le rendez-vous est annulé.
desk-done-opened = La séance est ouverte.
desk-done-seated = La place est donnée.
desk-done-closed = La séance est close.
desk-done-channel = C'est retenu pour les prochaines fois.
desk-done-appointment-moved = Le rendez-vous est déplacé : prévenez la personne.
desk-done-rebooked = Un autre rendez-vous est fixé : prévenez la personne.
desk-done-missed = C'est noté. Le rendez-vous peut être fixé à nouveau.
desk-done-appointment-restored = Le rendez-vous est rétabli.
desk-done-room = La salle est enregistrée.
desk-done-material = Le matériel est enregistré.
desk-done-skills = C'est enregistré : les prochaines propositions en tiennent compte.
desk-done-away = L'absence est notée.
desk-done-away-removed = L'absence est enlevée.
desk-done-day = Le jour est noté.
desk-done-day-restored = Le jour suit à nouveau le calendrier.
desk-done-holidays = Les vacances scolaires sont enregistrées.
desk-done-reopened = La séance est rouverte : corrigez, puis cliquez sur « Clore la séance ».
desk-done-restored = La séance est rétablie : chaque personne a de nouveau sa place.
desk-done-moved = La séance est déplacée : prévenez les personnes.
desk-done-confirmed = La séance aura lieu.
desk-done-merged = Les séances sont regroupées : prévenez les personnes.
desk-done-unanswered = Les personnes sans réponse ont une place, l'ancienneté d'abord.
desk-done-told = { $people ->
    [one] C'est noté : 1 personne est prévenue.
   *[other] C'est noté : { $people } personnes sont prévenues.
 }
desk-done-given-back = La place est rendue : la personne attend à nouveau, avec son ancienneté.
desk-done-given-again = La personne a de nouveau sa place.
desk-done-walk-in = La personne est sur la feuille.
desk-done-walk-in-removed = La personne n'est plus sur la feuille.
desk-done-sheet = La feuille signée est enregistrée.
desk-done-reviewed = C'est noté : ces absences sont vues.
desk-done-session-cancelled = La séance est annulée : chaque personne retrouve sa place dans l'attente.
desk-done-written = Le texte est terminé.
desk-done-signed = La signature est enregistrée.
desk-done-delivered = La synthèse est remise au prescripteur.
desk-done-dates = { $added ->
    [0] Toutes les dates des six semaines à venir sont déjà là.
    [one] { $added } date est ajoutée.
   *[other] { $added } dates sont ajoutées.
 }

# Today.
desk-today-title = Bonjour
desk-today-hello = Bonjour { $name }
desk-today-day = Nous sommes le { $day }.
desk-room-title = Dans la salle
desk-room-no-station = Aucun poste n'est allumé.
desk-room-free = Libre
desk-room-call = Appelle depuis { $since }
desk-room-blocked = Bloqué : trop de codes faux
desk-room-staff-code = Quelqu'un cherche le code de l'équipe : { $station }
desk-room-staff-code-until = 6 codes faux de suite. Ce poste n'en accepte plus jusqu'à { $until }.
desk-room-release = Débloquer
desk-room-release-of = Débloquer : { $station }
desk-room-calls = { $name } appelle : { $station }
desk-room-calls-since = Depuis { $since }. Son temps est arrêté.
desk-room-here = J'y suis : reprendre
desk-room-here-for = J'y suis : reprendre avec { $name }
desk-room-paused = En pause
desk-room-accompanied = Accompagnée par { $by }
desk-room-pause = Mettre en pause
desk-room-pause-of = Mettre en pause : { $name }
desk-room-resume = Reprendre
desk-room-resume-of = Reprendre : { $name }
desk-take-out = Retirer la question…
desk-take-out-of = Retirer la question : { $name }
desk-take-out-title = Retirer cette question ?
desk-take-out-subject = { $name } · { $title }, question { $number }
desk-take-out-words = La question quitte l'écran et ne compte plus : ni réponse, ni oubli. Le score se calcule sur les questions qui restent ; s'il en reste trop peu, il n'y a pas de score. C'est définitif, et le motif reste avec le résultat.
desk-take-out-confirm = Retirer la question
desk-room-sitting = { $title }, depuis { $since }
desk-room-progress = { $answered } réponses sur { $total }
desk-room-count = { $answered } sur { $total }
desk-day-title = Au programme
desk-day-empty = Aucun rendez-vous ni atelier aujourd'hui.
desk-day-appointment = { $kind }, { $time }
desk-day-session = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
 }, { $room }, avec { $facilitator }
desk-take-attendance = Faire l'appel
desk-take-attendance-of = Faire l'appel : { $title }
desk-held-on = Séance du { $day } à clore
desk-waits-nothing = Tout est à jour
desk-waits-nothing-words = Rien n'attend votre décision pour le moment.
desk-waits-close = Séances à clore
desk-waits-pools = Ateliers
desk-see-and-open = Voir et ouvrir…
desk-see-and-open-of = Voir et ouvrir : { $title }
desk-see-pool = Voir
desk-see-pool-of = Voir le vivier : { $title }
desk-gauge = { $have } sur { $need }
desk-gauge-of = { $title } : { $gauge }
desk-since-days = { $days ->
    [0] depuis aujourd'hui
    [one] depuis 1 jour
   *[other] depuis { $days } jours
 }
desk-write-synthesis = Écrire la synthèse
desk-open-synthesis = Ouvrir la synthèse
desk-book-restitution = Fixer la restitution…
desk-deliver = Remettre au prescripteur…
desk-restitution-on = Restitution le { $day }

# Participants.
desk-participants-title = Participants
desk-new-participant = Nouveau participant…
desk-new-participant-title = Nouveau participant
desk-edit-participant = Modifier le dossier
desk-record-participant = Créer le dossier
desk-search = Rechercher : nom, téléphone, date de naissance, n° de dossier
desk-search-shortcut = Ctrl + K
desk-people-count = { $count ->
    [one] { $count } personne
   *[other] { $count } personnes
 }
desk-no-participant = Aucun dossier pour le moment
desk-no-participant-words = Créez le dossier de la première personne accueillie.
desk-nobody-found = Personne n'est trouvé
desk-nobody-found-words = Vérifiez l'orthographe et les filtres. Les accents ne comptent pas.
desk-column-name = Nom
desk-column-birth = Naissance
desk-column-prescriber = Prescripteur
desk-column-stage = Où en est le parcours
desk-no-prescriber = Pas encore orienté
desk-birth-date = Date de naissance
desk-supports = Autres aides utiles
desk-supports-help = Ce que les cases ne disent pas, en quelques mots.
desk-extra-time = Temps pour répondre
desk-half-days = Demi-journées où la personne peut venir

# The participant's file.
desk-back-participants = Participants
desk-age = { $age } ans
desk-tab-path = Parcours
desk-tab-results = Résultats ({ $n })
desk-tab-appointments = Rendez-vous ({ $n })
desk-tab-observations = Observations ({ $n })
desk-tab-history = Historique
desk-next-referral = Enregistrer l'orientation…
desk-next-interview = Enregistrer l'entretien…
desk-prescribe = Prescrire
desk-next-code = Code du jour
desk-next-synthesis = Ouvrir la synthèse
desk-roadmap = Feuille de route
desk-compose = Modifier le parcours
desk-minutes-left = Encore { $time } de parcours
desk-path-hint = Choisissez une étape pour voir son motif ou la retirer.
desk-path-empty = Le parcours est à composer
desk-path-empty-words = Aucune étape n'est prescrite pour le moment.
desk-path-none = Pas encore de parcours
desk-path-needs-referral = L'orientation par un prescripteur ouvre le parcours.
desk-path-needs-interview = L'entretien de diagnostic ouvre la feuille de route.
desk-step-detail = { $time } · { $form }
desk-step-detail-place = { $time } · { $form } · { $place }
desk-step-done = Terminé le { $day }
desk-step-dropped = Retiré : { $reason }
desk-step-sitting = En cours : { $answered } réponses sur { $total }
desk-step-waiting = En attente d'une séance : { $waiting } sur { $need }
desk-step-seated = Séance : { $when }
desk-step-why = { $title } : { $reason }
desk-step-by = Prescrit par { $by } le { $day }
desk-step-complete = Marquer comme terminé
desk-drop = Retirer du parcours…
desk-drop-of = Retirer du parcours : { $title }
desk-drop-title = Retirer cette étape ?
desk-drop-words = L'étape quitte le parcours. Le motif reste dans le dossier, et les réponses déjà données aussi.
desk-drop-confirm = Retirer l'étape
desk-referral = Orientation
desk-referral-none = Cette personne n'est pas encore orientée par un prescripteur.
desk-referral-from = { $site }, reçue le { $day }
desk-synthesis = Synthèse
desk-synthesis-draft = Le texte est en cours d'écriture.
desk-synthesis-written = Le texte est terminé depuis le { $day }.
desk-synthesis-signed = Signée le { $day }.
desk-interview = Entretien de diagnostic
desk-interview-none = L'entretien n'a pas encore eu lieu.
desk-interview-by = Par { $by }, le { $day }, { $time }
desk-needs-are = Besoins : { $needs }
desk-consents = Accords
desk-consent-ask = La personne accepte-t-elle que sa synthèse parte au prescripteur ?
desk-consent-agree = La personne est d'accord
desk-consent-refuse = La personne refuse
desk-consent-by = Noté par { $by } le { $day }
desk-code-title = Code du jour
desk-code-words = Donnez ce code à { $name } : en chiffres, en images ou en carré à lire. Il ouvre son parcours sur un poste.
desk-code-valid = Le code est valable aujourd'hui seulement.
desk-code-qr = Le même code, pour un lecteur
desk-code-picture = Image { $number } : { $picture }
desk-code-print = Imprimer le badge
desk-code-accompanied = Passation accompagnée : je lis et je réponds avec la personne
desk-code-accompanied-words = Pour une personne qui ne peut pas se servir de l'écran. Ses résultats diront qui l'a aidée.
desk-code-accompanied-by = { $by } lit et répond avec la personne aujourd'hui. Ses résultats le diront.
desk-accompanied-today = Accompagnée aujourd'hui par { $by }

# Referral and interview.
desk-referral-title = Enregistrer l'orientation
desk-referral-no-prescriber = Aucun prescripteur n'est connu. Ajoutez-en un dans Réseau.
desk-prescriber = Prescripteur
desk-prescriber-line = { $name }, { $site }
desk-received-on = Reçue le
desk-question = Question d'orientation
desk-question-help = Ce que le prescripteur demande à la Boussole, dans ses mots.
desk-record-referral = Enregistrer l'orientation
desk-interview-day = Jour de l'entretien
desk-interview-length = Durée
desk-situation = Situation
desk-needs = Besoins
desk-record-interview = Enregistrer l'entretien

# Results.
desk-no-result = Pas encore de résultat
desk-no-result-words = Les résultats paraissent dès qu'une évaluation est terminée.
desk-words-person = Les mots pour la personne
desk-words-counsellor = Les mots pour le référent
desk-questions = Questions pour ouvrir l'échange
desk-caution-title = À regarder avec prudence
desk-results-how-to-read = La zone floue montre où le résultat se situerait probablement si la personne répondait de nouveau.
desk-score-estimate = { $value } ± { $error }
desk-score-said = { $scale } : { $reading }, { $score }
desk-score-said-in-words = { $scale } : { $reading }
desk-between = entre « { $low } » et « { $high } »
desk-no-band = sans zone
desk-scale-rests-on = { $answered } réponses sur { $items }, { $norm }
desk-scale-rank = { $norm }, rang { $rank } sur 100
desk-too-few-answers = Trop peu de réponses pour un résultat : { $answered } données, { $needed } nécessaires.
desk-change = Depuis le { $day } : { $claim }.
desk-change-numbers = Depuis le { $day } : { $claim } ({ $before } puis { $after }).
desk-change-margin = Il faut un écart de plus de { $margin } pour affirmer un changement ({ $basis }).
desk-change-published = fidélité publiée
desk-change-answers = erreur des deux résultats
desk-change-unknown = L'erreur n'est pas connue : l'écart ne peut pas être jugé.
desk-order-said = { $place } : { $title } { $standing }
desk-told-as-is = Écrit ou mesuré, tel quel
desk-sector-said = { $title } : { $band }
desk-sector-begin = Pour commencer : { $jobs }
desk-sectors-dates = Centres d'intérêt : { $interests } · Conditions de travail : { $conditions }
desk-not-taken = pas encore
desk-identity = Fiche d'identité de l'instrument
desk-identity-version = Version
desk-identity-version-value = { $version }, empreinte { $hash }
desk-identity-sitting = Passation
desk-identity-sitting-value = { $day }, { $mode }
desk-identity-questions = Questions
desk-identity-questions-value = { $items ->
    [one] { $items } question
   *[other] { $items } questions
} en { $time }{ $out ->
    [0] { "" }
    [one] , 1 question retirée
   *[other] , { $out } questions retirées
}
desk-result-helped = Réponses données avec l'aide de { $names }.
desk-result-taken-out = { $n ->
    [one] { $n } question retirée, qui ne compte pas
   *[other] { $n } questions retirées, qui ne comptent pas
}
desk-result-taken-out-why = Motif : { $reason }
desk-identity-population = Population
desk-identity-reliability = Fidélité
desk-identity-of-scale = { $scale } : { $words }
desk-identity-licence = Licence
desk-identity-source = Source
desk-identity-limits = Limites
desk-identity-engine = Calcul
desk-identity-listened = Lecture à voix haute
desk-identity-listened-value = { $n ->
    [one] { $n } question écoutée
   *[other] { $n } questions écoutées
}
desk-identity-signs = Signes dans les réponses
desk-identity-no-sign = aucun
desk-identity-one-sign = { $sign } Seul, ce signe ne dit rien.
desk-result-rests-on = Terminé le { $day } · { $items ->
    [one] { $items } question
   *[other] { $items } questions
} en { $time }

# Appointments.
desk-appointments = Rendez-vous
desk-book-appointment = Fixer un rendez-vous…
desk-appointment-title = Fixer un rendez-vous
desk-appointment-kind = Pour
desk-appointment-length = Durée
desk-no-free-slot = Aucun moment libre dans les semaines à venir pour cette durée.
desk-book = Fixer le rendez-vous
desk-appointment-with = { $kind } avec { $with }
desk-appointment-kept = A eu lieu
desk-appointment-kept-of = Le rendez-vous a eu lieu : { $name }
desk-cancel-appointment = Annuler le rendez-vous…
desk-cancel-appointment-title = Annuler ce rendez-vous ?
desk-cancel-appointment-words = Le moment redevient libre. Le motif reste dans le dossier.
desk-cancel-appointment-confirm = Annuler le rendez-vous
desk-no-appointment = Aucun rendez-vous
desk-no-appointment-words = Les moments libres du référent sont proposés.

# Observations and history.
desk-observations = Observations
desk-add-observation = Noter une observation…
desk-observation-title = Noter une observation
desk-observation-words = Décrivez ce que vous avez vu, sans jugement.
desk-observation-workshop = Atelier (facultatif)
desk-observation-text = Observation
desk-no-observation = Aucune observation
desk-no-observation-words = Ce qui est vu en atelier ou en entretien se note ici.
desk-observed = { $by }, le { $day }
desk-observed-at = { $by }, le { $day }, pendant : { $workshop }
desk-grid-title = Remplir une grille
desk-grid-fill = Remplir une grille…
desk-grid-fill-of = Remplir une grille : { $name }
desk-grid-choose = Grille ou relevé
desk-grid-choose-words = Vous notez ce que vous avez vu ou mesuré de { $name }. Deux animateurs remplissent chacun leur grille.
desk-grid-entry = { $title }, { $time }
desk-grid-entry-underway = { $title } (à terminer)
desk-grid-health = Ces notes touchent à la santé. Le référent orientation les lit, et dans l'équipe ceux qui en ont le droit. Elles ne partent pas avec la synthèse. L'accord de { $name } est nécessaire pour les garder.
desk-grid-begin = Commencer
desk-grid-resume = Reprendre
desk-grid-of = Grille : { $name }
desk-back-grid = Retour
desk-grid-page = Page { $page } sur { $pages } : { $title }
desk-grid-how = Comment remplir cette grille
desk-grid-unseen = Pas pu observer
desk-grid-unseen-key = –
desk-grid-bounds = De { $min } à { $max } { $unit }
desk-grid-not-here = { $item } : cette question se pose sur un poste.
desk-grid-previous = Page précédente
desk-grid-next = Page suivante
desk-grid-finish = Terminer la grille
desk-grid-keys = Clavier : chiffres pour noter, – pour « pas pu observer », flèches pour changer de ligne, Entrée pour continuer.
desk-grid-missing = { $n ->
    [one] il reste 1 ligne
   *[other] il reste { $n } lignes
}
desk-done-grid = La grille est terminée.
desk-result-observed = Observé par { $by } le { $day }
desk-result-observed-at = Observé par { $by } le { $day }, pendant : { $workshop }
desk-result-private = Ces résultats touchent à la santé. Le référent orientation les lit, et dans l'équipe ceux qui en ont le droit. Ils ne sont pas dans la synthèse.
desk-agreements = Accord entre deux observateurs
desk-agreement-of = { $title } : { $one } et { $other }, le { $day }
desk-agreement-acts = Même note pour { $same } actes sur { $acts }, à un degré près pour { $near }.
desk-agreement-kappa = Kappa pondéré (Cohen, 1968) : { $kappa }. 1 dit un accord parfait, 0 ce que le hasard donnerait.
desk-agreement-no-kappa = Les notes ne varient pas : le hasard ferait aussi bien, aucun kappa.
desk-agreement-talk = Parlez ensemble des actes où vos notes diffèrent : c'est là que l'observation s'apprend.
desk-column-when = Quand
desk-column-who = Qui
desk-column-what = Quoi

# The composer.
desk-back-file = Dossier
desk-composer-title = Composer le parcours de { $name }
desk-suggested = Proposé après l'entretien
desk-suggested-words = Le programme propose, vous décidez.
desk-sectors = Découvrir un secteur
desk-choose-step = Choisir
desk-choose-with-agreement = Choisir…
desk-choose-step-of = Choisir : { $title }
desk-chosen = Choisi
desk-on-roadmap = Déjà au parcours
desk-reflection-first = Conseil : la réflexion d'abord
desk-needs-agreement = Demande l'accord de la personne
desk-to-prescribe = À prescrire
desk-catalogue-search = Chercher une activité
desk-catalogue-nothing = Aucune activité ne correspond.
desk-draft-detail = { $time } · { $place }
desk-draft-up = Avancer : { $title }
desk-draft-down = Reculer : { $title }
desk-draft-change = Modifier : { $title }
desk-to-prescribe-empty = Choisissez des étapes dans le catalogue : elles se préparent ici, chacune avec son motif.
desk-prescribe-steps = { $n ->
    [one] Prescrire 1 étape
   *[other] Prescrire { $n } étapes
 }
desk-step-reason = Pourquoi cette étape
desk-take-away = Ne pas prescrire : { $title }
desk-reflection-advice = Le projet n'est pas encore choisi : mieux vaut commencer par une étape « Mieux se connaître ». Vous pouvez passer outre en disant pourquoi.
desk-despite = Pourquoi passer outre
desk-numbered = { $n }. { $title }
desk-move-up = Monter : { $title } (Alt + haut)
desk-move-down = Descendre : { $title } (Alt + bas)
desk-sector-title = L'accord de la personne
desk-sector-question = { $name } est-elle d'accord pour centrer son parcours sur ce secteur : { $sector } ?
desk-sector-notice = À la prescription, une lettre à { $prescriber } est écrite.
desk-sector-agreed = La personne est d'accord

# Workshops.
desk-workshops-title = Ateliers
desk-tab-pools = Viviers
desk-tab-calendar = Calendrier
desk-tab-half-days = Demi-journées
desk-tab-upcoming = Séances à venir
desk-tab-past = Séances passées
desk-extend-series = Programmer les dates à venir
desk-extend-series-words = Ajoute les séances des ateliers « tous les 15 jours » pour six semaines.
desk-can-open = Peut ouvrir
desk-fortnightly = Tous les 15 jours
desk-gauge-fortnightly = { $have ->
    [0] personne n'attend
    [one] { $have } personne attend
   *[other] { $have } personnes attendent
 }
desk-gauge-missing = { $have } sur { $need } : il manque { $missing ->
    [one] { $missing } personne
   *[other] { $missing } personnes
 }
desk-oldest-waits = La plus ancienne attend { $days ->
    [0] depuis aujourd'hui
    [one] depuis 1 jour
   *[other] depuis { $days } jours
 }
desk-open-session = Ouvrir cette séance…
desk-pool-bounds = De { $minimum } à { $maximum } personnes
desk-waiting-people = { $n ->
    [0] Personnes en attente
    [one] { $n } personne en attente
   *[other] { $n } personnes en attente
 }
desk-nobody-waits = Personne n'attend cet atelier.
desk-waits-again = Attend de nouveau depuis le { $day } ({ $why })
desk-waits-since = depuis le { $day } ({ $days ->
    [one] { $days } jour
   *[other] { $days } jours
 })
desk-next-sessions = Prochaines séances
desk-open-title = Ouvrir cette séance ?
desk-open-when = Quand
desk-open-people = { $people ->
    [one] { $people } personne convoquée
   *[other] { $people } personnes convoquées
 }
desk-open-person = { $name }, attend depuis le { $since }
desk-open-any-facilitator = Un animateur libre
desk-open-any-room = Une salle libre
desk-open-missing = { $missing ->
    [one] Il manque 1 personne
   *[other] Il manque { $missing } personnes
 } : une séance n'ouvre pas à moins de { $minimum }.
desk-open-words = Ces personnes quittent l'attente et reçoivent une place. Les convocations se préparent ensuite.
desk-open-confirm = Ouvrir la séance
desk-facilitator = Animation
desk-room = Salle
desk-kind = Rythme
desk-no-session = Aucune séance
desk-no-session-words = Les séances ouvertes paraissent ici.
desk-column-day = Jour
desk-column-workshop = Atelier
desk-column-facilitator = Animation
desk-column-seats = Places
desk-column-state = État
desk-session-line = { $kind } · { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
 } · { $room }
desk-session-name = { $title }, { $when }
desk-see-session = Voir la séance
desk-open-session-of = Voir la séance : { $name }
desk-back-workshops = Ateliers
desk-seats = Personnes : { $n } sur { $maximum } places
desk-no-seat = Personne n'a de place dans cette séance.
desk-seat-detail = { $phone } · { $supports }
desk-all-present = Tous présents
desk-close-session = Clore la séance
desk-close-missing = { $n ->
    [one] Il reste 1 présence à noter.
   *[other] Il reste { $n } présences à noter.
 }
desk-cancel-session = Annuler la séance…
desk-cancel-session-title = Annuler cette séance ?
desk-cancel-session-words = Chaque personne retourne en attente et garde son ancienneté.
desk-cancel-session-confirm = Annuler la séance
desk-free-nobody = Personne d'autre n'est libre à ce moment.
desk-give-seat = Inscrire
desk-seat-of = Inscrire : { $name }

# The life of a session.
desk-nothing-to-do = Rien à faire pour le moment.
desk-todo-by = { $words } Au plus tard le { $day }.
desk-join-until = Inscriptions jusqu'au
desk-kept-despite = Malgré un empêchement, parce que : { $reason }
desk-counts-not-alone = Une information collective ne suffit pas à elle seule pour l'FSE+.
desk-seat-unanswered = Leur donner une place
desk-move-session = Déplacer…
desk-move-title = Déplacer la séance
desk-move-words = Les personnes gardent leur place. Elles sont à prévenir.
desk-move-day = Jour
desk-move-hour = Heure
desk-move-confirm = Déplacer la séance
desk-clash-despite = Malgré tout, parce que
desk-clash-despite-help = Le motif reste écrit. Laissez vide pour choisir un autre moment.
desk-undo-close = Rouvrir la séance
desk-undo-cancel = Rétablir la séance
desk-attendance-keys = Au clavier, sur un nom : P présent, E excusé, A absent. La ligne suivante vient d'elle-même.
desk-attendance-of = Noter la présence : { $name } (P, E ou A)
desk-give-back = Rendre sa place…
desk-give-back-title = Rendre une place
desk-give-back-words = La personne attend à nouveau et garde son ancienneté. La place est libre.
desk-give-back-who = Qui rend la place ?
desk-give-back-person = La personne s'excuse
desk-give-back-service = Le service
desk-give-back-confirm = Rendre la place
desk-given-back = Places rendues : { $people }
desk-give-again = Redonner sa place
desk-walk-ins = Venues sans convocation
desk-walk-in-name = Nom de la personne
desk-walk-in-add = Ajouter, sans dossier
desk-walk-in-participant = Ajouter, dossier de { $first } { $last }
desk-walk-in-finished = Attendait cet atelier : l'étape est faite
desk-walk-in-inhabitant = Sans dossier
desk-walk-in-remove-of = Enlever de la feuille : { $name }
desk-check = Assez de personnes ?
desk-check-missing = { $missing ->
    [one] Avec 1 personne de plus, c'est probable.
   *[other] Avec { $missing } personnes de plus, c'est probable.
 }
desk-check-hold = La maintenir quand même
desk-check-too-late = Trop tard pour inscrire : c'était possible jusqu'au { $day }.
desk-call-rank = { $rank }. { $name }
desk-call = attend depuis { $days ->
    [0] aujourd'hui
    [one] { $days } jour
   *[other] { $days } jours
 }
desk-call-offered = Dates proposées, pas encore de réponse
desk-merge = Regrouper…
desk-merge-title = Regrouper deux séances
desk-merge-line = { $moved ->
    [one] { $moved } personne peut y aller
   *[other] { $moved } personnes peuvent y aller
 } · { $room }
desk-merge-into = Avec la séance du
desk-merge-words = { $moved ->
    [one] { $moved } personne change de séance
   *[other] { $moved } personnes changent de séance
 }. { $back ->
    [0] Tout le monde a une place.
    [one] { $back } personne attend à nouveau, avec son ancienneté.
   *[other] { $back } personnes attendent à nouveau, avec leur ancienneté.
 }
desk-merge-confirm = Regrouper
desk-papers = Feuilles et lettres
desk-write-session-sheet = Feuille de séance (PDF)
desk-sheet-of = Émargement, { $half } ({ $hours })
desk-sheet-unsigned = Pas encore revenue signée
desk-sheet-paper = Signée sur papier
desk-sheet-pad = Signée à l'écran
desk-sheet-signed = { $how }, enregistrée le { $day } par { $by }
desk-sheet-outdated = La liste des personnes a changé depuis la signature.
desk-sheet-received = Feuille signée reçue…
desk-sheet-again = Enregistrer une feuille corrigée…
desk-sheet-title = Feuille signée reçue
desk-sheet-words = Vérifiez que chaque personne présente et l'animateur ont signé.
desk-sheet-version = Repère imprimé au bas de la feuille
desk-sheet-version-help = S'il est différent sur le papier, écrivez celui du papier.
desk-sheet-scan = Fichier numérisé, s'il y en a un (chemin)
desk-sheet-scan-help = PDF ou image. On peut aussi déposer le fichier sur la fenêtre.
desk-sheet-confirm = Enregistrer la feuille

# The settings of the planning.
desk-tab-settings = Réglages
desk-settings-read = Ces réglages se lisent seulement : le référent ou le responsable les change.
desk-settings-rooms = Salles
desk-settings-equipment = Matériel
desk-settings-team = Qui anime, et absences de l'équipe
desk-settings-days = Jours fermés, jours ouverts malgré tout
desk-settings-holidays = Vacances scolaires
desk-settings-places = { $places ->
    [one] { $places } place
   *[other] { $places } places
 }
desk-settings-room = Nom de la salle
desk-settings-n-places = Places
desk-settings-save-room = Enregistrer la salle
desk-settings-quantity = { $quantity ->
    [one] { $quantity } en service
   *[other] { $quantity } en service
 }, { $reset } min de préparation entre deux personnes
desk-settings-material = Nom du matériel
desk-settings-n-pieces = Quantité
desk-settings-reset = Préparation (min)
desk-settings-save-material = Enregistrer le matériel
desk-settings-change-of = Modifier : { $name }
desk-settings-skills = Ateliers animés…
desk-settings-leads-all = Tous les ateliers
desk-settings-away = Du { $from } au { $until }
desk-settings-remove-of = Enlever l'absence de { $name } : { $what }
desk-settings-who-away = Qui est absent
desk-settings-from = Premier jour
desk-settings-until = Dernier jour
desk-settings-save-away = Noter l'absence
desk-settings-no-day = Aucun jour particulier à venir.
desk-settings-open = Ouvert malgré tout
desk-settings-closed = Fermé
desk-settings-day-line = { $how } : { $name }
desk-settings-restore-of = Rendre au calendrier : { $day }
desk-settings-day = Jour
desk-settings-that-day = Ce jour-là, le service est
desk-settings-day-name = Pourquoi
desk-settings-day-name-help = Tout le monde lit ce nom : « Pont de l'Ascension », « Portes ouvertes ».
desk-settings-save-day = Noter ce jour
desk-settings-no-holiday = Aucune période enregistrée.
desk-settings-table = Table des vacances, ou chemin de son fichier
desk-settings-table-help = La première ligne nomme les colonnes : Nom;Du;Au. Puis une ligne par période : Toussaint;17/10/2026;01/11/2026. Les périodes enregistrées sont remplacées.
desk-settings-import = Importer les vacances
desk-skills-title = Ateliers animés
desk-skills-words = Ne cochez rien si la personne anime tous les ateliers.
desk-skills-confirm = Enregistrer

# Absences of a participant.
desk-away = Absences
desk-away-none = Aucune absence prévue.
desk-away-add = Noter une absence…
desk-away-title = La personne sera absente
desk-away-words = Aucune séance ne lui est proposée ces jours-là.

# Appointments that change.
desk-book-activity = Réserver un moment…
desk-book-activity-title = Réserver une activité individuelle
desk-appointment-missed = Absent
desk-appointment-excused = Excusé
desk-appointment-restore = Annuler cette saisie
desk-move-appointment = Déplacer…
desk-move-appointment-title = Déplacer le rendez-vous
desk-move-appointment-confirm = Déplacer le rendez-vous
desk-rebook = Fixer à nouveau…
desk-rebook-title = Un autre rendez-vous
desk-rebook-line = { $kind } du { $day } · { $state }
desk-other-time-instead = { $kind }, au lieu du { $when }

# What remains to be done, on Today.
desk-waits-sessions = Séances : à faire
desk-waits-unsigned = Feuilles non signées
desk-waits-rebook = Rendez-vous à fixer à nouveau
desk-waits-absent = Absences répétées
desk-waits-more = { $more ->
    [one] et 1 autre
   *[other] et { $more } autres
 }
desk-unsigned-when = { $day }, { $half }
desk-unsigned = { $when } · { $leader }
desk-absent-line = { $count } absences sans excuse, la dernière le { $day }
desk-absent-seen = C'est vu

# Telling people.
desk-to-tell = Personnes à prévenir
desk-tell-group = { $news } ({ $people })
desk-tell = Prévenir…
desk-tell-of = { $action } : { $name }
desk-tell-by = { $channel }, { $contact }
desk-tell-all = Toutes prévenues
desk-tell-letters = { $letters ->
    [one] Écrire la lettre
   *[other] Écrire les { $letters } lettres
 }
desk-tell-title = Prévenir une personne
desk-tell-who = Personne
desk-tell-what = Pour lui dire
desk-tell-channel = Comment la personne est prévenue
desk-tell-copy = Copier le texte
desk-tell-keep = Toujours prévenir cette personne ainsi
desk-tell-copied = Le texte est copié.
desk-tell-letter = Écrire la lettre (PDF)
desk-tell-confirm = La personne est prévenue

# Syntheses.
desk-syntheses-title = Synthèses
desk-no-synthesis = Aucune synthèse en attente
desk-no-synthesis-words = Une synthèse s'écrit quand toutes les étapes d'un parcours sont finies.
desk-group-write = À écrire ({ $n })
desk-group-restitute = À restituer et à signer ({ $n })
desk-group-deliver = À remettre au prescripteur ({ $n })
desk-group-delivered = Remises ({ $n })
desk-column-restitution = Restitution
desk-column-waits-for = Attend
desk-waits-booking = Restitution à fixer
desk-waits-restitution = Restitution puis signature
desk-back-syntheses = Synthèses
desk-synthesis-of = Synthèse de { $name }
desk-preview = Aperçu
desk-back-synthesis = Synthèse
desk-draft-saved = Brouillon enregistré
desk-draft-changed = Modifications en cours…
desk-finish-text = Terminer le texte
desk-restitution-held = La restitution a eu lieu
desk-not-agreed = Accord de la personne à recueillir
desk-delivered-to = { $sent } sur { $all }
desk-stage-text = Texte
desk-stage-restitution = Restitution
desk-stage-signature = Signature
desk-stage-delivery = Remise
desk-stage-done = Fait
desk-stage-now = À faire maintenant
desk-stage-later = Ensuite
desk-evidence-question = La question posée
desk-evidence-steps = Les étapes
desk-reading = Lecture du référent
desk-reading-help = Ce que les résultats et les échanges montrent, en phrases courtes.
desk-person-says = Ce que dit la personne
desk-person-says-help = Ce qu'elle reconnaît, ce qu'elle nuance, ce qui la surprend.
desk-leads = Pistes
desk-leads-help = Une piste est un métier, un domaine ou une action à explorer, avec ce sur quoi elle s'appuie.
desk-lead-title = Piste { $n }
desk-lead-supports = Choisir ce qui appuie la piste { $n } ({ $ticked })
desk-lead-why-is = Pourquoi : { $words }
desk-lead-to-check-is = À vérifier : { $words }
desk-text-lacks = { $n ->
    [one] Il manque une chose avant de terminer le texte.
   *[other] Il manque { $n } choses avant de terminer le texte.
}
desk-lead-evidence = Ce sur quoi s'appuie la piste { $n }
desk-lead-add = Ajouter une piste
desk-lead-remove = Retirer la piste { $n }
desk-recommendations = Préconisations
desk-recommendation = Préconisation { $n }
desk-recommendation-add = Ajouter une préconisation
desk-recommendation-remove = Retirer la préconisation { $n }
desk-text-finished = Le texte est terminé. Il ne se modifie plus.
desk-sign-title = Signature sur papier
desk-sign-words = La synthèse se signe à deux, après la restitution. Un exemplaire est remis à la personne.
desk-sign-both = La personne et le référent ont signé l'exemplaire imprimé
desk-sign-confirm = Enregistrer la signature
desk-deliver-title = Remettre la synthèse
desk-deliver-confirm = Remettre la synthèse

# Network.
desk-network-title = Réseau
desk-tab-prescribers = Prescripteurs
desk-tab-sites = Sites
desk-tab-staff = Équipe
desk-add-prescriber = Ajouter un prescripteur…
desk-add-site = Ajouter un site…
desk-add-staff = Ajouter un membre de l'équipe…
desk-prescriber-title = Nouveau prescripteur
desk-prescriber-kind = Fonction
desk-prescriber-no-site = Ajoutez d'abord un site : antenne ou Candidathèque.
desk-no-prescriber-yet = Aucun prescripteur
desk-no-prescriber-words = Les prescripteurs orientent les participants et reçoivent leur synthèse.
desk-site = Site
desk-site-title = Nouveau site
desk-site-name = Nom du site
desk-site-address = Adresse
desk-no-site = Aucun site
desk-no-site-words = Un site est une antenne, la Candidathèque ou un autre lieu du réseau.
desk-staff-title = Nouveau membre de l'équipe
desk-staff-role = Fonction
desk-no-staff = Aucun membre
desk-no-staff-words = L'équipe anime les ateliers et accompagne les personnes.

# Papers.
desk-write-invitations = Convocations (PDF)
desk-write-agenda = Agenda (.ics)
desk-write-sheet = Feuille d'émargement (PDF)
desk-print = Imprimer (PDF)
desk-files-title = Documents prêts
desk-files-words = { $n ->
    [one] Le document est enregistré. Ouvrez-le pour le lire ou l'imprimer.
   *[other] { $n } documents sont enregistrés. Ouvrez-les pour les lire ou les imprimer.
 }
desk-files-open = Ouvrir
desk-files-folder = Ouvrir le dossier
desk-files-not-opened = Cet ordinateur n'a pas de programme pour l'ouvrir. Le fichier est là : { $path }
desk-file-is-interview = Compte rendu d'entretien
desk-file-is-person = « Ma boussole », la page de la personne
desk-file-is-synthesis = Synthèse
desk-file-is-roadmap = Feuille de route
desk-file-is-badge = Badge du jour
desk-file-is-notice = Lettre au prescripteur
desk-file-is-attendance = Feuille d'émargement
desk-file-is-session = Feuille de séance
desk-file-is-letter = Lettre à la personne
desk-file-is-appointments = Rendez-vous
desk-file-is-agenda = Agenda
desk-file-is-figures = Chiffres de la période
desk-file-is-people = Liste de personnes
desk-preview-of = Aperçu : { $name }
desk-preview-differs = Le document signé est conservé ; les données ont changé depuis. Ces pages ne sont pas celles qui ont été signées.
desk-preview-open-signed = Ouvrir le document signé
desk-page-of = Page { $page } sur { $pages }
desk-previous-page = Page précédente
desk-next-page = Page suivante
desk-zoom-in = Agrandir
desk-zoom-out = Réduire
desk-page-said = Aperçu de la synthèse, page { $page }. { $text }

## Le calendrier

desk-calendar-by-room = Semaine par salle
desk-calendar-by-leader = Semaine par animateur
desk-calendar-by-workshop = Mois par atelier
desk-calendar-now = Aujourd'hui
desk-calendar-week-before = Semaine précédente
desk-calendar-week-after = Semaine suivante
desk-calendar-month-before = Mois précédent
desk-calendar-month-after = Mois suivant
desk-calendar-week = Semaine du { $day }
desk-calendar-month = { $month } { $year }
desk-calendar-date = { $day } { $month }
desk-calendar-day = { $weekday } { $day }
desk-calendar-today = Aujourd'hui
desk-calendar-hours = { $start } – { $end }
desk-calendar-at = { $time } · { $name }
desk-calendar-pair = { $one } · { $other }
desk-calendar-count = { $have }/{ $most }
desk-calendar-people = { $people ->
    [one] { $people } personne
   *[other] { $people } personnes
 }
desk-calendar-closed = Fermé : { $why }
desk-calendar-opened = Ouvert : { $why }
desk-calendar-school = Vacances scolaires : { $name }
desk-calendar-closed-on = { $day } : { $about }
desk-calendar-proposed = Proposée
desk-calendar-to-check = À vérifier
desk-calendar-appointment = Entretien
desk-calendar-interviews = Entretiens
desk-calendar-empty = Rien de prévu
desk-calendar-away = Absence jusqu'au { $day }
desk-calendar-block = { $title } : { $when } · { $room } · { $leader } · { $count } · { $state }
desk-calendar-open = Ouvrir
desk-calendar-how = Pour déplacer une séance : faites-la glisser, ou choisissez-la avec Tab puis appuyez sur M.
desk-calendar-keys = Flèches : jour et demi-heure. Page haut, Page bas : ligne. Entrée : déposer. Échap : abandonner.
desk-calendar-moving = { $title } : { $place }
desk-calendar-spot = { $when } · { $room } · { $leader }
desk-calendar-ghost = Déplacer « { $title } » : { $place }. { $words }
desk-calendar-here = À sa place
desk-calendar-asking = Vérification…
desk-calendar-free = Libre
desk-calendar-not-free = Ne convient pas
desk-calendar-more = { $reason } Et { $n ->
    [one] { $n } autre motif.
   *[other] { $n } autres motifs.
 }
desk-calendar-drop = Déposer ici…
desk-calendar-abandon = Abandonner
desk-calendar-fortnightly = Tous les 15 jours, { $time }
desk-calendar-on-demand = À la demande
desk-calendar-no-session = Aucune séance ce mois-ci.
desk-calendar-month-legend = Chaque case : personnes inscrites sur places. Cercle vide : date de quinzaine sans séance. Hachures : jour fermé.

## Les demi-journées

desk-half-days-words = Combien de personnes en attente sont libres en même temps. Appuyez sur une case pour ouvrir une séance avec elles.
desk-half-days-workshop = Atelier
desk-half-days-all = Tous les ateliers
desk-half-days-of = { $title } : { $n ->
    [0] personne n'attend
    [one] { $n } personne attend
   *[other] { $n } personnes attendent
 }, il en faut { $minimum }
desk-half-days-week = Semaine du { $day }
desk-half-days-past = Passé
desk-half-days-closed = Fermé
desk-half-days-notice = Trop tôt
desk-half-days-leader = Pas d'animateur
desk-half-days-room = Pas de salle
desk-half-days-why-past = la demi-journée est passée
desk-half-days-why-closed = le service est fermé ({ $why })
desk-half-days-why-notice = le délai pour prévenir les personnes va jusqu'au { $day }
desk-half-days-why-leader = aucun animateur n'est libre
desk-half-days-why-room = aucune salle n'est libre, ou le matériel est pris
desk-half-days-cell = { $when } : { $n ->
    [one] { $n } personne libre
   *[other] { $n } personnes libres
 }. Il en manque { $missing } pour « { $title } ».
desk-half-days-cell-enough = { $when } : { $n ->
    [one] { $n } personne libre
   *[other] { $n } personnes libres
 }. « { $title } » peut ouvrir.
desk-half-days-cell-nobody = { $when } : personne n'est libre.
desk-half-days-cell-off = { $when } : { $why }. { $n ->
    [0] Personne n'est compté.
    [one] { $n } personne serait libre.
   *[other] { $n } personnes seraient libres.
 }
desk-half-days-legend = Plus la case est colorée, plus il y a de personnes. Cadre épais et coche : assez de personnes pour ouvrir. Hachures : pas de séance possible, avec le motif.

## Son agenda

desk-tab-agenda = Son agenda
desk-agenda-coming = À venir
desk-agenda-nothing = Rien à venir
desk-agenda-nothing-words = Aucune séance et aucun rendez-vous ne sont fixés.
desk-agenda-waits = En attente d'une date
desk-agenda-past = Passé : { $n ->
    [0] aucune date
    [one] { $n } date
   *[other] { $n } dates
 }
desk-agenda-no-past = Rien n'est passé.
desk-agenda-place = { $place }, avec { $with }
desk-agenda-bring = À apporter : { $what }
desk-agenda-seat = Place réservée
desk-agenda-rank = { $rank ->
    [1] 1re place
   *[other] { $rank }e place
 } sur { $n } en attente, depuis le { $day }.
desk-agenda-ics = Pour son calendrier (.ics)
