# The library of assessments: the words of its states, the desk's screen, the spreadsheet, the preview.

term-edition-pilot = Pilote
term-edition-active = Active
term-edition-retired = Retirée
term-origin-program = Fournie avec le programme
term-origin-folder = Dossier evaluations
term-origin-installed = Installée
term-origin-program-short = Programme
term-origin-folder-short = Dossier
term-definition-draft = brouillon
term-definition-pilot = pilote
term-definition-valid = validée
term-definition-retired = retirée
term-reading-picture = Images
term-reading-easy = Facile à lire (FALC)
term-reading-easy-short = FALC
term-reading-ordinary = Courant
term-mode-alone = La personne répond seule
term-mode-accompanied = La personne répond avec quelqu'un
term-mode-observation = Un animateur observe
term-mode-measure = Un animateur relève une mesure
term-method-mean = moyenne
term-method-sum = somme
term-method-proportion = part de bonnes réponses
term-method-most-least = le plus et le moins
term-method-rank = rang
term-method-theta = modèle de réponse à l'item
term-method-difference = différence de deux échelles
term-method-unscored = relevé, sans score
term-question-likert = Échelle de réponse
term-question-observation = Observation
term-question-single = Un choix
term-question-multiple = Plusieurs choix
term-question-most-least = Le plus, le moins
term-question-number = Nombre
term-question-order = Ordre
term-question-text = Texte libre
term-question-measure = Mesure
term-question-information = Page à lire
term-question-task = Tâche sur écran simulé
term-question-generated = Item généré

# Spreadsheets.
sheet-template-file = modele-evaluation.xlsx
sheet-place = feuille { $sheet }, case { $cell } ({ $title })
sheet-place-row = feuille { $sheet }, ligne { $row } ({ $title })
sheet-place-nowhere = feuille { $sheet }, rubrique { $title }
problem-no-definition = ce dossier ne contient aucune évaluation : ni evaluation.toml, ni Carte.csv
problem-several-definitions = ce dossier contient { $n } évaluations ; choisissez le dossier d'une seule
problem-not-a-workbook = ce fichier n'est pas un classeur .xlsx lisible ; enregistrez-le au format Excel (.xlsx)
problem-missing-sheet = le classeur n'a pas de feuille « { $name } » ; repartez du modèle
problem-unknown-column = le modèle n'a pas de colonne « { $name } »
problem-unknown-line = le modèle n'a pas de rubrique « { $name } »
problem-cell-no-number = « { $found } » n'est pas un nombre
problem-cell-no-yes-no = écrivez oui ou non, pas « { $found } »
problem-needs-file = une question de type « { $found } » ne s'écrit pas dans un tableur : écrivez-la dans un fichier evaluation.toml

# A pilot that is prescribed beside the active version.
activity-pilot = { $title } (pilote { $version })

# Trying a definition.
preview-name = Aperçu
preview-ribbon = Aperçu (Échap pour quitter)

# The command line.
assessment-line = { $mark } { $id } { $version } – { $state }, { $origin }, { $sittings ->
    [0] aucune passation
    [one] { $sittings } passation
   *[other] { $sittings } passations
 } – { $title }
assessment-installed = { $id } { $version } est installée comme pilote.
assessment-not-installed = Rien n'est installé : corrigez d'abord ces points.
assessment-activated = { $id } { $version } est active.
assessment-retired = { $id } { $version } est retirée ; ses résultats restent lisibles.
assessment-piloted = { $id } { $version } est de nouveau un pilote.
assessment-nobody = Cette base est vide. Ouvrez d'abord le bureau avec la commande boussole, et indiquez qui travaille.
assessment-who-decides = Qui décide ? Ajoutez --by suivi du prénom et du nom entre guillemets. Peuvent décider : { $names }
assessment-output = Le résultat n'a pas pu être écrit.
assessment-already-there = Ce fichier existe déjà : { $path }. Choisissez un autre nom.
assessment-unwritable = Ce fichier ne peut pas être écrit : { $path }
assessment-template-written = Le modèle est écrit : { $path }. Remplacez les exemples, puis lancez boussole check sur ce fichier.

# The desk's screen.
desk-library-title = Évaluations
desk-library-words = Ce que les personnes peuvent passer. Une version active est proposée ; un pilote s'essaie ; une version retirée garde ses résultats.
desk-library-problems = { $n ->
    [one] { $n } point empêche de lire un fichier du dossier evaluations : il est laissé de côté.
   *[other] { $n } points empêchent de lire des fichiers du dossier evaluations : ils sont laissés de côté.
 }
desk-install = Installer…
desk-write-template = Modèle de tableur
desk-write-exercises = Imprimer les exercices
desk-column-assessment = Évaluation
desk-column-version = Version
desk-column-origin = Origine
desk-column-minutes = Durée
desk-column-reading = Lecture
desk-column-sittings = Passations
desk-sensitive = sensible
desk-edition-name = { $title }, version { $version }
desk-back-library = Retour aux évaluations
desk-tab-card = Fiche d'identité
desk-tab-questions = Aperçu ({ $n } questions)
desk-tab-scales = Échelles ({ $n })
desk-activate = Activer…
desk-activate-title = Activer une évaluation
desk-activate-instead = Les personnes qui commencent recevront cette version au lieu de la version { $current }. Qui a commencé continue avec la sienne.
desk-activate-first = Les référents pourront la prescrire, et les personnes la recevront.
desk-activate-waiting = { $n ->
    [one] { $n } personne l'attend sur sa feuille de route.
   *[other] { $n } personnes l'attendent sur leur feuille de route.
 }
desk-activate-confirm = Activer
desk-retire = Retirer…
desk-retire-title = Retirer une évaluation
desk-retire-words = Elle ne sera plus proposée ni prescrite. Qui l'a commencée peut finir, et ses résultats restent lisibles.
desk-retire-confirm = Retirer
desk-back-to-pilot = Remettre en pilote
desk-install-title = Installer une évaluation
desk-install-words = Elle est vérifiée, puis installée comme pilote. Son texte et ses images sont gardés dans la base.
desk-install-path = Dossier, fichier evaluation.toml ou classeur .xlsx
desk-install-path-help = Écrivez le chemin, ou glissez le dossier ou le fichier sur cette fenêtre.
desk-install-confirm = Installer
desk-install-problems = { $n ->
    [one] Rien n'est installé : 1 point à corriger.
   *[other] Rien n'est installé : { $n } points à corriger.
 }
desk-install-remarks = { $n ->
    [one] Installée, avec 1 remarque pour son auteur.
   *[other] Installée, avec { $n } remarques pour son auteur.
 }
desk-done-installed = L'évaluation est installée comme pilote.
desk-done-activated = La version est active.
desk-done-retired = La version est retirée.
desk-done-piloted = La version est de nouveau un pilote.
desk-edition-superseded = Ancienne
desk-edition-draft = C'est un brouillon : il s'essaie, il ne s'active pas. Son auteur le passe à « pilote » dans le fichier.
desk-edition-other = Les personnes reçoivent la version { $version }.
desk-card-title = Fiche d'identité
desk-card-id = Identifiant
desk-card-status = Statut du fichier
desk-card-decided = Décision
desk-card-decided-by = { $by }, le { $day }
desk-card-undecided = Aucune : état de départ
desk-card-origin-from = { $origin }, depuis { $source }
desk-card-sittings = Passations
desk-card-sittings-waiting = { $sittings ->
    [0] aucune
   *[other] { $sittings }
 } ; étapes en attente : { $waiting }
desk-card-mode = Modalité
desk-card-path = Place dans le parcours
desk-card-sensitive = Données sensibles
desk-card-items = Questions
desk-card-n-items = { $items } dans la banque, { $asked } au plus pour une personne
desk-card-scales = Échelles
desk-card-norm = Étalonnage
desk-card-norm-of = { $n } personnes, { $population }
desk-card-no-norm = Pas d'étalonnage : un résultat ne compare personne
desk-card-reliability = Fidélité
desk-card-no-reliability = Aucune étude connue
desk-card-licence = Licence
desk-card-source = Source
desk-card-hash = Empreinte
desk-yes = Oui
desk-no = Non
desk-said-title = Ce qui est dit
desk-said-purpose = Pourquoi
desk-said-start = Au début
desk-said-example = Comment répondre
desk-said-rights = Les droits de la personne
desk-said-end = À la fin
desk-said-warning = En tête du résultat
desk-scale-method = { $method }, { $n ->
    [one] { $n } question
   *[other] { $n } questions
 }
desk-scale-no-band = Pas de bande : cette échelle n'a pas de texte de résultat.
desk-band-bounds = de { $low } à { $high }
desk-band-counsellor = Pour le conseiller : { $words }
desk-question-practice = Pour essayer
desk-question-number = Question { $n }
desk-question-generated = faite par le programme
desk-question-training = entraînement
desk-question-image = Image : { $words }
desk-question-drawn = Figure dessinée par le programme
desk-question-drawn-option = Figure { $id }
desk-question-right = bonne réponse
desk-question-order = Bon ordre : { $words }
desk-question-unit = Unité : { $unit }
desk-question-longest = { $n } signes au plus
desk-question-point = { $value } – { $words }
desk-question-any-number = Un nombre, sans bonne réponse
desk-question-tolerance = Écart accepté : { $gap }
desk-question-dimension = { $words } ({ $dimension })
desk-question-points = { $words } ({ $points })
desk-question-view = Écran « { $title } » : { $words }
desk-question-counted = Compte dans : { $scale }
desk-question-counted-reversed = Compte dans : { $scale } (inversée)
desk-question-seconds = Temps limite : { $n } secondes
desk-question-optional = La passer ne compte pas comme un manque.
desk-question-conditional = Montrée selon une réponse d'avant.
desk-question-correction = Après la réponse : { $words }
