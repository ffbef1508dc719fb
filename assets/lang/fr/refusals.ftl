# What is said when a rule stands against a wish: what happened, and what to do.

refusal-first-name = Écrivez un prénom avec au moins une lettre.
refusal-last-name = Écrivez un nom avec au moins une lettre.
refusal-age = Cette date de naissance donne { $age } ans. Vérifiez-la : la personne doit avoir de 16 à 75 ans.
refusal-email = Cette adresse de courriel est incomplète. Exemple : prenom.nom@exemple.fr
refusal-no-question = Écrivez la question posée par le prescripteur.
refusal-future-date = Cette date est après aujourd'hui. Vérifiez-la.
refusal-interview-length = Un entretien de diagnostic dure de 30 à 90 minutes. Vous avez noté { $minutes } minutes.
refusal-interview-synthesis = La synthèse est commencée : le compte rendu ne se corrige plus.
refusal-interview-signed = Ce compte rendu est déjà signé.
refusal-no-situation = Décrivez la situation en quelques mots.
refusal-already-prescribed = Cette activité est déjà sur la feuille de route.
refusal-no-reason = Écrivez la raison en quelques mots.
refusal-on-site-only = Seules les évaluations numériques se passent à distance. Choisissez « sur place ».
refusal-reflection-first = La personne n'a pas encore de projet concret : prescrivez d'abord une évaluation de réflexion, ou notez pourquoi vous faites autrement.
refusal-no-agreement-to-sector = Une feuille de route tournée vers un secteur demande l'accord de la personne. Enregistrez son accord d'abord.
refusal-step-finished = Cette étape est déjà terminée.
refusal-no-such-step = Cette étape n'existe plus.
refusal-no-interview = Enregistrez d'abord l'entretien de diagnostic.
refusal-not-by-hand = Cette étape se termine par son évaluation ou par la présence à l'atelier.
refusal-roadmap-closed = La synthèse est signée : cette feuille de route est close.
refusal-answer = Choisissez une des réponses proposées.
refusal-answer-out-of-bounds = Ce nombre est trop petit ou trop grand. Vérifiez-le.
refusal-answer-options = Chaque carte compte une seule fois. Vérifiez votre choix.
refusal-answer-too-long = Ce texte est trop long. Raccourcissez-le.
refusal-held-by-desk = Votre conseiller remplit cette évaluation avec vous. Demandez-lui de continuer.
refusal-on-hold = L'évaluation est en pause. Touchez « Continuer ».
refusal-no-pause-here = La pause vient à la fin de cette partie.
refusal-time-is-left = Il reste du temps pour cette question.
refusal-sitting-finished = Cette évaluation est terminée. Toutes les réponses sont enregistrées.
refusal-held-elsewhere = Cette évaluation est ouverte sur le poste « { $station } ». Tapez votre code pour continuer ici.
refusal-not-current = Cette question n'est plus à l'écran. Répondez à la question affichée.
refusal-already-answered = Votre réponse à cette question est déjà enregistrée.
refusal-code-shape = Un code a six chiffres.
refusal-code-unknown = Ce code ne marche pas. Vérifiez les six chiffres. { $left ->
    [one] Il reste un essai.
   *[other] Il reste { $left } essais.
}
refusal-station-blocked = Ce poste attend votre conseiller. Appelez-le : il peut le débloquer.
refusal-nothing-to-do = Rien à passer aujourd'hui : aucune évaluation sur poste n'attend.
refusal-pool-too-small = { $have ->
    [0] Personne n'attend
    [1] Une personne attend
   *[other] { $have } personnes attendent
} : il en faut { $need } libres ensemble pour ouvrir la séance.
refusal-too-many = { $have } personnes pour { $most } places. Retirez des personnes ou ouvrez une autre séance.
refusal-too-soon = Cette date est trop proche pour prévenir les personnes. Première date possible : { $day }.
refusal-wrong-weekday = Une série garde son jour de la semaine. Choisissez une date de la série.
refusal-person-not-free = Une des personnes n'est pas libre à cette heure.
refusal-session-not-open = Cette séance est déjà tenue ou annulée.
refusal-session-not-yet = La séance n'a pas encore commencé.
refusal-attendance-incomplete = { $missing ->
    [one] La présence d'une personne manque.
   *[other] La présence de { $missing } personnes manque.
} Notez-la avant de clore la séance.
refusal-not-waiting = Une des personnes n'attend plus cet atelier.
refusal-appointment-length = Ce rendez-vous dure de { $shortest } à { $longest } minutes.
refusal-appointment-past = Cette heure est passée. Choisissez une heure à venir.
refusal-no-synthesis = Terminez d'abord le texte de la synthèse : la restitution l'explique.
refusal-no-activity = Cette étape est terminée, ou n'est pas une activité individuelle.
refusal-not-booked = Ce rendez-vous est déjà passé ou annulé.
refusal-roadmap-underway = { $open ->
    [one] Une étape de la feuille de route est encore ouverte.
   *[other] { $open } étapes de la feuille de route sont encore ouvertes.
} La synthèse vient quand tout est terminé ou retiré avec une raison.
refusal-nothing-done = Aucune étape n'a été faite : il n'y a rien à écrire.
refusal-no-reading = Écrivez votre lecture des résultats.
refusal-no-lead = Notez au moins une piste.
refusal-lead-without-evidence = Chaque piste a un titre et dit sur quoi elle s'appuie.
refusal-no-recommendation = Notez au moins une préconisation.
refusal-already-written = Ce texte est terminé : il ne change plus.
refusal-not-written = Terminez d'abord le texte de la synthèse.
refusal-copy-not-kept = Cette synthèse a été signée avant que le programme ne garde les exemplaires signés : il n'y en a pas à remettre. Choisissez « Corriger dans une nouvelle version », puis relisez-la et signez-la avec la personne.
refusal-not-signed = La synthèse n'est pas encore signée par la personne et par le référent.
refusal-own-page-unfinished = Le texte n'est pas terminé. La page ne s'écoute pas encore à la borne.
refusal-own-page-not-begun = La page s'écoute à la borne à partir du rendez-vous de restitution.
refusal-own-page-not-open = La page n'est pas ouverte à la borne aujourd'hui.
refusal-own-page-withdrawn = La personne ne souhaite pas écouter sa page à la borne.
refusal-not-explained = La signature vient après le rendez-vous de restitution. Marquez-le « tenu » d'abord.
refusal-no-agreement = La personne n'a pas donné son accord pour l'envoi au prescripteur. Enregistrez son accord d'abord.
refusal-already-delivered = Ce prescripteur a déjà reçu cette synthèse.
refusal-staff-code-shape = Le code du personnel a de 4 à 12 chiffres.
refusal-changed-meanwhile = Quelqu'un d'autre vient de changer ces informations. Elles sont rechargées : vérifiez et recommencez.

error-forbidden = Votre rôle ne permet pas cette action. Demandez au référent orientation.
error-not-found = Cet élément n'existe plus. L'écran est rechargé.
error-unavailable = L'enregistrement n'a pas marché : { $reason } Rien n'est perdu de ce qui était enregistré. Réessayez, puis appelez le support.
error-base-newer = La base vient d'une version plus récente du programme. Installez la dernière version de la Boussole ; la base n'a pas été touchée.
error-base-changed-migration = La base a été préparée par une version différente du programme. Restaurez une sauvegarde ou appelez le support ; la base n'a pas été touchée.
error-base-not-a-base = Le fichier « { $path } » n'est pas une base de la Boussole. Choisissez un autre fichier avec --base ; celui-ci n'a pas été touché.
error-base-unopenable = La base « { $path } » ne s'ouvre pas. Vérifiez que le dossier existe et que vous pouvez y écrire.
error-base-busy = la base ne répond pas (disque plein, lecture seule ou fichier verrouillé).
error-folder = le dossier « { $path } » n'est pas accessible en écriture.
error-definition-gone = la version de l'évaluation utilisée n'est plus installée.
error-document = le document n'a pas pu être fabriqué.
error-plan = les demandes en attente se contredisent
refusal-not-a-certificate = Ce n'est pas un certificat. Collez tout le texte du fichier .pem, de BEGIN CERTIFICATE à END CERTIFICATE.
refusal-site-closed = Ce lieu n'oriente plus vers la Boussole depuis la date inscrite dans Réseau › Réglages. Choisissez-en un autre.
refusal-site-already-recorded = Un lieu porte déjà ce nom. Choisissez-en un autre.

# Why a workshop does not open now, in one sentence.
refusal-not-a-grid = La personne répond elle-même à cette évaluation, sur un poste.
refusal-no-health-agreement = Cette grille touche à la santé : l'accord de la personne doit être noté d'abord, par le référent.
refusal-no-health-right = Ces notes touchent à la santé. Le droit de les noter et de les lire se donne dans Réseau, onglet Équipe.
refusal-counsellor-keeps-health = Le référent orientation répond des mesures de santé : il garde ce droit.
refusal-not-at-session = Cette personne n'est pas notée présente à la séance. Notez sa présence d'abord.
refusal-edition-draft = C'est un brouillon : son fichier dit statut = "brouillon". Passez-le à « pilote » dans le fichier, avec une nouvelle version, puis installez-le.
refusal-edition-withdrawn = Son auteur l'a retirée : le fichier dit statut = "retire". Installez une version plus récente.
refusal-edition-same-state = C'est déjà fait : cette version est dans cet état.
refusal-edition-already-there = Ce texte est déjà dans la bibliothèque, sous la même version.
refusal-edition-version-reused = Un autre texte porte déjà la version { $version } de cette évaluation, et des résultats le citent. Rien n'est changé : donnez une nouvelle version au texte.
refusal-edition-not-proposed = Cette évaluation n'est plus proposée. Choisissez-en une autre.
