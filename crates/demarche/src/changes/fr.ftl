## What changed in a procedure

changes-link = Ce qui a changé dans cette démarche
changes-title = Ce qui a changé
changes-what = Une demande déjà envoyée garde le texte sous lequel elle a été envoyée. Un brouillon suit le nouveau texte tant que ses réponses conviennent ; sinon, vous choisissez.
changes-revision = Révision { $number }
changes-first = C'est la première révision de cette démarche.
changes-oldest = C'est la plus ancienne révision montrée ici.
changes-none = Rien ne change dans les questions ni dans les règles.
changes-answer = « { $label } » ({ $count })
