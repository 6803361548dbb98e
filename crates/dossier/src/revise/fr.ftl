## Une nouvelle version de la démarche, publiée après le début d'un brouillon

revise-title = Cette démarche a changé
revise-back = Retour
revise-intro = Elle a une nouvelle version depuis le { $date }. Votre brouillon a commencé avant. Rien de ce que vous avez écrit n'est perdu : lisez ce qui change, puis choisissez.
revise-intro-required = Elle a une nouvelle version depuis le { $date }, et seule cette version peut être déposée. Lisez ce qui change, puis continuez.
revise-intro-moved = Elle a une nouvelle version depuis le { $date }. Toutes les réponses qui conviennent encore ont été gardées : votre brouillon a suivi.
revise-changes = Ce qui change
revise-closed = Avec la nouvelle version, vos réponses ne permettent plus de faire cette demande.
revise-misfits = Vos réponses qui ne conviennent plus
revise-misfits-hint = Voici ce que vous aviez répondu. Notez-le si vous en avez besoin ailleurs : ce qui n'est plus demandé sera effacé de la nouvelle version.
revise-gone = Ce n'est plus demandé ainsi.
revise-hidden = D'après vos autres réponses, ce n'est plus demandé.
revise-asked = Ce qu'il faudra dire en plus
revise-choice = Comment voulez-vous continuer ?
revise-take = Avec la nouvelle version
revise-take-hint = Vos réponses qui conviennent sont gardées. Les autres vous seront demandées de nouveau.
revise-finish = Finir la version que j'ai commencée
revise-finish-hint = Elle peut être déposée comme elle est, jusqu'à l'effacement du brouillon, le { $date }.
revise-continue = Continuer
revise-error-choice = Choisissez comment continuer
revise-late = Pendant que vous répondiez, la démarche a changé dans un autre onglet. Ce qui est encore demandé a été gardé. Voici le reste de ce que vous aviez écrit.
revise-late-files = Si vous aviez choisi des fichiers, choisissez-les de nouveau.
revise-moved = La démarche a une nouvelle version. Vos réponses sont gardées.
revise-moved-link = Voir ce qui a changé
