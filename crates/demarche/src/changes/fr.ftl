## What changed in a procedure

changes-link = Ce qui a changé dans cette démarche
changes-title = Ce qui a changé
changes-what = Une demande déjà commencée garde le texte sous lequel elle a été ouverte.
changes-revision = Révision { $number }
changes-first = Première révision de cette démarche, ou la plus ancienne qui est montrée ici.
changes-none = Rien ne change dans les questions ni dans les règles.
changes-answer = « { $label } » ({ $count })
