# The activity of a period, who arrives, what waits, and the settings that have a date.

## The figures of a period

term-journal-figures-export = Activité exportée
term-measure-people = Personnes
term-measure-people-words = Personnes différentes à qui il est arrivé, dans la période, au moins une des choses comptées ici.
term-measure-referrals = Orientations reçues
term-measure-referrals-words = Orientations vers la Boussole reçues dans la période.
term-measure-interviews = Entretiens de diagnostic
term-measure-interviews-words = Entretiens de diagnostic qui ont eu lieu dans la période.
term-measure-sittings = Passations terminées
term-measure-sittings-words = Évaluations prescrites et finies par la personne dans la période. Les grilles remplies par l'équipe ne comptent pas.
term-measure-present = Présences en atelier
term-measure-present-words = Places d'une séance de la période où la personne est venue.
term-measure-absent = Absences en atelier
term-measure-absent-words = Places d'une séance de la période où la personne n'est pas venue, excusée ou non. Une place annulée par le service ne compte pas.
term-measure-written = Synthèses écrites
term-measure-written-words = Synthèses dont le texte a été déclaré fini dans la période.
term-measure-signed = Synthèses signées
term-measure-signed-words = Synthèses signées pour la première fois dans la période.
term-measure-delivered = Synthèses remises
term-measure-delivered-words = Synthèses parties pour la première fois vers un prescripteur dans la période.
term-cell-few = moins de { $least }
term-cell-withheld = masqué
term-wait-interview = De l'orientation à l'entretien
term-wait-interview-words = Jours entre l'orientation reçue et l'entretien, pour les entretiens de la période. La moitié attend moins, la moitié attend plus.
term-wait-signature = De l'entretien à la synthèse signée
term-wait-signature-words = Jours entre l'entretien et la première signature, pour les synthèses signées dans la période.
term-wait-session = De la prescription à la séance
term-wait-session-words = Jours entre la prescription d'un atelier et la séance où la personne est venue, pour les séances de la période.
term-median-nothing = rien dans la période
term-median-few = moins de { $least } personnes
term-median-days = { $days } jours
figures-sheet = Activité
figures-period = Du { $from } au { $until }
figures-whole = Total
figures-women = Femmes
figures-men = Hommes
figures-others = Autre ou non dit
figures-definition = Ce qui est compté
figures-held = Séances tenues
figures-held-words = Séances d'atelier de la période, closes par l'animateur.
figures-cancelled = Séances annulées
figures-cancelled-words = Séances d'atelier prévues dans la période et annulées.
figures-presence = Taux de présence
figures-presence-words = Présences pour cent places attendues (présences et absences). Il n'est pas dit quand l'un des deux nombres ne l'est pas.
figures-percent = { $percent } %
figures-not-said = non dit
figures-rule = Nombres masqués
figures-rule-words = Un nombre qui parle de moins de 5 personnes n'est pas dit. « Masqué » : ce nombre-là, ou un autre qui permettrait de le retrouver à partir du total.
desk-tab-figures = Activité
desk-figures-words = Sans aucun nom. Chaque nombre est compté sur la période choisie.
desk-figures-from = Du
desk-figures-until = Au
desk-figures-month = Ce mois
desk-figures-quarter = Ce trimestre
desk-figures-year = Cette année
desk-figures-by-gender = Par genre
desk-figures-by-site = Par antenne
desk-figures-export = Exporter…
desk-figures-export-title = Exporter l'activité
desk-figures-waits = Délais médians
desk-figures-sessions = Séances
desk-figures-table = Nombres
desk-figures-line = { $title } : { $value }

## Who arrives

term-journal-arrive = Arrivée notée
term-journal-setting = Réglage daté noté
desk-arrival-title = Arrivée
desk-arrival-search = Qui arrive ? Tapez deux lettres du nom
desk-arrival-here = Est là
desk-arrival-code = Son code
desk-arrival-nobody = Aucun dossier au nom « { $typed } ».
desk-arrival-who = { $born }, { $stage }
desk-arrival-new = Nouvelle personne…
desk-arrival-new-title = Nouvelle personne
desk-arrival-new-words = Le nom et la date de naissance suffisent. Le reste du dossier se remplit plus tard.
desk-arrival-new-confirm = Enregistrer et donner le code
desk-arrivals = { $n ->
    [one] { $n } personne est venue aujourd'hui
   *[other] { $n } personnes sont venues aujourd'hui
}
desk-arrival-line = { $time } : { $what }. Code { $code }
desk-arrival-line-untimed = { $what }. Code { $code }
desk-came-session = atelier « { $title } » à { $time }
desk-came-appointment = { $kind } à { $time }
desk-came-assessments = { $n ->
    [one] { $n } évaluation à faire
   *[other] { $n } évaluations à faire
}
desk-came-walk-in = sans rendez-vous

## What waits

desk-waits-oldest = { $days ->
    [0] le plus ancien attend depuis aujourd'hui
    [one] le plus ancien attend depuis 1 jour
   *[other] le plus ancien attend depuis { $days } jours
}
desk-waits-interview-count = Entretiens à faire : { $n }
desk-waits-interview-late = Entretiens à faire : { $n }, dont { $late } depuis plus de { $days } jours
desk-waits-prescribe-count = Parcours à prescrire : { $n }
desk-waits-to-write = Synthèses à écrire : { $n }
desk-waits-to-sign = Synthèses à expliquer et à signer : { $n }
desk-waits-to-deliver = Synthèses à remettre : { $n }
desk-waits-mails = Courriels en suspens : { $n }
desk-waits-mails-failed = { $n ->
    [one] { $n } courriel n'est pas parti
   *[other] { $n } courriels ne sont pas partis
}
desk-waits-mails-unconfirmed = { $n ->
    [one] { $n } courriel parti, sans confirmation du prescripteur
   *[other] { $n } courriels partis, sans confirmation du prescripteur
}
desk-waits-mails-see = Voir les courriels
desk-waits-see-all = Voir les { $n }

## The keys

desk-keys-title = Raccourcis clavier
desk-key-parts = Ctrl + 1 à 6
desk-key-parts-words = changer de page
desk-key-search = Ctrl + K
desk-key-search-words = rechercher une personne
desk-key-help = F1 ou ?
desk-key-help-words = cette liste
desk-key-next = Tab, Maj + Tab
desk-key-next-words = aller au bouton ou au champ suivant, précédent
desk-key-press = Entrée ou Espace
desk-key-press-words = presser le bouton, ouvrir la ligne
desk-key-move = Alt + haut ou bas
desk-key-move-words = déplacer une étape dans la feuille de route
desk-key-escape = Échap
desk-key-escape-words = fermer une fenêtre

## Settings with a day of effect

term-setting-no-show = Absences attendues
term-setting-no-show-words = Part des places qui restent vides, tant que rien n'a été observé pour un atelier. Sert à conseiller combien de personnes inscrire.
term-setting-phone = Téléphone du service
term-setting-phone-words = Le numéro à appeler, dans les lettres et les messages.
term-setting-sender = Nom dans les messages
term-setting-sender-words = Le nom sous lequel les SMS commencent.
term-setting-interview = Délai de l'entretien
term-setting-interview-words = Au-delà, une orientation sans entretien est signalée en retard à l'accueil du bureau.
term-setting-membership = Commune du PLIE
term-setting-membership-words = Dit si la commune est dans le PLIE, à partir d'un jour. « À confirmer » tant que personne ne l'a dit.
term-setting-percent = { $value } %
term-setting-days = { $value } jours
term-setting-empty = aucun
term-member = oui
term-not-member = non
term-commune-member = Commune du PLIE
term-commune-outside = Commune hors du PLIE
term-commune-to-confirm = Commune du PLIE : à confirmer dans Réseau › Réglages
term-member-to-confirm = à confirmer
refusal-setting-within = Écrivez un nombre entier, de { $least } à { $most }.
refusal-setting-text = Écrivez un texte de { $most } signes au plus.
refusal-setting-never-open = Le service travaille au moins une demi-journée par semaine.
refusal-setting-hour = Choisissez une heure du bon moment : le matin avant 12 h, l'après-midi à partir de 12 h, la fermeture à partir de 16 h.
refusal-setting-headcount = Le minimum de l'atelier dépasserait son maximum. Changez d'abord l'autre nombre.
term-outside-hours = service fermé cette demi-journée
term-setting-half-days = Demi-journées d'ouverture
term-setting-half-days-words = Rien n'est proposé les autres demi-journées. Ce qui y est déjà prévu reste, et se voit.
term-setting-morning = Début des séances du matin
term-setting-afternoon = Début des séances de l'après-midi
term-setting-closing = Fin des rendez-vous
term-setting-hour-words = L'heure à laquelle les séances commencent. Celles qui sont déjà ouvertes gardent la leur.
term-setting-closing-words = Aucun rendez-vous n'est proposé au-delà.
term-setting-every-half-day = toutes, du lundi au vendredi
term-setting-but = toutes, sauf { $days }
term-setting-only = seulement { $days }
term-setting-house-name = Nom du service
term-setting-house-organisation = Structure
term-setting-house-street = Rue
term-setting-house-town = Ville
term-setting-house-funding = Mention du financeur
term-setting-house-words = Sur les lettres et les documents datés de ce jour ou d'après. Les copies signées ne changent pas.
term-setting-letter-workshop = Invitation à un atelier
term-setting-letter-diagnostic = Invitation au diagnostic
term-setting-letter-restitution = Invitation à la restitution
term-setting-letter-activity = Invitation à une activité
term-setting-letter-reminder = Rappel
term-setting-letter-words = Dans les lettres imprimées à partir de ce jour. Des phrases courtes, sans sigle.
term-setting-minimum = Minimum de personnes
term-setting-maximum = Maximum de personnes
term-setting-notice = Préavis pour ouvrir
term-setting-join-notice = Préavis pour rejoindre
term-setting-rule-words = Vaut pour ce qui est proposé et ouvert à partir de ce jour.
term-setting-notice-words = Jours entre la décision d'ouvrir et la séance.
term-setting-join-notice-words = Jours entre une inscription et une séance déjà ouverte.
term-setting-people = { $value } personnes
term-setting-site-name = Nom
term-setting-site-address = Adresse
term-setting-site-open = Oriente vers la Boussole
term-setting-site-open-words = Un lieu fermé n'est plus proposé pour un nouveau prescripteur. Ce qui s'y est passé reste.
term-setting-site-words = À partir de ce jour, sur les écrans et les documents.
desk-tab-dated = Réglages
desk-settings-title = Le service
desk-settings-words = Une valeur compte à partir du jour choisi. Les valeurs d'avant restent dans l'historique.
desk-settings-hours = Horaires
desk-settings-papers = En-tête des papiers
desk-settings-letters = Textes des lettres
desk-settings-workshops = Ateliers
desk-settings-sites = Lieux du réseau
desk-setting-to-come = { $value }, à partir du { $from }
desk-setting-workshop-line = de { $least } à { $most } personnes, préavis de { $notice } jours
desk-setting-site-line = Oriente vers la Boussole : { $said }
desk-settings-communes = Communes du PLIE : { $n }
desk-setting-change = Changer…
desk-setting-line = { $title } : { $value }
desk-setting-history = Historique : { $n }
desk-setting-was = { $value }, à partir du { $from } (noté par { $by } le { $at })
desk-setting-value = Valeur
desk-setting-from = À partir du
desk-setting-confirm = Enregistrer le réglage
desk-done-setting = Réglage enregistré
