## Pages of the administration

admin-sections = Rubriques de l'administration
admin-section-home = À faire
admin-section-organisation = Organisation
admin-section-services = Services et groupes
admin-section-agents = Agents
admin-section-review = Revue des droits
admin-section-journal = Journal
admin-public-site = Site public
admin-done = C'est fait
admin-done-saved = Vos changements sont enregistrés. Ils prennent effet tout de suite.
admin-done-created = La création est enregistrée.
admin-done-closed = La fermeture est enregistrée.
admin-done-removed = Le retrait est enregistré.
admin-done-invited = L'invitation part dans un instant. Son lien sert pendant sept jours.
agent-account-done-ended = La fermeture est enregistrée.
agent-account-done-password = Votre mot de passe est changé. Vos autres sessions sont fermées.
admin-done-reviewed = Vos réponses sont enregistrées.
admin-filter = Filtrer
admin-filter-apply = Afficher
admin-save = Enregistrer
admin-change = Modifier
admin-nothing = Non renseigné
admin-error-missing = Remplissez « { $field } »
admin-error-address = Écrivez une adresse électronique complète, par exemple mairie@ville.fr
