## What changed in a procedure

changes-link = What changed in this procedure
changes-title = What changed
changes-what = A request that was sent keeps the text under which it was sent. A draft follows the new text as long as its answers still fit; otherwise you choose.
changes-revision = Revision { $number }
changes-first = This is the first revision of this procedure.
changes-oldest = This is the oldest revision shown here.
changes-none = Nothing changes in the questions or in the rules.
changes-answer = “{ $label }” ({ $count })
