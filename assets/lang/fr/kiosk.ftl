# Texts of: kiosk
# Short sentences, at most 12 words, "vous", present tense. typeset() adds the French spaces.

# Every screen.
kiosk-help = Aide
kiosk-display = Affichage
kiosk-begin = Commencer
kiosk-continue = Continuer
kiosk-back = Retour
kiosk-goodbye = Au revoir
kiosk-scroll-up = Monter
kiosk-scroll-down = Descendre

# The code.
kiosk-service =
    La Boussole
    de l'orientation
kiosk-welcome = Bonjour. Ici, vous avancez à votre rythme.
kiosk-type-your-code = Tapez votre code
kiosk-code-where = Votre conseiller vous donne ce code.
kiosk-touch-your-pictures = Touchez vos images dans l'ordre
kiosk-pictures-where = Vos images sont sur votre badge.
kiosk-have-code = J'ai un code
kiosk-have-pictures = J'ai des images
kiosk-pictures-wrong = { $tries ->
    [one] Ces images sont inconnues. Il reste 1 essai.
   *[other] Ces images sont inconnues. Il reste { $tries } essais.
}
kiosk-code-wrong = { $tries ->
    [one] Ce code est inconnu. Il reste 1 essai.
   *[other] Ce code est inconnu. Il reste { $tries } essais.
}
kiosk-code-nothing = Tout est déjà fait pour aujourd'hui. Merci !
kiosk-code-elsewhere = Votre travail continue sur un autre ordinateur.
kiosk-blocked = Demandez à votre conseiller
kiosk-blocked-words = Cet ordinateur attend votre conseiller. Il le remet en marche tout de suite.
kiosk-type-again = Taper le code
kiosk-staff = Réservé à l'équipe

# The computer has stopped and started again.
kiosk-back-title = On continue ?
kiosk-back-kept = L'ordinateur s'est arrêté. Vos réponses sont gardées.
kiosk-back-words = Touchez « Continuer » : votre question revient.
kiosk-back-page = L'ordinateur s'est arrêté. Votre page est toujours là.
kiosk-back-page-words = Touchez « Continuer » : votre page revient.

# Who is there, and what is done with the answers.
kiosk-hello = Bonjour { $name }
kiosk-not-me = C'est une autre personne
kiosk-notice-title = Avant de commencer
kiosk-notice-why = Ces questions aident à choisir votre métier ou votre formation.
kiosk-notice-who = Vous et votre conseiller voyez vos réponses.
kiosk-notice-kept = La personne qui vous suit reçoit seulement la synthèse.
kiosk-notice-decide = Vous décidez avec votre conseiller, jamais l'ordinateur.
kiosk-notice-stop = Vous pouvez arrêter quand vous voulez.
kiosk-notice-rights = Vous pouvez demander à voir, corriger ou effacer vos données.
kiosk-notice-understood = J'ai compris

# The warm-up: it is no test.
kiosk-warm-up = Un petit essai d'abord
kiosk-warm-up-minute = Une minute pour essayer l'écran.
kiosk-warm-up-free = Toutes les réponses sont bonnes. Rien n'est noté.
kiosk-warm-up-means = Avec le doigt, la souris ou le clavier : c'est vous qui choisissez.
kiosk-warm-up-begin = Essayer
kiosk-warm-up-skip = Passer l'essai
kiosk-warm-up-again = Refaire l'essai
kiosk-warm-up-progress = Essai { $current } sur { $total }
kiosk-warm-up-touch = Touchez le grand rond
kiosk-warm-up-touch-how = Un seul toucher suffit.
kiosk-warm-up-target = Touchez ici
kiosk-warm-up-touched = C'est fait
kiosk-warm-up-choose = Choisissez une carte, puis touchez « Valider »
kiosk-warm-up-choose-how = Vous pouvez changer d'avis avant de valider.
kiosk-warm-up-morning = Le matin
kiosk-warm-up-afternoon = L'après-midi
kiosk-warm-up-evening = Le soir
kiosk-warm-up-write = Écrivez une lettre ou un mot
kiosk-warm-up-write-how = Par exemple : bonjour.
kiosk-warm-up-listen = Touchez « Écouter la voix »
kiosk-warm-up-play = Écouter la voix
kiosk-warm-up-voice = Bonjour. Je lis les questions quand vous le demandez.
kiosk-warm-up-listen-ask = Avez-vous entendu ?
kiosk-warm-up-heard = Oui, c'est bien
kiosk-warm-up-heard-fast = Oui, mais c'est trop rapide
kiosk-warm-up-not-heard = Non
kiosk-warm-up-rather-read = Je préfère lire sans voix
kiosk-warm-up-ready = C'est prêt
kiosk-warm-up-by-touch = Vous touchez l'écran : les cartes sont plus hautes.
kiosk-warm-up-by-keyboard = Vous tapez au clavier : les touches utiles sont montrées.
kiosk-warm-up-by-mouse = Vous utilisez la souris : un clic suffit.
kiosk-warm-up-no-sound = Le casque manque ? Demandez-le à votre conseiller.
kiosk-warm-up-display = « Affichage » change la taille, les couleurs et la voix.
kiosk-warm-up-help = « Aide » est toujours en haut.

# Today.
kiosk-today = Aujourd'hui
kiosk-all-done = Tout est fait pour aujourd'hui. Merci !
kiosk-about-minutes = Environ { $minutes } minutes
kiosk-about-questions = { $items } questions, une par écran
kiosk-answers-given = { $answered ->
    [one] { $answered } réponse donnée sur { $items }
   *[other] { $answered } réponses données sur { $items }
}

# Before an assessment.
kiosk-page = Page { $page } sur { $pages }
kiosk-why = Pourquoi ?
kiosk-how = Comment faire ?
kiosk-who-sees = Vos droits
kiosk-try = Essayer un exemple
kiosk-go = C'est parti
kiosk-example = Exemple : cette réponse ne compte pas
kiosk-example-done = C'était un exemple
kiosk-example-free = Maintenant, les vraies questions commencent.
kiosk-training-done = Voici l'explication
kiosk-your-answer = Votre réponse
kiosk-right-answer = La bonne réponse

# A question.
kiosk-progress = Question { $current } sur { $total }
kiosk-document = Document :
kiosk-confirm = Valider
kiosk-keys = Touches 1 à { $last }, puis Entrée
kiosk-do-not-know = Je ne sais pas
kiosk-prefer-not = Je préfère ne pas répondre
kiosk-noted = C'est noté
kiosk-not-written = La réponse attend. Touchez « Réessayer ».
kiosk-retry = Réessayer
kiosk-number-hint = Touchez les chiffres.
kiosk-number-bounds = Écrivez un nombre de { $low } à { $high }.
kiosk-your-number = Votre nombre { $unit }

kiosk-progress-page = Étape { $current } sur { $total }
kiosk-answered-already = Question { $current } : votre réponse est gardée
kiosk-go-back = Revenir
kiosk-several = Plusieurs réponses possibles
kiosk-not-observed = Pas pu observer
kiosk-not-measured = Pas de mesure
kiosk-your-text = Votre texte
kiosk-text-hint = Touchez les lettres, ou tapez au clavier.

# The most and the least; cards to put in order.
kiosk-most = Le plus
kiosk-least = Le moins
kiosk-place-of = Choix : { $place }
kiosk-touch-a-card = Touchez une carte
kiosk-most-and-least = Le plus : { $most }. Le moins : { $least }.
kiosk-order-hint = Touchez les cartes dans l'ordre. Touchez encore pour enlever.
kiosk-rank = Place { $rank }
kiosk-ranked = { $rank }. { $card }

# A task on simulated screens.
kiosk-task-done = J'ai fini
task-search = Internet
task-mail = Mails
task-office = Fichiers
task-procedure = Site de la ville
task-field-done = OK

# Parts of an assessment, and their time.
kiosk-section = Partie { $number } sur { $total }
kiosk-section-minutes = { $minutes ->
    [one] Vous avez 1 minute pour cette partie.
   *[other] Vous avez { $minutes } minutes pour cette partie.
}
kiosk-section-seconds = Vous avez { $seconds } secondes pour cette partie.
kiosk-item-time = Chaque question a un temps.
kiosk-time-bar = Une barre montre le temps qui reste.
kiosk-time-left = Temps qui reste
kiosk-time-soon = Bientôt fini
kiosk-time-up = Le temps est fini. On continue.

# A pause, a call, twenty minutes of work.
kiosk-held-pause = C'est la pause
kiosk-held-kept = Vos réponses sont gardées. Le temps est arrêté.
kiosk-held-code = Vous partez ? Votre code vous ramène ici.
kiosk-held-help = Quelqu'un arrive
kiosk-held-wait = Votre conseiller est prévenu. Restez à votre place.
kiosk-held-clock = Le temps est arrêté.
kiosk-breather = Un moment pour souffler ?
kiosk-breather-since = Vous répondez depuis 20 minutes.
kiosk-breather-offer = Vous pouvez faire une pause, ou continuer.
kiosk-make-a-pause = Faire une pause

# The voice.
kiosk-listen = Écouter
kiosk-listen-question = Écouter la question et les réponses
kiosk-listen-answer = Écouter : { $answer }
kiosk-listen-page = Écouter cette page
kiosk-listen-all = Tout écouter
kiosk-listen-stop = Arrêter la voix
kiosk-voice-failed = La voix ne marche pas sur ce poste.
kiosk-voice-forbidden = Ici, on regarde la lecture : pas de voix.
kiosk-voice-absent = Pas de voix sur ce poste
kiosk-voice-normal = Normale
kiosk-voice-slow = Lente
kiosk-voice-off = Sans voix
kiosk-display-voice = Voix

# The end.
kiosk-end = C'est fini, merci
kiosk-next = Ensuite
kiosk-stop-here = Arrêter ici
kiosk-day-done = Tout est fait pour aujourd'hui.

# The person's own page.
kiosk-own-page = Ma boussole
kiosk-own-page-waits = Votre page, à lire ou à écouter
kiosk-own-page-begun = Votre page vous attend où vous l'avez laissée
kiosk-own-page-read = Votre page, à lire ou à écouter encore
kiosk-own-page-open = Ouvrir ma boussole
kiosk-own-page-next = Suivant
kiosk-own-page-from-start = Revoir du début
kiosk-own-page-talk = Maintenant, parlez-en avec votre conseiller.
kiosk-own-page-change = Est-ce que cela vous ressemble ? Dites-le : le texte peut changer.
kiosk-own-page-paper = Vous pouvez demander cette page sur papier.
kiosk-own-page-again = Vous pouvez revenir l'écouter : demandez un code.
kiosk-own-page-ask = Une question ? Demandez à votre conseiller.
kiosk-own-page-closed = Votre page est fermée
kiosk-own-page-closed-words = Pour le moment, elle ne s'ouvre pas ici.
kiosk-own-page-hidden = Votre page est cachée. Touchez le bouton pour continuer.
kiosk-own-page-kept = Votre page reste là.

# Nobody touches the screen.
kiosk-still-there = Vous êtes toujours là ?
kiosk-still-there-words = Vos réponses sont gardées. Touchez le bouton pour continuer.
kiosk-still-there-yes = Oui, je continue

# Help, and a base that did not answer.
kiosk-help-title = Besoin d'aide ?
kiosk-help-hand = Levez la main ou appelez votre conseiller.
kiosk-help-call = Touchez « J'ai besoin d'aide » : votre conseiller est prévenu.
kiosk-help-time = Prenez votre temps.
kiosk-help-kept = Vos réponses validées sont gardées.
kiosk-help-pause = Vous voulez souffler ? Touchez « Pause ».
kiosk-help-stop = Vous pouvez arrêter ici. Votre code vous ramène ici.
kiosk-help-close = Fermer
kiosk-call = J'ai besoin d'aide
kiosk-pause = Pause
kiosk-trouble-title = Un petit problème
kiosk-trouble-kept = Vos réponses validées sont gardées.
kiosk-trouble-words = Touchez « Réessayer » ou appelez votre conseiller.

# What suits the eyes.
kiosk-display-title = Affichage
kiosk-display-size = Taille
kiosk-display-colours = Couleurs
kiosk-display-font = Lettres
kiosk-display-close = C'est bien ainsi
kiosk-zoom-100 = Normale
kiosk-zoom-125 = Grande
kiosk-zoom-150 = Très grande
kiosk-zoom-200 = Maximale
kiosk-display-ruler = Règle de lecture
kiosk-ruler-off = Sans règle
kiosk-ruler-on = Avec règle
kiosk-ruler-up = Monter la règle
kiosk-ruler-down = Descendre la règle
kiosk-display-motion = Mouvements
kiosk-motion-on = Avec
kiosk-motion-off = Sans mouvement
kiosk-light = Clair
kiosk-dark = Sombre
kiosk-contrast = Contraste
kiosk-legible = Lisible
kiosk-dyslexia = Dyslexie

# Leaving the kiosk.
kiosk-staff-title = Code de l'équipe
kiosk-staff-words = Ce code ferme la borne.
kiosk-staff-wrong = Ce code est inconnu. Tapez-le encore.
kiosk-staff-rests = Trop de codes faux. Essayez à partir de { $until }.
kiosk-staff-close = Fermer la borne
kiosk-staff-cancel = Annuler
