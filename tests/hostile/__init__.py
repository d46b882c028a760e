"""Files made to do harm, each by a few lines: small in the repository, large or endless where they are read."""
