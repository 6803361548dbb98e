## Notes that call an agent

mention-title = Notes that mention you
mention-text = What your colleagues brought to your attention and you have not read yet. A note leaves this list when you open the notes of its request.
mention-none = No note is waiting for you.
mention-latest = Back to the latest
mention-column-author = Written by
mention-column-at = On
mention-unread = { $count ->
    [one] One note mentions you
   *[other] { $count } notes mention you
}
mention-unread-more = More than { $count } notes mention you
mention-tell = Tell
mention-tell-hint = An e-mail will tell them that a note mentions them, and nothing of what it says. Writing @First-name Name in the note tells them too.
mention-several = { $count ->
    [one] Tell a colleague
   *[other] Tell one or more of the { $count } colleagues of the group
}
mention-told = Mentions { $names }
mention-error-nobody = “{ $name }” is no agent who may read this request. Write the first name and the name, tick the person under “Tell”, or remove the at sign.
mention-error-several = Several colleagues are called “{ $name }”. Tick the right person under “Tell”.
mention-error-reader = A person whom you ticked may not read this request any more. Here is the list as it is today.
mention-new = This note mentions you
