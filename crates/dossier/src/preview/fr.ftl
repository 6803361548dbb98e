## Aperçu des étapes d'un brouillon de démarche

preview-title = Aperçu
preview-conditions = Les questions qui dépendent d'une réponse sont toutes montrées.
preview-next = Étape suivante
preview-previous = Étape précédente
preview-presentation = Page de présentation
