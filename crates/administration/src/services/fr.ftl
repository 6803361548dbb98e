## Services and groups

admin-services = Services
admin-groups = Groupes d'agents
admin-column-name = Nom
admin-column-slug = Nom court
admin-column-reached = Téléphone et courriel
admin-column-service = Service
admin-column-state = État
admin-state-open = Ouvert
admin-state-closed-on = Fermé le { $day }
admin-service-new = Créer un service
admin-service-edit = Modifier le service
admin-service-close = Fermer ce service
admin-group-new = Créer un groupe
admin-group-edit = Modifier le groupe
admin-group-close = Fermer ce groupe
admin-slug-hint = Les fichiers des démarches le citent. Lettres minuscules sans accent, chiffres et traits d'union. Laissez vide pour le former à partir du nom.
admin-error-slug = Écrivez de 2 à 63 lettres minuscules sans accent, chiffres ou traits d'union
admin-error-slug-taken = Ce nom court est déjà pris. Choisissez-en un autre
admin-error-in-use = Rien n'est fermé : il reste { $uses }. Déplacez-les ou fermez-les d'abord
admin-use-agents = des agents
admin-use-groups = des groupes ouverts
admin-use-procedures = des démarches proposées
admin-use-dossiers = des dossiers en cours
admin-group-close-title = Fermer le groupe « { $name } »
admin-group-close-led = Une règle de ces démarches proposées au public lui envoie des demandes :
admin-group-close-then = Une fois le groupe fermé, ces demandes restent au groupe de chaque démarche, et vous en êtes averti. Changez d'abord les règles si elles doivent aller ailleurs.
