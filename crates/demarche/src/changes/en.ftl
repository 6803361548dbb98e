## What changed in a procedure

changes-link = What changed in this procedure
changes-title = What changed
changes-what = A request that is already begun keeps the text under which it was opened.
changes-revision = Revision { $number }
changes-first = First revision of this procedure, or the oldest that is shown here.
changes-none = Nothing changes in the questions or in the rules.
changes-answer = “{ $label }” ({ $count })
