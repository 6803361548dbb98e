## Pour qui est la demande

people-title = Pour qui est cette demande ?
people-back = Revenir à la liste des étapes
people-question = Vous remplissez cette demande :
people-for-me = Pour moi
people-for-me-hint = Ou pour mon enfant, dont je donne le nom plus loin.
people-for-somebody = Pour une personne que j'aide
people-for-somebody-hint = Vous êtes proche, bénévole, travailleur social, agent France Services…
people-own-family-name = Votre nom de famille
people-own-family-name-hint = Celui de votre acte de naissance.
people-own-first-names = Vos prénoms
people-helper-name = Votre nom, à vous qui aidez
people-helper-structure = Votre structure
people-helper-structure-hint = Par exemple une association, un centre social.
people-family-name = Nom de famille de la personne aidée
people-first-names = Prénoms de la personne aidée
people-agreement = La personne est d'accord pour que je fasse cette demande avec elle
people-agreement-hint = Dites-lui ce que vous écrivez. La demande est la sienne.
people-submit = Continuer
people-error-for = Dites pour qui est la demande
people-error-own-family-name = Indiquez votre nom de famille
people-error-own-first-names = Indiquez vos prénoms
people-error-helper-name = Indiquez votre nom
people-error-family-name = Indiquez le nom de famille de la personne aidée
people-error-first-names = Indiquez les prénoms de la personne aidée
people-error-agreement = Cochez la case si la personne est d'accord. Sans son accord, vous ne pouvez pas faire la demande
people-error-long = Écrivez { $most } caractères au plus
