## L'examen des pièces par un antivirus

examine-not-examined = Non examinée : aucun antivirus n'est installé.
examine-waiting = En attente de l'antivirus. Elle s'ouvrira dès qu'il l'aura examinée : revenez dans quelques minutes.
examine-too-large = En attente : l'antivirus n'examine pas les fichiers de cette taille. Prévenez votre administrateur.
examine-clean = Examinée le { $at } : rien de connu ({ $signatures }).
examine-infected = Fichier bloqué : l'antivirus y a trouvé un programme malveillant. À la personne qui l'a envoyé, un message automatique en demande un autre.
examine-infected-own = Fichier bloqué : il contient un programme malveillant. Envoyez-en un autre.
examine-named-waiting = { $name } (en attente de l'antivirus)
examine-named-blocked = { $name } (fichier bloqué : programme malveillant)
examine-named-blocked-own = { $name } : fichier bloqué, il contient un programme malveillant. Envoyez-en un autre.
examine-blocked-draft = Le fichier « { $name } » contient un programme malveillant : personne ne pourra l'ouvrir. Remplacez-le avant de déposer si vous le pouvez ; sinon, déposez, et vous l'enverrez ensuite.
examine-blocked = Bloquée
examine-waits = En attente
examine-message = Le fichier « { $name } » que vous avez envoyé contient un programme malveillant. Personne ne peut l'ouvrir, et nous ne pouvons pas en tenir compte.

    Votre demande reste déposée, à la même date. Pour qu'elle soit complète, envoyez une autre version de ce fichier en répondant à ce message : par exemple un nouveau scan ou une photo du document.

    L'appareil sur lequel se trouve ce fichier est peut-être atteint : faites-le vérifier.
examine-by-house = Message automatique
refusal-piece-waits = Cette pièce n'a pas encore été examinée par l'antivirus : elle ne s'ouvre pas tant qu'il ne l'a pas fait. Revenez dans quelques minutes. Si cela dure, prévenez votre administrateur.
refusal-piece-infected = L'antivirus a trouvé un programme malveillant dans ce fichier. Il est bloqué et ne sera donné à personne. Il en faut un autre.
event-piece-infected = Pièce bloquée : programme malveillant trouvé
