## Webhooks

refusal-webhook-address = Écrivez une adresse complète qui commence par https://, sans nom d'utilisateur et sans #.
refusal-webhook-https = L'adresse doit commencer par https:// : sans chiffrement, rien n'est envoyé.
refusal-webhook-private = Cette adresse mène à une machine ou à un réseau privé. Donnez une adresse publique.
refusal-webhook-name = Donnez un nom, de { $most } caractères au plus.
refusal-webhook-events = Choisissez au moins un événement.
refusal-webhook-there = Un webhook existe déjà pour cette adresse.
refusal-webhook-many = L'organisation a déjà { $most } webhooks. Supprimez ceux qui ne servent plus.
refusal-webhook-token = Le jeton de l'application qui a créé ce webhook est fini. L'application doit en créer un autre avec son nouveau jeton.
refusal-webhook-suspended = Ce webhook est suspendu. Reprenez d'abord les envois.
api-field-event = Cet événement n'existe pas.
