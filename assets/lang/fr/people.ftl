# People: identity, likeness, priority publics, files of referrals.

term-gender-woman = Femme
term-gender-man = Homme
term-gender-non-binary = Non binaire
term-gender-untold = Non dit
term-need-read-aloud = Lecture à voix haute
term-need-large-print = Grands caractères
term-need-glasses = Lunettes ou loupe
term-need-interpreter = Interprète
term-need-interpreter-of = Interprète ({ $language })
term-need-sign-language = Langue des signes
term-need-step-free = Accès de plain-pied, fauteuil
term-need-quiet-place = Lieu calme
term-need-breaks = Pauses
term-need-companion = Accompagnant
term-contact-both = Joignable par téléphone et par courriel
term-contact-phone = Joignable par téléphone
term-contact-email = Joignable par courriel
term-contact-nothing = Ni téléphone ni courriel
term-alike-same-name = même nom
term-alike-other-order = même nom dans un autre ordre
term-alike-near-name = nom presque identique
term-alike-part = l'un des noms est contenu dans l'autre
term-alike-first-name = même prénom
term-alike-birth = même date de naissance
term-alike-exchanged = jour et mois inversés
term-alike-near-birth = un chiffre de la date diffère
term-alike-phone = même téléphone
term-alike-email = même courriel
term-validity-months = valable { $n } mois après sa date
term-validity-written = valable jusqu'à la date écrite dessus
term-validity-lasting = valable sans limite
term-proof-valid-until = Valable jusqu'au { $day }
term-proof-valid = Valable
term-proof-ends-soon = Expire bientôt, le { $day }
term-proof-ended = Expirée depuis le { $day }
term-field-file-number = Numéro de dossier
term-field-last-name = Nom
term-field-first-name = Prénom
term-field-full-name = NOM et prénom ensemble
term-field-birth-date = Date de naissance
term-field-gender = Genre
term-field-phone = Téléphone
term-field-email = Courriel
term-field-post-code = Code postal
term-field-commune = Commune
term-field-insee-code = Code INSEE
term-field-prescriber = Prescripteur
term-field-prescriber-email = Courriel du prescripteur
term-field-site = Antenne
term-field-received = Orienté le
term-field-question = Question d'orientation
term-note-serial = date relue depuis un nombre de tableur
term-note-short-year = année à deux chiffres complétée
term-note-american = mois écrit avant le jour, à vérifier
term-note-phone-zero = zéro du téléphone rétabli
term-note-post-code-zero = zéro du code postal rétabli
term-note-commune = commune hors liste ou à préciser
term-note-received-today = date d'orientation absente : celle du jour
term-note-question = question absente : à compléter
term-fault-missing = manque
term-fault-not-a-date = n'est pas une date
term-fault-future = est dans le futur
term-fault-age = donne un âge hors de 16 à 75 ans
term-fault-not-a-name = n'est pas un nom
term-fault-name-not-split = ne dit pas quelle partie est le nom : écrivez-le en capitales
term-fault-not-an-address = n'est pas une adresse
term-fault-not-a-gender = n'est pas un genre connu
term-fault-number = est le numéro du dossier d'une autre personne

term-journal-merge = Dossiers réunis
term-journal-merged-away = Dossier réuni avec un autre
term-journal-undo-merge = Réunion de dossiers défaite
term-journal-tell-apart = Déclarée différente d'une personne qui lui ressemble
term-journal-proof-record = Pièce justificative vue
term-journal-proof-remove = Pièce justificative retirée
term-journal-import = Fichier d'orientations importé
term-journal-export = Liste exportée
term-journal-write-left = Lignes non importées écrites
term-journal-save-map = Correspondance de colonnes gardée

refusal-phone = Ce numéro de téléphone n'est pas utilisable. Écrivez des chiffres seulement.
refusal-looks-like = { $n ->
    [one] Cette personne ressemble à quelqu'un qui a déjà un dossier.
   *[other] Cette personne ressemble à { $n } personnes qui ont déjà un dossier.
 }
refusal-merge-same-session = Les deux dossiers ont une place dans la même séance, le { $day } : retirez l'une des deux.
refusal-merge-two-visits = Les deux dossiers ont un code aujourd'hui : réunissez-les demain.
refusal-merge-same-activity = Les deux dossiers ont la même activité à faire : retirez-la d'abord du parcours de l'un des deux.
refusal-proof-future = La pièce est datée d'après aujourd'hui.
refusal-proof-no-end = Indiquez la date de fin écrite sur la pièce.
refusal-proof-ends-before = La pièce finit avant d'avoir commencé.
refusal-proof-no-criterion = Ce critère n'est plus dans la liste.
refusal-table-no-file = Ce fichier n'existe pas. Vérifiez le chemin.
refusal-table-unreadable = Ce fichier ne peut pas être lu.
refusal-table-too-large = Ce fichier est trop grand.
refusal-table-not-a-table = Ce fichier n'est ni un CSV ni un classeur XLSX.
refusal-table-no-row = Ce fichier n'a aucune ligne sous ses titres.
refusal-table-columns = Indiquez les colonnes du nom, du prénom et de la date de naissance.
refusal-table-changed = Le fichier a changé depuis la vérification. Vérifiez-le de nouveau.
refusal-table-nothing = Rien n'est à importer dans ce fichier.
refusal-table-no-name = Donnez un nom à cette correspondance.

import-column-line = Ligne
import-column-reason = Motif
import-fault = { $column } « { $value } » { $why }.
import-left-alike = Ressemble à quelqu'un : à décider.
import-left-prescriber = Prescripteur inconnu : { $name }.
import-question-to-ask = Question à préciser avec le prescripteur.
export-sheet = Participants
demo-language = turc ou roumain

# The desk: the list, the form, duplicates.
desk-import = Importer
desk-export = Exporter…
desk-duplicates-count = Doublons possibles ({ $n })
desk-filter-any-stage = Tous
desk-filter-any-prescriber = Tous
desk-filter-any-site = Toutes
desk-stage-underway = Parcours en cours
desk-column-site = Antenne
desk-form-identity = Identité
desk-form-availability = Disponibilités
desk-accommodations = Aménagements
desk-accommodations-words = Ce qui doit être prêt avant la venue de la personne. L'animateur le lit sur sa fiche de séance.
desk-gender = Genre
desk-commune = Commune
desk-commune-hint = nom ou code postal
desk-commune-listed = Commune reconnue.
desk-commune-outside = Hors liste : le nom est gardé tel quel.
desk-commune-unknown = Commune non renseignée
desk-commune-not-listed = { $name } (hors liste)
desk-commune-within = { $name } ({ $present })
desk-commune-line = { $name }, { $codes }
desk-interpreter-language = Langue de l'interprète
desk-alike-words = { $n ->
    [one] { $name } ressemble à une personne qui a déjà un dossier.
   *[other] { $name } ressemble à { $n } personnes qui ont déjà un dossier.
 }
desk-alike-homonym-words = Deux personnes peuvent porter le même nom et être nées le même jour. La réponse est gardée : la question ne sera plus posée.
desk-alike-another = C'est une autre personne
desk-alike-back = Revenir à la fiche
desk-alike-reach = { $phone } · { $commune }
desk-open-this-file = Ouvrir ce dossier
desk-open-numbered = Ouvrir le dossier de { $name }, n° { $number }
desk-born-on = Naissance : { $day }
desk-file-number = Dossier n° { $number }
desk-file-number-short = Dossier n°
desk-duplicates-title = Doublons possibles
desk-duplicates-words = Ces dossiers se ressemblent. Comparez-les avant de décider : rien n'est réuni sans vous.
desk-duplicates-none = Aucun doublon
desk-duplicates-none-words = Aucun dossier ne ressemble à un autre.
desk-compare-files = Comparer…
desk-two-people = Deux personnes différentes
desk-pair-action = { $words } : { $one } et { $other }
desk-merge-files-title = Réunir deux dossiers
desk-merge-files-words = Choisissez ce que dira le dossier gardé. L'autre dossier disparaît des listes.
desk-merge-kept = Dossier gardé
desk-merge-absorbed = Dossier réuni
desk-merge-turn = Garder l'autre dossier
desk-merge-value = { $field } : { $value }
desk-merge-files-moves = Orientations, feuilles de route, résultats, rendez-vous, accords, pièces et observations vont dans le dossier gardé. « Défaire la réunion » remet tout à sa place.
desk-merge-files-confirm = Réunir les dossiers
desk-merged-with = Réuni avec le dossier n° { $number } ({ $name })
desk-merged-by = Par { $by } le { $day }
desk-undo-merge = Défaire la réunion
desk-undo-merge-of = Défaire la réunion avec le dossier n° { $number } ({ $name })
desk-half-days-short = Demi-journées
desk-half-days-count = { $n ->
    [one] { $n } demi-journée
   *[other] { $n } demi-journées
 }
desk-who-they-are = Identité et coordonnées
desk-done-told-apart = C'est noté : ce sont deux personnes.
desk-done-files-merged = Les dossiers sont réunis.
desk-done-merge-undone = Les dossiers sont de nouveau séparés.
desk-done-proof = La pièce est notée.
desk-done-proof-removed = La pièce est retirée.
desk-done-map = La correspondance est gardée.

# The desk: priority publics and agreements.
desk-proofs = Publics prioritaires
desk-proofs-none = Aucune pièce vue.
desk-proofs-hidden = { $n ->
    [one] Une pièce est réservée au référent orientation.
   *[other] { $n } pièces sont réservées au référent orientation.
 }
desk-proof-add = Noter une pièce…
desk-proof-title = Noter une pièce justificative
desk-proof-words = Notez la pièce que vous avez vue. Elle n'est ni copiée ni gardée.
desk-proof-criterion = Ce qu'elle montre
desk-proof-document = Pièce
desk-proof-validity = Validité
desk-proof-dated = Datée du
desk-proof-until = Valable jusqu'au
desk-proof-source = Liste { $version }. Source : { $source }
desk-proof-confirm = Noter la pièce
desk-proof-line = { $document }, datée du { $day }
desk-proof-checked = Vue par { $by } le { $day }
desk-proof-sensitive = Visible du référent orientation seulement
desk-proof-remove = Retirer la pièce : { $criterion }
desk-proofs-ending = Pièces à redemander
desk-consents-before = Réponses précédentes ({ $n })
desk-consent-before = { $subject } : { $decision }
desk-consent-read = Lire le texte
desk-consent-action = { $words } : { $subject }
desk-consent-version = Texte de la version { $version }
desk-consent-no-text = Le texte de cette version n'est plus connu.
desk-withdraw = Retirer l'accord…
desk-withdraw-title = Retirer l'accord
desk-withdraw-words = La personne change d'avis : son refus est noté aujourd'hui. Son accord d'avant reste dans l'historique.
desk-withdraw-confirm = Retirer l'accord

# The desk: files.
desk-import-title = Importer des orientations
desk-import-words = Donnez le fichier d'un prescripteur, en CSV ou en XLSX. Il est d'abord vérifié ligne par ligne : rien n'est écrit avant « Importer ».
desk-import-path = Fichier
desk-import-path-help = Déposez le fichier sur la fenêtre, choisissez-le dans la liste, ou collez son chemin.
desk-import-look = Vérifier le fichier
desk-import-confirm = { $n ->
    [0] Importer
    [one] Importer 1 ligne
   *[other] Importer { $n } lignes
 }
desk-import-write-left = { $n ->
    [one] Écrire la ligne laissée
   *[other] Écrire les { $n } lignes laissées
 }
desk-import-done = Import terminé. Personnes : { $people }. Orientations : { $referrals }. Prescripteurs : { $prescribers }. Dossiers mis à jour : { $updates }.
desk-import-columns = Colonnes du fichier
desk-import-lacks = Indiquez où sont le nom, le prénom et la date de naissance.
desk-import-map = Correspondance
desk-import-guessed = Devinée d'après les titres
desk-import-unused = Ne pas reprendre
desk-import-untitled = Colonne { $n }
desk-import-example = Exemple : { $example }
desk-import-keep-words = Gardez ces choix sous un nom pour le prochain fichier du même modèle.
desk-import-map-name = Nom de la correspondance
desk-import-keep = Garder
desk-import-prescribers = Prescripteurs inconnus
desk-import-prescribers-words = Dites qui ils sont, ou créez-les avec l'import.
desk-import-create-in = Créer, à { $site }
desk-import-decide-later = Ne pas importer ses lignes
desk-import-n-rows = { $n ->
    [one] { $n } ligne
   *[other] { $n } lignes
 }
desk-import-n-imported = À importer : { $n }
desk-import-n-there = Déjà là : { $n }
desk-import-n-left = Laissées : { $n }
desk-import-all-rows = Toutes
desk-import-only-left = Laissées
desk-import-line = Ligne
desk-import-verdict = Ce qui sera fait
desk-import-row = Ligne { $line } : { $name }
desk-import-note = { $column } : { $note }
desk-import-same = C'est cette personne
desk-import-same-as = C'est { $name }, dossier n° { $number }
desk-import-undo-choice = Revenir sur ce choix
desk-verdict-new = Nouvelle personne, orientée
desk-verdict-new-alone = Nouvelle personne
desk-verdict-known = Nouvelle orientation
desk-verdict-known-of = Nouvelle orientation de { $name }, qui a déjà un dossier.
desk-verdict-same-line = Même personne qu'à la ligne { $line }
desk-verdict-there = Déjà là
desk-verdict-differs = Déjà là, différent
desk-verdict-updates = Dossier à mettre à jour
desk-import-difference = { $field } différent : « { $file } » dans le fichier, « { $recorded } » dans le dossier.
desk-import-difference-blank = { $field } : « { $file } » dans le fichier, rien dans le dossier.
desk-import-keeps = L'import ne change pas un dossier connu, sauf si vous le demandez.
desk-import-updates = L'import reprendra ces données dans le dossier.
desk-import-take-file = Reprendre ces données
desk-import-keep-file = Garder le dossier tel quel
desk-verdict-alike = Ressemble à quelqu'un
desk-verdict-prescriber = Prescripteur inconnu
desk-verdict-refused = Refusée
desk-export-title = Exporter la liste
desk-export-everybody = Le fichier contiendra tous les participants.
desk-export-found = Le fichier contiendra les participants trouvés par la recherche et les filtres en cours.
desk-export-format = Format
desk-export-xlsx = Classeur XLSX
desk-export-csv = CSV
desk-export-map = Titres des colonnes
desk-export-own-titles = Ceux du programme
desk-export-care = Ce fichier porte des noms. Rangez-le dans un lieu protégé, et effacez-le quand il a servi. L'export est noté au journal.
desk-export-confirm = Exporter

# Referrals as chapters, what is corrected, the postal address, half-days that were asked for.
refusal-referral-interviewed = L'entretien est enregistré : cette orientation ne se corrige plus.
refusal-referral-over = Ce parcours est terminé.
refusal-on-another-path = Cette activité est déjà à faire sur un autre parcours de la personne.
desk-referral-correct = Corriger…
desk-referral-correct-title = Corriger l'orientation
desk-referral-new-prescriber = Nouveau prescripteur…
desk-referral-open = Un parcours est déjà ouvert, à la demande de { $name }.
desk-referral-becomes = Cette orientation devient
desk-referral-becomes-path = Un parcours à part
desk-referral-becomes-copy = Une copie de la synthèse
desk-referral-path-words = Un second parcours s'ouvre, avec son entretien et sa synthèse. Le premier reste dans le dossier et se reprend à tout moment.
desk-referral-copy-words = Le parcours demandé par { $name } continue seul. Ce prescripteur recevra lui aussi la synthèse.
desk-question-to-complete = Question à compléter
desk-question-complete = Compléter la question…
desk-chapters = Orientations de la personne : { $n }
desk-chapters-words = Chaque orientation a son parcours. Le dossier montre celui qui est en main.
desk-chapter-on-hand = En main
desk-chapter-interviewed = Entretien le { $day }
desk-chapter-take = Prendre ce parcours en main
desk-done-in-hand = Ce parcours est en main.
desk-done-referral-corrected = L'orientation est corrigée.
desk-done-half-days = Les demi-journées sont notées.
desk-waits-question-count = Questions d'orientation à compléter : { $n }
desk-waits-since-by = { $since }, orientation de { $name }
desk-prescriber-and-others = { $name } et { $n ->
    [one] { $n } autre
   *[other] { $n } autres
  }
desk-address = Adresse postale
desk-address-help = Numéro et rue. Si la commune a plusieurs codes postaux, ajoutez « , 59140 Dunkerque » à la suite.
desk-address-missing = à demander
desk-channel-address-missing = { $channel }, adresse à demander
desk-half-days-not-asked = Pas encore demandées
desk-half-days-asked = Demandées
desk-half-days-free = La personne peut venir
desk-half-days-asked-words = Les séances proposées tiennent compte de ces demi-journées.
desk-half-days-not-asked-words = En attendant, la personne compte comme libre toute la semaine.
desk-half-days-pool-not-asked = Demi-journées pas encore demandées
term-journal-referral-correct = Orientation corrigée
term-journal-referral-in-hand = Parcours pris en main
term-journal-half-days = Demi-journées notées
term-journal-undo-import = Import défait

# Files: where they lie, their sheets, and the way back.
refusal-table-no-sheet = Ce classeur n'a pas de feuille de ce nom. Vérifiez-le de nouveau.
refusal-import-added-since = Quelque chose a été ajouté depuis à ces personnes : l'import ne se défait plus.
refusal-import-undone = Cet import est déjà défait.
term-field-address = Adresse postale
term-note-phone-left = ce n'est pas un numéro de téléphone, il n'est pas repris
term-note-email-left = ce n'est pas une adresse e-mail, elle n'est pas reprise
term-note-name-case = écrit en capitales dans le fichier
desk-import-recent = Fichiers récents
desk-import-recent-none = Aucun fichier CSV ou XLSX dans le Bureau, les Téléchargements ni les Documents.
desk-import-recent-line = { $folder }, le { $day } à { $time }, { $size } ko
desk-import-sheet = Feuille du classeur
desk-import-header-line = Les titres sont à la ligne { $line } : ce qui est au-dessus n'est pas repris.
desk-import-near = C'est { $name }
desk-import-near-of = C'est { $name } : { $written }
desk-import-see = Voir les personnes
desk-import-undo = Défaire l'import
desk-done-import-undone = L'import est défait.
desk-filter-import = Personnes du dernier import
desk-filter-import-off = Voir tout le monde
desk-nobody-of-this-name = Aucun dossier à ce nom
