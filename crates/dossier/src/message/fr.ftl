## Écrire au service

message-error-empty = Écrivez votre message, ou choisissez un document
message-error-long = Raccourcissez votre message : { $most } caractères au plus
message-error-again = Votre message n'a pas pu être envoyé. Vérifiez-le et envoyez-le de nouveau
message-files-only = Voici un document pour ma demande.
