## Quand les réponses disent que la demande ne peut pas être faite

stopped-title = Vous ne pouvez pas faire cette demande
stopped-back = Revenir à vos réponses
stopped-who = Qui peut vous aider
stopped-link = Aller sur le site { $site }
stopped-mistake = Vous avez fait une erreur ?
stopped-kept = Vos réponses sont gardées. Vous pouvez les corriger : si elles le permettent, la demande continue.
stopped-correct = Corriger mes réponses
stopped-tasks = Voir toutes les étapes
