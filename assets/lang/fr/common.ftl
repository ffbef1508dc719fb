# Words that several places share.
common-yes = Oui
common-no = Non

# The window.
window-title = La Boussole
window-no-display = Aucun écran n'est disponible. Ouvrez une session graphique, puis recommencez.
window-no-drawing = La fenêtre ne peut pas être dessinée sur cet ordinateur. Vérifiez le pilote graphique (OpenGL).
