## List and search of procedures

procedure-list-title = All services
procedure-list-found = { $count ->
    [one] “{ $question }”: one service
   *[other] “{ $question }”: { $count } services
}
procedure-list-nothing = “{ $question }”: no service found
procedure-list-nothing-advice = Try other words, shorter or simpler. What you look for may not be online, or may not be ours.
procedure-list-nothing-ask = Ask us who to turn to
procedure-list-search-label = Search for a service
procedure-list-search-button = Search
procedure-list-all = See all services

procedure-theme-papers = Papers and civil status
procedure-theme-family = Children, school and family
procedure-theme-housing = Housing and works
procedure-theme-street = Streets and surroundings
procedure-theme-solidarity = Aid and solidarity
procedure-theme-culture = Culture, sport and associations
procedure-theme-business = Shops and firms
