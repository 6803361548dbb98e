## Leave and erase this computer

leave-title = Leave and erase this computer
leave-text = Are you using a computer that others use too? We will close your session and erase what this site left here. The “Back” button will show nothing any more.
leave-kept = What you saved or submitted is kept. Write down the number of your file or draft: you will find it again with it.
leave-erase-text = Do you not want to keep this draft?
leave-erase = Erase this draft
leave-button = Leave and erase
leave-stay = To go on, return to the previous page.
leave-done-title = You can go
leave-done-text = Your session is closed and this site left nothing on this computer.
leave-done-printer = Remember papers left in the printer or the scanner, downloaded files, and close your mailbox.
leave-done-again = Do you want to resume?
leave-done-follow = Follow a request or take up a draft
