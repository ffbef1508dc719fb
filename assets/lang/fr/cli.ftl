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
problem-unsupported-item-type = type d'item pas encore géré : { $found }
problem-unsupported-method = méthode de calcul pas encore gérée : { $found }
problem-unsupported-metric = métrique pas encore gérée : { $found }
problem-no-effect = cette clé est acceptée mais n'a pas encore d'effet
problem-unknown-answer-scale = aucune échelle de réponse [[reponses.{ $name }]] dans ce fichier
problem-right-answer-count = il faut exactement une bonne réponse, il y en a { $n }
problem-correct-out-of-bounds = la bonne réponse ne peut pas être saisie : les nombres vont de { $min } à { $max }
problem-reversed-unbounded = l'item { $item } n'a pas d'échelle de réponse bornée : il ne peut pas être inversé
problem-unknown-scale = aucune échelle ne s'appelle « { $name } »
problem-norm-too-small = cette métrique compare à d'autres personnes : il faut un étalonnage d'au moins { $needed } personnes, il y en a { $n }
problem-empty-band = le min de la bande n'est pas plus petit que son max
problem-title-too-long = le titre a { $n } signes, { $limit } au plus
problem-brand-word = « { $word } » est une marque de test
problem-folder-name = l'identifiant n'est pas le nom du dossier « { $folder } »
problem-version-reused = un autre texte porte déjà la version { $version } ; augmentez la version
problem-long-sentence = phrase longue : { $words } mots, { $limit } se lisent facilement
problem-long-statement = énoncé long : { $n } signes, { $limit } se lisent facilement
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
} ; il en faut de 2 à 9
problem-duplicate-option = l'item { $item } a deux fois l'option « { $option } »
problem-correct-is-no-option = la bonne réponse « { $option } » n'est pas une option de l'item { $item }
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
