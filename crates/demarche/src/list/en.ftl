## List and search of procedures

procedure-list-title = All procedures
procedure-list-found = { $count ->
    [one] “{ $question }”: one procedure
   *[other] “{ $question }”: { $count } procedures
}
procedure-list-nothing = “{ $question }”: no procedure found
procedure-list-nothing-advice = Try other words, shorter or simpler. This procedure may not be online, or may not be ours.
procedure-list-nothing-ask = Ask us who to turn to
procedure-list-search-label = Search for a procedure
procedure-list-search-button = Search
procedure-list-all = See all procedures

procedure-theme-papers = Papers and civil status
procedure-theme-family = Children, school and family
procedure-theme-housing = Housing and works
procedure-theme-street = Streets and surroundings
procedure-theme-solidarity = Aid and solidarity
procedure-theme-culture = Culture, sport and associations
procedure-theme-business = Shops and firms
