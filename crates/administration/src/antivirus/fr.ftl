## L'antivirus, sur la page de l'administration

admin-antivirus = Antivirus
admin-antivirus-down = En panne
admin-antivirus-unknown = Pas encore vu
admin-antivirus-absent = Aucun antivirus n'est installé : les pièces ne sont pas examinées. Votre service informatique peut en brancher un.
admin-antivirus-asked = L'antivirus vient d'être branché : il n'a pas encore répondu.
admin-antivirus-silent = Il ne répond plus depuis le { $since }. Pièces en attente : { $count }. Les dépôts continuent, mais les agents ne peuvent pas ouvrir ces pièces. Prévenez votre service informatique.
admin-antivirus-answers = Il répond ({ $signatures }). Pièces en attente : { $count }.
admin-antivirus-outdated = Ses signatures ont plus de sept jours ({ $signatures }) : il ne connaît pas ce qui circule aujourd'hui. Pièces en attente : { $count }. Prévenez votre service informatique.
admin-antivirus-troubled = Il répond ({ $signatures }), mais n'a pas pu examiner certaines pièces ({ $troubled }). Pièces en attente : { $count }. Prévenez votre service informatique.
