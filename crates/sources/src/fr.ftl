## Administrations interrogées à la place de la personne

source-quotient-what = votre quotient familial
source-quotient-who = la CAF ou la MSA, par API Particulier
source-quotient-law = Code des relations entre le public et l'administration, articles L113-12 et L114-8.
source-failed-not-found = aucun dossier ne correspond à ce que vous avez écrit.
source-failed-refused = notre accès est refusé.
source-failed-busy = trop de demandes arrivent en ce moment.
source-failed-down = le service ne répond pas.
source-failed-slow = le service ne répond pas à temps.
source-failed-unreadable = la réponse reçue ne peut pas être lue.
source-failed-unfit = la réponse reçue ne convient pas à cette question.
