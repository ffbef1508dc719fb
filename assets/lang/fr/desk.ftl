# Texts of: desk
