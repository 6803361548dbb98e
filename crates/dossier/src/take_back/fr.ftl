## Reprendre une décision pas encore montrée

take-back-title = Reprendre la décision
take-back-text = La personne ne verra cette décision qu'à partir du { $at } : vous pouvez encore la reprendre.
take-back-after = Le dossier sera de nouveau en cours d'instruction, avec son échéance. Aucun courriel ne partira. L'historique gardera la trace de cette décision et de sa reprise ; son texte et les actes joints ne seront plus dans le dossier.
take-back-confirm = Reprendre la décision
