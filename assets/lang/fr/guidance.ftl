# La synthèse : suggestions, restitution, signature, remise

## Papiers
document-paper-mark = Exemplaire à signer : { $reference }, version { $version }, texte { $hash }. Le code reprend ces mentions.
document-proof-when = Signé le { $day } à { $time }, sur le poste « { $station } ».
document-proof-identity = Identité vérifiée par { $by } : { $how }.
document-proof-shown = Le texte entier a été montré avant de signer. Son empreinte (SHA-256) : { $hash }.
term-identity-known = la personne est connue du service
term-identity-document = une pièce d'identité a été présentée
term-identity-code = la personne a ouvert sa visite avec son code du jour

## Messages
mail-synthesis-subject = La Boussole : une synthèse vous attend ({ $reference })
mail-synthesis-text =
    Bonjour,

    La synthèse d'orientation { $reference } est jointe à ce message, pour la personne que vous avez orientée vers la Boussole.
    Le fichier est protégé par un mot de passe. Nous vous le donnons par téléphone : { $phone }.
    Merci de nous confirmer que vous avez pu ouvrir le fichier.

    { $house }
    { $address }

## Refus
refusal-no-strength = Il manque un point fort. La page de la personne commence par ses points forts.
refusal-person-page-too-long = La page de la personne dépasse une feuille. Raccourcissez les points forts, les pistes ou les préconisations.
refusal-not-what-was-shown = Le texte a changé depuis qu'il a été montré ou imprimé. Montrez-le ou imprimez-le de nouveau avant de signer.
refusal-correction-reason = Dites pourquoi vous corrigez une synthèse signée. La version signée est gardée.
refusal-still-draft = La synthèse est déjà en cours d'écriture.
refusal-not-of-this-referral = Ce prescripteur n'a pas orienté cette personne. Ajoutez-le d'abord à l'orientation.
refusal-no-address = Ce prescripteur n'a pas d'adresse de courriel. Remettez la synthèse sur papier.
refusal-already-sent = Ce message est déjà parti ou a déjà été annulé.
refusal-not-sent = Ce message n'est pas encore parti.
refusal-no-mail-server = L'envoi de courriels n'est pas réglé. Faites-le dans « Réseau », ou remettez la synthèse sur papier.
refusal-unprotected-mail = Un envoi sans chiffrement ne quitte pas cet ordinateur. Choisissez TLS ou STARTTLS.
refusal-already-of-this-referral = Ce prescripteur reçoit déjà la synthèse de cette orientation.

## Journal
term-journal-synthesis-reopen = Texte rouvert pour le corriger
term-journal-own-page-open = « Ma boussole » ouverte à la borne
term-journal-own-page-close = « Ma boussole » fermée à la borne
term-journal-own-page-read = La personne a ouvert « Ma boussole » à la borne
term-journal-synthesis-resemblance = Réponse de la personne à un paragraphe
term-journal-synthesis-person-says = Mots de la personne notés
term-journal-synthesis-print-to-sign = Exemplaire imprimé pour signature
term-journal-synthesis-hand-over = Exemplaires de la personne imprimés
term-journal-synthesis-reprint = Version signée imprimée de nouveau
term-journal-synthesis-call-back = Envoi annulé avant le départ
term-journal-synthesis-retry = Envoi demandé de nouveau
term-journal-synthesis-sent = Synthèse partie par courriel
term-journal-synthesis-send-failed = Envoi par courriel refusé
term-journal-synthesis-password-told = Mot de passe donné au prescripteur
term-journal-synthesis-received = Réception confirmée par le prescripteur
term-journal-suggestion-take = Suggestion reprise dans la synthèse
term-journal-suggestion-dismiss = Suggestion écartée
term-journal-suggestion-reconsider = Suggestion remise à l'étude
term-journal-referral-add-prescriber = Prescripteur ajouté à l'orientation
term-journal-referral-remove-prescriber = Prescripteur retiré de l'orientation
term-journal-prescriber-correct = Prescripteur corrigé
term-journal-mail-set-server = Envoi de courriels réglé

## Écriture
desk-tab-evidence = Ce que l'on sait
desk-tab-suggestions = Suggestions ({ $n })
desk-no-suggestion = Aucune suggestion
desk-no-suggestion-words = Les résultats ne penchent nettement d'aucun côté, ou les réponses sont à prendre avec prudence.
desk-suggestions-words = Tirées des résultats nets. Rien n'entre dans le texte sans vous : reprenez, changez ou écartez.
desk-suggestion-plain = Dit à la personne : { $text }
desk-suggestion-jobs = Métiers accessibles : { $jobs }
desk-suggestion-for-you = Pour vous : { $text }
desk-suggestion-to-strength = Dans ses points forts
desk-suggestion-to-lead = Faire une piste
desk-suggestion-dismiss = Écarter
desk-suggestion-back = Revoir
desk-suggestion-accepted = Reprise telle quelle par { $by } le { $day }
desk-suggestion-edited = Reprise et modifiée par { $by } le { $day }
desk-suggestion-dismissed = Écartée par { $by } le { $day }
desk-strengths = Points forts
desk-strengths-help = Des phrases courtes, dites à la personne avec « vous ». Elles ouvrent sa page.
desk-strength = Point fort { $n }
desk-strength-remove = Retirer le point fort { $n }
desk-strength-add = Ajouter un point fort
desk-lead-why = Pourquoi la piste { $n }, en quelques mots simples
desk-lead-to-check = À vérifier pour la piste { $n }
desk-recommendation-who = Qui s'en charge ({ $n })
desk-recommendation-when = Pour quand ({ $n })
desk-paper-synthesis = Synthèse
desk-paper-person = Page de la personne

## Versions
desk-version-title = Version { $version }
desk-version-signed = Version { $version } signée le { $day } à { $time }, { $how }
desk-signed-on-screen = à l'écran
desk-signed-by-hand = à la main
desk-version-proof = Identité vérifiée par { $by } : { $check }. Poste : { $station }.
desk-version-hash = Empreinte du texte montré : { $hash }
desk-version-replaced = Remplacée le { $day } par { $by } : { $reason }
desk-version-open = Imprimer la version { $version }
desk-reopen = Rouvrir le texte
desk-correct = Corriger dans une nouvelle version
desk-correct-title = Corriger une synthèse signée
desk-correct-words = La version signée est gardée. Une nouvelle version s'ouvre : elle sera expliquée et signée à son tour.
desk-correct-confirm = Ouvrir une nouvelle version
desk-done-reopened-text = Le texte est rouvert.

## Restitution
desk-read-and-sign = Lire et signer
desk-restitution-of = Restitution : { $name }
desk-to-restitution = Restitution
desk-own-page = « Ma boussole » à la borne
desk-own-page-how = La personne lit et écoute sa page elle-même, avec son code du jour.
desk-own-page-hear = L'écouter à la borne
desk-own-page-code = Code du jour
desk-own-page-close = Fermer à la borne
desk-own-page-open-since = Ouverte à la borne depuis { $time }
desk-own-page-signed = Ouverte à la borne : version { $version }, signée
desk-own-page-withdrawn = Fermée à la borne depuis { $when }
desk-own-page-heard-whole = Écoutée en entier { $when }
desk-own-page-read-whole = Lue jusqu'au bout { $when }
desk-own-page-heard-part = Écoutée en partie { $when }
desk-own-page-opened = Ouverte par la personne { $when }
desk-own-page-at = à { $time }
desk-own-page-on = le { $day } à { $time }
desk-own-page-counts = { $openings ->
    [one] { $openings } ouverture
   *[other] { $openings } ouvertures
}, { $listenings ->
    [0] aucune écoute
    [one] { $listenings } écoute
   *[other] { $listenings } écoutes
}
desk-own-page-unheard = La personne ne l'a pas ouverte.
desk-done-own-page-closed = La page ne s'ouvre plus à la borne.
desk-resemblance = Est-ce que cela vous ressemble ?
desk-resemblance-words = La personne répond, partie par partie. Ses réponses figurent dans la synthèse.
desk-resembles-yes = Oui, plutôt
desk-resembles-partly = En partie
desk-resembles-no = Non
desk-resembles-unsaid = Ne répond pas
desk-resembles-none = Pas de réponse
desk-cosign-title = Signatures
desk-cosign-draft = Terminez d'abord le texte.
desk-cosign-unread = Montrez toute la synthèse avant de signer : { $read } page sur { $all } a été montrée du haut en bas.
desk-cosign-read = Toute la synthèse a été montrée.
desk-read-down = Plus bas
desk-read-up = Plus haut
desk-read-remains-one = Il reste à montrer la page { $page }, du haut en bas.
desk-read-remains = Il reste à montrer les pages { $pages } et { $last }, du haut en bas.
desk-cosign-identity = Qui signe ? Vous avez vérifié que
desk-cosign-on-screen = Signer à l'écran
desk-cosign-print = Imprimer pour signer
desk-cosign-paper = Signé sur papier
desk-cosign-done-words = La synthèse est signée. Remettez ses deux papiers à la personne.
desk-person-copies = Imprimer ses deux papiers
desk-cosign-turn = { $name }, signez ici
desk-cosign-meaning = Votre signature dit que la synthèse a été lue et expliquée. Elle ne dit pas que vous êtes d'accord avec tout.
desk-cosign-pad-of = Zone de signature de { $name }
desk-cosign-erase = Effacer
desk-cosign-next = Suite : le référent
desk-cosign-finish = Signer
desk-station = Bureau
desk-sign-mark = Texte à retrouver sur le papier : { $hash }
desk-sign-scan = Fichier de l'exemplaire numérisé

## Remise
desk-deliver-what = Synthèse de { $name }, version { $version }
desk-deliver-who = { $kind }, { $site } · { $email }
desk-deliver-remove = Ne plus adresser à { $name }
desk-deliver-how = Comment ?
desk-deliver-by-email = Par courriel
desk-deliver-on-paper = Sur papier
desk-deliver-not-now = Pas maintenant
desk-deliver-no-address = L'adresse de ce prescripteur n'est pas notée (Réseau, Prescripteurs).
desk-deliver-no-server = La boîte d'envoi n'est pas réglée (Réseau, Courriels).
desk-deliver-email-words = Le courriel part dans dix minutes : vous pouvez l'annuler jusque-là. Il ne nomme personne. Le fichier est chiffré ; vous donnez le mot de passe par téléphone.
desk-deliver-add = Un autre prescripteur suit aussi la personne
desk-deliver-add-confirm = L'ajouter
desk-done-queued = Le courriel part dans dix minutes.
desk-done-called-back = L'envoi est annulé.
desk-done-retried = L'envoi repart.
desk-done-password-told = C'est noté : le mot de passe est donné.
desk-done-received = C'est noté : la synthèse est reçue.
desk-done-prescriber-added = Ce prescripteur recevra aussi la synthèse.
desk-done-prescriber-removed = Ce prescripteur ne recevra pas la synthèse.
desk-done-mail = L'envoi de courriels est réglé.
desk-leaving = part à { $time }
desk-leaving-cancel = Annuler l'envoi
desk-leaving-cancel-of = Annuler l'envoi : { $name }
desk-leaving-failed = un courriel n'est pas parti
desk-group-leaving = Courriels qui vont partir ({ $n })
desk-delivery-sent = envoyée le { $at }
desk-delivery-paper = remise le { $at }
desk-delivery-received = reçue le { $at }
desk-delivery-cancelled = annulée le { $at }
desk-delivery-unreachable = le serveur ne répond pas
desk-delivery-login = le serveur refuse le mot de passe du service
desk-delivery-recipient = le serveur refuse l'adresse
desk-delivery-message = le serveur refuse le message
desk-outbox = Boîte d'envoi ({ $n })
desk-outbox-line = Pour { $to } : synthèse de { $name }
desk-outbox-password = Mot de passe du fichier, à dire par téléphone : { $password }
desk-outbox-no-phone = Le numéro de téléphone de ce prescripteur n'est pas noté (Réseau, Prescripteurs).
desk-outbox-retry = Réessayer
desk-outbox-give-up = Abandonner
desk-outbox-told = Mot de passe donné
desk-outbox-received = Réception confirmée

## Courriels
desk-tab-mail = Courriels
desk-syntheses-closed = Où en est chaque synthèse. Seul le référent orientation les ouvre.
desk-mail-title = Envoi de courriels
desk-mail-words = La synthèse peut partir par courriel, dans un fichier chiffré. Indiquez le serveur d'envoi de l'association.
desk-mail-none-set = L'envoi de courriels n'est pas réglé
desk-mail-set = Régler l'envoi
desk-mail-change = Modifier
desk-mail-host = Serveur
desk-mail-port = Port
desk-mail-security = Chiffrement
desk-mail-tls = TLS
desk-mail-starttls = STARTTLS
desk-mail-none = Aucun (cet ordinateur seulement)
desk-mail-user = Identifiant
desk-mail-password = Mot de passe
desk-mail-password-kept = Laissez vide pour garder celui qui est enregistré.
desk-mail-authority = Certificat de l'autorité (facultatif)
desk-mail-authority-help = Seulement si l'association a sa propre autorité : collez le texte du fichier .pem.
desk-mail-sender-name = Nom de l'expéditeur
desk-mail-sender = Adresse de l'expéditeur
desk-mail-from = { $name }, { $address }
desk-mail-bad-port = Le port est un nombre de 1 à 65535.
mail-sender-name = La Boussole de l'orientation
desk-back-prescribers = Retour aux prescripteurs
desk-mail-received = Synthèses ({ $n })
desk-mail-nothing = Aucune synthèse ne lui a été adressée.
desk-mail-pending = En cours ({ $n })
desk-mail-referred = Orientation du { $day }
desk-mail-open = Ouvrir { $name }
desk-prescriber-correct = Corriger
desk-prescriber-correct-title = Corriger un prescripteur
desk-done-prescriber-corrected = Prescripteur corrigé.

## Clôture avant le terme
term-stage-closed = Parcours clos
term-closing-stopped-coming = La personne ne vient plus
term-closing-refused = Orientation refusée
term-closing-incomplete = Orientation incomplète
term-closing-other = Autre motif
term-closing-of-step = Parcours clos : { $reason }
term-journal-referral-close = Parcours clos avant son terme
term-journal-referral-reopen = Parcours repris
refusal-closed-early = Ce parcours est clos. Reprenez-le d'abord, dans l'encadré « Orientation ».
refusal-closed-already = Ce parcours est déjà clos.
refusal-at-its-term = Toutes les étapes sont terminées : ce parcours est arrivé à son terme. Écrivez la synthèse.
refusal-not-closed = Ce parcours n'est pas clos.
refusal-handed-over = La synthèse est signée ou remise : le parcours ne se reprend plus. Enregistrez une nouvelle orientation.
desk-close-path = Clore le parcours…
desk-close-title = Clore le parcours avant son terme
desk-close-what = { $name } : { $open ->
    [0] aucune étape ouverte
    [one] { $open } étape ouverte sera retirée
   *[other] { $open } étapes ouvertes seront retirées
}, { $done ->
    [0] aucune étape faite.
    [one] { $done } étape faite. Une synthèse partielle sera possible.
   *[other] { $done } étapes faites. Une synthèse partielle sera possible.
}
desk-close-reason = Motif
desk-close-told = Une lettre à { $who } est écrite, avec ce motif. Aucun résultat ne lui est donné.
desk-close-words = Pourquoi, en quelques mots
desk-close-words-help = Reste dans le dossier : ces mots ne sont jamais envoyés.
desk-close-undo = Les places et les rendez-vous pris pour ces étapes sont libérés. Vous pourrez reprendre le parcours tant qu'aucune synthèse n'est signée.
desk-close-confirm = Clore et écrire la lettre
desk-closed-because = Clos : { $reason }
desk-closed-by = Par { $by } le { $day }
desk-reopen-path = Reprendre le parcours
desk-another-referral = Nouvelle orientation…
desk-next-partial-synthesis = Synthèse partielle
desk-path-closed = Parcours clos
desk-path-closed-words = Aucune étape n'avait été prescrite.
desk-done-path-closed = Le parcours est clos. Le prescripteur est à prévenir.
desk-done-path-reopened = Le parcours reprend. Prévenez le prescripteur si la lettre est partie.
document-partial = Le parcours s'est arrêté le { $day }, avant son terme. Motif : { $reason }. Cette synthèse ne porte que sur les étapes faites.
report-synthesis-partial = Synthèse partielle
report-closed-title = Parcours clos avant son terme
report-closed-reason = Motif :
report-closed-told = Le parcours de cette personne à la Boussole de l'orientation s'arrête avant la fin de sa feuille de route. Cette lettre ne contient aucun résultat.
report-closed-follow-up = Votre accompagnement continue comme avant : la Boussole travaille à côté. Vous pouvez nous adresser une nouvelle orientation quand vous le souhaitez.

## Entretien de diagnostic
term-hindrance-mobility = Mobilité
term-hindrance-childcare = Garde d'enfants
term-hindrance-health = Santé : contraintes
term-hindrance-language = Langue
term-hindrance-digital = Numérique
term-hindrance-housing = Logement
term-hindrance-hours = Horaires
term-journal-interview-begin = Entretien de diagnostic commencé
term-journal-interview-correct = Entretien corrigé
term-journal-interview-sign = Compte rendu d'entretien signé
term-journal-interview-save = Brouillon d'entretien gardé
desk-interview-begin = Commencer
desk-interview-kept = Ce qui est écrit est gardé quand vous fermez. Un entretien dure de 30 à 90 minutes.
desk-interview-elapsed = Commencé il y a { $time } (de 30 à 90 min)
desk-interview-project = État du projet
desk-situation-help = Que s'est-il passé jusqu'ici : emplois, formations, arrêts ? Qu'est-ce qui compte pour la personne aujourd'hui ?
desk-project-words = Le projet, dans ses mots
desk-project-words-help = Qu'aimerait-elle faire ? Qu'a-t-elle déjà essayé ou vérifié ?
desk-needs-help = De quoi a-t-elle besoin pour avancer ? Qu'attend-elle de la Boussole ?
desk-hindrances = Freins
desk-hindrances-help = Qu'est-ce qui peut gêner une formation ou un emploi ? Cochez ce que la personne dit elle-même.
desk-hindrance-words = Contraintes à prendre en compte
desk-hindrance-words-help = Précisez en quelques mots : permis, jours de garde, niveau de français…
desk-hindrance-health-help = Pour la santé : seulement ce qu'il faut aménager (station debout, port de charges, horaires). Jamais un diagnostic.
desk-supports-of = Appuis
desk-supports-of-help = Sur qui et sur quoi peut-elle compter : entourage, réussites, services qui l'accompagnent ?
desk-interview-ends = Évaluations proposées
desk-interview-ends-later = Elles s'affichent quand l'état du projet est choisi.
desk-interview-ends-words = Le programme propose, vous décidez. Ce qui est coché vous attend dans la feuille de route à composer.
desk-interview-of = Entretien : { $name }
desk-interview-back = Revenir au dossier
desk-interview-when = Jour et durée
desk-interview-go-to = Aller à : { $heading }
desk-interview-lacks = Il manque : { $what }. Ce qui est écrit est gardé quand vous fermez.
desk-interview-begun = Entretien commencé
desk-interview-go-on = Reprendre l'entretien
desk-interview-open = Relire, corriger ou signer
desk-interview-recorded = Enregistré, entretien du { $day } par { $by }
desk-interview-stands = La synthèse est commencée : ce compte rendu ne se corrige plus.
desk-interview-unsigned = Le compte rendu n'est pas signé à l'écran. Il peut aussi être imprimé et signé à la main.
desk-interview-signed-on = Signé à l'écran le { $day }. Une correction demande une nouvelle signature.
desk-interview-record-and-sign = Enregistrer et signer
desk-interview-correct = Enregistrer la correction
desk-interview-sign = Signer à l'écran
desk-interview-sign-meaning = Votre signature dit que ce compte rendu a été relu ensemble. Elle n'engage à rien d'autre.
desk-suggestions-all = Tout prendre
desk-suggestions-none = Rien
desk-suggestion-line = { $why } ({ $time })
desk-done-interview-corrected = Entretien corrigé. L'ancien compte rendu est conservé.
desk-done-interview-signed = Compte rendu signé
desk-interview-print = Compte rendu (PDF)
desk-project-is = Projet : { $words }
desk-hindrances-are = À prendre en compte : { $words }
desk-supports-are = Appuis : { $words }
report-interview-title = Compte rendu d'entretien
report-interview-file = Compte rendu d'entretien, { $name }
report-interview-when = Entretien de diagnostic
report-interview-day = { $day }, { $time }
report-interview-situation = Votre situation
report-interview-project = Votre projet
report-interview-needs = Vos besoins
report-interview-hindrances = Contraintes à prendre en compte
report-interview-supports = Vos appuis
report-interview-steps = Évaluations proposées
report-interview-steps-words = Rien n'est décidé encore : vous choisissez avec votre conseiller.
report-interview-prescribed = Étapes de la feuille de route
report-interview-prescribed-words = Choisies ensemble. Votre conseiller peut les changer avec vous.
report-interview-meaning = La signature atteste que ce compte rendu a été relu ensemble. Un exemplaire est pour la personne, l'autre reste dans son dossier.
report-interview-step = { $title } :

## Composer
desk-asks-reading = Lecture : { $level }
desk-asks-voice = tout peut être lu à voix haute
desk-asks-voice-instructions = seules les consignes sont lues à voix haute
desk-asks-no-voice = rien n'est lu à voix haute
desk-asks-sight = demande de voir des images
desk-asks-gestures = demande des gestes précis
desk-asks-quiet = demande du calme
desk-effort = Environ { $time }, à répartir sur { $n ->
    [one] { $n } demi-journée
   *[other] { $n } demi-journées
} ({ $limit } d'évaluations au plus dans chacune).
desk-effort-with = { $effort } Étapes déjà ouvertes comprises.
desk-carry = Déplacer : { $title }
desk-print-roadmap = Imprimer la feuille de route

# Ce qui rendrait une phrase plus facile à lire
advice-long-sentence = Phrase longue : { $words } mots. Coupez-la en deux.
advice-double-negation = Deux négations. Dites ce qui est, plutôt que ce qui n'est pas.
advice-percent = Un pourcentage. Dites « la moitié », « un sur trois ».
advice-decimal = { $number } : arrondissez, ou dites-le en mots.
advice-acronym = { $word } : écrivez les mots en entier.
