counter-resume-title = Reprendre un dossier avec une personne
counter-resume-number = Numéro du dossier
counter-resume-number-hint = Huit signes, comme 7K2M-94QD
counter-resume-code = Code de suivi
counter-resume-code-hint = Celui que la personne a gardé. Laissez vide si vous instruisez ce dossier, ou si c'est un brouillon que vous avez commencé avec elle.
counter-resume-submit = Reprendre
counter-error-number = Écrivez les huit signes du numéro, comme 7K2M-94QD
counter-error-together = Ce numéro et ce code n'ouvrent aucun dossier que vous puissiez reprendre. Une personne qui suit son dossier par courriel le continue en ligne, ou dépose une nouvelle demande avec vous.
