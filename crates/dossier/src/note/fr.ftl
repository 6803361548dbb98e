note-title = Notes entre agents
note-law = Ces notes font partie du dossier : la personne peut demander à les lire (article L311-1 du code des relations entre le public et l'administration). Écrivez des faits, avec les mots que vous emploieriez devant elle.
note-none = Aucune note pour le moment.
note-text = Ajouter une note
note-hint = Une note ne se modifie pas et ne s'efface pas.
note-add = Ajouter la note
