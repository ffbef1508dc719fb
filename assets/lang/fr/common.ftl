# Words that several places share.
common-yes = Oui
common-no = Non
