## Review of rights

admin-review-text = { $count ->
    [one] Il reste { $count } compte à revoir.
   *[other] Il reste { $count } comptes à revoir.
} Pour chacun, dites si ses droits sont toujours justifiés. Vous pouvez vous arrêter et reprendre plus tard.
admin-review-remaining = Comptes à revoir
admin-review-last = Dernière connexion le { $day }.
admin-review-never = Ne s'est jamais connecté.
admin-review-unused = Inutilisé depuis six mois.
admin-review-confirm = Confirmer ces droits
admin-review-withdraw = Retirer tous les droits et fermer le compte
admin-review-button = Enregistrer mes réponses
admin-review-error-none = Répondez pour un compte au moins
