deletion-give-up = Ne pas supprimer
