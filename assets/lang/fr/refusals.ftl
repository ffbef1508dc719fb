# Texts of: refusals
