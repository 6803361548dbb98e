## Accessibility

about-accessibility-title = Accessibilité
about-accessibility-intro = { $name } veut que chacun puisse faire ses démarches, avec ou sans souris, avec un lecteur d'écran, sur un petit écran. Cette page concerne ce site de démarches.
about-accessibility-state = État de conformité
about-accessibility-not-audited = Non conforme : aucun audit n'a encore été fait.
about-accessibility-not-audited-why = Le site est conçu pour suivre le RGAA 4.1 et il est vérifié par des outils automatiques. Cela ne suffit pas : seul un audit permet de le déclarer conforme.
about-accessibility-not-conforming = Non conforme
about-accessibility-not-conforming-why = Un audit a montré que moins de la moitié des critères du RGAA 4.1 sont respectés.
about-accessibility-partly-conforming = Partiellement conforme
about-accessibility-partly-conforming-why = Un audit a montré qu'au moins la moitié des critères du RGAA 4.1 sont respectés.
about-accessibility-conforming = Totalement conforme
about-accessibility-conforming-why = Un audit a montré que tous les critères du RGAA 4.1 sont respectés.
about-accessibility-barrier = Signaler un obstacle
about-accessibility-barrier-text = Une page vous bloque ? Dites-nous laquelle, et ce que vous vouliez faire. Nous vous aiderons à finir votre démarche autrement, puis nous corrigerons.
about-accessibility-appeal = Si nous ne répondons pas
about-accessibility-appeal-text = Vous avez signalé un obstacle et notre réponse ne vous aide pas ? Vous pouvez saisir le Défenseur des droits :
about-accessibility-appeal-online = sur son site, defenseurdesdroits.fr ;
about-accessibility-appeal-phone = par téléphone, au 09 69 39 00 00 ;
about-accessibility-appeal-post = par courrier gratuit, sans timbre : Défenseur des droits, Libre réponse 71120, 75342 Paris CEDEX 07.

## Personal data

about-data-title = Données personnelles
about-data-intro = { $name } est responsable des données que vous donnez ici. Cette page dit à quoi elles servent, qui les lit, combien de temps elles restent et quels sont vos droits.
about-data-rights = Vos droits
about-data-rights-text = Vous pouvez, gratuitement :
about-data-right-access = demander une copie de vos données ;
about-data-right-correct = les faire corriger ou compléter ;
about-data-right-erase = les faire effacer, sauf quand la loi nous oblige à les garder ;
about-data-right-restrict = demander qu'on cesse un temps de s'en servir ;
about-data-right-object = vous opposer à leur usage, pour une raison qui tient à votre situation, quand elles servent une mission d'intérêt public ;
about-data-right-withdraw = reprendre votre accord à tout moment, quand il vous a été demandé.
about-data-rights-delay = Nous répondons en un mois. Si c'est compliqué, nous pouvons prendre deux mois de plus, en vous disant pourquoi.
about-data-rights-archives = Les dossiers d'une administration sont des archives publiques : certains ne peuvent pas être détruits sans l'accord des archives départementales.
about-data-officer = Délégué à la protection des données
about-data-cnil = Se plaindre à la CNIL
about-data-cnil-text = Si notre réponse ne vous convient pas, vous pouvez écrire à la CNIL : 3 place de Fontenoy, TSA 80715, 75334 Paris CEDEX 07, ou sur cnil.fr.
about-data-who = Qui lit vos données
about-data-who-text = Les agents du service qui traite votre démarche, et eux seuls. Chaque lecture laisse une trace. Une pièce que vous donnez pour une démarche ne sert pas à une autre sans vous.
about-data-transfer = Vos données ne sont ni vendues ni envoyées hors de l'Union européenne.
about-data-automated = Aucune décision n'est prise par une machine seule.
about-data-cookies = Ce site ne vous suit pas. Il ne dépose que les cookies sans lesquels il ne marche pas : votre session et votre langue.
about-data-procedures = Démarche par démarche
about-data-procedures-text = Vous donnez vous-même ces données. Celles qui ne sont pas facultatives sont nécessaires : sans elles, nous ne pouvons pas traiter la démarche.
about-data-file-kept = Dossier gardé { $kept } après sa fin.
about-data-basis-of-kept = Texte :
about-data-kept = Durée : { $kept } après la fin du dossier.
about-data-ground-consent = Avec votre accord (RGPD, art. 6, 1, a) :
about-data-ground-contract = Pour un contrat avec vous (RGPD, art. 6, 1, b) :
about-data-ground-legal-obligation = Par obligation légale (RGPD, art. 6, 1, c) :
about-data-ground-vital-interest = Pour sauver une vie (RGPD, art. 6, 1, d) :
about-data-ground-public-task = Pour une mission d'intérêt public (RGPD, art. 6, 1, e) :

## Terms of use

about-terms-title = Conditions d'utilisation
about-terms-intro = Ces conditions disent comment saisir { $name } par internet (code des relations entre le public et l'administration, art. L112-9).
about-terms-procedures = Les démarches ouvertes
about-terms-procedures-text = Vous pouvez faire ici :
about-terms-only = Pour ces démarches, sur internet, seule la demande faite ici compte. Ce site est ouvert jour et nuit. S'il est fermé pour des travaux, nous le disons à l'avance.
about-terms-identify = Dire qui vous êtes
about-terms-identify-text = Vous donnez vos nom, prénom, adresse postale et adresse électronique. Une entreprise donne son numéro SIREN, une association son numéro au répertoire national des associations (art. R112-9-1). Certaines démarches se font sans dire qui l'on est : leur page le dit.
about-terms-code = Il n'y a pas de compte à créer. Un code envoyé à votre adresse électronique vous permet de commencer, puis de revenir. Il vaut 15 minutes. Nous ne vous le demanderons jamais au téléphone.
about-terms-help = Vous pouvez faire une démarche pour quelqu'un d'autre, avec son accord. Vous dites alors qui vous êtes et qui vous aidez.
about-terms-receipt = L'accusé de réception
about-terms-receipt-text = Dès que votre demande est déposée, un accusé s'affiche et part à votre adresse électronique. Il dit la date, le service, et ce qui se passe sans réponse (art. L112-11 et R112-11-1).
about-terms-sender = Nos messages partent toujours de cette adresse (art. R112-11-3) :
about-terms-sender-none = L'adresse d'où partent nos messages n'est pas encore réglée : l'accusé s'affiche à l'écran et s'imprime.
about-terms-receipt-other = Vous pouvez donner une autre adresse pour recevoir l'accusé. Sans adresse électronique, vous l'imprimez avec votre code de suivi.
about-terms-draft = Les brouillons
about-terms-draft-text = { $days ->
    [one] Un brouillon auquel vous ne touchez plus est effacé après un jour. Certaines démarches ont un délai plus court ou plus long : vous en êtes prévenu.
   *[other] Un brouillon auquel vous ne touchez plus est effacé après { $days } jours. Certaines démarches ont un autre délai : vous en êtes prévenu.
}
about-terms-files = Les pièces
about-terms-files-text = Chaque question dit quels fichiers sont acceptés, leur nombre et leur taille. Une photo lisible suffit : aucune copie certifiée n'est demandée. Vous pouvez aussi donner une pièce autrement.
about-terms-doors = Autrement que sur internet
about-terms-doors-text = Rien ne vous oblige à passer par ce site. La page de chaque démarche dit comment la faire au guichet, par téléphone ou par la poste.
about-terms-duties = Ce que nous attendons de vous
about-terms-duties-text = Vos réponses doivent être exactes. En cas d'erreur de bonne foi, vous pouvez corriger (art. L123-1). Les envois abusifs, par leur nombre ou leur répétition, peuvent être bloqués (art. L112-11).
about-terms-language = Le texte français fait foi. Les traductions sont là pour aider.

## Legal notice

about-legal-title = Mentions légales
about-legal-publisher = Éditeur
about-legal-siren = Numéro SIREN : { $siren }
about-legal-director = Directeur ou directrice de la publication : { $name }
about-legal-host = Hébergement
about-legal-host-self = Le site est hébergé par { $name }.
about-legal-software = Logiciel
about-legal-software-text = Ce site fonctionne avec Parvis, un logiciel libre sous licence EUPL 1.2. Chacun peut le lire, l'utiliser et le modifier.
about-legal-sources = Données et textes réutilisés
about-legal-sources-text = Les descriptions de démarches s'appuient sur service-public.fr (DILA, Licence Ouverte) ; chaque page dit la date de sa source. Les communes viennent du code officiel géographique (Insee, Licence Ouverte).

## Security

about-security-title = Signaler une faille de sécurité
about-security-intro = Vous avez trouvé une faiblesse de ce site ? Merci de nous le dire avant d'en parler à d'autres.
about-security-report = Nous écrire
about-security-write = Écrivez à
about-security-file = Ces informations dans le format security.txt (RFC 9116)
about-security-no-contact = L'adresse n'est pas encore réglée. Appelez l'accueil, au numéro du bas de page.
about-security-tell = Dites-nous :
about-security-tell-where = sur quelle page, et avec quel navigateur ;
about-security-tell-how = comment faire pour voir le problème ;
about-security-tell-you = comment vous répondre. Vous pouvez rester anonyme.
about-security-promise = Ce que nous promettons
about-security-promise-answer = Nous répondons en trois jours ouvrés.
about-security-promise-no-complaint = Nous ne portons pas plainte contre qui cherche de bonne foi et suit cette page.
about-security-promise-thanks = Nous vous disons quand c'est corrigé et nous vous citons, si vous le voulez.
about-security-ask = Ce que nous demandons
about-security-ask-data = Ne lisez pas, ne gardez pas et ne changez pas les données des autres.
about-security-ask-stop = N'essayez pas de ralentir ou d'arrêter le site.
about-security-ask-wait = Laissez-nous le temps de corriger avant d'en parler.
about-security-person = Un message vous semble faux ?
about-security-person-text = Nous ne demandons jamais un code, un mot de passe ou un numéro de carte par téléphone ou par message. En cas de doute, appelez le service au numéro du bas de page.
about-data-panel = Remarques sur une démarche en préparation
about-data-panel-text = Si vous avez reçu un lien pour donner votre avis sur une démarche en préparation, vos remarques et le nom que vous avez choisi d'indiquer servent à l'améliorer (mission d'intérêt public, RGPD, article 6). Seuls les rédacteurs des démarches les lisent. Elles sont effacées six mois après la fermeture du lien.
about-data-map = Les cartes
about-data-map-text = Quand une question demande un endroit, ou quand un agent le regarde, une carte peut s'ouvrir. L'appareil demande alors à { $host } les images de l'endroit : ce serveur voit l'adresse de l'appareil sur le réseau et l'endroit regardé, jamais vos réponses ni votre nom. Rien ne lui est demandé tant que la carte n'est pas ouverte ; l'adresse ou les coordonnées suffisent.
about-data-satisfaction = Votre avis sur la façon dont votre demande a été traitée
about-data-satisfaction-text = Après la décision ou la fin d'un signalement, certaines démarches vous proposent une question, sans obligation, pour savoir si leur promesse est tenue (mission d'intérêt public, RGPD, article 6). Votre réponse est anonyme : gardée avec la démarche, le mois, votre choix et votre texte, sans votre nom, votre dossier ni le jour. Votre dossier retient seulement que vous avez répondu. Comme personne ne peut retrouver votre réponse, les droits d'accès, de correction et d'effacement ne peuvent pas s'y exercer (RGPD, article 11). Elle est effacée deux ans au plus après son mois.
