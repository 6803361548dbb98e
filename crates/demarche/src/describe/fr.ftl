## Blank form on paper, and data for other programs

describe-channel-web = Sur internet
describe-silence-none = Le silence de l'administration ne décide rien.

paper-title = Formulaire à remplir à la main
paper-link = Imprimer le formulaire vierge
paper-print = Imprimer
paper-print-text = Imprimez cette page, remplissez-la, puis remettez-la-nous. Vous pouvez aussi faire la démarche en ligne : le formulaire ne montre alors que les questions qui vous concernent.
paper-where = Où remettre ce formulaire :
paper-you = Vous
paper-you-name = Nom de famille
paper-you-first-names = Prénoms
paper-you-address = Adresse
paper-you-reach = Téléphone ou adresse électronique
paper-date = Date (jour, mois, année)
paper-birth-date = Date de naissance (jour, mois, année)
paper-tick-one = Cochez une case.
paper-tick-several = Cochez une ou plusieurs cases.
paper-other = Autre, précisez :
paper-join = Je joins ce document (une copie suffit)
paper-more-rows = S'il y en a d'autres, copiez cette partie sur une feuille.
paper-declare = Votre déclaration
paper-signed-on = Date
paper-signature = Signature
paper-only-if = Répondez seulement { $clause }.
paper-read-if = Lisez ceci seulement { $clause }.
paper-and = { " et " }
paper-or = { " ou " }
paper-or-option = { " » ou « " }
paper-chosen = si vous avez choisi « { $options } » à « { $question } »
paper-not-chosen = si vous n'avez pas choisi « { $options } » à « { $question } »
paper-said-yes = si vous avez répondu oui à « { $question } »
paper-said-no = si vous avez répondu non à « { $question } »
paper-answered = si vous avez répondu à « { $question } »
paper-not-answered = si vous n'avez pas répondu à « { $question } »
paper-learned = si cela vous concerne ; en cas de doute, demandez-nous

describe-for-programs = Cette démarche pour les programmes :
describe-linked-data = description (CPSV-AP, JSON-LD)
describe-answers-schema = schéma des réponses (JSON Schema)
