# The library of assessments: the words of its states, the desk's screen, the spreadsheet, the preview.

term-edition-pilot = Pilote
term-edition-active = Active
term-edition-retired = Retirée
term-origin-program = Fournie avec le programme
term-origin-folder = Dossier evaluations
term-origin-installed = Installée
term-definition-draft = brouillon
term-definition-pilot = pilote
term-definition-valid = validée
term-definition-retired = retirée
term-reading-picture = Images
term-reading-easy = Facile à lire (FALC)
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

# Spreadsheets.
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

# Trying a definition.
preview-name = Aperçu
preview-ribbon = Aperçu : les réponses ne sont pas gardées (Échap pour quitter)

# The command line.
assessment-line = { $mark } { $id } { $version } – { $state }, { $origin }, { $sittings ->
    [0] aucune passation
    [one] 1 passation
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
