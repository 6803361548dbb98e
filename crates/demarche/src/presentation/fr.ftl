## Presentation of a procedure

procedure-start = Commencer la démarche
procedure-time = Temps
procedure-minutes = { $minutes ->
    [one] Environ une minute
   *[other] Environ { $minutes } minutes
}
procedure-cost = Prix
procedure-free = C'est gratuit.
procedure-delay = Réponse
procedure-identity = Identité
procedure-identified = Vous dites qui vous êtes, pour que nous puissions vous répondre.
procedure-anonymous = Vous n'avez pas à dire qui vous êtes.
procedure-who-for = Pour qui ?
procedure-what-you-get = Ce que vous recevez
procedure-papers = À préparer
procedure-papers-none = Rien : aucun papier n'est demandé.
procedure-silence = Et si nous ne répondons pas ?
procedure-silence-accepted = Si vous n'avez pas de réponse { $delay } après la réception de votre demande complète, elle est acceptée.
procedure-silence-rejected = Si vous n'avez pas de réponse { $delay } après la réception de votre demande, elle est refusée. Vous pouvez alors contester ce refus.
procedure-silence-basis = Texte :
procedure-doors = Faire autrement que sur internet
procedure-door-counter = Au guichet
procedure-door-phone = Par téléphone
procedure-door-post = Par la poste
procedure-data = Vos données
procedure-data-text = Vos réponses servent seulement à traiter cette démarche. { $name } les garde { $kept } après la fin du dossier, puis les efface, sauf ce que la loi oblige à archiver.
procedure-data-link = Vos données et vos droits
procedure-elsewhere = Qui vous répond :
procedure-elsewhere-link = Aller sur la page :
procedure-elsewhere-phone = Téléphone :
procedure-elsewhere-help = Cette démarche ne se fait pas chez nous, et nous ne vous demandons rien. Si vous avez besoin d'aide, nous vous accompagnons.
procedure-doors-help = Nous vous aidons
procedure-regime = Des règles particulières s'appliquent
procedure-promises = Nos engagements
procedure-promise-answer = { $count ->
    [one] Nous répondons en un jour au plus à une demande complète.
   *[other] Nous répondons en { $count } jours au plus à une demande complète.
}
procedure-promise-message = { $count ->
    [one] Nous répondons à vos messages en un jour ouvré.
   *[other] Nous répondons à vos messages en { $count } jours ouvrés.
}
procedure-kept-answer = Tenu pour { $share } % des { $cases } demandes répondues ou en retard depuis un an.
procedure-kept-message = Tenu pour { $share } % des { $cases } messages reçus depuis un an.
procedure-kept-few = Pas encore assez de demandes pour dire si c'est tenu.
procedure-kept-satisfaction = C'est ce que disent { $share } % des { $cases } personnes qui ont répondu depuis un an.
procedure-kept-satisfaction-few = Pas encore assez de réponses pour le dire.
procedure-promise-satisfaction = Nous voulons qu'au moins { $count } personnes sur 100 soient satisfaites.

procedure-source = Source :
procedure-source-date = contenu du { $date }.
procedure-source-to-confirm = contenu du { $date }, à confirmer.
procedure-source-confirmed = contenu du { $date }, vérifié le { $confirmed }.

procedure-retention-days = { $count ->
    [one] un jour
   *[other] { $count } jours
}
procedure-retention-months = { $count ->
    [one] un mois
   *[other] { $count } mois
}
procedure-retention-years = { $count ->
    [one] un an
   *[other] { $count } ans
}

refusal-procedure-service = Le fichier nomme un service que l'organisation n'a pas : { $slug }.
refusal-procedure-group = Le fichier nomme un groupe d'agents que l'organisation n'a pas : { $slug }.
refusal-procedure-to-confirm = La démarche { $slug } contient des faits à confirmer. Un agent doit d'abord les confirmer, sous son nom.
refusal-procedure-confirmed-by-nobody = Un agent confirme sous son propre nom, et seulement pour un groupe où il décide.

procedure-closed = Démarche fermée
procedure-closed-since = Cette démarche est fermée depuis le { $date }. On ne peut plus la commencer ici.
procedure-closed-replacement = Faites plutôt cette démarche
procedure-closed-begun = Vous avez déjà commencé ou envoyé une demande
procedure-closed-begun-text = Elle continue comme prévu.
procedure-closed-follow = Suivre ma demande
