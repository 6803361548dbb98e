## Payments

order-link = Payments
order-title = Payments
order-text = An aid that was decided is paid in three steps: a second agent checks the account, an order is made, then the finance department sends it to the public accountant, who pays.
order-back = Back to payments
order-to-check = Accounts to check
order-none-to-check = No account waits for your check.
order-for-others = { $count ->
    [one] One file that you decided waits for another agent.
   *[other] { $count } files that you decided wait for another agent.
}
order-to-order = To order
order-none-to-order = Nothing is to be ordered.
order-ready = { $title }: { $count ->
    [one] one file
   *[other] { $count } files
}
order-other-procedure = Closed procedure
order-orders = Payment orders
order-no-order = No order was made.
order-older = Older orders
order-number = Payment order no. { $number }
order-column-number = Order
order-column-procedure = Procedure
order-column-day = Made on
order-column-count = Files
order-column-total = Total
order-column-state = State
order-state-made = To send
order-state-sent = Sent
order-state-cancelled = Cancelled
order-new-title = Make a payment order
order-new-text = Here are the decided files whose account was checked by a second agent. Each is ordered once only.
order-new-warning = The order holds all these files. It can be cancelled until it is sent.
order-new-confirm = Make the order
order-count = Files
order-total = Total
order-imputation = Budget line
order-justification = Supporting documents
order-made = Made
order-sent = Sent
order-cancelled = Cancelled
order-by = On { $at }, by { $agent }
order-lines = Statement of payment
order-column-dossier = File
order-column-beneficiary = Beneficiary
order-column-iban = IBAN
order-column-amount = Amount
order-column-decided = Decision of
order-column-checked = Account checked by
order-certified = This statement is closed at the sum of { $total }. The authorising officer certifies that the decisions are enforceable and the service done.
order-signed-on = Done on:
order-signed-by = Signature of the authorising officer:
order-print = Print the statement
order-download = Download the file for the finance department (CSV)
order-no-file = What this order said is not kept any more.
order-send-title = Send
order-send-text = Give the file and the signed statement to the finance department, then say so here: the person will read it on their page. The order can then not be cancelled.
order-send = The order is sent to the finance department
order-cancel-title = Cancel this order
order-reason = Reason of the cancellation
order-reason-hint = The files can be ordered again. The file for the finance department is destroyed.
order-cancel = Cancel the order
order-error-reason = Write the reason of the cancellation.
order-done-made = The order is made. It remains to be sent.
order-done-sent = The order is sent.
order-done-cancelled = The order is cancelled.
