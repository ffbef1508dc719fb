# psych::scoreItems on the file given: alpha and scores of five scales of five items, the first of each reversed.
# Writes lines "name seconds".
file <- commandArgs(trailingOnly = TRUE)[1]
suppressMessages(library(psych))
cat("version psych", as.character(packageVersion("psych")), "\n")
seconds <- function(expression) unname(system.time(expression)["elapsed"])
read <- seconds(answers <- read.csv(file))
keys <- lapply(0:4, function(s) paste0(c("-q", rep("q", 4)), 5 * s + 1:5))
names(keys) <- paste0("s", 1:5)
scored <- seconds(suppressWarnings(
    scores <- scoreItems(keys, answers, missing = TRUE, impute = "none", min = 1, max = 6)
))
cat("reliability", read + scored, "\n")
cat("scoring", scored, "\n")
