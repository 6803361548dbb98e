## List and search of procedures

procedure-list-title = Toutes les démarches
procedure-list-found = { $count ->
    [one] « { $question } » : une démarche
   *[other] « { $question } » : { $count } démarches
}
procedure-list-nothing = « { $question } » : aucune démarche trouvée
procedure-list-nothing-advice = Essayez avec d'autres mots, plus courts ou plus simples. Cette démarche n'est peut-être pas en ligne, ou ne dépend pas de nous.
procedure-list-nothing-ask = Demandez-nous à qui vous adresser
procedure-list-search-label = Chercher une démarche
procedure-list-search-button = Chercher
procedure-list-all = Voir toutes les démarches

procedure-theme-papers = Papiers et état civil
procedure-theme-family = Enfants, école et famille
procedure-theme-housing = Logement et travaux
procedure-theme-street = Rue et cadre de vie
procedure-theme-solidarity = Aides et solidarité
procedure-theme-culture = Culture, sport et associations
procedure-theme-business = Commerces et entreprises
