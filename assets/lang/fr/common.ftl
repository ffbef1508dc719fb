# Words that several places share.
common-yes = Oui
common-no = Non

# The window.
window-title = La Boussole
window-no-display = Aucun écran n'est disponible. Ouvrez une session graphique, puis recommencez.
window-no-drawing = La fenêtre ne peut pas être dessinée sur cet ordinateur. Vérifiez le pilote graphique (OpenGL).

# Words that widgets say by themselves, mostly to a screen reader.
widget-erase = Effacer
widget-digit = Chiffre { $digit }
widget-open-calendar = Ouvrir le calendrier
widget-previous-month = Mois précédent
widget-next-month = Mois suivant
widget-date-hint = jj/mm/aaaa
widget-date-unreadable = Écrivez le jour, le mois et l'année : 24/11/2026.
widget-weekdays = L M M J V S D
