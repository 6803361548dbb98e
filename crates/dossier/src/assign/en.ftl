assign-title = Give the file to a colleague
assign-who = To whom?
assign-give = Give
assign-choose = Choose to whom the file goes.
