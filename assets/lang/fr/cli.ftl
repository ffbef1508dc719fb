# Texts of: cli

# What is wrong with a definition file, after "fichier:ligne clé – ".
problem-no-such-path = ce fichier ou ce dossier n'existe pas
problem-unreadable = ce fichier ou ce dossier ne peut pas être lu (droits d'accès ?)
problem-too-large = le fichier est trop gros : { $bytes } octets, { $limit } au plus
problem-not-utf8 = ce texte n'est pas en UTF-8 ; enregistrez le fichier avec l'encodage UTF-8
problem-syntax = ce n'est pas écrit comme du TOML : guillemet, crochet ou signe = manquant, accent dans une clé, ou fichier coupé
problem-duplicate-key = cette clé est déjà écrite plus haut
problem-too-deep = trop de tableaux ou de listes les uns dans les autres
problem-unknown-format = format « { $found } » inconnu ; la première ligne est format = "boussole-evaluation/1"
problem-missing-key = cette clé manque
problem-unknown-key = cette clé n'existe pas dans le format
problem-wrong-type = il faut ici { $expected }
problem-expected-text = un texte entre guillemets
problem-expected-number = un nombre
problem-expected-whole-number = un nombre entier
problem-expected-yes-no = true ou false, sans guillemets
problem-expected-list = une liste entre crochets
problem-expected-table = une partie avec ses propres clés
problem-expected-table-list = une suite de parties entre doubles crochets
problem-empty-text = le texte est vide
problem-not-finite = ce n'est pas un nombre fini
problem-out-of-range = le nombre doit être entre { $min } et { $max }
problem-at-least = le nombre doit être { $min } ou plus
problem-not-allowed = « { $found } » n'est pas possible ici ; valeurs possibles : { $allowed }
problem-bad-identifier = « { $found } » ne peut pas servir de nom : ni espace ni accent, voir assessments/README.md
problem-bad-version = « { $found } » n'est pas une version ; il faut trois nombres, par exemple 1.0.0
problem-not-supported = cette partie du format n'est pas encore gérée
problem-misplaced-key = cette clé n'a pas de sens pour ce type d'item ou cette méthode
problem-no-effect = cette clé est acceptée mais n'a pas encore d'effet
problem-unknown-answer-scale = aucune échelle de réponse [[reponses.{ $name }]] dans ce fichier
problem-right-answer-count = il faut exactement une bonne réponse, il y en a { $n }
problem-correct-out-of-bounds = la bonne réponse ne peut pas être saisie : les nombres vont de { $min } à { $max }
problem-reversed-unbounded = l'item { $item } n'a pas d'échelle de réponse bornée : il ne peut pas être inversé
problem-unknown-scale = aucune échelle ne s'appelle « { $name } »
problem-norm-too-small = cette métrique compare à d'autres personnes : il faut un étalonnage d'au moins { $needed } personnes, il y en a { $n }
problem-unknown-section = aucune section ne s'appelle « { $name } »
problem-duplicate-section = la section « { $name } » est écrite deux fois
problem-unknown-item = aucun item ne s'appelle « { $name } »
problem-unknown-view = aucune vue ne s'appelle « { $name } »
problem-too-many-elements = la vue a { $n } éléments, { $limit } au plus tiennent à l'écran
problem-bad-condition = « { $found } » n'est pas une condition ; exemple : SUITE = oui, ou AGE >= 3 et SUITE != non
problem-document-and-image = un item montre un document ou une image, pas les deux
problem-bad-rome = « { $found } » n'est pas un code ROME : une lettre de A à N et quatre chiffres
problem-generator-not-used = l'énoncé et la bonne réponse sont écrits : le générateur n'est pas utilisé
problem-generated-options = le générateur fait lui-même les options et la bonne réponse ; celles écrites ici sont ignorées
problem-generator-type = ce générateur fait un autre type d'item
problem-nearest-radical = le générateur ne connaît pas { $found } : il prend { $used }
problem-unknown-rule = « { $found } » n'est pas une règle de matrice ; exemple : progression:nombre
problem-rules-contradict = ces règles se contredisent ou ne vont pas avec cette taille de matrice
problem-matrix-options = une matrice a 4 ou 8 options, pas { $n }
problem-impossible-recipe = le générateur ne trouve aucun item avec ces radicaux et cette graine
problem-bad-prior = il faut une moyenne et un écart type positif, par exemple [0.0, 1.0]
problem-bad-grid = il faut deux bornes et un nombre de nœuds, par exemple [-6.0, 6.0, 61]
problem-shares-total = les parts doivent faire 1 ; ici { $total }
problem-stop-order = min_items ({ $min }) est plus grand que max_items ({ $max })
problem-area-too-small = le domaine « { $area } » a { $n ->
    [one] { $n } item
   *[other] { $n } items
} ; il en faut au moins { $needed }
problem-image-without-alt = une image a toujours un texte qui la décrit (alt)
problem-path-outside = ce chemin sort du dossier de l'évaluation
problem-missing-file = le dossier ne contient pas le fichier { $path }
problem-no-permission = cette licence demande un fichier autorisation.pdf, .md ou .txt dans le dossier
problem-norm-table-row = une ligne de la table est une note brute et un rang centile de 0 à 100
problem-norm-table-order = les lignes de la table vont en montant
problem-norm-without-deviation = cette métrique demande la moyenne et l'écart type de l'étalonnage
problem-norm-provisional = étalonnage provisoire : { $n } personnes, { $needed } pour un étalonnage
problem-mixed-metrics = toutes les bandes d'une échelle ont la même métrique
problem-metric-of-method = la métrique theta va avec la méthode irt, et avec elle seule
problem-empty-band = le min de la bande n'est pas plus petit que son max
problem-title-too-long = le titre a { $n } signes, { $limit } au plus
problem-brand-word = « { $word } » est une marque de test
problem-folder-name = l'identifiant n'est pas le nom du dossier « { $folder } »
problem-version-reused = un autre texte porte déjà la version { $version } ; augmentez la version
problem-long-sentence = phrase longue : { $words } mots, { $limit } se lisent facilement
problem-long-statement = énoncé long : { $n } signes, { $limit } se lisent facilement
problem-long-option = option longue : { $n } signes, { $limit } se lisent facilement
problem-long-document = document long : { $n } lignes, { $limit } se lisent facilement
problem-does-not-fit = ce texte est trop long : la question ne tiendrait pas sur l'écran
problem-negation = l'énoncé est une négation ; dites l'autre pôle
problem-double-question = deux questions dans un énoncé
problem-acronym = « { $word } » est un sigle ou un mot en capitales
problem-no-item = il n'y a aucun item
problem-duplicate-item = l'item { $item } est écrit deux fois
problem-point-count = l'échelle de réponse « { $item } » a { $n } points ; il en faut de 2 à 7
problem-duplicate-point = l'échelle de réponse « { $item } » a deux fois la valeur { $value }
problem-option-count = l'item { $item } a { $n ->
    [one] { $n } option
   *[other] { $n } options
} ; il en faut de 2 à { $most }
problem-duplicate-option = l'item { $item } a deux fois l'option « { $option } »
problem-correct-is-no-option = la bonne réponse « { $option } » n'est pas une option de l'item { $item }
problem-correct-is-no-order = le bon ordre de l'item { $item } doit citer chaque option une fois
problem-no-dimension = l'option « { $option } » de l'item { $item } n'a pas de dimension
problem-duplicate-dimension = deux options de l'item { $item } ont la dimension « { $dimension } »
problem-unbalanced-dimension = la dimension « { $dimension } » est dans { $n } blocs, les autres dans { $usual } : elle ne pourrait pas être choisie aussi souvent
problem-incomplete-points = certaines options de l'item { $item } ont des points et d'autres non
problem-duplicate-element = « { $name } » est écrit deux fois dans les vues de l'item { $item }
problem-unknown-element = la réussite de l'item { $item } cite « { $name } », qui n'est dans aucune vue
problem-goal-at-start = l'item { $item } serait réussi sans rien faire
problem-section-order = l'item { $item } n'est pas avec les items de sa section, ou n'a pas de section
problem-late-condition = l'item { $item } dépend de « { $named } », qui ne vient pas avant lui
problem-training-keyed = l'échelle « { $scale } » compte l'item { $item }, qui est un entraînement
problem-difference-mismatch = l'échelle « { $scale } » compare deux autres échelles : même méthode, mêmes bornes
problem-bands-without-score = l'échelle « { $scale } » n'a pas de score : elle ne peut pas avoir de bandes
problem-metric-without-norm = les bandes de l'échelle « { $scale } » demandent un étalonnage
problem-no-model = l'item { $item } n'a pas de paramètres irt ou pas de bonne réponse : une banque adaptative les demande
problem-unknown-area = l'item { $item } est du domaine « { $area } », qui n'a pas de part dans equilibre
problem-model = les paramètres irt d'un item, ou la grille, sont impossibles
problem-empty-bounds = le min de l'item { $item } n'est pas plus petit que son max
problem-duplicate-scale = l'échelle « { $scale } » est écrite deux fois
problem-no-key = l'échelle « { $scale } » n'a aucun item
problem-unknown-item-key = l'échelle « { $scale } » cite un item qui n'existe pas : { $item }
problem-duplicate-item-key = l'échelle « { $scale } » cite deux fois l'item { $item }
problem-method-mismatch = l'item { $item } ne peut pas être compté par la méthode de l'échelle « { $scale } »
problem-minimum-answered = la part minimale de réponses est plus grande que 0 et au plus 1 ; ici { $share }
problem-bounds-mismatch = les bornes { $min } et { $max } ne sont pas celles des items de l'échelle « { $scale } »
problem-band-gap = les bandes de l'échelle « { $scale } » laissent un trou ou se recouvrent à { $at }
problem-band-cover = les bandes ne couvrent pas toute l'échelle « { $scale } »
problem-unknown-pair = la paire cite un item qui n'existe pas : { $item }

# boussole check
check-warning = attention, { $reason }
check-total = { $files ->
    [one] { $files } fichier
   *[other] { $files } fichiers
}, { $errors ->
    [one] { $errors } erreur
   *[other] { $errors } erreurs
}, { $warnings ->
    [one] { $warnings } remarque
   *[other] { $warnings } remarques
}
check-nothing = aucun fichier .toml ici

# boussole demo
demo-start = Une quinzaine fictive à la Boussole commence…
demo-intake = Accueil : { $participants } personnes orientées par leurs prescripteurs.
demo-interviews = Entretiens de diagnostic faits, feuilles de route composées.
demo-opened = Séance ouverte : { $workshop }, { $day }, { $seats } personnes.
demo-day = { $day } : { $sittings ->
    [0] aucune évaluation terminée
    [one] une évaluation terminée
   *[other] { $sittings } évaluations terminées
}{ $deliveries ->
    [0] {""}
    [one] , une synthèse remise
   *[other] , { $deliveries } synthèses remises
}
demo-total-people = { $participants } participants, { $sittings } évaluations terminées, { $answers } réponses enregistrées une par une.
demo-session = { $workshop } : séance du { $date }, { $seats ->
    [one] une personne
   *[other] { $seats } personnes
}
demo-no-session = { $workshop } : pas encore de séance. { $reason }
demo-total-paths = { $roadmaps } feuilles de route terminées, { $syntheses } synthèses écrites, { $deliveries } remises aux prescripteurs.
demo-where = Tout est dans le dossier
demo-open-with = Pour ouvrir le bureau sur cette base :
demo-opening = Le bureau s'ouvre. Code du personnel de la démonstration : { $code }
new-base-already-there = Ce dossier contient déjà une base : rien n'a été touché. Pour la rouvrir :
new-base-folder = Le dossier { $path } ne peut pas être créé. Choisissez-en un autre avec --dir.
demo-output = Le résumé n'a pas pu être écrit. Vérifiez la place sur le disque.
demo-script = La démonstration n'a pas pu continuer ({ $what }).
demo-notice = Vos réponses servent à parler de votre projet avec votre conseiller. Vous pouvez arrêter quand vous voulez.
demo-situation = Sans emploi depuis plus d'un an, motivée pour avancer. A travaillé dans plusieurs domaines, souvent en contrats courts.
demo-observation = Écoute les consignes, pose une question quand il faut, aide une autre personne du groupe.
demo-reason-traits = Pour mettre des mots sur ses points forts avant de parler de métiers.
demo-reason-style = Pour savoir comment cette personne travaille avec les autres.
demo-reason-skills = Pour choisir une formation à son niveau.
demo-reason-interests = Pour trouver ce qui attire cette personne.
demo-reason-conditions = Pour savoir quelles conditions de travail elle accepte.
demo-reason-values = Pour savoir ce qui compte le plus pour elle.
demo-reason-strain = Pour repérer les conditions de travail à rechercher et à éviter.
demo-reason-economy = Pour découvrir les secteurs qui recrutent près de chez elle.
demo-reason-fitness = Pour connaître ses points forts physiques avant un métier debout.
demo-reason-job = Pour comparer le métier visé aux offres d'ici.
demo-reason-sector = Pour confronter le projet à la réalité du métier.
demo-reading = Les résultats, l'entretien et les ateliers vont dans le même sens.
demo-strength = Vous venez aux rendez-vous et vous posez des questions.
demo-lead-why = Par exemple : { $job }.
demo-lead-to-check = les horaires et le trajet, pendant une immersion de deux semaines.
demo-who-one = la personne et son prescripteur
demo-when-one = avant le 31 janvier
demo-who-two = la personne
demo-when-two = dès la semaine prochaine
demo-station = Bureau du référent
demo-person-says = Oui, cela me ressemble. On me le dit souvent dans mon entourage.
demo-lead-two = Préparer une remise à niveau avant une formation
demo-evidence-two = Évaluations à la borne ({ $second }) et observation en atelier.
demo-recommendation-one = Prendre rendez-vous avec le conseiller pour choisir l'entreprise d'immersion.
demo-recommendation-two = Garder un rythme : deux demi-journées par semaine d'atelier ou de formation.

# The program itself
main-no-data-folder = Le dossier de données de l'ordinateur est introuvable. Indiquez une base avec --base FICHIER.
main-no-ui = Ce programme a été construit sans fenêtre. Utilisez une autre commande, ou installez la version complète.
main-folder = Ce dossier ne peut pas être créé :
# boussole study : commandes
study-about-reliability = Fidélité des échelles (alpha, oméga, erreur de mesure), en JSON
study-about-theta = Niveau de chaque personne d'après une banque calibrée, en CSV
study-about-adaptive = Tests adaptatifs rejoués sur des réponses connues d'avance, en CSV
study-about-dif = Équité des items entre deux groupes, en CSV
study-about-quality = Qualité des réponses de chaque personne, en CSV
study-about-norms = Table d'étalonnage : z, T, sten, stanine, rang percentile, en CSV
# boussole study : options
study-help-data = Réponses : un fichier CSV avec en-tête, une ligne par personne, vide si manquant
study-help-keys = Clés : {"{"}"échelle": ["A1", "-A2"]{"}"}, le tiret inverse l'item
study-help-missing = Réponses manquantes : personnes complètes sur l'échelle, ou paires d'items
study-help-answer-range = Plus petite et plus grande réponse possibles, nécessaires si une clé est inversée
study-help-bank = Banque d'items : item,a,b,c,d
study-help-estimator = Estimateur du niveau
study-help-nodes = Nombre de points de la grille
study-help-grid-range = Bornes de la grille
study-help-responses = Réponses connues : une ligne de 0 et de 1 par personne
study-help-se = Erreur type à laquelle le test s'arrête
study-help-max = Nombre d'items auquel le test s'arrête
study-help-trace = Fichier du déroulement ; sans lui, la sortie standard
study-help-group = Colonne du groupe ; la première valeur est la référence
study-help-item = Item à comparer, option répétable ; sans elle, toutes les autres colonnes
study-help-column = Colonne de notes brutes à étalonner
# boussole study : refus
study-output-unwritable = Le résultat ne peut pas être écrit.
study-file-unwritable = { $path } ne peut pas être écrit.
study-file-unreadable = { $path } ne peut pas être lu.
study-file-not-a-table = { $path }, ligne { $line } : ce n'est pas une ligne du tableau.
study-file-no-header = { $path } n'a pas d'en-tête.
study-file-no-column = { $path } n'a pas de colonne « { $column } ».
study-file-repeated-column = { $path } a plusieurs colonnes « { $column } ».
study-file-not-a-number = { $path }, ligne { $line }, colonne « { $column } » : ce n'est pas un nombre.
study-file-impossible-item = { $path }, ligne { $line } : paramètres d'item impossibles.
study-file-answer-count = { $path }, ligne { $line } : { $have } réponses pour { $need } items.
study-file-neither-right-nor-wrong = { $path }, ligne { $line } : une réponse n'est ni 0 ni 1.
study-file-not-keys = { $path } n'est pas un fichier de clés.
study-file-empty-scale = { $path } : l'échelle « { $scale } » n'a pas d'item.
study-file-repeated-item = { $path } : l'échelle « { $scale } » nomme deux fois l'item « { $item } ».
study-file-repeated-bank-item = { $path }, ligne { $line } : l'item « { $item } » est déjà plus haut.
study-range-needed = L'échelle « { $scale } » inverse l'item « { $item } » : indiquez --range MIN MAX.
study-range-impossible = L'étendue de { $min } à { $max } est impossible.
study-outside-range = Une réponse à l'item « { $item } » sort de l'étendue indiquée.
study-no-such-item = Les données n'ont pas d'item « { $item } ».
study-neither-right-nor-wrong = Personne { $person }, item « { $item } » : la réponse n'est ni 0 ni 1.
study-not-two-groups = Il faut deux groupes ; la colonne en contient { $n }.
study-not-a-grid = Ces points et ces bornes ne font pas une grille.
study-too-few-items = Il faut au moins deux items.
study-empty-group = Un groupe n'a personne avec toutes ses réponses.
study-too-few-people = Il faut au moins deux personnes avec une note.
study-no-spread = Tout le monde a la même note : il n'y a pas d'étalonnage.
study-answers-unusable = Ces réponses ne permettent pas le calcul demandé.

# boussole items
items-help-assessment = Nom d'une évaluation du programme, ou son fichier, ou son dossier
items-help-seed = Graine d'une passation : ses items, là où chaque passation a les siens ; sans elle, la forme de référence
items-help-paper = Écrit les exercices dans un PDF à imprimer, avec une page de réponses, au lieu du tableau
items-paper-written = Les exercices sont écrits : { $path }. La dernière page a les réponses : gardez-la.
items-nothing-for-paper = Rien à imprimer : toutes les questions de cette évaluation ont besoin de l'écran.
items-impossible = L'item { $item } ne peut pas être fait avec cette graine. Pour voir pourquoi : boussole check

# boussole score
score-help-assessment = Nom d'une évaluation du programme, ou son fichier, ou son dossier
score-help-responses = Réponses : une ligne par personne, une colonne par item, vide si la réponse manque, nsp pour « Je ne sais pas »
score-help-out = Fichier à écrire : une colonne par échelle, avec son erreur (_se) et le nombre de réponses (_n)
score-unknown-assessment = Aucune évaluation ne s'appelle « { $name } », et ce n'est pas un fichier. Exemples : grands-traits, lire-compter.
score-definition = L'évaluation { $path } a { $problems ->
    [one] une erreur
   *[other] { $problems } erreurs
}. Pour les voir : boussole check { $path }
score-answer = { $path }, ligne { $line } : l'item { $item } n'accepte pas cette réponse. Rien n'a été écrit.

# The command line itself
args-no-such-command = La commande « { $name } » n'existe pas.
args-no-such-option = L'option « { $name } » n'existe pas ici.
args-bad-value = La valeur « { $value } » ne convient pas pour { $name }.
args-bad-choice = La valeur « { $value } » ne convient pas pour { $name }. Au choix : { $choices }.
args-no-value = Il manque la valeur de { $name }.
args-value-count = { $name } attend { $need } valeurs.
args-twice = { $name } est donné deux fois.
args-conflict = { $first } et { $second } ne vont pas ensemble.
args-missing = Il manque : { $names }
args-unreadable = Cette ligne de commande est incomplète ou mal écrite.
args-see-help = Pour voir les commandes et leurs options :
help-usage = Utilisation :
help-choices = [au choix : { $values }]
help-default = [par défaut : { $values }]
demo-free-text = J'ai aidé une voisine à remplir ses papiers. Elle était contente, et moi aussi.

simulate-tally = { $kills ->
    [one] { $kills } arrêt
   *[other] { $kills } arrêts
}, { $acknowledged ->
    [one] { $acknowledged } réponse confirmée
   *[other] { $acknowledged } réponses confirmées
}, { $lost ->
    [one] { $lost } perdue
   *[other] { $lost } perdues
}, { $duplicated } en double
simulate-chance = Le système ne fournit pas de hasard.
simulate-child = Le programme ne peut pas se lancer lui-même une seconde fois.
simulate-child-stopped = Les robots se sont arrêtés d'eux-mêmes. { $said }
simulate-output = Le résultat ne peut pas être écrit.
