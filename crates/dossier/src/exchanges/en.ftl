## The exchanges with the person, as the agent sees them

exchanges-requests = Asked of the person
exchanges-asked = Asked on { $at } by { $agent }
exchanges-answered = Answered on { $day }
exchanges-lifted = Lifted on { $day }
exchanges-overdue = No answer since { $day }
exchanges-awaited = Answer expected before { $day }
exchanges-messages = Messages
exchanges-no-message = No message yet.
exchanges-by-person = The person
exchanges-by-helper = The person or whoever helps them
exchanges-read = { $at }, read on { $read }
exchanges-unread = { $at }, not read yet
exchanges-write = Write to the person
exchanges-no-mail = The person gave no e-mail address: they will read your message if they come back with their code. If it is urgent, telephone or write by post.
exchanges-texts = Texts ready for use, to be completed:
exchanges-text = Your message
exchanges-text-hint = The person reads your first name, name and quality with the message.
exchanges-files = Documents to attach
exchanges-files-hint = PDF or pictures, 20 MB at most per file.
exchanges-send = Send the message
