## Ce qui est dit aux applications sur les dossiers

api-problem-incomplete = Des réponses manquent ou ne conviennent pas ; chaque erreur indique laquelle.
api-problem-file-type = Ce fichier n'est d'aucun des formats que la question accepte.
api-problem-offset = Les octets envoyés ne commencent pas là où finissent ceux qui sont gardés. Demandez la place par HEAD, puis reprenez.
api-field-unknown = Le formulaire n'a pas cette question.
api-field-email = Donnez une adresse électronique telle que nom@exemple.fr.
api-field-required = Cette valeur est nécessaire.
api-field-agreement = La personne qui aide déclare que la personne concernée est d'accord : true.
api-field-declared = La personne fait les déclarations de la démarche : true.
api-field-text = Écrivez un message de 5 000 caractères au plus.
api-field-file-too-large = Ce fichier dépasse { $max }.
api-field-file-empty = Ce fichier est vide.
api-field-too-many-files = Ce dossier a déjà autant de fichiers qu'il en accepte.
api-field-own-answer = Seule la personne y répond, ou la question est posée plusieurs fois : elle ne se préremplit pas.
api-field-days = Donnez un nombre de jours de 1 à 30.
