## Les engagements des démarches, pour les agents

commitments-title = Engagements
commitments-back = Retour aux dossiers
commitments-text = Ce que les démarches promettent, et comment nous l'avons tenu depuis un an. Le public lit les mêmes chiffres sur la page de chaque démarche, à partir de onze cas.
commitments-none = Aucune de vos démarches ne promet encore quelque chose.
commitments-none-advice = Qui écrit une démarche peut y ajouter des engagements : un délai de réponse, un délai pour les messages, une part de personnes satisfaites.
commitments-caption = Part tenue depuis un an
commitments-procedure = Démarche
commitments-answer = Réponses à temps
commitments-message = Messages à temps
commitments-satisfaction = Personnes satisfaites
commitments-not-promised = Pas promis
commitments-too-few = Pas assez de cas
commitments-share = { $share } %
commitments-link = Engagements et satisfaction
commitments-public = Voir ces engagements sur la page publique
commitments-people = Ce que les personnes en disent
commitments-degree = Réponse
commitments-count = Personnes
commitments-part = Part
commitments-texts = Ce qu'elles ont écrit depuis un an
commitments-no-text = Rien à lire pour l'instant.
commitments-forget-title = Ce texte nomme quelqu'un ?
commitments-forget-text = Si une personne peut y être reconnue, effacez-le. La réponse reste comptée. Le journal dit que vous avez effacé un texte, sans le garder. Une critique qui ne nomme personne se garde.
commitments-forget = Effacer ce texte
commitments-forgotten = Le texte est effacé.
commitments-how-title = Comment ces réponses arrivent ici
commitments-how = Après la décision ou la fin d'un signalement, la personne peut répondre une fois, si elle le veut. Sa réponse est gardée sans son nom, sans son dossier et sans le jour. Les réponses d'un mois sont comptées quand il est fini, par { $together } au moins ; moins nombreuses, elles attendent les mois suivants. Les textes sont mélangés.
commitments-how-kept = Une réponse est effacée deux ans au plus après son mois. Ne cherchez pas qui a écrit : cela ne change rien à ce qu'il faut améliorer, et la personne a répondu parce que c'est anonyme.

satisfaction-question = Êtes-vous satisfait de la façon dont votre demande a été traitée ?
satisfaction-very = Très satisfait
satisfaction-rather = Plutôt satisfait
satisfaction-neither = Ni satisfait, ni mécontent
satisfaction-rather-not = Plutôt mécontent
satisfaction-not-at-all = Très mécontent
refusal-text-long = Ce texte est trop long : écrivez { $most } caractères au plus.
