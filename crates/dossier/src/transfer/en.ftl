## Handing a request over to another group

transfer-title = Hand over to another group
transfer-text = When the request belongs to another group. It arrives there taken by nobody, with its due date, its exchanges and its notes; its agents are told by e-mail.
transfer-nobody = No other group has an agent to receive it.
transfer-to = To which group?
transfer-reason = Why?
transfer-reason-hint = Kept in the notes of the file: the person may ask to read it.
transfer-warning = If you are not in the chosen group, you will no longer be able to open this file, nor will your colleagues.
transfer-send = Hand over
transfer-done-title = Request { $number } is handed over to the group “{ $group }”
transfer-done-text = Its agents are told. It is no longer in your list, and you can no longer open it.
transfer-refusal = Your group handed this request over to the group “{ $group }”, which now handles it. You can no longer open it; turn to that group.
transfer-error-group = Choose the group that receives the request.
transfer-error-reason = Write why you hand this request over.
