# Questions that the program makes from a seed: what a participant reads, and what a screen reader says of the drawings.

# What is asked.
item-ask-matrix = Quelle figure manque ?
item-ask-series = Quel nombre vient ensuite ?
item-ask-rotation = Quelle pièce est la même, tournée ?
item-ask-folding = On déplie la feuille. Que voit-on ?
item-ask-counting = Combien d'objets voyez-vous ?

# What is asked about a board. $of is "de colis envoyés"; $one and $other are "l'équipe 3", "8 h", or "3" after "Quelle équipe".
item-ask-read-hour = Combien { $of } à { $one } ?
item-ask-read-line = Combien { $of } pour { $one } ?
item-ask-compare-hours = Quand y a-t-il le plus { $of } : { $one } ou { $other } ?
item-ask-compare-lines = { $which } a le plus { $of } : { $one } ou { $other } ?
item-ask-trend = Comment change le nombre { $of } d'heure en heure ?
item-ask-above-hour = À quelle heure y a-t-il plus de { $limit } { $measure } ?
item-ask-above-line = { $which } a plus de { $limit } { $measure } ?
item-ask-below-hour = À quelle heure y a-t-il moins de { $limit } { $measure } ?
item-ask-below-line = { $which } a moins de { $limit } { $measure } ?
item-ask-sum-hours = Combien { $of } en tout à { $one } et à { $other } ?
item-ask-sum-lines = Combien { $of } en tout pour { $one } et { $other } ?
item-ask-difference-hours = Combien { $of } de plus à { $one } qu'à { $other } ?
item-ask-difference-lines = Combien { $of } a { $one } de plus que { $other } ?
item-ask-missing-hours = Additionnez les { $measure } à { $one } et à { $other }. Combien manque-t-il pour arriver à { $target } ?
item-ask-missing-lines = Additionnez les { $measure } pour { $one } et { $other }. Combien manque-t-il pour arriver à { $target } ?

# Answers that are words.
item-equal = C'est pareil
item-rises = Il monte
item-falls = Il baisse
item-stays = Il reste pareil
item-rises-then-falls = Il monte, puis il baisse

# Boards of a workplace.
item-board-workshop = Tableau de l'atelier
item-board-warehouse = Tableau de l'entrepôt
item-board-kitchen = Tableau de la cuisine
item-board-office = Tableau de l'accueil
item-board-site = Tableau du chantier
item-board-home-care = Tableau de l'aide à domicile

# What is counted: plural, without article, after "de" or "les".
item-parts-made = pièces produites
item-parts-rejected = pièces refusées
item-minutes-stopped = minutes d'arrêt
item-parcels-sent = colis envoyés
item-parcels-received = colis reçus
item-pallets-left = palettes restantes
item-meals-served = repas servis
item-meals-ordered = repas commandés
item-loaves-left = pains restants
item-calls-taken = appels pris
item-letters-sorted = lettres triées
item-visitors-received = visiteurs reçus
item-bricks-laid = briques posées
item-bags-left = sacs restants
item-hours-worked = heures travaillées
item-visits-made = visites faites
item-kilometres-driven = kilomètres parcourus
item-minutes-late = minutes de retard

# What a line is about: its name above the column, in a sentence, and in a question.
item-hour = Heure
item-machine = Machine
item-the-machine = la machine { $number }
item-which-machine = Quelle machine
item-dock = Quai
item-the-dock = le quai { $number }
item-which-dock = Quel quai
item-hall = Salle
item-the-hall = la salle { $number }
item-which-hall = Quelle salle
item-counter = Guichet
item-the-counter = le guichet { $number }
item-which-counter = Quel guichet
item-building = Bâtiment
item-the-building = le bâtiment { $number }
item-which-building = Quel bâtiment
item-district = Secteur
item-the-district = le secteur { $number }
item-which-district = Quel secteur
item-team = Équipe
item-the-team = l'équipe { $number }
item-which-team = Quelle équipe
item-line = { $name } { $number }

# Drawings, said instead of seen.
item-unknown = ?
item-option = Réponse { $number }
item-matrix-alt = Figure en { $cells } cases. La dernière manque.
item-series-alt = Suite de nombres : { $numbers }, puis le nombre à trouver.
item-rotation-alt = Une pièce, à retrouver tournée.
item-folding-alt = Une feuille, pliée { $folds } fois puis percée.
item-counting-alt = Des objets à compter.
item-board-alt = { $title }. { $lines }
item-board-row = { $line } : { $values }.
item-board-value = { $value } { $measure }
