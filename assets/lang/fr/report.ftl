# Texts of the printed documents.

## The house
report-house = La Boussole de l'orientation
report-house-service = PLIE du Dunkerquois · Entreprendre Ensemble
report-house-street = 66 rue des Chantiers de France
report-house-town = 59140 Dunkerque
report-author = Entreprendre Ensemble, La Boussole de l'orientation
report-reference = Référence : { $reference }
report-done-on = Établi le { $date }
report-co-funding = Cofinancé par l'Union européenne
report-page = Page { $page } / { $total }
report-quote = « { $text } »

## Charts
report-radar-alt = Radar à { $count } axes, dans l'ordre du cercle.
report-radar-alt-row = { $label } : { $value } sur { $most }, entre { $low } et { $high } avec l'erreur de mesure.
report-radar-caption = Sur le cercle, deux voisins se ressemblent, deux opposés s'éloignent. La bande autour du trait est l'erreur de mesure (95 %).
report-order-alt = Ordre propre à la personne, { $count ->
    [one] { $count } ligne
   *[other] { $count } lignes
}, du premier au dernier.
report-order-alt-row = { $place } : { $label }.
report-order-alt-row-end = { $place } : { $label }, { $words }.
report-no-score-because = pas de score : { $reason }
report-no-date = sans date
report-step-done = fait
report-step-planned = prévu
report-step-skipped = non réalisé

## Exercises
exercises-reference = exercices-{ $id }-{ $version }
exercises-reference-seed = exercices-{ $id }-{ $version }-graine-{ $seed }
report-exercises-title = Exercices – { $title }
report-exercises-reference-form = forme de référence
report-exercises-seed = graine { $seed }
report-exercises-edition = version { $version } · { $form }
report-exercises-count = { $edition } · { $n ->
    [one] { $n } exercice
   *[other] { $n } exercices
}
report-exercises-how = Prenez votre temps. Entourez une lettre, cochez une case ou écrivez.
report-exercises-who = Prénom ou code :
report-exercises-asked = Sur écran, une personne reçoit au plus { $asked } questions : le programme les choisit d'après ses réponses. Ici, il y a les { $n }.
report-exercises-part = Exercices
report-exercises-practice = Pour essayer
report-exercises-time = Temps sur écran : { $time }
report-exercises-read = À lire
report-exercises-several = Plusieurs réponses sont possibles.
report-exercises-choice = Réponse
report-exercises-most = Le plus
report-exercises-least = Le moins
report-exercise = Exercice { $number }
report-exercise-training = Exercice { $number } – entraînement
report-options-alt = Les réponses, en images : { $letters }.
report-your-answer = Votre réponse :
report-your-order = Votre ordre (des lettres) :
report-answers-title = Réponses
report-answers-for = Pour l'animateur
report-answers-keep = Gardez cette page. L'entraînement ne compte dans aucun résultat.
report-answers-mode = Sur papier, le temps et les aides ne sont pas ceux de l'écran : un résultat sur papier ne se compare pas à un résultat de la borne.
report-answers-none = Aucune de ces questions n'a de bonne réponse.
report-answers-number = Exercice
report-answers-item = Item
report-answers-right = Réponse
report-answers-training = { $number } (essai)
report-answers-points = { $letter } : { $points }
report-answers-within = { $value } (à { $gap } près)
report-answers-said = Ce qui se dit après l'entraînement
report-answers-after = Exercice { $number } :
report-left-out-title = Sur écran seulement
report-left-out-why = Ces questions ont besoin de l'écran : elles ne sont pas sur cette feuille.
report-left-out-item = { $id } ({ $kind }) { $statement }

## Synthesis
report-synthesis-title = Synthèse d'évaluation
report-synthesis-of = Parcours d'orientation de { $name }
report-synthesis-file = Synthèse d'évaluation – { $name }
report-synthesis-subject = Synthèse d'évaluation et préconisations d'orientation
report-person = Personne accompagnée
report-born-on = Date de naissance : { $day }
report-file-number = Dossier { $number }
report-prescriber = Prescripteur
report-counsellor = Conseiller de la Boussole
report-recipients = Destinataires
report-question = La question posée
report-done = Ce qui a été fait
report-results = Résultats
report-results-how-to-read = Le losange marque le résultat ; la zone floue, l'erreur de mesure : là où il serait probablement (95 %) si la personne répondait de nouveau. Deux zones qui se recouvrent largement ne se distinguent pas.
report-taken = passé le { $date }, version { $version }
report-conditions = Conditions : { $list }.
report-caution = À lire avec prudence
report-caution-short = À lire avec prudence :
report-results-brief = Voici ce qui se détache nettement. Le détail de chaque résultat, avec l'erreur de mesure, est en annexe.
report-annex = Annexe – Détail des résultats
report-norm-label = Étalonnage.
report-no-norm-short = pas d'étalonnage
report-no-norm-label = Pas d'étalonnage.
report-no-norm = Ces résultats situent la personne par rapport à elle-même et aux zones de l'échelle ; ils ne la comparent à aucune population.
report-meaning = Textes lus avec la personne
report-meaning-answered = Textes lus avec la personne. Cela lui ressemble ? { $answer }
report-changes = Depuis la passation précédente
report-interval = { $from } à { $to }
report-no-interval = non estimée
report-sector-for = Pour :
report-sector-against = Contre :
report-sector-begin = Pour commencer :
report-instruments-all = Pour tous : { $words }
report-column-sector = Secteur
report-column-reasons = Pour, contre, par où commencer
report-column-assessment = Évaluation
report-column-stands-out = Ce qui se détache
report-instruments = Fiches d'identité des instruments
report-observations = Observations
report-reading = Lecture du référent
report-leads = Pistes
report-leads-intro = Ces pistes sont des hypothèses de travail, à vérifier avec la personne et sur le terrain.
report-lead-title = Piste { $number } : { $title }
report-lead-to-check = À vérifier :
report-recommendations = Préconisations
report-own-words = Ce qu'en dit la personne
report-own-words-question = Est-ce que cela vous ressemble ?
report-resembles-yes = Oui, plutôt
report-resembles-partly = En partie
report-resembles-no = Non, pas vraiment
report-resembles-unsaid = Je préfère ne pas répondre
report-signatures = Signatures
report-signatures-meaning = La signature atteste que la synthèse a été lue et expliquée ; elle ne vaut pas accord avec son contenu.
report-signatures-meaning-annex = La signature atteste que la synthèse, avec son annexe, a été lue et expliquée ; elle ne vaut pas accord avec son contenu.
report-signature-person = La personne accompagnée
report-signature-counsellor = Le conseiller
report-signature-prompt = Date et signature :
report-resembles-each = { $answer } : { $titles }.
document-counsellor-reading = Lecture du référent
document-support-result = { $title }, le { $day }
document-support-seen = Observé par { $by }, le { $day }
document-support-words = { $title } : { $text }
document-support-project = Projet dit en entretien
document-support-needs = Besoins dits en entretien
document-support-supports = Appuis dits en entretien
report-interview-signed = Signé à l'écran le { $day }
report-signed-pad = Signé à l'écran
report-signed-paper = Signé à la main, sur un exemplaire imprimé
report-brief-leads = En bref, les pistes :
report-brief-next = Pour commencer :
report-person-says-of-it = Cela lui ressemble ?
report-synthesis-of-version = { $name } : version { $version }, qui remplace la précédente
report-code-alt = Code QR. { $text }

# La page de la personne
report-person-title = Ma boussole
report-person-file = Ma boussole, { $name }
report-person-hello = Bonjour { $name }. Voici ce que nous avons trouvé ensemble.
report-person-strengths = Vos points forts
report-person-leads = Vos pistes
report-person-next = La suite
report-person-words = Vos mots
report-person-question = Une question ?
report-person-yours = Cette page est à vous. Vous décidez à qui la montrer.
report-notices = À savoir
report-notice-decision-label = Qui décide.
report-notice-decision = Cette synthèse éclaire un échange ; elle ne décide de rien. Les choix appartiennent à la personne, accompagnée de son référent. Aucun calcul n'a, seul, produit de décision la concernant.
report-notice-limits-label = Limites.
report-notice-limits = Les résultats valent à leur date, dans leurs conditions de passation. Ils ne sont ni un diagnostic médical ou psychologique, ni une preuve d'aptitude ou d'inaptitude, et ne se lisent pas sans les observations.
report-notice-rights-label = Vos droits.
report-notice-rights = Accès, copie, rectification, effacement, limitation, opposition (RGPD, articles 15 à 21) : écrivez à { $contact } ou saisissez la CNIL (www.cnil.fr).

## Columns
report-column-date = Date
report-column-step = Étape
report-column-state = État
report-column-scale = Échelle
report-column-band = Zone
report-column-value = Résultat
report-column-interval = Avec l'erreur
report-column-action = Action
report-column-who = Avec qui
report-column-when = Quand
report-column-number = N°
report-column-name = Nom et prénom
report-column-arrival = Arrivée
report-column-departure = Départ
report-column-signature = Signature

## Attendance sheet
report-attendance-title = Feuille d'émargement
report-attendance-file = Feuille d'émargement – { $title } – { $date }
report-attendance-table = Personnes convoquées : { $count } ; lignes libres : { $blank }
report-attendance-statement = J'atteste que les personnes ci-dessus ont suivi la séance aux heures indiquées.
report-attendance-version = Séance { $reference } · empreinte de la version imprimée : { $hash }
report-attendance-about = { $date }, { $hours }
report-attendance-informs = Information collective : à elle seule, cette séance ne compte pas comme une participation pour le FSE+.
report-signed-on-screen = signé à { $time }
report-column-file = Dossier
report-hours = Horaires
report-place = Lieu
report-facilitator = Animation
report-facilitator-signature = Animateur ou animatrice de la séance

## Session sheet
report-session-title = Fiche de séance
report-session-file = Fiche de séance – { $title } – { $date }
report-session-people = Inscrits
report-session-seats = { $people } (de { $minimum } à { $maximum })
report-session-material = Matériel à préparer
report-session-bring = Ce que les personnes apportent
report-session-table = Personnes attendues : { $count }
report-column-phone = Téléphone
report-column-needs = Aménagements et aides utiles
report-column-came = Venu
report-session-notes = Remarques
report-session-internal = Document interne de l'équipe, avec des données personnelles : à rendre au référent orientation ou à détruire après la séance.

## Invitation
report-invitation-title = Invitation
report-invitation-file = Invitation – { $activity } – { $date }
report-greeting = Bonjour { $name },
report-what = Quoi :
report-when = Quand :
report-how-long = Durée :
report-where = Où :
report-day-and-time = { $day } à { $time }
report-bring = Ce qu'il faut apporter
report-bring-label = À apporter :
report-another-date = Cette date ne vous convient pas ?
report-another-date-text = Vous avez le droit de choisir une autre date. Prévenez-nous simplement :
report-call = { $name }, { $phone }
report-see-you = À bientôt,

## Letter about a change
report-news-question = Une question ?
report-news-end = À bientôt,
report-news-file = { $title } – { $activity }

## Roadmap
report-agenda-title = Mes rendez-vous
report-agenda-file = Rendez-vous – { $name }
report-agenda-nothing = Aucune date n'est fixée pour le moment.
report-agenda-place = { $place }, avec { $with }
report-agenda-waiting = Une date vous sera proposée pour
report-roadmap-title = Ma feuille de route
report-roadmap-file = Feuille de route – { $name }
report-roadmap-question = Une question, un empêchement ?
report-roadmap-call = Appelez
report-roadmap-no-date = la date vous sera donnée
report-roadmap-kiosk = { $when }, à la borne
report-roadmap-remote = { $when }, à distance
report-kiosks-label = Les bornes :

# What the application adds to the papers
document-house = La Boussole de l'orientation
document-counsellor-role = référent orientation
document-path-referent = référent de parcours (CIP)
document-employment-adviser = conseiller emploi de la Candidathèque
document-data-contact = Entreprendre Ensemble, { $address }
document-agenda = La Boussole de l'orientation
document-diagnostic = Entretien de diagnostic
document-restitution = Rendez-vous de restitution
document-activity = Activité individuelle
document-observation = { $place }, { $day } ({ $by }) : { $text }
document-observed-elsewhere = Hors atelier
document-dropped = Retirée : { $reason }
document-remote = à distance
document-kiosk = sur place, à la borne
document-collective = atelier collectif
document-individual = en individuel
document-supervised = sur place, sous la supervision du référent orientation
document-provisional = L'étalonnage est provisoire : trop peu de personnes pour situer quelqu'un parmi d'autres.
document-zone-low = bas
document-zone-mid = milieu
document-zone-high = haut
document-between = entre « { $low } » et « { $high } »
document-too-few-answers = { $answered ->
    [0] aucune réponse
    [one] une réponse
   *[other] { $answered } réponses
} pour { $needed } nécessaires
document-change = { $scale } : { $claim } (de { $before } le { $day } à { $after }).
document-change-words = { $scale } : { $claim } depuis le { $day }.
document-observed-by = observé par { $by }, { $place }
document-agreement = deux observateurs : même note pour { $same } actes sur { $acts }, à un degré près pour { $near }
document-conditions-more = { $rest ->
    [one] { $rest } autre
   *[other] { $rest } autres
}
document-edition = version { $version }, empreinte { $hash }, calcul { $engine }
document-sitting = { $day }, { $mode }, { $items ->
    [one] { $items } question
   *[other] { $items } questions
} en { $time }{ $out ->
    [0] { "" }
    [one] , 1 question retirée
   *[other] , { $out } questions retirées
}
document-scale-norm = { $scale } : { $norm }
document-nothing-stands-out = Aucun résultat ne se détache nettement.
document-stands-out = { $scale } : { $words }.
document-first-place = En premier : { $labels }.
document-without-score = Sans score : { $scales }.
document-meaning = { $scale } : « { $text } »
document-invitation-purpose = Cet atelier fait partie de votre feuille de route.
document-diagnostic-purpose = Nous ferons le point ensemble sur votre situation et vos envies. Ce n'est pas un examen.
document-restitution-purpose = Nous lirons ensemble vos résultats. Vous direz ce que vous en pensez.
document-activity-purpose = Cette activité fait partie de votre feuille de route. Vous la faites avec un professionnel.
document-session-material = { $equipment } (1)
document-extra-time = Temps en plus : { $time }
document-news-offer = Choisissez votre date
document-news-offer-text = Vous attendez une place. Voici les dates possibles. Appelez-nous pour dire votre choix.
document-news-offer-late = Sans réponse de votre part sous 3 jours, nous vous donnerons une place et nous vous écrirons.
document-news-reminder = Rappel
document-news-reminder-text = Nous vous attendons bientôt. Si vous ne pouvez pas venir, appelez-nous : une autre personne prendra la place et vous garderez votre tour.
document-news-moved = Votre rendez-vous change
document-news-moved-text = La date, l'heure ou le lieu ont changé. Voici où et quand venir.
document-news-instead-of = Avant, c'était : { $slot }.
document-news-session-cancelled = La séance est annulée
document-news-session-cancelled-text = Cette séance n'aura pas lieu : elle est annulée pour tout le monde. Ne venez pas ce jour-là.
document-news-appointment-cancelled = Votre rendez-vous est annulé
document-news-appointment-cancelled-text = Ce rendez-vous n'aura pas lieu. Ne venez pas ce jour-là.
document-news-participation-cancelled = Votre participation est annulée
document-news-participation-cancelled-text = La séance a lieu, mais sans vous : votre place est annulée. Ne venez pas ce jour-là.
document-news-keeps = Vous ne perdez pas votre tour. Nous vous proposerons une autre date.
document-news-date = Date { $number } :

# Letter to a prescriber about a focus on one sector
report-notice-title = Feuille de route tournée vers un secteur
report-notice-person = Personne accompagnée :
report-notice-sector = Secteur :
report-notice-agreement = La personne a donné son accord. Les évaluations de sa feuille de route confrontent son projet à ce secteur.
report-notice-follow-up = Votre accompagnement continue comme avant : la Boussole travaille à côté. Vous recevrez la synthèse quand toutes les étapes seront terminées.

## The badge of the day
report-badge-title = Mon badge
report-badge-file = Badge – { $day }
report-badge-day = Ce badge ouvre un poste
report-badge-code = Mon code
report-badge-alt = Badge de { $name }. Code : { $code }, aussi en code QR.
report-badge-alt-pictures = Images, dans l'ordre : { $pictures }.
report-badge-how = Pour commencer
report-badge-scan = Montrez le carré noir au lecteur.
report-badge-type = Ou tapez votre code.
report-badge-touch = Ou touchez vos images, dans l'ordre.
report-badge-keep = Gardez ce badge avec vous. Rendez-le avant de partir.
