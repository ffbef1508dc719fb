# Texts of: kiosk
