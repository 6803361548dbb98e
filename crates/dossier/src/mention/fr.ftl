## Les notes qui appellent un agent

mention-title = Notes qui vous mentionnent
mention-text = Ce que vos collègues vous ont signalé et que vous n'avez pas encore lu. Une note quitte cette liste quand vous ouvrez les notes de sa demande.
mention-none = Aucune note ne vous attend.
mention-latest = Revenir aux plus récentes
mention-column-author = Écrite par
mention-column-at = Le
mention-unread = { $count ->
    [one] Une note vous mentionne
   *[other] { $count } notes vous mentionnent
}
mention-unread-more = Plus de { $count } notes vous mentionnent
mention-tell = Prévenir
mention-tell-hint = Un courriel leur dira qu'une note les mentionne, sans rien en dire. Écrire @Prénom Nom dans la note les prévient aussi.
mention-several = { $count ->
    [one] Prévenir un collègue
   *[other] Prévenir un ou plusieurs des { $count } collègues du groupe
}
mention-told = Mentionne { $names }
mention-error-nobody = « { $name } » ne désigne aucun agent qui peut lire cette demande. Écrivez le prénom et le nom, cochez la personne sous « Prévenir », ou enlevez l'arobase.
mention-error-several = Plusieurs collègues s'appellent « { $name } ». Cochez la bonne personne sous « Prévenir ».
mention-error-reader = Une personne cochée ne peut plus lire cette demande. Voici la liste d'aujourd'hui.
mention-new = Cette note vous mentionne
