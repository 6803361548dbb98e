assign-title = Donner le dossier à un collègue
assign-who = À qui ?
assign-give = Donner
assign-choose = Choisissez à qui donner le dossier.
