## Home page

home-title = Accueil
home-welcome = { $name } vous accueille. Faites ici vos démarches, à toute heure, en ligne ou autrement.
home-question = Que voulez-vous faire ?
home-search-label = Dites-le avec vos mots
home-search-hint = Par exemple : acte de naissance, cantine, trou dans la rue
home-search-button = Chercher
home-offers = Nos démarches
home-nothing = Aucune démarche n'est encore en ligne. Appelez-nous ou venez nous voir.
home-follow-title = Suivre une demande
home-follow-text = Vous avez déjà fait une demande ? Voyez où elle en est, écrivez-nous, ou reprenez un brouillon.
home-follow-link = Suivre ma demande
home-help-title = Vous préférez être aidé ?
home-help-text = Chaque démarche peut se faire autrement que sur internet. Un agent peut aussi la remplir avec vous, au téléphone ou au guichet.
