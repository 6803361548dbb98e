## The keyboard shortcuts of agents

shortcuts-title = Keyboard shortcuts
shortcuts-link = Keyboard shortcuts
shortcuts-text = A single key, in a list or on a request, does what a link or a button of the page does. Nothing happens while the cursor is in a field, once you have begun to write, or with Ctrl, Alt or Cmd.
shortcuts-no-script = Your browser runs no script: the keys do nothing. Everything remains possible with the links and the buttons.
shortcuts-active = Use the shortcuts
shortcuts-active-hint = Untick if you dictate instead of typing, or if a key pressed by mistake disturbs you.
shortcuts-keys = Your keys
shortcuts-keys-text = A letter without accent, a figure or a punctuation mark for each. An empty field leaves the action without a key.
shortcuts-act-next = Next request, in the list or from one request to another
shortcuts-act-previous = Previous request
shortcuts-act-open = Open the request chosen in the list
shortcuts-act-search = Search
shortcuts-act-list = Go back to the page before: the request or the list
shortcuts-act-take = Take this request
shortcuts-act-ask = Ask for a document or a correction
shortcuts-act-write = Write a message
shortcuts-act-notes = See the notes
shortcuts-act-decide = Decide
shortcuts-act-help = See this page
shortcuts-save = Save
shortcuts-restore = Restore the original keys
shortcuts-done = Your shortcuts are saved.
shortcuts-error-key = “{ $act }”: type a single letter without accent, a figure or a sign among ? / . , ; : ! + - = *
shortcuts-error-taken = “{ $act }”: this key already serves another action. Choose another one.
