## Les autres agents qui ont un dossier sous les yeux

presence-reads = { $agent } consulte ce dossier depuis { $at }.
presence-reads-before = { $agent } consulte ce dossier depuis le { $at }.
