# Texts of: cli
