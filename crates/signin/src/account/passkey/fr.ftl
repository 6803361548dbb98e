## Passkeys of accounts

passkey-title = Clés d'accès
passkey-what = Une clé d'accès (« passkey ») remplace le mot de passe et le code : vous vous connectez en déverrouillant votre appareil, avec votre empreinte, votre visage ou son code. Rien à retenir, et un faux site ne peut pas s'en servir.
passkey-none = Vous n'en avez pas encore.
passkey-without = Pour ajouter une clé d'accès, ouvrez cette page dans un navigateur récent où JavaScript est permis. Le mot de passe et les codes servent toujours sans cela.
passkey-no-name = À cette adresse, les navigateurs ne permettent pas les clés d'accès : elles demandent un nom de site et une connexion chiffrée.
passkey-name = Nom de la clé
passkey-name-hint = Pour la reconnaître, par exemple « Téléphone » ou « Ordinateur de la maison ». Facultatif : sans nom, celui du navigateur est pris.
passkey-unnamed = Clé d'accès
passkey-added = Ajoutée le { $day }
passkey-used = Dernière connexion : { $at }
passkey-never-used = N'a pas encore servi
passkey-rename = Renommer
passkey-add-title = Ajouter une clé d'accès
passkey-add-text = Votre appareil va vous demander de confirmer. La clé reste chez vous : nous n'en gardons que de quoi la reconnaître.
passkey-add-first = Ensuite, le mot de passe seul n'ouvrira plus votre compte : il faudra aussi une clé d'accès ou un code de secours. Vous recevrez ces codes à la page suivante.
passkey-add-button = Ajouter une clé d'accès
passkey-codes-text = Votre clé d'accès est ajoutée. Si vous perdez l'appareil, chacun de ces dix codes ouvre une fois votre compte, avec le mot de passe. Notez-les ou imprimez-les, et rangez-les ailleurs.
passkey-rename-title = Renommer une clé d'accès
passkey-rename-button = Renommer
passkey-remove-title = Retirer une clé d'accès
passkey-remove-text = La clé « { $name } » n'ouvrira plus votre compte.
passkey-remove-device = Elle restera enregistrée dans l'appareil, sans effet : vous pouvez l'y effacer.
passkey-remove-last = C'est votre dernière deuxième étape. Ensuite, le mot de passe seul, ou un code envoyé à votre adresse, suffira pour entrer, et les codes de secours ne serviront plus.
passkey-remove-button = Retirer la clé
passkey-done-added = La clé d'accès est ajoutée.
passkey-done-renamed = La clé d'accès a un nouveau nom.
passkey-done-removed = La clé d'accès est retirée.
passkey-done-application = L'application est ajoutée. Vos codes de secours restent les mêmes.
passkey-done-application-removed = L'application est retirée. Vos clés d'accès et vos codes de secours servent toujours.
passkey-enter-button = Se connecter avec une clé d'accès
passkey-factor-text = Recopiez le code affiché par votre application d'authentification, ou servez-vous d'une clé d'accès.
passkey-factor-only-text = Servez-vous d'une clé d'accès, ou recopiez un code de secours.
passkey-factor-only-label = Code de secours
passkey-factor-only-hint = Douze signes.
passkey-factor-lost = J'ai perdu mon appareil et mes codes de secours
passkey-factor-remove-text = Vos clés d'accès et vos codes de secours restent en place : le mot de passe seul n'ouvrira toujours pas votre compte.
passkey-security-count = { $count ->
    [0] Aucune
    [one] Une clé
   *[other] { $count } clés
}
passkey-security-factor = Par vos clés d'accès. Une application peut s'y ajouter.
passkey-error-cancelled = Rien n'a été fait : vous avez annulé, ou cet appareil n'a pas de clé d'accès pour ce site. Essayez encore, ou connectez-vous autrement.
passkey-error-late = Le temps est écoulé, ou la page a servi dans un autre onglet. Recommencez.
passkey-error-unknown = Cette clé d'accès n'ouvre pas de compte ici. Elle a peut-être été retirée : connectez-vous autrement.
passkey-error-not-made = L'appareil n'a pas fait de clé d'accès que ce site peut reconnaître. Essayez encore, ou avec un autre appareil.
passkey-error-elsewhere = La réponse vient d'un autre site. Vérifiez l'adresse dans votre navigateur : une clé d'accès ne sert que sur le site où elle a été ajoutée.
passkey-error-not-verified = Votre appareil n'a pas vérifié que c'était vous. Choisissez une clé qui demande votre empreinte, votre visage ou un code.
passkey-error-went-back = Cette clé d'accès a été refusée : une copie en circule peut-être. Connectez-vous autrement, puis retirez-la de votre compte.
passkey-error-failed = Le navigateur n'a pas pu se servir d'une clé d'accès. Essayez encore dans un moment, ou connectez-vous autrement.
passkey-error-name = Écrivez un nom de { $most } signes au plus
passkey-activity-signed-in = Vous vous êtes connecté avec une clé d'accès
passkey-activity-added = Une clé d'accès a été ajoutée
passkey-activity-renamed = Une clé d'accès a été renommée
passkey-activity-removed = Une clé d'accès a été retirée
passkey-activity-refused = Une clé d'accès a été refusée
passkey-activity-suspected = Une clé d'accès a peut-être été copiée : elle a été refusée
refusal-passkey-name = Écrivez un nom de { $most } signes au plus.
refusal-too-many-passkeys = Votre compte a déjà { $most } clés d'accès. Retirez-en une d'abord.
refusal-passkey-known = Cet appareil a déjà une clé d'accès pour ce site.
