## Faire un lien qui préremplit une démarche

compose-link-title = Faire un lien prérempli
compose-link-text = Répondez aux questions que le lien doit remplir, laissez les autres vides. La personne qui suit le lien voit ces réponses avant de commencer, sait qu'elles viennent de vous, et peut les changer.
compose-link-never = Consentement, signature, fichiers, valeurs calculées et questions répétées ne se préremplissent pas.
compose-link-days = Durée de validité du lien, en jours
compose-link-days-hint = De 1 à 366
compose-link-submit = Faire le lien
compose-link-none = Aucune question de cette démarche ne peut être préremplie.
compose-link-error-days = Donnez une durée de 1 à 366 jours
compose-link-error-nothing = Répondez à une question au moins
compose-link-made = Votre lien est prêt
compose-link-sealed = Le lien scellé
compose-link-sealed-text = Personne ne peut lire ni changer ce qu'il contient. La personne lit « Transmis par { $name } ». Il sert jusqu'au { $date }.
compose-link-long = Ces réponses sont trop longues pour une adresse. Préremplissez-en moins.
compose-link-clear = Le lien en clair
compose-link-clear-text = Il contient les réponses en toutes lettres, sans fin de validité ; chacun peut le changer, et la personne lit « Rempli par le lien que vous avez suivi ». N'y mettez rien qui concerne quelqu'un : les adresses laissent des traces.
compose-link-again = Faire un autre lien
