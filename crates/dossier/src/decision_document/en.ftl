decision-document-act = Attached act: { $name } ({ $size })
decision-document-reasons = Reasons
decision-document-signature = Decision taken by
decision-document-remedies = If you contest this decision
