## Ouvrir une démarche de crise

crisis-title = Ouvrir une démarche de crise
crisis-text = Quelques réponses suffisent. Vous obtenez un brouillon complet, à essayer puis à publier.
crisis-model = Ce que les gens demanderont
crisis-what = Que s'est-il passé ?
crisis-what-hint = Quelques mots, qui termineront le titre. Par exemple : crue du 14 juin.
crisis-places = Quels lieux sont touchés ?
crisis-places-hint = Par exemple : les quais, le bourg bas et la rue du Moulin.
crisis-until = Jusqu'à quand peut-on demander ?
crisis-until-hint = La date est écrite sur la page. Le jour venu, fermez la démarche : elle ne se ferme pas seule.
crisis-open = Préparer la démarche
crisis-next = Ensuite : vous relisez, vous essayez si vous le voulez, vous publiez. Les textes à citer, comme la délibération qui crée l'aide, se complètent dans l'éditeur.
crisis-done = La démarche de crise est prête. Essayez-la, puis publiez-la.
crisis-error-what = Écrivez ce qui s'est passé, en 120 lettres au plus
crisis-error-places = Écrivez les lieux touchés, en 120 lettres au plus
crisis-error-model = Choisissez ce que les gens demanderont
crisis-error-until = Écrivez un jour à venir
