## The antivirus, on the page of administration

admin-antivirus = Antivirus
admin-antivirus-down = Down
admin-antivirus-unknown = Not seen yet
admin-antivirus-absent = No antivirus is installed: pieces are not examined. Your IT department can plug one in.
admin-antivirus-asked = The antivirus has just been plugged in: it has not answered yet.
admin-antivirus-silent = It has not answered since { $since }. Pieces waiting: { $count }. Deposits go on, but agents cannot open these pieces. Tell your IT department.
admin-antivirus-answers = It answers ({ $signatures }). Pieces waiting: { $count }.
admin-antivirus-outdated = Its signatures are more than seven days old ({ $signatures }): it does not know what goes round today. Pieces waiting: { $count }. Tell your IT department.
admin-antivirus-troubled = It answers ({ $signatures }), but could not examine some pieces ({ $troubled }). Pieces waiting: { $count }. Tell your IT department.
